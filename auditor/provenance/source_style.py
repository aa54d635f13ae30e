"""How far the style of English copy speaks for a source language: a linear model over function words and their order.

The model knows no topic: words outside a list of general vocabulary enter as shapes only. Its weights are data, made by
``tools/train_source_style.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import exp, sqrt

import msgspec

from auditor.packs import data_path, load_toml, load_tsv
from auditor.records import Record

NATIVE = "none"
_LANE, _LIFT, _FINE = 48, 4096, 64  # bits of a lane, what makes weights positive, steps of a damped count
_CAP = 5000  # characters read
_PIECE = re.compile(r"([A-Za-z]+(?:['’][a-z]+)?)|(\d[\d.,]*)|([,;:(–—])|([.!?\n])")
_SUFFIXES = ("ing", "ed", "ly", "s")


class Settings(Record, frozen=True):
    """What the weights were made for and with."""

    schema: int
    citation: str
    classes: tuple[str, ...]
    words: tuple[str, ...]
    bias: tuple[float, ...]
    temperature: float
    min_symbols: int


class Style(msgspec.Struct, frozen=True):
    """Probability of each class (languages and ``none``), and how many symbols were read."""

    probabilities: dict[str, float]
    symbols: int


@cache
def _settings() -> Settings:
    return load_toml(data_path("style", "source_style.toml"), Settings)


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    classes = _settings().classes
    rows = load_tsv(data_path("style", "source_style.tsv"), ("feature", *classes))
    return {row["feature"]: tuple(int(row[code]) / 10 for code in classes) for row in rows}


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(_settings().words)


class Node(msgspec.Struct, gc=False):
    """A step of the tree of features: the number of the feature that ends here (or -1), and what may follow."""

    number: int
    next: dict[str, Node]


_NONE: dict[str, Node] = {}


@cache
def _tree() -> tuple[dict[str, Node], tuple[int, ...]]:
    """The features by their symbols, and their weights packed: in tenths, raised by ``_LIFT``, 48 bits a class."""
    root: dict[str, Node] = {}
    packed: list[int] = []
    for name, weights in _weights().items():
        level, node = root, None
        for symbol in name.split(" "):
            node = level.setdefault(symbol, Node(-1, {}))
            level = node.next
        if node:
            node.number = len(packed)
        packed.append(sum((round(w * 10) + _LIFT) << (_LANE * k) for k, w in enumerate(weights)))
    return root, tuple(packed)


def judge(text: str) -> Style | None:
    """The style's verdict on English text; ``None`` where it is too short to say anything."""
    settings, (_, packed) = _settings(), _tree()
    counts, length = _count(text)
    if length < settings.min_symbols:
        return None
    norm = sqrt(sum(counts.values())) or 1.0
    damped = [(packed[number], round(sqrt(value) * _FINE)) for number, value in counts.items()]
    summed, lift = sum(row * q for row, q in damped), _LIFT * sum(q for _, q in damped)
    mask = (1 << _LANE) - 1
    sums = [((summed >> (_LANE * k) & mask) - lift) / (10 * _FINE) for k in range(len(settings.classes))]
    scores = [(b + total / norm) / settings.temperature for b, total in zip(settings.bias, sums, strict=True)]
    top = max(scores)
    odds = [exp(score - top) for score in scores]
    total = sum(odds)
    return Style({code: value / total for code, value in zip(settings.classes, odds, strict=True)}, length)


def _count(text: str) -> tuple[dict[int, int], int]:
    """How often each feature of the model occurs, by number, and how many symbols there are."""
    root, counts = _tree()[0], dict[int, int]()
    start = root.get("^") or Node(-1, _NONE)
    one, two = start.next, (start.next.get("^") or start).next if "^" in start.next else _NONE
    pieces = _PIECE.findall(text[:_CAP])
    for word, number, mark, _ in pieces:
        symbol = _symbol(word) if word else "NUM" if number else mark or "^"
        first, second, third = root.get(symbol), one.get(symbol), two.get(symbol)
        for node in (first, second, third):
            if node and node.number >= 0:
                counts[node.number] = counts.get(node.number, 0) + 1
        one, two = first.next if first else _NONE, second.next if second else _NONE
    return counts, len(pieces)


@lru_cache(100_000)
def _symbol(word: str) -> str:
    low = word.lower().replace("’", "'")
    return low if low in _vocabulary() else _shape(word, low)


def features(text: str, vocabulary: frozenset[str]) -> tuple[dict[str, float], int]:
    """Feature -> damped count (square root), and the number of symbols: one, two and three symbols in a row."""
    counts: dict[str, int] = {}
    one = two = "^"
    length = 0
    for symbol in symbols(text[:_CAP], vocabulary):
        length += 1
        pair = f"{one} {symbol}"
        for name in (symbol, pair, f"{two} {pair}"):
            counts[name] = counts.get(name, 0) + 1
        two, one = one, symbol
    return {name: sqrt(value) for name, value in counts.items()}, length


class Telling(msgspec.Struct, frozen=True):
    """A stretch whose wording speaks for a language, with the nats that its kind adds to it against native copy."""

    start: int
    end: int
    nats: float


def telling(text: str, spans: Sequence[tuple[int, int]], code: str, limit: int) -> tuple[Telling, ...]:
    """The first stretches of the ``limit`` turns of phrase that speak most for a language; of two words or more."""
    settings = _settings()
    if code not in settings.classes:
        return ()
    theirs, native = settings.classes.index(code), settings.classes.index(NATIVE)
    held: dict[str, tuple[int, int, int]] = {}
    for begin, finish in spans:
        window: list[tuple[str, int, int]] = []
        for symbol, start, end in _placed(text[begin:finish], _vocabulary()):
            window = [*window[-2:], (symbol, begin + start, begin + end)]
            for size in (2, 3):
                name = " ".join(piece for piece, _, _ in window[-size:])
                if len(window) >= size and name in _weights():
                    first, last, count = held.get(name, (window[-size][1], begin + end, 0))
                    held[name] = first, last, count + 1
    found = [
        Telling(first, last, round((_weights()[name][theirs] - _weights()[name][native]) * sqrt(count), 3))
        for name, (first, last, count) in held.items()
        if _readable(name)
    ]
    best: list[Telling] = []
    for turn in sorted((t for t in found if t.nats > 0), key=lambda t: (-t.nats, t.start, t.end)):
        if len(best) < limit and all(turn.end <= other.start or other.end <= turn.start for other in best):
            best.append(turn)
    return tuple(best)


def _readable(name: str) -> bool:
    """True for a turn of phrase that says something to people: two words, one of them of some length."""
    words = [piece for piece in name.split() if piece in _vocabulary()]
    return len(words) >= 2 and max(map(len, words)) >= 4


def symbols(text: str, vocabulary: frozenset[str]) -> Iterator[str]:
    """Words of the vocabulary as they are, others as shapes (NAME, NUM, -ing, w ...), some marks, ``^`` for a break."""
    return (symbol for symbol, _, _ in _placed(text, vocabulary))


def _placed(text: str, vocabulary: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    for match in _PIECE.finditer(text):
        word, number, mark, _ = match.groups()
        if word:
            low = word.lower().replace("’", "'")
            symbol = low if low in vocabulary else _shape(word, low)
        else:
            symbol = "NUM" if number else mark or "^"
        yield symbol, match.start(), match.end()


def _shape(word: str, low: str) -> str:
    if word[0].isupper():
        return "NAME"
    return next((f"-{suffix}" for suffix in _SUFFIXES if low.endswith(suffix)), "w")
