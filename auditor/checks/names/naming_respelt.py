"""One surname in the letters of its language and as it sounds: Hołownia and Holovnia (NM202)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_mixed import bare, spelling_hit
from auditor.entities import facts
from auditor.packs import data_path, load_toml
from auditor.reading.article import Mention
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.records import Record
from auditor.text.traits import trait

_SHORTEST = 5  # letters
_BONES = 3  # consonants that both spellings have
_MOST = 20  # spellings of one name
_KNOWN = 3.0  # zipf from which English copy has the other spelling as a word of its own
_SURE = 0.9  # score from which the comparison of names holds them for one

Found = dict[str, list[tuple[int, int, str | None]]]  # form -> start, end, given name


class Respelt(Record, frozen=True):
    """``data/variants/respelt.toml``; see its header."""

    schema: int
    letters: frozenset[str]
    alike: tuple[str, ...]
    vowels: frozenset[str]


@cache
def _table() -> Respelt:
    return load_toml(data_path("variants", "respelt.toml"), Respelt)


def respelt(context: Context) -> Iterator[Hit]:
    """Where a name stands as it sounds in an article that has it in its own letters, too; no other given name."""
    reading = context.reading
    if not reading.traits.having(_MARKED):
        return
    forms, foreign = _families(reading.mentions), foreign_blocks(reading)
    marked = sorted(form for form in forms if _marked(form))
    others = _by_bones(sorted(forms.keys() - set(marked)))
    for own in marked:
        for other in sorted({form for bones in _bones(own) for form in others.get(bones, ())}):
            if bare(own) == bare(other) or context.lexicon.zipf(other, "en") >= _KNOWN:
                continue
            if _sounds_alike(own, other) and _one_person(forms[own], forms[other]):
                counted = f"{own} ×{len(forms[own])}, {other} ×{len(forms[other])}"
                for start, end, _ in forms[other]:
                    if not lies_in(foreign, start, end):
                        yield spelling_hit(start, end, other, own, counted)


def _by_bones(forms: Iterable[str]) -> Mapping[str, list[str]]:
    """Consonants -> the forms that can be sounded with them; without those that more forms have than a name has."""
    found: dict[str, list[str]] = {}
    for form in forms:
        for bones in _bones(form):
            if len(bones) >= _BONES:
                found.setdefault(bones, []).append(form)
    return {bones: near for bones, near in found.items() if len(near) <= _MOST}


def _families(mentions: tuple[Mention, ...]) -> Mapping[str, list[tuple[int, int, str | None]]]:
    """Family names, and names of one word, with where they stand and the given name before them."""
    found: Found = {}
    for mention in mentions:
        word = mention.family or mention.text
        if mention.type in ("person", "other") and len(word) >= _SHORTEST and word.isalpha() and word.istitle():
            start = mention.start + mention.text.rfind(word)
            found.setdefault(word, []).append((start, start + len(word), mention.given))
    return found


def _one_person(one: list[tuple[int, int, str | None]], other: list[tuple[int, int, str | None]]) -> bool:
    """True unless the two have given names that are two."""
    ours, theirs = ({given for _, _, given in found if given} for found in (one, other))
    return all(any(facts.given_keys(a) & facts.given_keys(b) for a in ours) for b in theirs) if ours else True


@lru_cache(10_000)
def _sounds_alike(own: str, other: str) -> bool:
    """Whether two words that share consonants are one name."""
    common = _bones(own) & _bones(other)
    found = facts.match(own, other)
    nasal = bare(own)[:1] == bare(other)[:1] and len(max(common, key=len)) > _BONES
    return nasal or (found.kind in ("same", "variant") and (found.score or 0.0) >= _SURE)


@lru_cache(10_000)
def _bones(word: str) -> frozenset[str]:
    """The consonants of each way to sound a word, those that spellings exchange as one, none twice in a row."""
    return frozenset(map(_skeleton, facts.codes(word)))


def _skeleton(code: str) -> str:
    table = _table()
    kept = ""
    for sound in code:
        one = next((group[0] for group in table.alike if sound in group), sound)
        if sound not in table.vowels and one != kept[-1:]:
            kept += one
    return kept


def _marked(word: str) -> bool:
    return not word.isascii() and word[:1].isupper() and not _table().letters.isdisjoint(word.lower())


_MARKED = trait(_marked, "en")
