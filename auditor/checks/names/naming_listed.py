"""Spellings of names that the news know (``data/renderings/spellings.tsv``), with what the entities say of names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_kin import kin_places
from auditor.checks.names.naming_public import public_conventions
from auditor.checks.names.naming_regions import regions
from auditor.checks.names.naming_routes import routed
from auditor.checks.names.naming_shapes import shaped
from auditor.checks.names.naming_spans import hits, spoken_of
from auditor.checks.names.naming_villages import villages
from auditor.checks.spans import Spans, in_address
from auditor.entities.view import ResolvedMention
from auditor.entities.wording import language_name, languages
from auditor.names.given import lookup
from auditor.packs.renderings import Spelling, public_places, spelling, spellings_abroad
from auditor.reading.article import Mention, Reading
from auditor.reading.mentions.words import is_given
from auditor.records import Evidence, Suggestion
from auditor.text.lexicon import lexicon
from auditor.text.memo import once
from auditor.text.tokens import Token
from auditor.text.traits import trait

_ENGLISH = 2.5  # zipf from which a given name that no native language has is of somebody from elsewhere
_AT_HOME = frozenset({"be", "bg", "hy", "ka", "kk", "ky", "ru", "uk"})
_WEIGHT = 1.5
_SHOWN = 3
_TOWN = 6  # letters of a town's name, from which one in -er is no family name (Minsker)
_PART = re.compile(r"\w+")


def foreign_forms(context: Context) -> Iterator[Hit]:
    """What the entities call foreign, and listed spellings; of both on one word the list decides what is right.

    In English, names of well-known people as well, one letter from theirs. No form of which the copy only tells."""
    text = context.reading.text
    yield from (hit for hit in _foreign(context) if not spoken_of(text, hit.start, hit.end))


def _foreign(context: Context) -> Iterator[Hit]:
    found = list(_by_spelling(context))
    yield from found
    marked = Spans((hit.start, hit.end) for hit in found)
    yield from (hit for hit in kin_places(context) if not marked.hits(hit.start, hit.end))
    if context.reading.base == "en":
        told = Spans((hit.start, hit.end) for hit in found)
        others = (*routed(context), *regions(context), *shaped(context))
        yield from (hit for hit in others if not told.hits(hit.start, hit.end))


def _by_spelling(context: Context) -> Iterator[Hit]:
    listed = tuple(_listed(context))
    known = {(hit.start, hit.end): hit for hit in listed}
    spans = sorted(known)
    done: set[tuple[int, int]] = set()
    for hit in hits(context, "foreign"):
        near = spans[bisect_left(spans, (hit.start, 0)) : bisect_right(spans, (hit.end, 0))]
        inside = [span for span in near if span[1] <= hit.end]
        if inside == [(hit.start, hit.end)]:
            continue
        done.update(inside)
        yield _as_listed(hit, [known[span] for span in inside])
    yield from (hit for span, hit in known.items() if span not in done)
    if context.reading.base == "en":
        yield from public_conventions(context)
        yield from villages(context)


def _as_listed(hit: Hit, inside: Sequence[Hit]) -> Hit:
    """The hit on a whole name, its last word as the list has it."""
    if not inside or inside[-1].end != hit.end or not hit.suggestions:
        return hit
    right = inside[-1].suggestions[0].text
    text = " ".join([*hit.suggestions[0].text.split(" ")[:-1], right])
    first = msgspec.structs.replace(hit.suggestions[0], text=text)
    return msgspec.structs.replace(hit, args={**hit.args, "right": text}, suggestions=(first, *hit.suggestions[1:]))


def _listed(context: Context) -> Iterator[Hit]:
    """Hits on listed spellings, outside what the glossary rules and what belongs to somebody from elsewhere."""
    reading = context.reading
    places = list(_places(reading, reading.base))
    if not places:
        return
    ruled = Spans((m.start, m.end) for m in context.entities.mentions if _is_ruled(context, m))
    silent = Spans((zone.start, zone.end) for zone in reading.layout.excluded)
    homes = {form: at_home(context, form) for form in {form for _, _, form, row in places if row.kind == "person"}}
    full = [m for m in reading.mentions if m.type == "person" and _has_given(m)]
    people, families = Spans((m.start, m.end) for m in full), {m.family for m in full}
    for token, start, form, row in places:
        end = start + len(form)
        open_ = not (in_address(reading.text, token) or ruled.hits(start, end) or silent.hits(start, end))
        if open_ and homes.get(form, form not in families and not people.hits(start, end)):
            yield _hit(start, end, form, row)


def _places(reading: Reading, language: str) -> Iterator[tuple[Token, int, str, Spelling]]:
    """Token, start and spelling: the whole word, or a part of a compound or possessive (``Sojus-Kapsel``)."""
    if language != "en":
        abroad = spellings_abroad(language)
        for word in sorted(abroad.keys() & reading.places.keys()):
            for token in (reading.tokens[at] for at in reading.places[word]):
                yield token, token.start, word, abroad[word]
        return
    for word in sorted(reading.traits.having(_SPELT)):
        for offset, part, row in _spelt(word):
            if row.language != language:
                continue
            for at in reading.places[word]:
                token = reading.tokens[at]
                yield token, token.start + offset, part, row


def _spelt(word: str) -> list[tuple[int, str, Spelling]]:
    """The listed spellings in a word with a capital, and where they begin."""
    if not word[0].isupper():
        return []
    whole = word.isalpha() or spelling(word)
    parts = [(0, word)] if whole else [(m.start(), m[0]) for m in _PART.finditer(word)]
    return [(offset, part, row) for offset, part in parts if (row := spelling(part) or _of_town(part))]


def _of_town(word: str) -> Spelling | None:
    """The place of a German adjective in -er (Donezker, Charkiwer), or of a genitive (Moskaus)."""
    if word.endswith("s"):
        row = spelling(word[:-1])
        return row if row and row.kind == "place" and "de" in row.sources else None
    stem = word[:-2] if word.endswith("er") else ""
    row = spelling(stem) if stem else None
    if row:
        return row if row.kind == "place" and "de" in row.sources else None
    if len(stem) < _TOWN or stem not in public_places() or lexicon().zipf(word, "en") > 0:  # Londoner
        return None
    return Spelling(right=stem, kind="place", language="en", sources=("de",))


_SPELT = trait(_spelt)


def _has_given(mention: Mention) -> bool:
    """True for a full name; a club (Dynamo Kiew) and a body (Werchowna Rada) look like one."""
    return bool(mention.given) and any(is_given(word) for word in (mention.given or "").split())


def _is_ruled(context: Context, mention: ResolvedMention) -> bool:
    return context.entities.entities[mention.entity].decided_by == "glossary"


def at_home(context: Context, form: str) -> bool:
    """False for a family name of which the article has a bearer from elsewhere (Mike Novitski), by the given name."""
    givens = _bearers(context.reading).get(form, ())
    return all(_spoken(given) & _AT_HOME or context.lexicon.zipf(given, "en") < _ENGLISH for given in givens)


@once
def _bearers(reading: Reading) -> Mapping[str, set[str]]:
    """Family name -> the given names that the article's mentions have before it."""
    found: dict[str, set[str]] = {}
    for mention in reading.mentions:
        if mention.given and mention.family:
            found.setdefault(mention.family, set()).add(mention.given.split()[0])
    return found


def _spoken(given: str) -> frozenset[str]:
    return frozenset(name.language for name in lookup(given))


def _hit(start: int, end: int, form: str, spelling: Spelling) -> Hit:
    owners = languages(spelling.sources[:_SHOWN])
    why = f"“{form}” is how {owners} spells it" if owners else f"no English copy has “{form}”"
    source = "spellings" if spelling.language == "en" else "spellings_abroad"
    return Hit(
        start=start,
        end=end,
        args={"form": form, "right": spelling.right, "why": why, "language": language_name(spelling.language)},
        suggestions=(Suggestion(text=spelling.right),),
        evidence=(Evidence(kind="table", text=why, source=f"data/renderings/{source}.tsv"),),
        points_to=spelling.sources[0] if spelling.sources else None,
        weight=_WEIGHT / max(1, len(spelling.sources)),
    )
