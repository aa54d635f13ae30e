"""What is no coincidence when two articles have it: figures, words of names, and who an article is about."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from auditor.entities.view import EntityView
from auditor.reading.article import Reading, Value
from auditor.text.tokens import Token

_LONG = 6  # digits from which a round number says something
_ACTING = frozenset({"person", "org", "vehicle", "mission"})
_CLOCK = slice(1, 6)  # of ``T16:10+09:00``


class Telling(msgspec.Struct, frozen=True):
    """Figures with their worth (0.5 or 1), words of names, and whom the article is about with the words for them."""

    figures: dict[str, float]
    names: tuple[Token, ...]
    leads: dict[str, tuple[str, ...]]


def telling(reading: Reading, view: EntityView) -> Telling:
    """What tells an article apart from others."""
    figures: dict[str, float] = {}
    for value in reading.values:
        key, worth = _worth(value)
        if worth:
            figures[key] = max(worth, figures.get(key, 0.0))
    return Telling(figures, _names(reading, view), _leads(view))


def _worth(value: Value) -> tuple[str, float]:
    """A key that is the same in all languages, and how telling it is; 0 for small and round numbers."""
    if value.kind == "time":
        clock = value.value[_CLOCK]
        return clock, 0.5 if clock.endswith(("0", "5")) else 1.0
    if value.kind == "date":
        return f"year {value.value}", 0.5 if value.precision == "year" and value.value.isdigit() else 0.0
    if value.kind == "duration":  # of years: mostly somebody's age
        years = value.value[1:-1] if value.value.endswith("Y") else ""
        return years, 0.5 if years.isdigit() and len(years) == 2 else 0.0
    digits = value.value.replace(".", "").strip("0")
    if len(digits) > 2 or "." in value.value:
        return value.value, 1.0
    return value.value, 0.5 if len(digits) == 2 or len(value.value) > _LONG else 0.0


def _names(reading: Reading, view: EntityView) -> tuple[Token, ...]:
    """The capitalised words of the names of an article."""
    starts = [mention.start for mention in view.mentions]
    found = []
    for token in reading.tokens:
        at = bisect_right(starts, token.start) - 1
        if at >= 0 and token.start < view.mentions[at].end and token.text[0].isupper():
            found.append(token)
    return tuple(found)


def _leads(view: EntityView) -> dict[str, tuple[str, ...]]:
    """The persons, bodies or things named most often, if more than once: entity -> the words that name it."""
    times: dict[str, int] = {}
    words: dict[str, set[str]] = {}
    for mention in view.mentions:
        if view.entities[mention.entity].type in _ACTING:
            times[mention.entity] = times.get(mention.entity, 0) + 1
            words.setdefault(mention.entity, set()).update(mention.text.split())
    most = max(times.values(), default=0)
    return {e: tuple(sorted(words[e])) for e, count in sorted(times.items()) if count == most > 1}
