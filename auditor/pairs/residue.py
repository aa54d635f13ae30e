"""Words of the source left in the target."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from auditor.names.sounds import script
from auditor.pairs.side import Side, Word
from auditor.text.lexicon import LANGUAGES, SCALE, lexicon

_GAP = 1.5  # zipf by which a word must be commoner in the source's language
_GAP_NOUN = 2.2  # the same for a German noun, which may be a name
_LEAST = 2.0
_NOUN = 4.0  # zipf from which a German word with a capital is surely a noun
_RUN = 4
_HEAVY = 3
_RARE = 6  # letters of a word that no list has
_CJK = frozenset({"zh", "ja"})
_CYRILLIC = frozenset({"ru", "uk"})
_QUOTES = frozenset("\"“”„«»‘’'")
Span = tuple[int, int]


def residue(source: Side, target: Side) -> tuple[list[Span], list[Span]]:
    """Spans of single words and of whole parts (runs of words) of the target that are the source's own."""
    if source.language in _CJK:
        return _signs(source, target)
    known = target.language in LANGUAGES and source.language in LANGUAGES
    if not known or source.language == target.language or source.lows.isdisjoint(target.lows):
        return [], []
    shared = source.lows
    weights = [
        _foreign(word.text, word.low, source.language, target.language) if word.low in shared else -1
        for word in target.words
    ]
    if max(weights, default=-1) < 1:
        return [], []
    return _runs(source, target, weights)


def _runs(source: Side, target: Side, weights: list[int]) -> tuple[list[Span], list[Span]]:
    words = target.words
    single: list[Span] = []
    parts: list[Span] = []
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
        elif foreign and not _named(words[at:end], source):
            single += [(words[i].start, words[i].end) for i in foreign if _left(words[i], source, target)]
        at = end
    return single, parts


def _named(run: list[Word], source: Side) -> bool:
    """True when the words stand together as a name: words with a capital beside lower-case ones or each other."""
    return len(run) > 1 and any(word.text[0].isupper() for word in run)


def _left(word: Word, source: Side, target: Side) -> bool:
    """True when nothing says that the word was meant to stay: no quotation marks, no name."""
    around = target.text[max(0, word.start - 1) : word.start] + target.text[word.end : word.end + 1]
    if not _QUOTES.isdisjoint(around):
        return False
    if word.text[0].islower():
        return True
    if any(other.low == word.low and other.text[0].islower() for other in source.words):
        return True
    zipf = lexicon().zipf(word.low, source.language)
    return source.language == "de" and zipf >= _NOUN and bool(target.text[: word.start].strip())


@lru_cache(maxsize=65536)
def _foreign(text: str, low: str, source: str, target: str) -> int:
    """1 where a word belongs to the source's language and not to the target's, else 0."""
    if len(low) < 3 or (text.isupper() and len(text) < 6):
        return 0
    row = lexicon().row(low)
    ours, theirs = row[LANGUAGES.index(target)] / SCALE, row[LANGUAGES.index(source)] / SCALE
    if (script(low) == "Cyrl") != (target in _CYRILLIC):
        return int(text.islower() or theirs - ours >= _GAP_NOUN)
    if text.islower():
        return int((theirs >= _LEAST and theirs - ours >= _GAP) or (not ours and len(low) >= _RARE))
    return int(theirs >= _LEAST and theirs - ours >= _GAP_NOUN)


def _signs(source: Side, target: Side) -> tuple[list[Span], list[Span]]:
    """Words written in signs that the target's language does not have."""
    single: list[Span] = []
    parts: list[Span] = []
    if target.text.isascii():
        return single, parts
    for word in target.words:
        if ord(word.text[0]) >= 0x2E80 and unicodedata.category(word.text[0]) == "Lo" and word.text in source.text:
            (parts if len(word.text) >= 6 else single).append((word.start, word.end))
    return single, parts
