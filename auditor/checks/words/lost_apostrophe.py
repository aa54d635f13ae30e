"""TX123: lost apostrophes (``Ukraines army``, ``NATOs largest ship``, ``the agencys head``), its and it’s mixed up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import in_address
from auditor.checks.words.its import its_and_it_is
from auditor.packs import data_path, load_toml
from auditor.packs.places import places
from auditor.packs.public_persons import by_family
from auditor.packs.renderings import public_families
from auditor.records import Evidence, Record, Suggestion
from auditor.text.lexicon import lexicon
from auditor.text.traits import trait
from auditor.text.word_classes import word_classes

_OWNER = re.compile(r"[A-Z][A-Za-z]{2,20}s|[A-Z]{2,8}s|[a-z]{2,20}[b-df-hj-np-tv-xz]ys")
_COMMON = 3.0  # zipf of a noun that has no plural in -ys
_RARER = 1.2  # zipf by which the form with the s must be rarer than the name


class Owners(Record, frozen=True):
    """``data/checks/owners.toml``: its header says what each list holds."""

    schema: int
    bodies: frozenset[str]
    plurals: frozenset[str]
    several: frozenset[str]
    no_thing: frozenset[str]


@cache
def _owners() -> Owners:
    return load_toml(data_path("checks", "owners.toml"), Owners)


def _named(word: str) -> bool:
    """Whether a word is the name of a country, a city, a body or somebody of the news."""
    if word in _owners().bodies or word in by_family() or word in public_families():
        return True
    return any(hit.language == "en" for hit in places().by_form(word))


@lru_cache(maxsize=10_000)
def _owner(word: str) -> str | None:
    """The name or noun that the word would be with an apostrophe before its s."""
    if not _OWNER.fullmatch(word) or word in _owners().plurals:
        return None
    owner = word[:-1]
    if owner.islower():
        return owner if lexicon().zipf(owner, "en") > max(_COMMON, lexicon().zipf(word, "en") + _RARER) else None
    if owner.isupper():
        return owner if owner in _owners().bodies else None
    rarer = lexicon().zipf(word.lower(), "en") + _RARER < lexicon().zipf(owner.lower(), "en")
    return owner if rarer and _named(owner) else None


_LACKS = trait(_owner, "en")


def lost_apostrophes(context: Context) -> Iterator[Hit]:
    """Owners before what they own: a word in lower case that is no verb, preposition or conjunction."""
    reading = context.reading
    tokens, text = reading.tokens, reading.text
    for at in (at for word in reading.traits.having(_LACKS) for at in reading.places[word]):
        token, owner = tokens[at], _owner(tokens[at].text)
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if owner is None or after is None or text[token.end : after.start] != " " or in_address(text, token):
            continue
        if not owner.islower() and not _owned(after.text):
            continue
        before = tokens[at - 1].text.lower() if at else ""
        if before in _owners().several and not owner.isupper() and not owner.islower():
            continue
        clue = Evidence(kind="lexicon", text=f"“{owner}” has no plural that would stand before “{after.text}”")
        yield Hit(
            start=token.start, end=token.end, args={"better": f"{owner}’s"},
            suggestions=(Suggestion(text=f"{owner}’s"),), evidence=(clue,),
        )  # fmt: skip


def _apostrophes(context: Context) -> Iterator[Hit]:
    """Possessives without their apostrophe, and “its” for “it’s” or the other way round, in text order."""
    text = context.reading.text
    others = [
        Hit(start=start, end=end, args={"better": better}, suggestions=(Suggestion(text=better),))
        for start, end, better in its_and_it_is(text)
    ]
    yield from sorted((*lost_apostrophes(context), *others), key=lambda hit: hit.start)


def _owned(word: str) -> bool:
    """Whether a word in lower case may be what is owned or tell more of it."""
    tag = word_classes().get(word, "")
    return word.islower() and (tag in ("NN", "NNS", "NM", "JJ", "JJR", "JJS", "NV", "NZ") or word in _owners().no_thing)


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX123",
        slug="lost-apostrophe",
        title="An apostrophe that was lost, or one too many",
        mqm="linguistic-conventions/punctuation",
        severity="minor",
        why="The apostrophe was lost with its encoding, or the genitive of another language was kept.",
        message="“{match}”: {better}",
        run=_apostrophes,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The ambassador of ⟦Finlands⟧ largest neighbor was summoned on Monday.",
                fixed="The ambassador of Finland’s largest neighbor was summoned on Monday.",
            ),
            Example(
                kind="bad",
                text="The ⟦agencys⟧ director told reporters that the ship was ready.",
                fixed="The agency’s director told reporters that the ship was ready.",
            ),
            Example(kind="bad", text="The ship took part in ⟦NATOs⟧ largest exercise for years."),
            Example(
                kind="bad",
                text="⟦Its⟧ a fact that the ship is old, the captain said.",
                fixed="It’s a fact that the ship is old, the captain said.",
            ),
            Example(
                kind="bad",
                text="The ship is old, and ⟦it's⟧ captain is new.",
                fixed="The ship is old, and its captain is new.",
            ),
            Example(
                kind="bad",
                text="The firm, ⟦who’s⟧ captains will strike, is old.",
                fixed="The firm, whose captains will strike, is old.",
            ),
            Example(kind="good", text="It’s time. The ship and its crew: its new sails."),
            Example(kind="good", text="The two Germanys were united; the Macrons dined with the Merkels in Paris."),
            Example(kind="good", text="Stavros Athens lives in Wales, the Americas follow, and NGOs work there."),
        ),
        sources=("The Chicago Manual of Style, 17th ed., 7.16",),
    ),
)
