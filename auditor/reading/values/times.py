"""Clock times read to values: ``T05:47Z``, ``T01:24+01:00``, ``T10:47`` where the zone has no fixed offset.

``unit`` is the zone as written.
"""

from __future__ import annotations

import re

from auditor.reading.values.scan import Found, Scan, direction

_CLOCK = re.compile(r"(\d{1,2})(?:([:.h])(\d\d))?(?!\d)")
_HALF = re.compile(r"\s?([ap])(?:\.\s?m\.|m\b\.?)", re.IGNORECASE)
_AFTER = re.compile(r"\s{0,2}\(?\s?([\w']+)")


def clock(scan: Scan, i: int) -> Found | None:
    """The time that begins with the number at token ``i``; scores and ratios are none."""
    token, words = scan.tokens[i], scan.words
    m = _CLOCK.match(scan.text, token.start)
    if m is None or int(m[1]) > 24 or (m[3] and int(m[3]) > 59):
        return None
    end, hour = m.end(), int(m[1])
    half = _HALF.match(scan.text, end)
    if half and 1 <= hour <= 12:
        end, hour = half.end(), hour % 12 + (12 if half[1] in "pP" else 0)
    elif m[2] == "h" or (m[2] is None and scan.low[i].endswith("h") and scan.low[i][:-1].isdigit()):
        if words.language not in ("fr", "pt", "es"):
            return None
        end = max(end, token.end)
    unit_end = _clock_unit(scan, i, end)
    zone, zone_end = _zone(scan, unit_end or end)
    if not (half or unit_end or m[2] == "h" or end > m.end() or _plain_clock(scan, i, m, zone)):
        return None
    end = zone_end or unit_end or end
    offset = words.offsets.get((zone or "").lower(), "")
    after = scan.token_at(end, i + 1)
    precision = "minute" if m[3] else "hour"
    value = f"T{hour:02}:{m[3]}{offset}" if m[3] else f"T{hour:02}{offset}"
    return Found(token.start, end, after, "time", value, precision, zone, modifier=direction(scan, i)[0])


def _clock_unit(scan: Scan, i: int, end: int) -> int | None:
    """End of the word that makes the number a time (``Uhr``); where it counts hours too, a word before must say so."""
    m = _AFTER.match(scan.text, end)
    unit = m[1].lower() if m else ""
    if m is None or unit not in scan.words.calendar.clock_unit or "\n" in m[0] or "(" in m[0]:
        return None
    before = scan.word(i - 1)
    cued = before in scan.words.calendar.clock and before not in scan.words.direction
    return m.end() if cued or unit not in scan.words.durations else None


def _zone(scan: Scan, end: int) -> tuple[str | None, int | None]:
    for phrase, zone in scan.words.calendar.zone_phrases.items():
        if scan.text[end : end + len(phrase) + 1].lower() == f" {phrase}":
            return zone, end + len(phrase) + 1
    m = _AFTER.match(scan.text, end)
    if m is None or m[1].lower() not in scan.words.calendar.zones or "(" in m[0] or "\n" in m[0]:
        return None, None
    if m[1] == "local" and scan.text.startswith(" time", m.end()):
        return m[1], m.end() + len(" time")
    return (m[1], m.end()) if m[1] == "local" or m[1][0].isupper() or m[1] == "мск" else (None, None)


def _plain_clock(scan: Scan, i: int, m: re.Match[str], zone: str | None) -> bool:
    """True when nothing but its form and the word before say that ``14:30`` or ``14.30`` is a time."""
    if scan.word(i - 1) in scan.words.calendar.hour_after and m[2] in (None, ":", "."):
        return True
    if m[2] == ":":
        return bool(zone) or scan.word(i - 1) in scan.words.calendar.clock or len(m[1]) == 2
    return bool(m[2] == "." and zone)
