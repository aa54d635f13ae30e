"""``auditor names``: spellings of names, alone or in articles."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from auditor.cli import names_index
from auditor.cli.options import Against, AuditFile, MaybePaths, Output, TableShape, TextOrJson, reads_articles

HELP = """Spellings of names: compare, explain, vary, tabulate.

\b
  auditor names compare Lawrow Lavrov       one person? by which conventions?
  auditor names explain Lawrow              who writes the name so
  auditor names variants "Сергей Лавров"    how each language writes it
"""
names = typer.Typer(name="names", help=HELP, no_args_is_help=True, rich_markup_mode=None)
LangA = Annotated[str | None, typer.Option(metavar="TAG", help="Language of the text that has A.")]
LangB = Annotated[str | None, typer.Option(metavar="TAG", help="Language of the text that has B.")]


@reads_articles
def table(
    flags: dict[str, Any],
    paths: MaybePaths = None,
    against: Against = None,
    audit: AuditFile = None,
    format: TableShape = "text",
    output: Output = None,
) -> None:
    """Tabulate the names of articles.

    Every name with its spellings, whose convention each follows, and where it stands.

    \b
      auditor names table seeds/
      auditor names table --audit reports/audit.json --format csv --output names.csv
    """
    from auditor.cli import emit, job
    from auditor.report.names_table import names_table

    shape = emit.table_format(format)
    result, code = job.audit_of(paths, flags | {"against": against}, audit)
    emit.deliver(names_table(result.audit, shape, emit.table_width(output)), output, shape)
    raise typer.Exit(code)


@names.command("compare")
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A spelling, in any script.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another one.")],
    lang_a: LangA = None,
    lang_b: LangB = None,
    format: TextOrJson = "text",
) -> None:
    """Say whether two spellings are one name.

    The score, and each step from one to the other.

    \b
      auditor names compare Lawrow Lavrov
      auditor names compare "Sergej Lawrow" "Sergueï Lavrov" --lang-a de --lang-b fr
    """
    from auditor.cli import console, emit, name_views
    from auditor.names import compare as compared

    match = compared(
        nonempty(a, "A"), nonempty(b, "B"), language_tag(lang_a, "--lang-a"), language_tag(lang_b, "--lang-b")
    )
    console.out(name_views.as_json(match) if emit.as_json(format) else name_views.match(a, b, match))


@names.command("explain")
def explain(
    forms: Annotated[list[str], typer.Argument(metavar="FORM...", help="Spellings; FORM=NATIVE where it is known.")],
    native: Annotated[str | None, typer.Option(metavar="FORM", help="The name in its own script, of one FORM.")] = None,
    native_lang: Annotated[str | None, typer.Option(metavar="TAG", help="The language of the native forms.")] = None,
    format: TextOrJson = "text",
) -> None:
    """Say who writes a name so.

    The native forms that a spelling can stand for and the conventions that write them so; of several names of a
    text, which conventions may have written them all.

    \b
      auditor names explain Lawrow
      auditor names explain Lawrow Schoigu Peskow
      auditor names explain Tschaikowski=Чайковский Lawrow=Лавров --native-lang ru
    """
    from auditor.cli import console, emit, name_origins, name_views
    from auditor.errors import UsageError

    asked = [_pair(text) for text in forms]
    if native is not None:
        if len(asked) > 1 or asked[0][1]:
            raise UsageError("--native goes with one FORM", "write FORM=NATIVE for each")
        asked = [(asked[0][0], nonempty(native, "--native"))]
    found = name_origins.origins(asked, language_tag(native_lang, "--native-lang"))
    console.out(name_views.as_json(found) if emit.as_json(format) else name_origins.explanation(found))


@names.command("variants")
def variants(
    native: Annotated[str, typer.Argument(metavar="NATIVE", help="The name in its own script, or in pinyin.")],
    lang: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A language, or a standard by its id (hepburn, iso9); may be repeated."),
    ] = None,
    native_lang: Annotated[
        str | None, typer.Option(metavar="TAG", help="The language of NATIVE (default: by its letters).")
    ] = None,
    format: TextOrJson = "text",
) -> None:
    """Say how each language and standard writes a name.

    \b
      auditor names variants "Сергей Лавров"
      auditor names variants "Сергій Жадан" --lang en --lang de --lang iso9
      auditor names variants Борисов --native-lang bg --lang fr
      auditor names variants "Deng Xiaoping" --native-lang zh --lang wade-giles
    """
    from auditor.cli import console, emit, name_variants, name_views

    nonempty(native, "NATIVE")
    found = name_variants.variants(native, language_tag(native_lang, "--native-lang"), tuple(lang or ()))
    console.out(
        name_views.as_json(found) if emit.as_json(format) else name_variants.variant_rows(found, emit.table_width(None))
    )


def _pair(text: str) -> tuple[str, str | None]:
    """A form, and the native form after "="."""
    form, equals, native = text.partition("=")
    return nonempty(form, "FORM").strip(), nonempty(native, "NATIVE").strip() if equals else None


def nonempty(form: str, name: str) -> str:
    """The argument called ``name``, unless it is blank."""
    from auditor.errors import UsageError

    if not form.strip():
        raise UsageError(f"{name} is empty", "give a name")
    return form


def language_tag(tag: str | None, option: str) -> str | None:
    """The value of an option that names a language, which is a tag of BCP 47."""
    from auditor.cli.glossary_fields import check_tag

    check_tag(tag, option)
    return tag


names.command("table", no_args_is_help=True)(table)
names_index.register(names)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.add_typer(names, name="names")
