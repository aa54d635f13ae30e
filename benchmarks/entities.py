"""How the cost of entities grows with the number of names: ``python -m benchmarks entities``.

Names are generated as in `benchmarks.names_index` and put into articles of some twenty mentions, as records: most of
them new, the rest met before. Prints processor seconds and comparisons of names (which a busy machine does not move),
each with the exponent between one size and the next: cost ~ size ** exponent.
``python benchmarks/entities.py 1000 2000 --profile`` measures other sizes and shows where the time goes.
"""

from __future__ import annotations

import cProfile
import math
import pstats
import random
import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from benchmarks.names_index import distinct

if TYPE_CHECKING:
    from auditor.reading.article import Reading

SIZES = (1_000, 4_000, 16_000)
LIMIT = 1.15
MENTIONS = 20
FRESH = 14


def article(number: int, forms: Sequence[tuple[str, str]]) -> Reading:
    """A reading with nothing but mentions: one sentence a name, in the language of the first."""
    from auditor.reading.article import Layout, Mention, Reading, Segment
    from auditor.reading.ingest import from_text

    mentions, at = [], 0
    for index, (form, _) in enumerate(forms):
        given, _, family = form.rpartition(" ")
        mentions.append(Mention(at, at + len(form), form, "person", index, given or None, family))
        at += len(form) + 2
    text, language = "".join(f"{form}. " for form, _ in forms), forms[0][1]
    return Reading(
        source=from_text(f"{number:06d}", text),
        language=language,
        language_score=1.0,
        layout=Layout((), ()),
        segments=tuple(Segment(m.start, m.end, 0, language) for m in mentions),
        tokens=(),
        mentions=tuple(mentions),
        abbreviations=(),
        quotes=(),
        values=(),
        credits=(),
    )


def corpus(rows: Sequence[tuple[str, str, str]], seed: int = 5) -> list[Reading]:
    """Articles that hold every form at least once."""
    pick = random.Random(seed)
    forms = [(form, language) for form, language, _ in rows]
    out = []
    for start in range(0, len(forms), FRESH):
        fresh = forms[start : start + FRESH]
        out.append(article(len(out), fresh + [forms[pick.randrange(start + 1)] for _ in range(MENTIONS - FRESH)]))
    return out


def seconds(readings: Sequence[Reading]) -> tuple[float, int, int]:
    """Processor time of building the entities, how many names were compared, how many entities there are."""
    from auditor.entities.build import build
    from auditor.names import compare, score

    before = compare.cache_info().misses + score.cache_info().misses
    started = time.process_time()
    found = build(readings)
    spent = time.process_time() - started
    return spent, compare.cache_info().misses + score.cache_info().misses - before, len(found.entities)


def measure(sizes: Sequence[int], profile: bool) -> None:
    """One line a size."""
    from auditor.cli.app import collect_seldom

    collect_seldom()
    seconds(corpus(distinct(200, seed=0)))
    last: tuple[int, float, int] | None = None
    for size in sizes:
        readings = corpus(distinct(size, seed=size))  # other names than at the last size: nothing is in a cache
        profiler = cProfile.Profile()
        if profile:
            profiler.enable()
        spent, compared, entities = seconds(readings)
        profiler.disable()
        line = f"{size:8,} forms in {len(readings):6,} articles: {entities:7,} entities, {spent:7.2f} s"
        if last is None:
            line += f", {compared:9,} comparisons"
        else:
            line += f" (n^{_exponent(size, last[0], spent, last[1])}), {compared:9,} comparisons"
            line += f" (n^{_exponent(size, last[0], compared, last[2])}; limit {LIMIT})"
        print(line, flush=True)
        last = size, spent, compared
        if profile:
            pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def _exponent(size: int, before: int, cost: float, cost_before: float) -> str:
    return f"{math.log(cost / cost_before) / math.log(size / before):.2f}"


def main(arguments: Sequence[str] = ()) -> None:
    """Measure the sizes named, or those of the reach."""
    measure([int(a) for a in arguments if a.isdigit()] or SIZES, "--profile" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
