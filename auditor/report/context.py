"""The line around a finding, cut to a width, with a caret line under the words."""

from __future__ import annotations

from auditor.report.escape import inline
from auditor.report.view import Lines
from auditor.report.width import cells, clip_left, clip_right


def context(lines: Lines, start: int, end: int, width: int) -> tuple[str, str]:
    """``(text, carets)`` for a span, each at most ``width`` cells; a span over several lines shows its first one."""
    low, high = lines.span(lines.number(start))
    end = max(start, min(end, high))
    # Only what can be shown is looked at: a line may be as long as the file.
    before = inline(lines.text[max(low, start - width) : start]).lstrip()
    before = "…" + before if start - width > low else before
    middle = clip_right(inline(lines.text[start : min(end, start + width)]), width * 3 // 4)
    after = inline(lines.text[end : min(high, end + width)])
    room = width - cells(middle)
    kept = clip_left(before, max(room // 2, room - cells(after)))
    text = kept + middle + clip_right(after, room - cells(kept)).rstrip()
    return text, " " * cells(kept) + "^" * max(1, cells(middle))
