"""From readings and hits to public records: spans led back to the file, lines and columns, fingerprints, messages."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import TypeVar

import msgspec

from auditor.checks.base import Check, Hit
from auditor.corpus.items import ClaimItem, QuoteItem
from auditor.corpus.terms import ThingItem, WordUse, is_about_terms
from auditor.entities.view import EntitySet
from auditor.reading.article import Reading
from auditor.records import (
    Claim,
    Credit,
    Entity,
    EntityMention,
    Evidence,
    Excluded,
    Finding,
    Place,
    Quote,
    SourceClue,
    SourceLanguage,
    TermUse,
    TermVariation,
)

Spanned = TypeVar("Spanned", Credit, Excluded, SourceClue)
Worded = TypeVar("Worded", Credit, SourceClue)
_NEIGHBOURS = 24  # code points on each side that a fingerprint looks at


class Library(msgspec.Struct, frozen=True):
    """All readings of the run by article id: where spans of other articles are led back, too."""

    readings: Mapping[str, Reading]

    def span(self, article: str, start: int, end: int) -> tuple[int, int]:
        return self.readings[article].original_span(start, end)


def findings(reading: Reading, fired: Sequence[tuple[Check, Hit]], library: Library) -> Iterator[Finding]:
    """The article's findings in text order; ids and fingerprints do not depend on other articles' order."""
    seen: Counter[tuple[str, ...]] = Counter()
    name = reading.source.path.rsplit("/", 1)[-1]  # the same from whatever folder the audit was begun
    for number, (check, hit) in enumerate(fired, 1):
        start, end = reading.original_span(hit.start, hit.end)
        original = reading.source.original
        around = _around(original, start, end)
        key = (check.id, original[start:end], around)
        seen[key] += 1
        line, column = reading.lines.locate(start)
        end_line, end_column = reading.lines.locate(end)
        yield Finding(
            id=f"{reading.id}:f{number}",
            fingerprint=_fingerprint(check.id, name, original[start:end], around, seen[key]),
            rule=check.id,
            name=check.slug,
            preview=check.status == "preview",
            severity=hit.severity or check.severity,
            mqm=check.mqm,
            article=reading.id,
            start=start,
            end=end,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            match=original[start:end],
            message=check.message.format_map({"match": original[start:end], **hit.args}),
            suggestions=hit.suggestions,
            evidence=tuple(_evidence(e, library) for e in hit.evidence),
            counterpart=_place(hit.counterpart, library),
        )


def _around(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - _NEIGHBOURS) : start].split(), text[end : end + _NEIGHBOURS].split()
    return " ".join([*before[-2:], "|", *after[:2]])


def _fingerprint(*parts: object) -> str:
    return blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


def _evidence(evidence: Evidence, library: Library) -> Evidence:
    if evidence.article is None or evidence.start is None or evidence.end is None:
        return evidence
    if evidence.article not in library.readings:
        return evidence
    start, end = library.span(evidence.article, evidence.start, evidence.end)
    return msgspec.structs.replace(evidence, start=start, end=end)


def _place(place: Place | None, library: Library) -> Place | None:
    if place is None or place.article not in library.readings:
        return place
    start, end = library.span(place.article, place.start, place.end)
    return Place(article=place.article, start=start, end=end)


def entities(found: EntitySet, library: Library) -> tuple[Entity, ...]:
    """Entities with their mentions over the corpus, by id."""
    mentions: dict[str, list[EntityMention]] = {e.id: [] for e in found.entities}
    for article in sorted(found.views):
        reading = library.readings[article]
        for m in found.views[article].mentions:
            start, end = reading.original_span(m.start, m.end)
            mentions[m.entity].append(
                EntityMention(
                    article=article,
                    start=start,
                    end=end,
                    text=reading.source.original[start:end],
                    language=reading.language,
                    conventions=m.conventions,
                )
            )
    return tuple(
        Entity(
            id=e.id,
            type=e.type,
            preferred=e.preferred,
            native=e.native,
            concept=e.concept,
            decided_by=e.decided_by,
            mentions=tuple(mentions[e.id]),
        )
        for e in sorted(found.entities, key=lambda e: e.id)
        if mentions[e.id]
    )


def quotes(items: Iterable[QuoteItem], library: Library, names: Mapping[str, str]) -> Iterator[Quote]:
    """Quotes; the speaker is the entity's preferred name where known, else the words of the text."""
    for item in items:
        start, end = library.span(item.article, item.quote.start, item.quote.end)
        yield Quote(
            id=item.id,
            article=item.article,
            start=start,
            end=end,
            text=library.readings[item.article].source.original[start:end],
            speaker=names.get(item.speaker or "", item.quote.speaker),
            verb=item.quote.verb,
            medium=item.quote.medium,
            kind=item.quote.kind,
        )


