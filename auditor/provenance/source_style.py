"""How far the style of English copy speaks for a source language: a linear model over function words and their order.

The model knows no topic: words outside a list of general vocabulary enter as shapes only. Its weights are data, made by
``tools/train_source_style.py``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
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


def symbols(text: str, vocabulary: frozenset[str]) -> Iterator[str]:
    """Words of the vocabulary as they are, others as shapes (NAME, NUM, -ing, w ...), some marks, ``^`` for a break."""
    for match in _PIECE.finditer(text):
        word, number, mark, _ = match.groups()
        if word:
            low = word.lower().replace("’", "'")
            yield low if low in vocabulary else _shape(word, low)
        elif number:
            yield "NUM"
        else:
            yield mark or "^"


def _shape(word: str, low: str) -> str:
    if word[0].isupper():
        return "NAME"
    return next((f"-{suffix}" for suffix in _SUFFIXES if low.endswith(suffix)), "w")
