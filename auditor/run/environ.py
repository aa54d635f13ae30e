"""Settings from the environment: ``AUDITOR_FAIL_ON=minor`` stands for ``fail-on = "minor"``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args, get_type_hints

from auditor.errors import UsageError
from auditor.gate.paths import anchored
from auditor.packs.nearest import nearest
from auditor.run.config_file import FIELDS, PATHS
from auditor.run.settings import Values
from auditor.run.values import listed, problem_with

PREFIX = "AUDITOR_"
_OTHERS = frozenset({"AUDITOR_CACHE", "AUDITOR_SHARED", "AUDITOR_UPDATE_GOLDEN"})  # the cache; for tests
_TRUE, _FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off")


def variable(key: str) -> str:
    """``AUDITOR_FAIL_ON`` for ``fail-on``."""
    return PREFIX + key.replace("-", "_").upper()


def settings(environ: Mapping[str, str] = os.environ) -> dict[str, tuple[Any, str]]:
    """Key -> value and variable, for the variables that are set and not empty.

    Lists are parted by commas, lists of paths as the system's PATH is. Raises `UsageError` for a value that is not
    valid.
    """
    found: dict[str, tuple[Any, str]] = {}
    types = get_type_hints(Values)
    for key, name in FIELDS.items():
        raw = environ.get(variable(key), "").strip()
        if not raw:
            continue
        value = _converted(raw, types[name], key)
        if bad := problem_with(key, value):
            raise UsageError(f"{variable(key)}: {bad.message}", bad.hint)
        if key == "exclude":
            value = tuple(anchored(Path.cwd(), pattern) for pattern in value)
        found[key] = value, variable(key)
    return found


def _converted(raw: str, shape: Any, key: str) -> Any:
    """The value in the type of its key."""
    if shape is bool:
        if raw.lower() not in (*_TRUE, *_FALSE):
            raise UsageError(f"{variable(key)}: {raw!r} is neither true nor false", "write 1 or 0")
        return raw.lower() in _TRUE
    if shape is int:
        try:
            return int(raw)
        except ValueError:
            raise UsageError(f"{variable(key)}: {raw!r} is not a whole number") from None
    if str in get_args(shape) and tuple in (getattr(shape, "__origin__", None),):
        return tuple(p for p in raw.split(os.pathsep) if p) if key in PATHS else listed(raw)
    return raw


def strays() -> list[tuple[str, str | None]]:
    """Variables that look like settings and are none, with the nearest that is one."""
    valid = {variable(key) for key in FIELDS}
    unknown = sorted(n for n in os.environ if n.startswith(PREFIX) and n not in valid | _OTHERS)
    return [(name, nearest(name, valid)) for name in unknown]
