"""Comments in HTML and Markdown copy that ask the audit to look away.

``<!-- auditor-ignore TA101, NM2: reason -->`` speaks for its own line and the next one with text on it. Copy comes from
strangers, so such a comment counts only where the desk says so, and is listed in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from auditor.gate.suppressions import names_check
from auditor.offsets import LineIndex
from auditor.records import IN_COPY, Finding, Suppression

_COMMENT = re.compile(r"<!--\s{0,20}auditor[-: ]ignore\b(?P<body>(?:(?!-->).){0,400})-->", re.S | re.I)
_RULE = re.compile(r"[\w-]{2,60}")


class Comment(msgspec.Struct, frozen=True):
    """One comment: its line, the lines it speaks for, the checks it names, the reason (empty: none is given)."""

    line: int
    first: int
    last: int
    rules: tuple[str, ...]
    reason: str

    def silences(self, finding: Finding) -> bool:
        """Whether it speaks for the finding. One without a reason or without a check speaks for none."""
        return (
            bool(self.reason)
            and self.first <= finding.line <= self.last
            and any(names_check(rule, finding.rule, finding.name) for rule in self.rules)
        )

    def mark(self) -> Suppression:
        """What the record says of a finding that it silences."""
        return Suppression(reason=self.reason, by=IN_COPY)

    def remark(self, counts: bool) -> str:
        """One line for reports."""
        rules = ", ".join(self.rules[:5]) or "everything"
        if not self.reason or not self.rules:
            why = "not counted: it gives no reason" if self.rules else "not counted: it names no check"
        else:
            why = "counted" if counts else "not counted without --inline-suppressions"
        told = f" (“{self.reason[:80]}”)" if self.reason else ""
        return f"a comment in line {self.line} asks to leave out {rules}{told}; {why}"


def comments(text: str) -> tuple[Comment, ...]:
    """The comments of a file as decoded, in order."""
    if "<!--" not in text:
        return ()
    return tuple(_found(text))


def _found(text: str) -> Iterator[Comment]:
    index = LineIndex(text)
    for match in _COMMENT.finditer(text):
        named, _, reason = match["body"].partition(":")
        first, last = index.locate(match.start())[0], index.locate(match.end())[0]
        yield Comment(
            line=first,
            first=first,
            last=_next_line(text, index, last),
            rules=tuple(_RULE.findall(named)),
            reason=" ".join(reason.split()),
        )


def _next_line(text: str, index: LineIndex, line: int) -> int:
    """The next line that is not blank, within three lines."""
    for number in range(line + 1, min(line + 4, len(index.starts) + 1)):
        end = index.starts[number] if number < len(index.starts) else len(text)
        if text[index.starts[number - 1] : end].strip():
            return number
    return line
