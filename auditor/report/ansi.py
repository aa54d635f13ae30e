"""ANSI colours, only when asked; the text must be neutralised before it comes here."""

from __future__ import annotations

from collections.abc import Callable

_CODES = {
    "bold": "1",
    "dim": "2",
    "critical": "1;31",
    "major": "31",
    "minor": "33",
    "neutral": "36",
    "good": "32",
    "rule": "1",
    "fix": "32",
}

Paint = Callable[[str, str], str]


def painter(color: bool) -> Paint:
    """``paint(text, role)``; without colour the text as it is."""
    if not color:
        return lambda text, role: text
    return lambda text, role: f"\x1b[{_CODES[role]}m{text}\x1b[0m" if text else text
