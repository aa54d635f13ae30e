"""What people are not shown at their wish is counted, and only reports leave it out."""

from __future__ import annotations

import pytest

import auditor
from auditor.cli.emit import rendered
from auditor.records import SEVERITIES, Severity
from auditor.report.html import render_site
from auditor.report.shown import not_shown, shown
from auditor.run.gather import Gathered
from auditor.run.pipeline import Result
from auditor.run.settings import Settings

TEXT = (
    "The regulator Roskomnadzor fined the platform. Roskomnadzor acted on a complaint, it said. "
    "Roskomadzor did not say who had complained. The envoy Sergej Lawrow met the pilot Sean O'Learyzwei of Cork.\n"
)
AUDIT = auditor.audit_texts({"a": TEXT}, lang="en")
GATHERED = Gathered(sources=(), failures=())


@pytest.mark.parametrize("floor", SEVERITIES)
def test_what_is_below_the_floor_is_counted(floor: Severity) -> None:
    low = [f for f in AUDIT.findings if SEVERITIES.index(f.severity) < SEVERITIES.index(floor)]
    left = shown(AUDIT, floor)
    assert len(left.findings) + len(low) == len(AUDIT.findings)
    assert not_shown(left, "a") == not_shown(left) == (f"{len(low)} below {floor} not shown" if low else None)
    assert left.articles == AUDIT.articles


@pytest.mark.parametrize("format", ["text", "concise", "md", "html", "csv"])
def test_reports_leave_it_out(format: str) -> None:
    result = Result(AUDIT, {"a": TEXT})
    assert "NM101" in rendered(result, format, Settings(), GATHERED)
    told = rendered(result, format, Settings(min_severity="critical"), GATHERED)
    assert "NM101" not in told
    assert "TA101" in told
    if format in ("text", "md", "html"):
        assert "below critical not shown" in told


def test_the_record_and_the_pages() -> None:
    result = Result(AUDIT, {"a": TEXT})
    for name in ("json", "jsonl"):
        high = Settings(min_severity="critical")
        assert rendered(result, name, high, GATHERED) == rendered(result, name, Settings(), GATHERED)
    for page in render_site(shown(AUDIT, "critical"), {"a": TEXT}).values():
        assert "below critical not shown" in page
