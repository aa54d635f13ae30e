"""``auditor glossary``: list, add, lint, fmt, candidates."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli import glossary_change, glossary_enter, glossary_exchange, glossary_look, glossary_review
from auditor.cli.glossary_desk import Files, Id
from auditor.cli.options import TableShape

HELP = """Keep the glossary of names and terms.

\b
  auditor glossary candidates copy/    names that want a decision
  auditor glossary review copy/        decide on them, one card a decision
  auditor glossary lint                look for doubtful entries
"""
glossary = typer.Typer(name="glossary", help=HELP, no_args_is_help=True, rich_markup_mode=None)


@glossary.command("list")
def list_(
    files: Files = None,
    lang: Annotated[str | None, typer.Option(metavar="TAG", help="Only terms of this language.")] = None,
    type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only concepts of this type: person, org ...")
    ] = None,
    find: Annotated[str | None, typer.Option(metavar="TEXT", help="Only concepts with a term or id like this.")] = None,
    format: TableShape = "text",
) -> None:
    """List the terms of the glossary.

    \b
      auditor glossary list
      auditor glossary list --lang de --type person
    """
    from auditor.cli import console, emit, glossary_desk, glossary_views
    from auditor.glossary import load

    shape = emit.table_format(format)
    held = load(glossary_desk.files_meant(files))
    rows = glossary_views.rows(held, lang, glossary_desk.type_named(type) if type else None, find)
    console.out(glossary_views.table(rows, shape, emit.table_width(None)))


@glossary.command("show")
def show(id: Id, files: Files = None) -> None:
    """Show a concept.

    Its block, where it stands, what was decided on it.

    \b
      auditor glossary show per-lavrov-sergey
    """
    from auditor.cli import console, glossary_desk, glossary_views
    from auditor.glossary import decisions
    from auditor.glossary.edit import Desk

    paths = glossary_desk.files_meant(files)
    desk = Desk(glossary_desk.read_all(paths))
    concept = desk.get(id)
    loaded = next(f for f in desk.files if concept in f.file.concept)
    names = {id, *(t.text for t in concept.terms)}
    held = decisions.Verdicts(decisions.load(decisions.beside(paths))).last.values()
    told = [d for d in held if names & set(d.pair)]
    console.out(glossary_views.concept(loaded, concept, told))


@glossary.command("lint")
def lint(
    files: Files = None,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what can be mended safely, then look.")] = False,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="The day on which dates are past; default: today.")
    ] = None,
    format: TableShape = "text",
) -> None:
    """Look for doubtful entries.

    Exits 1 when there are any: duplicate ids, forms that are both right and wrong, one form for two concepts, none or
    several preferred forms, references to nothing or in a circle, bad language tags, dates that are wrong or past,
    letters of mixed scripts, forms too common to be matched so, spellings that do not follow their convention.

    \b
      auditor glossary lint
      auditor glossary lint --fix glossaries/space.toml
    """
    from contextlib import suppress
    from datetime import date

    from auditor.cli import console, emit, glossary_desk, glossary_views
    from auditor.errors import GlossaryError, UsageError
    from auditor.glossary import decisions, edit
    from auditor.glossary.fixes import fixes
    from auditor.glossary.lint import lint as problems
    from auditor.run.values import problem_with

    shape = emit.table_format(format)
    if as_of is not None and (bad := problem_with("date", as_of)):
        raise UsageError(f"--as-of: {bad.message}", bad.hint)
    meant = glossary_desk.files_meant(files)
    if fix:
        glossary_desk.read_all(meant)
        with suppress(GlossaryError):  # a contradiction: told below
            for path in edit.change(meant, fixes):
                console.note(f"mended {path}")
        for path in meant:
            edit.reformat(path)
    loaded = glossary_desk.read_all(meant)
    decisions.load(decisions.beside(meant))  # a broken line stops every audit, so it stops here, too
    found = problems(loaded, as_of or date.today().isoformat())
    console.out(glossary_views.problems(found, loaded, shape))
    raise typer.Exit(1 if any(p.severity != "neutral" for p in found) else 0)


@glossary.command("fmt")
def fmt(
    files: Files = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 when a file would change.")] = False,
) -> None:
    """Put files into canonical order and layout.

    Comments stay with what they stand beside.

    \b
      auditor glossary fmt
      auditor glossary fmt --check glossaries/space.toml
    """
    from auditor.cli import console, glossary_desk
    from auditor.glossary import edit

    changed = 0
    for loaded in glossary_desk.read_all(glossary_desk.files_meant(files)):
        if not (edit.formatted(loaded) != loaded.text if check else edit.reformat(loaded.path)):
            continue
        changed += 1
        console.out(f"{'would change' if check else 'formatted'} {loaded.path}\n")
    if not changed:
        console.out("nothing to change\n")
    raise typer.Exit(1 if check and changed else 0)


for part in (glossary_enter, glossary_change, glossary_review, glossary_exchange, glossary_look):
    part.register(glossary)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.add_typer(glossary, name="glossary")
