"""Institutions as the press of twelve languages names them: ``data/institutions``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import Literal, NamedTuple

import msgspec

from auditor.errors import PackError
from auditor.packs.languages import LANGUAGES as LANGUAGES
from auditor.packs.load import data_path, load_toml, load_tsv, shelved, shown
from auditor.packs.shelf import Parts
from auditor.records import EntityType, Record

COLUMNS = ("id", "type", "country", "language", "native", *LANGUAGES, "acronyms", "spoken")
_KEPT = 50_000  # look-ups that are remembered
_CYRILLIC = frozenset({"ru", "uk"})
_WORD = re.compile(r"\w+")

Kind = Literal["name", "acronym"]


class Institution(msgspec.Struct, frozen=True, kw_only=True):
    """One body. ``names`` and ``acronyms`` map a language to its forms, the one to prefer first.

    ``language`` is the body's own, ``native`` its name there; both are None for bodies of many nations. ``spoken``: the
    acronym is read as a word (NASA), not letter by letter (FBI).
    """

    id: str
    type: EntityType
    country: str | None
    language: str | None
    native: str | None
    names: dict[str, tuple[str, ...]]
    acronyms: dict[str, tuple[str, ...]]
    spoken: bool

    def forms(self, language: str) -> tuple[str, ...]:
        """Names, then acronyms, in a language."""
        return self.names.get(language, ()) + self.acronyms.get(language, ())


class FormHit(NamedTuple):
    """A form found in the table: whose, in which language, name or acronym."""

    institution: Institution
    language: str
    kind: Kind


class HalfTranslation(msgspec.Struct, frozen=True, kw_only=True):
    """A compound name of which some words are another language's: ``foreign`` are those words, folded."""

    institution: Institution
    language: str
    foreign: tuple[str, ...]
    own: tuple[str, ...]


class Habits(Record, frozen=True):
    """How languages write names of institutions."""

    title_case: tuple[str, ...]
    function_words: tuple[str, ...]


def fold(form: str) -> str:
    """The key of a form: case folded, plain apostrophe, single blanks."""
    return " ".join(form.casefold().replace("’", "'").replace("ʼ", "'").split())


class Institutions:
    """The table, sorted by id. What is looked up is all that is read."""

    def __init__(self) -> None:
        shelf = shelved("institutions", f"3 {Institution.__struct_fields__}", _compiled)
        self._row = lru_cache(_KEPT)(shelf.by_number("row", Institution))
        self._number = lru_cache(_KEPT)(shelf.by_key("id", int))
        self._hits = lru_cache(_KEPT)(self._found)
        self._form = shelf.by_key("form", tuple[tuple[int, str, Kind], ...])
        self._capital = shelf.by_key("capital", tuple[str, ...])
        self._word = lru_cache(_KEPT)(shelf.by_key("word", tuple[tuple[int, str], ...]))

    @cached_property
    def all(self) -> tuple[Institution, ...]:
        return _rows()

    @property
    def habits(self) -> Habits:
        return _habits()

    def by_id(self, key: str) -> Institution | None:
        number = self._number(key)
        return None if number is None else self._row(number)

    def by_form(self, form: str) -> tuple[FormHit, ...]:
        """Institutions that have this form in any language, any case, in the table's order; empty where none has."""
        return self._hits(fold(form))

    def _found(self, folded: str) -> tuple[FormHit, ...]:
        return tuple(FormHit(self._row(number), code, kind) for number, code, kind in self._form(folded) or ())

    def preferred(self, institution: Institution, language: str) -> str | None:
        """What the press of a language calls it: the name, else the acronym, else None."""
        base = language.split("-")[0]
        return (institution.forms(base) or (None,))[0]

    def acronym(self, institution: Institution, language: str) -> str | None:
        """The acronym as the press of a language writes it, case included (de Nasa, en NASA)."""
        base = language.split("-")[0]
        forms = institution.acronyms.get(base)
        if not forms:
            return None
        titled = institution.spoken and forms[0].isupper() and {base, language} & set(self.habits.title_case)
        return forms[0].capitalize() if titled else forms[0]

    def title_cased_in(self, institution: Institution) -> tuple[str, ...]:
        """Languages whose press writes the acronym with one capital."""
        if not institution.spoken:
            return ()
        return tuple(code for code in self.habits.title_case if code.split("-")[0] in institution.acronyms)

    def in_capitals(self, language: str) -> tuple[str, ...]:
        """Names of several words that all have their capital but for the small ones."""
        return self._capital(language.split("-")[0]) or ()

    def half_translated(self, words: Sequence[str], language: str) -> tuple[HalfTranslation, ...]:
        """Institutions of whose name these words are a mixture of ``language`` and of another language.

        ``words``: the words of a capitalised run, in any order and case ("House", "Blanche"). Every word must belong to
        the name in either language, at least one to each alone. Sorted with the institution's own language first.
        """
        given = tuple(dict.fromkeys(_words_of(" ".join(words))))
        if not 2 <= len(given) <= 8:
            return ()
        base = language.split("-")[0]
        keys = [self._word(word) or () for word in given]
        shared = frozenset[int].intersection(*(frozenset([number for number, _ in found]) for found in keys))
        near = {key for found in keys for key in found if key[0] in shared and key[1] != base} if shared else ()
        found = [_mixture(given, self._row(number), other, base) for number, other in near]
        ranked = [hit for hit in found if hit]
        ranked.sort(key=lambda hit: (hit.language != hit.institution.language, hit.institution.id, hit.language))
        return tuple(ranked)


