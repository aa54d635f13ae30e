"""Repairs of the copy: which suggestions may be applied, and the text that comes of it.

A repair is never made inside quotation marks, nor of a name, unless the glossary forbids the form; nor where the check
offers several words, of which people have to choose. What cannot be written exactly (a tag in between, an entity, a
span that is not what was found) is left alone, and counted.
"""

from __future__ import annotations

import difflib
import html
import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from auditor.offsets import rows
from auditor.reading.article import Source
from auditor.reading.quotes.marks import pairs
from auditor.records import SEVERITIES, Audit, Finding

_GAP = re.compile(r"\r?\n[ \t]{0,200}\r?\n|\r[ \t]{0,200}\r|\u2029")
_QUOTING = re.compile(r"<(/?)(?:blockquote|q|cite)\b[^<>]{0,300}>", re.I)
_QUOTED_LINE = re.compile(r"^[ \t]{0,3}>[^\n]*", re.M)
_STRAIGHT = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')
_MARKUP = re.compile(r"[<&]")
_MARKDOWN = re.compile(r"[`*_\[\]<>\\]")


FORMATS = ("txt", "md", "html")  # of others only readers are known


class Edit(msgspec.Struct, frozen=True, order=True):
    """Replace ``start:end`` of the file as decoded by ``text``, because of the finding with this id."""

    start: int
    end: int
    text: str
    finding: str


class Plan(msgspec.Struct, frozen=True):
    """The repairs of one article, the text with them, and how many more need ``--unsafe-fixes``."""

    article: str
    edits: tuple[Edit, ...]
    before: str
    after: str
    unsafe: int


def plan(audit: Audit, source: Source, *, unsafe: bool = False) -> Plan:
    """The repairs of an article. ``unsafe`` takes suggestions that may change what is said, too, but never of names."""
    own = [f for f in audit.findings if f.article == source.id and f.suppressed is None and f.end > f.start]
    closed = Closed(audit, source)
    taken: list[Edit] = []
    withheld = 0
    for finding in sorted(own, key=lambda f: (-SEVERITIES.index(f.severity), f.start, f.end, f.id)):
        edit, safe = _edit(finding, source, closed)
        if edit is None:
            continue
        if not (safe or unsafe):
            withheld += 1
        elif _is_free(edit, taken):
            insort(taken, edit)
    return Plan(source.id, tuple(taken), source.original, applied(source.original, taken), withheld)


def _is_free(edit: Edit, taken: Sequence[Edit]) -> bool:
    """Whether the edit overlaps none of those taken (in order, none overlaps another)."""
    at = bisect_right(taken, edit)
    before, after = taken[at - 1 : at], taken[at : at + 1]
    return not any(edit.start < e.end and e.start < edit.end for e in (*before, *after))


def applied(text: str, edits: Sequence[Edit]) -> str:
    """The text with edits that are in order and do not overlap."""
    out, at = [], 0
    for edit in edits:
        out += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*out, text[at:]])


def _edit(finding: Finding, source: Source, closed: Closed) -> tuple[Edit | None, bool]:
    """The edit that a finding asks for, and whether it is safe; None where it must not be made."""
    safe = next((s for s in finding.suggestions if s.safety == "safe"), None) if not finding.preview else None
    chosen = safe or (finding.suggestions[0] if len(finding.suggestions) == 1 else None)  # of several people choose
    if chosen is None or source.original[finding.start : finding.end] != finding.match:
        return None, False
    if closed.quoted(finding) or (safe is None and closed.named(finding)):
        return None, False
    text = _written(chosen.text, finding.match, source)
    if text is None or text == finding.match:
        return None, False
    start, end = (finding.start, finding.end) if text else cut(source.original, finding.start, finding.end)
    return Edit(start, end, text, finding.id), safe is not None


def cut(text: str, start: int, end: int) -> tuple[int, int]:
    """What goes where the words ``start:end`` go: they, and a blank that would stand twice or before a mark."""
    before, after = text[start - 1 : start] if start else "\n", text[end : end + 1] or "\n"
    if after == " " and before in " \n\r":
        return start, end + 1
    return (start - 1, end) if before == " " and after in "\n\r.,;:!?)" else (start, end)


def _written(text: str, match: str, source: Source) -> str | None:
    """The replacement as the file's format writes it; None where the words are mixed with markup."""
    if source.format == "html":
        return None if _MARKUP.search(match) else html.escape(text, quote=False)
    if source.format == "md":
        return None if _MARKDOWN.search(match + text) else text
    return text if source.format == "txt" else None


class Closed:
    """Stretches of an article that no repair may touch: quoted words, and for unsafe ones names."""

    def __init__(self, audit: Audit, source: Source) -> None:
        self._quotes = _Spans([*_marked(source), *_quotations(audit, source), *_elements(source)])
        own = (m for e in audit.entities for m in e.mentions if m.article == source.id)
        self._names = _Spans([(m.start, m.end) for m in own])

    def quoted(self, finding: Finding) -> bool:
        """Whether any of it stands inside quotation marks."""
        return self._quotes.touch(finding.start, finding.end)

    def named(self, finding: Finding) -> bool:
        """Whether any of it is a name, or the check is one of names."""
        return finding.rule.startswith("NM") or self._names.touch(finding.start, finding.end)


class _Spans:
    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def touch(self, start: int, end: int) -> bool:
        index = bisect_right(self._starts, end - 1) - 1
        return index >= 0 and self._ends[index] > start


def _marked(source: Source) -> Iterator[tuple[int, int]]:
    """What stands between quotation marks; a paragraph with a mark that has no partner is closed as a whole."""
    gaps = [m.span() for m in _GAP.finditer(source.text)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(source.text)]
    for start, end in zip(starts, ends, strict=True):
        found = pairs(source.text, [(start, end)])
        paired = {at for pair in found for at in (pair.open, pair.close)}
        inner = [(p.open, p.close + 1) for p in found]
        held = _Spans(inner)
        marks = (m.start() for m in _STRAIGHT.finditer(source.text, start, end))
        alone = any(at not in paired and not held.touch(at, at + 1) for at in marks)
        for a, b in [(start, end)] if alone else inner:
            yield _original(source, a, b)


def _original(source: Source, start: int, end: int) -> tuple[int, int]:
    return source.offsets.span(start, end) if source.offsets else (start, end)


def _quotations(audit: Audit, source: Source) -> Iterator[tuple[int, int]]:
    return ((q.start, q.end) for q in audit.quotes if q.article == source.id and q.kind != "indirect")


def _elements(source: Source) -> Iterator[tuple[int, int]]:
    """Quotations that markup declares: elements of HTML, lines of Markdown."""
    if source.format == "md":
        yield from (m.span() for m in _QUOTED_LINE.finditer(source.original))
    if source.format == "txt":
        return
    depth, begun = 0, 0
    for tag in _QUOTING.finditer(source.original):
        if tag[1]:
            depth = max(0, depth - 1)
            if depth == 0:
                yield begun, tag.end()
        else:
            begun = tag.start() if depth == 0 else begun
            depth += 1
    if depth:
        yield begun, len(source.original)


def diff(path: str, before: str, after: str) -> str:
    """A unified diff that `patch` and `git apply` take; empty where nothing changes."""
    told = difflib.unified_diff(rows(before), rows(after), f"a/{path}", f"b/{path}")
    return "".join(row if row.endswith("\n") else f"{row}\n\\ No newline at end of file\n" for row in told)
