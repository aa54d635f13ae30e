"""Where settings come from: command line, else environment, else the nearest configuration file, else the default.

A configuration is ``auditor.toml`` or the table ``[tool.auditor]`` of ``pyproject.toml``, nearest upward from the
audited file; in one folder ``auditor.toml`` wins. Unknown keys are errors. Paths in it are relative to its folder.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from auditor.errors import UsageError
from auditor.gate.paths import lexical
from auditor.packs.load import shown
from auditor.records import Record
from auditor.run import environ
from auditor.run.config_file import FIELDS, NAMES, OWN, Loaded, has_section, load
from auditor.run.settings import FailOn, PathRule, Settings, Values
from auditor.run.values import TODAY, problem_with


class Resolved(Record, frozen=True):
    """Settled values, and by key where each comes from: ``default``, ``--option``, a variable or ``file:line``.

    ``file`` is the configuration that was read, ``folder`` the one beside which glossaries are looked for; ``files``
    adds what it extends.
    """

    values: Values
    origins: dict[str, str]
    file: str | None
    folder: str | None
    per_path: tuple[PathRule, ...] = ()
    files: tuple[str, ...] = ()

    def settings(self, fail_on: FailOn = "major", **more: Any) -> Settings:
        """What the engine reads; ``fail_on`` is the verb's own default, ``more`` overrules what was settled."""
        settled = msgspec.structs.asdict(self.values)
        own = {"fail_on": self.values.fail_on or fail_on, "per_path": self.per_path}
        return Settings(**settled | own | more)


def find(start: Path) -> Path | None:
    """The configuration nearest upward from ``start`` (a file or a folder), or None."""
    here = lexical(start)
    for folder in (here, *here.parents):
        for name in NAMES:
            path = folder / name
            if path.is_file() and (name == OWN or has_section(path)):
                return path
    return None


def resolve(flags: Mapping[str, Any], start: Path | None = None, *, isolated: bool = False) -> Resolved:
    """Flags by field name (None or empty: not given) over environment, nearest configuration to ``start``, defaults.

    ``isolated`` reads no file. Raises `ConfigError` for a broken file, `UsageError` for a value that an option or a
    variable cannot take. ``today`` becomes the day that the machine's clock shows.
    """
    path = None if isolated else find(start or Path.cwd())
    held = load(path) if path else Loaded()
    values = {FIELDS[key]: value for key, value in held.values.items()}
    origins = {key: held.origins.get(key, "default") for key in FIELDS}
    for key, (value, variable) in environ.settings().items():
        values[FIELDS[key]], origins[key] = value, variable
    for key, name in FIELDS.items():
        value = flags.get(name)
        if value is None or value == ():
            continue
        option = "--no-preview" if (key, value) == ("preview", False) else f"--{key}"
        if bad := problem_with(key, value):
            raise UsageError(f"{option}: {bad.message}", bad.hint)
        values[name], origins[key] = value, option
    if values.get("as_of") == TODAY:
        values["as_of"] = date.today().isoformat()
    return Resolved(
        values=Values(**values),
        origins=origins,
        file=shown(path) if path else None,
        folder=str(path.parent) if path else None,
        per_path=tuple(held.per_path),
        files=tuple(shown(file) for file in held.files),
    )
