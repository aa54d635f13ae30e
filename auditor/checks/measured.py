"""How often each check fires on clean copy: the figures that ``python -m tools.false_alarms`` counted."""

from __future__ import annotations

from functools import cache

import msgspec

from auditor.packs.load import data_path, load_tsv

_SETS = ("originals", "together", "references")
_COLUMNS = ("check", *_SETS, *(f"{name}_words" for name in _SETS))


class Measured(msgspec.Struct, frozen=True):
    """Findings on English originals audited one by one, on the same audited together, and on human references."""

    originals: int
    together: int
    references: int
    originals_words: int
    references_words: int

    def __str__(self) -> str:
        alone = f"{self.originals} in {self.originals_words:,} words of English originals"
        beside = f" ({self.together} when they are audited together)" if self.together != self.originals else ""
        return (
            f"{alone}{beside}, {self.references} in {self.references_words:,} words of human translations (WMT 2022)."
        )


@cache
def table() -> dict[str, Measured]:
    """Check id -> what was counted."""
    rows = load_tsv(data_path("checks", "false_alarms.tsv"), _COLUMNS)
    return {
        row["check"]: Measured(
            int(row["originals"]),
            int(row["together"]),
            int(row["references"]),
            int(row["originals_words"]),
            int(row["references_words"]),
        )
        for row in rows
    }


def false_alarms(check: str) -> str | None:
    """The figure of a check as a sentence; None for a check that has not been counted."""
    measured = table().get(check)
    return None if measured is None else str(measured)
