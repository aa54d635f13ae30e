"""Text that was read with the code page of another script: where it stands, and what it was.

Three ways in which it comes about: UTF-8 read as any single-byte code page (``โ€œ``, ``вАЬ``, ``‚Äú``) or as
GBK (``鈥檚``); the marks of one single-byte code page shown as those of another (``itÕs``, ``¡°yes¡±``); a mark with
the letter behind it read as one character of Chinese, Japanese or Korean (``Iran痴`` for ``Iran’s``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

Damage = tuple[int, int, str]
"""Start, end, and what stood there."""
_PAGES = (
    "cp437", "cp850", "cp852", "cp866", "cp874", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "mac_roman", "mac_cyrillic", "mac_greek", "mac_turkish", "koi8_r",
)  # fmt: skip
_MARKS = "’‘“”–—…‚„†•‹›€™"
_LETTERS = "áàâäãåæçéèêëíìîïñóòôöõøúùûüýßğşıłśčšžćńęąő"
_ASIAN = ("gbk", "shift_jis", "big5", "cp949")
_ASIAN_MARK = "鈥"  # the first two bytes of a mark in UTF-8, read as GBK
_CONTRACTED = re.compile(r"’(?:(?:s|t|d|m)(?![A-Za-z])|re\b|ve\b|ll\b)|[“‘][A-Za-z]")
_WIDE = re.compile(r"[\u3400-\u9fff\uac00-\ud7a3]")
_WIDEST = "\u3400"
# marks of one code page as another one shows them
_SHOWN = {
    "¡¯": "’", "¡°": "“", "¡±": "”", "¡ª": "—", "¡®": "‘", "¡¦": "’", "¡§": "“", "¡¨": "”", "Õ": "’", "Æ": "’",
    "Ò": "“", "Ó": "”", "ì": "“", "î": "”",
}  # fmt: skip
_TURNED = re.compile(
    r"¡[¯°±ª®]|¡¦(?=[a-z])|¡§(?=[A-Za-z])|¡¨(?<=[a-z.,!?]..)|[ÕÆ](?<=[a-z].)(?=(?:s|t|re|ve|ll|d|m)\b)"
    r"|Ò(?<![^\s(].)(?=[A-Za-z][^ÒÓ\n]{0,400}[a-z.,!?]Ó)|Ó(?<=[a-z.,!?].)(?=[\s.,;:!?)]|$)"
    r"|ì(?<![^\s(].)(?=[A-Za-z][^ìî\n]{1,400}[a-z.,!?]î)|î(?<=[a-z.,!?].)(?=[\s.,;:!?)]|$)"
)
_TURNED_SIGNS = frozenset("¡ÕÆÒÓì")


def _read(data: bytes, page: str, other: str) -> str:
    """The bytes as the code page shows them; what it has no character for as another one does, or as a control."""
    shown = (bytes([byte]).decode(page, "ignore") or bytes([byte]).decode(other, "ignore") for byte in data)
    return "".join(char or chr(byte) for char, byte in zip(shown, data, strict=True))


@cache
def _table() -> dict[str, str]:
    """What marks and letters of UTF-8 look like in each code page, and what they were; "" where controls were lost."""
    found: dict[str, str] = {}
    for page in _PAGES:
        for sign in _MARKS + _LETTERS:
            for other in ("cp1252", "latin-1"):
                found.setdefault(_read(sign.encode("utf-8"), page, other), sign)
        found[_read(_MARKS[0].encode("utf-8")[:2], page, "cp1252")] = ""
    return found


@cache
def _leads() -> tuple[frozenset[str], re.Pattern[str]]:
    leads = frozenset(shown[0] for shown in _table())
    return leads, re.compile(f"[{re.escape(''.join(sorted(leads)))}]")


def other_pages(text: str, characters: frozenset[str]) -> Iterator[Damage]:
    """All damages of a text, in no order; ``characters`` are those of the text."""
    leads, lead = _leads()
    if not leads.isdisjoint(characters):
        yield from _unicode(text, lead)
    if not _TURNED_SIGNS.isdisjoint(characters):
        yield from ((m.start(), m.end(), _SHOWN[m[0]]) for m in _TURNED.finditer(text))
    if max(characters, default="") >= _WIDEST:
        yield from _wide(text)


def _unicode(text: str, lead: re.Pattern[str]) -> Iterator[Damage]:
    """UTF-8 as a single-byte code page shows it; letters only in a word of Latin letters."""
    last = 0
    for match in lead.finditer(text):
        at = match.start()
        if at < last:
            continue
        for end in (at + 3, at + 2):
            sign = _table().get(text[at:end])
            if sign is None or (sign and sign in _LETTERS and not _in_word(text, at, end)):
                continue
            yield at, end, sign
            last = end
            break


def _in_word(text: str, start: int, end: int) -> bool:
    """Whether a Latin letter stands beside, and no other letter of the script that the damage looks like."""
    before, after = text[start - 1 : start], text[end : end + 1]
    latin = (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha())
    return latin and not any(char > "\u02ff" for char in (before, after) if char.isalpha())


def _wide(text: str) -> Iterator[Damage]:
    """Characters of East Asia that hold a mark and the letter behind it, stuck to a Latin letter."""
    for match in _WIDE.finditer(text):
        start, end = match.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        if match[0] == _ASIAN_MARK:
            stop = end + 1 if _WIDE.match(text, end) else end
            yield start, stop, _from_gbk(text[start:stop])
        elif before.isascii() and (before.isalpha() or (after.isascii() and after.islower())):
            for page in _ASIAN:
                data = match[0].encode(page, "ignore")
                was = data.decode("cp1252", "ignore")
                known = _CONTRACTED.match(f"{was}{text[end : end + 2]}") if len(was) == len(data) == 2 else None
                if known and before.isalpha() == (was[0] == "’"):
                    yield start, end, was
                    break


def _from_gbk(stretch: str) -> str:
    try:
        return stretch.encode("gbk").decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return "’"
