"""Names of people in office that Cyrillic copy left in Latin letters: ``Президент Франции Emmanuel Macron``.

Bands, singers and makers keep their letters in such copy, too; who holds an office does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from auditor.checks.spans import Sentence, in_address, sentences
from auditor.reading.article import Reading
from auditor.reading.mentions.words import is_given, name_words

CYRILLIC = ("ru", "uk")
_LATIN = re.compile(r"[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'’-]{1,30}")
_FAR = 4  # words before the name among which the office stands
_STEM, _ENDING = 4, 3  # letters of an office, and of its case ending
_MOST = 4  # words of a name


def latin_persons(reading: Reading) -> Iterator[tuple[int, int]]:
    """Start and end of such names, outside quotation marks and brackets."""
    if not any(_LATIN.fullmatch(word) for word in reading.places):
        return
    for sentence in sentences(reading):
        at = 0
        while at < len(sentence.tokens):
            end = _run(sentence, at, reading.text)
            if end - at > 1 and _is_person(sentence, at, reading):
                yield sentence.tokens[at].start, sentence.tokens[end - 1].end
            at = max(end, at + 1)


def _run(sentence: Sentence, at: int, text: str) -> int:
    """The index behind the words of Latin letters, each with a capital, that begin here."""
    end = at
    while end < len(sentence.tokens) and _LATIN.fullmatch(sentence.tokens[end].text) and end - at < _MOST:
        if end > at and text[sentence.tokens[end - 1].end : sentence.tokens[end].start] not in (" ", "\u00a0"):
            break
        end += 1
    return end


def _is_person(sentence: Sentence, at: int, reading: Reading) -> bool:
    first = sentence.tokens[at]
    if sentence.quoted[at] or not is_given(first.text) or in_address(reading.text, first):
        return False
    if reading.text[first.start - 1 : first.start] != " ":
        return False
    before = sentence.tokens[max(0, at - _FAR) : at]
    gaps = (reading.text[a.end : b.start] for a, b in pairwise((*before, first)))
    near = list(zip(before, gaps, strict=True))
    for token, gap in reversed(near):
        if gap.strip(" \u00a0-"):
            return False
        if _office(token.text.lower(), reading.base):
            return True
    return False


@cache
def _office(word: str, language: str) -> bool:
    titles = [title for title in name_words(language).titles if len(title) >= _STEM]
    return any(word.startswith(title.rstrip("ьйао")) and len(word) <= len(title) + _ENDING for title in titles)
