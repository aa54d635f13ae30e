"""What stands twice in a row: nouns and verbs, runs of words, and sentences whose words of content are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from auditor.checks.base import Context, Hit
from auditor.checks.marks.wording import links
from auditor.checks.spans import Sentence, Spans, quoted, sentences
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading, Span
from auditor.records import Record, Suggestion
from auditor.text.tokens import echoes
from auditor.text.word_classes import word_classes

_LETTERS = 4  # of a word of content that is never said twice in a row
_CONTENT = frozenset(("NN", "NNS", "NM", "NV", "NZ", "VBD", "VBN", "ED", "VBZ", "VBG"))
_LEAST = 6  # different words of content of a sentence that is compared
_RUN = (2, 6)  # words of a run that is said again at once, at least and at most
_REACH = 4  # sentences before it with which one is compared


class Twins(Record, frozen=True):
    """``data/checks/twins.toml``: its header says what each list holds."""

    schema: int
    light: frozenset[str]
    endings: tuple[str, ...]
    others: frozenset[str]


@cache
def _words() -> Twins:
    return load_toml(data_path("checks", "twins.toml"), Twins)


def _content(word: str) -> bool:
    """Whether a word is a noun or verb, by the table of word classes or by its ending."""
    if len(word) < _LETTERS or not word.isalpha() or word in _words().others:
        return False
    tag = word_classes().get(word)
    return tag in _CONTENT if tag else word.endswith(_words().endings) and not word.endswith(("ss", "us", "is"))


def said_twice(context: Context) -> Iterator[Hit]:
    """``the troops troops``: a noun or verb in lower case that follows itself, outside quotations."""
    reading = context.reading
    lower, tokens, text = reading.lower, reading.tokens, reading.text
    spoken = None
    for at in echoes(lower):
        word, first, second = lower[at], tokens[at], tokens[at + 1]
        if not _content(word):
            continue
        lone = text[first.end : second.start] == " " and first.text == second.text and word == first.text
        spoken = spoken or quoted(reading)
        if not lone or text[second.end : second.end + 1] in ("-", "'", "’") or spoken.hits(first.start, second.end):
            continue
        yield Hit(start=first.start, end=second.end, suggestions=(Suggestion(text=word),))


def stutters(context: Context) -> Iterator[Hit]:
    """``that he would he would come``: runs of two to six words that follow themselves with only a blank between."""
    text = context.reading.text
    for sentence in sentences(context.reading):
        if len({*pairwise(sentence.words)}) >= len(sentence.words) - 1:
            continue  # no two words stand side by side twice
        seen: dict[str, int] = {}
        done = 0
        for at, word in enumerate(sentence.words):
            first = seen.get(word, -1)
            seen[word] = at
            if first < done or not _RUN[0] <= at - first <= _RUN[1] or not _said_again(sentence, first, at, text):
                continue
            done = 2 * at - first
            start, end = sentence.tokens[first].start, sentence.tokens[done - 1].end
            yield Hit(start=start, end=end, suggestions=(Suggestion(text=text[start : sentence.tokens[at - 1].end]),))


def _said_again(sentence: Sentence, first: int, second: int, text: str) -> bool:
    """Whether the words from the first place up to the second stand there once more, parted by blanks only."""
    size, words = second - first, sentence.words
    if words[first:second] != words[second : second + size] or sentence.quoted[first]:
        return False
    both = sentence.tokens[first : second + size]
    dated = size == _RUN[0] and words[first] in links() and both[1].text.istitle()  # on Monday on Monday
    if not (dated or _plain(words[first:second])):
        return False
    parted = any(text[a.end : b.start] != " " for a, b in pairwise(both))
    return not parted and not all(token.text[0].isupper() for token in both)


def _plain(run: tuple[str, ...]) -> bool:
    """No figures, no "on and on and on": most words differ, and two are not joined by a third (but "in the in the")."""
    varied = len(set(run)) * 2 > len(run) > 1
    joined = len(run) == 2 and links() & set(run) and run[1] != "the"
    return varied and all(word.isalpha() for word in run) and not joined


def twins(reading: Reading, told: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str, Span]]:
    """``(start, end, "sentence", the first)`` of sentences that say the words of content of one shortly before.

    Figures count as words of content: ``In 2022, ...`` and ``In 2023, ...`` are two.
    """
    if reading.base != "en":
        return
    known = Spans(told)
    last: list[tuple[frozenset[str], Sentence]] = []
    for sentence in sentences(reading):
        own = frozenset(sentence.words) - _words().light
        here = sentence.segment
        if reading.text[here.start : here.end].rstrip("”\"’' ").endswith("?"):
            continue  # who asks, says it again
        same = next((other for words, other in last if words == own), None)
        if same and len(own) >= _LEAST and same.words != sentence.words and not known.hits(here.start, here.start + 1):
            yield here.start, here.end, "sentence", Span(same.segment.start, same.segment.end)
        last = [*last[1 - _REACH :], (own, sentence)]
