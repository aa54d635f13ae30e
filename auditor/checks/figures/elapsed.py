"""Sentences with dates, times and durations, and the words of ``data/checks/elapsed.toml`` that tie these together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from auditor.packs.load import data_path, load_toml
from auditor.reading.article import Reading, Segment, Value

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk")
_MANY = 6  # a sentence with more dates, times and durations is a list


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One language of ``elapsed.toml``; its header says what each list holds."""

    to: frozenset[str]
    source: frozenset[str] = msgspec.field(name="from")
    lasting: frozenset[str]
    born: frozenset[str]
    died: frozenset[str]
    ages: tuple[str, ...]


@cache
def tables() -> Mapping[str, Words]:
    """Language -> its words."""
    return load_toml(data_path("checks", "elapsed.toml"), dict[str, Words])


def timed(reading: Reading) -> Iterator[tuple[Segment, str, list[Value]]]:
    """Sentences of a known language that hold some dates, times or durations, with these."""
    held: dict[int, list[Value]] = {}
    for value in reading.values:
        if value.segment is not None and value.kind in ("date", "time", "duration"):
            held.setdefault(value.segment, []).append(value)
    for index, values in held.items():
        segment = reading.segments[index]
        language = (segment.language or reading.language).split("-")[0]
        if language in tables() and len(values) <= _MANY:
            yield segment, language, values
