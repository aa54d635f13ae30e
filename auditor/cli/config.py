"""``auditor config``: which settings hold here, where each comes from, and whether they are sound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from auditor.run.config import Resolved

HELP = """The settings in force.

\b
  auditor config show copy/draft.txt   every setting, with the file and line that it comes from
  auditor config check                 all files of the desk: configuration, style, glossaries, suppressions
"""
config = typer.Typer(name="config", help=HELP, no_args_is_help=True, rich_markup_mode=None)
Where = Annotated[
    Path | None, typer.Argument(metavar="PATH", help="For this file or folder; default: the working folder.")
]


@config.command("show")
def show(
    path: Where = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="As if there were no configuration.")] = False,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Print every setting with its origin.

    Glossaries, suppressions and baseline are those that would be used. An origin is the default, a variable of the
    environment, or file and line.

    \b
      auditor config show
      auditor config show copy/draft.txt
    """
    import msgspec

    from auditor.cli import console
    from auditor.errors import UsageError
    from auditor.packs.load import shown as shown_path
    from auditor.run import desk
    from auditor.run.config import resolve
    from auditor.run.config_file import FIELDS

    if path is not None and not path.exists():
        raise UsageError(f"{path}: no such file or folder", "check the path")
    resolved = resolve({}, path, isolated=isolated)
    rows = {key: (getattr(resolved.values, name), resolved.origins[key]) for key, name in FIELDS.items()}
    for key, found in msgspec.structs.asdict(desk.files(resolved, path or Path.cwd(), isolated=isolated)).items():
        if found and rows[key][0] in (None, ()):
            rows[key] = (found if isinstance(found, tuple) else shown_path(Path(found)), "found")
    special = [(rule.pattern, _of(rule.values)) for rule in resolved.per_path]
    if json:
        table = {key: {"value": value, "origin": origin} for key, (value, origin) in rows.items()}
        told = {**table, "per-path": [{"pattern": pattern, **values} for pattern, values in special]}
        console.out(msgspec.json.format(msgspec.json.encode(told), indent=2).decode() + "\n")
        return
    shown = {key: _toml(value) for key, (value, _) in rows.items()}
    width = max(len(f"{key} = {value}") for key, value in shown.items() if len(value) < 40)
    console.out(f"# configuration: {', '.join(reversed(resolved.files)) or 'none found'}\n")
    for key, (_, origin) in rows.items():
        console.out(f"{f'{key} = {shown[key]}':<{width}}  # {origin}\n")
    for pattern, values in special:
        console.out(f"\n[per-path.{_toml(pattern)}]\n")
        console.out("".join(f"{key} = {_toml(value)}\n" for key, value in values.items()))


def _of(values: object) -> dict[str, object]:
    """The keys that are set."""
    import msgspec

    table: dict[str, object] = msgspec.to_builtins(values, builtin_types=(tuple,))
    return {key: value for key, value in table.items() if value is not None}


@config.command("check")
def check(path: Where = None) -> None:
    """Look over all the files of a desk.

    The configuration with what it extends, the environment, house style, glossaries, suppressions and baseline. Names
    everything that is wrong, not only the first, and exits 2 then.

    \b
      auditor config check
    """
    from auditor.cli import console
    from auditor.errors import EXIT_FAILED, UsageError

    if path is not None and not path.exists():
        raise UsageError(f"{path}: no such file or folder", "check the path")
    wrong = 0
    for name, fault in _faults(path or Path.cwd()):
        if fault is None:
            console.out(f"ok    {console.plain(name)}\n")
        else:
            wrong += 1
            console.note(f"error: {console.plain(fault)}")
    raise typer.Exit(EXIT_FAILED if wrong else 0)


def _faults(start: Path) -> Iterator[tuple[str, str | None]]:
    """What was looked at, with what is wrong with it or None."""
    from auditor.errors import AuditorError, ConfigError
    from auditor.gate import baseline, suppressions
    from auditor.glossary import store
    from auditor.packs.load import shown
    from auditor.run import desk, environ
    from auditor.run.config import find, resolve
    from auditor.run.config_file import read

    file = find(start)
    problems: list[ConfigError] = []
    files = read(file, problems).files if file else []
    yield from ((shown(path), None) for path in files if not any(p.path == shown(path) for p in problems))
    yield from (("", _said(problem)) for problem in problems)
    if file is None:
        yield "no configuration, defaults hold", None
    for name, best in environ.strays():
        yield "", f"{name}: no such setting" + (f" — did you mean {best}?" if best else "")
    try:
        resolved = resolve({}, start)
    except AuditorError as error:
        if not problems:
            yield "", _said(error)
        return
    yield from _places(resolved)
    yield from _style(resolved)
    try:
        found = desk.files(resolved, start)
    except AuditorError as error:
        yield "", _said(error)
        return
    looks: list[tuple[tuple[str, ...], Callable[[], object]]] = [
        ((found.suppressions or "",), lambda: suppressions.load(Path(found.suppressions or ""))),
        ((found.baseline or "",), lambda: baseline.load(Path(found.baseline or ""))),
        (found.glossary, lambda: store.load(found.glossary)),
    ]
    for names, look in looks:
        if any(names):
            try:
                look()
                yield ", ".join(shown(Path(name)) for name in names), None
            except AuditorError as error:
                yield "", _said(error)


def _said(error: Exception) -> str:
    hint = getattr(error, "hint", None)
    return f"{getattr(error, 'message', error)}" + (f" — {hint}" if hint else "")


def _places(resolved: Resolved) -> Iterator[tuple[str, str | None]]:
    """Folders and files that the configuration names and that are not there."""
    values = resolved.values
    named = [("against", p) for p in values.against] + [("glossary", p) for p in values.glossary]
    named += [("sources", values.sources)] if values.sources else []
    for key, place in named:
        if not Path(place).exists():
            yield "", f"{resolved.origins[key]}: {key}: {place}: no such file or folder"


def _style(resolved: Resolved) -> Iterator[tuple[str, str | None]]:
    """The style file that the configuration names, with what it extends."""
    from auditor.errors import AuditorError
    from auditor.packs import styles
    from auditor.packs.load import shown

    name = resolved.values.style
    if name and styles.is_file(name):
        try:
            styles.load(name)
            yield shown(Path(name)), None
        except AuditorError as error:
            yield "", _said(error)


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
