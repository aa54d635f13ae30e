"""A text against its source: recall and false alarms for each fault, and segments a second.

``python -m benchmarks pairs``. The clean twins are human translations of the development data (``AUDITOR_SHARED``, or
``../shared``); each fault is made in them by rule, at a place drawn with a fixed seed. A fault counts as found when a
finding of its family overlaps it; a false alarm of a fault is a finding of its rule on the clean twin. From Chinese and
Japanese only numbers, dates and passages are made, for the checks of names, words and negation abstain there.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

SHARED = Path(os.environ.get("AUDITOR_SHARED", Path(__file__).parent.parent.parent / "shared"))


def _split(**words: str) -> dict[str, list[str]]:
    return {language: several.split() for language, several in words.items()}


_MONTHS = _split(
    en="January February March April May June July August September October November December",
    de="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    ru="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
)
_WEEKDAYS = _split(
    en="Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    de="Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    ru="понедельник вторник среду четверг пятницу субботу воскресенье",
)
_MAGNITUDES = {
    "en": (("millions", "billions"), ("million", "billion")),
    "de": (("Millionen", "Milliarden"), ("Million", "Milliarde"), ("Mio", "Mrd")),
    "ru": (("миллионов", "миллиардов"), ("миллиона", "миллиарда"), ("млн", "млрд")),
}
_RULES = {
    "number": ("NU401",), "magnitude": ("NU402",), "name": ("NM401",), "untranslated word": ("TA411",),
    "untranslated half": ("TA412",), "negation": ("TM401",), "month": ("DT401",), "weekday": ("DT402",),
}  # fmt: skip


class Pair(NamedTuple):
    """A segment and its human translation."""

    source: str
    target: str
    source_lang: str
    target_lang: str


class Twin(NamedTuple):
    """A pair with a fault made at a span of its target."""

    pair: Pair
    start: int
    end: int


def load() -> list[Pair]:
    """All segments of the development data with their first human translation."""
    out = []
    with gzip.open(SHARED / "data" / "wmt22_docs.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            doc = json.loads(line)
            reference = doc["targets"].get("refA") or doc["targets"].get("refB") or []
            for source, target in zip(doc["source"], reference, strict=False):
                out.append(Pair(source, target, doc["source_lang"], doc["target_lang"]))
    return out


def _swap(pair: Pair, start: int, end: int, text: str) -> Twin:
    return Twin(pair._replace(target=pair.target[:start] + text + pair.target[end:]), start, start + len(text))


def _number(pair: Pair, draw: random.Random, names: list[str]) -> Twin | None:
    spots = list(re.finditer(r"(?<![\w.,:-])\d+(?![\w:]|[.,]\d)", pair.target))
    if not spots or not re.search(r"\d", pair.source):
        return None
    spot = draw.choice(spots)
    while (other := str(draw.randint(2, 10 ** len(spot[0]) + 20))) == spot[0]:
        pass
    return _swap(pair, *spot.span(), other)


def _listed(table: dict[str, tuple[tuple[str, str], ...]], pair: Pair, draw: random.Random) -> Twin | None:
    swaps = [(a, b) for one, other in table.get(pair.target_lang, ()) for a, b in ((one, other), (other, one))]
    spots = [(m, b) for a, b in swaps for m in re.finditer(rf"\b{a}\b", pair.target)]
    if not spots:
        return None
    match, other = draw.choice(spots)
    return _swap(pair, *match.span(), other)


def _magnitude(pair: Pair, draw: random.Random, names: list[str]) -> Twin | None:
    return _listed(_MAGNITUDES, pair, draw)


def _closed(words: dict[str, list[str]]) -> Callable[[Pair, random.Random, list[str]], Twin | None]:
    def make(pair: Pair, draw: random.Random, names: list[str]) -> Twin | None:
        mine = words.get(pair.target_lang, [])
        spots = [m for m in re.finditer(r"\w+", pair.target) if m[0] in mine]
        if not spots:
            return None
        spot = draw.choice(spots)
        return _swap(pair, *spot.span(), draw.choice([w for w in mine if w != spot[0]]))

    return make


def _name(pair: Pair, draw: random.Random, names: list[str]) -> Twin | None:
    spots = [m for m in re.finditer(r"(?<=[a-zа-яё,] )[A-ZА-Я][\w’'-]{3,}", pair.target) if m[0] in _known(names)]
    if not spots or pair.source_lang in ("zh", "ja"):
        return None
    spot = draw.choice(spots)
    first, others = spot[0][:1], [n for n in names if n not in pair.target]
    same = [n for n in others if ("Ѐ" <= n[0] <= "ӿ") == ("Ѐ" <= first <= "ӿ")]
    return _swap(pair, *spot.span(), draw.choice(same))


_NAMES: dict[int, frozenset[str]] = {}


def _known(names: list[str]) -> frozenset[str]:
    return _NAMES.setdefault(id(names), frozenset(names))


def names_of(pairs: list[Pair]) -> list[str]:
    """Words that only ever stand with a capital inside sentences, of the English and Russian sides."""
    upper, lower = Counter[str](), set()
    for pair in pairs:
        for text, language in ((pair.source, pair.source_lang), (pair.target, pair.target_lang)):
            if language in ("en", "ru"):
                upper.update(re.findall(r"(?<=[a-zа-яё,] )[A-ZА-Я][a-zа-яё]{3,}\b", text))
                lower |= set(re.findall(r"\b[a-zа-яё]{4,}\b", text))
    closed = {w for table in (_MONTHS, _WEEKDAYS) for words in table.values() for w in words}
    return sorted(n for n, count in upper.items() if n.lower() not in lower and n not in closed and _is_name(n))


def _is_name(word: str) -> bool:
    """A place, or a word that no language has as its own."""
    from auditor.packs.places import places
    from auditor.text.lexicon import lexicon

    held = sorted(lexicon().zipfs(word).values(), reverse=True)
    return bool(places().by_form(word)) or not held or (len(held) > 1 and held[0] - held[1] < 0.8)


def _word(pair: Pair, draw: random.Random, names: list[str]) -> Twin | None:
    theirs = [
        m[0] for m in re.finditer(r"[^\W\d_]{4,}", pair.source) if m[0].islower() and m[0] not in pair.target.lower()
    ]
    ours = [m for m in re.finditer(r"[^\W\d_]{4,}", pair.target) if m[0].islower()]
    if not theirs or not ours or pair.source_lang in ("zh", "ja"):
        return None
    return _swap(pair, *draw.choice(ours).span(), draw.choice(theirs))


def _half(pair: Pair, draw: random.Random, names: list[str]) -> Twin | None:
    source, target = pair.source.split(), pair.target.split()
    if pair.source_lang in ("zh", "ja"):
        if len(pair.source) < 16 or len(target) < 8:
            return None
        rest = pair.source[len(pair.source) // 2 :]
    elif min(len(source), len(target)) < 8:
        return None
    else:
        rest = " ".join(source[len(source) // 2 :])
    kept = " ".join(target[: len(target) // 2])
    return Twin(pair._replace(target=f"{kept} {rest}"), len(kept) + 1, len(kept) + 1 + len(rest))


def _negation(pair: Pair, draw: random.Random, names: list[str]) -> Twin | None:
    if pair.source_lang in ("zh", "ja"):
        return None
    if pair.target_lang == "en":
        drop, add = r"\b(?:not|never) |n['’]t\b", r"\b(?:is|are|was|were|will|can|could|should|would|has|have) "
        put = "not "
    elif pair.target_lang == "ru":
        drop, add, put = r"\bне ", r"(?<=[а-я] )(?=\w+(?:ет|ит|ют|ят|ал|ил)\b)", "не "
    else:
        drop, add, put = r"\bnicht ", r"\b(?:ist|sind|war|waren|wird|werden|kann|hat|haben) ", "nicht "
    gone = list(re.finditer(drop, pair.target))
    if gone and draw.random() < 0.5:
        spot = draw.choice(gone)
        return Twin(_swap(pair, *spot.span(), "").pair, 0, len(pair.target))
    places = list(re.finditer(add, pair.target))
    if not places or gone:
        return None
    spot = draw.choice(places)
    return _swap(pair, spot.end(), spot.end(), put)


FAULTS: dict[str, Callable[[Pair, random.Random, list[str]], Twin | None]] = {
    "number": _number, "magnitude": _magnitude, "name": _name, "untranslated word": _word,
    "untranslated half": _half, "negation": _negation, "month": _closed(_MONTHS), "weekday": _closed(_WEEKDAYS),
}  # fmt: skip


def twins(pairs: list[Pair], most: int = 2500) -> Iterator[tuple[str, Twin, Pair]]:
    """Fault, faulty pair and clean pair; at most ``most`` of each fault, over all directions."""
    names = names_of(pairs)
    for fault, make in FAULTS.items():
        draw = random.Random(f"pairs {fault}")
        made = 0
        for pair in draw.sample(pairs, len(pairs)):
            twin = make(pair, draw, names)
            if twin is not None:
                yield fault, twin, pair
                made += 1
            if made == most:
                break


def main() -> None:
    """Print the table."""
    if not (SHARED / "data" / "wmt22_docs.jsonl.gz").exists():
        print("skipped: the development data are not there (set AUDITOR_SHARED)")
        return
    from auditor import pairs as ours

    pairs = load()
    ours.check(*pairs[0])
    start = time.perf_counter()
    cold = [ours.check(*pair) for pair in pairs]
    first = time.perf_counter() - start
    start = time.perf_counter()
    for pair in pairs:
        ours.check(*pair)
    second = time.perf_counter() - start
    clean = dict(zip(pairs, cold, strict=True))
    found, total, false = Counter[str](), Counter[str](), Counter[str]()
    by_direction: dict[str, Counter[str]] = defaultdict(Counter)
    for fault, twin, pair in twins(pairs):
        got = ours.check(*twin.pair)
        hit = any(
            f.rule[:2] == _RULES[fault][0][:2]
            and f.start < max(twin.end, twin.start + 1)
            and twin.start < max(f.end, f.start + 1)
            for f in got
        )
        total[fault] += 1
        found[fault] += hit
        false[fault] += any(f.rule in _RULES[fault] for f in clean[pair])
        by_direction[f"{pair.source_lang}-{pair.target_lang}"].update({f"{fault} of": 1, fault: int(hit)})
    print(f"{len(pairs)} segments with their human translations")
    print(f"{'fault':18} {'made':>5} {'recall %':>9} {'false alarms on the clean twin %':>33}")
    for fault in FAULTS:
        n = max(1, total[fault])
        print(f"{fault:18} {total[fault]:5} {100 * found[fault] / n:9.1f} {100 * false[fault] / n:33.2f}")
    flagged = sum(bool(findings) for findings in cold)
    print(f"any finding on a human translation: {100 * flagged / len(pairs):.2f} %")
    for rule, count in sorted(Counter(f.rule for findings in cold for f in findings).items()):
        print(f"  {rule}: {count}")
    print(f"{len(pairs) / first:.0f} segments/s on text not seen before, {len(pairs) / second:.0f} on text seen before")
    for direction, counts in sorted(by_direction.items()):
        cells = " ".join(
            f"{f.split()[-1]} {100 * counts[f] / counts[f + ' of']:.0f}" for f in FAULTS if counts[f + " of"]
        )
        print(f"  {direction}: {cells}")


if __name__ == "__main__":
    main()
