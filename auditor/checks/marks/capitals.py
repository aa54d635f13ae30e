"""Capitals that are missing in names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.capitals_bodies import spelled_out
from auditor.checks.marks.capitals_spans import phrases
from auditor.checks.marks.capitals_titles import titles_and_months
from auditor.checks.marks.lower_known import known_names
from auditor.checks.marks.lower_shown import capitalized, shown_names
from auditor.checks.marks.punctuation import body_blocks
from auditor.checks.marks.wording import wording
from auditor.checks.persons.person_words import names
from auditor.checks.spans import Spans, in_address, occurrences
from auditor.packs.renderings import public_families, public_places
from auditor.reading.article import Reading
from auditor.records import Suggestion
from auditor.text.traits import trait

_NEWS = 5  # letters of a well-known name that is looked for in lower case
_PAGE, _SMALL = 8, 3  # hits above which an article with a third as many capitals is in lower case throughout
_NAME = 5  # letters of a family name that may be missed in lower case
_SHOWN = 2  # times that it stands with its capital, at least
_WORD = 3.0  # zipf in English from which a family name may be a common noun, too


def lower_names(context: Context) -> Iterator[Hit]:
    """Days, months, peoples, countries, cities and the article's own persons in lower case."""
    reading, table = context.reading, wording()
    families, places = family_names(context), reading.places
    bodies = [(block.start, block.end) for block, _ in body_blocks(context.reading)]
    lower = {*reading.traits.having(_LOWER), *(places.keys() & families)}
    found = sorted([at for word in lower for at in places[word]])
    for at in found:
        token = reading.tokens[at]
        if in_address(reading.text, token) or _compound(reading.text, token.end):
            continue
        following = reading.tokens[at + 1].text.lower() if at + 1 < len(reading.tokens) else ""
        if following in table.after.get(token.text, frozenset()):
            continue
        if any(start <= token.start < end for start, end in bodies):
            yield _hit(reading, at)


def _hit(reading: Reading, at: int) -> Hit:
    """The word, with the given name in lower case before it (``vladimir lenin``)."""
    token, start = reading.tokens[at], reading.tokens[at].start
    text = token.text.capitalize()
    before = reading.tokens[at - 1] if at and token.text in _news_names() else token
    given = before.text.capitalize()
    if before.end + 1 == start and before.text.islower() and given in names():
        start, text = before.start, f"{given} {text}"
    return Hit(start=start, end=token.end, suggestions=(Suggestion(text=text),))


@cache
def _small() -> frozenset[str]:
    """What the tables have that English writes with a capital, in lower case."""
    table = wording()
    return table.lower | table.single | table.cities | table.after.keys() | _news_names()


_LOWER = trait(lambda word: word in _small() or _owned(word) in _small(), "en")


def _owned(word: str) -> str:
    """The word without the ending of the possessive."""
    return word[:-2] if word.endswith(("'s", "’s")) else word


@cache
def _news_names() -> frozenset[str]:
    """Names of persons and places that the news know, in lower case, that are no word."""
    listed = (name.lower() for name in public_families() | public_places() if name.isalpha())
    return frozenset(word for word in listed if len(word) >= _NEWS)


def family_names(context: Context) -> frozenset[str]:
    """Family names of the article's persons, in lower case, that are rare as English words."""
    reading = context.reading
    names = {m.family for m in reading.mentions if m.family and m.family.istitle() and len(m.family) >= _NAME}
    shown = ((name, name.lower()) for name in names if occurrences(reading, name) >= _SHOWN)
    often = (low for name, low in shown if occurrences(reading, low) < occurrences(reading, name))
    return frozenset(name for name in often if context.lexicon.zipf(name, "en") < _WORD)


def lower_phrases(context: Context) -> Iterator[Hit]:
    """All of TX112; one hit for an article that has hardly any capital inside its sentences."""
    text = context.reading.text
    found = [Hit(start=a, end=b, suggestions=(Suggestion(text=right),)) for a, b, right in phrases(context.reading)]
    whole = Spans((hit.start, hit.end) for hit in found)
    found += [hit for hit in lower_names(context) if not whole.hits(hit.start, hit.end)]
    listed = Spans((hit.start, hit.end) for hit in found)
    for start, end, right in (*spelled_out(context.reading), *known_names(context)):
        if not listed.hits(start, end):
            found.append(Hit(start=start, end=end, suggestions=(Suggestion(text=right),)))
    listed = Spans((hit.start, hit.end) for hit in found)
    for start, end in (*shown_names(context), *titles_and_months(context.reading)):
        if not listed.hits(start, end):
            found.append(Hit(start=start, end=end, suggestions=(Suggestion(text=capitalized(text, start, end)),)))
    first = min(found, key=lambda hit: hit.start, default=None)
    if first and len(found) > _PAGE and len(found) > _SMALL * _inner_capitals(context.reading):
        more = f", and so {len(found) - 1} other names here"
        yield msgspec.structs.replace(first, args={"more": more})
    else:
        yield from (msgspec.structs.replace(hit, args={"more": ""}) for hit in found)


