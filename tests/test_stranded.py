"""Names that stand as sentences, and what else breaks where a page's links were taken out."""

from __future__ import annotations

import pytest

import auditor


def _found(text: str, rule: str) -> list[str]:
    return [f.match for f in auditor.audit_texts({"a": text}, lang="en").findings if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The flat of the mayor is located in the old town. Olaf Hansen. The police told this on Monday.", True),
        ("Who would have won the race after such a fall? Olaf Hansen. The crowd cheered on Monday.", False),
        ("The flat of the mayor is located in the old town.\n\nOlaf Hansen.\n\nThe police told this on Monday.", False),
        ("“The flat is in the old town of the city. Olaf Hansen. He lives there,” the officer said on Monday.", False),
        ("It is over. Olaf Hansen. The police told this on Monday in the old town of the city.", False),
    ],
)
def test_a_name_between_two_sentences(text: str, found: bool) -> None:
    assert _found(text, "TX126") == (["Olaf Hansen"] if found else [])


@pytest.mark.parametrize(
    ("text", "lump"),
    [
        ("In an interview on the air of TVE 1the minister stressed that the reform would go ahead.", "1the"),
        ("As the agency REGNUMlast week wrote, the mayor knew nothing of the plan for the bridge.", "REGNUMlast"),
        ("Pere Aragonès spoke on Monday. The president, Pere Aragonesto withdraw support, said no.", "Aragonesto"),
    ],
)
def test_words_that_the_links_left_together(text: str, lump: str) -> None:
    assert lump in _found(text, "TA102")
