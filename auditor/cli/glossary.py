"""``auditor glossary``: list, add, lint, fmt, candidates."""

from __future__ import annotations

import typer

glossary = typer.Typer(name="glossary", help="Keep the glossary.", no_args_is_help=True, rich_markup_mode=None)


@glossary.callback()
def _root() -> None:
    pass


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.add_typer(glossary, name="glossary")
