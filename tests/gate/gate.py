"""The quality gate: figures on the seeds against pinned floors.

    python -m tests.gate.gate             compare, exit 1 when a figure is below its floor
    python -m tests.gate.gate --update    raise the floors that were beaten (lowered by hand only, with a reason)

The gold (`seeds.json`) is a reference annotation of five real pages; see its fields for levels and spans.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FLOORS = HERE / "floors.toml"
LESS_IS_BETTER = {
    "suggestion_wrong_on_must",
    "unlisted",
    "body_excluded",
    "merged_wrongly",
    "agencies_missing",
    "agencies_extra",
}


def measure(**settings: Any) -> dict[str, Any]:
    """The figures of `auditor evaluate` on the seeds."""
    import auditor
    from auditor.run.evaluate import evaluate

    audit = auditor.audit([ROOT / "seeds"], **settings)
    return evaluate(audit, HERE / "seeds.json", ROOT / "seeds").figures


def number(value: Any) -> float:
    """A figure as a number: ``7/8`` counts its first part, True counts 1."""
    return float(str(value).split("/")[0]) if isinstance(value, str) else float(value)


def below(figures: dict[str, Any], floors: dict[str, float]) -> list[str]:
    """The figures that are worse than their floor, one line each."""
    return [
        f"{name}: {figures[name]}, floor {floor:g}"
        for name, floor in floors.items()
        if (number(figures[name]) > floor if name in LESS_IS_BETTER else number(figures[name]) < floor)
    ]


def floors() -> dict[str, dict[str, float]]:
    """Pinned floors of each run."""
    tables = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    return {name: table for name, table in tables.items() if isinstance(table, dict)}


RUNS: dict[str, dict[str, Any]] = {
    "no_glossary": {"no_glossary": True},
    "with_glossary": {"glossary": sorted((ROOT / "glossaries").glob("*.toml"))},
}


def main() -> int:
    """Print every figure beside its floor."""
    pinned, failed, raised, judged = floors(), [], {}, 0
    for run, settings in RUNS.items():
        figures = measure(**settings)
        print(f"[{run}]")
        for name, value in figures.items():
            floor = pinned.get(run, {}).get(name)
            print(f"  {name:26} {value!s:10} " + ("" if floor is None else f"floor {floor:g}"))
        failed += [f"{run}: {line}" for line in below(figures, pinned.get(run, {}))]
        raised[run] = {name: _better(name, number(figures[name]), floor) for name, floor in pinned.get(run, {}).items()}
        judged += len(pinned.get(run, {}))
    from tests.gate import bed

    found = bed.figures()
    print(*(f"[bed, {half}]  {row}" for half, row in found.items()), sep="\n")
    failed += bed.failing(found)
    judged += sum(map(len, found.values()))
    if "--update" in sys.argv[1:]:
        _write({**pinned, **raised})
    for line in failed:
        print(f"below the floor: {line}", file=sys.stderr)
    print(f"{judged - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


def _better(name: str, value: float, floor: float) -> float:
    return min(value, floor) if name in LESS_IS_BETTER else max(value, floor)


def _write(tables: dict[str, dict[str, float]]) -> None:
    head = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    body = [
        f"\n[{run}]\n" + "\n".join(f"{name} = {value:g}" for name, value in table.items())
        for run, table in tables.items()
    ]
    FLOORS.write_text("\n".join(head) + "\n" + "\n".join(body) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
