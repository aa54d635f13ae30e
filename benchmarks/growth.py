"""How the cost of an audit grows with the number of articles: ``python -m benchmarks growth``.

Articles are those of `benchmarks.bed`; people, towns and figures are others in each copy of the bed, so that there are
ever more stories, not ever larger ones. Prints processor seconds, the memory at its highest, and how many times as long
ten times as many articles take. ``python -m benchmarks.growth 100 1000 10000`` measures other sizes.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from collections.abc import Iterator, Sequence

SIZES = (100, 1000)
LIMIT = 13.0
_DIGITS = re.compile(r"(?<![\d-])\d{2,}(?![\d-])")
_SOUNDS = ("ba", "ro", "ni", "ka", "les", "mo", "tar", "vi", "sol", "den", "pu", "gri")


def articles(count: int) -> dict[str, str]:
    """So many articles; the names of each story are its own."""
    made = copies()
    return {f"{number:05d}-{path}": text for number, (path, text) in zip(range(count), made, strict=False)}


def copies() -> Iterator[tuple[str, str]]:
    """The articles of one bed after the other, story by story, without end."""
    from benchmarks.bed.make import bed

    seed = 0
    while True:
        made = bed(seed)
        for story in sorted(made.stories):
            rng = random.Random(f"{seed} {story}")
            names = {name: _name(rng) for name in _names()}
            pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))
            shift = rng.randrange(1, 9)
            for path in made.stories[story]:
                text = pattern.sub(lambda m, names=names: names[m[0]], made.texts[path])
                yield path, _DIGITS.sub(lambda m, shift=shift: str(int(m[0]) + shift) if len(m[0]) > 2 else m[0], text)
        seed += 1


def _names() -> set[str]:
    """The names of the bed's cast and towns, in every language."""
    from benchmarks.bed.make import LANGUAGES, table

    cast = table("cast")
    people = {person[code] for group in ("men", "women") for person in cast[group] for code in LANGUAGES}
    return people | {place[code].split()[-1] for place in cast["places"] for code in LANGUAGES}


def _name(rng: random.Random) -> str:
    return " ".join("".join(rng.choice(_SOUNDS) for _ in range(3)).capitalize() for _ in range(2))


def seconds(count: int) -> tuple[float, int]:
    """Processor time of auditing so many articles in this process, and how many stories are found."""
    import auditor

    texts = articles(count)
    started = time.process_time()
    audit = auditor.audit_texts(texts, no_glossary=True, jobs=1)
    return time.process_time() - started, len(audit.stories)


def main(arguments: Sequence[str] = ()) -> None:
    """Measure the sizes named, or those of the reach."""
    sizes = [int(a) for a in arguments] or SIZES
    seconds(20)
    first: tuple[int, float] | None = None
    for size in sizes:
        spent, stories = seconds(size)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        line = f"{size:7,} articles: {spent:7.2f} s, {stories:6,} stories, {memory:6.0f} MiB"
        if first is not None:
            times, limit = spent / first[1], LIMIT ** (len(str(size // first[0])) - 1)
            line += f", {times:.1f} times as long as {first[0]:,}" + ("" if times <= limit else f" (limit {limit:.0f})")
        first = first or (size, spent)
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
