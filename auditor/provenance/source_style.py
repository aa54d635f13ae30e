"""How far the style of English copy speaks for a source language: a linear model over function words and their order.

The model knows no topic: words outside a list of general vocabulary enter as shapes only. Its weights are data, made by
``tools/train_source_style.py``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import cache
from math import exp, sqrt

import msgspec

from auditor.packs import data_path, load_toml, load_tsv
from auditor.records import Record

NATIVE = "none"
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


def judge(text: str) -> Style | None:
    """The style's verdict on English text; ``None`` where it is too short to say anything."""
    settings = _settings()
    counts, length = features(text, _vocabulary(), _weights())
    if length < settings.min_symbols:
        return None
    held = [(row, value) for name, value in counts.items() if (row := _weights().get(name))]
    norm = sqrt(sum(value * value for _, value in held)) or 1.0
    sums = [0.0] * len(settings.classes)
    for row, value in held:
        sums = [total + weight * value for total, weight in zip(sums, row, strict=True)]
    scores = [(b + total / norm) / settings.temperature for b, total in zip(settings.bias, sums, strict=True)]
    top = max(scores)
    odds = [exp(score - top) for score in scores]
    total = sum(odds)
    return Style({code: value / total for code, value in zip(settings.classes, odds, strict=True)}, length)


def features(
    text: str, vocabulary: frozenset[str], wanted: Container[str] | None = None
) -> tuple[dict[str, float], int]:
    """Feature -> damped count (square root), and the number of symbols: one, two and three symbols in a row.

    Only the ``wanted`` features, or all.
    """
    counts: dict[str, int] = {}
    one = two = "^"
    length = 0
    for symbol in symbols(text[:_CAP], vocabulary):
        length += 1
        pair = f"{one} {symbol}"
        for name in (symbol, pair, f"{two} {pair}"):
            if wanted is None or name in wanted:
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
