"""``auditor evaluate``: an audit against a reference annotation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from auditor.cli.options import AuditFile, MaybePaths, reads_articles


@reads_articles
def evaluate(
    flags: dict[str, Any],
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Reference annotation (JSON).")],
    paths: MaybePaths = None,
    audit: AuditFile = None,
    texts: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where the annotated texts lie (default: the audited folder).")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The figures alone, as JSON.")] = False,
) -> None:
    """Measure an audit against a reference annotation.

    What was found, suggested rightly, joined, preferred, paired, dated; and every row that was not.

    \b
      auditor evaluate gold.json seeds/ --no-glossary
      auditor evaluate gold.json --audit a.json --texts seeds/
    """
    from auditor.cli import console, job
    from auditor.errors import UsageError
    from auditor.run import evaluate as engine

    reference = engine.read_gold(gold)
    places = [texts] if texts else list(paths or ())
    if not places:
        raise UsageError("the annotated texts are not known", "name their folder with --texts DIR")
    by_file = engine.read_texts(reference, places)
    result, _ = job.audit_of(paths, flags, audit)
    scores = engine.evaluate(result.audit, reference, by_file)
    console.out(engine.as_json(scores) if json else engine.as_text(scores))


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("evaluate", no_args_is_help=True)(evaluate)
