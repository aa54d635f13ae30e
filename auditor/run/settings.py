"""`Settings`: everything a user may set that moves a result or an exit code. Made once for each run, never changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from auditor.gate.paths import fits, relative
from auditor.reading.article import Source
from auditor.records import Record, Severity

if TYPE_CHECKING:
    from auditor.checks.base import Check

FailOn = Literal["critical", "major", "minor", "never"]
FAIL_ON: tuple[FailOn, ...] = ("critical", "major", "minor", "never")
MAX_BYTES = 16 * 2**20


class Values(Record, frozen=True, rename="kebab"):
    """The keys of a configuration file, with their defaults.

    ``lang`` overrules the guess of the articles' language, ``from_lang`` that of the language they were translated
    from (BCP 47). ``glossary`` holds the files to load, in order; with ``no_glossary`` none is.
    ``select`` / ``ignore`` are check ids or their beginnings (``TA``, ``NM2``) or slugs; empty ``select`` means all.
    ``preview`` False leaves preview checks out. ``style`` is the house style: a shipped one by name, or a file.
    ``min_severity`` moves nothing but what reports show people: findings below it are left out of text, concise, md,
    html and csv. Drift, verdict, exit code and the record (json, jsonl, the Python API) rest on all findings.
    ``fail_on`` decides exit code 1 (see `auditor.cli.verdict`), None is the verb's own default; ``exit_zero`` turns
    that 1 into 0.
    ``exclude`` holds patterns of paths that are not audited, not even where they are named (hooks name every file).
    ``against`` and ``sources`` are the siblings and the texts translated from, ``format`` and ``reports`` say where
    the result goes.
    ``date`` is the publication date of articles that have none of their own; ``as_of`` the clock for relative dates
    and expiries; both ISO 8601 days. On the command line, in the environment and in a configuration ``as_of`` may be
    ``today``. ``jobs`` is the number of processes, 0 for as many as there are processors.
    ``suppressions`` and ``baseline`` are the files that silence findings; with ``inline_suppressions`` comments in HTML
    and Markdown copy do so, too (see `auditor.gate.silence`).
    """

    lang: str | None = None
    from_lang: str | None = None
    glossary: tuple[str, ...] = ()
    no_glossary: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = True
    style: str | None = None
    min_severity: Severity = "neutral"
    fail_on: FailOn | None = None
    exclude: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    sources: str | None = None
    format: str | None = None
    reports: str = "reports"
    date: str | None = None
    as_of: str | None = None
    encoding: str | None = None
    jobs: int = 0
    max_bytes: int = MAX_BYTES
    skip_unreadable: bool = False
    exit_zero: bool = False
    suppressions: str | None = None
    baseline: str | None = None
    inline_suppressions: bool = False


class ForPaths(Record, frozen=True, rename="kebab"):
    """What may be other for some articles; None where it is not. ``ignore`` adds to what holds for all."""

    lang: str | None = None
    from_lang: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    preview: bool | None = None
    min_severity: Severity | None = None
    fail_on: FailOn | None = None


class PathRule(Record, frozen=True):
    """``values`` hold for articles whose path, seen from ``folder``, matches ``pattern``."""

    folder: str
    pattern: str
    values: ForPaths


class Settings(Values, frozen=True, rename="kebab"):
    """Settings of one run: all keys settled.

    ``pairs`` joins the id of an article with the id of the text it was translated from. ``per_path`` is what is other
    for some articles, in the order in which it holds.
    """

    fail_on: FailOn = "major"
    pairs: tuple[tuple[str, str], ...] = ()
    per_path: tuple[PathRule, ...] = ()

    def at(self, source: Source) -> Settings:
        """The settings that hold for one article."""
        held = self
        for rule in self.per_path:
            if fits(rule.pattern, relative(source.place, source.path, Path(rule.folder))):
                own = {key: value for key, value in msgspec.structs.asdict(rule.values).items() if value is not None}
                own["ignore"] = (*held.ignore, *own.get("ignore", ()))
                held = msgspec.structs.replace(held, **own)
        return held

    def runs(self, check: Check) -> bool:
        """Whether the check is on: wanted, and not left out with those in preview."""
        return self.wants(check.id, check.slug) and (self.preview or check.status != "preview")

    def wants(self, rule: str, slug: str) -> bool:
        """True when ``select`` and ``ignore`` leave the check on; of two that match, the longer one decides."""
        chosen = _longest(self.select, rule, slug) if self.select else 0
        dropped = _longest(self.ignore, rule, slug)
        return chosen is not None and (dropped is None or chosen > dropped)


def _longest(patterns: tuple[str, ...], rule: str, slug: str) -> int | None:
    if not patterns:
        return None
    fits = [len(p) if p != slug else len(rule) for p in patterns if p == slug or rule.startswith(p.upper())]
    return max(fits, default=None)
