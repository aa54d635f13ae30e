"""TM101: an ordinary word that does not fit what is said of the thing, where the other articles have the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import Sentence, sentences
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Evidence, Place, Record, Suggestion

_REACH = 5  # tokens between the noun and what is said of it


class Clash(Record, frozen=True):
    """A noun, what such a thing does not do, and the words for what does: see ``data/checks/term_clashes.toml``."""

    noun: tuple[str, ...]
    predicates: tuple[str, ...]
    better: tuple[str, ...]
    why: str


class Clashes(Record, frozen=True):
    """The file."""

    schema: int
    clash: tuple[Clash, ...]


class Use(msgspec.Struct, frozen=True):
    """Where a sibling uses the better word."""

    word: str
    place: Place


@cache
def _by_noun() -> dict[str, tuple[Clash, ...]]:
    table: dict[str, list[Clash]] = {}
    for clash in load_toml(data_path("checks", "term_clashes.toml"), Clashes).clash:
        for noun in clash.noun:
            table.setdefault(noun, []).append(clash)
    return {noun: tuple(clashes) for noun, clashes in table.items()}


def run(context: Context) -> Iterator[Hit]:
    """Hits on nouns at odds with their predicate that a sibling calls by a better word; nothing without siblings."""
    if not context.siblings:
        return
    uses: dict[tuple[str, ...], Use | None] = {}
    for sentence in sentences(context.reading):
        for index, word in enumerate(sentence.words):
            if not sentence.quoted[index]:
                for clash in _by_noun().get(word, ()):
                    said = _predicate(sentence, index, clash)
                    key = (*clash.noun, *clash.predicates)
                    if said and key not in uses:
                        uses[key] = _used(context.siblings, clash)
                    use = uses.get(key)
                    if said and use:
                        yield _hit(sentence, index, said, clash, use)


def _predicate(sentence: Sentence, index: int, clash: Clash) -> str | None:
    """What is said of the noun in the next few words, with no other thing in between that it may be said of."""
    for word in sentence.words[index + 1 : index + 2 + _REACH]:
        if word in clash.better or word in ("carrying", "to", "with", "that's", "for", "after", "before", "from"):
            return None
        if word in clash.predicates:
            return word
    return None


def _used(siblings: Sequence[Reading], clash: Clash) -> Use | None:
    """The first of the better words that a sibling says the same of."""
    for reading in siblings:
        for sentence in sentences(reading):
            if set(clash.predicates).isdisjoint(sentence.words):
                continue
            for word, token in zip(sentence.words, sentence.tokens, strict=True):
                if word in clash.better:
                    return Use(word, Place(article=reading.id, start=token.start, end=token.end))
    return None


def _hit(sentence: Sentence, index: int, said: str, clash: Clash, use: Use) -> Hit:
    token = sentence.tokens[index]
    place = use.place
    text = f"{place.article} has “{use.word}” with the same verb"
    return Hit(
        start=token.start,
        end=token.end,
        args={"noun": token.text, "said": said, "why": clash.why, "better": use.word},
        suggestions=(Suggestion(text=use.word),),
        evidence=(Evidence(kind="sibling", text=text, article=place.article, start=place.start, end=place.end),),
    )


TM101 = Check(
    id="TM101",
    slug="sibling-term",
    title="An ordinary word where others name the thing",
    mqm="terminology/wrong-term",
    severity="minor",
    why="A loose word for a thing makes one event look like two; the articles beside it have the right one.",
    message="“{noun}” with “{said}”: {why}; others have “{better}”",
    run=run,
    examples=(
        Example(
            kind="bad",
            text="The heat shield of the Dragon ⟦rocket⟧, which docked at the station on Monday, has a crack.",
            fixed="The heat shield of the Dragon spacecraft, which docked at the station on Monday, has a crack.",
            siblings=("A crack was found in the heat shield of the Dragon spacecraft, which docked on Monday.",),
        ),
        Example(
            kind="good",
            text="The rocket carrying the Dragon spacecraft lifted off at dawn and the capsule docked at noon.",
            siblings=("The Dragon spacecraft docked at the station at noon on Monday.",),
        ),
    ),
    sources=("NASA and ESA glossaries, ICAO Annex 7, UIC: data/checks/term_clashes.toml",),
    languages=("en",),
    limits=("Only the pairs of noun and verb in the table; nothing without siblings.",),
)

CHECKS: tuple[Check, ...] = (TM101,)
