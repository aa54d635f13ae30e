"""All that is known of the articles before they are checked: read, names resolved, grouped, linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial

import msgspec

from auditor.corpus.align import alignments
from auditor.corpus.anchors import NOTHING, ArticleAnchors, anchors
from auditor.corpus.claims import Match, link_claims
from auditor.corpus.events import weights
from auditor.corpus.features import featured
from auditor.corpus.follows import kin
from auditor.corpus.follows import linked as follows
from auditor.corpus.items import ClaimItem, QuoteItem, claim_items, quote_items
from auditor.corpus.quotes import link_quotes
from auditor.corpus.reuse import reused
from auditor.corpus.stories import Grouping, group
from auditor.entities.build import build
from auditor.entities.rulings import Ruling
from auditor.entities.view import EntitySet
from auditor.glossary.model import Glossary
from auditor.packs import styles
from auditor.reading.article import Reading, Source
from auditor.reading.read import read
from auditor.records import QuoteLink
from auditor.run.linking import Linked, linked_claims, linked_quotes, linked_statements
from auditor.run.runner import run_shards
from auditor.run.settings import Settings
from auditor.text.lexicon import Lexicon, lexicon

Progress = Callable[[str, int, int], None]
SIBLINGS = 12  # articles of its story that an article is compared with, sentence by sentence


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known of the articles; ``pairs``: article id -> id of the text declared as its source."""

    readings: Mapping[str, Reading]
    entities: EntitySet
    grouping: Grouping
    quotes: tuple[QuoteItem, ...]
    claims: tuple[ClaimItem, ...]
    quote_links: tuple[QuoteLink, ...]
    claim_links: tuple[Match, ...]
    linked: Linked
    lexicon: Lexicon
    glossary: Glossary | None
    rulings: tuple[Ruling, ...] = ()
    pairs: Mapping[str, str] = {}


def prepare(
    sources: Sequence[Source],
    settings: Settings,
    glossary: Glossary | None,
    tell: Progress,
    rulings: Sequence[Ruling] = (),
) -> Corpus:
    """The corpus of a run; ``tell(stage, done, total)`` is called as articles are read. ``rulings`` bind names."""
    sources = sorted(sources, key=lambda s: (s.path, s.id))  # whatever order they came in
    words = lexicon()
    readings: dict[str, Reading] = {}
    for done, reading in enumerate(run_shards(partial(_read, settings), sources, settings.jobs), 1):
        readings[reading.id] = reading
        tell("read", done, len(sources))
    twins = _twins(sources)
    firsts = {i: r for i, r in readings.items() if i not in twins}
    style = styles.load(settings.style) if settings.style else None
    entities = _with_twins(build(tuple(firsts.values()), glossary, rulings, style), twins)
    told = {i: r for i, r in firsts.items() if r.source.role != "source"}  # a source is no sibling of its translation
    held = {i: anchors(r, entities.view(i), words) for i, r in told.items()} if len(told) > 1 else {}
    grouping = group(tuple(held.values()) or tuple(map(_lonely, told)), entities).with_twins(twins)
    quotes = tuple(q for i, r in readings.items() for q in quote_items(r, entities.view(i), held.get(i), words))
    claims = tuple(c for i, r in readings.items() for c in claim_items(r, entities.view(i), held.get(i)))
    near = {i: others for i, others in grouping.relatives.items() if i in held}
    quote_pairs = link_quotes(quotes, near, grouping.story_of)
    names = {e.id: e.preferred for e in entities.entities}
    siblings = _siblings(grouping, held)
    features = {i: featured(readings[i], entities.view(i), words) for i in siblings}
    aligned = alignments(features, siblings)
    rules = weights()
    claim_links = link_claims(claims, near, grouping.story_of, aligned, kin(grouping.pairs, rules))
    grouping = _told_again(follows(grouping, held, claim_links, rules), readings, siblings)
    return Corpus(
        readings=readings,
        entities=entities,
        grouping=grouping,
        quotes=quotes,
        claims=claims,
        quote_links=tuple(pair.link for pair in quote_pairs),
        claim_links=claim_links,
        linked=Linked(
            linked_quotes(quote_pairs, names, grouping.story_of),
            linked_claims(claim_links),
            linked_statements(features, readings, aligned),
        ).with_twins(twins),
        lexicon=words,
        glossary=glossary,
        rulings=tuple(rulings),
        pairs=dict(settings.pairs),
    )


def _told_again(grouping: Grouping, readings: Mapping[str, Reading], siblings: Mapping[str, Sequence[str]]) -> Grouping:
    """The grouping with the copies and rewrites among its stories told as evidence."""
    story, lines = grouping.story_of, defaultdict(list)
    for found in reused(readings, siblings):
        lines[story[found.a]].append(str(found))
    return grouping.with_evidence(lines)


def _siblings(grouping: Grouping, held: Mapping[str, ArticleAnchors]) -> dict[str, tuple[str, ...]]:
    """The nearest articles of the same story, for each article that has any."""
    story = grouping.story_of
    found = {
        i: tuple(o for o in grouping.relatives.get(i, ()) if o in held and story.get(o) == story.get(i))[:SIBLINGS]
        for i in held
    }
    return {i: others for i, others in found.items() if others}


def _twins(sources: Sequence[Source]) -> dict[str, str]:
    """Articles whose text stands in the run before: id -> id of the first. What is compared is compared once.

    A text that is a source is none of a story, so it is no twin of an article.
    """
    first: dict[tuple[str, bool], str] = {}
    keys = {s.id: (s.sha256, s.role == "source") for s in sources}
    return {id: first[key] for id, key in keys.items() if first.setdefault(key, id) != id}


def _with_twins(entities: EntitySet, twins: Mapping[str, str]) -> EntitySet:
    views = {**entities.views, **{twin: entities.view(first) for twin, first in twins.items()}}
    return msgspec.structs.replace(entities, views=views)


def _read(settings: Settings, source: Source) -> Reading:
    return read(source, lexicon(), settings.at(source).lang)


def _lonely(article: str) -> ArticleAnchors:
    return ArticleAnchors(article, "und", None, NOTHING, (), {}, {}, {}, {})
