"""The house's laws that code can check: floors, doors, cold start, seed names, tidy data."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "auditor"
FLOORS = {  # part -> (floor, place on the floor): imports go down or left
    "errors": (0, 0), "records": (0, 1), "offsets": (0, 2),
    "packs": (1, 0), "text": (1, 1), "names": (1, 2), "glossary": (1, 3),
    "reading": (2, 0),
    "entities": (3, 0), "checks": (3, 1), "pairs": (3, 2),
    "corpus": (4, 0), "provenance": (4, 1), "drift": (4, 2),
    "report": (5, 0), "gate": (5, 1),
    "run": (6, 0),
    "api": (7, 0), "lsp": (7, 1), "cli": (7, 2), "__main__": (7, 3),
}  # fmt: skip
DOORS = {
    "typer": ("cli",), "click": ("cli",), "rich": ("cli", "report"),
    "langdetect": ("text/language.py",), "sentencex": ("text/segments.py",), "wordfreq": ("text/lexicon.py",),
    "platformdirs": ("packs/cache.py",), "sacrebleu": ("corpus/similarity.py",), "unidecode": ("names",),
    "pygls": ("lsp",), "lsprotocol": ("lsp",), "watchfiles": ("cli/watching.py",),
    "rapidfuzz": ("names",), "lxml": ("reading", "glossary"), "jinja2": ("report",),
    "markupsafe": ("report",), "filelock": ("glossary/lock.py",), "prov": ("report/trace/prov_json.py",),
}  # fmt: skip
HEAVY = ("wordfreq", "sacrebleu", "numpy", "lxml", "langdetect", "babel", "jinja2", "prov", "pygls", "lsprotocol")
MODULES = sorted(PACKAGE.rglob("*.py"))


def imports(path: Path, *, top_only: bool = False) -> list[str]:
    """Modules that a file imports at run time (imports for types alone are left out)."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }
    nodes = tree.body if top_only else ast.walk(tree)
    found: list[str] = []
    for node in nodes:
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.append(node.module)
    return found


def part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_floors(path: Path) -> None:
    """Imports go down or left, never up; a part may import itself."""
    here = part(path)
    if here == "__init__":
        return
    for name in imports(path):
        pieces = name.split(".")
        if pieces[0] == "auditor" and len(pieces) > 1 and pieces[1] != here:
            assert FLOORS[pieces[1]] < FLOORS[here], f"{here} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_doors(path: Path) -> None:
    """Each dependency comes in by its own door."""
    where = path.relative_to(PACKAGE).as_posix()
    for name in imports(path):
        doors = DOORS.get(name.split(".")[0])
        assert doors is None or where.startswith(doors), f"{where} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_heavy_imports_wait(path: Path) -> None:
    """Heavy packages are imported in the function that needs them."""
    heavy = set(HEAVY) - ({"pygls", "lsprotocol"} if part(path) == "lsp" else set())  # a part that one verb loads
    assert not [n for n in imports(path, top_only=True) if n.split(".")[0] in heavy]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_cold_start(arguments: list[str]) -> None:
    """Help and version load nothing heavy."""
    code = (
        "import sys\n"
        "import auditor.__main__\n"
        "from auditor.cli.app import run\n"
        f"run({arguments!r})\n"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_no_seed_names_in_the_code() -> None:
    """Spellings that are faults of the seed articles stand nowhere in code or data."""
    faults = re.compile(r"Haradrei|Prokopjew|Prokopiev|Peteline|Tschub\b|Borissov|Roscomos|House- Blanche")
    examples = {"checks"}
    for path in sorted(PACKAGE.rglob("*")):
        if path.suffix in {".py", ".toml", ".tsv", ".txt"} and part(path) not in examples:
            assert not faults.search(path.read_text(encoding="utf-8")), path


def test_version_is_one() -> None:
    """The package and its metadata agree."""
    import tomllib

    import auditor

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == auditor.__version__


def test_dependencies_are_pinned_and_justified() -> None:
    """Each direct dependency has a pin and a line in docs/dependencies.md."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = {line.split("==")[0].lower() for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line}
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8").lower()
    extras = [d for name, group in project["optional-dependencies"].items() for d in group]
    for requirement in [*project["dependencies"], *extras]:
        name = re.split(r"[<>=\[ ]", requirement)[0].lower()
        if name != "auditor":
            assert name in pins, f"{name} is not pinned"
            assert f"| {name} " in page, f"{name} is not justified"
