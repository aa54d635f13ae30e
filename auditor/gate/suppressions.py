"""``auditor-ignore.toml``: findings that somebody has silenced, with the reason. Kept beside the copy, never in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path

import msgspec

from auditor.errors import ConfigError
from auditor.gate.paths import fits
from auditor.packs.load import load_toml, read_text, shown
from auditor.records import Finding, Record, Suppression

NAME = "auditor-ignore.toml"
HEAD = """\
# Findings that are silenced, each with its reason. `auditor suppress FILE:LINE --reason TEXT` adds one.
# An entry holds for findings that have all it names: fingerprint, rule (an id, its beginning, or a name), match
# (the words), path (a pattern, seen from this folder). `until` is its last day, judged with --as-of.
schema = 1
"""
_BLOCK = re.compile(r"^[ \t]*\[\[[ \t]*ignore[ \t]*\]\]", re.M)
_COMMENTS = re.compile(r"(?:^[ \t]*#[^\n]*\n|^[ \t]*\n)*\Z", re.M)
_KEYS = ("fingerprint", "rule", "match", "path", "reason", "by", "until")


class Entry(Record, frozen=True):
    """What one entry silences, why, by whom, and until when (its last day, ISO 8601)."""

    reason: str
    fingerprint: str | None = None
    rule: str | None = None
    match: str | None = None
    path: str | None = None
    by: str | None = None
    until: str | None = None

    def silences(self, finding: Finding, path: str) -> bool:
        """Whether it names this finding of the article at ``path`` (seen from the folder of the file)."""
        named = (self.fingerprint or finding.fingerprint, self.match or finding.match)
        return (
            named == (finding.fingerprint, finding.match)
            and (self.rule is None or names_check(self.rule, finding.rule, finding.name))
            and (self.path is None or fits(self.path, path))
        )

    def expired(self, as_of: str | None) -> bool:
        """Whether its last day lies before ``as_of``; never where no day is given."""
        return self.until is not None and as_of is not None and self.until < as_of

    def mark(self) -> Suppression:
        """What the record says of a finding that it silences."""
        return Suppression(reason=self.reason, by=self.by, until=self.until)

    def words(self) -> str:
        """The entry in few words, for notes."""
        parts = [self.fingerprint, self.rule, f"“{self.match}”" if self.match else None]
        return " ".join(p for p in parts if p) + (f" in {self.path}" if self.path else "")


class IgnoreFile(Record, frozen=True):
    """What a file may hold: entries under ``[[ignore]]``."""

    schema: int = 1
    ignore: tuple[Entry, ...] = ()


class Suppressions(msgspec.Struct, frozen=True):
    """The entries of one file, the line of each, and a digest for the signature."""

    file: Path
    entries: tuple[Entry, ...]
    lines: tuple[int, ...]
    digest: str

    def where(self, index: int) -> str:
        """``auditor-ignore.toml:12`` for the entry."""
        return f"{shown(self.file)}:{self.lines[index]}"


def names_check(pattern: str, rule: str, slug: str) -> bool:
    """Whether an id, the beginning of one, or a name means this check."""
    return pattern == slug or rule.startswith(pattern.upper())


def is_day(text: str) -> bool:
    """Whether the text is a day as ``2027-03-31``: in other forms of ISO 8601 days do not stand in order as text."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def load(file: Path) -> Suppressions:
    """Read and check a file. Raises `ConfigError` with the line of what is wrong; then nothing of it holds."""
    held = load_toml(file, IgnoreFile, ConfigError)
    text = read_text(file, ConfigError)
    lines = tuple(text.count("\n", 0, m.start()) + 1 for m in _BLOCK.finditer(text))
    if len(lines) != len(held.ignore):  # written as an inline table: all on one line
        lines = (1,) * len(held.ignore)
    if held.schema != 1:
        raise ConfigError(shown(file), "unknown schema", key="schema", found=held.schema, expected="1")
    for entry, line in zip(held.ignore, lines, strict=True):
        _check(entry, shown(file), line)
    return Suppressions(file, held.ignore, lines, sha256(msgspec.json.encode(held)).hexdigest()[:16])


def _check(entry: Entry, file: str, line: int) -> None:
    if not entry.reason.strip():
        raise ConfigError(file, "is empty", line=line, key="reason", hint="say why this is no fault")
    if not (entry.fingerprint or entry.rule or entry.match):
        hint = "add fingerprint, rule or match"
        raise ConfigError(file, "the entry names no finding", line=line, key="ignore", hint=hint)
    if entry.rule is not None:
        _check_rule(entry.rule, file, line)
    if entry.until is not None and not is_day(entry.until):
        hint = 'write it as "2027-03-31"'
        raise ConfigError(file, "not a date", line=line, key="until", found=entry.until, hint=hint)


def _check_rule(rule: str, file: str, line: int) -> None:
    from auditor.gate.rules import advice

    hint = advice(rule)
    if hint:
        raise ConfigError(file, f"no check {rule!r}", line=line, key="rule", hint=hint)


def added(text: str | None, entries: tuple[Entry, ...]) -> str:
    """The text of a file (None: a new one) with entries at its end; what it held keeps its bytes."""
    kept = HEAD if text is None else text
    kept += "" if not kept or kept.endswith("\n") else "\n"
    return kept + "".join(f"\n{_block(entry)}" for entry in entries)


def without(text: str, held: Suppressions, gone: Iterable[int]) -> str:
    """The text of a file without some of its entries; comments before an entry stay. Needs one block an entry."""
    starts = [m.start() for m in _BLOCK.finditer(text)]
    if len(starts) != len(held.entries):
        raise ConfigError(shown(held.file), "not one [[ignore]] block an entry", hint="remove the entries by hand")
    ends = [*starts[1:], len(text)]
    for index in sorted(set(gone), reverse=True):
        block = text[starts[index] : ends[index]]
        tail = _COMMENTS.search(block)  # what stands before the next entry
        text = text[: starts[index]] + (tail[0] if tail else "") + text[ends[index] :]
    return text


def _block(entry: Entry) -> str:
    from auditor.glossary.write import string  # only who writes a file needs it

    values = ((key, getattr(entry, key)) for key in _KEYS)
    return "[[ignore]]\n" + "".join(f"{key} = {string(value)}\n" for key, value in values if value is not None)
