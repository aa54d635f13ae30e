"""Longer words that follow themselves, in copy that is not English: ``Władze zamknęły zamknęły drogę``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.spans import quoted
from auditor.packs import data_path, load_toml
from auditor.records import Record, Suggestion
from auditor.text.tokens import echoes

_SHORTEST = 5  # letters; shorter ones are in the lists of wording.toml


class _Echoes(Record, frozen=True):
    """``data/checks/echoes.toml``: its header says what each table holds."""

    schema: int
    words: dict[str, frozenset[str]]
    ends: dict[str, tuple[str, ...]]


@cache
def _table() -> _Echoes:
    return load_toml(data_path("checks", "echoes.toml"), _Echoes)


def echoed(context: Context) -> Iterator[Hit]:
    """A word in lower case that stands twice with one blank between, not three times, outside quotation marks."""
    reading = context.reading
    language, lower, tokens = reading.base, reading.lower, reading.tokens
    if language not in _table().words:
        return
    spoken = quoted(reading)
    for at in echoes(lower):
        word, first, second = lower[at], tokens[at], tokens[at + 1]
        said = word in _table().words[language] or word.endswith(_table().ends.get(language, ()))
        if len(word) < _SHORTEST or said or not (word.isalpha() and first.text == second.text == word):
            continue
        if reading.text[first.end : second.start] != " " or reading.text[second.end : second.end + 1] in (
            "-",
            "'",
            "’",
        ):
            continue
        if word in lower[max(0, at - 1) : at] + lower[at + 2 : at + 3] or spoken.hits(first.start, second.end):
            continue
        yield Hit(start=first.start, end=second.end, suggestions=(Suggestion(text=word),))
