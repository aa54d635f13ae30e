"""Text of articles made safe to show: control characters, bidi controls and terminal escapes as code points.

Article text is hostile until it has passed through one of these functions.
"""

from __future__ import annotations

import re
from urllib.parse import quote

# Controls (C0 but tab and line feed, C1), soft hyphen, bidi controls, zero-width and invisible letters, line and
# paragraph separators, interlinear anchors, tag characters, lone surrogates, noncharacters.
_DANGER = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
    # Joiners belong to Arabic, Indic and emoji sequences; anywhere else they hide.
    "|(?<![\u0600-\u109f\u1780-\u18af\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
)
_UNDECODED = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # lone surrogates but those that Python puts for bytes
_BREAKS = re.compile(r"\r\n|[\n\r\t\u2028\u2029\x0b\x0c\x85]")
_MARKDOWN = re.compile(r"[\\`*{}\[\]|~@]|(?<!\w)_|_(?!\w)|:(?=//)|(?i:(?<=www))\.|^[#+=-]")
_NUMBERED = re.compile(r"^(\d+)(?=[.)](?:\s|$))")
_FORMULA = ("=", "+", "-", "@")


def code_point(char: str) -> str:
    """``U+202E`` for the character."""
    return f"U+{ord(char):04X}"


def visible(text: str) -> str:
    """The text with every dangerous or invisible character as ``[U+XXXX]``; tabs and line feeds stay."""
    return _DANGER.sub(lambda m: f"[{code_point(m[0])}]", text)


def inline(text: str) -> str:
    """The text on one line: breaks and tabs as spaces, the rest as ``visible``."""
    return visible(_BREAKS.sub(" ", text))


def danger_pieces(text: str) -> list[tuple[str, bool]]:
    """The text cut into harmless pieces and dangerous characters (``True``), in order."""
    out: list[tuple[str, bool]] = []
    at = 0
    for m in _DANGER.finditer(text):
        if m.start() > at:
            out.append((text[at : m.start()], False))
        out.append((m[0], True))
        at = m.end()
    if at < len(text):
        out.append((text[at:], False))
    return out


def markdown(text: str) -> str:
    """One line of Markdown (GFM, fit for a table cell) that shows the text as it is."""
    safe = inline(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _NUMBERED.sub(lambda m: m[1] + "\\", _MARKDOWN.sub(lambda m: "\\" + m[0], safe))


def uri(text: str, safe: str = "/") -> str:
    """The text as part of a URI; the name of a file that is not UTF-8 keeps its bytes."""
    return quote(_UNDECODED.sub("\ufffd", text), safe=safe, errors="surrogateescape")


def json_strings(text: str) -> str:
    """JSON text with dangerous characters as ``\\uXXXX``; they stand in strings only, so the value stays the same."""
    return _DANGER.sub(_json_escape, text)


def csv_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    safe = inline(text)
    return "'" + safe if safe.lstrip().startswith(_FORMULA) else safe


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code > 0xFFFF:
        code -= 0x10000
        return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
    return f"\\u{code:04x}"