def _inner_capitals(reading: Reading) -> int:
    """Words with a capital behind one in lower case."""
    return sum(
        after.text[:1].isupper() and before.text.islower() and after.start - before.end == 1
        for before, after in pairwise(reading.tokens)
    )


def _compound(text: str, end: int) -> bool:
    return text[end : end + 1] in ("-", ".", "_", "/") and text[end + 1 : end + 2].isalnum()


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX112",
        slug="lower-case-name",
        title="A day, month, people, place, person or body in lower case",
        mqm="linguistic-conventions/spelling/capitalization",
        severity="minor",
        why="Most languages write these words small; in English it is a slip that shows where the copy comes from.",
        message="English copy writes “{match}” with a capital{more}",
        run=lower_phrases,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The council voted on ⟦monday⟧ to close the bridge.",
                fixed="The council voted on Monday to close the bridge.",
            ),
            Example(
                kind="bad",
                text="The plan was made by ⟦senator⟧ Petra Novotna and others.",
                fixed="The plan was made by Senator Petra Novotna and others.",
            ),
            Example(
                kind="bad",
                text="The mill burned down on ⟦march⟧ 14 and was built anew.",
                fixed="The mill burned down on March 14 and was built anew.",
            ),
            Example(
                kind="bad",
                text="Petra Novotna won the race. Novotna was fast, ⟦novotna⟧ said after it.",
                fixed="Petra Novotna won the race. Novotna was fast, Novotna said after it.",
            ),
            Example(
                kind="bad",
                text="The treaty was signed by ⟦mikhail gorbachev⟧ in Washington in 1987.",
                fixed="The treaty was signed by Mikhail Gorbachev in Washington in 1987.",
            ),
            Example(
                kind="bad",
                text="The lawyer of Robert ⟦kaltenbrunn⟧ said that the race had been fair.",
                fixed="The lawyer of Robert Kaltenbrunn said that the race had been fair.",
            ),
            Example(
                kind="bad",
                text="The race was won by the ⟦french⟧ rider with a lead of nine seconds.",
                fixed="The race was won by the French rider with a lead of nine seconds.",
            ),
            Example(
                kind="bad",
                text="The talks between the ⟦us⟧ and the rebels went on for weeks, the delegates said.",
                fixed="The talks between the US and the rebels went on for weeks, the delegates said.",
            ),
            Example(
                kind="bad",
                text="The goal of the evening was scored by ⟦lionel⟧ after an hour, the coach said.",
                fixed="The goal of the evening was scored by Lionel after an hour, the coach said.",
            ),
            Example(kind="good", text="He fell in the second world war, and his son spied in the cold war."),
            Example(kind="good", text="She ordered french fries, turkish delight and swiss cheese before the race."),
            Example(
                kind="bad",
                text="The plan of the ⟦European commission⟧ was turned down on Monday.",
                fixed="The plan of the European Commission was turned down on Monday.",
            ),
            Example(
                kind="bad",
                text="The plan was turned down by the ⟦Prime minister⟧ on Monday.",
                fixed="The plan was turned down by the Prime Minister on Monday.",
            ),
            Example(
                kind="bad",
                text="A study by the ⟦Institute for the history of water⟧ (IHW) names six rivers.",
                fixed="A study by the Institute for the History of Water (IHW) names six rivers.",
            ),
            Example(
                kind="bad",
                text="The judges of the ⟦International criminal court⟧ heard the case on Monday.",
                fixed="The judges of the International Criminal Court heard the case on Monday.",
            ),
            Example(
                kind="good", text="See germany.info, @france24, a bone china cup, a march in may, anti-american-ism."
            ),
        ),
        sources=("data/checks/wording.toml", "data/checks/lower_names.toml", "wordfreq 3 frequency lists (Speer 2022)"),
        limits=(
            "A family name that English uses as a word (the mayor of worms, president bush) is left alone.",
            "A rare foreign word behind a given name or “the town of” is taken for a name.",
            "Given names that are words as well (rose, frank, jordan) are left alone in lower case.",
        ),
    ),
)
