"""Words of the source left in the target."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from auditor.names.sounds import script
from auditor.pairs.side import Side, Word
from auditor.reading.values.words import vocabulary
from auditor.text.around import last_before
from auditor.text.lexicon import LANGUAGES, SCALE, lexicon

_GAP = 1.2  # zipf by which a word must be commoner in the source's language
_GAP_NOUN = 2.2  # the same for a German noun, which may be a name
_LEAST = 2.0
_LITTLE = 4.8  # zipf of the little words of a language
_SHORTEST = 3
_WORDY = 5
_ADDRESS = frozenset("@#/_\\&=")
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
        if _part(words[at:end], [words[i] for i in foreign], target):
            parts.append((words[foreign[0]].start, words[foreign[-1]].end))
        elif foreign and not _named(words[at:end]):
            single += [(words[i].start, words[i].end) for i in foreign if _left(words[i], source, target)]
        at = end
    return single, parts


def _part(run: list[Word], foreign: list[Word], target: Side) -> bool:
    """True for a run that is a passage left as it was, and no name or title in quotation marks."""
    if len(foreign) < 2 or len(run) < _RUN or sum(word.text[0].islower() for word in foreign) < 2:
        return False
    before, after = target.text[max(0, run[0].start - 1) : run[0].start], target.text[run[-1].end : run[-1].end + 2]
    if before in _QUOTES and not _QUOTES.isdisjoint(after):
        return False
    return len(foreign) >= _HEAVY or len(run) > _RUN


def _named(run: list[Word]) -> bool:
    """True when the words stand together as a name: several with a capital, or one beside a little word."""
    capitals = sum(word.text[0].isupper() for word in run)
    return len(run) > 1 and (capitals > 1 or (capitals == 1 and min(len(word.text) for word in run) < _WORDY))


def _left(word: Word, source: Side, target: Side) -> bool:
    """True when nothing says that the word was meant to stay: no quotation marks, no name."""
    text = target.text
    around = text[max(0, word.start - 1) : word.start] + text[word.end : word.end + 1]
    if len(word.text) < _SHORTEST or not _QUOTES.isdisjoint(around) or not _ADDRESS.isdisjoint(around):
        return False
    if text[word.end : word.end + 1] == "." and text[word.end + 1 : word.end + 2].isalnum():
        return False
    if word.start > 1 and text[word.start - 1] == "." and text[word.start - 2].isalnum():
        return False
    if any(c.isupper() for c in word.text[1:]):
        return False
    if word.text[0].islower():
        return True
    if any(other.low == word.low and other.text[0].islower() for other in source.words):
        return True
    zipf = lexicon().zipf(word.low, source.language)
    return source.language == "de" and zipf >= _NOUN and bool(last_before(text, word.start))


@lru_cache(maxsize=65536)
def _foreign(text: str, low: str, source: str, target: str) -> int:
    """1 where a word belongs to the source's language and not to the target's, else 0."""
    if len(low) < 2 or (text.isupper() and len(text) < 6):
        return 0
    row = lexicon().row(low)
    ours, theirs = row[LANGUAGES.index(target)] / SCALE, row[LANGUAGES.index(source)] / SCALE
    if low in vocabulary(target).money or low in vocabulary(source).money:
        return 0
    if (script(low) == "Cyrl") != (target in _CYRILLIC):
        return int(text.islower() or theirs - ours >= _GAP_NOUN)
    if text.islower():
        least = _LEAST if len(low) > _SHORTEST else _LITTLE
        return int((theirs >= least and theirs - ours >= _GAP) or (not ours and theirs > 0 and len(low) >= _RARE))
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
