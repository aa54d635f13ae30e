"""A slip in a name that the tables know: places, bodies, craft, outlets, peoples, names of the news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from auditor.checks.base import Context, Hit
from auditor.checks.marks.wording import wording
from auditor.checks.names.naming_listed import at_home
from auditor.checks.names.naming_parts import slips_in_parts
from auditor.checks.names.naming_public import one_edit, public_slips
from auditor.checks.names.naming_spans import hits
from auditor.checks.spans import in_address, occurrences
from auditor.entities import facts
from auditor.entities.local import deletions
from auditor.packs.agencies import agencies
from auditor.packs.institutions import institutions
from auditor.packs.load import shelved
from auditor.packs.places import places
from auditor.packs.renderings import one_way, public_names, spelling
from auditor.packs.shelf import Find, Parts
from auditor.records import Evidence, Suggestion
from auditor.text.lexicon import Lexicon, lexicon
from auditor.text.traits import trait

_SHORTEST, _PERSON = 6, 7  # letters of a name that is looked for
_OFTEN = 3  # a form that the article has so often is a name of its own
_RARE = 1.5  # zipf, in any language, from which a form is a word of its own
_CARELESS, _AHEAD = 2.6, 1.8  # zipf of a slip that the lists have from careless copy, and by which the name is commoner
_WELL_KNOWN = 3.6  # zipf of a place or people that English copy writes in one way
_COMMON = 1.8  # zipf from which English has a name often enough for a slip to be of it
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")  # of one script: look-alike letters are no slips of the keyboard


def misspelt_names(context: Context) -> Iterator[Hit]:
    """What the entities call misspelt, and slips in names of the tables; each word once."""
    done: set[int] = set()
    for hit in hits(context, "misspelt"):
        done.update(range(hit.start, hit.end))
        yield hit
    if context.reading.base == "en":
        for hit in (*public_slips(context), *_listed(context), *slips_in_parts(context)):
            if hit.start not in done:
                done.update(range(hit.start, hit.end))
                yield hit


def _listed(context: Context) -> Iterator[Hit]:
    reading, silent = context.reading, [(zone.start, zone.end) for zone in context.reading.layout.excluded]
    slipped = sorted(reading.traits.having(_SLIPPED))
    bearers = {m.family for m in reading.mentions if m.type == "person" and m.given} if slipped else set()
    for form in slipped:
        word, right = _slip(form) or ("", "")
        if occurrences(reading, form) >= _OFTEN or not at_home(context, word):
            continue
        if word in bearers and right not in _people():  # somebody is called so (Bence Tuzson), no town
            continue
        if right in reading.places and (right in _people() or len(right) < _PERSON):
            continue  # two persons; what the entities say of names has told of the rest
        for token in (reading.tokens[at] for at in reading.places[form]):
            if not in_address(reading.text, token) and not any(a <= token.start < b for a, b in silent):
                yield _hit(token.start, token.start + len(word), word, right)


@lru_cache(maxsize=1000)
def _slip(form: str) -> tuple[str, str] | None:
    """The word of a token, without a possessive ending, and the name that is meant; None for most tokens."""
    part = _WORD.match(form)
    word = part[0] if part else ""
    whole = form[len(word) : len(word) + 1] in ("", "'", "’")
    right = meant(word) if len(word) >= _SHORTEST and word.istitle() and whole else None
    return None if right is None else (word, right)


_SLIPPED = trait(_slip, "en")


def meant(word: str) -> str | None:
    """The name of the tables that is one slip away from a word that nothing knows."""
    words = lexicon()
    own = words.most(word)
    if own > _CARELESS or _is_name(word):
        return None
    near = {right for key in deletions(word.lower()) for right in _find()(key) or ()}
    if own > _RARE:
        near = {right for right in near if words.zipf(right, "en") >= own + _AHEAD and _typed(right, word)}
    sure = [right for right in sorted(near) if one_edit(right, word) and _is_slip(right, word, own)]
    return max(sure, key=lambda right: words.zipf(right, "en"), default=None)


@cache
def _people() -> frozenset[str]:
    return frozenset(right for row in public_names() if row.kind == "person" for right in row.rights)


def _is_slip(right: str, word: str, own: float) -> bool:
    """True where no convention writes the name so; a well-known place or people is written in one way only.

    A person's name with one letter for another may be another person's: Kavalchuk beside Kovalchuk.
    """
    sure = facts.near_miss(right, word)
    replaced = len(word) == len(right) and sorted(word) != sorted(right)
    if sure is not None:
        return sure > facts.WEAK or not replaced or right not in _people()
    zipf = lexicon().zipf(right, "en")
    known = zipf >= max(_WELL_KNOWN, own + _AHEAD) and _typed(right, word)
    if right in one_way():
        return known
    return known and (right.lower() in wording().lower | wording().cities or bool(places().by_form(right)))


def _typed(right: str, word: str) -> bool:
    """True for a letter left out, one doubled or two swapped between the first and the last: no name by chance."""
    if (right[0], right[-1]) != (word[0], word[-1]):
        return False
    doubled = len(word) > len(right) and any(a == b for a, b in pairwise(word.lower()))
    return len(right) > len(word) or sorted(right) == sorted(word) or doubled


def _is_name(word: str) -> bool:
    """True for a name of the tables, in whichever language."""
    listed = spelling(word) is not None or word in agencies().by_form
    return listed or bool(places().by_form(word) or institutions().by_form(word))


def _hit(start: int, end: int, form: str, right: str) -> Hit:
    why = f"“{form}” is one slip away from “{right}”"
    return Hit(
        start=start,
        end=end,
        args={"form": form, "right": right, "why": why},
        suggestions=(Suggestion(text=right),),
        evidence=(Evidence(kind="lexicon", text=f"no list has “{form}”", source="wordfreq 3"),),
    )


@cache
def _find() -> Find[tuple[str, ...]]:
    return shelved("slips", "2", _compiled).by_key("near", tuple[str, ...])


def _compiled() -> Parts:
    """What is left of a name without one letter, in lower case -> the names."""
    near: dict[str, set[str]] = {}
    for name in _names(lexicon()):
        for key in deletions(name.lower()):
            near.setdefault(key, set()).add(name)
    return {"near": {key: sorted(near[key]) for key in sorted(near)}}


def _names(words: Lexicon) -> Iterator[str]:
    """Names of one word that English copy has, long enough that a slip shows."""
    tables = [row.names for row in places().all] + [row.names for row in institutions().all]
    rows = [name for names in tables for name in names.get("en", ())]
    peoples = [word.capitalize() for word in (*wording().lower, *wording().cities, *wording().single)]
    listed = [right for row in public_names() for right in row.rights]
    outlets = [row.name for row in agencies().agencies] + [row.name for row in agencies().outlets]
    for name in {*rows, *peoples, *listed, *outlets, *one_way()}:
        least = _PERSON if name in _people() else _SHORTEST
        known = name in listed or words.zipf(name, "en") >= _COMMON
        if len(name) >= least and known and name.isalpha() and name.istitle():
            yield name
