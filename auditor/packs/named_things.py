"""Things that each language has its own name for (a war, a sea, a craft): ``data/renderings/things/*.tsv``."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from auditor.errors import PackError
from auditor.packs.institutions import institutions
from auditor.packs.load import data_path, load_tsv, shown

PERSONS = "persons"  # the file whose rows are people
_COLUMNS = ("right", "near", "forms")
_ADJECTIVE = ("e", "er", "en", "em", "es")  # what “~” stands for: the endings of a German adjective
_OPTIONAL = re.compile(r"\(([^()]*)\)")
_WORD = re.compile(
    r"(?<![\w'’-])[^\W\d_]+|(?<=['’])[^\W\d_]{3,}"
)  # also behind an elision (d'oro), not a case ending (Webb'a)


class NamedThing(msgspec.Struct, frozen=True, kw_only=True):
    """``right``: the English name; ``forms``: what ``sources`` (languages) call it; ``near``: the cell of the table."""

    right: str
    sources: tuple[str, ...]
    forms: tuple[str, ...]
    near: str


def named_things(persons: bool) -> Iterator[NamedThing]:
    """The people of the tables, or everything else; one record for the forms that the same languages have."""
    for path in sorted(data_path("renderings", "things").glob("*.tsv")):
        if (path.stem == PERSONS) is persons:
            for row in load_tsv(path, _COLUMNS):
                for codes, forms in _cells(row["forms"], shown(path)):
                    made = dict.fromkeys(own for form in forms for own in spelt(form) if own != row["right"])
                    yield NamedThing(right=row["right"], sources=codes, forms=tuple(made), near=row["near"])


def _cells(cell: str, place: str) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """``de nl:Form|Form; fr:Form``: the languages and their forms."""
    for part in cell.split("; "):
        codes, colon, forms = part.partition(":")
        if not colon or not all(len(code) == 2 for code in codes.split()):
            raise PackError(place, "forms without their languages", found=part, expected="de:Form|Form; fr:Form")
        yield tuple(codes.split()), forms.split("|")


def spelt(form: str) -> Iterator[str]:
    """Each way in which copy may have a form: endings, either apostrophe, the first or all its words with a capital."""
    for ended in _ended(form):
        titled = _WORD.sub(_capital, ended)
        for text in dict.fromkeys((ended, ended[0].upper() + ended[1:], titled)):
            yield text
            if "'" in text:
                yield text.replace("'", "’")


def _ended(form: str) -> Iterator[str]:
    optional = _OPTIONAL.search(form)
    if optional:
        for inside in ("", optional[1]):
            yield from _ended(form.replace(optional[0], inside, 1))
    elif "~" in form:
        for ending in _ADJECTIVE:
            yield form.replace("~", ending)
    else:
        yield form


def _capital(word: re.Match[str]) -> str:
    small = word.start() and word[0] in institutions().habits.function_words
    return word[0] if small else word[0][0].upper() + word[0][1:]
