"""TX125: capitals in the wrong letters of an acronym, a name or a small word (``the Iss``, ``NASa``, ``RUssia``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.lower_shown import lower_names_file
from auditor.checks.marks.wording import wording
from auditor.checks.spans import in_address, quoted
from auditor.packs.renderings import public_families, public_places
from auditor.records import Suggestion
from auditor.text.lexicon import lexicon
from auditor.text.traits import trait
from auditor.text.words import function_words

_TWO = re.compile(r"[A-Z]{2}[a-z]{2,20}")
_SHORTEST = 3  # letters of a small word whose second letter has a capital
_UNSPOKEN = re.compile(r"[A-Z][bcdfghjklmnpqrstvwxz]{2,5}")  # no word without a vowel, but letters of a body (the Pnrr)
_RARE = 2.0  # zipf of English below which they are no abbreviation of its own (Ltd, Mrs)


@cache
def _names() -> frozenset[str]:
    """Countries, peoples, towns and families that the news know, and small words, in lower case."""
    listed = {name.lower() for name in public_families() | public_places() if name.isalpha()}
    small = {word for word in function_words()["en"].residue if len(word) >= _SHORTEST}
    return frozenset(listed | small | wording().lower | wording().cities)


def _right(word: str) -> str | None:
    """How English copy writes the word; None where it is written so."""
    table, upper = lower_names_file(), word.upper()
    if word in (upper, word.lower()):
        return None
    if upper in table.initialisms or (upper in table.acronyms and not word.istitle()):
        return upper
    if _UNSPOKEN.fullmatch(word) and lexicon().zipf(word.lower(), "en") < _RARE:
        return upper
    return word.title() if _TWO.fullmatch(word) and word.lower() in _names() else None


_ODD = trait(_right, "en")


def odd_case(context: Context) -> Iterator[Hit]:
    """Initialisms with one capital count behind “the”; what has capitals and small letters in turn, everywhere."""
    reading = context.reading
    for word in reading.traits.having(_ODD):
        for at in reading.places[word]:
            token = reading.tokens[at]
            if word.istitle() and not (at and reading.lower[at - 1] == "the" and _free(reading.text, token.end)):
                continue
            if not in_address(reading.text, token) and not quoted(reading).hits(token.start, token.end):
                right = _right(word) or word
                args = {"right": right}
                yield Hit(start=token.start, end=token.end, args=args, suggestions=(Suggestion(text=right),))


def _free(text: str, end: int) -> bool:
    """No name goes on behind it."""
    return not re.match(r"[-’'](?!s\b)| [A-Z]", text[end : end + 3])


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX125",
        slug="odd-case",
        title="Capitals on the wrong letters of an acronym or name",
        mqm="linguistic-conventions/spelling/capitalization",
        severity="minor",
        why="A machine that sets capitals by rule writes “the Eu”; a slip of the finger writes “RUssia”.",
        message="English copy writes “{right}”, not “{match}”",
        run=odd_case,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The bridge is paid for by the ⟦Eu⟧ and the county.",
                fixed="The bridge is paid for by the EU and the county.",
            ),
            Example(
                kind="bad",
                text="The bridge leads from ⟦POland⟧ to the old mill.",
                fixed="The bridge leads from Poland to the old mill.",
            ),
            Example(
                kind="bad",
                text="The bridge was seen by a ⟦NASa⟧ probe in May.",
                fixed="The bridge was seen by a NASA probe in May.",
            ),
            Example(
                kind="good",
                text="Nasa, the EU, Kim Jong Un, the Un Certain Regard prize, TVs and an MSc in Eu, France.",
            ),
        ),
        sources=("data/checks/lower_names.toml", "The Chicago Manual of Style, 17th ed., 10.6"),
    ),
)
