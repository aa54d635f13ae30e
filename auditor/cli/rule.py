"""``auditor rule``: the page of a check, or the list of all."""

from __future__ import annotations

from typing import Annotated

import typer

from auditor.cli.options import checks


def rule(
    id: Annotated[
        str | None,
        typer.Argument(
            metavar="ID", help="An id, its beginning, or a name: TA101, TA, fused-token.", autocompletion=checks
        ),
    ] = None,
) -> None:
    """Show the page of a check, or list all checks.

    What it looks for, why that misleads readers, examples, known limits, measured false alarms.

    \b
      auditor rule
      auditor rule TA
      auditor rule fused-token
    """
    from auditor.cli import console
    from auditor.errors import UsageError
    from auditor.gate.rules import every
    from auditor.packs.nearest import nearest
    from auditor.report.rule import render_rule, render_rules
    from auditor.report.width import fold

    wanted = (id or "").strip()
    for check in every():
        if wanted.casefold() in (check.id.casefold(), check.slug):
            console.out(fold(render_rule(check), console.room()))
            return
    listed = [c for c in every() if c.id.startswith(wanted.upper())]
    if not listed:
        best = nearest(id or "", [name for c in every() for name in (c.id, c.slug)])
        raise UsageError(f"no check {id!r}", f"did you mean {best!r}?" if best else "auditor rule lists all")
    console.out(render_rules(listed, console.width(120)))


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("rule")(rule)
