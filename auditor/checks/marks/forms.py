"""Forms of broken punctuation in English copy, and which of them a text may have: ``data/checks/blank_marks.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

import msgspec

from auditor.packs import data_path, load_toml
from auditor.records import Record
from auditor.text.segments import segment_rules
from auditor.text.tokens import whole

_LIST = re.compile(r"%(\w+)%")
_GLUED = re.compile(r"[.,][A-Za-z]")


class Form(Record, frozen=True):
    """One form; the header of the file says what the keys are."""

    find: str
    needles: tuple[str, ...]
    bad: str
    fixed: str
    better: str = ""
    glued: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when the form is first suspected: a text has few of them."""
        return _compiled(self.find)


class _File(Record, frozen=True):
    schema: int
    said: tuple[str, ...]
    openers: tuple[str, ...]
    told: tuple[str, ...]
    subject: tuple[str, ...]
    small: tuple[str, ...]
    bare: tuple[str, ...]
    counted: tuple[str, ...]
    suspended: frozenset[str]
    form: tuple[Form, ...]


Suspects = tuple[Sequence[Form], Sequence[Form]]
"""Forms that need a stop or comma glued to a letter, and others."""


@cache
def _file() -> _File:
    return load_toml(data_path("checks", "blank_marks.toml"), _File)


@cache
def _compiled(find: str) -> re.Pattern[str]:
    return re.compile(find)


@cache
def forms() -> tuple[Form, ...]:
    """All forms, with the words that their lists stand for."""
    file = _file()
    lists: dict[str, Sequence[str]] = {
        name: getattr(file, name) for name in ("said", "openers", "told", "subject", "small", "bare")
    }
    lists["starters"] = sorted(word.title() for word in segment_rules()["en"].starters if word.isalpha())
    lists["counted"] = [rf"(?<=\b{word} \()0?{number}\)" for number, word in enumerate(file.counted, 1)]
    return tuple(_settled(form, lists) for form in file.form)


def _settled(form: Form, lists: Mapping[str, Sequence[str]]) -> Form:
    find = _LIST.sub(lambda found: "|".join(lists[found[1]]), form.find)
    needles = [each for needle in form.needles for each in _each(needle, lists)]
    return msgspec.structs.replace(form, find=find, needles=tuple(needles))


def _each(needle: str, lists: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The needle with each word of its list."""
    found = _LIST.search(needle)
    yield from (needle.replace(found[0], word) for word in lists[found[1]]) if found else (needle,)


@cache
def _needles() -> tuple[tuple[str, frozenset[str]], ...]:
    """What the matches of all forms hold, each with what a text that has it has as a whole word or mark."""
    every = {needle for form in forms() for needle in form.needles}
    return tuple((needle, whole(needle) or frozenset(needle)) for needle in sorted(every))


def suspects(text: str, pieces: Set[str]) -> Suspects:
    """The forms that may stand in a text, by what each match holds: few for most articles.

    ``pieces``: its characters, words and the stretches between words.
    """
    held = {needle for needle, parts in _needles() if parts <= pieces and needle in text}
    found = [form for form in forms() if not held.isdisjoint(form.needles)]
    glued = [form for form in found if form.glued] if is_glued(text) else []
    return glued, [form for form in found if not form.glued]


def suspended() -> frozenset[str]:
    """Words that stand behind a hyphen which hangs for good: two- or three-story."""
    return _file().suspended


def is_glued(text: str) -> bool:
    """Whether a letter stands right behind a stop or comma."""
    return _GLUED.search(text) is not None
