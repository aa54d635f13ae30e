"""``auditor glossary``: list, add, lint, fmt, candidates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.cli.options import Against, AuditFile, MaybePaths, reads_articles

if TYPE_CHECKING:
    from auditor.glossary.store import Loaded

glossary = typer.Typer(
    name="glossary", help="Keep the glossary of names and terms.", no_args_is_help=True, rich_markup_mode=None
)
Files = Annotated[
    list[Path] | None,
    typer.Argument(metavar="FILE", help="Glossary files or folders; default: those found in glossaries/."),
]
Shape = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, json, csv or md.")]
Debug = Annotated[bool, typer.Option("--debug", hidden=True)]


@glossary.command("list")
def list_(
    files: Files = None,
    lang: Annotated[str | None, typer.Option(metavar="TAG", help="Only terms of this language.")] = None,
    type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only concepts of this type: person, org ...")
    ] = None,
    find: Annotated[str | None, typer.Option(metavar="TEXT", help="Only concepts with a term or id like this.")] = None,
    format: Shape = "text",
    debug: Debug = False,
) -> None:
    """List the terms of the glossary.

    \b
      auditor glossary list
      auditor glossary list --lang de --type person
    """
    from auditor.cli import console, emit, glossary_views
    from auditor.glossary import load

    shape = emit.table_format(format)
    held = load(_files(files))
    rows = glossary_views.rows(held, lang, _type(type) if type else None, find)
    console.out(glossary_views.table(rows, shape, emit.table_width(None)))


@glossary.command("add")
def add(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The form, as it stands in copy.")],
    lang: Annotated[str, typer.Option(metavar="TAG", help="Its language (BCP 47).")],
    id: Annotated[str, typer.Option("--id", metavar="ID", help="The concept, new or known: per-lavrov-sergei.")],
    type: Annotated[
        str | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="person, org, place, vehicle, mission, title, agency or term; default: by the id (per-, org- ...).",
        ),
    ] = None,
    status: Annotated[
        str,
        typer.Option(
            "--status",
            metavar="STATUS",
            help="preferred, admitted, deprecated, forbidden, misspelling, untranslatable or candidate.",
        ),
    ] = "preferred",
    short: Annotated[str | None, typer.Option(metavar="TEXT", help="What later mentions use: a surname.")] = None,
    convention: Annotated[str | None, typer.Option(metavar="ID", help="The convention that it follows.")] = None,
    use: Annotated[str | None, typer.Option(metavar="TEXT", help="The form to use instead.")] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    native: Annotated[str | None, typer.Option(metavar="TEXT", help="The name in its own script.")] = None,
    native_lang: Annotated[str | None, typer.Option(metavar="TAG", help="The language of --native.")] = None,
    never: Annotated[list[str] | None, typer.Option(metavar="ID", help="A look-alike that it never is.")] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="Where to put it; default: the only glossary found here."),
    ] = None,
    debug: Debug = False,
) -> None:
    """Put a term into the glossary.

    Other blocks of the file keep their bytes.

    \b
      auditor glossary add "Sergey Lavrov" --lang en --id per-lavrov-sergey --type person --short Lavrov
      auditor glossary add Lawrow --lang en --id per-lavrov-sergey --status misspelling
    """
    from auditor.cli import console, glossary_views
    from auditor.glossary import edit

    path, others = _target(file, id)
    term: dict[str, str | None] = {"text": text, "lang": lang, "status": status}
    term |= {"short": short, "convention": convention, "use": use, "note": note}
    concept = glossary_views.concept(
        id=id,
        type=type or glossary_views.type_of(path, id),
        native=native,
        native_lang=native_lang,
        never=tuple(never or ()),
        term={
            "text": text,
            "lang": lang,
            "status": status,
            "short": short,
            "convention": convention,
            "use": use,
            "note": note,
        },
    )
    done = edit.add(path, concept, others)
    console.out(f"{done} {id} in {path}\n")


@glossary.command("lint")
def lint(files: Files = None, format: Shape = "text", debug: Debug = False) -> None:
    """Look for doubtful entries.

    Exits 1 when there are any. Duplicate ids, forms that are both right and wrong, one form for two concepts, none or
    several preferred forms, references to nothing, bad language tags and dates, letters of mixed scripts.

    \b
      auditor glossary lint
      auditor glossary lint glossaries/space.toml --format csv
    """
    from auditor.cli import console, emit, glossary_views
    from auditor.glossary.lint import lint as problems

    shape = emit.table_format(format)
    loaded = _read(_files(files))
    found = problems(loaded)
    console.out(glossary_views.problems(found, loaded, shape))
    raise typer.Exit(1 if any(p.severity != "neutral" for p in found) else 0)


@glossary.command("fmt")
def fmt(
    files: Files = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 when a file would change.")] = False,
    debug: Debug = False,
) -> None:
    """Put files into canonical order and layout.

    Comments stay with what they stand beside.

    \b
      auditor glossary fmt
      auditor glossary fmt --check glossaries/space.toml
    """
    from auditor.cli import console
    from auditor.glossary import edit

    changed = 0
    for loaded in _read(_files(files)):
        text = edit.formatted(loaded)
        if text == loaded.text:
            continue
        changed += 1
        if not check:
            edit.write(loaded.path, text)
        console.out(f"{'would change' if check else 'formatted'} {loaded.path}\n")
    if not changed:
        console.out("nothing to change\n")
    raise typer.Exit(1 if check and changed else 0)


@reads_articles
def candidates(
    flags: dict[str, Any],
    paths: MaybePaths = None,
    against: Against = None,
    audit: AuditFile = None,
    every: Annotated[bool, typer.Option("--all", help="Also names with one spelling only.")] = False,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, json or toml.")] = "text",
) -> None:
    """Find names that want a decision.

    Competing spellings in articles and forms that the glossary lacks, with the block to put into it.

    \b
      auditor glossary candidates seeds/
      auditor glossary candidates seeds/ --format toml > glossaries/new.toml
    """
    from auditor.cli import console, glossary_views, job
    from auditor.glossary import load
    from auditor.glossary.candidates import candidates as suggested

    shape = glossary_views.candidate_format(format)
    result, code = job.audit_of(paths, flags | {"against": against}, audit)
    given = [Path(p) for p in flags.get("glossary") or ()]
    files = [] if flags.get("no_glossary") else (given or job.files_here(paths))
    held = load(files) if files else None
    found = suggested(result.audit, held, every=every)
    console.out(glossary_views.candidates(found, shape, result.audit, every=every))
    raise typer.Exit(code)


def _files(files: list[Path] | None) -> tuple[Path, ...]:
    """The glossary files meant, or those found here; a `UsageError` where there is none."""
    from auditor.cli import job
    from auditor.errors import UsageError
    from auditor.glossary import store

    found = store.expand(files) if files else tuple(job.files_here(None))
    if not found:
        raise UsageError("no glossary here", "name one, or start with: auditor init")
    return found


def _read(files: tuple[Path, ...]) -> list[Loaded]:
    from auditor.glossary import store

    return [store.read(path) for path in files]


def _target(file: Path | None, id: str) -> tuple[Path, list[Loaded]]:
    """The file to write to, and the other glossaries that it has to agree with."""
    from auditor.cli import job
    from auditor.errors import UsageError

    found = list(job.files_here(None))
    if file is None and len(found) > 1:
        loaded = _read(tuple(found))
        owners = [f.path for f in loaded if any(c.id == id for c in f.file.concept)]
        if len(owners) != 1:
            raise UsageError("several glossaries here", "say which: --file " + " | ".join(map(str, found)))
        file = owners[0]
    path = file or (found[0] if found else Path("glossaries/desk.toml"))
    return path, _read(tuple(p for p in found if p.absolute() != path.absolute()))


def _type(name: str) -> str:
    from typing import get_args

    from auditor.errors import UsageError
    from auditor.glossary.model import ConceptType
    from auditor.packs.nearest import did_you_mean

    valid = get_args(ConceptType)
    if name not in valid:
        raise UsageError(f"--type: no such value {name!r}", did_you_mean(name, valid))
    return name


def register(app: typer.Typer) -> None:
    """Add the verb."""
    glossary.command("candidates", no_args_is_help=True)(candidates)
    app.add_typer(glossary, name="glossary")
