"""Two versions of an article: each thing that changed is told once, in its kind; nothing is told where nothing did."""

from __future__ import annotations

import msgspec
import pytest

import auditor
from auditor.drift.side import Side
from auditor.drift.versions import versions
from auditor.records import Audit
from auditor.report.options import Options
from auditor.report.versions import render
from auditor.report.wording import ONLY_HERE, Part, marked
from tests.report_sample import HOSTILE, TEXTS, sample
from tests.test_report_escape import is_dangerous

BASE = (
    "The port of Ostend will open its new quay on May 12, 2031, harbour master Pieter Goossens said on March 3.\n\n"
    "“The new quay is the best answer for the safety of the crews,” Goossens told Reuters.\n\n"
    "The port spent 30 million euros on the quay, which is 400 metres long. Engineer Sergei Volkov built it.\n"
)


def side(text: str, name: str = "a.txt") -> Side:
    return Side(auditor.audit_texts({name: text}, no_glossary=True), {name: text})


def told(old: str, new: str) -> set[tuple[str, str, str | None, str | None]]:
    (version,) = versions(side(old), side(new))
    return {(c.subject, c.how, c.before, c.after) for c in version.changes}


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("May 12, 2031", "May 21, 2031", {("dates", "changed", "May 12, 2031", "May 21, 2031")}),
        ("30 million euros", "50 million euros", {("figures", "changed", "30 million euros", "50 million euros")}),
        (", which is 400 metres long", "", {("figures", "dropped", "400 metres", None)}),
        ("Sergei Volkov", "Sergej Wolkow", {("names", "changed", "Sergei Volkov", "Sergej Wolkow")}),
        ("Engineer Sergei Volkov", "An engineer", {("names", "dropped", "Sergei Volkov", None)}),
        ("Goossens told Reuters", "Goossens said", {("attributions", "dropped", "Reuters", None)}),
        (
            "best answer for the safety",
            "only answer for the safety",
            {("quotes", "changed", *(f"The new quay is the {w} answer for the safety of the crews," for w in
              ("best", "only")))},
        ),
        (
            "“The new quay is the best answer for the safety of the crews,” Goossens told Reuters.\n\n", "",
            {("quotes", "dropped", "The new quay is the best answer for the safety of the crews,", None)},
        ),
        ("The port spent", "The whole port spent", set()),
        ("", "", set()),
    ],
)  # fmt: skip
def test_what_changed(before: str, after: str, wanted: set[tuple[str, str, str | None, str | None]]) -> None:
    found = told(BASE, BASE.replace(before, after))
    assert wanted <= found
    assert {c[0] for c in found} <= {c[0] for c in wanted} | {"attributions", "names", "quotes"}
    assert wanted or not found


def test_swapping_the_sides_swaps_added_and_dropped() -> None:
    other = BASE.replace("Engineer Sergei Volkov", "An engineer").replace("30 million", "50 million")
    turn = {"added": "dropped", "dropped": "added", "changed": "changed"}
    forth, back = told(BASE, other), told(other, BASE)
    assert {(s, turn[h], b, a) for s, h, a, b in forth} == back


def test_findings_are_new_or_gone_wherever_they_stand() -> None:
    fused = BASE.replace("Goossens said", "Sean O'Learyzwei said")
    (version,) = versions(side(BASE), side("Moved down.\n\n" + fused))
    assert "TA101" in {f.rule for f in version.fresh}
    (version,) = versions(side(fused), side(BASE))
    assert "TA101" in {f.rule for f in version.gone}
    (version,) = versions(side(fused), side("A line above. \n\n" + fused))
    assert "TA101" not in {f.rule for f in (*version.fresh, *version.gone)}


def test_a_change_at_the_very_beginning_comes_first() -> None:
    head = "It rained, and it rained. " * 4
    tail = " people left the big ship with {} dogs on Monday.\n"
    old, new = side(head + "300" + tail.format(12)), side("400" + tail.format(13))
    (version,) = versions(old, new)
    figures = [(c.before, c.after) for c in version.changes if c.subject == "figures"]
    assert figures == [("300 people", "400 people"), ("12 dogs", "13 dogs")]


def test_articles_are_joined_by_id_then_by_bytes() -> None:
    def three(names: str) -> Side:
        texts = {name: f"The ferry {name.upper()} sails at noon." for name in names}
        return Side(auditor.audit_texts(texts, no_glossary=True), texts)

    old, new = three("abc"), three("bcd")
    moved = msgspec.structs.replace(
        new.audit,
        articles=tuple(
            msgspec.structs.replace(a, sha256=next(x.sha256 for x in old.audit.articles if x.id == "a"))
            if a.id == "d" else a
            for a in new.audit.articles
        ),
    )  # fmt: skip
    pairs = [(v.old and v.old.id, v.new and v.new.id) for v in versions(old, Side(moved, new.texts))]
    assert pairs == [("b", "b"), ("c", "c"), ("a", "d")]
    pairs = [(v.old and v.old.id, v.new and v.new.id) for v in versions(old, new)]
    assert pairs == [("b", "b"), ("c", "c"), (None, "d"), ("a", None)]


@pytest.mark.parametrize("format", ["text", "json", "csv", "md"])
def test_every_format_is_harmless(format: str) -> None:
    audit, bare = sample(), _without(sample())
    for a, b in ((audit, bare), (bare, audit)):
        old, new = Side(a, TEXTS), Side(b, TEXTS)
        text = render(old, new, versions(old, new), format, Options(width=70))
        assert not any(map(is_dangerous, text.replace("\r\n", "\n")))
        assert format != "text" or max(map(len, text.splitlines())) <= 70


def _without(audit: Audit) -> Audit:
    return msgspec.structs.replace(
        audit, entities=(), quotes=(), quote_links=(), claims=(), claim_links=(), findings=()
    )


def test_a_difference_is_marked_over_the_end_of_a_line() -> None:
    parts = (Part("one ", False), Part("two three " + HOSTILE, True), Part(" four", False))
    rows = marked(parts, ONLY_HERE, lambda text, role: f"<{text}>", "major", 20)
    assert rows[0] == "one <[-two three>"
    assert rows[-1].endswith("-]> four")
    assert all(row.startswith("<") for row in rows[1:])
