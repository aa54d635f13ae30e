"""Whether a sentence gives an agency or outlet as its source: "told the agency X", "X reported", "state agency X"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.packs.agencies import Cues
from auditor.reading.credits.names import Found

_WORD = re.compile(r"\w+|[^\w\s]")
_REACH = 160
_LONGEST = 4  # words of the longest cue
_QUOTES = frozenset("\"'“”„‟«»‹›‘’‚*_")


def is_source(text: str, chain: Sequence[Found], start: int, end: int, cues: Cues) -> bool:
    """``start:end`` is the sentence. Weak names need a word such as "agency" or "newspaper" beside them."""
    left = _words(text[max(start, chain[0].start - _REACH) : chain[0].start])
    right = _words(text[chain[-1].end : min(end, chain[-1].end + _REACH)])
    nouns = cues.nouns | cues.media if any(not hit.is_agency for hit in chain) else cues.nouns
    named = _noun_before(left, cues, nouns) or _noun_after(right, nouns)
    if all(hit.form.weak for hit in chain) and not named:
        return False
    return _cue_before(left, cues, nouns) or _cue_after(left, right, cues, nouns)


def _words(piece: str) -> list[str]:
    return [word for word in _WORD.findall(piece.casefold()) if word not in _QUOTES or word in ",;:"]


def _noun_before(left: Sequence[str], cues: Cues, nouns: frozenset[str]) -> bool:
    """A noun directly before, or before the words that say more of it ("agence de presse allemande")."""
    at = len(left)
    while at and len(left) - at < _LONGEST and left[at - 1] in cues.describing:
        at -= 1
    return at > 0 and left[at - 1] in nouns


def _noun_after(right: Sequence[str], nouns: frozenset[str]) -> bool:
    return any(word in nouns for word in right[:2])


def _cue_before(left: list[str], cues: Cues, nouns: frozenset[str]) -> bool:
    """A cue directly before, or before the articles and the "Russian state news agency" that belong to the name."""
    named, at = _noun_before(left, cues, nouns), len(left)
    for _ in range(7 if named else 5):
        if _ends_with_cue(left, at, cues):
            return True
        word = left[at - 1] if at else ","
        if not (word in cues.articles or (named and (word.isalpha() or word == "-")) or word in cues.staff):
            return False
        at -= 1
    return _ends_with_cue(left, at, cues)


def _ends_with_cue(left: list[str], at: int, cues: Cues) -> bool:
    if any(" ".join(left[at - size : at]) in cues.before for size in range(1, min(_LONGEST, at) + 1)):
        return True
    return at > 0 and left[at - 1] in cues.to and any(word in cues.speech for word in left[: at - 1])


def _cue_after(left: Sequence[str], right: Sequence[str], cues: Cues, nouns: frozenset[str]) -> bool:
    at = 0
    while (
        at < len(right) and at < 4 and (right[at] in nouns or right[at] in cues.staff or right[at] in ("(", ")", "s"))
    ):
        at += 1
    comma = not left or left[-1] in (",", "”")
    for word in right[at : at + 3]:
        if word in cues.after or (comma and word in cues.said):
            return True
        if word not in cues.adverbs:
            return False
    return False
