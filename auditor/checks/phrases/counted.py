"""Singulars behind figures above one: ``21 fire of dry grass``, ``10 year after the war``: spans of TA309."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.figures.date_forms import at_numbers
from auditor.packs import data_path, load_toml
from auditor.records import Record, Suggestion

_BEFORE = re.compile(r"([A-Za-z’'.-]{1,30}) $")
_REACH = 32  # characters before the figure


class Counted(Record, frozen=True):
    """The file ``data/checks/counted.toml``; see its header."""

    schema: int
    nouns: dict[str, str]
    followed: tuple[str, ...]
    labels: frozenset[str]


@cache
def _table() -> Counted:
    return load_toml(data_path("checks", "counted.toml"), Counted)


@cache
def _pattern() -> re.Pattern[str]:
    """A whole figure above one, a singular, and a word that no noun of a compound is (``the 21 fire engines``)."""
    nouns, followed = "|".join(_table().nouns), "|".join(_table().followed)
    return re.compile(rf"(?!1 )\d{{1,3}}(?:,\d{{3}}){{0,3}} ({nouns})(?= (?:{followed})\b|[.;](?:\s|$))")


def counted(context: Context) -> Iterator[Hit]:
    """The nouns, unless the figure names the thing (``Falcon 9 rocket``) or an article makes it one (``a 9 mile``)."""
    reading = context.reading
    if reading.vocabulary.isdisjoint(_table().nouns):
        return
    for match in at_numbers(reading, _pattern()):
        before = _BEFORE.search(reading.text, max(0, match.start() - _REACH), match.start())
        if before and (not before[1].islower() or before[1] in _table().labels):
            continue
        plural = _table().nouns[match[1]]
        yield Hit(
            start=match.start(1),
            end=match.end(1),
            args={"words": match[1], "why": "the plural follows a number above one"},
            suggestions=(Suggestion(text=plural),),
        )
