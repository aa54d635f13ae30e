"""``In 1990 he will be elected``: what is over, told in the future of the past as Romance languages narrate; spans."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Sentence, sentences
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Record, Suggestion
from auditor.text.tokens import places_of
from auditor.text.word_classes import word_classes

_WHY = "what is over is told in the past: French, Italian and Spanish narrate it in the future"
_WILL = ("will",)
_VERBS = frozenset(("ED", "VBD", "VBN", "VBG", "VBZ"))
_RELATIVE = frozenset(("that", "what", "which", "who"))
_SUBJECT = frozenset(("a", "an", "he", "her", "his", "it", "its", "she", "the", "their", "they", "this"))
_PAST = frozenset(("ED", "VBD"))
_FIRST, _YEAR = 1900, 4
_REACH = 14  # words from "will" to its year
_OPENING = 12  # words from the opening of a sentence to "will"
_WEIGHT = 2.0
_LATER = 5  # words from "later" to "will"
_PASSAGE = 40  # words before it in which a year may stand
_TIMES = frozenset(
    ("ago", "last", "later", "yesterday")
)  # without one of these, or a year, nothing is shown to be over
_AROUND = frozenset(("after", "before", "until"))


class Ahead(Record, frozen=True):
    """The file ``data/checks/told_ahead.toml``; see its header."""

    schema: int
    always: int
    adverbs: frozenset[str]
    events: frozenset[str]
    done: frozenset[str]
    others: frozenset[str]
    months: frozenset[str]
    last: frozenset[str]
    spans: frozenset[str]
    told: frozenset[str]


@cache
def _file() -> Ahead:
    return load_toml(data_path("checks", "told_ahead.toml"), Ahead)


def told_ahead(context: Context) -> Iterator[Hit]:
    """One hit for each "will" whose clause says that it was in a year or at a time that is over."""
    for sentence, at in over_and_ahead(context.reading):
        token = sentence.tokens[at]
        args = {"words": token.text, "why": _WHY, "languages": "fr, it, es"}
        better = "was" if sentence.words[at + 1] == "be" else None
        end = sentence.tokens[at + 1].end if better else token.end
        yield Hit(start=token.start, end=end, args=args, suggestions=_better(better), weight=_WEIGHT)


def over_and_ahead(reading: Reading) -> Iterator[tuple[Sentence, int]]:
    """The sentence and the place of "will" in it."""
    if "will" not in reading.vocabulary:
        return
    body, latest = sentences(reading), 0
    for number, sentence in enumerate(body):
        if "will" not in sentence.words or not _dated(sentence):
            continue
        for at in places_of(_WILL, sentence.words):
            if sentence.quoted[at] or at + 2 >= len(sentence.words) or not at or sentence.words[at - 1] in _RELATIVE:
                continue
            latest = latest or _latest(reading)
            before = body[number - 1] if number else None
            if _opens(sentence, at, latest) or _closes(sentence, at, latest) or _later(sentence, before, at, latest):
                yield sentence, at


def _dated(sentence: Sentence) -> bool:
    """False for what no year and no word of time can show to be over."""
    return not _TIMES.isdisjoint(sentence.words) or any(map(_is_year, sentence.words))


def _better(text: str | None) -> tuple[Suggestion, ...]:
    return (Suggestion(text=text),) if text else ()


def _latest(reading: Reading) -> int:
    """The year before which all are over: that of publication, else the last of which the copy tells in the past."""
    if reading.source.published:
        return int(reading.source.published[:_YEAR])
    told = [
        year
        for sentence in sentences(reading)
        if "will" not in sentence.words and not _file().told.isdisjoint(sentence.words)
        for year in _years(sentence.words)
    ]
    return max([_file().always, *told])


def _years(words: tuple[str, ...]) -> list[int]:
    """The years behind "in" or a month, in order of the words."""
    found = (word for before, word in pairwise(words) if before == "in" or before in _file().months)
    return [int(word) for word in found if len(word) == _YEAR and word.isdecimal()]


def _is_year(word: str) -> bool:
    return len(word) == _YEAR and word.isdecimal()


def _over(word: str, latest: int) -> bool:
    return _is_year(word) and _FIRST <= int(word) < latest


def _opens(sentence: Sentence, at: int, latest: int) -> bool:
    """``In 1990 the deputy will``, ``Last week he will``: nothing between is told in the past."""
    words = sentence.words
    first = 1 if words[0] == "already" else 0
    if not first < at <= first + _OPENING or any(word_classes().get(word) in _PAST for word in words[first:at]):
        return False
    if words[first] in ("in", "on"):
        early = words[first + 1 : min(at, first + _YEAR)]
        year = next((word for word in early if word.isdecimal() and len(word) == _YEAR), "")
        behind = words.index(year) + 1 if year else at
        if behind < at and not (words[behind] in _SUBJECT or sentence.tokens[behind].text[0].isupper()):
            return False
        past = not _file().told.isdisjoint(words[at + 1 :]) and year.isdecimal()
        return _over(year, latest) or (past and _over(year, int(year) + 1))
    ago = "ago" in words[first : first + 4]
    span = words[first] == "yesterday" or (words[first] == "last" and words[first + 1] in _file().last)
    return (span or ago) and _file().told.isdisjoint(words[first:at])


def _closes(sentence: Sentence, at: int, latest: int) -> bool:
    """``he will become president in July 1994``, ``will be born in 1955``: a verb that the year dates."""
    words, tokens = sentence.words, sentence.tokens
    verb = at + 1
    while verb < len(words) - 1 and words[verb] in _file().adverbs:
        verb += 1
    if words[verb] == "be" and verb + 1 < len(words) and words[verb + 1] in _file().done:
        verb += 1
    elif words[verb] not in _file().events:
        return False
    around = False
    for i in range(verb + 1, min(len(words), verb + _REACH)):
        if tokens[i].start - tokens[i - 1].end > 1 and not _over(words[i], latest):
            return False
        if _over(words[i], latest):
            return words[i - 1] == "in" or words[i - 1] in _file().months
        around = around or words[i] in _AROUND
        if words[i] in _file().others or (word_classes().get(words[i]) in _VERBS and not around):
            return False
    return False


def _later(sentence: Sentence, before: Sentence | None, at: int, latest: int) -> bool:
    """``In 1983 he left, and a year later he will marry``, or in the sentence behind."""
    words = sentence.words
    here = next((i for i in range(at - 1, max(0, at - _LATER), -1) if words[i] == "later"), 0)
    if here < 2 or words[here - 1] not in _file().spans:
        return False
    told = [words[max(0, here - _PASSAGE) : here]]
    if here <= _LATER and before is not None:
        told.append(before.words[-_PASSAGE:])
    years = [year for part in told for year in _years(part)]
    return bool(years) and max(years) < latest
