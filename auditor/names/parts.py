"""The parts of a person's name: titles, given, middle, family, particles, suffixes."""

from __future__ import annotations

from functools import cache, lru_cache

from auditor.names.given import lookup
from auditor.names.tables import korean_families
from auditor.names.types import NameParts
from auditor.packs import data_path, load_toml
from auditor.records import Record


class PartsTable(Record, frozen=True):
    """Words that stand beside given and family names, and endings of names made of given names (Ivanovich, Ivanov)."""

    schema: int
    titles: frozenset[str]
    attached: tuple[str, ...]
    suffixes: frozenset[str]
    particles: frozenset[str]
    leading: frozenset[str]
    filial: frozenset[str]
    patronymics: tuple[str, ...]
    of_given: frozenset[str]
    generations: tuple[tuple[str, ...], ...]


_DOTS = str.maketrans({"・": " ", "·": " ", "＝": "-", "،": ","})
_LEAST_PATRONYMIC = 5
_LEAST_NAME = 2  # letters before an honorific
_SYLLABLE = 3  # letters of a syllable in Cyrillic


@cache
def parts_table() -> PartsTable:
    """The table in ``data/variants/parts.toml``."""
    return load_toml(data_path("variants", "parts.toml"), PartsTable)


@lru_cache(maxsize=32768)
def parts(form: str) -> NameParts:
    """``form`` cut into parts, as written. A single word is a family name; "Family, Given" is recognised."""
    table = parts_table()
    form, honorific = unhonoured(form.translate(_DOTS))
    head, comma, tail = form.partition(",")
    family_first = bool(comma) and bool(tail.strip()) and _bare(tail.split()[0]) not in table.suffixes
    words = (tail.split() + head.split()) if family_first else form.replace(",", " ").split()
    cut = len(tail.split()) if family_first else None
    titles: list[str] = []
    suffixes = [honorific] if honorific else []
    while len(titles) < len(words) - 1 and _bare(words[len(titles)]) in table.titles and not _syllables(words):
        titles.append(words[len(titles)])
        cut = cut - 1 if cut else cut
    words = words[len(titles) :]
    while len(words) > 1 and _bare(words[-1]) in table.suffixes:
        suffixes.append(words.pop())
    if not family_first and len(words) > 1 and words[0].isupper() and len(words[0]) > 2 and not words[-1].isupper():
        words, family_first, cut = words[1:] + words[:1], True, len(words) - 1
    if cut is None and _patronymic_last(words, table):
        words, family_first, cut = words[1:] + words[:1], True, len(words) - 1
    start = _family_start(words, table) if cut is None else cut
    given, family = words[:start], words[start:]
    particles = tuple([word for word in words if word[:1].islower() and _bare(word) in table.particles])
    return NameParts(
        tuple(given[:1]),
        tuple(given[1:]),
        tuple(family),
        tuple(titles),
        particles,
        tuple(reversed(suffixes)),
        family_first,
    )


def unhonoured(form: str) -> tuple[str, str]:
    """A form without the honorific or office behind it (トランプ氏, Abe-san), and that; "" where none is."""
    attached = parts_table().attached
    if not form.endswith(attached):
        return form, ""
    ending = next(end for end in attached if form.endswith(end))
    bare = form.removesuffix(ending).rstrip()
    if len(bare) < _LEAST_NAME or (ending[0] == "-" and " " in form):
        return form, ""  # Park Ji-san is a Korean
    return bare, ending


def generation(form: str) -> str:
    """Which bearer of a name is meant, as the table writes it first (``ii``, ``jr``); "" where it is not said."""
    suffixes = parts(form).suffixes
    if not suffixes:
        return ""
    said = {_bare(suffix) for suffix in suffixes}
    return next((row[0] for row in parts_table().generations if said & set(row)), "")


def is_patronymic(word: str) -> bool:
    """Whether a word (lower case) ends as patronymics do."""
    return len(word) > _LEAST_PATRONYMIC and word.endswith(parts_table().patronymics)


def _syllables(words: list[str]) -> bool:
    """True for a Korean name in three capital syllables (Пан Ги Мун is no Mr)."""
    if len(words) != 3 or not all(word.isalpha() and word[0].isupper() and len(word) <= _SYLLABLE for word in words):
        return False
    return words[0].lower() in korean_families()


def _patronymic_last(words: list[str], table: PartsTable) -> bool:
    """True for "Family Given Patronymic", the order of official papers in Russian and Ukrainian."""
    if len(words) != 3 or not words[2].lower().endswith(table.patronymics):
        return False
    return bool(lookup(words[1])) and not lookup(words[0])


def _family_start(words: list[str], table: PartsTable) -> int:
    """Where the family name begins: at its first particle (De Niro), or at the last word (Al Gore)."""
    start = max(len(words) - 1, 0)
    while start > 0 and _bare(words[start - 1]) in table.particles:
        start -= 1
    return start if start or len(words) < 2 or _bare(words[0]) in table.leading else 1


def _bare(word: str) -> str:
    return word.strip(".,").lower()
