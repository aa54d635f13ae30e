"""Names with another language's common noun: the Orion-Kapsel, the Raumsonde Juno (NM102)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Spans, in_address
from auditor.entities.wording import languages
from auditor.packs.generics import Generic, generics
from auditor.records import Evidence, Suggestion
from auditor.text.traits import trait

_NAME = re.compile(r" (?:(?:d[aeiu]|del|della|von|w|v) |d['’])?([A-ZÀ-Þ][\w'’-]{1,30}(?: \d{1,2}(?!\d))?)")
_QUOTES = frozenset('“"„«‘')
_WEIGHT = 2.0


def compounds(context: Context) -> Iterator[Hit]:
    """Hits on compounds that end in the noun, and on names behind it; not inside quotation marks or addresses."""
    reading = context.reading
    words = reading.traits.having(_HELD)
    silent = Spans([(zone.start, zone.end) for zone in reading.layout.excluded] if words else ())
    for at in sorted(at for word in words for at in reading.places[word]):
        token = reading.tokens[at]
        if in_address(reading.text, token) or silent.hits(token.start, token.end):
            continue
        if reading.text[max(0, token.start - 1) : token.start] not in _QUOTES:
            hit = _compound(token.start, token.text) or _apposed(reading.text, token.start, token.text)
            if hit:
                yield hit


def _compound(start: int, word: str) -> Hit | None:
    name, row = _ended(word)
    return _hit(start, word, f"{name} {row.english}", row) if row else None


def _apposed(text: str, start: int, word: str) -> Hit | None:
    for row in generics("apposed").get(word, ()):
        name = _NAME.match(text, start + len(row.form)) if text.startswith(row.form, start) else None
        if name:
            return _hit(start, text[start : name.end()], f"{name[1]} {row.english}", row)
    return None


def _ended(word: str) -> tuple[str, Generic | None]:
    """The name that a compound begins with, and the noun that it ends in."""
    name, hyphen, last = word.rpartition("-")
    rows = generics("tail").get(last, ()) if hyphen and name[:1].isupper() and len(name) > 1 else ()
    return name, rows[0] if rows else None


def _held(word: str) -> bool:
    return word in generics("apposed") or _ended(word)[1] is not None


_HELD = trait(_held, "en")


def _hit(start: int, form: str, better: str, row: Generic) -> Hit:
    owners = languages(row.languages)
    return Hit(
        start=start,
        end=start + len(form),
        args={"form": form, "right": better, "why": f"a name with a word of {owners} (“{row.form}”)"},
        suggestions=(Suggestion(text=better),),
        evidence=(Evidence(kind="table", text=f"“{row.form}” is {owners}", source="data/renderings/generics.tsv"),),
        severity="major",
        points_to=row.languages[0],
        weight=_WEIGHT,
    )
