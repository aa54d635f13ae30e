"""What a reader has to know of how far an article could be audited: its language, foreign paragraphs, no date."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from auditor.checks.base import Check
from auditor.checks.engine import speaking
from auditor.reading.article import Reading
from auditor.reading.elsewhere import foreign_blocks
from auditor.reading.read import FALLBACK, UNKNOWN
from auditor.report.languages import language_name
from auditor.report.rule import FAMILIES

NO_DATE = "no date: weekdays are not resolved; name the day of publication with --date"
_SHORT = 8  # words below which a text is too short to tell its language
_SHOWN = 3  # paths and lines that a note names


def remarks(reading: Reading, checks: Sequence[Check]) -> tuple[str, ...]:
    """On the language: what was assumed, how many of the checks speak it, which paragraphs they left out."""
    if not reading.tokens:
        return ()
    said = [] if reading.language != UNKNOWN else [_assumed(reading)]
    if reading.language.split("-")[0] != FALLBACK:  # which most of them speak
        spoken = len(speaking(checks, reading.language))
        if spoken < len(speaking(checks, FALLBACK)):
            known = reading.language != UNKNOWN
            which = f"speak {language_name(reading.language)}" if known else "need no language, and only they ran"
            said.append(f"{spoken} of {len(checks)} checks {which}{_families(checks, reading.language)}")
    lines: dict[str, list[str]] = defaultdict(list)
    for block in foreign_blocks(reading):
        line, _ = reading.lines.locate(reading.original_span(block.start, block.end)[0])
        lines[language_name(block.language)].append(str(line))
    for name, at in sorted(lines.items()):
        free = sum(not check.languages for check in checks)
        where = f"line {at[0]} is" if len(at) == 1 else f"lines {_some(at)} are"
        said.append(f"{where} in {name}, left to the {free} checks that need no language")
    return tuple(said)


def _families(checks: Sequence[Check], language: str) -> str:
    """How many of the checks of each family speak the language, where it is not all: what the article was not asked."""
    ran = Counter(check.id[:2] for check in speaking(checks, language))
    every = Counter(check.id[:2] for check in checks)
    part = (f"{FAMILIES[code].lower()} {ran[code]} of {count}" for code, count in every.items() if ran[code] < count)
    return f" ({', '.join(part)})" if len(every) > 1 else ""


def notes(readings: Mapping[str, Reading], said: Mapping[str, Sequence[str]]) -> list[str]:
    """One line for all articles of which the same is to be said: what, then where."""
    paths: dict[str, list[str]] = defaultdict(list)
    for id_, reading in readings.items():
        for remark in said.get(id_, ()):
            paths[remark].append(reading.source.path)
        if reading.source.published is None and any(value.relative for value in reading.values):
            paths[NO_DATE].append(reading.source.path)
    return [f"{remark} ({_some(where)})" for remark, where in paths.items()]


def _assumed(reading: Reading) -> str:
    short = len(reading.tokens) < _SHORT
    what = "too short to tell the language" if short else "its language could not be told"
    return f"{what}, its sentences parted as in {language_name(FALLBACK)}; name it with --lang"


def _some(items: Sequence[str]) -> str:
    more = len(items) - _SHOWN
    return ", ".join(items[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
