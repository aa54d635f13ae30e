"""``auditor rule``: the page of a check, or the list of all."""

from __future__ import annotations

from typing import Annotated

import typer


def rule(
    id: Annotated[str | None, typer.Argument(metavar="ID", help="An id or name: TA101, fused-token.")] = None,
    debug: Annotated[bool, typer.Option("--debug", hidden=True)] = False,
) -> None:
    """Show what a check looks for, why it matters, examples, limits; without ID, list all checks.

    \b
      auditor rule
      auditor rule TA101
    """
    from auditor.checks.catalogue import catalogue, find
    from auditor.cli import console
    from auditor.errors import UsageError
    from auditor.packs.nearest import nearest
    from auditor.report.rule import render_rule, render_rules

    if id is None:
        console.out(render_rules(catalogue()))
        return
    check = find(id)
    if check is None:
        best = nearest(id, [name for c in catalogue() for name in (c.id, c.slug)])
        raise UsageError(f"no check {id!r}", f"did you mean {best!r}?" if best else "auditor rule lists all")
    console.out(render_rule(check))


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("rule")(rule)
