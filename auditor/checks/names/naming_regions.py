"""Regions of Ukraine, Russia and Belarus in the adjectives of their languages (Kharkivska oblast): hits of NM201."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Spans
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.records import Evidence, Record, Suggestion
from auditor.text.traits import trait


class Regions(Record, frozen=True):
    """The file ``data/exonyms/regions.toml``; see its header."""

    schema: int
    endings: tuple[str, ...]
    kinds: frozenset[str]
    stems: dict[str, tuple[str, ...]]


@cache
def _file() -> Regions:
    return load_toml(data_path("exonyms", "regions.toml"), Regions)


@cache
def _adjectives() -> Mapping[str, str]:
    """Adjective in lower case -> the region's English name."""
    file = _file()
    return {stem + ending: name for name, stems in file.stems.items() for stem in stems for ending in file.endings}


def _region(word: str) -> str | None:
    return _adjectives().get(word.lower()) if word[0].isupper() else None


_REGION = trait(_region, "en")


def regions(context: Context) -> Iterator[Hit]:
    """Adjectives of regions before a word for what they are: ``Khersonskaya oblast``."""
    reading = context.reading
    words = reading.traits.having(_REGION) if reading.base == "en" else ()
    if not words:
        return
    silent = Spans((zone.start, zone.end) for zone in reading.layout.excluded)
    for word in words:
        right = _region(word) or word
        for at in reading.places[word]:
            token, behind = reading.tokens[at], reading.lower[at + 1 : at + 2]
            beside = bool(behind) and behind[0] in _file().kinds and reading.tokens[at + 1].start - token.end == 1
            if beside and not silent.hits(token.start, token.end):
                yield _hit(token.start, word, right)


def _hit(start: int, word: str, right: str) -> Hit:
    why = f"“{word}” is the adjective of another language"
    return Hit(
        start=start,
        end=start + len(word),
        args={"form": word, "right": right, "why": why, "language": language_name("en")},
        suggestions=(Suggestion(text=right),),
        evidence=(Evidence(kind="table", text=why, source="data/exonyms/regions.toml"),),
    )
