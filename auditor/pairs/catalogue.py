"""The checks of a text against its source."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from auditor.checks.base import Check, Context, Hit
from auditor.packs import data_path, load_tsv
from auditor.pairs.judge import Kind
from auditor.records import Severity

_COLUMNS = ("check", "findings", "segments")


def _needs_a_source(context: Context) -> Iterable[Hit]:
    """These checks fire in `auditor.pairs.audit`, which has the source; without one there is nothing to say."""
    return ()


class _Row(NamedTuple):
    """What the page of a check says."""

    id: str
    slug: str
    title: str
    mqm: str
    severity: Severity
    why: str
    message: str
    sources: tuple[str, ...]


_ROWS: dict[Kind, _Row] = {
    "number": _Row(
        "NU401",
        "pair-number",
        "A number that the source does not have",
        "accuracy/mistranslation/number",
        "major",
        "A figure that changed on the way is the fault that readers repeat.",
        "“{match}” where the source has “{source}”",
        ("MQM Core, accuracy; Unicode CLDR 47, number symbols and spelled-out numbers",),
    ),
    "magnitude": _Row(
        "NU402",
        "pair-magnitude",
        "A million for a billion",
        "accuracy/mistranslation/number",
        "major",
        "German Billion, French billion and English billion are not one number; a slip is a thousandfold.",
        "“{match}” differs from the source's “{source}” by its magnitude",
        ("Unicode CLDR 47, rule-based number formats",),
    ),
    "name": _Row(
        "NM401",
        "pair-name",
        "A name that the source does not have",
        "accuracy/mistranslation/entity",
        "major",
        "Another name is another person.",
        "“{match}” is not in the source, {source}",
        ("MQM Core, accuracy/mistranslation",),
    ),
    "untranslated-word": _Row(
        "TA411",
        "pair-untranslated-word",
        "A word of the source left as it was",
        "accuracy/untranslated",
        "major",
        "A word that the translation skipped stands in a language that readers may not know.",
        "“{match}” was left as the source has it",
        ("MQM Core, accuracy/untranslated", "wordfreq 3 (Speer 2022)"),
    ),
    "untranslated-part": _Row(
        "TA412",
        "pair-untranslated-part",
        "A part of the source left as it was",
        "accuracy/untranslated",
        "critical",
        "A whole passage stands in another language.",
        "a part of the text was left as the source has it",
        ("MQM Core, accuracy/untranslated",),
    ),
    "negation": _Row(
        "TM401",
        "pair-negation",
        "One side denies, the other does not",
        "accuracy/mistranslation",
        "major",
        "A lost or added “not” turns what was said into its opposite.",
        "{source}",
        ("Quirk et al. 1985, 10.54-70; Duden 4, Negation",),
    ),
    "month": _Row(
        "DT401",
        "pair-month",
        "Another month than in the source",
        "accuracy/mistranslation/date-time",
        "major",
        "The month changed on the way.",
        "“{match}” where the source has “{source}”",
        ("Unicode CLDR 47, month names",),
    ),
    "weekday": _Row(
        "DT402",
        "pair-weekday",
        "Another weekday than in the source",
        "accuracy/mistranslation/date-time",
        "major",
        "The weekday changed on the way.",
        "“{match}” where the source has “{source}”",
        ("Unicode CLDR 47, day names",),
    ),
}


def _counted(check: str) -> tuple[str, ...]:
    """How often it fires on good human translations, as ``python -m tools.pair_false_alarms`` counted."""
    rows = load_tsv(data_path("checks", "pair_false_alarms.tsv"), _COLUMNS)
    return tuple(
        f"{row['findings']} findings in {int(row['segments']):,} segments of good human translations (WMT 2022 general "
        "test) (benchmarks/pairs.py)"
        for row in rows
        if row["check"] == check
    )


@cache
def checks() -> dict[Kind, Check]:
    """Kind of fault -> its check."""
    return {
        kind: Check(**row._asdict(), run=_needs_a_source, examples=(), limits=_counted(row.id))
        for kind, row in _ROWS.items()
    }
