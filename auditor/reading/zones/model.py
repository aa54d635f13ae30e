"""How much a line looks like furniture, all its evidence taken together: log-odds of its words, form and place.

Nothing here knows a phrase. The figures (``data/zones/line_words.tsv``, ``line_weights.toml``) are fitted by
``tools/fit_lines.py``. The features are those by which page cleaners judge plain lines (Kohlschütter et al. 2010;
Pomikálek 2011), density of function words, length, the line's end and neighbours, and the words that furniture is made
of. What a name is weighs nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp, log
from operator import mul

from auditor.packs import data_path, load_toml, load_tsv
from auditor.reading.lines import Line
from auditor.reading.zones.phrases import Phrases
from auditor.records import Record

MAX_WORDS = 30  # a longer line is judged by phrases alone
FEATURES = (
    "bias", "vocabulary", "share", "plain", "function", "names", "figures", "length", "stop", "question", "colon",
    "sign", "address", "quoted", "head", "tail", "beside", "between",
)  # fmt: skip
_PLAIN, _NAMES, _LENGTH = (FEATURES.index(name) for name in ("plain", "names", "length"))
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_HUMP = re.compile(r"[A-ZÀ-ÞА-Я](?<=[a-zß-öø-ÿа-я].)")  # begins with what is rare: found at once
_SIGN = re.compile(r"[|›»©®#@☞→►▶•·*]|[<>\[\]]| / | - |://|\w\.(?:com|net|org)\b")
_QUOTES = frozenset('"“”„«»‘')
_CLOSERS = "\"'”’»)] \u00a0"
_FURNITURE, _FUNCTION = 0.5, -1.0  # weights from which a word is one of furniture, to which it is a function word
_CERTAIN = 3.0  # weight of a word that is one of furniture without a doubt
_GLUED = 4  # words of a line that may be labels glued together
_MOST = 10.0  # of the vocabulary's sum
_ONE = 1.5  # plain words, of which one is let pass
_SHORT = 3  # letters of a word that is never plain


class LineWeights(Record, frozen=True):
    """``address``: words of speech between a page and its reader. ``weights``: feature -> log-odds a unit.

    ``inside``: log-odds asked between paragraphs, ``outside``: elsewhere, ``sentence``: what whole ones need more,
    ``plain``: what each word between paragraphs that is none of furniture's adds to it.
    """

    schema: int
    citation: str
    address: frozenset[str]
    weights: dict[str, float]
    outside: float
    inside: float
    sentence: float
    plain: float


@cache
def line_weights() -> LineWeights:
    """The shipped figures."""
    return load_toml(data_path("zones", "line_weights.toml"), LineWeights)


@cache
def _weights() -> tuple[float, ...]:
    weights = line_weights().weights
    return tuple(weights[name] for name in FEATURES)


@cache
def line_words() -> Mapping[str, float]:
    """Word in lower case -> log-odds that it stands in furniture, for all languages at once."""
    rows = load_tsv(data_path("zones", "line_words.tsv"), ("word", "weight"))
    return {row["word"]: int(row["weight"]) / 10 for row in rows}


@cache
def _strong() -> frozenset[str]:
    return frozenset(word for word, weight in line_words().items() if weight >= _FURNITURE)


def parts(text: str) -> list[str]:
    """The words of a line, glued ones apart: ``CommentsPrint``, ``comment0``."""
    return _PARTS.findall(_HUMP.sub(lambda hump: f" {hump[0]}", text))


def speaking(text: str) -> int:
    """How many words of furniture the text has."""
    strong = _strong()
    return sum(part.lower() in strong for part in parts(text))


def may_speak(line: Line) -> bool:
    """Whether a line may have words of furniture; asked of every line. Only short ones are words glued together."""
    if not _strong().isdisjoint(line.words):
        return True
    return not line.final and len(line.words) <= _GLUED and bool(speaking(line.text))


def strong(words: Sequence[str]) -> int:
    """How many different words of furniture stand among these (lower case)."""
    return len(_strong().intersection(words))


def spoken_to(words: Sequence[str]) -> bool:
    """Whether words of speech between a page and its reader stand among these (lower case)."""
    return not line_weights().address.isdisjoint(words)


def addresses(text: str, words: Iterable[str] | None = None) -> bool:
    """Whether the line speaks to its reader, or of those who made the page, in no quotation; ``words``: its `parts`."""
    if quoted(text):
        return False
    return not line_weights().address.isdisjoint(map(str.lower, parts(text) if words is None else words))


def quoted(text: str) -> bool:
    """Whether the line has a quotation mark."""
    return not _QUOTES.isdisjoint(text)


def no_words(words: Sequence[str]) -> bool:
    """Whether none of these words (lower case) is one of furniture."""
    return _strong().isdisjoint(words)


def all_speak(words: Sequence[str]) -> bool:
    """Whether all of these words (lower case) are words of furniture."""
    return all(word in _strong() for word in words)


def is_function(word: str) -> bool:
    """Whether the word is a function word of some language."""
    return line_words().get(word.lower(), 0.0) <= _FUNCTION


def of_text(text: str, table: Phrases) -> list[float]:
    """What a text shows by itself: the features ``bias`` to ``quoted``."""
    words = parts(text)
    return [*_of_words(words, table), *_of_form(text, words)]


def _of_words(words: Sequence[str], table: Phrases) -> list[float]:
    """What the words show: the features ``bias`` to ``length``."""
    known = line_words()
    total = share = plain = function = names = figures = 0.0
    for at, word in enumerate(words):
        low = word.lower()
        weight = known.get(low)
        if word.isdigit():
            figures += 1
        elif weight is not None and weight >= _FURNITURE:
            total += weight
            share += min(1.0, weight / _CERTAIN)
        elif weight is not None and weight <= _FUNCTION:
            function += 1
        elif weight is None and low not in table.date_words:
            names += word[0].isupper() and at > 0
            plain += word[0].islower() and len(word) > _SHORT
    size = max(1, len(words))
    return [
        1.0, min(total, _MOST), share / size, plain / size, function / size, names / size, figures / size, log(size),
    ]  # fmt: skip


def _of_form(text: str, words: Sequence[str]) -> list[float]:
    """How the line ends, what signs it has and whom it speaks to: the features ``stop`` to ``quoted``."""
    last = text.rstrip(_CLOSERS)[-1:]
    signs = _SIGN.search(text) is not None
    return [*map(float, (last in ".…", last in "!?", last == ":", signs, addresses(text, words), quoted(text)))]


def features(
    rows: Sequence[Line], at: int, labels: Mapping[int, object], ends: tuple[int, int], table: Phrases
) -> tuple[float, ...]:
    """The values of ``FEATURES``; ``labels``: lines known to be furniture, ``ends``: the first and the last prose."""
    line = rows[at]
    beside = (at - 1 in labels) + (at + 1 in labels)
    place = [float(at < ends[0]), float(at > ends[1]), float(beside > 0), float(beside > 1)]
    return (*of_text(line.text, table), *place)


def plain_words(values: Sequence[float]) -> float:
    """How many words of the line are neither of furniture nor names, figures, function words."""
    return values[_PLAIN] * exp(values[_LENGTH])


def bare(values: Sequence[float]) -> bool:
    """Whether all words of the line but one at most are of furniture, function words or figures, and none is a name."""
    return plain_words(values) < _ONE and not values[_NAMES]


def odds(values: Sequence[float]) -> float:
    """Log-odds that a line with these features is furniture."""
    return float(sum(map(mul, _weights(), values)))
