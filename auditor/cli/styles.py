"""``auditor styles``: the house styles that copy can be held to."""

from __future__ import annotations

from typing import Annotated

import typer

HELP = """House styles: which there are, and what they rule.

\b
  auditor styles list
  auditor styles show guardian
  auditor check draft.txt --style guardian
"""
styles = typer.Typer(name="styles", help=HELP, no_args_is_help=True, rich_markup_mode=None)
Json = Annotated[bool, typer.Option("--json", help="As JSON.")]
Debug = Annotated[bool, typer.Option("--debug", hidden=True)]


def _known() -> list[str]:
    from auditor.packs.styles import names

    return list(names())


@styles.command("list")
def listed(json: Json = False, debug: Debug = False) -> None:
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
    name: Annotated[str, typer.Argument(metavar="NAME", help="A style, or a file of one.", autocompletion=_known)],
    json: Json = False,
    debug: Debug = False,
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

    style = load(name)
    if not json:
        console.out("\n".join(map(inline, page(style).split("\n"))))
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


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.add_typer(styles, name="styles")
