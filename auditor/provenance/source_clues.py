"""What in an article speaks for a source language, clue by clue, each with its languages and its weight in nats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from auditor.checks.base import Check, Hit
from auditor.checks.phrases.calques import find
from auditor.checks.phrases.source_odds import settings
from auditor.entities.view import EntityView
from auditor.entities.wording import language_name
from auditor.packs.agencies import agencies
from auditor.provenance.addresses import addresses
from auditor.provenance.notes import notes
from auditor.reading.article import Reading
from auditor.reading.lines import phrase
from auditor.reading.zones.phrases import phrases
from auditor.records import Credit


class Clue(msgspec.Struct, frozen=True):
    """Words that speak for one or more languages (likeliest first); ``weight`` is a log likelihood ratio in nats.

    ``kind`` groups clues whose repetition adds little. Without languages it speaks for a translation from whichever.
    """

    start: int
    end: int
    text: str
    languages: tuple[str, ...]
    weight: float
    kind: str
    why: str


def clues(reading: Reading, view: EntityView, hits: Sequence[tuple[Check, Hit]]) -> tuple[Clue, ...]:
    """All clues in text order; of two that overlap and speak for one language, the weightier."""
    kept: list[Clue] = []
    told = (
        *_from_markup(reading),
        *_from_notes(reading),
        *_from_addresses(reading),
        *_from_credits(reading),
        *_from_furniture(reading),
    )
    found = (*told, *_from_hits(reading, hits), *_from_mentions(view), *_from_calques(reading))
    for clue in sorted(found, key=lambda c: (c.start, -c.end, -c.weight, c.kind)):
        rival = kept[-1] if kept and kept[-1].end > clue.start else None
        if rival is None or set(rival.languages).isdisjoint(clue.languages):
            kept.append(clue)
        elif clue.weight > rival.weight:
            kept[-1] = clue
    return tuple(kept)


def _from_notes(reading: Reading) -> Iterator[Clue]:
    """What the page itself says of being a translation."""
    for note in notes(reading):
        languages = (note.language,) if note.language else ()
        why = (
            f"The page says that it was translated from {language_name(note.language)}"
            if note.language
            else "The page says that it was translated"
        )
        yield Clue(note.start, note.end, reading.text[note.start : note.end], languages, settings().stated, "note", why)


def _from_markup(reading: Reading) -> Iterator[Clue]:
    """What services of machine translation left in the markup, and the language that the page's head declares.

    Clues that stand nowhere in the text are put at its start.
    """
    s, mark, head = settings(), reading.source.translation, declared(reading)
    if mark:
        code = mark.language or head
        why = f"The page bears the mark of {'a site translated' if mark.site else 'a translation'} by {mark.service}"
        weight = s.furniture if mark.site else s.stated
        yield Clue(0, 0, mark.mark, (code,) if code else (), weight, "markup", why)
    if head:
        why = f"The head of the page says that it is in {language_name(head)}"
        yield Clue(0, 0, f"lang={head}", (head,), s.furniture, "head", why)


def declared(reading: Reading) -> str | None:
    """The language that the head of the page declares, where it is not that of the copy."""
    code = reading.source.declared_language
    return code if code != reading.base else None


def said_by(reading: Reading) -> frozenset[str]:
    """The languages that the page itself says it was translated from, in its words or by the mark of a service."""
    mark = reading.source.translation
    code = (mark.language or declared(reading)) if mark and not mark.site else None
    every = (code, *(note.language for note in notes(reading)))
    return frozenset(code for code in every if code and code != reading.base)


def _from_addresses(reading: Reading) -> Iterator[Clue]:
    """Addresses in a country's domain: English copy hardly names any but those of its sources."""
    for found in addresses(reading):
        why = f"An address in the domain of a country whose press writes in {language_name(found.language)}"
        kind = f"address {found.language}"
        yield Clue(found.start, found.end, found.text, (found.language,), settings().address, kind, why)


def _from_furniture(reading: Reading) -> Iterator[Clue]:
    """Lines of the page in another language around the copy: ``Czytaj także``, ``Más información``."""
    for zone in reading.layout.excluded:
        start = zone.start
        for line in reading.text[zone.start : zone.end].splitlines(keepends=True):
            words = line.rstrip()
            code = phrases().language(phrase(words))
            if code:
                why = f"The page around the copy is in {language_name(code)}"
                yield Clue(start, start + len(words), words, (code,), settings().furniture, f"furniture {code}", why)
            start += len(line)


def _from_hits(reading: Reading, hits: Sequence[tuple[Check, Hit]]) -> Iterator[Clue]:
    for check, hit in hits:
        listed = hit.args.get("languages", "")
        languages = (hit.points_to,) if hit.points_to else tuple(code.strip() for code in listed.split(",") if code)
        if languages and hit.weight > 0 and hit.end > hit.start:
            text = reading.text[hit.start : hit.end]
            why = hit.args.get("why") or check.title
            yield Clue(hit.start, hit.end, text, languages, hit.weight, f"{check.id} {text.casefold()}", why)


def _from_mentions(view: EntityView) -> Iterator[Clue]:
    for m in view.mentions:
        if m.points_to and m.weight > 0:
            why = m.evidence[0].text if m.evidence else f"{m.relation} form of a name"
            yield Clue(m.start, m.end, m.text, (m.points_to,), m.weight, f"name {m.entity}", why)


def _from_calques(reading: Reading) -> Iterator[Clue]:
    for found in find(reading):
        if found.clue:
            text = reading.text[found.start : found.end]
            yield Clue(found.start, found.end, text, found.languages, found.row.weight, found.row.match, found.row.why)


def _from_credits(reading: Reading) -> Iterator[Clue]:
    """Outlets and agencies of another language that the page names as its maker, or less so, quotes."""
    for credit in reading.credits:
        code = _languages().get(credit.name, "en")
        if code != "en" and credit.role != "photo":
            why = f"{credit.name} publishes in {language_name(code)}"
            weight = _weight(credit)
            yield Clue(credit.start, credit.end, credit.text, (code,), weight, f"{credit.kind} {credit.name}", why)


@cache
def _languages() -> Mapping[str, str]:
    """Name of an outlet or agency -> the language that it publishes in."""
    held = agencies()
    return {o.name: o.language for o in held.outlets} | {a.name: a.language for a in held.agencies}


def _weight(credit: Credit) -> float:
    """Nats of a credit: its own desk writes for its readers, a small agency is quoted by them, a large one by all."""
    s = settings()
    if credit.role == "text":
        return s.maker
    return s.local if credit.kind == "agency" and credit.name not in s.worldwide else s.quoted
