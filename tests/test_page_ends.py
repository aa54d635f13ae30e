"""Cut ends of articles: what the last paragraph shows, weighed against how the others end."""

from __future__ import annotations

import pytest

import auditor

BODY = (
    "The city council voted on Monday evening to close the old river bridge for repairs until next summer.",
    "Traffic will be led over the small ferry and through the villages on the other bank, the mayor said.",
    "The works will cost four million euros, half of which comes from the state and the rest from the city.",
)
FIRST = "The ferry takes forty cars at a time."
CASES = [
    ("behind two letters", f"{FIRST} The town pays for it with the help of th", True),
    ("in mid-word", f"{FIRST} The town pays for it with the help of the governmen", True),
    ("behind a whole sentence", f"{FIRST} The town pays for it with the help of the", True),
    ("in an open quotation", f"{FIRST} The mayor said: “We will wait until the state has paid its share", True),
    (
        "on dots in mid-report",
        f"{FIRST} It goes every half an hour and will be paid by the state and by the town…",
        True,
    ),
    ("on dots behind an article", f"{FIRST} It will be paid by the…", True),
    ("on the mark of an excerpt", f"{FIRST} It will be paid by the state […]", True),
    ("a whole sentence", f"{FIRST} It will be paid by the state.", False),
    ("the desk's initials", f"{FIRST} It will be paid by the state. dpa", False),
    ("an author", f"{FIRST} It will be paid by the state. Anna Berg", False),
    ("an agency behind a dash", f"{FIRST} It goes every half an hour and will be paid by the state - Xinhua", False),
    ("a short line that trails off", "And so the town waits…", False),
    ("a link of the page", f"{FIRST} It will be paid by the state.\n\nMore on the ferry", False),
]


@pytest.mark.parametrize(("label", "last", "cut"), CASES, ids=[case[0] for case in CASES])
def test_last_paragraph(label: str, last: str, cut: bool) -> None:
    found = auditor.audit_texts({"a": "\n\n".join([*BODY, last])}, lang="en").findings
    assert ("TX502" in {finding.rule for finding in found}) is cut


def test_a_text_whose_paragraphs_lack_their_ends_is_no_cut_one() -> None:
    rows = [row.rstrip(".") for row in BODY]
    text = "\n\n".join([*rows, FIRST + " The town pays for it with the help of the {}"])
    told = {
        word: "TX502" in {found.rule for found in auditor.audit_texts({"a": text.format(word)}, lang="en").findings}
        for word in ("gov", "government", "governmen")
    }
    assert told == {"gov": False, "government": False, "governmen": True}  # the beginning of a word is a cut anywhere
