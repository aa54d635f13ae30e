"""An index of names at size: ``python -m benchmarks.names_index [FORMS]``.

Generates names (given names of the table and surnames of the lexicon, written as the press of many languages writes
them), then prints the time to build, the size, and the median and worst time of 1,000 look-ups: spellings that are in
the index, spellings of the same people by other conventions, and the most crowded names.
"""

from __future__ import annotations

import gc
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.names.index import NameIndex

FORMS = 100_000
QUERIES = 1_000


def surnames(language: str) -> list[str]:
    """Words of the language's list that end like its surnames, the common ones first."""
    from wordfreq import top_n_list

    from auditor.names.standing import surnames as table

    endings = table().endings[language]
    return [
        word for word in top_n_list(language, 400_000) if len(word) > 4 and word.isalpha() and word.endswith(endings)
    ]


def people(seed: int = 1) -> Iterator[tuple[str, str, str]]:
    """Native given name, family name and language: without end, common surnames oftener."""
    from auditor.names.given import given_names

    pick = random.Random(seed)
    families = {language: surnames(language) for language in ("ru", "uk")}
    givens = {language: [n.native for n in given_names() if n.language == language] for language in families}
    while True:
        language = pick.choice(("ru", "ru", "uk"))
        family = families[language][int(len(families[language]) * pick.random() ** 2)]
        yield pick.choice(givens[language]), family.capitalize(), language


def spelled(seed: int = 1, surname_share: float = 0.1) -> Iterator[tuple[str, str, str]]:
    """Spellings: the form, the language that writes it so, the native name. The same ones for the same seed."""
    from auditor.names import variants
    from auditor.names.scheme import press_schemes

    pick = random.Random(seed)
    targets = {language: sorted({s.target for s in press_schemes(language)}) for language in ("ru", "uk")}
    for given, family, language in people(seed):
        native = family if pick.random() < surname_share else f"{given} {family}"
        for target in pick.sample(targets[language], 4):
            forms = variants(native, language, target)
            if forms:
                yield pick.choice(forms[:2]), target, f"{native}/{language}"


def distinct(count: int, seed: int = 1) -> list[tuple[str, str, str]]:
    """So many spellings, no form twice."""
    seen: dict[str, tuple[str, str, str]] = {}
    for row in spelled(seed):
        seen.setdefault(row[0], row)
        if len(seen) == count:
            break
    return list(seen.values())


def queries(rows: list[tuple[str, str, str]], seed: int = 3) -> dict[str, list[tuple[str, str, str]]]:
    """Three kinds of look-up: forms of the index, the same people in forms that it may lack, family names alone."""
    pick = random.Random(seed)
    sample = pick.sample(rows, QUERIES)
    held, again = {form for form, _, _ in rows}, {native for _, _, native in rows}
    unseen = (row for row in spelled(seed) if row[0] not in held and row[2] in again)
    return {
        "held": sample,
        "unseen": list(islice(unseen, QUERIES)),
        "family": [(form.split()[-1], language, native) for form, language, native in sample],
    }


class Pauses:
    """Time that the garbage collector takes, which look-ups are not to blame for."""

    def __init__(self) -> None:
        self.total = self.worst = self._begun = 0.0
        gc.callbacks.append(self._seen)

    def _seen(self, phase: str, info: dict[str, int]) -> None:
        if phase == "start":
            self._begun = time.process_time()
        else:
            spent = time.process_time() - self._begun
            self.total, self.worst = self.total + spent, max(self.worst, spent)


def family(native: str) -> str:
    """The family name of a native name."""
    return native.rpartition("/")[0].split()[-1]


def ask(held: NameIndex, kind: str, asked: list[tuple[str, str, str]]) -> None:
    """Processor time of look-ups, and how many find a form of the right name."""
    pauses, times, hits = Pauses(), [], 0
    for form, language, native in asked:
        paused, started = pauses.total, time.process_time()
        found = held.find(form, language)
        times.append(time.process_time() - started - (pauses.total - paused))
        hits += any(family(item.id or "/") == family(native) for item in found)
    times.sort()
    middle, late, worst = (1e3 * times[at] for at in (len(times) // 2, len(times) * 99 // 100, -1))
    print(
        f"{kind:>15}: {len(asked)} look-ups, median {middle:.1f} ms, 99 % within {late:.1f} ms, worst {worst:.1f} ms "
        f"(and pauses of the collector, at most {pauses.worst * 1e3:.0f} ms); found: {hits / len(asked):.3f}",
        flush=True,
    )


def measure(count: int, folder: Path) -> None:
    """One index of so many forms: build, open, look up."""
    from auditor.names import index

    rows = distinct(count)
    started = time.process_time()
    data = index.build(rows)
    built = time.process_time() - started
    path = folder / f"{count}.idx"
    index.save(path, data)
    started = time.perf_counter()
    held = index.open(path)
    opened = time.perf_counter() - started
    print(f"{count:9,} forms: built in {built:.1f} s, {len(data) / 1e6:.1f} MB, opened in {opened * 1e3:.1f} ms")
    asked = queries(rows)
    for form, language, _ in asked["held"][-20:]:
        held.find(form, language)
    for kind, forms in asked.items():
        ask(held, kind, forms)


def main(count: int = FORMS) -> None:
    """Measure one size."""
    with tempfile.TemporaryDirectory() as folder:
        measure(count, Path(folder))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
