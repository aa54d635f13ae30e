"""Where settings come from: command line, else the nearest configuration file, else the default.

A configuration is ``auditor.toml`` or the table ``[tool.auditor]`` of ``pyproject.toml``, nearest upward from the
audited file; in one folder ``auditor.toml`` wins. Unknown keys are errors. Paths in it are relative to its folder.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from auditor.errors import ConfigError, UsageError
from auditor.packs.load import read_text, shown
from auditor.packs.nearest import did_you_mean
from auditor.records import Record
from auditor.run.settings import FailOn, Settings, Values
from auditor.run.values import advice, problem_with

NAMES = ("auditor.toml", "pyproject.toml")
_PATHS = {"glossary", "against", "sources", "reports"}


FIELDS: dict[str, str] = {field.encode_name: field.name for field in msgspec.structs.fields(Values)}


class Resolved(Record, frozen=True):
    """Settled values, and by key where each comes from: ``default``, ``--option`` or ``file:line``.

    ``file`` is the configuration that was read, ``folder`` the one beside which glossaries are looked for.
    """

    values: Values
    origins: dict[str, str]
    file: str | None
    folder: str | None

    def settings(self, fail_on: FailOn = "major", *, glossary: tuple[str, ...] = ()) -> Settings:
        """What the engine reads; ``fail_on`` is the verb's own default, ``glossary`` the files to load."""
        settled = msgspec.structs.asdict(self.values)
        return Settings(**settled | {"fail_on": self.values.fail_on or fail_on, "glossary": glossary})


def find(start: Path) -> Path | None:
    """The configuration nearest upward from ``start`` (a file or a folder), or None."""
    here = start.absolute()
    for folder in (here, *here.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name == NAMES[0] or _has_section(path)):
                return path
    return None


def resolve(flags: Mapping[str, Any], start: Path | None = None, *, isolated: bool = False) -> Resolved:
    """Flags by field name (None or empty: not given) over the nearest configuration to ``start`` over the defaults.

    Raises `ConfigError` for a broken file, `UsageError` for a value that an option cannot take.
    """
    path = None if isolated else find(start or Path.cwd())
    held, lines = load(path) if path else ({}, {})
    origins = {key: f"{shown(path)}:{lines[key]}" if path and key in held else "default" for key in FIELDS}
    values = {FIELDS[key]: value for key, value in held.items()}
    for key, name in FIELDS.items():
        value = flags.get(name)
        if value is None or value == ():
            continue
        option = "--no-preview" if (key, value) == ("preview", False) else f"--{key}"
        if bad := problem_with(key, value):
            raise UsageError(f"{option}: {bad.message}", bad.hint)
        values[name], origins[key] = value, option
    folder = str(path.parent) if path else None
    return Resolved(values=Values(**values), origins=origins, file=shown(path) if path else None, folder=folder)


def load(path: Path) -> tuple[dict[str, Any], dict[str, int]]:
    """Values of a configuration file by key, and the line of each; paths are joined to its folder."""
    text = read_text(path, ConfigError)
    raw = _parse(path, text)
    own = path.name != "pyproject.toml"
    raw = raw if own else raw.get("tool", {}).get("auditor", {})
    if not isinstance(raw, dict):
        raise ConfigError(shown(path), "not a table", key="tool.auditor", found=raw, expected="[tool.auditor]")
    lines = {key: _line(text, key, own) for key in raw}
    values: dict[str, Any] = {}
    for key, value in raw.items():
        if key not in FIELDS:
            raise ConfigError(shown(path), "unknown key", line=lines[key], key=key, hint=did_you_mean(key, FIELDS))
        values[key] = _based(path.parent, key, _converted(path, key, value, lines[key]))
    return values, lines


def _converted(path: Path, key: str, value: Any, line: int) -> Any:
    """The value in the type of its key."""
    if bad := problem_with(key, value):
        raise ConfigError(shown(path), bad.message, line=line, key=key, hint=bad.hint)
    try:
        return getattr(msgspec.convert({key: value}, Values), FIELDS[key])
    except msgspec.ValidationError as exc:
        problem = str(exc).partition(" - at ")[0]
        hint = advice(problem, value)
        raise ConfigError(shown(path), problem, line=line, key=key, found=value, hint=hint) from exc


def _based(folder: Path, key: str, value: Any) -> Any:
    if key not in _PATHS:
        return value
    return str(folder / value) if isinstance(value, str) else tuple(str(folder / item) for item in value)


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        line = re.search(r"at line (\d+)", str(exc))
        problem = re.sub(r" \(at .*\)$", "", str(exc))
        raise ConfigError(shown(path), f"not valid TOML: {problem}", line=int(line[1]) if line else None) from exc


def _has_section(path: Path) -> bool:
    """Whether a ``pyproject.toml`` has ``[tool.auditor]``; one of another project that is broken is passed over."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    try:
        return "auditor" in text and "auditor" in tomllib.loads(text).get("tool", {})
    except tomllib.TOMLDecodeError:
        return re.search(r"^\[tool\.auditor[\].]", text, re.M) is not None


def _line(text: str, key: str, own: bool) -> int:
    """Line of a key, sought from the section's head where the file has other sections."""
    start = 0 if own else text.find("[tool.auditor")
    found = re.compile(rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=|^\[[\w.]*\b{re.escape(key)}\]", re.M).search(
        text, max(start, 0)
    )
    return text.count("\n", 0, found.start()) + 1 if found else 1
