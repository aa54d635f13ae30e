"""Days named by their number alone (DT107), and words of another script (TA202)."""

from __future__ import annotations

import pytest

import auditor

_DAYS = (
    ("two days", "On the 5th, the mill closed. It opens on the 9th, he said.", ["On the 5th", "on the 9th"]),
    ("one day alone", "The mill closed on the 5th, the owner said.", []),
    ("the month in the same article", "The fair ends in June. It opens on the 5th, and rests on the 9th.", []),
    ("of a month named relatively", "It opens on the 5th of this month. It ends on the 9th of next month.", []),
    ("a month after two days", "It opens on the 5th and 9th of each month, and on the 20th of a month.", []),
    ("ordinals of other things", "He lost on the 5th floor. A choir sang on the 9th, in the hall of the inn.", []),
    ("brackets beside a word for a day", "She comes today (21st), the agency of the singer said.", ["today (21st)"]),
    ("a weekday in brackets", "On the morning of Friday (the 9th) the hall burned.", ["Friday (the 9th)"]),
    ("brackets beside a rank", "The club (9th) lost, and its rival (12th) won the second match.", []),
)  # fmt: skip
_SCRIPTS = (
    ("glued", "The hall was full at noon.안전한가게 Visitors left early.", ["안전한가게"]),
    ("two words are one finding", "The hall was full at noon. บ้าน สวน Visitors left early.", ["บ้าน สวน"]),
    ("in brackets with other words", "The hall (built by 李小明 in brick) was full at noon.", []),
    ("a name with its gloss", "The visitor 李小明 (Li Xiaoming) saw the hall at noon.", []),
    ("quoted", "The crowd in the hall shouted “加油加油” at noon, and the team won.", []),
    ("announced as a word", "The word 先生 means teacher, and the teacher was glad.", []),
    ("a hashtag", "The crowd used #안전한가게 at noon, and the hall was full.", []),
    ("a single sign", "The shop sells it at 3 円 a piece, and the hall was full.", []),
    ("a paragraph of its own", "The hall was full.\n\n李小明走进大厅，看见很多人在那里等候。", []),
)


@pytest.mark.parametrize(("text", "found"), [row[1:] for row in _DAYS], ids=[row[0] for row in _DAYS])
def test_days(text: str, found: list[str]) -> None:
    assert fired(text, "DT107") == found


@pytest.mark.parametrize(("text", "found"), [row[1:] for row in _SCRIPTS], ids=[row[0] for row in _SCRIPTS])
def test_scripts(text: str, found: list[str]) -> None:
    assert fired(text, "TA202") == found


def fired(text: str, rule: str) -> list[str]:
    audit = auditor.audit_texts({"a": text}, lang="en", no_glossary=True)
    return [finding.match for finding in audit.findings if finding.rule == rule]
