"""What the articles of a story call one kind of thing: each word, who uses it where, and which is the majority's."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from auditor.corpus.anchors import segment_at
from auditor.corpus.things import Found, Naming, named
from auditor.entities.view import EntitySet, EntityView, ResolvedMention
from auditor.glossary.model import Glossary
from auditor.reading.article import Reading
from auditor.records import Finding, Story

_FAMILIES = ("TM", "GL")
_MQM = ("terminology", "accuracy/mistranslation/false-friend", "accuracy/mistranslation/overly-literal")
_GAP = 2  # code points between a word and the name that it stands beside: a space, a quotation mark


class WordUse(msgspec.Struct, frozen=True, kw_only=True):
    """A word in one article; spans in its view. ``concept`` and ``preferred``: what the glossary has for it."""

    article: str
    word: str
    text: str
    places: tuple[tuple[int, int], ...]
    beside: tuple[str, ...]
    concept: str | None
    preferred: str | None


class ThingItem(msgspec.Struct, frozen=True):
    """A thing of a story with its words: those of most articles first, then in the story's order of articles."""

    story: str
    thing: str
    majority: str | None
    uses: tuple[WordUse, ...]


class _Place(msgspec.Struct, frozen=True):
    article: str
    naming: Naming
    start: int
    end: int
    beside: str | None


def is_about_terms(finding: Finding) -> bool:
    """Whether the finding has a word otherwise: terminology, the glossary, a loan translation, a false friend."""
    return finding.end > finding.start and (finding.rule[:2] in _FAMILIES or finding.mqm.startswith(_MQM))


def term_items(
    stories: Sequence[Story], readings: Mapping[str, Reading], entities: EntitySet, glossary: Glossary | None
) -> tuple[ThingItem, ...]:
    """The things that two articles of a story do not call by the same words, in order of stories and things.

    A word with other uses counts only where an article of the story also has one that names nothing else.
    """
    return tuple(
        item
        for story in stories
        if len(story.members) > 1
        for item in _things(story, [readings[m] for m in story.members if m in readings], entities, glossary)
    )


def _things(
    story: Story, members: Sequence[Reading], entities: EntitySet, glossary: Glossary | None
) -> Iterator[ThingItem]:
    things: dict[str, list[_Place]] = defaultdict(list)
    for reading in members:
        for place in _places(reading, entities.view(reading.id)):
            things[place.naming.thing].append(place)
    for thing, places in sorted(things.items()):
        words: dict[str, set[str]] = defaultdict(set)
        for place in places:
            words[place.article].add(place.naming.word)
        if any(p.naming.own for p in places) and len({frozenset(w) for w in words.values()}) > 1:
            yield _item(story, thing, places, {m.id: m for m in members}, glossary)


def _places(reading: Reading, view: EntityView) -> Iterator[_Place]:
    """Words for things in body text, outside names."""
    starts = [segment.start for segment in reading.segments]
    heads = [mention.start for mention in view.mentions]
    for found in named(reading.tokens, reading.language.split("-")[0]):
        start, end = reading.tokens[found.first].start, reading.tokens[found.end - 1].end
        before = bisect_right(heads, start) - 1
        inside = before >= 0 and start < view.mentions[before].end and not _alone(view.mentions[before], start, end)
        if segment_at(starts, reading, start) is not None and not inside:
            near = view.mentions[max(0, before) : before + 2]
            yield from _placed(found, reading.id, start, end, _beside(near, start, end, view))


def _alone(mention: ResolvedMention, start: int, end: int) -> bool:
    """Whether the word is all of what was taken for a name: a capitalised noun."""
    return (mention.start, mention.end) == (start, end)


def _placed(found: Found, article: str, start: int, end: int, beside: str | None) -> Iterator[_Place]:
    for naming in found.namings:
        yield _Place(article, naming, start, end, beside)


def _beside(near: Sequence[ResolvedMention], start: int, end: int, view: EntityView) -> str | None:
    """The name that stands right before the word, or right after it."""
    for mention in near:
        if 0 < start - mention.end <= _GAP or 0 < mention.start - end <= _GAP:
            return view.entities[mention.entity].preferred
    return None


def _item(
    story: Story, thing: str, places: Sequence[_Place], members: Mapping[str, Reading], glossary: Glossary | None
) -> ThingItem:
    articles = Counter(word for _, word in {(p.article, p.naming.word) for p in places})
    times = Counter(p.naming.word for p in places)
    rank = {word: (-count, -times[word], word) for word, count in articles.items()}
    first, *rest = sorted(rank, key=rank.__getitem__)
    tied = bool(rest) and rank[first][:2] == rank[rest[0]][:2]
    order = {member: n for n, member in enumerate(story.members)}
    table: dict[tuple[str, str], list[_Place]] = defaultdict(list)
    for place in places:
        table[place.naming.word, place.article].append(place)
    keys = sorted(table, key=lambda k: (rank[k[0]], order[k[1]]))
    uses = tuple(_use(table[key], members[key[1]], glossary) for key in keys)
    return ThingItem(story.id, thing, first if articles[first] > 1 and not tied else None, uses)


def _use(places: Sequence[_Place], reading: Reading, glossary: Glossary | None) -> WordUse:
    first = places[0]
    text = reading.text[first.start : first.end]
    concept, preferred = _in_glossary(text, reading.language, glossary)
    return WordUse(
        article=first.article,
        word=first.naming.word,
        text=text,
        places=tuple((p.start, p.end) for p in places),
        beside=tuple(dict.fromkeys(p.beside for p in places if p.beside)),
        concept=concept,
        preferred=preferred,
    )


def _in_glossary(text: str, language: str, glossary: Glossary | None) -> tuple[str | None, str | None]:
    """The concept of a word in the glossary, and the form that it prefers in the language."""
    rows = glossary.forms.get(text.casefold(), ()) if glossary else ()
    for concept, term in rows:
        if glossary and term.lang.split("-")[0] in (language.split("-")[0], "mul"):
            preferred = glossary.preferred(concept, language)
            return concept.id, preferred.text if preferred else None
    return None, None
