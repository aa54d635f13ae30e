"""What the verbs of ``auditor glossary`` share: options, and which files are meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from auditor.glossary.model import Term
    from auditor.glossary.store import Loaded

Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE...", help="Glossary files or folders; default: those found in glossaries/."),
]
Home = Annotated[
    Path | None,
    typer.Option("--file", metavar="FILE", help="Where new concepts go; default: the only glossary found here."),
]
Where = Annotated[
    Path | None, typer.Option("--file", metavar="FILE", help="The glossary; default: those found in glossaries/.")
]
Id = Annotated[str, typer.Argument(metavar="ID", help="The concept: per-lavrov-sergey.")]
MaybeLang = Annotated[
    str | None, typer.Option("--lang", metavar="TAG", help="The form's language, where it has several.")
]
START = "glossaries/desk.toml"


def files_meant(files: list[Path] | None) -> tuple[Path, ...]:
    """The glossary files meant, or those found here; a `UsageError` where there is none."""
    from auditor.cli import job
    from auditor.errors import UsageError
    from auditor.glossary import store

    found = store.expand(files) if files else tuple(job.files_here(None))
    if not found:
        raise UsageError("no glossary here", "name one, or start with: auditor glossary init")
    return found


def read_all(files: tuple[Path, ...]) -> list[Loaded]:
    """The files, each in the right shape."""
    from auditor.glossary import store

    return [store.read(path) for path in files]


def home(file: Path | None, id: str | None = None, begin: bool = True) -> tuple[Path, tuple[Path, ...]]:
    """The file to write new concepts to, and all files of the desk.

    Of several, the one that has the concept ``id``; a `UsageError` where that is not clear. With ``begin`` a first file
    may be begun.
    """
    from auditor.cli import job
    from auditor.errors import UsageError

    found = tuple(job.files_here(None))
    if file is None and len(found) > 1:
        owners = [f.path for f in read_all(found) if id and any(c.id == id for c in f.file.concept)]
        if len(owners) != 1:
            raise UsageError("several glossaries here", "say which: --file " + " | ".join(map(str, found)))
        file = owners[0]
    if file is None and not found and not begin:
        raise UsageError("no glossary here", "name one, or start with: auditor glossary init")
    return file or (found[0] if found else Path(START)), found


def also_preferred(path: Path, id: str, term: Term) -> list[str]:
    """The other forms that a concept prefers in the language of a term which it prefers."""
    from auditor.glossary import store

    held = next((c for c in store.read(path).file.concept if c.id == id), None)
    terms = held.terms if held and term.status == "preferred" else ()
    return [t.text for t in terms if t.status == "preferred" and t.lang == term.lang and t.text != term.text]


def type_named(name: str) -> str:
    """A type of concept; a `UsageError` with the nearest one."""
    from typing import get_args

    from auditor.errors import UsageError
    from auditor.glossary.model import ConceptType
    from auditor.packs.nearest import did_you_mean

    valid = get_args(ConceptType)
    if name not in valid:
        raise UsageError(f"--type: no such value {name!r}", did_you_mean(name, valid))
    return name
