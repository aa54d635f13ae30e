"""Which article of a story a translated one was made from: one in its source language, tied by names or an agency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from auditor.provenance.kinship import earlier, signs
from auditor.records import ArticleRecord, Entity, EntityMention, Story

_TOLD = 5  # pieces of evidence of a kind


class Original(msgspec.Struct, frozen=True):
    """``article`` was translated from ``source``, with the probability and what says so."""

    article: str
    source: str
    score: float
    evidence: tuple[str, ...]


def originals(
    articles: Sequence[ArticleRecord], entities: Iterable[Entity], stories: Iterable[Story]
) -> tuple[Original, ...]:
    """The likeliest original of each article that reads as translated, where its story holds one; equals are all told.

    It is in the language that the article reads as translated from, and not younger. Beside that a sign is asked for:
    an agency that both credit, or a name that both write so and that the language of the translation has otherwise.
    """
    if len(articles) < 2:
        return ()
    known = {a.id: a for a in articles}
    named: dict[str, list[Sequence[EntityMention]]] = defaultdict(list)
    for entity in entities:
        for id in sorted({m.article for m in entity.mentions}):
            named[id].append(entity.mentions)
    found: list[Original] = []
    for story in stories:
        members = [known[i] for i in story.members if i in known]
        for article in members:
            best: list[Original] = []
            for other in members:
                made = _original(article, other, members, named[article.id])
                if made and (not best or made.score >= best[0].score):
                    best = [*(b for b in best if b.score == made.score), made]
            found += best
    return tuple(sorted(found, key=lambda o: (o.article, o.source)))


def _original(
    article: ArticleRecord,
    other: ArticleRecord,
    members: Sequence[ArticleRecord],
    named: Sequence[Sequence[EntityMention]],
) -> Original | None:
    source = article.source_language
    if source is None or article.translated.verdict != "yes" or other.language.split("-")[0] != source.code:
        return None
    if other.id == article.id or other.role == "source" or earlier(article.published, other.published):
        return None
    s = signs()
    agencies = sorted(_agencies(article) & _agencies(other))
    rest = {m.id for m in members if m.language == article.language} - {article.id}
    forms = sorted(filter(None, (_own(mentions, article, other, rest) for mentions in named)))
    misses = (1 - s.original) * (1 - s.agency) ** len(agencies) * (1 - s.spelling) ** len(forms)
    score = round(source.score * (1 - misses), 2)
    if not (agencies or forms) or score < s.line:
        return None
    evidence = [f"both credit {agency}" for agency in agencies]
    evidence += [f"“{form}”: so in the original, and in no other copy of this language" for form in forms[:_TOLD]]
    return Original(article.id, other.id, score, tuple(evidence))


def _own(mentions: Sequence[EntityMention], article: ArticleRecord, other: ArticleRecord, rest: set[str]) -> str | None:
    """The longest spelling that both have and no other copy (``rest``) of the article's language has.

    That language must write the name otherwise: other copy does, or the convention is only that of the original.
    """
    forms: dict[str, set[str]] = defaultdict(set)
    foreign: set[str] = set()
    for mention in mentions:
        form = " ".join(mention.text.split())
        forms[mention.article].add(form)
        if other.language in mention.conventions and article.language not in mention.conventions:
            foreign.add(form)
    elsewhere = set().union(*(forms.get(i, ()) for i in rest))
    common = (forms.get(article.id, set()) & forms.get(other.id, set())) - elsewhere
    return max(sorted(common if elsewhere else common & foreign), key=len, default=None)


def _agencies(article: ArticleRecord) -> set[str]:
    return {c.name for c in article.credits if c.kind == "agency" and c.role == "text"}
