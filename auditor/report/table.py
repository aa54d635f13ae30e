"""One table, four ways to write it."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Literal

from auditor.report.escape import csv_cell, inline, markdown
from auditor.report.json import encode
from auditor.report.width import cells, clip_right, pad

Cell = str | int | float | None | tuple[str, ...] | tuple[int, ...] | Mapping[str, int]
TableFormat = Literal["text", "json", "csv", "md"]
_LEAST = 8  # cells of a column that gives way


def write_table(heads: Sequence[str], rows: Sequence[Sequence[Cell]], format: TableFormat, width: int = 120) -> str:
    """Text columns, a list of JSON objects, CSV (RFC 4180) or a Markdown table.

    JSON keys are the heads with ``_`` for a space; there numbers stay numbers, several values are a list, counts a
    map, and a number that is not known is null. Elsewhere scores have two places, and several values stand in one cell.
    """
    if format == "json":
        keys = [head.replace(" ", "_") for head in heads]
        return encode([dict(zip(keys, row, strict=True)) for row in rows]) + "\n"
    if format == "csv":
        out = io.StringIO()
        csv.writer(out, lineterminator="\r\n").writerows(
            [list(heads), *([csv_cell(_words(c)) for c in row] for row in rows)]
        )
        return out.getvalue()
    if format == "md":
        lines = [heads, ["---"] * len(heads), *([markdown(_words(c)) for c in row] for row in rows)]
        return "".join(f"| {' | '.join(line)} |\n" for line in lines)
    return _text(heads, rows, width)


def _words(cell: Cell, between: str = "; ") -> str:
    """The cell where a table has only words."""
    if isinstance(cell, float):
        return f"{cell:.2f}"
    if isinstance(cell, tuple):
        return between.join(map(str, cell))
    if isinstance(cell, Mapping):
        return between.join(f"{name}×{count}" if count > 1 else name for name, count in cell.items())
    return "" if cell is None else str(cell)


def _text(heads: Sequence[str], rows: Sequence[Sequence[Cell]], width: int) -> str:
    table = [list(heads), *([inline(_words(c, ", ")) for c in row] for row in rows)]
    widths = [max(cells(row[i]) for row in table) for i in range(len(heads))]
    while sum(widths) + 2 * (len(widths) - 1) > width and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    lines = ["  ".join(pad(clip_right(c, w), w) for c, w in zip(row, widths, strict=True)).rstrip() for row in table]
    lines.insert(1, "  ".join("─" * w for w in widths))
    return "\n".join(lines) + "\n"
