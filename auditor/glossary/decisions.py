"""What people decided on pairs of names: one JSON object a line, appended at once and never changed.

``a`` and ``b`` are forms or ids of concepts; of several decisions on a pair the last counts. ``unsure`` takes an
earlier decision back. ``status`` says what became of ``b`` in the glossary, so that a review that was killed between
the decision and the glossary can be taken up again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec

from auditor.errors import GlossaryError
from auditor.glossary.lock import locked
from auditor.glossary.model import Status
from auditor.packs.load import NOT_JSON, shown

NAME = "decisions.jsonl"
Verdict = Literal["same", "different", "unsure"]
Pair = tuple[str, str]


class Decision(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One decision. ``at`` is a UTC time (ISO 8601), ``by`` who decided; keys that are not known are let pass."""

    a: str
    b: str
    verdict: Verdict
    by: str | None = None
    at: str | None = None
    why: str | None = None
    status: Status | None = None

    @property
    def pair(self) -> Pair:
        return (self.a, self.b) if self.a <= self.b else (self.b, self.a)


class Verdicts:
    """The decisions that count, and what follows from them: forms judged the same are one group."""

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self.last: dict[Pair, Decision] = {}
        for decision in decisions:
            self.last[decision.pair] = decision
        self._of: dict[str, list[Decision]] = {}
        for decision in self.last.values():
            for name in decision.pair:
                self._of.setdefault(name, []).append(decision)

    def of(self, a: str, b: str) -> Decision | None:
        """The decision on a pair, however it was put."""
        return self.last.get((a, b) if a <= b else (b, a))

    def group(self, name: str) -> tuple[str, ...]:
        """All that was judged the same as ``name``, step by step, and itself; in order."""
        found, waiting = {name}, [name]
        while waiting:
            for decision in self._of.get(waiting.pop(), ()):
                fresh = set(decision.pair) - found if decision.verdict == "same" else set()
                found |= fresh
                waiting += sorted(fresh)
        return tuple(sorted(found))

    def between(self, left: Iterable[str], right: Iterable[str]) -> tuple[Decision, ...]:
        """The decisions that stand against making ``left`` and ``right``, with all that is one with them, one."""
        ours, theirs = ({other for name in names for other in self.group(name)} for names in (left, right))
        against = [d for name in ours for d in self._of.get(name, ()) if d.verdict == "different"]
        found = {d.pair: d for d in against if (d.a in ours and d.b in theirs) or (d.b in ours and d.a in theirs)}
        return tuple(found[pair] for pair in sorted(found))


def beside(glossaries: Iterable[Path]) -> tuple[Path, ...]:
    """The decision files that lie beside glossaries, those that are there."""
    files = sorted({path.parent / NAME for path in glossaries})
    return tuple(path for path in files if path.is_file())


def load(paths: Sequence[Path]) -> tuple[Decision, ...]:
    """All decisions of the files, in the order in which they were made. Raises `GlossaryError` with file and line."""
    found = [decision for path in paths for decision in _lines(path)]
    return tuple(sorted(found, key=lambda d: d.at or ""))


def append(path: Path, decision: Decision) -> None:
    """Put a decision at the end of the file and onto the disk: when this returns, no crash can lose it."""
    line = msgspec.json.encode(decision) + b"\n"
    try:
        with locked([path]), path.open("ab+") as file:
            _mend(file)
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
    except OSError as exc:
        raise GlossaryError(shown(path), (exc.strerror or "cannot be written").lower()) from exc


def _mend(file: BinaryIO) -> None:
    """Cut off what a writer that was killed left of its last line: it never said that the decision was kept."""
    file.seek(0)
    last = file.read().rpartition(b"\n")[2]
    if not last:
        return
    try:
        msgspec.json.decode(last, type=Decision)
        file.write(b"\n")
    except NOT_JSON:
        file.truncate(file.tell() - len(last))


def _lines(path: Path) -> Iterator[Decision]:
    try:
        rows = path.read_bytes().split(b"\n")
    except OSError as exc:
        raise GlossaryError(shown(path), (exc.strerror or "cannot be read").lower()) from exc
    for number, row in enumerate(rows, 1):
        if not row.strip():
            continue
        try:
            yield msgspec.json.decode(row, type=Decision)
        except NOT_JSON as exc:
            if number == len(rows):  # what a killed writer left
                return
            hint = 'a line is {"a": "...", "b": "...", "verdict": "same", "different" or "unsure"}'
            raise GlossaryError(shown(path), f"not a decision: {exc}", line=number, hint=hint) from exc
