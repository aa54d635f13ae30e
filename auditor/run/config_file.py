"""Reads a configuration file: ``auditor.toml`` or ``[tool.auditor]`` of ``pyproject.toml``, and what it extends.

Every value is checked, and every problem names file, line, key and the nearest valid value. Paths are relative to the
folder of the file that holds them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from auditor.errors import ConfigError
from auditor.gate.paths import anchored
from auditor.offsets import rows
from auditor.packs.load import not_toml, plain_dates, read_text, shown
from auditor.packs.nearest import did_you_mean
from auditor.packs.styles import is_file
from auditor.run.settings import ForPaths, PathRule, Values
from auditor.run.values import advice, problem_with

OWN = "auditor.toml"
NAMES = (OWN, "pyproject.toml")
PATHS = {"glossary", "against", "sources", "reports", "suppressions", "baseline"}
_DEEPEST = 16


class ConfigFile(Values, frozen=True, rename="kebab"):
    """What a configuration file may hold: the settings, the files it extends, and settings for some paths only.

    ``extend`` names configurations whose values hold where this one has none. ``per_path`` holds, by a pattern of
    paths seen from the file's folder, what is other there: later patterns win, ``ignore`` adds to what holds for all.
    """

    extend: str | tuple[str, ...] = ()
    per_path: dict[str, ForPaths] = msgspec.field(default_factory=dict)


FIELDS: dict[str, str] = {field.encode_name: field.name for field in msgspec.structs.fields(Values)}
_FOR_PATHS = tuple(field.encode_name for field in msgspec.structs.fields(ForPaths))
_KEYS = (*FIELDS, "extend", "per-path")


class Loaded(msgspec.Struct):
    """Values by key with ``file:line`` of each, settings for paths in the order in which they hold, files read."""

    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    per_path: list[PathRule] = []
    files: list[Path] = []


def load(path: Path) -> Loaded:
    """A configuration with all it extends. Raises `ConfigError` for the first thing that is wrong."""
    problems: list[ConfigError] = []
    loaded = read(path, problems)
    if problems:
        raise problems[0]
    return loaded


def read(path: Path, problems: list[ConfigError], above: tuple[Path, ...] = ()) -> Loaded:
    """The same; what is wrong is added to ``problems`` and left out. ``above`` are the files that led here."""
    loaded = Loaded()
    try:
        raw, text = _table(path)
    except ConfigError as problem:
        problems.append(problem)
        return loaded
    reader = _Reader(path, text, problems)
    for base in reader.extended(raw.pop("extend", ()), above):
        merge(loaded, read(base, problems, (*above, path.resolve())))
    own = Loaded(files=[path])
    for pattern, table in reader.tables(raw.pop("per-path", {})):
        own.per_path.append(PathRule(folder=str(path.parent), pattern=pattern, values=table))
    for key, value in reader.values(raw):
        own.values[key], own.origins[key] = value, f"{shown(path)}:{reader.line(key)}"
    return merge(loaded, own)


def merge(under: Loaded, over: Loaded) -> Loaded:
    """``under``, with what ``over`` has put over it."""
    under.values |= over.values
    under.origins |= over.origins
    under.per_path += over.per_path
    under.files += over.files
    return under


class _Reader:
    """One file: its text for the lines, its folder for the paths."""

    def __init__(self, path: Path, text: str, problems: list[ConfigError]) -> None:
        self.path, self.text, self.problems = path, text, problems

    def line(self, key: str, after: int = 0) -> int:
        """Line of a key, sought from the section's head where the file has other sections."""
        start = 0 if self.path.name == OWN else max(self.text.find("[tool.auditor"), 0)
        start = max(start, after)
        sought = re.compile(
            rf"^[ \t]*[\"']?{re.escape(key)}[\"']?[ \t]*=|^[ \t]*\[[\w.-]*{re.escape(key)}[\].]"
            rf"|^[ \t]*\[[\w.-]*[\"']{re.escape(key)}[\"']\]|[{{,][ \t]*{re.escape(key)}[ \t]*=",
            re.M,
        )
        found = sought.search(self.text, start)
        return self.text.count("\n", 0, found.start()) + 1 if found else 1

    def _offset(self, line: int) -> int:
        return sum(map(len, rows(self.text)[: line - 1]))

    def fault(self, message: str, line: int, **more: Any) -> None:
        """Note what is wrong."""
        self.problems.append(ConfigError(shown(self.path), message, line=line, **more))

    def values(self, raw: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """The settings that are right, paths joined to the folder."""
        for key, value in raw.items():
            if key not in _KEYS:
                self.fault("unknown key", self.line(key), key=key, hint=did_you_mean(key, _KEYS))
                continue
            made = self._converted(key, value, Values, self.line(key))
            if made is not None:
                yield key, self._based(key, made)

    def tables(self, raw: Any) -> Iterator[tuple[str, ForPaths]]:
        """The settings for some paths, by pattern."""
        if not isinstance(raw, dict):
            hint = 'write [per-path."wire/**"]'
            self.fault("not a table", self.line("per-path"), key="per-path", found=raw, hint=hint)
            return
        for pattern, table in raw.items():
            line = self.line(pattern)
            if not isinstance(table, dict):
                self.fault("not a table", line, key=f"per-path.{pattern}", found=table)
                continue
            held: dict[str, Any] = {}
            for key, value in table.items():
                at = self.line(key, self._offset(line))
                if key not in _FOR_PATHS:
                    self.fault("unknown key for paths", at, key=key, hint=did_you_mean(key, _FOR_PATHS))
                    continue
                held[key] = self._converted(key, value, ForPaths, at)
            yield pattern, ForPaths(**{key.replace("-", "_"): value for key, value in held.items()})

    def _converted(self, key: str, value: Any, shape: type[Any], line: int) -> Any:
        """The value in the type of its key; None where it does not fit."""
        if bad := problem_with(key, value):
            self.fault(bad.message, line, key=key, hint=bad.hint)
            return None
        try:
            return getattr(msgspec.convert({key: value}, shape), key.replace("-", "_"))
        except msgspec.ValidationError as exc:
            problem = str(exc).partition(" - at ")[0]
            self.fault(problem, line, key=key, found=value, hint=advice(problem, value))
            return None

    def _based(self, key: str, value: Any) -> Any:
        folder = self.path.parent
        if key == "exclude":
            return tuple(anchored(folder, pattern) for pattern in value)
        if key not in PATHS and not (key == "style" and is_file(value)):
            return value
        return str(folder / value) if isinstance(value, str) else tuple(str(folder / item) for item in value)

    def extended(self, raw: Any, above: tuple[Path, ...]) -> Iterator[Path]:
        """The files to extend; one that leads back to itself is refused."""
        names = [raw] if isinstance(raw, str) else raw
        line = self.line("extend")
        if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
            self.fault(
                "not a file name or a list of them", line, key="extend", found=raw, hint='extend = "../desk.toml"'
            )
            return
        for name in names:
            path = self.path.parent / name
            chain = [*above, self.path.resolve()]
            if path.resolve() in chain or len(chain) > _DEEPEST:
                way = " -> ".join(shown(p) for p in [*chain, path.resolve()])
                self.fault(f"extends itself: {way}", line, key="extend", hint="take one of them out")
            elif not path.is_file():
                self.fault(
                    "no such file", line, key="extend", found=name, hint="paths are seen from this file's folder"
                )
            else:
                yield path


def _table(path: Path) -> tuple[dict[str, Any], str]:
    """The table of settings of a file, and its text."""
    text = read_text(path, ConfigError)
    try:
        raw = plain_dates(tomllib.loads(text))
    except tomllib.TOMLDecodeError as exc:
        raise not_toml(exc, path, text, ConfigError) from exc
    if path.name == "pyproject.toml":
        tools = raw.get("tool", {})
        raw = tools.get("auditor", {}) if isinstance(tools, dict) else tools
        if not isinstance(raw, dict):
            raise ConfigError(shown(path), "not a table", key="tool.auditor", found=raw, expected="[tool.auditor]")
    return dict(raw), text


def has_section(path: Path) -> bool:
    """Whether a ``pyproject.toml`` has ``[tool.auditor]``; one of another project that is broken is passed over."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    try:
        tools = tomllib.loads(text).get("tool") if "auditor" in text else None
        return isinstance(tools, dict) and "auditor" in tools
    except tomllib.TOMLDecodeError:
        return re.search(r"^\[tool\.auditor[\].]", text, re.M) is not None
