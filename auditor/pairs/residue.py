"""Words of the source left in the target."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from auditor.names.sounds import script
from auditor.pairs.side import Side, Word
from auditor.text.lexicon import LANGUAGES, SCALE, lexicon

_GAP = 1.5  # zipf by which a word must be commoner in the source's language
_GAP_NAME = 2.2  # the same for a word with a capital
_LEAST = 2.0
_RUN = 4
_HEAVY = 3
_CJK = frozenset({"zh", "ja"})


def residue(source: Side, target: Side) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Spans of single words and of whole parts (runs of words) of the target that are the source's own."""
    if source.language in _CJK:
        return _signs(source, target)
    if source.language == target.language or target.language not in LANGUAGES:
        return [], []
    shared = source.lows
    if shared.isdisjoint(target.lows):
        return [], []
    weights = [
        _foreign(word.text, word.low, source.language, target.language, at == 0) if word.low in shared else -1
        for at, word in enumerate(target.words)
    ]
    if max(weights, default=-1) < 1:
        return [], []
    return _runs(target.words, weights)


def _runs(words: list[Word], weights: list[int]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    single: list[tuple[int, int]] = []
    parts: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        if weights[at] < 0:
            at += 1
            continue
        end = at
        while end < len(words) and weights[end] >= 0:
            end += 1
        foreign = [i for i in range(at, end) if weights[i] > 0]
        if len(foreign) >= _HEAVY and end - at >= _RUN:
            parts.append((words[foreign[0]].start, words[foreign[-1]].end))
        else:
            single += [(words[i].start, words[i].end) for i in foreign]
        at = end
    return single, parts


@lru_cache(maxsize=65536)
def _foreign(text: str, low: str, source: str, target: str, first: bool) -> int:
    """1 where a word belongs to the source's language and not to the target's, else 0."""
    if len(low) < 3 or text.isupper():
        return 0
    row = lexicon().row(low)
    ours, theirs = row[LANGUAGES.index(target)] / SCALE, _zipf(row, source)
    if script(low) != _script_of(target):
        return int(text.islower() or theirs - ours >= _GAP_NAME)
    if text.islower() or (first and source != "de"):
        return int(theirs >= _LEAST and theirs - ours >= _GAP)
    others = sorted(row, reverse=True)[1] / SCALE
    return int(theirs >= _LEAST and theirs - ours >= _GAP_NAME and theirs - others >= _GAP)


def _zipf(row: bytes, language: str) -> float:
    return row[LANGUAGES.index(language)] / SCALE if language in LANGUAGES else 0.0


def _script_of(language: str) -> str:
    return "Cyrl" if language in ("ru", "uk") else "Latn"


def _signs(source: Side, target: Side) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Words written in signs that the target's language does not have."""
    single: list[tuple[int, int]] = []
    parts: list[tuple[int, int]] = []
    if target.text.isascii():
        return single, parts
    for word in target.words:
        if ord(word.text[0]) >= 0x2E80 and unicodedata.category(word.text[0]) == "Lo" and word.text in source.text:
            (parts if len(word.text) >= 6 else single).append((word.start, word.end))
    return single, parts
