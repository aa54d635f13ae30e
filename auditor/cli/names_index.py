"""``auditor names index``: build an index of names, and look spellings up in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.cli.options import AuditFile, MaybePaths, TableShape, reads_articles

if TYPE_CHECKING:
    from auditor.names.index import Row
    from auditor.records import Audit

HELP = """Look spellings up among a million names.

\b
  auditor names index build --output names.idx archive/
  auditor names index find names.idx Lawrow
"""
index = typer.Typer(name="index", help=HELP, no_args_is_help=True, rich_markup_mode=None)
COLUMNS = ("form", "language", "id")


@reads_articles
def build(
    flags: dict[str, Any],
    output: Annotated[Path, typer.Option("--output", metavar="FILE", help="Where the index goes.")],
    paths: MaybePaths = None,
    audit: AuditFile = None,
    lists: Annotated[
        list[Path] | None,
        typer.Option(
            "--list", metavar="FILE", help="A table of names (TSV with the header: form, language, id); repeatable."
        ),
    ] = None,
) -> None:
    """Build an index of names.

    From the names of articles, of the glossaries named with --glossary, and of tables.

    \b
      auditor names index build --output names.idx archive/
      auditor names index build --output names.idx --glossary glossaries/ --list people.tsv
    """
    from auditor.cli import console, job
    from auditor.errors import UsageError
    from auditor.names import index as names_index

    named = flags.get("glossary") or []
    if not (paths or audit or lists or named):
        raise UsageError("nothing to index", "name PATHS, or use --audit, --glossary or --list")
    for path in paths or ():
        if path.suffix == ".tsv":
            raise UsageError(f"{path}: a table is no article", f"did you mean --list {path}?")
    rows = [row for path in lists or () for row in _listed(path)] + list(_of_glossaries(named))
    code = 0
    if paths or audit:
        result, code = job.audit_of(paths, flags, audit)
        rows += _of_audit(result.audit)
    data = names_index.build(rows)
    names_index.save(output, data)
    if not flags.get("quiet"):
        held = len(names_index.open(output))
        console.note(f"note: {held} forms in {console.plain(str(output))}, {len(data):,} bytes")
    raise typer.Exit(code)


@index.command("find")
def find(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The index.")],
    form: Annotated[str, typer.Argument(metavar="FORM", help="The spelling to look up.")],
    lang: Annotated[str | None, typer.Option(metavar="TAG", help="Language of the text that has it.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, max=1000, help="How many to show at most.")] = 10,
    format: TableShape = "text",
) -> None:
    """Look a spelling up in an index.

    The forms that may be the same name, best first, each with what leads to it.

    \b
      auditor names index find names.idx Lawrow
      auditor names index find names.idx "Sergej Lawrow" --lang de --limit 3 --format json
    """
    from auditor.cli import console, emit, name_views
    from auditor.cli.names import language_tag, nonempty
    from auditor.names import index as names_index
    from auditor.names.compare import unreadable

    shape = emit.table_format(format)
    held = names_index.open(file)
    found = held.find(nonempty(form, "FORM"), language_tag(lang, "--lang"), limit)
    if held.stale:
        console.note("note: the index was built by other reading tables and may miss names; build it again")
    if reason := unreadable(form):
        console.note(f"note: {console.plain(form)}: {reason}")
    if shape == "json":
        console.out(name_views.as_json(found))
    else:
        console.out(_table(found, shape, emit.table_width(None)))


def _listed(path: Path) -> Iterator[Row]:
    """The rows of a table; empty cells are absent values."""
    from auditor.errors import DataError
    from auditor.names.index import Row
    from auditor.packs import load_tsv

    for row in load_tsv(path, COLUMNS, DataError):
        yield Row(row["form"].strip(), row["language"].strip() or None, row["id"].strip() or None)


def _of_glossaries(files: list[Path]) -> Iterator[Row]:
    """All terms that a concept may be written with, and its native form; what the glossary forbids is left out."""
    from auditor.glossary import load
    from auditor.glossary.bad_forms import BAD
    from auditor.names.index import Row

    for concept in load(files).concepts if files else ():
        if concept.native:
            yield Row(concept.native.text, concept.native.lang, concept.id)
        for term in concept.terms:
            for form in {term.text, term.short or term.text} if term.status not in BAD else ():
                yield Row(form, term.lang, concept.id)


def _of_audit(audit: Audit) -> Iterator[Row]:
    """Every spelling of every entity, with the id of its concept or its own."""
    from auditor.names.index import Row

    for entity in audit.entities:
        owner = entity.concept or entity.id
        if entity.native:
            yield Row(entity.native, None, owner)
        for mention in entity.mentions:
            yield Row(mention.text, mention.language, owner)


def _table(found: Any, shape: Any, width: int) -> str:
    from auditor.report.table import write_table

    rows = [
        (
            item.text,
            item.language or "",
            item.id or "",
            round(item.match.score, 2),
            item.match.kind,
            tuple(f"{step.before} → {step.after}: {step.rule}" for step in item.match.evidence),
        )
        for item in found
    ]
    if not rows and shape == "text":
        return "no form of the index may be this name\n"
    return write_table(("form", "language", "id", "score", "kind", "evidence"), rows, shape, width)


index.command("build", no_args_is_help=True)(build)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.add_typer(index, name="index")
