"""A small word of another language between two full names (Pedro Salas y Ana Quiroga): hits of TA201."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.reading.mentions.words import is_given
from auditor.records import Evidence, Record, Suggestion

_NAME = 3  # words of a name before its last one, in which the given name stands


class NameJoins(Record, frozen=True):
    """The file ``data/languages/name_joins.toml``; see its header."""

    schema: int
    joins: dict[str, tuple[str, ...]]


@cache
def _joins() -> Mapping[str, str]:
    """Word -> the first language that has it."""
    file = load_toml(data_path("languages", "name_joins.toml"), NameJoins)
    return {word: code for code, words in reversed(file.joins.items()) for word in words}


def joined(context: Context) -> Iterator[Hit]:
    """Hits on small words that stand between a full name and another, each with its given name."""
    reading = context.reading
    for word in sorted(_joins().keys() & reading.places.keys()):
        code = _joins()[word]
        for at in reading.places[word]:
            token = reading.tokens[at]
            if _ends_name(reading, at - 1) and _begins_name(reading, at + 1):
                text = f"“{word}” is {language_name(code)} for “and”"
                yield Hit(
                    start=token.start,
                    end=token.end,
                    args={"words": word, "language": language_name(code)},
                    suggestions=(Suggestion(text="and"),),
                    evidence=(Evidence(kind="table", text=text, source="data/languages/name_joins.toml"),),
                    points_to=code,
                )


def _beside(reading: Reading, at: int) -> bool:
    """One blank between a word and the one before it."""
    return 0 < at < len(reading.tokens) and reading.tokens[at].start - reading.tokens[at - 1].end == 1


def _ends_name(reading: Reading, at: int) -> bool:
    """True where a name ends that begins with a given one: ``Jan de Boer``."""
    if not _beside(reading, at + 1) or at < 1 or not reading.tokens[at].text[0].isupper():
        return False
    for before in range(at - 1, max(-1, at - 1 - _NAME), -1):
        if not _beside(reading, before + 1):
            return False
        if is_given(reading.tokens[before].text) and reading.tokens[before].text[0].isupper():
            return True
    return False


def _begins_name(reading: Reading, at: int) -> bool:
    """True where a given name stands, and behind it another word with a capital."""
    if not (_beside(reading, at) and _beside(reading, at + 1)):
        return False
    given, family = reading.tokens[at].text, reading.tokens[at + 1].text
    return given[0].isupper() and is_given(given) and family[0].isupper()
