"""Phrases of another language in square brackets, as editors of the source explained a name: spans of TA201."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.entities.wording import language_name
from auditor.records import Evidence
from auditor.text.lexicon import LANGUAGES, Lexicon

_GLOSS = re.compile(r"\[([^\W\d_][^\[\]\n]{5,90})\]")
_WORD = re.compile(r"[^\W\d_]{2,30}")
_LONGEST = 10  # words of a gloss
_THEIRS, _OURS = 2.5, 3.6  # zipf of a word in its language; of an English word
_PLAIN = 5  # letters of a word in lower case, so that the gloss is no name
_RARE = 2.0  # zipf of a word that English has not


def glosses(context: Context) -> Iterator[Hit]:
    """``[movimento operaio]``: two to ten words of which one other language has most, and English none that counts."""
    text = context.reading.text
    for match in _GLOSS.finditer(text) if "[" in context.reading.characters else ():
        words = _WORD.findall(match[1])
        small = any(word.islower() and len(word) >= _PLAIN for word in words)
        code = (
            _language([word.lower() for word in words], context.lexicon) if small and len(words) <= _LONGEST else None
        )
        if code is not None:
            clue = Evidence(kind="lexicon", text=f"most of it are words of {language_name(code)}")
            yield Hit(
                start=match.start(), end=match.end(), args={"words": match[1], "language": language_name(code)},
                evidence=(clue,), severity="major", points_to=code, weight=3.0,
            )  # fmt: skip


def _language(words: list[str], lexicon: Lexicon) -> str | None:
    """The language that has most words, the longer ones commoner than English has them."""
    long = [word for word in words if len(word) > 3]
    if not long or len(words) == 1:
        return None
    rates = {code: [lexicon.zipf(word, code) for word in words] for code in LANGUAGES if code != "en"}
    code = max(rates, key=lambda other: (sum(rate >= _THEIRS for rate in rates[other]), sum(rates[other])))
    known = [word for word, rate in zip(words, rates[code], strict=True) if rate >= _THEIRS]
    foreign = [word for word in long if lexicon.zipf(word, "en") < min(_OURS, max(_RARE, lexicon.zipf(word, code) - 1))]
    enough = 3 * len(known) >= 2 * len(words) and 3 * len(foreign) >= 2 * len(long)
    return code if enough and not set(known).isdisjoint(foreign) else None
