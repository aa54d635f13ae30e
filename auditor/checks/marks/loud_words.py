"""Function words in capitals throughout inside a sentence (``said THE minister``, ``in A match``): spans, no checks."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.marks.wording import wording
from auditor.checks.phrases.calques import shown
from auditor.checks.spans import Sentence, sentences
from auditor.reading.article import Reading
from auditor.reading.quotes.words import words
from auditor.text.tokens import places_of
from auditor.text.traits import plain

_FEWEST = 3  # letters of a noun behind "A"


def loud_words(reading: Reading) -> Iterator[tuple[int, int]]:
    """Prepositions; other function words only in copy that is shown to be translated, where nobody stresses
    them, and behind a verb of saying."""
    table = wording()
    loud = table.loud & reading.places.keys()
    louder = table.louder & reading.places.keys()
    if louder and "translated" in shown(reading):
        loud |= louder
    asked = (loud | louder | {"A"}) & reading.places.keys()
    if not asked:
        return
    low = frozenset(map(plain, asked))
    for sentence in sentences(reading):
        for at in places_of(low, sentence.words):
            token = sentence.tokens[at]
            word = token.text
            if word not in asked:
                continue
            said = word in louder and sentence.words[at - 1] in words("en").verbs
            listed = word in loud or said or (word == "A" and _is_article(sentence, at))
            if listed and _free(sentence, at, reading.text):
                yield token.start, token.end


def _is_article(sentence: Sentence, at: int) -> bool:
    """No name of a group, grade or note."""
    around = at and at + 1 < len(sentence.words)
    if not around or sentence.words[at - 1] not in wording().before_a:
        return False
    return len(sentence.words[at + 1]) >= _FEWEST and sentence.words[at + 1] not in wording().after_a


def _free(sentence: Sentence, at: int, text: str) -> bool:
    """True outside quotation marks, between two words in lower case, parted from it by blanks only."""
    if sentence.quoted[at] or not 0 < at < len(sentence.tokens) - 1:
        return False
    before, own, after = sentence.tokens[at - 1 : at + 2]
    parted = text[before.end : own.start] == text[own.end : after.start] == " "
    return parted and before.text.islower() and after.text.islower()
