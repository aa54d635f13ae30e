"""Places as Russian writes them in Ukrainian copy, in any case, and the other way round: мер Киева (NM201).

The frequency lists tell a form apart: the other language must have it far oftener, or the copy's own not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, partial

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Spans, in_address, quoted
from auditor.entities.wording import language_name
from auditor.packs.places import places
from auditor.records import Evidence
from auditor.text.lexicon import lexicon
from auditor.text.traits import trait

_KIN = {"ru": "uk", "uk": "ru"}
_AHEAD = 0.8  # zipf by which the neighbour must have the form oftener
_SEEN = 2.0  # zipf that it must have there
_STEM, _ENDING = 4, 3  # letters of a name without its last vowel, and of a case ending
_VOWELS = "аеиоуьяєіїюый"
_WEIGHT = 1.5


def kin_places(context: Context) -> Iterator[Hit]:
    """Hits outside quotation marks."""
    reading = context.reading
    if reading.base not in _KIN:
        return
    found = reading.traits.having(_KINDRED[reading.base])
    spoken = quoted(reading) if found else Spans(())
    for word in found:
        for at in reading.places[word]:
            token = reading.tokens[at]
            if not spoken.hits(token.start, token.end) and not in_address(reading.text, token):
                yield _hit(token.start, token.end, word, _right(reading.base, word) or "", reading.base)


def _right(language: str, word: str) -> str | None:
    """The name in the copy's language, where the word is a form of another name in its neighbour's."""
    if not word[:1].isupper() or len(word) < _STEM:
        return None
    low, kin = word.lower(), _KIN[language]
    theirs = lexicon().zipf(low, kin)
    if theirs < _SEEN or theirs - lexicon().zipf(low, language) < _AHEAD:
        return None
    for cut in range(max(_STEM - 1, len(low) - _ENDING), len(low) + 1):
        right = _stems(language).get(low[:cut])
        if right is not None and not low.startswith(right.lower().rstrip(_VOWELS)):
            return right
    return None


@cache
def _stems(language: str) -> Mapping[str, str]:
    """The neighbour's names of one word without their last vowel -> the copy's own name."""
    found: dict[str, str] = {}
    for place in places().all:
        own, other = place.names.get(language, ()), place.names.get(_KIN[language], ())
        for form in other if own else ():
            stem = form.lower().rstrip(_VOWELS)
            if (
                form.isalpha()
                and len(stem) >= _STEM - 1
                and not any(stem == mine.lower().rstrip(_VOWELS) for mine in own)
            ):
                found.setdefault(stem, own[0])
    return found


_KINDRED = {code: trait(partial(_right, code), code) for code in _KIN}


def _hit(start: int, end: int, form: str, right: str, language: str) -> Hit:
    kin = _KIN[language]
    why = f"“{form}” is a {language_name(kin)} form"
    return Hit(
        start=start,
        end=end,
        args={"form": form, "right": right, "why": why, "language": language_name(language)},
        evidence=(Evidence(kind="lexicon", text=why, source="data/exonyms/places.tsv"),),
        points_to=kin,
        weight=_WEIGHT,
    )
