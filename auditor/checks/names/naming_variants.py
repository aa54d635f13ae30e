"""Two good spellings of a place or body of the news in one article: Vuhledar and Ugledar (NM202)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_mixed import spelling_hit
from auditor.checks.names.naming_spans import spoken_of
from auditor.checks.spans import Spans, in_address
from auditor.packs.renderings import public_names
from auditor.reading.article import Reading
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.text.traits import trait

Span = tuple[int, int]
_LETTERS = 5  # of a name, from which a spelling is nobody else's


def listed_twins(context: Context) -> Iterator[Hit]:
    """The rarer of the spellings that the table has for one name; where they stand as often, those behind the first."""
    reading = context.reading
    words = reading.traits.having(_LISTED) if reading.base == "en" else ()
    rows: dict[int, dict[str, list[Span]]] = {}
    for word in words:
        rows.setdefault(_rows()[word], {})[word] = []
    mixed = [forms for forms in rows.values() if len(forms) > 1]
    if not mixed:
        return
    silent = _silent(reading)
    foreign = {mention.text for mention in context.entities.mentions if mention.relation == "foreign"}  # NM201 tells
    for forms in mixed:
        for form, spans in forms.items():
            spans.extend(_spans(reading, form, silent) if form not in foreign else ())
        used = {form: spans for form, spans in sorted(forms.items()) if spans}
        keep = min(used, key=lambda form: (-len(used[form]), used[form][0]), default="")
        counted = ", ".join(f"{form} ×{len(used[form])}" for form in sorted(used, key=lambda f: (f != keep, f)))
        for form, spans in used.items() if len({form.casefold() for form in used}) > 1 else ():
            yield from (spelling_hit(*span, form, keep, counted) for span in spans if form != keep)


def _silent(reading: Reading) -> Spans:
    """What is not body text, and people, one of whom may be called like a town."""
    people = [(m.start, m.end) for m in reading.mentions if m.type == "person"]
    return Spans([*((zone.start, zone.end) for zone in reading.layout.excluded), *people])


def _spans(reading: Reading, form: str, silent: Spans) -> Iterator[Span]:
    foreign = foreign_blocks(reading)
    for token in (reading.tokens[at] for at in reading.places[form]):
        start, end = token.start, token.end
        shut = silent.hits(start, end) or lies_in(foreign, start, end) or in_address(reading.text, token)
        if not shut and not spoken_of(reading.text, start, end):
            yield start, end


@cache
def _rows() -> Mapping[str, int]:
    """Spelling -> the number of its row, of places and things that have more than one."""
    found: dict[str, int] = {}
    for number, row in enumerate(public_names()):
        if row.kind != "person" and len(row.rights) > 1:
            found.update((right, number) for right in row.rights if len(right) >= _LETTERS and right.isalpha())
    return found


_LISTED = trait(lambda word: word in _rows(), "en")
