"""How far the style of English copy speaks for a source language: a linear model over general words and their pairs.

The model knows no topic: words outside a list of general vocabulary, and all names, enter as shapes only. Its weights
are data, made by ``tools/train_source_style.py``.

They were learnt on some hundred words at a time and hold for that much. A longer text is therefore read in pieces of
that length, and says whether it is a translation by the mean of what its pieces say: length alone makes no copy a
translation. Which language it would be grows surer with each piece, as all have the same source.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise
from math import exp, log, sqrt

import msgspec

from auditor.packs import data_path, load_toml, load_tsv, shelved
from auditor.packs.shelf import Find, Parts, Shelf
from auditor.records import Record
from auditor.text.memo import Memo
from auditor.text.style_symbols import PIECE, placed, reduced

NATIVE, NEWSROOM = "none", "newsroom"
_LANE, _LIFT = 48, 4096  # bits of a lane, what makes weights positive
_FINE, _UNIT = 64, 10  # steps of a count, of a weight
_CAP = 20_000  # characters read
_KEPT = 50_000  # features, symbols and stretches between blanks that are remembered


class Settings(Record, frozen=True):
    """What the weights were made for and with.

    ``bias`` has one value for each of the classes, and the last for the odds of native newsroom copy against a
    translation. ``piece``: symbols that are judged at a time. ``newsroom_from``: symbols from which these odds count,
    as a few paragraphs of a good translation may have the ring of a newsroom. ``surer``: the power of the number of
    pieces by which the languages are told apart the better.
    """

    schema: int
    citation: str
    classes: tuple[str, ...]
    words: tuple[str, ...]
    bias: tuple[float, ...]
    temperature: float
    min_symbols: int
    piece: int
    newsroom_from: int
    surer: float

    @property
    def columns(self) -> tuple[str, ...]:
        """What a feature has a weight for."""
        return (*self.classes, NEWSROOM)


class Style(msgspec.Struct, frozen=True):
    """Probability of each class (languages and ``none``), and how many symbols were read."""

    probabilities: dict[str, float]
    symbols: int


@cache
def _settings() -> Settings:
    return load_toml(data_path("style", "source_style.toml"), Settings)


Weights = tuple[int, ...]
"""Of a feature, for each column, in tenths of a nat."""


@cache
def _shelf() -> Shelf:
    """``code``: of each symbol that some feature has, from 1. ``weights``: of a feature (a symbol, or two with a space
    between); ``coded``: the same by the code of its symbol or the codes of two.
    """
    return shelved("style", "3", _compiled)


def _compiled() -> Parts:
    columns = _settings().columns
    rows = load_tsv(data_path("style", "source_style.tsv"), ("feature", *columns))
    weights = {row["feature"]: tuple(int(row[code]) for code in columns) for row in rows}
    codes = {symbol: code for code, symbol in enumerate(dict.fromkeys(chain(*map(str.split, weights))), 1)}
    split = ((name.partition(" "), held) for name, held in weights.items())
    coded = {str(codes.get(second, 0) << 16 | codes[first]): held for (first, _, second), held in split}
    return {"code": codes, "weights": weights, "coded": coded}


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(_settings().words)


@cache
def _coded() -> Find[Weights]:
    return _shelf().by_key("coded", Weights)


@cache
def _code() -> Memo[str, int]:
    find = _shelf().by_key("code", int)
    return Memo(lambda symbol: find(symbol) or 0, _KEPT)


def _packed(code: int) -> int:
    """The weights of a feature as one integer, 48 bits a column, and 1 above them; 0 for what is no feature."""
    weights = _coded()(str(code))
    if weights is None:
        return 0
    return sum((weight + _LIFT) << (_LANE * k) for k, weight in enumerate((*weights, 1 - _LIFT)))


_seen = Memo(_packed, _KEPT)


def judge(text: str) -> Style | None:
    """The style's verdict on English text; ``None`` where it is too short to say anything."""
    settings = _settings()
    symbols = list(chain.from_iterable(map(_symbols.__getitem__, text[:_CAP].split(" "))))
    length = len(symbols)
    if length < settings.min_symbols:
        return None
    pieces = max(1, round(length / settings.piece))
    cuts = [length * i // pieces for i in range(pieces + 1)]
    scores = [_scores(symbols[begin:end]) for begin, end in pairwise(cuts)]
    means = [sum(column) / pieces for column in zip(*scores, strict=True)]
    said = dict(zip(settings.columns, means, strict=True))
    native, newsroom = said.pop(NATIVE), said.pop(NEWSROOM)
    ground = log_sum(said.values())
    odds = exp(native - ground) + (exp(newsroom) / len(said) if length >= settings.newsroom_from else 0)
    likely = {code: score * pieces**settings.surer for code, score in said.items()}
    whole = log_sum(likely.values())
    shares = {code: exp(score - whole) / (1 + odds) for code, score in likely.items()} | {NATIVE: odds / (1 + odds)}
    return Style({code: shares[code] for code in settings.classes}, length)


def _scores(symbols: Sequence[int]) -> list[float]:
    """What a piece scores in each column, in calibrated nats."""
    settings = _settings()
    pairs = [code << 16 | before for before, code in pairwise(symbols) if code and before]
    counts = Counter(chain(symbols, pairs))
    once, often = _steps(1), [(code, _steps(count) - _steps(1)) for code, count in counts.items() if count > 1]
    summed = once * sum(filter(None, map(_seen.__getitem__, counts))) + sum(_seen[code] * more for code, more in often)
    lift = _LIFT * (summed >> (_LANE * len(settings.columns)))
    mask, unit = (1 << _LANE) - 1, _UNIT * _FINE * sqrt(len(symbols))
    sums = [((summed >> (_LANE * k) & mask) - lift) / unit for k in range(len(settings.columns))]
    return [(b + s) / settings.temperature for b, s in zip(settings.bias, sums, strict=True)]


def log_sum(values: Collection[float]) -> float:
    """The log of the sum of exponentials, added up in the order of the values."""
    top = max(values)
    return top + log(sum([exp(value - top) for value in values]))


def damp(count: int) -> float:
    """What a feature that occurs so often counts for."""
    return 1 + log(count)


@lru_cache(1000)
def _steps(count: int) -> int:
    return round(damp(count) * _FINE)


def _codes(chunk: str) -> tuple[int, ...]:
    """The codes of the symbols between two blanks (none goes over a blank); 0 for one that no feature has."""
    codes, vocabulary = _code(), _vocabulary()
    return tuple([codes[reduced(piece, vocabulary)] for piece in PIECE.findall(chunk)])


_symbols = Memo(_codes, _KEPT)


class Telling(msgspec.Struct, frozen=True):
    """A stretch whose wording speaks for a language, with what its kind adds to it against native copy."""

    start: int
    end: int
    nats: float


def telling(text: str, spans: Sequence[tuple[int, int]], code: str, limit: int) -> tuple[Telling, ...]:
    """The first stretches of the ``limit`` turns of phrase that speak most for a language; of two words."""
    settings, weights = _settings(), _shelf().by_key("weights", Weights)
    if code not in settings.classes:
        return ()
    theirs, native = settings.classes.index(code), settings.classes.index(NATIVE)
    held: dict[str, tuple[int, int, int, Weights]] = {}
    for begin, finish in spans:
        before, opened = "", begin
        for symbol, start, end in placed(text[begin:finish], _vocabulary()):
            name = f"{before} {symbol}"
            if before and _readable(name) and (row := weights(name)):
                first, last, count, _ = held.get(name, (opened, begin + end, 0, row))
                held[name] = first, last, count + 1, row
            before, opened = symbol, begin + start
    found = [
        Telling(first, last, round((row[theirs] - row[native]) / _UNIT * damp(count), 3))
        for first, last, count, row in held.values()
    ]
    best: list[Telling] = []
    for turn in sorted((t for t in found if t.nats > 0), key=lambda t: (-t.nats, t.start, t.end)):
        if len(best) < limit and all(turn.end <= other.start or other.end <= turn.start for other in best):
            best.append(turn)
    return tuple(best)


def _readable(name: str) -> bool:
    """True for a turn of phrase that says something to people: two words, one of them of some length."""
    words = [piece for piece in name.split() if piece in _vocabulary()]
    return len(words) == 2 and max(map(len, words)) >= 4
