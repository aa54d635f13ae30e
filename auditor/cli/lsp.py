"""``auditor lsp``: the language server for editors."""

from __future__ import annotations

import typer


def lsp() -> None:
    """Serve an editor over stdin and stdout.

    Speaks the Language Server Protocol: diagnostics while copy is written, the page of a rule on hover, replacements,
    and decisions that go into the glossary. Needs the extra: pip install 'auditor[lsp]'.

    \b
      auditor lsp
    """
    from auditor.errors import UsageError

    try:
        from auditor.lsp.server import create
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise UsageError("the language server needs pygls", "pip install 'auditor[lsp]'") from None
    create().start_io()


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("lsp")(lsp)
