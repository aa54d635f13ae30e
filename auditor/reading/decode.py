"""Bytes to text, or one line that says why not and what to try."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from functools import cache

from auditor.errors import InputError, UsageError
from auditor.packs import data_path, load_toml
from auditor.records import Record
from auditor.text.lexicon import lexicon

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("cp1252", "cp1250", "cp1251", "koi8-r", "mac-roman", "cp437")
_SAMPLE = 1 << 16
_WORD = re.compile(r"[^\W\d_]{2,40}")
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")  # as CESU-8 and careless programs write one
_RARE = range(0x3400, 0x4DC0)  # ideographs of dictionaries; a tenth of what random bytes read as UTF-16 give
_SYMBOLS = range(0xF000, 0xF100)  # bullets that copy from a PDF has
_SPACES = frozenset("\t\n\x0b\x0c\r\x85")
_ASCII = re.compile(rb"[\t\n\r -~]+")
_ODD = 0.05  # share of such characters from which a file is no text
# names of Python's codecs: Unicode, ISO 8859, Windows and DOS code pages, KOI8, Mac, and the East Asian ones
_CHARSETS = re.compile(
    r"ascii$|utf-(?:8(?:-sig)?|16(?:-[bl]e)?|32(?:-[bl]e)?)$|iso8859-|iso2022|cp\d|koi8-|mac-|gb|big5|hz$|johab$|ptcp154$"
    r"|tis-620$|euc_|shift_jis|hp-roman8$|kz1048$"
)
_LONE = re.compile("[\ud800-\udfff]")


class Signatures(Record, frozen=True):
    """First bytes (hexadecimal) -> what such a file is."""

    schema: int
    signatures: dict[str, str]


@cache
def signatures() -> dict[bytes, str]:
    """First bytes -> what such a file is, as shipped."""
    pack = load_toml(data_path("zones", "binary.toml"), Signatures)
    return {bytes.fromhex(head): name for head, name in pack.signatures.items()}


def is_charset(name: str) -> bool:
    """True for the name of a character encoding that files are written in; Python has other codecs (idna, rot13)."""
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return False
    return _CHARSETS.match(codec.name) is not None


def scalars(text: str) -> str:
    """The text with U+FFFD for each lone surrogate (escapes of JSON, strings of Python): no encoding can write one."""
    return _LONE.sub("\N{REPLACEMENT CHARACTER}", text)


def decode(data: bytes, path: str, encoding: str | None = None) -> str:
    """The text of a file: by ``encoding`` where one is named, else by its byte-order mark, else as UTF-8."""
    if encoding is not None:
        return _text_only(_decode_as(data, path, encoding), path)
    for mark, name in _BOMS:
        if data.startswith(mark):
            _refuse_wrong_mark(data[len(mark) :], path, name)
            return _text_only(_decode_as(data[len(mark) :], path, name, len(mark)), path)
    _refuse_binary(data, path)
    try:
        return _text_only(data.decode("utf-8"), path)
    except UnicodeDecodeError as exc:
        raise _not_utf8(data, path, exc.start) from exc


def encode_like(data: bytes, encoding: str | None, before: str, after: str) -> bytes:
    """``after`` in the encoding and with the byte-order mark of ``data``, whose text is ``before``.

    Raises ``ValueError`` where ``data`` could not be written again byte for byte, or ``after`` has a character that the
    encoding lacks.
    """
    marked = [(mark, name) for mark, name in _BOMS if data.startswith(mark)]
    for mark, name in (*marked, (b"", encoding or "utf-8")):
        try:
            same = mark + before.encode(name) == data
        except (UnicodeError, LookupError):
            continue
        if same:
            return mark + after.encode(name)
    raise ValueError("its bytes could not be kept")


def _decode_as(data: bytes, path: str, encoding: str, skipped: int = 0) -> str:
    if not is_charset(encoding):
        raise UsageError(f"unknown encoding {encoding!r}", "for instance utf-8, cp1252, cp1251, utf-16")
    try:
        text = data.decode(encoding)
    except UnicodeError as exc:
        at = getattr(exc, "start", 0)
        raise InputError(
            path,
            "encoding",
            f"byte {_hex(data, at)} at offset {at + skipped:,} is not {encoding}",
            "name another --encoding",
        ) from exc
    return text.removeprefix("\ufeff")


def _text_only(text: str, path: str) -> str:
    """The text, unless so many of its characters are in no copy that it cannot be one."""
    head = text[:_SAMPLE]
    odd = sum(count for char, count in Counter(head).items() if _stands_in_no_text(char))
    if odd > 1 and odd > len(head) * _ODD:
        problem = f"{odd:,} of its first {len(head):,} characters belong in no text: it is damaged, or not a text file"
        raise InputError(path, "binary", problem, "export it again as .txt in UTF-8")
    return text


def _stands_in_no_text(char: str) -> bool:
    kind = unicodedata.category(char)
    if kind == "Co":
        return ord(char) not in _SYMBOLS
    return kind == "Cn" or (kind == "Cc" and char not in _SPACES) or ord(char) in _RARE


def _refuse_wrong_mark(data: bytes, path: str, encoding: str) -> None:
    """Bytes that are all printable ASCII are none of UTF-16, in which they would read as Chinese."""
    head = data[:_SAMPLE]
    if encoding.startswith("utf-16") and len(head) > 3 and len(_ASCII.sub(b"", head)) <= len(head) * _ODD:
        problem = f"begins with the byte-order mark of {encoding}, but its bytes are those of plain text"
        raise InputError(path, "encoding", problem, "take the mark off, or export it again as UTF-8")


def _refuse_binary(data: bytes, path: str) -> None:
    for head, name in signatures().items():
        if data.startswith(head):
            raise InputError(path, "binary", f"is {name}, not text", "export it as .txt, .md or .html")
    head = data[:_SAMPLE]
    at = head.find(0)
    if at < 0:
        return
    wide = _wide_encoding(head)
    if wide:
        raise InputError(path, "encoding", f"looks like {wide} without a byte-order mark", f"--encoding {wide}")
    raise InputError(path, "binary", f"holds a NUL byte at offset {at:,}; it is not text", "export it as .txt")


def _wide_encoding(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte is mostly NUL in Western text."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = max(1, len(head) // 2)
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.1 else None


def _not_utf8(data: bytes, path: str, at: int) -> InputError:
    if _SURROGATE.match(data, at):
        problem = f"bytes {data[at : at + 3].hex(' ')} at offset {at:,} are half of a character (a lone surrogate)"
        return InputError(path, "encoding", problem, "export it again as UTF-8")
    likely = likely_encoding(data, at)
    return InputError(
        path,
        "encoding",
        f"byte {_hex(data, at)} at offset {at:,} is not UTF-8; the file is likely {likely}",
        f"--encoding {likely}",
    )


def _hex(data: bytes, at: int) -> str:
    return f"0x{data[at]:02x}" if at < len(data) else "(end)"


def likely_encoding(data: bytes, at: int = 0) -> str:
    """The single-byte encoding in which most words with a letter outside ASCII are known words."""
    start = max(0, at - 1024)
    sample = data[start : start + _SAMPLE]
    best, score = _CANDIDATES[0], 0
    for name in _CANDIDATES:
        words = [w for w in _WORD.findall(sample.decode(name, "replace")) if not w.isascii()][:400]
        known = sum(1 for word in words if lexicon().known(word))
        if known > score:
            best, score = name, known
    return best
