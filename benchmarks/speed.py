"""What an audit costs, in units of langdetect: cold process and warm process, on the seed articles."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

SEEDS = sorted((Path(__file__).resolve().parent.parent / "seeds").glob("*.txt"))
COLD_LIMIT, WARM_LIMIT = 2.0, 3.0


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call, that of the processes it starts and waits for included."""
    start = _spent()
    work()
    return _spent() - start


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def ratio(ours: Callable[[], object], peer: Callable[[], object], rounds: int) -> tuple[float, float, float]:
    """Medians of both, measured in turn so that a busy machine hits both alike, and their ratio."""
    mine, other = [], []
    for _ in range(rounds):
        mine.append(seconds(ours))
        other.append(seconds(peer))
    a, b = statistics.median(mine), statistics.median(other)
    return a, b, a / b


def cold(seed: Path) -> tuple[float, float, float]:
    """``auditor check`` of one file against one detection, each in a fresh process."""
    check = [sys.executable, "-m", "auditor", "check", "--no-color", str(seed)]
    code = f"import langdetect; langdetect.detect(open({str(seed)!r}, encoding='utf-8').read())"
    detect = [sys.executable, "-c", code]

    def run(command: list[str]) -> Callable[[], object]:
        return lambda: subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)

    return ratio(run(check), run(detect), 7)


def warm(seed: Path) -> tuple[float, float, float]:
    """One `auditor.audit_texts` against one stock detection, in this process, after a first call of each."""
    import langdetect

    import auditor

    text = seed.read_text(encoding="utf-8")
    auditor.audit_texts({"a": text})
    langdetect.detect(text)
    return ratio(lambda: auditor.audit_texts({"a": text}), lambda: langdetect.detect(text), 15)


def main() -> None:
    """Print both tables."""
    import compileall

    from auditor.text.lexicon import lexicon

    lexicon()
    compileall.compile_dir(Path(__file__).resolve().parent.parent / "auditor", quiet=1)  # as an installation does
    for name, measure, limit in (("cold check", cold, COLD_LIMIT), ("warm audit_texts", warm, WARM_LIMIT)):
        for seed in SEEDS:
            mine, peer, times = measure(seed)
            verdict = "ok" if times <= limit else "OVER"
            print(
                f"{name:17} {seed.stem[:3]}  {mine * 1000:7.1f} ms   langdetect {peer * 1000:7.1f} ms   "
                f"ratio {times:.2f} (limit {limit:.0f}) {verdict}"
            )


if __name__ == "__main__":
    main()
