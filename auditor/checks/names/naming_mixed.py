"""One name in several good spellings within an article, and acronyms set beside their long form."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_spans import hit, spoken_of
from auditor.entities.view import ResolvedEntity, ResolvedMention
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.records import Evidence, Suggestion
from auditor.text.tokens import Token, tokens

_CLUB = 3  # letters of FC, AC, TSV before the name of a club
_MARKED = 5  # letters from which a name is compared without its marks
_UNMARKED = str.maketrans("łøđħı", "lodhi")  # letters whose mark Unicode does not take apart
_VESSEL = re.compile(
    r"[,.;:)]|[’']s\b|-class\b"
    r"| (?:is|was|were|had|has|sank|which|itself|class|cruiser|frigate|flagship|ship|hotel|river|ferry)\b"
)
_GOOD = frozenset({"preferred", "admitted"})


def mixed(context: Context) -> Iterator[Hit]:
    """The rarer spellings of a name of which the article has several; paragraphs of another language do not count."""
    groups: dict[str, list[ResolvedMention]] = {}
    for mention in context.entities.mentions:
        if mention.relation in _GOOD and mention.conventions:
            groups.setdefault(mention.entity, []).append(mention)
    several = {entity: mentions for entity, mentions in groups.items() if len(set(map(_last, mentions))) > 1}
    if not several:
        return
    text, foreign, others = context.reading.text, foreign_blocks(context.reading), _clubs(context) | _ships(context)
    for entity, mentions in several.items():
        own = (m for m in mentions if _last(m) not in others and not lies_in(foreign, m.start, m.end))
        yield from _mixed([m for m in own if not spoken_of(text, m.start, m.end)], context.entities.entities[entity])


def _clubs(context: Context) -> frozenset[str]:
    """Words that are a club's name in this article, whatever place they name elsewhere: Bayern, after FC Bayern."""
    names = [mention.text.split() for mention in context.reading.mentions]
    club = (words[-1] for words in names if len(words) == 2 and words[0].isupper() and 2 <= len(words[0]) <= _CLUB)
    return frozenset(club)


def _ships(context: Context) -> frozenset[str]:
    """Words that are a ship, river or hotel in this article: the Moskva sank."""
    text = context.reading.text
    return frozenset(
        mention.text
        for mention in context.entities.mentions
        if mention.text.isalpha()
        and text[max(0, mention.start - 4) : mention.start].lower().endswith("the ")
        and _VESSEL.match(text, mention.end)
    )


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


def with_and_without(context: Context) -> Iterator[Hit]:
    """The rarer of two spellings of a name that differ in their marks alone: Fenerbahçe and Fenerbahce."""
    foreign = foreign_blocks(context.reading)
    spans: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for mention in context.reading.mentions:
        if lies_in(foreign, mention.start, mention.end):
            continue
        for word, key in _compared(mention.text):
            span = mention.start + word.start, mention.start + word.end
            spans.setdefault(key, {}).setdefault(word.text, []).append(span)
    for forms in spans.values():
        if len(forms) > 1 and len({form.casefold() for form in forms}) > 1:
            yield from _without(forms)


@lru_cache(10_000)
def _compared(name: str) -> tuple[tuple[Token, str], ...]:
    """The words of a name that are compared, and these without their marks."""
    words = (word for word in tokens(name) if len(word.text) >= _MARKED and word.text[0].isupper())
    return tuple((word, bare(word.text)) for word in words)


def _without(forms: dict[str, list[tuple[int, int]]]) -> Iterator[Hit]:
    keep = min(forms, key=lambda form: (-len(forms[form]), form.isascii(), form))
    counted = ", ".join(
        f"{form} ×{len(found)}" for form, found in sorted(forms.items(), key=lambda x: (-len(x[1]), x[0]))
    )
    for form, found in forms.items():
        for start, end in found if form.casefold() != keep.casefold() else ():
            yield spelling_hit(start, end, form, keep, counted)


def spelling_hit(start: int, end: int, form: str, keep: str, counted: str) -> Hit:
    """A hit on a form of a name of which ``keep`` is the form to keep."""
    return Hit(
        start=start,
        end=end,
        args={"form": form, "right": keep, "counted": counted},
        suggestions=(Suggestion(text=keep),),
        evidence=(Evidence(kind="article", text=counted),),
    )


def bare(word: str) -> str:
    """The word in lower case without marks on its letters."""
    folded = unicodedata.normalize("NFD", word.casefold().translate(_UNMARKED))
    return "".join(c for c in folded if not unicodedata.combining(c))


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
