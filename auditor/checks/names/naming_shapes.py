"""Names whose shape is another language's: New-York, Putin Vladimir, Kiev'de, Andrei Sokolova (hits of NM201)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_spans import spoken_of
from auditor.checks.persons.person_words import names
from auditor.checks.spans import Spans, in_address
from auditor.entities.wording import language_name
from auditor.names.given import lookup
from auditor.packs.places import places
from auditor.packs.renderings import one_way, public_families
from auditor.reading.article import Reading
from auditor.reading.mentions.words import is_given
from auditor.records import Evidence, Suggestion
from auditor.text.traits import trait

_SLAVIC = frozenset({"be", "bg", "ru", "uk"})
_TURKISH = re.compile(
    r"([A-ZÇĞİÖŞÜ]\w{3,20})['’]"
    r"(?:d[ae]ki|t[ae]ki|d[ae]n?|t[ae]n?|n[ıiuü]n|y[aeıiuü]|yl[ae]|l[ıiuü]|s[ıiuü]n[ıiuü]n)"
)
_WOMAN = re.compile(r"[A-Z][a-z]{2,18}(?:[oe]v|sk[ay]y)a")


@cache
def _blanked() -> frozenset[str]:
    """Places of more than one word that English copy writes with blanks, with hyphens instead."""
    towns = {name for name, kind in one_way().items() if kind == "place"}
    states = {name for row in places().all if row.kind == "territory" for name in row.names.get("en", ())}
    spaced = {name for name in towns | states if " " in name and "(" not in name}
    return frozenset(name.replace(" ", "-") for name in spaced) - towns


_HYPHENED = trait(lambda word: "-" in word and word in _blanked(), "en")
_SUFFIXED = trait(lambda word: _TURKISH.fullmatch(word), "en")
_FAMILY = trait(lambda word: word in public_families() and not is_given(word), "en")
_FEMININE = trait(lambda word: _WOMAN.fullmatch(word), "en")


def shaped(context: Context) -> Iterator[Hit]:
    """All of them, outside what is no body text and what the copy only tells of."""
    reading = context.reading
    found = [*_hyphened(reading), *_suffixed(reading), *_ordered(reading), *_gendered(reading)]
    silent = Spans((zone.start, zone.end) for zone in reading.layout.excluded) if found else None
    for hit in found:
        if silent and not silent.hits(hit.start, hit.end) and not spoken_of(reading.text, hit.start, hit.end):
            yield hit


def _hyphened(reading: Reading) -> Iterator[Hit]:
    """``New-York``, ``South-Korea``."""
    for word in reading.traits.having(_HYPHENED):
        for at in reading.places[word]:
            token = reading.tokens[at]
            joined = (
                reading.text[token.end : token.end + 1] == "-" or reading.text[token.start - 1 : token.start] == "-"
            )
            if not joined and not in_address(reading.text, token):
                why = f"“{word}” has hyphens, as Russian and French set them"
                yield _hit(token.start, token.end, word, word.replace("-", " "), why, "ru")


def _suffixed(reading: Reading) -> Iterator[Hit]:
    """``Kiev'de``: an ending of Turkish behind its apostrophe."""
    for word in reading.traits.having(_SUFFIXED):
        match = _TURKISH.fullmatch(word)
        for at in reading.places[word] if match else ():
            token = reading.tokens[at]
            why = f"“{word}” has a case ending of Turkish"
            yield _hit(token.start, token.end, word, match[1] if match else word, why, "tr")


def _ordered(reading: Reading) -> Iterator[Hit]:
    """``Putin Vladimir``: a family name of the news before a Slavic given name that nothing follows."""
    tokens = reading.tokens
    for word in reading.traits.having(_FAMILY):
        for at in reading.places[word]:
            if not _beside(reading, at + 1) or not _is_slavic(tokens[at + 1].text):
                continue
            before = _beside(reading, at) and tokens[at - 1].text[0].isupper()
            after = _beside(reading, at + 2) and tokens[at + 2].text[0].isupper()
            if not (before and (is_given(tokens[at - 1].text) or len(tokens[at - 1].text) < 3)) and not after:
                start, end = tokens[at].start, tokens[at + 1].end
                form = reading.text[start:end]
                why = f"“{form}” has the family name first, as Slavic papers have it"
                yield _hit(start, end, form, f"{tokens[at + 1].text} {word}", why, "ru")


def _gendered(reading: Reading) -> Iterator[Hit]:
    """``Andrei Sokolova``: the genitive of a man's name, or a woman's family name behind a man's given name."""
    tokens = reading.tokens
    for word in reading.traits.having(_FEMININE):
        for at in reading.places[word]:
            given = tokens[at - 1].text if _beside(reading, at) else ""
            follows = _beside(reading, at + 1) and tokens[at + 1].text[0].isupper()
            if given and names().get(given) == "m" and _is_slavic(given) and not follows:
                start, end = tokens[at].start, tokens[at].end
                right = re.sub(r"sk[ay]ya$", "sky", word) if word.endswith("ya") else word[:-1]
                why = f"{given} is a man’s name, “{word}” a woman’s, or the genitive"
                yield _hit(start, end, word, right, why, "ru")


def _beside(reading: Reading, at: int) -> bool:
    """One blank between a word and the one before it."""
    return 0 < at < len(reading.tokens) and reading.tokens[at].start - reading.tokens[at - 1].end == 1


def _is_slavic(given: str) -> bool:
    return given[0].isupper() and any(name.language in _SLAVIC for name in lookup(given))


def _hit(start: int, end: int, form: str, right: str, why: str, code: str) -> Hit:
    return Hit(
        start=start,
        end=end,
        args={"form": form, "right": right, "why": why, "language": language_name("en")},
        suggestions=(Suggestion(text=right),),
        evidence=(Evidence(kind="table", text=why, source="data/renderings"),),
        points_to=code,
    )
