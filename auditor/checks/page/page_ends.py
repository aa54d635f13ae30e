"""Whether the last paragraph of an article was cut: what its end shows, weighed against how the others end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from auditor.reading.article import Block, Reading
from auditor.reading.lines import ends_sentence
from auditor.text.lexicon import Lexicon
from auditor.text.segments import shortened
from auditor.text.word_classes import word_classes
from auditor.text.words import function_words

_STOP = re.compile(r"[^\W\d_]{2}[.!?][\"”’»)]{0,2} (?=[^\W_a-zß-öø-ÿа-яґєії])")
_SIGNED = re.compile(r"(?:[^\W\d_]{2}[.!?][\"”’»)]{0,2}|[^\W_] [-–—|]) (?:[\w./’'-]{1,20} ?){1,3}$")
_DOTS = re.compile(r"(?<=[\w,]) ?(?:…|\.\.\.|\. \. \.)$")
_WORD = re.compile(r"[\w’'-]+")
_MARKS = (("“", "”"), ("„", "“"), ("«", "»"), ("(", ")"))
_PROSE = 14  # words of a paragraph whose end is looked at, and of others that count
_LONG = 25  # words after which a line is no heading
_SHORT = 8  # words of a line behind the last paragraph that may be a label of the page
_SIGN = 72  # characters at the end that may be a signature: up to three words behind a full stop or a dash
_AVERAGE = 18  # words a paragraph, from which a text is no list of lines
_SURE = 4
_STUMP, _SMALL = 4, 4.5  # letters of a stump, and the zipf in English of what may be a small word
_FEW, _KNOWN = 2, 3.4  # paragraphs of a text with a stump in a line of its own; zipf in English of what is none
_ENDINGS = frozenset(
    ("s", "es", "n", "an", "ian", "ish", "ese", "ed", "ing", "er", "ers", "ly", "al", "i", "a", "y", "ns")
)
_RARE = 2.0  # zipf, in any language, below which a word at the end is the stump of one


class Cut(NamedTuple):
    """The block that was cut, and what says so."""

    block: Block
    why: str


def cut_end(reading: Reading, open_words: frozenset[str], lexicon: Lexicon) -> Cut | None:
    """The last paragraph, where it lacks its end and all others have theirs. ``open_words``: nothing ends on them."""
    text = reading.text
    sized = [
        (b, text.count(" ", b.start, b.end) + 1) for b in reading.layout.blocks if b.kind in ("body", "subhead", "list")
    ]
    if alone := _left_alone(reading, sized, lexicon):
        return alone
    while len(sized) > 1 and sized[-1][1] < _SHORT and not ends_sentence(text[sized[-1][0].start : sized[-1][0].end]):
        sized.pop()
    if not sized or sized[-1][1] < (_SHORT if sized[-1][0].kind != "list" else _PROSE):
        return None
    block, size = sized[-1]
    own = text[block.start : block.end]
    trail = _DOTS.search(own, max(0, len(own) - 5))
    if not trail and (ends_sentence(own) or not (own[-1].isalnum() or own[-1] in ",-–")):
        return None
    others = [text[b.start : b.end] for b, words in sized[:-1] if words >= _PROSE and b.kind != "list"]
    stump = not trail and reading.base == "en" and _ends_on_stump(own, lexicon)
    clear = stump and bool(others) and _begins_word(own.rpartition(" ")[2], lexicon)
    if stump and size >= _PROSE and (clear or sum(map(ends_sentence, others)) * 2 >= len(others) > 0):
        return Cut(block, f"“{own.rpartition(' ')[2]}” is the stump of a word")
    if not all(map(ends_sentence, others)) or (block.kind == "list" and not stump and _loose_items(text, sized)):
        return None
    if trail:
        if own[: trail.start()].rpartition(" ")[2].lower() in shortened(reading.base):
            return None  # etc...
        return _trailing(block, own[: trail.start()], others, open_words)
    evidence = _points(own, size, len(others), open_words, lexicon, stump=stump)
    weight = sum(points for points, holds in evidence if holds)
    prose = sum(words for _, words in sized if words >= _SHORT) >= _AVERAGE * sum(w >= _SHORT for _, w in sized)
    why = "the last paragraph is the only one without a full stop"
    return Cut(block, why) if (prose or stump) and weight >= _SURE else None


def _left_alone(reading: Reading, sized: list[tuple[Block, int]], lexicon: Lexicon) -> Cut | None:
    """The last line, of a few words, whose last is how another word of the text begins (``Rutt``: Rutte)."""
    if len(sized) <= _FEW or sized[-1][1] >= _SHORT:
        return None
    block, text = sized[-1][0], reading.text
    own = text[block.start : block.end]
    word = own.rpartition(" ")[2]
    before = text[sized[-2][0].start : sized[-2][0].end]
    if (
        not word.isalpha()
        or not ends_sentence(before)
        or lexicon.zipf(word, "en") >= _KNOWN
        or not _begins(word, reading)
    ):
        return None
    return Cut(block, f"“{word}” is the stump of a word")


def _begins(word: str, reading: Reading) -> bool:
    """True where a word of the text goes on behind these letters, and none consists of them."""
    low = word.lower()
    others = set(reading.lower[:-1])
    longer = (other[len(low) :] for other in others if other.startswith(low))
    return low not in others and any(rest.isalpha() and rest not in _ENDINGS for rest in longer)


def _loose_items(text: str, sized: list[tuple[Block, int]]) -> bool:
    """True where the other items of the list do not end as sentences end, or there are none."""
    items = [text[b.start : b.end] for b, _ in sized[:-1] if b.kind == "list"]
    return not items or not all(map(ends_sentence, items))


def _points(
    own: str, size: int, others: int, open_words: frozenset[str], lexicon: Lexicon, *, stump: bool
) -> Iterator[tuple[int, bool]]:
    """Evidence that a paragraph without a final mark was cut, and against it."""
    start = max((stop.end() for stop in _STOP.finditer(own)), default=0)
    words = _WORD.findall(own[start:])
    last = words[-1] if words else ""
    yield 2, others >= 2
    yield 1, others >= 4
    yield 1, size >= _PROSE
    yield 1, size >= _LONG
    yield 2, start > 0
    yield 2, any(own.count(left) > own.count(right) for left, right in _MARKS)
    yield 3, last.lower() in open_words or own[-1] in ",-–"
    yield 2, last.islower() and lexicon.most(last) < _RARE
    yield 3, stump
    yield -4, _signed(own)
    yield -4, sum(w[0].islower() for w in words) * 2 < len(words) and start > 0


def _signed(own: str) -> bool:
    """True for a few words behind the last sentence, unless they begin as sentences do (``The opp``)."""
    found = _SIGNED.search(own, max(0, len(own) - _SIGN))
    return found is not None and found[0].partition(" ")[2].partition(" ")[0] not in _opening()


@cache
def _opening() -> frozenset[str]:
    """Small words of English as sentences begin with them."""
    return frozenset(word.title() for word in function_words()["en"].glue)


def _ends_on_stump(own: str, lexicon: Lexicon) -> bool:
    """True where the last word is none of English: a few letters in lower case, or the beginning of a word."""
    word = own.rpartition(" ")[2]
    if not (word.islower() and word.isalpha()) or word in word_classes() or _signed(own):
        return False
    if len(word) <= _STUMP:
        return lexicon.zipf(word, "en") < _SMALL
    return _begins_word(word, lexicon)


def _begins_word(word: str, lexicon: Lexicon) -> bool:
    """True for letters that no language has as a word, with which a longer one of English begins (``platf``)."""
    if len(word) <= _STUMP or not (word.islower() and word.isalpha()):
        return False
    rare = max(lexicon.zipfs(word).values(), default=0.0) < _RARE
    return rare and any(whole.startswith(word) and whole != word for whole in word_classes())


def _trailing(block: Block, own: str, others: list[str], open_words: frozenset[str]) -> Cut | None:
    """A last paragraph that ends on dots, where no other does: after a word that nothing ends on, or in mid-report."""
    words = _WORD.findall(own)
    if len(words) < _SHORT or any(_DOTS.search(other) for other in others):
        return None
    if words[-1].lower() in open_words or own[-1] == ",":
        return Cut(block, f"nothing ends on “{words[-1]}”")
    start = max((stop.end() for stop in _STOP.finditer(own)), default=0)
    inside = len(_WORD.findall(own[start:])) >= _SHORT and len(words) >= _PROSE
    return Cut(block, "the text trails off in its last paragraph") if inside and len(others) >= 2 else None
