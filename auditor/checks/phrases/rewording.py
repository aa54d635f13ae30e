"""How much likelier the words of an article are where a program reworded it word by word: log odds, in nats.

Held out (rates counted in one half of 1,693 clean texts): of the 846 of the other half none has 4.5 nats, one more than
2.6. Of 22 real pages from some six programs 15 have 8.5 to 39; more in ``docs/benchmarks.md``.

The model: natives write each word at its rate in the news (``data/checks/spun/rates.tsv``). A program replaces a word
that has neighbours with probability q, by any of them alike, so that neighbours become more frequent and what they
stand for rarer. A kind of word counts once, for a subject repeats its own. Which program it was, of those whose
neighbours are known, and q are not known, and are averaged over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from math import exp, fsum, log

import msgspec

from auditor.checks.phrases.set_phrases import REWRITERS, SET, Run, neighbours
from auditor.packs import data_path, load_tsv, shelved
from auditor.packs.shelf import Parts
from auditor.reading.article import Reading
from auditor.text.lexicon import lexicon
from auditor.text.memo import once

RATES = "rates.tsv"
_PROGRAMS = ((*SET[1], *REWRITERS[0]), *REWRITERS[1:])
_SHARES = (0.05, 0.1, 0.2, 0.35)  # of the words that have neighbours, those that a program replaces
_MOST = 2.5  # nats that one kind of word says at most: a subject may have it of its own
_LIKELY = 0.7  # nats from which a word is shown: on four real pages 93 of 100 such words had been put in
_SPEAKS, _BESIDE = 4.0, 12.0  # nats of a program that is asked for its words, and how far behind the likeliest
_COLUMNS = len(_PROGRAMS) * len(_SHARES)
_NONE = (0.0,) * _COLUMNS


class Sign(msgspec.Struct, frozen=True):
    """What a word or run of words says: ``odds`` in nats for each share of the first program, then of the next;
    ``meant``: the word that it stands for most often, for each program."""

    odds: tuple[float, ...]
    meant: tuple[str | None, ...]


class _Tables(msgspec.Struct, frozen=True):
    """``words``: single words; ``runs``: the rarest word of a run -> the run, and what it says."""

    words: Mapping[str, Sign]
    runs: Mapping[str, tuple[tuple[Run, Sign], ...]]


@once
def rewording(reading: Reading) -> float:
    """Nats for a program as the writer of these words, against a person; below 0 where a person is likelier.

    What is said of a program is concave in the share, and 0 at none: where the least share says little, the others
    cannot prove anything, and are not asked.
    """
    signs = [sign.odds for _, sign in told(reading)]
    least = max(fsum(odds[column] for odds in signs) for column in range(0, _COLUMNS, len(_SHARES)))
    if least * _SHARES[-1] < _SHARES[0]:
        return least
    sums = _sums(signs)
    return _together(sums) - log(len(sums))


def _sums(signs: Iterable[Sequence[float]]) -> list[float]:
    return [fsum(column) for column in zip(_NONE, *signs, strict=True)]


def _together(nats: Sequence[float]) -> float:
    """The logarithm of the sum of what these are the logarithms of."""
    most = max(nats)
    return most + log(fsum(exp(one - most) for one in nats))


def told(reading: Reading) -> Iterator[tuple[str, Sign]]:
    """The kinds of words and runs of words that say anything, in no order."""
    tables = _tables()
    for word in tables.words.keys() & reading.vocabulary:
        yield word, tables.words[word]
    copy = f" {' '.join(reading.lower)} "
    for word in tables.runs.keys() & reading.vocabulary:
        for run, sign in tables.runs[word]:
            if reading.vocabulary.issuperset(run) and f" {(written := ' '.join(run))} " in copy:
                yield written, sign


def put_in(reading: Reading) -> dict[str, str]:
    """The words and runs that a program put in, of which people use few -> what each stands for.

    Of several programs that the copy speaks for (some know the words of others) each is asked, the likeliest first.
    """
    signs, size = dict(told(reading)), len(_SHARES)
    sums = _sums(sign.odds for sign in signs.values())
    nats = [_together(sums[first : first + size]) - log(size) for first in range(0, _COLUMNS, size)]
    found: dict[str, str] = {}
    for program in sorted(range(len(_PROGRAMS)), key=nats.__getitem__, reverse=True):
        if nats[program] < max(_SPEAKS, max(nats) - _BESIDE):
            break
        share = max(range(program * size, (program + 1) * size), key=sums.__getitem__)
        for run, sign in signs.items():
            word = sign.meant[program]
            if word and sign.odds[share] >= _LIKELY:
                found.setdefault(run, word)
    return found


def programs() -> list[Mapping[str, tuple[Run, ...]]]:
    """For each program: word -> the runs of words that it puts in its place."""
    return [neighbours(files) for files in _PROGRAMS]


@cache
def _tables() -> _Tables:
    found = shelved("rewording", "4", _compiled).by_key("signs", _Tables)("all")
    return found or _Tables({}, {})


def _compiled() -> Parts:
    rows = load_tsv(data_path("checks", "spun", RATES), ("words", "per_million"))
    signs = signs_of({row["words"]: float(row["per_million"]) for row in rows}, programs())
    runs: defaultdict[str, list[tuple[Run, Sign]]] = defaultdict(list)
    for run in (tuple(key.split()) for key in signs if " " in key):
        runs[min(run, key=lambda word: lexicon().zipf(word, "en") or 0.0)].append((run, signs[" ".join(run)]))
    words = {key: sign for key, sign in signs.items() if " " not in key}
    return {"signs": {"all": _Tables(words, {word: tuple(found) for word, found in runs.items()})}}


def signs_of(rates: Mapping[str, float], known: Sequence[Mapping[str, Sequence[Run]]]) -> dict[str, Sign]:
    """Word or run of words -> what it says: the logarithm of its rate in reworded copy over that in native copy.

    ``rates``: in a million words of native copy; what has none says nothing. ``known``: as of `programs`.
    """
    sides = [_odds(rates, each) for each in known]
    return {
        key: Sign(tuple(chain.from_iterable(side[key][0] for side in sides)), tuple(side[key][1] for side in sides))
        for key in rates
    }


def _odds(
    rates: Mapping[str, float], known: Mapping[str, Sequence[Run]]
) -> dict[str, tuple[tuple[float, ...], str | None]]:
    """What each word says of one program, for each share, and what it stands for."""
    gained: defaultdict[str, dict[str, float]] = defaultdict(dict)  # from which words, if all were replaced
    for word, runs in known.items():
        for run in runs:
            gained[" ".join(run)][word] = rates.get(word, 0.0) / len(runs)
    found = {}
    for key, rate in rates.items():
        total, lost = fsum(gained[key].values()), key in known
        odds = tuple(min(_MOST, log(1 - share * lost + share * total / rate)) for share in _SHARES)
        found[key] = odds, max(gained[key], key=lambda word: (gained[key][word], word), default=None)
    return found
