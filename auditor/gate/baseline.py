"""``auditor-baseline.json``: findings that were there when the desk began to use the gate; only new ones stop copy.

The file never grows by itself: `auditor baseline` writes it, and says what came and went.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

import msgspec

from auditor.errors import ConfigError
from auditor.packs.load import NOT_JSON, shown
from auditor.records import Record
from auditor.report.json import encode

NAME = "auditor-baseline.json"
SCHEMA = "auditor-baseline/1"


class Known(Record, frozen=True, order=True):
    """One finding of the baseline. ``path`` is seen from the folder of the file; rule and match are for people."""

    path: str
    rule: str
    match: str
    fingerprint: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes it the finding it is."""
        return self.path, self.fingerprint


class _File(Record, frozen=True):
    schema: str
    findings: tuple[Known, ...]


class Baseline(msgspec.Struct, frozen=True):
    """The findings of one file and a digest for the signature."""

    file: Path
    known: tuple[Known, ...]
    keys: frozenset[tuple[str, str]]
    digest: str


class Change(msgspec.Struct, frozen=True):
    """What a new audit says of a baseline: still there, new, gone; ``other`` it did not look for."""

    kept: tuple[Known, ...]
    new: tuple[Known, ...]
    gone: tuple[Known, ...]
    other: tuple[Known, ...]


def make(file: Path, known: Iterable[Known]) -> Baseline:
    """A baseline of these findings."""
    ordered = tuple(sorted(set(known)))
    digest = sha256(msgspec.json.encode(ordered)).hexdigest()[:16]
    return Baseline(file, ordered, frozenset(k.key for k in ordered), digest)


def load(file: Path) -> Baseline:
    """Read a file. Raises `ConfigError` where it is not a baseline; then nothing of it holds."""
    try:
        held = msgspec.json.decode(file.read_bytes(), type=_File)
    except OSError as exc:
        raise ConfigError(shown(file), (exc.strerror or "cannot be read").lower(), hint="check the path") from exc
    except NOT_JSON as exc:
        hint = "take it from git, or write it anew with: auditor baseline --update PATHS"
        raise ConfigError(shown(file), f"not a baseline: {exc}", hint=hint) from exc
    if held.schema != SCHEMA:
        raise ConfigError(shown(file), "unknown schema", key="schema", found=held.schema, expected=SCHEMA)
    return make(file, held.findings)


def compare(held: Iterable[Known], now: Iterable[Known], seen: Callable[[Known], bool]) -> Change:
    """The baseline beside the findings of an audit; ``seen`` says whether it could have found one."""
    here = {k.key: k for k in now}
    old = {k.key: k for k in held}
    known = sorted(old.values())
    return Change(
        kept=tuple(here[k.key] for k in known if k.key in here),
        new=tuple(sorted(k for k in here.values() if k.key not in old)),
        gone=tuple(k for k in known if k.key not in here and seen(k)),
        other=tuple(k for k in known if k.key not in here and not seen(k)),
    )


def text(known: Iterable[Known]) -> str:
    """The file: one finding a line, in one order, so that two branches merge."""
    rows = ",\n".join("    " + encode(k) for k in sorted(set(known)))
    return f'{{\n  "schema": "{SCHEMA}",\n  "findings": [' + (f"\n{rows}\n  " if rows else "") + "]\n}\n"
