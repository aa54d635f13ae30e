"""``auditor styles``: the house styles that copy can be held to."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli.glossary_desk import Files
from auditor.cli.options import Output
from auditor.cli.options import styles as shipped

HELP = """House styles: which there are, and what they rule.

\b
  auditor styles list
  auditor styles show guardian
  auditor styles learn --output desk-style.toml
  auditor check draft.txt --style guardian
"""
styles = typer.Typer(name="styles", help=HELP, no_args_is_help=True, rich_markup_mode=None)
Json = Annotated[bool, typer.Option("--json", help="As JSON.")]


@styles.command("list")
def listed(json: Json = False) -> None:
    """List the shipped styles.

    \b
      auditor styles list
    """
    import msgspec

    from auditor.cli import console
    from auditor.packs.styles import load, names
    from auditor.report.styles import listing

    if not json:
        console.out(listing())
        return
    found = [load(name) for name in names()]
    told = [{"name": s.id, "title": s.title, "languages": s.languages, "rules": len(s.backing)} for s in found]
    console.out(msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n")


@styles.command("show")
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A style, or a file of one.", autocompletion=shipped)],
    json: Json = False,
) -> None:
    """Print the rules of a style, each with where the house says so.

    \b
      auditor styles show guardian
      auditor styles show desk-style.toml
    """
    import msgspec

    from auditor.cli import console
    from auditor.packs.styles import load
    from auditor.report.escape import inline
    from auditor.report.styles import page, rows
    from auditor.report.width import fold

    style = load(name)
    if not json:
        console.out(fold("\n".join(map(inline, page(style).split("\n"))), console.room()))
        return
    told = {
        "name": style.id,
        "title": style.title,
        "languages": style.languages,
        "extends": style.extends,
        "digest": style.digest,
        "rules": list(rows(style)),
    }
    console.out(msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n")


@styles.command("learn")
def learn(
    files: Files = None,
    lang: Annotated[str, typer.Option(metavar="TAG", help="The language of the copy.")] = "en",
    extend: Annotated[
        str | None, typer.Option(metavar="NAME", help="A style whose other rules hold, too.", autocompletion=shipped)
    ] = None,
    least: Annotated[int, typer.Option(metavar="N", help="Names that must agree on a spelling.")] = 3,
    output: Output = None,
) -> None:
    """Learn the house's romanization from the glossary.

    Where its preferred names always take the same spelling of a letter, and not the usual one (Yegorov, Yeliseyev,
    Yerokhin), a style file is written that has names which the glossary lacks follow it. Look it over, and name it
    as `style` in auditor.toml.

    \b
      auditor styles learn
      auditor styles learn glossaries/people.toml --extend reuters --output desk-style.toml
    """
    from auditor.cli import console, emit, glossary_desk
    from auditor.cli.glossary_fields import check_tag
    from auditor.errors import UsageError
    from auditor.glossary import store
    from auditor.glossary.habit_style import style_text
    from auditor.glossary.habits import learned
    from auditor.packs.nearest import did_you_mean
    from auditor.packs.styles import is_file, names

    check_tag(lang, "--lang")
    if extend and not is_file(extend) and extend not in names():
        raise UsageError(f"--extend: no style {extend!r}", did_you_mean(extend, names()))
    if least < 1:
        raise UsageError(f"--least: {least} is too small", "at least 1")
    glossary = store.load(glossary_desk.files_meant(files))
    found = learned(glossary.concepts, lang, least)
    if not found:
        console.note("note: no habit shows; it takes preferred names of persons with their native forms")
        return
    emit.deliver(style_text(found, lang, extend), output, "toml")
    if output is not None and output != emit.STDOUT:
        console.note(f"written {output}; next: auditor check --style {output} FILE")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.add_typer(styles, name="styles")
