"""Where the words beside a name say that its bearer is from: ``the Bulgarian minister``, ``Ukraine's envoy``."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.reading.mentions.words import name_words
from auditor.records import Record
from auditor.text.word_classes import word_classes

ABROAD = "-"
"""Stands for a home whose names are in Latin letters."""

_BEFORE, _AFTER = 80, 50  # characters read on either side
_WORDS = 8
_NOUNS = frozenset({"NN", "NNS", "NM", "JJ"})
_SMALL = frozenset({"of", "for", "the", "and", "&"})
_CUT = re.compile(r"[.!?;:()\[\]\"“”„«»\n—–]")
_BEHIND = re.compile(
    r"(, (?:an?|the) |,? \((?:of )?|,? (?:of|from) )(?:(?:former|late|young|veteran|retired|North|the) )?([\w.-]{2,20})"
)
_LIST = re.compile(r",? (?:and )?")
_NOBODY = frozenset[str]()


class _Home(Record, frozen=True):
    languages: tuple[str, ...]
    peoples: tuple[str, ...]
    countries: tuple[str, ...]
    offices: tuple[str, ...]


class _Homes(Record, frozen=True):
    schema: int
    abroad: tuple[str, ...]
    abroad_countries: tuple[str, ...]
    kin: frozenset[str]
    homes: tuple[_Home, ...]


class _Table(msgspec.Struct, frozen=True):
    """Word in lower case -> languages; ``between``: words that may stand between it and a name."""

    peoples: dict[str, frozenset[str]]
    countries: dict[str, frozenset[str]]
    offices: dict[str, frozenset[str]]
    between: frozenset[str]
    kin: frozenset[str]


@cache
def _table() -> _Table:
    file = load_toml(data_path("languages", "homes.toml"), _Homes)
    words = name_words("en")
    return _Table(
        {word: frozenset(home.languages) for home in file.homes for word in home.peoples}
        | dict.fromkeys(file.abroad, frozenset({ABROAD})),
        {word: frozenset(home.languages) for home in file.homes for word in home.countries}
        | dict.fromkeys(file.abroad_countries, frozenset({ABROAD})),
        {word: frozenset(home.languages) for home in file.homes for word in home.offices},
        words.titles | words.roles | words.org_heads | _SMALL,
        file.kin,
    )


def homes(reading: Reading) -> dict[int, frozenset[str]]:
    """Index of a mention -> native languages that English copy gives its bearer; ``ABROAD`` for Latin letters.

    What is said before a list of names in the plural holds for all of them: ``Ukrainian pilots A and B``. Copy on
    peoples of Latin letters alone whose names have Slavic endings says it of everybody.
    """
    found: dict[int, frozenset[str]] = {}
    if reading.language.split("-")[0] != "en":
        return found
    text, last = reading.text, -2
    for index, mention in enumerate(reading.mentions):
        if mention.type not in ("person", "other"):
            continue
        said = _behind(text, mention.end) or _before(text[max(0, mention.start - _BEFORE) : mention.start])
        if not said and index - 1 == last and _plural(reading, last, mention.role):
            said = found[last] if _LIST.fullmatch(text, reading.mentions[last].end, mention.start) else said
        if said:
            found[index], last = said, index
    if not _among_kin(reading):
        return found
    return {i: frozenset({ABROAD}) for i, m in enumerate(reading.mentions) if m.type == "person"} | found


def _among_kin(reading: Reading) -> bool:
    """Whether the copy speaks of such a people, and of none whose names are in other letters."""
    table, words = _table(), reading.vocabulary
    owners = {word.removesuffix("'s") for word in words}
    if table.kin.isdisjoint(owners):
        return False
    named = (*table.peoples.items(), *table.countries.items())
    return not any(word in owners for word, whose in named if ABROAD not in whose)


def _plural(reading: Reading, index: int, role: str | None) -> bool:
    return role is not None and role == reading.mentions[index].role and role.endswith("s")


def _behind(text: str, end: int) -> frozenset[str]:
    """``, a Russian cosmonaut``, `` (Ukraine)``, `` of Roscosmos``."""
    hit = _BEHIND.match(text, end, end + _AFTER)
    if hit is None:
        return _NOBODY
    table, word = _table(), hit[2].lower().rstrip(".")
    if hit[1].startswith((", a", ", the")):
        return table.peoples.get(word, _NOBODY)
    return table.countries.get(word) or table.offices.get(word, _NOBODY)


def _before(text: str) -> frozenset[str]:
    """``the Bulgarian foreign minister ``, ``the minister of defence of Ukraine, ``, ``cosmonaut ``."""
    words = _CUT.split(text.rstrip(" ,"))[-1].lower().split()[-_WORDS:]
    table, office = _table(), _NOBODY
    for at in range(len(words) - 1, -1, -1):
        word, owner = words[at], words[at].removesuffix("'s").removesuffix("’s")
        if word in table.peoples:
            return table.peoples[word]
        if owner in table.countries and (owner != word or words[at - 1 : at] == ["of"]):
            return table.countries[owner]
        office = office or table.offices.get(owner, _NOBODY)
        if word not in table.between and owner not in table.offices and word_classes().get(word) not in _NOUNS:
            break
    return office
