"""Pages of checks: every field of a check is told, in one order, for one check and for the book of all."""

from __future__ import annotations

from auditor.checks.base import Check, Example
from auditor.report.rule import docs_checks, render_rule, render_rules

CHECK = Check(
    id="TA999",
    slug="stuck-word",
    title="A word is stuck to a name",
    mqm="accuracy/untranslated",
    severity="major",
    why="Readers take it for a name",
    message="“{match}” has a word stuck to it",
    run=lambda context: (),
    examples=(
        Example(text="Anna ⟦Bergund⟧ came.", kind="bad", fixed="Anna Berg came.", siblings=("Anna Berg came.",)),
        Example(text="Anna Berg came.", kind="good"),
        Example(text="Anna Bergoder came.", kind="limit"),
    ),
    sources=("A handbook, 2nd ed.",),
    limits=("Short names are not split",),
    languages=("en", "de"),
)
OTHER = Check(
    id="NM998",
    slug="odd-form",
    title="An odd form",
    mqm="accuracy/untranslated",
    severity="minor",
    why="It differs",
    message="m",
    run=lambda context: (),
    examples=(),
    sources=(),
    status="stable",
)


def test_a_page_tells_everything_in_order() -> None:
    page = render_rule(CHECK)
    parts = [
        "# TA999 stuck-word",
        "A word is stuck to a name.",
        "severity: major",
        "status: preview (reported, never moves the exit code)",
        "accuracy/untranslated, source text was left in the target",
        "languages: English, German",
        "## Why it misleads",
        "Anna ⟦Bergund⟧ came.",
        "(beside it: Anna Berg came.)",
        "## Use instead",
        "## Not a fault",
        "## False alarms",
        "Not counted yet.",
        "## Limits",
        "Short names are not split",
        "Anna Bergoder came.",
        "## Sources",
        "A handbook, 2nd ed.",
        "--ignore TA999",
    ]
    places = [page.index(part) for part in parts]
    assert places == sorted(places)


def test_empty_fields_have_no_heading() -> None:
    page = render_rule(OTHER)
    assert "## Sources" not in page
    assert "## Use instead" not in page
    assert "languages: all" in page


def test_the_list_is_sorted_and_counted() -> None:
    lines = render_rules([CHECK, OTHER]).splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["NM998", "TA999"]
    assert lines[-1].startswith("2 checks")
    narrow = render_rules([CHECK, OTHER], 60).splitlines()
    assert len(narrow) > len(lines)
    assert max(map(len, narrow)) <= 60


def test_the_book_holds_every_page_under_its_family() -> None:
    book = docs_checks([CHECK, OTHER])
    assert book.index("## Names") < book.index("## Translation artifacts") < book.index("## NM998 odd-form")
    assert "[TA999](#ta999-stuck-word)" in book
    assert render_rule(CHECK, level=2) in book
    assert docs_checks([OTHER, CHECK]) == book
