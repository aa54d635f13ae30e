"""Credit lines of agencies, and what signs the last paragraph of a text: agencies, media, the initials of a desk."""

from __future__ import annotations

import re

from auditor.reading.lines import Line, phrase, signed
from auditor.reading.zones.photos import BRACKETS, agencies, only_agencies

_INITIALS = re.compile(r"[a-zäöüß]{2,4}(?:/[a-zäöüß]{2,4}){1,5}")
_DESK = re.compile(r"\((?=[^aeiouyäöü,)]{2,4}[,)])[a-zäöüß]{2,4}(?:[,/] ?[a-zäöüß]{2,4}){0,3}\)\.?")
_SIGNED_DESK = re.compile(
    r"(?:^|(?<=[.!?”\"’)]) ?)(?:\(?(?P<agency>[A-Z][A-Za-z]{1,8})\)?[ -]{1,2})?"
    r"(?P<desk>\([a-zäöüß]{2,4}(?:[/,] ?[a-zäöüß]{2,4}){0,3}\)|[a-zäöüß]{2,4}(?:/ ?[a-zäöüß]{2,4}){1,4}/?|"
    r"(?:[a-zäöüß]{2,4}/ ?){1,4})\.?$"
)
_SIGNED_NAME = re.compile(r"(?<=[.!?”\"’)])(?: |[-–—/] ?| [-–—/] )?\(?(?P<agency>[A-Z][\w-]{1,12})\)?$")
_MEDIUM = 4  # words of the name of a medium


def is_credit_line(line: Line) -> bool:
    """``kb/wd (Reuters, AFP)``, ``dpa/afp``, ``(AFP, dpa)``, ``ATS``, ``(kb)``: initials and agencies, nothing else."""
    text = line.text.rstrip(";")
    if len(text) > 80 or not 1 <= len(line.words) <= 12:
        return False
    if desk_signature(text) == 0:
        return True
    tail = BRACKETS.search(text)
    if tail:
        if _DESK.fullmatch(text):
            return True
        head = text[: tail.start()].strip()
        return only_agencies(tail[1]) and (not head or bool(_INITIALS.fullmatch(head)) or only_agencies(head))
    shared = " with " in text or "/" in text or "," in text
    return only_agencies(text.rstrip("."), outlets=True) and (shared or line.words in agencies().news)


def desk_signature(text: str) -> int | None:
    """Where initials of a desk that sign a text begin: ``EFE mos/cae``, ``(PAP) abc/ def/``, ``... ended. (nak)``."""
    if text[-1:] not in "/)." and not text[-1:].islower():
        return None
    match = _SIGNED_DESK.search(text, max(0, len(text) - 48))
    if not match or (match["desk"][0] == "(" and not match.start()):
        return None
    if match["agency"] and phrase(match["agency"]) not in agencies().news:
        return None
    parts = phrase(match["desk"])
    alone = len(parts) == 1 and match["desk"][0] != "(" and not match["agency"]
    return None if alone or not agencies().short.isdisjoint(parts) or not parts else match.start()


def credit_suffix(line: Line) -> int | None:
    """Where ``(dpa/AFP)``, ``EFE mos/cae`` or ``/ab/CD/ef`` begins at the end of a paragraph, or None."""
    if at := signed(line.text) or desk_signature(line.text):
        return at
    named = _SIGNED_NAME.search(line.text, max(0, len(line.text) - 16))
    if named and phrase(named["agency"]) in agencies().news:
        return named.start()
    match = BRACKETS.search(line.text, max(0, len(line.text) - 84))
    return match.start() if match and match.start() and (only_agencies(match[1]) or _medium(line.text, match)) else None


def _medium(text: str, match: re.Match[str]) -> bool:
    """``... ended. (CCTV News)``: behind the last sentence the name of a medium, known or by its last word."""
    words = match[1].split()
    if text[: match.start()].rstrip()[-1:] not in '.!?”"’' or len(words) > _MEDIUM:
        return False
    named = all(word[:1].isupper() for word in words) and words[-1] in agencies().media
    return named or phrase(match[1]) in agencies().outlets
