"""``auditor doctor``: whether everything that the program needs is there and sound."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable

import typer


def doctor() -> None:
    """Look over the installation and this folder.

    Libraries, lexicon, checks, configuration, glossaries. Exits 2 when something is broken.

    \b
      auditor doctor
    """
    from auditor.cli import console
    from auditor.errors import EXIT_FAILED

    broken = 0
    for name, look in _LOOKS:
        try:
            console.out(f"ok    {name}: {look()}\n")
        except Exception as error:
            broken += 1
            console.out(f"FAIL  {name}: {console.plain(str(error))}\n")
    raise typer.Exit(EXIT_FAILED if broken else 0)


def _python() -> str:
    from auditor import __version__

    return f"auditor {__version__}, Python {sys.version.split()[0]}"


def _libraries() -> str:
    """The dependencies that the package itself declares, without those of its extras."""
    from importlib.metadata import PackageNotFoundError, requires, version

    declared = [line for line in requires("auditor") or () if "extra ==" not in line]
    needed = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in declared]
    missing = []
    for name in needed:
        try:
            version(name)
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        raise RuntimeError(f"not installed: {', '.join(missing)}; run: pip install auditor")
    return f"{len(needed)} installed"


def _streams() -> str:
    return f"stdout {sys.stdout.encoding}, files UTF-8"


def _lexicon() -> str:
    from auditor.text import lexicon

    state = "ready" if lexicon.is_built() else "built now"
    words = lexicon.lexicon()
    if not words.known("and"):
        raise RuntimeError(f"does not know common words; delete {lexicon.cache_file()}")
    kept = str(lexicon.cache_file()) if lexicon.is_built() else "in memory only, its folder cannot be written"
    return f"{state}, {kept}"


def _checks() -> str:
    from auditor.gate.rules import every

    return f"{len(every())}, of which {sum(c.status == 'stable' for c in every())} stable"


def _configuration() -> str:
    from auditor.run.config import resolve

    return resolve({}).file or "none here, defaults hold"


def _glossaries() -> str:
    from auditor.glossary import load
    from auditor.report.view import plural
    from auditor.run.config import resolve
    from auditor.run.desk import glossaries

    files = glossaries(resolve({}))
    if not files:
        return "none here"
    return f"{plural(len(load(files).concepts), 'concept')} in {', '.join(map(str, files))}"


_LOOKS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("program", _python),
    ("libraries", _libraries),
    ("streams", _streams),
    ("lexicon", _lexicon),
    ("checks", _checks),
    ("configuration", _configuration),
    ("glossaries", _glossaries),
)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("doctor")(doctor)
