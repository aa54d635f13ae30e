"""A glossary at size: ``python -m benchmarks.glossary [TERMS]``.

Makes a glossary of invented people, then prints the times to read, compile, write and bring it in, and what ``check``
of one article costs with it against the same without, in turns in one process and as commands.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

TERMS = 100_000
ROUNDS = 9
_SYLLABLES = ("ka", "lo", "mi", "ren", "ta", "vis", "bor", "del", "sa", "no", "ru", "gel", "pa", "tin", "zu", "che")
_TEXT = Path(__file__).resolve().parent.parent / "seeds"


def make(terms: int, seed: int = 1) -> str:
    """The text of a glossary with four terms a person, one of them a misspelling."""
    from auditor.glossary.model import Concept, GlossaryFile, Term
    from auditor.glossary.write import canonical

    pick = random.Random(seed)

    def name() -> str:
        return "".join(pick.choice(_SYLLABLES) for _ in range(pick.randint(2, 4))).capitalize()

    held = []
    for n in range(terms // 4):
        given, family = name(), name()
        rows = [(lang, f"{given} {family}{end}", "preferred") for lang, end in (("en", ""), ("fr", "e"), ("de", "w"))]
        rows.append(("en", f"{given} {family}x", "misspelling"))
        made = tuple(Term(text=t, lang=la, status=s, short=t.split()[1]) for la, t, s in rows)  # type: ignore[arg-type]
        held.append(Concept(id=f"per-{family.lower()}-{n}", type="person", terms=made))
    return canonical(GlossaryFile(schema=1, concept=tuple(held)))


def timed(what: Callable[[], object]) -> float:
    """Seconds of one call."""
    begun = time.perf_counter()
    what()
    return time.perf_counter() - begun


def main() -> None:
    """Print the table."""
    terms = int(sys.argv[1]) if len(sys.argv) > 1 and sys.argv[1].isdigit() else TERMS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "g.toml"
        path.write_text(make(terms), encoding="utf-8")
        _work(path)
        _checks(path)


def _work(path: Path) -> None:
    from auditor.glossary import compiled, load
    from auditor.glossary.edit import Desk
    from auditor.glossary.exchange import bring
    from auditor.glossary.formats import FORMATS, Wanted

    held = load([path])
    print(f"read                {timed(lambda: load([path])):6.2f} s")
    print(f"compile             {timed(lambda: compiled.compile_glossary(held, '')):6.2f} s")
    wanted = Wanted(source="en", target="de", date="2000-01-01")
    for name in ("csv", "tbx", "tbx-basic", "utx", "tmx"):
        form = FORMATS[name]
        assert form.write
        assert form.read
        text = form.write(held.concepts, wanted).text.encode()
        out = timed(lambda f=form: f.write(held.concepts, wanted))  # type: ignore[misc]
        back = timed(lambda f=form, t=text: bring(Desk([]), f.read(t, wanted).concepts))  # type: ignore[misc]
        print(f"{name:10} out {out:6.2f} s, in {back:6.2f} s")


def _checks(path: Path) -> None:
    import auditor

    text = next(_TEXT.glob("003*.txt")).read_text(encoding="utf-8")
    files: tuple[list[Path], list[Path]] = ([], [path])
    took: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for given, times in zip(files, took, strict=True):
            times.append(timed(lambda g=given: auditor.audit_texts({"a": text}, glossary=g)))  # type: ignore[misc]
    without, with_it = (statistics.median(times[1:]) for times in took)
    print(
        f"in one process {with_it * 1000:6.0f} ms with, {without * 1000:.0f} ms without: ratio {with_it / without:.2f}"
    )
    command = [sys.executable, "-m", "auditor", "check", str(next(_TEXT.glob("003*.txt"))), "--exit-zero", "--quiet"]
    given_options = (["--no-glossary"], ["--glossary", str(path)])
    walls: tuple[list[float], list[float]] = ([], [])
    for _ in range(5):
        for options, times in zip(given_options, walls, strict=True):
            run = [*command, *options]
            times.append(timed(lambda r=run: subprocess.run(r, capture_output=True, check=True, env=os.environ)))  # type: ignore[misc]
    without, with_it = (statistics.median(times) for times in walls)
    print(f"as a command        {with_it:6.2f} s with, {without:.2f} s without: ratio {with_it / without:.2f}")


if __name__ == "__main__":
    main()
