"""`Settings`: everything a user may set that moves a result or an exit code. Made once for each run, never changed."""

from __future__ import annotations

from typing import Literal

from auditor.records import Record, Severity

FailOn = Literal["critical", "major", "minor", "never"]
FAIL_ON: tuple[FailOn, ...] = ("critical", "major", "minor", "never")
MAX_BYTES = 16 * 2**20


class Settings(Record, frozen=True):
    """Settings of one run.

    ``lang`` overrules the guess of the articles' language, ``from_lang`` that of the language they were translated
    from (BCP 47). ``glossary`` holds the files to load, in order; with ``no_glossary`` it is empty.
    ``select`` / ``ignore`` are check ids or their beginnings (``TA``, ``NM2``) or slugs; empty ``select`` means all.
    ``preview`` False leaves preview checks out. Findings below ``min_severity`` are not given.
    ``fail_on`` decides exit code 1 (see `auditor.cli.verdict`), ``exit_zero`` turns that 1 into 0.
    ``date`` is the publication date of articles that have none of their own; ``as_of`` the clock for relative dates
    and expiries; both ISO 8601 days. ``jobs`` is the number of processes, 0 for as many as there are processors.
    ``pairs`` joins the id of an article with the id of the text it was translated from.
    """

    lang: str | None = None
    from_lang: str | None = None
    glossary: tuple[str, ...] = ()
    no_glossary: bool = False
    style: None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = True
    min_severity: Severity = "neutral"
    fail_on: FailOn = "major"
    date: str | None = None
    as_of: str | None = None
    encoding: str | None = None
    jobs: int = 0
    max_bytes: int = MAX_BYTES
    skip_unreadable: bool = False
    isolated: bool = False
    exit_zero: bool = False
    pairs: tuple[tuple[str, str], ...] = ()

    def wants(self, rule: str, slug: str) -> bool:
        """True when ``select`` and ``ignore`` leave the check on; of two that match, the longer one decides."""
        chosen = _longest(self.select, rule, slug) if self.select else 0
        dropped = _longest(self.ignore, rule, slug)
        return chosen is not None and (dropped is None or chosen > dropped)


def _longest(patterns: tuple[str, ...], rule: str, slug: str) -> int | None:
    fits = [len(p) if p != slug else len(rule) for p in patterns if p == slug or rule.startswith(p.upper())]
    return max(fits, default=None)