def _mixture(given: tuple[str, ...], item: Institution, other: str, base: str) -> HalfTranslation | None:
    names = [_words_of(name) for name in item.names.get(base, ())]
    own, lengths = {word for name in names for word in name}, set(map(len, names))
    for theirs in map(_words_of, item.names[other]):
        foreign = tuple(word for word in given if word in theirs and word not in own)
        mine = tuple(word for word in given if word in own and word not in theirs)
        whole = all(word in own or word in theirs for word in given)
        if foreign and mine and whole and len(given) in lengths | {len(theirs)}:
            return HalfTranslation(institution=item, language=other, foreign=foreign, own=mine)
    return None


@lru_cache(50_000)
def _words_of(name: str) -> tuple[str, ...]:
    """The words of a name that say something."""
    skip = _habits().function_words
    return tuple(word for word in _WORD.findall(fold(name)) if word not in skip)


@cache
def institutions() -> Institutions:
    """The table as shipped. Raises ``PackError`` where it is not in order."""
    return Institutions()


@cache
def _habits() -> Habits:
    return load_toml(data_path("institutions", "habits.toml"), Habits)


def _rows() -> tuple[Institution, ...]:
    path = data_path("institutions", "institutions.tsv")
    rows = tuple(_institution(row) for row in load_tsv(path, COLUMNS))
    ids = [row.id for row in rows]
    if ids != sorted(set(ids)):
        raise PackError(shown(path), "rows are not in order, or an id occurs twice", expected="rows sorted by id")
    return rows


def _compiled() -> Parts:
    """Rows, their numbers by id, who has a folded form (once for each institution, language and kind), or a word."""
    rows = _rows()
    forms: dict[str, dict[tuple[int, str, Kind], None]] = {}
    words: dict[str, set[tuple[int, str]]] = {}
    for number, item in enumerate(rows):
        kinds: tuple[tuple[Kind, dict[str, tuple[str, ...]]], ...] = (("name", item.names), ("acronym", item.acronyms))
        for kind, held in kinds:
            for language, texts in held.items():
                for text in texts:
                    forms.setdefault(fold(text), {})[number, language, kind] = None
        for language, names in item.names.items():
            for word in {word for name in names for word in _words_of(name)}:
                words.setdefault(word, set()).add((number, language))
    return {
        "row": rows,
        "capital": {language: _in_capitals(rows, language) for language in LANGUAGES},
        "id": {item.id: number for number, item in enumerate(rows)},
        "form": {form: list(hits) for form, hits in forms.items()},
        "word": {word: sorted(keys) for word, keys in words.items()},
    }


def _in_capitals(rows: tuple[Institution, ...], language: str) -> list[str]:
    skip = _habits().function_words
    names = (name for item in rows for name in item.names.get(language, ()))
    split = ((name, [word for word in name.split() if word not in skip]) for name in dict.fromkeys(names))
    return [name for name, words in split if len(words) > 1 and all(word[0].isupper() for word in words)]


def _institution(row: dict[str, str]) -> Institution:
    return Institution(
        id=row["id"],
        type=msgspec.convert(row["type"], EntityType),
        country=row["country"] or None,
        language=row["language"] or None,
        native=row["native"] or (row[row["language"]].split("|")[0] if row["language"] in LANGUAGES else "") or None,
        names={code: tuple(row[code].split("|")) for code in LANGUAGES if row[code]},
        acronyms=_acronyms(row["acronyms"]),
        spoken=row["spoken"] == "y",
    )


def _acronyms(cell: str) -> dict[str, tuple[str, ...]]:
    """``*:NATO fr,es:OTAN`` as language -> forms."""
    table: dict[str, tuple[str, ...]] = {}
    general: tuple[str, ...] = ()
    for part in re.split(r" (?=[a-z*,]+:)", cell) if cell else ():
        codes, _, text = part.partition(":")
        forms = tuple(text.split("|"))
        if codes == "*":
            general = forms
        else:
            table.update(dict.fromkeys(codes.split(","), forms))
    if general:
        table.update({code: general for code in LANGUAGES if code not in table and code not in _CYRILLIC})
    return {code: table[code] for code in LANGUAGES if code in table}
