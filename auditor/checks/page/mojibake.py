"""Text that was decoded with the wrong encoding: where it stands, and what it was.

UTF-8 read as Windows-1252 or Windows-1251 (`code_pages` knows the others). A stretch counts only when its bytes
are valid UTF-8 for letters or marks that Latin or Cyrillic text uses, and nothing says that they stand for themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.page.code_pages import Damage, other_pages
from auditor.checks.spans import Spans

_ROUNDS = 3
_C1 = {code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_FITTING = (  # Latin-1 and Extended-A, Cyrillic, punctuation, euro, trade mark, arrows and signs, emoji
    (0xA0, 0x17F), (0x400, 0x45F), (0x490, 0x491), (0x2010, 0x203F), (0x20AC, 0x20AC), (0x2122, 0x2122),
    (0x2190, 0x22FF), (0xFEFF, 0xFEFF), (0x1F300, 0x1FAFF),
)  # fmt: skip
_MARKS = frozenset("“”„»›’‘…–—")


def _western(byte: int) -> str:
    return _C1.get(byte) or bytes([byte]).decode("cp1252")


def _cyrillic(byte: int) -> str:
    return "\x98" if byte == 0x98 else bytes([byte]).decode("cp1251")


_TAIL = "".join(re.escape(_western(b)) for b in range(0x80, 0xC0))
_TAIL_CYRILLIC = "".join(re.escape(_cyrillic(b)) for b in range(0x80, 0xC0))
_SUSPECT = re.compile(f"[Â-Å][{_TAIL}]|[Ð-Ñ][{_TAIL}]|[âï][{_TAIL}]{{2}}|ð[{_TAIL}]{{3}}")
_SUSPECT_CYRILLIC = re.compile(f"(?:[РС][{_TAIL_CYRILLIC}]){{3,40}}|вЂ[{_TAIL_CYRILLIC}]")
_QUICK = re.compile(r"[ÂÃÄÅÐÑâïð][^\x00-\x7fa-zà-ÿ]")
_NO_BREAK = re.compile(r"(?<=[a-z0-9.,;:!?)”\"])Â(?= )|(?<= )Â(?= )")  # the blank behind it was made a plain one
_GRAVE = re.compile(
    r"(?<=[a-z])Ã(?=[ .,;:!?]|$)|(?<= )Ã(?= [a-z])", re.M
)  # the blank that is half of “à” was made a plain one
_QUICK_CYRILLIC = re.compile(r"[РС][^\x00-\x7fА-я]")


def mojibake(text: str, characters: frozenset[str] | None = None) -> Iterator[tuple[int, int, str]]:
    """``(start, end, repaired)`` for each damaged word or mark, in order; ``repaired`` is "" where nobody can tell.

    ``characters`` are those of the text, where they are known.
    """
    lone = [(match.start(), match.end() + 1, " ") for match in _NO_BREAK.finditer(text)] if "Â " in text else []
    lone += [(match.start(), match.end(), "à") for match in _GRAVE.finditer(text)] if "Ã" in text else []
    found = [*lone, *_damages(text)]
    if text.isascii():
        return
    others = sorted(other_pages(text, frozenset(text) if characters is None else characters))
    told = Spans((start, end) for start, end, _ in found)
    yield from sorted((*found, *_words(text, [other for other in others if not told.hits(other[0], other[1])])))


def _words(text: str, damages: list[Damage]) -> Iterator[Damage]:
    """Damages of other code pages, those of one word together."""
    words: dict[tuple[int, int], list[Damage]] = {}
    for damage in damages:
        words.setdefault(_word(text, damage[0], damage[1]), []).append(damage)
    for (start, end), own in words.items():
        repaired, at = "", start
        for left, right, was in own:
            repaired, at = f"{repaired}{text[at:left]}{was}", right
        yield start, end, f"{repaired}{text[at:end]}" if all(was for _, _, was in own) else ""


def _damages(text: str) -> Iterator[tuple[int, int, str]]:
    """The same without the signs of blanks that do not break."""
    if text.isascii() or not (_QUICK.search(text) or _QUICK_CYRILLIC.search(text) or "вЂ" in text):
        return
    last = 0
    for match in sorted((*_SUSPECT.finditer(text), *_SUSPECT_CYRILLIC.finditer(text)), key=lambda m: m.start()):
        if match.start() < last or not _damaged(text, match):
            continue
        start, end = _word(text, match.start(), match.end())
        repaired = repair(text[start:end])
        if repaired != text[start:end]:
            yield start, end, repaired
            last = end


def repair(text: str) -> str:
    """The text with every damaged stretch decoded anew, as often as it was damaged."""
    for _ in range(_ROUNDS):
        after = _SUSPECT_CYRILLIC.sub(lambda m: _decode(m[0], _CYRILLIC_BYTES) or m[0], text)
        after = _SUSPECT.sub(lambda m: _decode(m[0], _WESTERN_BYTES) or m[0], after)
        if after == text:
            break
        text = after
    return text


def _damaged(text: str, match: re.Match[str]) -> bool:
    """The bytes make a fitting character, and the second is not a closing mark that stands for itself."""
    stretch = match[0]
    table = _CYRILLIC_BYTES if stretch[0] in "РСв" else _WESTERN_BYTES
    if _decode(stretch, table) is None:
        return False
    if len(stretch) == 2 and stretch[1] in _MARKS and stretch[0] != "Â":
        return text[match.end() : match.end() + 1].isalpha()
    shouted = text[match.start() - 1 : match.start()].isupper()
    return not (stretch[0] == "Â" and stretch[1] in _MARKS and shouted)


def _decode(stretch: str, table: dict[str, int]) -> str | None:
    """The characters whose UTF-8 bytes were read one by one; None where they would not fit Latin or Cyrillic text."""
    try:
        decoded = bytes(table[char] for char in stretch).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
    return decoded if all(_fits(char) for char in decoded) else None


def _fits(char: str) -> bool:
    return any(low <= ord(char) <= high for low, high in _FITTING)


def _word(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened to white space, at most forty characters a side."""
    left = re.search(r"[^\s\"“(«]{0,40}$", text[max(0, start - 40) : start])
    right = re.match(r"[^\s\"”)»]{0,40}", text[end : end + 40])
    return start - len(left[0] if left else ""), end + len(right[0] if right else "")


_WESTERN_BYTES = {_western(b): b for b in range(0x80, 0x100)}
_CYRILLIC_BYTES = {_cyrillic(b): b for b in range(0x80, 0x100)}
