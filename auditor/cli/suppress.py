"""``auditor suppress``: silence a finding, with the reason, in a file beside the copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from auditor.cli.options import Against, reads_articles


@reads_articles
def suppress(
    flags: dict[str, Any],
    place: Annotated[
        str | None,
        typer.Argument(metavar="[FILE:LINE[:COL]]", help="Where the finding stands, or its fingerprint."),
    ] = None,
    reason: Annotated[str | None, typer.Option(metavar="TEXT", help="Why it is no fault (required).")] = None,
    rule: Annotated[
        str | None, typer.Option(metavar="CHECK", help="Only findings of this check: an id, its beginning, a name.")
    ] = None,
    match: Annotated[
        str | None, typer.Option(metavar="WORDS", help="Without a place: findings on these words, in every article.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who says so.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DATE", help="Its last day; judged with --as-of.")] = None,
    all_here: Annotated[bool, typer.Option("--all", help="All findings at the place.")] = False,
    against: Against = None,
    list_: Annotated[bool, typer.Option("--list", help="List the entries; with --as-of which have expired.")] = False,
    prune: Annotated[
        Path | None,
        typer.Option(metavar="PATH", help="Drop entries that have expired, or that silence nothing below PATH."),
    ] = None,
) -> None:
    """Silence a finding that is no fault.

    Writes an entry with the reason into auditor-ignore.toml: the nearest upward, else beside the configuration, else
    here. The finding stays in reports, marked, and no longer moves the exit code.

    \b
      auditor suppress draft.txt:31:161 --reason "house name, see style book"
      auditor suppress --rule NM202 --match Kyjiw --reason "in a book title" --until 2027-03-31
      auditor suppress --list
    """
    from auditor.cli.suppressing import add, listed, pruned
    from auditor.errors import UsageError

    if flags.get("isolated"):
        raise UsageError("--isolated ignores suppressions", "leave it out")
    if list_:
        listed(flags)
    elif prune is not None:
        pruned(prune, flags | {"against": against})
    elif reason is None or not reason.strip():
        raise UsageError("a suppression needs a reason", 'add --reason "why this is no fault"')
    elif place is None and not (rule or match):
        raise UsageError("nothing to silence", "name FILE:LINE, or --rule and --match")
    else:
        from auditor.gate.suppressions import Entry

        entry = Entry(reason=reason.strip(), rule=rule, match=match, by=by, until=until)
        add(place, entry, flags | {"against": against}, every=all_here)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("suppress", no_args_is_help=True)(suppress)
