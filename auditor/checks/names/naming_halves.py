"""Names that begin in one language and go on in another: Universidad of Salamanca, Ministry of Hacienda (NM102)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_compounds import compounds
from auditor.checks.names.naming_halves_abroad import english_heads
from auditor.checks.names.naming_spans import hits
from auditor.checks.spans import Spans, in_address
from auditor.entities.wording import languages
from auditor.packs.generics import Generic, Role, generics
from auditor.packs.places import places
from auditor.records import Evidence, Suggestion
from auditor.text.traits import trait

_OF = re.compile(r"((?: [A-ZÀ-Þ][\w'’-]{1,30}){0,2}) of (?:the )?[A-ZÀ-Þ][\w'’-]{1,30}(?: [A-ZÀ-Þ][\w'’-]{1,30}){0,2}")
_OFFICE = re.compile(r"(?:Minist(?:ry|er|ers)|Department|Secretary|Secretariat|Directorate) (?:of|for) (?:the )?$")
_REACH = 40  # characters before a form in which an office stands
_BEFORE = re.compile(r"([A-Z][a-z]{2,20}) $")
_AFTER = re.compile(r" ([A-Z][a-zß-ÿ]{2,20})(?!\w)(?! [A-ZÀ-Þ])")
_NAME = re.compile(r"(?: l[ao]s?| den| l['’])? ?[A-ZÀ-Þ][\w'’-]{1,30}")
_QUOTES = frozenset('“"„«‘')
_OPENERS: tuple[Role, ...] = ("head", "kind", "field", "club", "area", "particle")
_WEIGHT = 2.0


def half_names(context: Context) -> Iterator[Hit]:
    """What the entities call half translated, and names of which one part is a word of the table; each place once."""
    found = list(hits(context, "half-translated"))
    yield from found
    english = context.reading.base == "en"
    for hit in (*_mixed(context), *compounds(context)) if english else english_heads(context):
        if all(hit.end <= other.start or other.end <= hit.start for other in found):
            found.append(hit)
            yield hit


def _mixed(context: Context) -> Iterator[Hit]:
    reading = context.reading
    words = reading.traits.having(_OPENS)
    silent = Spans([(zone.start, zone.end) for zone in reading.layout.excluded] if words else ())
    for at in sorted(at for word in words for at in reading.places[word]):
        token = reading.tokens[at]
        if in_address(reading.text, token) or silent.hits(token.start, token.end):
            continue
        hit = next(_at(reading.text, token.start, token.text), None)
        if hit and reading.text[max(0, hit.start - 1) : hit.start] not in _QUOTES:  # a title
            yield hit


def _at(text: str, start: int, word: str) -> Iterator[Hit]:
    """The half-translated names of which a word at ``start`` is the foreign part."""
    for row in _standing("head", text, start, word):
        yield from _headed(text, start, row)
    for row in _standing("kind", text, start, word):
        yield from _described(text, start, row)
    for row in _standing("field", text, start, word):
        office = _OFFICE.search(text, max(0, start - _REACH), start)
        if office:
            end = start + len(row.form)
            yield _hit(text, office.start(), end, f"{office[0]}{row.english}", row)
    for row in _standing("club", text, start, word):
        rest = _OF.match(text, start + len(row.form))
        if rest and not rest[1]:
            better = f"{row.form}{text[start + len(row.form) : rest.end()].replace(' of', '', 1)}"
            yield _hit(text, start, rest.end(), better, row)
    for row in _standing("area", text, start, word):
        yield from _area(text, start, row)
    for row in _standing("particle", text, start, word):
        yield from _joined(text, start, row)


def _standing(role: Role, text: str, start: int, word: str) -> Iterator[Generic]:
    for row in generics(role).get(word, ()):
        end = start + len(row.form)
        if text.startswith(row.form, start) and not text[end : end + 1].isalnum():
            yield row
            return


def _headed(text: str, start: int, row: Generic) -> Iterator[Hit]:
    """``Universidad of Salamanca``; what a longer form is as a whole (``Tribunal Supremo``) the table does not say."""
    end = start + len(row.form)
    rest = _OF.match(text, end)
    if rest:
        better = None if rest[1] or " " in row.form else f"{row.english}{text[end : rest.end()]}"
        yield _hit(text, start, rest.end(), better, row)
    else:
        yield from _described(text, start, row)


def _described(text: str, start: int, row: Generic) -> Iterator[Hit]:
    """``Partido Socialist``, ``National Policía``."""
    end = start + len(row.form)
    after, before = _AFTER.match(text, end), _BEFORE.search(text, max(0, start - _REACH), start)
    if after and _english(after[1], row):
        yield _hit(text, start, after.end(), f"{after[1]} {row.english}", row)
    elif before and _english(before[1], row) and not re.match(r" (?:[A-ZÀ-Þ]|d[aeio])", text[end : end + 3]):
        yield _hit(text, before.start(1), end, f"{before[1]} {row.english}", row)


def _joined(text: str, start: int, row: Generic) -> Iterator[Hit]:
    """``University di Bologna``; ``de`` stands for each language that has it, if none begins names with the word."""
    before, name = _BEFORE.search(text, max(0, start - _REACH), start), _NAME.match(text, start + len(row.form))
    if before and name and all(_begins(before[1], other) for other in generics("particle")[row.form]):
        yield _hit(text, before.start(1), name.end(), f"{before[1]} of{text[start + len(row.form) : name.end()]}", row)


def _area(text: str, start: int, row: Generic) -> Iterator[Hit]:
    """``Region Lombardia``: behind an English kind of areas, a place under its foreign name alone."""
    name = _AFTER.match(text, start + len(row.form))
    found = places().by_form(name[1]) if name else ()
    english = sorted({hit.place.names["en"][0] for hit in found if "en" in hit.place.names})
    if name and english and all(hit.language != "en" for hit in found):
        own = Generic(name[1], english[0], tuple(sorted({hit.language for hit in found})))
        yield _hit(text, start, name.end(), f"{english[0]} {row.form.lower()}", own)


def _begins(word: str, particle: Generic) -> bool:
    """True for a kind of English names that no name of the particle's language begins with."""
    return any(set(row.languages) & set(particle.languages) for row in generics("mixed").get(word, ()))


def _english(word: str, row: Generic) -> bool:
    return any(set(row.languages) <= set(own.languages) for own in generics("adjective").get(word, ()))


@cache
def _openers() -> frozenset[str]:
    return frozenset(word for role in _OPENERS for word in generics(role))


def _opens(word: str) -> bool:
    return word in _openers()


_OPENS = trait(_opens, "en")


def _hit(text: str, start: int, end: int, better: str | None, row: Generic) -> Hit:
    form, owners = text[start:end], languages(row.languages)
    return Hit(
        start=start,
        end=end,
        args={"form": form, "right": better or "", "why": f"a name in {owners} (“{row.form}”), the rest English"},
        suggestions=(Suggestion(text=better),) if better else (),
        evidence=(Evidence(kind="table", text=f"“{row.form}” is {owners}", source="data/renderings/generics.tsv"),),
        severity="major",
        points_to=row.languages[0],
        weight=_WEIGHT / len(row.languages),
    )