def claims(items: Iterable[ClaimItem], library: Library, names: Mapping[str, str]) -> Iterator[Claim]:
    """Claims; the subject is the preferred name of the entity it is said of."""
    for item in items:
        start, end = library.span(item.article, item.value.start, item.value.end)
        yield Claim(
            id=item.id,
            article=item.article,
            start=start,
            end=end,
            kind=item.value.kind,
            subject=names.get(item.subject or ""),
            value=item.value.value,
            precision=item.value.precision,
        )


def terms(
    items: Iterable[ThingItem], library: Library, findings: Mapping[str, Sequence[Finding]]
) -> Iterator[TermVariation]:
    """What stories call their things; ``findings``: those of each article."""
    for number, item in enumerate(items, 1):
        yield TermVariation(
            id=f"t{number}",
            story=item.story,
            thing=item.thing,
            majority=item.majority,
            uses=tuple(_term_use(use, library, findings.get(use.article, ())) for use in item.uses),
        )


def _term_use(use: WordUse, library: Library, findings: Sequence[Finding]) -> TermUse:
    places = tuple(library.span(use.article, start, end) for start, end in use.places)
    about = (f for f in findings if is_about_terms(f) and any(f.start < e and f.end > s for s, e in places))
    return TermUse(
        article=use.article,
        word=use.word,
        text=use.text,
        places=places,
        beside=use.beside,
        concept=use.concept,
        preferred=use.preferred,
        findings=tuple(f.id for f in about),
    )


def credits(reading: Reading) -> tuple[Credit, ...]:
    """Credits with spans and words of the file."""
    return tuple(_quoted(reading, credit) for credit in reading.credits)


def excluded(reading: Reading) -> tuple[Excluded, ...]:
    """What was left out, markup included, in text order."""
    chrome = [_moved(reading, piece) for zone in reading.layout.excluded for piece in _pieces(reading, zone)]
    markup = [Excluded(start=s.start, end=s.end, kind="markup") for s in reading.source.markup]
    return tuple(sorted(chrome + markup, key=lambda zone: (zone.start, zone.end, zone.kind)))


def source_language(reading: Reading, guess: SourceLanguage | None) -> SourceLanguage | None:
    """The guess with its clues' spans and words of the file."""
    if guess is None:
        return None
    return msgspec.structs.replace(guess, evidence=tuple(_quoted(reading, clue) for clue in guess.evidence))


def _pieces(reading: Reading, zone: Excluded) -> Iterator[Excluded]:
    """The zone; one of notices cut where another kind of notice begins, so that each is shown by itself."""
    notices = reading.layout.notices if zone.kind == "notice" else ()
    first, last = (bisect_left(notices, at, key=lambda n: n.start) for at in (zone.start, zone.end))
    inside = notices[first:last]
    starts = [n.start for before, n in pairwise(inside) if before.kind != n.kind]
    ends = [before.end for before, n in pairwise(inside) if before.kind != n.kind]
    for start, end in zip((zone.start, *starts), (*ends, zone.end), strict=True):
        yield Excluded(start=start, end=end, kind=zone.kind)


def _quoted(reading: Reading, record: Worded) -> Worded:
    """The record with its span in the file and the words that stand there, tags between them included."""
    moved = _moved(reading, record)
    if moved.start == moved.end:
        return moved
    return msgspec.structs.replace(moved, text=reading.source.original[moved.start : moved.end])


def _moved(reading: Reading, record: Spanned) -> Spanned:
    start, end = reading.original_span(record.start, record.end)
    return msgspec.structs.replace(record, start=start, end=end)
