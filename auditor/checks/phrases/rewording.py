"""How much likelier the words of an article are where a program reworded it word by word: log odds, in nats.

Held out (rates counted in one half of 1,693 clean texts and of 7,601 stories of newswire): of the 4,645 others none has
2.9 nats. Long copy has more: 66 native pages of 100 to 7,000 words have 8 nats at most, and 6 in 1,000 words. Of 24
real pages from some six programs 12 have 6 to 31, and 19 to 154 in 1,000 words; more in ``docs/benchmarks.md``.

The model: natives write each word at its rate in the news (``data/checks/spun/rates.tsv``). A program replaces a word
that has neighbours with probability q, by any of them alike, so that neighbours become more frequent and what they
stand for rarer. Of general and business news that one counts in which the word says less. A kind of word counts once,
for a subject repeats its own. Which program it was, of those whose
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
from auditor.packs.shelf import Parts, Shelf
from auditor.reading.article import Reading
from auditor.text.lexicon import lexicon
from auditor.text.memo import Memo, once
from auditor.text.traits import plain, trait

RATES = "rates.tsv"
_PROGRAMS = ((*SET[1], *REWRITERS[0]), *REWRITERS[1:])
_SHARES = (0.05, 0.1, 0.2, 0.35)  # of the words that have neighbours, those that a program replaces
_MOST = 2.5  # nats that one kind of word says at most: a subject may have it of its own
_LIKELY = 0.4  # nats from which a word is shown: of 267 such words on 13 real pages a reader had marked 227
_SPEAKS, _BESIDE = 4.0, 12.0  # nats of a program that is asked for its words, and how far behind the likeliest
_MORE = (
    0.5  # nats of single words, at the least share, from which runs are asked: pages that were found have 3.6 or more
)
_KEPT = 20_000  # words as written that are remembered
_COLUMNS = len(_PROGRAMS) * len(_SHARES)
_NONE, _NOTHING = (0.0,) * _COLUMNS, (0.0,) * len(_PROGRAMS)


class Sign(msgspec.Struct, frozen=True):
    """What a word or run of words says: ``odds`` in nats for each share of the first program, then of the next;
    ``meant``: the word that it stands for most often, for each program."""

    odds: tuple[float, ...]
    meant: tuple[str | None, ...]


Least = tuple[float, ...]
"""The odds of a sign at the least share, for each program."""


class _Tables(msgspec.Struct, frozen=True):
    """What is asked of every article: ``words``, and ``runs`` by their rarest word, with their odds at the least share.

    What else they say is a table of its own: few articles need it.
    """

    words: Mapping[str, Least]
    runs: Mapping[str, tuple[tuple[Run, Least], ...]]


@once
def rewording(reading: Reading) -> float:
    """Nats for a program as the writer of these words, against a person; below 0 where a person is likelier.

    What is said of a program is concave in the share, and 0 at none: where the least share says little, the others
    cannot prove anything, and are not asked. Nor are runs of words where the single ones say little.
    """
    words = _words(reading).values()
    first = max(map(sum, zip(_NOTHING, *words, strict=True)))
    if first < _MORE:
        return first
    least = max(map(sum, zip(_NOTHING, *words, *(odds for _, odds in _runs(reading)), strict=True)))
    if least * _SHARES[-1] < _SHARES[0]:
        return least
    sums = _sums(sign.odds for _, sign in told(reading))
    return _together(sums) - log(len(sums))


def _sums(signs: Iterable[Sequence[float]]) -> list[float]:
    return [fsum(column) for column in zip(_NONE, *signs, strict=True)]


def _together(nats: Sequence[float]) -> float:
    """The logarithm of the sum of what these are the logarithms of."""
    most = max(nats)
    return most + log(fsum(exp(one - most) for one in nats))


def told(reading: Reading) -> Iterator[tuple[str, Sign]]:
    """The kinds of words and runs of words that say anything, in no order."""
    signs = _signs()
    return ((run, signs[run]) for run, _ in chain(_words(reading).items(), _runs(reading)))


def _words(reading: Reading) -> Mapping[str, Least]:
    return dict(map(_known.__getitem__, reading.traits.having(_WORD)))


def _runs(reading: Reading) -> Iterator[tuple[str, Least]]:
    runs, copy = _tables().runs, f" {' '.join(reading.lower)} "
    for word in dict.fromkeys(map(plain, reading.traits.having(_RUN))):
        for run, odds in runs[word]:
            if reading.vocabulary.issuperset(run) and f" {(written := ' '.join(run))} " in copy:
                yield written, odds


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
    return _shelf().by_key("least", _Tables)("all") or _Tables({}, {})


_known: Memo[str, tuple[str, Least]] = Memo(lambda word: (plain(word), _tables().words[plain(word)]), _KEPT)
_WORD = trait(lambda word: plain(word) in _tables().words, "en")
_RUN = trait(lambda word: plain(word) in _tables().runs, "en")


@cache
def _signs() -> Mapping[str, Sign]:
    return _shelf().by_key("signs", dict[str, Sign])("all") or {}


@cache
def _shelf() -> Shelf:
    return shelved("rewording", "6", _compiled)


def _compiled() -> Parts:
    rows = load_tsv(data_path("checks", "spun", RATES), ("words", "per_million"))
    signs = signs_of({row["words"]: tuple(map(float, row["per_million"].split())) for row in rows}, programs())
    least = {key: sign.odds[:: len(_SHARES)] for key, sign in signs.items()}
    runs: defaultdict[str, list[tuple[Run, Least]]] = defaultdict(list)
    for run in (tuple(key.split()) for key in signs if " " in key):
        runs[min(run, key=lambda word: lexicon().zipf(word, "en") or 0.0)].append((run, least[" ".join(run)]))
    words = {key: odds for key, odds in least.items() if " " not in key}
    tables = _Tables(words, {word: tuple(found) for word, found in runs.items()})
    return {"least": {"all": tables}, "signs": {"all": signs}}


def signs_of(rates: Mapping[str, tuple[float, ...]], known: Sequence[Mapping[str, Sequence[Run]]]) -> dict[str, Sign]:
    """Word or run of words -> what it says: the logarithm of its rate in reworded copy over that in native copy.

    ``rates``: in a million words of native copy, for each kind of news: the kind in which the word says least is taken;
    what has none says nothing. ``known``: as of `programs`.
    """
    count = len(next(iter(rates.values()), ()))
    kinds = [{key: rate[kind] for key, rate in rates.items()} for kind in range(count)]
    sides = [[_odds(kind, each) for kind in kinds] for each in known]
    return {
        key: Sign(
            tuple(chain.from_iterable(map(min, zip(*(kind[key][0] for kind in side), strict=True)) for side in sides)),
            tuple(side[0][key][1] for side in sides),
        )
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
