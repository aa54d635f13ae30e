"""Edits the tables of phrases row by row, as text, so that all else in them stays as it is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any

ONLY = '\nonly_in = "translated"'
_ROW = re.compile(r"(?m)^(?=\[\[calque\]\]$)")


def edited(table: str, edit: Callable[[str, dict[str, Any]], str]) -> str:
    """The table with ``edit`` applied to each row: its lines, without blank ones behind, and what they say.

    A row of which ``edit`` leaves nothing goes, and what blank lines stand behind it.
    """
    head, *rows = _ROW.split(table)
    return head + "".join(_edited(row, edit) for row in rows)


def _edited(row: str, edit: Callable[[str, dict[str, Any]], str]) -> str:
    lines = row.rstrip("\n")
    new = edit(lines, tomllib.loads(row)["calque"][0])
    return new + row[len(lines) :] if new else ""
