"""Dates of publication as exchange formats write them, in ISO 8601."""

from __future__ import annotations

import re

_EXTENDED = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?(?![\d:])"
)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})?)?(?!\d)")


def published(*values: str | None) -> str | None:
    """The first value that is a date: ISO 8601 extended or basic, or RFC 5322 (RSS); None where none is."""
    return next((found for value in values if value and (found := _iso(value.strip()))), None)


def _iso(value: str) -> str | None:
    if match := _EXTENDED.match(value):
        day, time, zone = match.groups()
        return f"{day}T{time}{zone or ''}" if time else str(day)
    if match := _BASIC.match(value):
        year, month, day, hour, minute, second, zone = match.groups()
        return f"{year}-{month}-{day}" + (f"T{hour}:{minute}:{second or '00'}{zone or ''}" if hour else "")
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
