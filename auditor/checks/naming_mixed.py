"""One name in several good spellings within an article, and acronyms set beside their long form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.naming_spans import hit
from auditor.entities.view import ResolvedEntity, ResolvedMention
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.records import Evidence, Suggestion

_GOOD = frozenset({"preferred", "admitted"})


def mixed(context: Context) -> Iterator[Hit]:
    """The rarer spellings of a name of which the article has several; paragraphs of another language do not count."""
    groups: dict[str, list[ResolvedMention]] = {}
    foreign = foreign_blocks(context.reading)
    for mention in context.entities.mentions:
        own = not lies_in(foreign, mention.start, mention.end)
        if own and mention.relation in _GOOD and mention.conventions:
            groups.setdefault(mention.entity, []).append(mention)
    for entity, mentions in groups.items():
        if len(mentions) > 1:
            yield from _mixed(mentions, context.entities.entities[entity])


def _mixed(mentions: list[ResolvedMention], entity: ResolvedEntity) -> Iterator[Hit]:
    """The last word of a name is what carries its spelling; acronyms and long forms are not compared."""
    if entity.type == "place":
        mentions = [m for m in mentions if " " not in m.text and not m.text.isupper()]
    words = Counter(_last(m) for m in mentions)
    if len(words) < 2 or entity.type not in ("person", "place") or not _spellings(words):
        return
    preferred = entity.preferred.split()[-1]
    keep = min(words, key=lambda w: (-words[w], w != preferred, w))
    counted = ", ".join(f"{word} ×{count}" for word, count in sorted(words.items(), key=lambda x: (-x[1], x[0])))
    for mention in mentions:
        if _last(mention) != keep:
            found = hit(mention, " ".join([*mention.text.split(" ")[:-1], keep]), "")
            evidence = Evidence(kind="article", text=counted)
            yield Hit(
                start=found.start,
                end=found.end,
                args={**found.args, "counted": counted},
                suggestions=found.suggestions,
                evidence=(evidence,),
            )


def _spellings(words: Counter[str]) -> bool:
    """True when the words can be spellings of one name (Kiev, Kyiv), not other names for it (Britain, UK)."""
    lengths = [len(word) for word in words]
    return len({word[0] for word in words}) == 1 and max(lengths) - min(lengths) <= 3


def _last(mention: ResolvedMention) -> str:
    return mention.text.split(" ")[-1]


def appositions(context: Context) -> Iterator[Hit]:
    """``International Space Station ISS``: English sets the acronym in brackets."""
    reading = context.reading
    for pair in reading.abbreviations:
        long, short = reading.mentions[pair.long], reading.mentions[pair.short]
        if reading.text[long.end : short.start] == " ":
            yield Hit(
                start=long.start,
                end=short.end,
                args={"long": long.text, "short": short.text},
                suggestions=(Suggestion(text=f"{long.text} ({short.text})"),),
                points_to="de",
                weight=0.8,
            )
