"""How much likelier the words of an article are where a program reworded it word by word: log odds, in nats.

Held out (rates counted in one half of 1,693 clean texts): 5.5 nats in none of the 846 of the other half, of which one
has more than 3; in copies of the longer ones with one word of these tables in ten, five, three and two and a half
swapped at random, in .15, .50, .81 and .94.

The model: natives write each word at its rate in the news (``data/checks/spun/rates.tsv``). A program replaces a word
that has neighbours with probability q, by any of them alike, so that neighbours become more frequent and what they
stand for rarer. A kind of word counts once, for a subject repeats its own; q is not known, and is averaged over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from math import exp, fsum, log

import msgspec

from auditor.checks.phrases.set_phrases import PAIRS, SET, Run, neighbours
from auditor.packs import data_path, load_tsv, shelved
from auditor.packs.shelf import Parts
from auditor.reading.article import Reading
from auditor.text.memo import once
from auditor.text.tokens import places_of

RATES = "rates.tsv"
_SHARES = (0.05, 0.1, 0.2, 0.35)  # of the words that have neighbours, those that a program replaces
_MOST = 2.5  # nats that one kind of word says at most: a subject may have it of its own
_TELLING = 1.2  # nats from which a word is shown
_NONE = (0.0,) * len(_SHARES)

Odds = tuple[float, ...]
"""Nats for each of the shares."""


class Sign(msgspec.Struct, frozen=True):
    """What a word or run of words says: ``odds``; ``meant``: the word that it stands for most often, if any."""

    odds: Odds
    meant: str | None = None


class _Tables(msgspec.Struct, frozen=True):
    """``words``: single words; ``runs``: the first word of a run -> what follows it, and what it says."""

    words: Mapping[str, Sign]
    runs: Mapping[str, tuple[tuple[Run, Sign], ...]]


@once
def rewording(reading: Reading) -> float:
    """Nats for a program as the writer of these words, against a person; below 0 where a person is likelier."""
    sums = [fsum(column) for column in zip(_NONE, *(sign.odds for _, sign in told(reading)), strict=True)]
    most = max(sums)
    return most + log(fsum(exp(one - most) for one in sums) / len(sums))


def told(reading: Reading) -> Iterator[tuple[Run, Sign]]:
    """The kinds of words and runs that say anything, in no order."""
    tables = _tables()
    for word in tables.words.keys() & reading.vocabulary:
        yield (word,), tables.words[word]
    copy = f" {' '.join(reading.lower)} "
    for first in tables.runs.keys() & reading.vocabulary:
        for rest, sign in tables.runs[first]:
            if reading.vocabulary.issuperset(rest) and f" {first} {' '.join(rest)} " in copy:
                yield (first, *rest), sign


def put_in(reading: Reading) -> list[tuple[int, int, str]]:
    """Start, end and meaning of the words that tell most of a program, each where it first stands, in text order."""
    found = []
    for run, sign in told(reading):
        if sign.meant and max(sign.odds) >= _TELLING:
            at = _first(reading.lower, run)
            found.append((reading.tokens[at].start, reading.tokens[at + len(run) - 1].end, sign.meant))
    return sorted(found)


def _first(words: Sequence[str], run: Run) -> int:
    """Where the run stands first."""
    return next(at for at in places_of((run[0],), words) if words[at : at + len(run)] == run)


def swaps() -> Mapping[str, tuple[Run, ...]]:
    """Word -> the runs of words that programs put in its place, by both books of `set_phrases`."""
    found: defaultdict[str, dict[Run, None]] = defaultdict(dict)
    for word, runs in chain(neighbours(SET).items(), neighbours(PAIRS).items()):
        found[word].update(dict.fromkeys(runs))
    return {word: tuple(runs) for word, runs in found.items()}


@cache
def _tables() -> _Tables:
    found = shelved("rewording", "1", _compiled).by_key("signs", _Tables)("all")
    return found or _Tables({}, {})


def _compiled() -> Parts:
    rows = load_tsv(data_path("checks", "spun", RATES), ("words", "per_million"))
    signs = signs_of({row["words"]: float(row["per_million"]) for row in rows}, swaps())
    runs: defaultdict[str, list[tuple[Run, Sign]]] = defaultdict(list)
    for run in (tuple(key.split()) for key in signs if " " in key):
        runs[run[0]].append((run[1:], signs[" ".join(run)]))
    words = {key: sign for key, sign in signs.items() if " " not in key}
    return {"signs": {"all": _Tables(words, {first: tuple(found) for first, found in runs.items()})}}


def signs_of(rates: Mapping[str, float], known: Mapping[str, Sequence[Run]]) -> dict[str, Sign]:
    """Word or run of words -> what it says: the logarithm of its rate in reworded copy over that in native copy.

    ``rates``: in a million words of native copy; what has none says nothing.
    """
    gained: defaultdict[str, dict[str, float]] = defaultdict(dict)  # from which words, if all were replaced
    for word, runs in known.items():
        for run in runs:
            gained[" ".join(run)][word] = rates.get(word, 0.0) / len(runs)
    return {key: _sign(rate, gained[key], key in known) for key, rate in rates.items()}


def _sign(rate: float, gained: Mapping[str, float], lost: bool) -> Sign:
    """``gained``: word -> the rate that it gives; ``lost``: it may be replaced itself."""
    total = sum(gained.values())
    odds = tuple(min(_MOST, log(1 - share * lost + share * total / rate)) for share in _SHARES)
    return Sign(odds, max(gained, key=lambda word: (gained[word], word), default=None))
