"""What one form of broken punctuation looks like, for the tables of `blank_marks` and `sign_forms`."""

from __future__ import annotations

import re

import msgspec


class Form(msgspec.Struct, frozen=True):
    """``needles``: each match has one of them. Group 1 of the pattern is the place, ``better`` what belongs there."""

    needles: tuple[str, ...]
    pattern: re.Pattern[str]
    better: str
