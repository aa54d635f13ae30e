"""Relative dates made absolute, and what claims of two articles then say of each other."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.corpus.resolve import resolved
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.records import Audit
from auditor.text.lexicon import lexicon

CASES = tomllib.loads((Path(__file__).parent / "cases" / "resolve.toml").read_text(encoding="utf-8"))["case"]


def dates(text: str, published: str | None, lang: str = "en") -> list[tuple[str, str]]:
    source = msgspec.structs.replace(from_text("a", text), published=published)
    return [(v.value, v.precision) for v in resolved(read(source, lexicon(), lang)) if v.kind == "date"]


@pytest.mark.parametrize("case", CASES, ids=[c["text"] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = dates(case["text"], case.get("published", "2023-02-24"), case.get("lang", "en"))
    assert found[:1] == [(case["value"], case.get("precision", "day"))]


def test_without_a_date_nothing_is_resolved() -> None:
    assert dates("The council met on Friday, the mayor said yesterday.", None) == [
        ("XXXX-WXX-5", "day"),
        ("-P1D", "day"),
    ]


@given(st.dates(min_value=date(1900, 1, 8), max_value=date(2100, 1, 1)), st.sampled_from(["met", "will meet", "-"]))
def test_a_weekday_is_that_weekday_and_near(day: date, verb: str) -> None:
    [(value, _)] = dates(f"The council {verb} on Tuesday in the town hall.", day.isoformat())
    found = date.fromisoformat(value)
    assert found.isoweekday() == 2
    low, high = {"met": (-6, 0), "will meet": (0, 6), "-": (-3, 3)}[verb]
    assert timedelta(low) <= found - day <= timedelta(high)


ONE = "Pieter Goossens opened the new quay of the port of Ostend {}. The port had waited for the quay for ten years."
OTHER = "The new quay of the port of Ostend was opened by Pieter Goossens {}. Work on the quay took a long time."


def state(one: str, other: str, day: str | None) -> set[str]:
    settings = {"date": day} if day else {}
    audit: Audit = auditor.audit_texts({"a": ONE.format(one), "b": OTHER.format(other)}, lang="en", **settings)
    own = {c.id: c for c in audit.claims if c.kind == "date"}
    return {link.state for link in audit.claim_links if link.a in own and link.b in own}


@pytest.mark.parametrize(
    ("one", "other", "day", "states"),
    [
        ("on Friday", "on 24 February 2023", "2023-02-24", {"agrees"}),
        ("yesterday", "on 23 February 2023", "2023-02-24", {"agrees"}),
        ("last month", "in January 2023", "2023-02-24", {"agrees"}),
        ("on Friday", "on 20 February 2023", "2023-02-24", {"open"}),
        ("on Friday", "on 24 February 2023", None, {"open"}),
        ("on Friday", "on Thursday", "2023-02-24", set()),
        ("on Friday", "on Friday", "2023-02-24", {"agrees"}),
    ],
)
def test_claims_of_two_articles(one: str, other: str, day: str | None, states: set[str]) -> None:
    assert state(one, other, day) == states


def test_the_record_holds_the_day() -> None:
    audit = auditor.audit_texts({"a": ONE.format("on Friday")}, date="2023-02-24", lang="en")
    assert [(c.value, c.precision) for c in audit.claims if c.kind == "date"] == [("2023-02-24", "day")]
