"""The vocabulary of dates, times and numbers of each language, compiled once from ``data/languages``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import product
from typing import Literal

import msgspec

from auditor.packs import data_path, load_toml, load_tsv
from auditor.text.lexicon import LANGUAGES

Role = Literal["month", "month-short", "weekday", "number", "day", "span"]


class CalendarWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``calendar/<language>.toml``; the header of ``calendar.toml`` says what each list holds."""

    lower: bool
    months: Mapping[str, tuple[str, ...]] = {}
    weekdays: Mapping[str, tuple[str, ...]] = {}
    shaky: frozenset[str] = frozenset()
    before_weekday: frozenset[str] = frozenset()
    before_month: frozenset[str]
    between: frozenset[str]
    day_parts: Mapping[str, tuple[str, ...]]
    month_parts: Mapping[str, tuple[str, ...]]
    direction: Mapping[str, tuple[str, ...]]
    until_not: frozenset[str] = frozenset()
    first: frozenset[str]
    clock: frozenset[str]
    clock_unit: frozenset[str]
    hour_after: frozenset[str] = frozenset()
    zones: frozenset[str]
    zone_phrases: Mapping[str, str] = {}
    past: frozenset[str]
    next: frozenset[str]
    this: frozenset[str]
    days: Mapping[str, tuple[str, ...]]


class NumberWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``numbers/<language>.toml``; the header of ``numbers.toml`` says what each list holds."""

    decimal: str
    group: str
    joiners: frozenset[str]
    percent: frozenset[str]
    magnitudes: Mapping[str, tuple[str, ...]]
    about: tuple[str, ...]
    least: tuple[str, ...]
    most: tuple[str, ...]
    only: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]
    articles: frozenset[str] = frozenset()
    compound: Mapping[str, int] = {}
    compound_joiners: tuple[str, ...] = ()
    durations: Mapping[str, tuple[str, ...]]
    units: Mapping[str, tuple[str, ...]]
    money: Mapping[str, tuple[str, ...]]
    plurals: frozenset[str] = frozenset()
    stop: frozenset[str] = frozenset()


class Calendars(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``calendar.toml``: what all languages share."""

    offsets: Mapping[str, str]


class Numbers(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``numbers.toml``: what all languages share."""

    symbols: Mapping[str, str]
    units: Mapping[str, tuple[str, ...]]
    codes: Mapping[str, tuple[str, ...]]


class Vocabulary(msgspec.Struct, frozen=True, kw_only=True):
    """Look-up tables of one language; all keys are lower case. ``roles`` finds the words at which a value may begin."""

    language: str
    calendar: CalendarWords
    numbers: NumberWords
    symbols: Mapping[str, str]
    offsets: Mapping[str, str]
    roles: Mapping[str, Role]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    day_parts: Mapping[str, str]
    month_parts: Mapping[str, str]
    direction: Mapping[str, str]
    days: Mapping[str, int]
    words: Mapping[str, int]
    magnitudes: Mapping[str, int]
    cues: Mapping[str, str]
    durations: Mapping[str, str]
    units: Mapping[str, str]
    money: Mapping[str, str]


def vocabulary(language: str) -> Vocabulary:
    """The tables of a language (BCP 47); those of English for a language that has none."""
    base = language.split("-")[0]
    return _vocabulary(base if base in LANGUAGES else "en")


@cache
def _vocabulary(code: str) -> Vocabulary:
    shared = load_toml(data_path("languages", "numbers.toml"), Numbers)
    offsets = load_toml(data_path("languages", "calendar.toml"), Calendars).offsets
    number = load_toml(data_path("languages", "numbers", f"{code}.toml"), NumberWords)
    calendar = load_toml(data_path("languages", "calendar", f"{code}.toml"), CalendarWords)
    names = {kind: _cldr(code, kind) for kind in ("month", "month-short", "weekday")}
    months = names["month"] | inverted_int(calendar.months)
    short = {form: n for form, n in names["month-short"].items() if form not in months}
    weekdays = names["weekday"] | inverted_int(calendar.weekdays)
    durations, days, words = _inverted(number.durations), inverted_int(calendar.days), _number_words(number)
    roles: dict[str, Role] = dict.fromkeys(durations, "span")
    ranked: tuple[tuple[Iterable[str], Role], ...] = (
        (short, "month-short"),
        (words, "number"),
        (months, "month"),
        (weekdays, "weekday"),
    )
    for table, role in ranked:
        roles |= dict.fromkeys(table, role)
    roles |= {form: "day" for form in days if form not in calendar.day_parts.get("morning", ())}
    return Vocabulary(
        language=code,
        calendar=calendar,
        numbers=number,
        symbols=shared.symbols,
        offsets=offsets,
        roles=roles,
        months=short | months,
        weekdays=weekdays,
        day_parts=_inverted(calendar.day_parts),
        month_parts=_inverted(calendar.month_parts),
        direction=_inverted(calendar.direction),
        days=days,
        words=words,
        magnitudes=inverted_int(number.magnitudes),
        cues=_cues(number),
        durations=durations,
        units=_inverted(shared.units) | _inverted(number.units),
        money=_inverted(shared.codes) | _inverted(number.money),
    )


@cache
def _cldr_rows() -> tuple[dict[str, str], ...]:
    columns = ("language", "kind", "number", "form")
    return tuple(load_tsv(data_path("languages", "calendar_cldr.tsv"), columns))


def _cldr(code: str, kind: str) -> dict[str, int]:
    return {row["form"]: int(row["number"]) for row in _cldr_rows() if row["language"] == code and row["kind"] == kind}


def _inverted(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {form: key for key, forms in table.items() for form in forms}


def inverted_int(table: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """Form -> its number, of a table that lists the forms of each number."""
    return {form: int(key) for key, forms in table.items() for form in forms}


def _number_words(number: NumberWords) -> dict[str, int]:
    """Number words with the compounds of languages that write them as one word (``fünfundzwanzig``)."""
    words = inverted_int(number.words)
    tens = {form: value for form, value in words.items() if 20 <= value < 100}
    for (unit, small), joiner, (ten, big) in product(number.compound.items(), number.compound_joiners, tens.items()):
        words[unit + joiner + ten] = small + big
    hundred = next((form for form, value in inverted_int(number.magnitudes).items() if value == 100), None)
    if number.compound and hundred:
        words |= {unit + hundred: small * 100 for unit, small in number.compound.items()}
    return words


def _cues(number: NumberWords) -> dict[str, str]:
    groups = {"about": number.about, "at least": number.least, "at most": number.most, "only": number.only}
    return {form: name for name, forms in groups.items() for form in forms}
