"""What stands around an offset, found without copying the text before it (which, offset by offset, is quadratic)."""

from __future__ import annotations


def last_before(text: str, at: int) -> str:
    """The last character before ``at`` that is no blank; empty where there is none."""
    while at and text[at - 1].isspace():
        at -= 1
    return text[at - 1 : at] if at else ""
