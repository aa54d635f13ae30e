"""What links an article's quotes, values and statements to its siblings, as the checks see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

import msgspec

from auditor.checks.base import LinkedClaim, LinkedQuote, LinkedStatement
from auditor.corpus.align import Alignments
from auditor.corpus.claims import Match
from auditor.corpus.features import Featured
from auditor.corpus.quotes import QuotePair, turned
from auditor.corpus.statements import Statement, differing, told
from auditor.reading.article import Reading

Links = TypeVar("Links", tuple[LinkedQuote, ...], tuple[LinkedClaim, ...], tuple[LinkedStatement, ...])


class Linked(msgspec.Struct, frozen=True):
    """Article id -> what links its quotes, claims and statements to other articles."""

    quotes: Mapping[str, tuple[LinkedQuote, ...]]
    claims: Mapping[str, tuple[LinkedClaim, ...]]
    statements: Mapping[str, tuple[LinkedStatement, ...]]

    def with_twins(self, twins: Mapping[str, str]) -> Linked:
        """The same with articles whose text another one has (id -> the other's id)."""
        return Linked(_shared(self.quotes, twins), _shared(self.claims, twins), _shared(self.statements, twins))


def _shared(linked: Mapping[str, Links], twins: Mapping[str, str]) -> dict[str, Links]:
    return {**linked, **{twin: linked[first] for twin, first in twins.items() if first in linked}}


def linked_quotes(
    pairs: Sequence[QuotePair], names: Mapping[str, str], story: Mapping[str, str]
) -> dict[str, tuple[LinkedQuote, ...]]:
    """By article, each pair seen from both sides; ``names``: entity -> preferred form, ``story``: article -> story."""
    found: dict[str, list[LinkedQuote]] = defaultdict(list)
    for pair in pairs:
        two = pair.two_speakers and story.get(pair.a.article) == story.get(pair.b.article)
        for here, there in ((pair.a, pair.b), (pair.b, pair.a)):
            speakers = (names[here.speaker or ""], names[there.speaker or ""]) if two else None
            found[here.article].append(
                LinkedQuote(
                    here.quote,
                    there.quote,
                    there.article,
                    pair.link.chrf,
                    pair.link.kind,
                    pair.link.changed if here is pair.a else tuple(map(turned, pair.link.changed)),
                    pair.one_language,
                    speakers,
                    pair.shifts,
                )
            )
    return {article: tuple(linked) for article, linked in found.items()}


def linked_claims(matches: Sequence[Match]) -> dict[str, tuple[LinkedClaim, ...]]:
    """By article, each match with another article seen from both sides."""
    found: dict[str, list[LinkedClaim]] = defaultdict(list)
    for match in matches:
        for here, there in ((match.a, match.b), (match.b, match.a)):
            if here.article != there.article:
                found[here.article].append(LinkedClaim(here.value, there.value, there.article, match.state))
    return {article: tuple(linked) for article, linked in found.items()}


def linked_statements(
    featured: Mapping[str, Featured], readings: Mapping[str, Reading], aligned: Alignments
) -> dict[str, tuple[LinkedStatement, ...]]:
    """By article, the statements that a sibling of its story tells otherwise, seen from both sides."""
    found: dict[str, list[LinkedStatement]] = defaultdict(list)
    tellings = {id: told(readings[id]) for id in featured}
    for (one, other), pairs in aligned.items():
        a, b = featured[one], featured[other]
        for statement in differing(a, b, pairs, tellings):
            for link in _sides(statement, readings, a.language == b.language):
                found[link[0]].append(link[1])
    return {article: tuple(linked) for article, linked in found.items()}


def _sides(
    statement: Statement, readings: Mapping[str, Reading], one_language: bool
) -> Iterator[tuple[str, LinkedStatement]]:
    s = statement
    for here, there, cue, other_cue, article, other in (
        (s.a, s.b, s.cue_a, s.cue_b, s.article, s.other),
        (s.b, s.a, s.cue_b, s.cue_a, s.other, s.article),
    ):
        text = readings[other].text[there.start : there.end]
        yield article, LinkedStatement(s.change, here, there, cue, other_cue, other, text, one_language)
