"""Each check's own examples are its tests.

bad: fires once, on the marked words; its fix silences it and wakes no other check. good: nothing fires.
limit: a known failure, held strictly, so that an accidental cure is noticed.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import auditor
from auditor.checks.base import Check, Example
from auditor.checks.catalogue import catalogue
from auditor.checks.measured import table
from auditor.packs.mqm import typology
from auditor.records import Audit, Finding

MARK = re.compile("⟦(.*?)⟧", re.DOTALL)


def cases() -> Iterator[object]:
    for check in catalogue():
        for number, example in enumerate(check.examples, 1):
            marks = [pytest.mark.xfail(strict=True)] if example.kind == "limit" else []
            yield pytest.param(check, example, id=f"{check.id}-{example.kind}-{number}", marks=marks)


def audit(text: str, example: Example) -> Audit:
    texts = {f"sibling-{n}": sibling for n, sibling in enumerate(example.siblings, 1)}
    if example.glossary is None:
        return auditor.audit_texts({"example": text, **texts}, lang=example.lang, style=example.style)
    with tempfile.TemporaryDirectory() as folder:
        glossary = Path(folder, "g.toml")
        glossary.write_text(example.glossary, encoding="utf-8")
        return auditor.audit_texts({"example": text, **texts}, lang=example.lang, glossary=glossary)


def found(text: str, example: Example) -> list[Finding]:
    return [f for f in audit(text, example).findings if f.article == "example"]


@pytest.mark.parametrize(("check", "example"), list(cases()))
def test_example(check: Check, example: Example) -> None:
    text = MARK.sub(r"\1", example.text)
    findings = found(text, example)
    marked = MARK.search(example.text)
    if marked is None:
        assert not findings, [(f.rule, f.match) for f in findings]
        return
    mine = [f for f in findings if f.rule == check.id]
    assert [(f.start, f.match) for f in mine] == [(marked.start(), marked[1])]
    if example.fixed is not None:
        first = mine[0].suggestions[0].text
        assert text[: mine[0].start] + first + text[mine[0].end :] == example.fixed
        rest = found(example.fixed, example)
        before = {(f.rule, f.match) for f in findings}
        assert not [f for f in rest if f.rule == check.id or (f.rule, f.match) not in before]


@pytest.mark.parametrize("check", catalogue(), ids=lambda c: c.id)
def test_contract(check: Check) -> None:
    """Every check says what it is, cites a source, proves itself both ways, and says what was measured."""
    kinds = [example.kind for example in check.examples]
    assert re.fullmatch(r"(TA|NM|QT|DT|NU|PV|TM|TX|GL|AU)\d{3}", check.id)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.slug)
    assert check.mqm in typology().types
    assert kinds.count("bad") >= 1
    assert kinds.count("good") >= 1
    assert all(MARK.search(e.text) for e in check.examples if e.kind == "bad")
    assert check.why
    assert check.sources
    assert check.id in table(), "count its false alarms: python -m tools.false_alarms"


def test_ids_and_slugs_are_unique() -> None:
    checks = catalogue()
    assert len({c.id for c in checks}) == len({c.slug for c in checks}) == len(checks)
