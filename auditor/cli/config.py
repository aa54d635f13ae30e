"""``auditor config``: which settings hold here, and where each comes from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

config = typer.Typer(name="config", help="The settings in force.", no_args_is_help=True, rich_markup_mode=None)


@config.command("show")
def show(
    path: Annotated[
        Path | None, typer.Argument(metavar="PATH", help="For this file or folder; default: the working folder.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="As if there were no configuration.")] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
    debug: Annotated[bool, typer.Option("--debug", hidden=True)] = False,
) -> None:
    """Print every setting with its origin, and the glossaries that would be used.

    \b
      auditor config show
      auditor config show copy/draft.txt
    """
    import msgspec

    from auditor.cli import console, job
    from auditor.errors import UsageError
    from auditor.run.config import resolve
    from auditor.run.config_file import FIELDS

    if path is not None and not path.exists():
        raise UsageError(f"{path}: no such file or folder", "check the path")
    resolved = resolve({}, path, isolated=isolated)
    files = [str(f) for f in job.glossary_files(resolved, {}, isolated=isolated)]
    rows = {key: (getattr(resolved.values, name), resolved.origins[key]) for key, name in FIELDS.items()}
    if files and not resolved.values.glossary:
        rows["glossary"] = (tuple(files), "found")
    if json:
        table = {key: {"value": value, "origin": origin} for key, (value, origin) in rows.items()}
        console.out(msgspec.json.format(msgspec.json.encode(table), indent=2).decode() + "\n")
        return
    shown = {key: _toml(value) for key, (value, _) in rows.items()}
    width = max(len(f"{key} = {value}") for key, value in shown.items() if len(value) < 40)
    console.out(f"# configuration: {resolved.file or 'none found'}\n")
    for key, (_, origin) in rows.items():
        console.out(f"{f'{key} = {shown[key]}':<{width}}  # {origin}\n")


def _toml(value: object) -> str:
    from auditor.glossary.write import string

    if value is None:
        return "(not set)"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return string(value) if isinstance(value, str) else str(value)


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.add_typer(config, name="config")
