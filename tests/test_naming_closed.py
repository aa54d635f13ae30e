"""Names of closed classes: designations, regions, joined names, hyphens, order, and names in two shapes."""

from __future__ import annotations

import pytest

import auditor

_BEFORE, _AFTER = "The meeting was held on Tuesday.\n\n", "\n\nThe talks will go on next week, officials said."


def _found(text: str) -> dict[str, str]:
    """Matched words -> id of the check, in a short article."""
    record = auditor.audit_texts({"a": _BEFORE + text + _AFTER}, lang="en")
    return {finding.match: finding.rule for finding in record.findings if finding.severity != "neutral"}


@pytest.mark.parametrize(
    ("text", "match", "rule"),
    [
        ("A Mi 8 helicopter crashed near the lake on Monday.", "Mi 8", "NM208"),
        ("Russia fired X-101 missiles at the town on Monday.", "X-101", "NM208"),
        ("The Progress-MS 31 will bring food to the crew.", "Progress-MS 31", "NM208"),
        ("They live in the Poltavska oblast on a farm.", "Poltavska", "NM201"),
        ("He flew to South-Korea on Monday.", "South-Korea", "NM201"),
        ("They waited in Kiev'de for the train on Monday.", "Kiev'de", "NM201"),
        ("The prize went to Hans Meier und Karl Schmidt on Monday.", "und", "TA201"),
        ("The party Ata Jurt voted. Then Ata-Jurt left, and Ata Jurt was split.", "Ata-Jurt", "NM202"),
        ("Mette Frederiksen came. Frederiksen spoke. Then Frederickson left.", "Frederickson", "NM202"),
        ("The funds of the Pnrr were cut in May.", "Pnrr", "TX125"),
        ("The OTAN-led mission ended on Monday.", "OTAN", "NM204"),
        ("The Chechenian leader came to the hall on Monday.", "Chechenian", "NM103"),
    ],
)
def test_is_found(text: str, match: str, rule: str) -> None:
    assert _found(text).get(match) == rule


@pytest.mark.parametrize(
    "text",
    [
        "A Su-34, a Soyuz MS-31, a Falcon 9 and an F-16 were shown.",
        "The X-59 is a plane of NASA. The S 300 is a car.",
        "The Khmelnytskyi region and the Kursk region are quiet.",
        "The South Korea-based firm won. It is in Timor-Leste.",
        "Juan Ortega y Gasset wrote it. He told Ivan Petrov a joke.",
        "Danish Prime Minister Mette Frederiksen called for talks during her visit.",
    ],
)
def test_is_not_found(text: str) -> None:
    assert not {rule for rule in _found(text).values() if rule in ("NM201", "NM202", "NM208", "TA201", "TA307")}
