"""Capitals that are missing in names, and capitals that words do not have inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.artifacts_spans import in_address, occurrences, quoted
from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.capitals_spans import ordinary_capitals, phrases
from auditor.checks.punctuation import body_blocks
from auditor.checks.wording import wording
from auditor.records import Suggestion

_NAME = 5  # letters of a family name that may be missed in lower case
_SHOWN = 2  # times that it stands with its capital, at least
_WORD = 3.0  # zipf in English from which a family name may be a common noun, too
_CAPITAL = re.compile(r"[A-Z](?<=[a-z,;] .)[a-z]{1,8}(?= [a-z])")


def lower_names(context: Context) -> Iterator[Hit]:
    """Days, months, peoples, countries, cities and the article's own persons in lower case."""
    reading, table = context.reading, wording()
    words = table.lower | table.single | table.cities | table.after.keys() | family_names(context)
    bodies = [(block.start, block.end) for block, _ in body_blocks(context)]
    found = sorted(at for word in words.intersection(reading.places) for at in reading.places[word])
    for at in found:
        token = reading.tokens[at]
        if in_address(reading.text, token) or _compound(reading.text, token.end):
            continue
        following = reading.tokens[at + 1].text.lower() if at + 1 < len(reading.tokens) else ""
        if following in table.after.get(token.text, frozenset()):
            continue
        if any(start <= token.start < end for start, end in bodies):
            yield Hit(start=token.start, end=token.end, suggestions=(Suggestion(text=token.text.capitalize()),))


def family_names(context: Context) -> frozenset[str]:
    """Family names of the article's persons, in lower case, that are rare as English words."""
    reading = context.reading
    names = {m.family for m in reading.mentions if m.family and m.family.istitle() and len(m.family) >= _NAME}
    often = (name.lower() for name in names if occurrences(reading, name) >= _SHOWN)
    return frozenset(name for name in often if context.lexicon.zipf(name, "en") < _WORD)


def lower_phrases(context: Context) -> Iterator[Hit]:
    """All of TX112."""
    yield from lower_names(context)
    for start, end, right in phrases(context.reading):
        yield Hit(start=start, end=end, suggestions=(Suggestion(text=right),))


def _compound(text: str, end: int) -> bool:
    return text[end : end + 1] in ("-", ".", "_", "/") and text[end + 1 : end + 2].isalnum()


def stray_capitals(context: Context) -> Iterator[Hit]:
    """Function words with a capital between two words in lower case, and others behind a semicolon."""
    words, behind, quotes = wording().closed, wording().semicolon, quoted(context.reading)
    if (words | behind).isdisjoint(context.reading.places):
        return
    for block, own in body_blocks(context):
        for match in _CAPITAL.finditer(own):
            start, end = block.start + match.start(), block.start + match.end()
            known = match[0] in words or (match[0] in behind and own[match.start() - 2] == ";")
            again = own[: match.start()].endswith(f" {match[0].lower()} ")  # TX111's
            if known and not again and not quotes.hits(start, end):
                yield Hit(start=start, end=end, suggestions=(Suggestion(text=match[0].lower()),))


def all_capitals(context: Context) -> Iterator[Hit]:
    """All of TX113."""
    yield from stray_capitals(context)
    for start, end in ordinary_capitals(context.reading):
        yield Hit(start=start, end=end, suggestions=(Suggestion(text=context.reading.text[start:end].lower()),))


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX112",
        slug="lower-case-name",
        title="A day, month, people, place, person or body in lower case",
        mqm="linguistic-conventions/spelling/capitalization",
        severity="minor",
        why="Most languages write these words small; in English it is a slip that shows where the copy comes from.",
        message="English copy writes “{match}” with a capital",
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
                text="Petra Novotna won the race. Novotna was fast, ⟦novotna⟧ said after it.",
                fixed="Petra Novotna won the race. Novotna was fast, Novotna said after it.",
            ),
            Example(
                kind="bad",
                text="The race was won by the ⟦french⟧ rider with a lead of nine seconds.",
                fixed="The race was won by the French rider with a lead of nine seconds.",
            ),
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
                kind="good", text="See germany.info, @france24, a bone china cup, a march in may, anti-american-ism."
            ),
        ),
        sources=("data/checks/wording.toml",),
    ),
    Check(
        id="TX113",
        slug="stray-capital",
        title="A function word or common noun with a capital inside a sentence",
        mqm="linguistic-conventions/spelling/capitalization",
        severity="minor",
        why="Two sentences were run together, pieces were joined by a machine, or German capitals were kept.",
        message="“{match}” has a capital inside the sentence",
        run=all_capitals,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The council voted on Monday; ⟦The⟧ bridge will be closed until May.",
                fixed="The council voted on Monday; the bridge will be closed until May.",
            ),
            Example(
                kind="bad",
                text="The riders were quick ⟦Again⟧ on the second day of the race.",
                fixed="The riders were quick again on the second day of the race.",
            ),
            Example(
                kind="bad",
                text="The car was pushed to the side, and the ⟦Trailer⟧ caught fire on the road.",
                fixed="The car was pushed to the side, and the trailer caught fire on the road.",
            ),
            Example(kind="good", text="He read The Times and wrote “and Then there were none” in Of Mice and Men."),
        ),
        sources=("data/checks/wording.toml",),
    ),
)
