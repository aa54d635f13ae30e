"""Copy that is sound, or of a kind in which a form is no fault: what was once taken for one stays silent."""

from __future__ import annotations

import auditor


def _rules(text: str) -> list[tuple[str, str]]:
    """The rule and the matched text of each finding."""
    return [(found.rule, found.match) for found in auditor.audit_texts({"a": text}, lang="en").findings]


_RUN_ON = (
    "The council of the town of Lindau voted on Monday to close the old bridge for repairs until the spring. Traffic will "
    "be led over the ferry and through the villages on the other bank of the river, and the works will cost four million "
    "euros, half of which comes from the state. Shops on the bank fear for their trade in the weeks before the holidays. "
    "The mayor spoke to them in the evening in the hall of the school. {} She left an hour later. The council will meet "
    "again in the first week of May to hear how the works go on, and to decide who pays for the ferry in the summer."
)
_SPEECH = '"We had no choice, and we had no time. "The bridge was falling into the river," she said.'


def test_speech_goes_on_where_paragraphs_were_run_together() -> None:
    assert ("TX109", '"') not in _rules(_RUN_ON.format(_SPEECH))


def test_speech_opened_twice_in_a_paragraph_of_several_is_told() -> None:
    assert ("TX109", '"') in _rules(f"{_SPEECH}\n\nThe council will meet again in May.")
