"""Punctuation: which marks stand wrong, and what edited copy may do."""

from __future__ import annotations

import re

import pytest

import auditor
from auditor.checks.marks import marks
from auditor.checks.marks.quote_sides import wrong_sides
from auditor.checks.marks.unpaired import lone_guillemets, unpaired


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It was good. “", ["“"]),
        ("“We go,“ he said.", ["“"]),
        ("the “big“ one", ["“"]),
        ("a plan ”big” here", ["”"]),
        ("He said: “ We will go ”", ["“ ", " ”"]),
        ("“”We will go", ["“”"]),
        ('""We will go', ['""']),
        ("“We go,” he said. “Now.”", []),
        ("(“No.” “Yes.”)", []),
        ("der „große“ Plan", []),
        ("a “‘nested’ one” here", []),
    ],
)
def test_turned(text, wanted):
    assert [text[a:b] for a, b in sorted(marks.turned(text))] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"No " he said and " yes".', [' "', '" ']),
        ('He said "no" and "yes".', []),
        ('The 12" disc and the 7" disc.', []),
        ('He said "no.', []),
    ],
)
def test_inner_blanks(text, wanted):
    assert [text[a:b] for a, b in marks.inner_blanks(text, 0, len(text))] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It rained ,, he said,, and left,.", [",,", ",."]),
        ("Wait... i.e., etc., U.S., or 1,200.50: so?!", []),
        ("See a,b and x.y", []),
    ],
)
def test_clusters(text, wanted):
    assert [text[a:b] for a, b in marks.clusters(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"We wait for it, "said the mayor.', [' "']),
        ("“We wait for it, “said the mayor.", [" “"]),
        ('He spoke of his" friends " in town.', ['" ']),
        ('The court added:"He must pay."', [':"']),
        ("The court added,“he must pay” and rose.", [",“"]),
        ('The word "war," she said, "is old."', []),
        ('"Who "ordered" this story," she said.', []),
        ("“Who “ordered” this story,” she said.", []),
        ('It is over," he said. "And we go on.', []),
        ('The 12" disc, "Ten", was said to be good.', []),
    ],
)
def test_wrong_sides(text, wanted):
    assert [text[a:b] for a, b, _ in wrong_sides(text, frozenset(["said"]))] == wanted


def rules(*paragraphs: str) -> list[tuple[str, str]]:
    audit = auditor.audit_texts({"copy": "\n\n".join(paragraphs)}, lang="en", no_glossary=True)
    return [(f.rule, f.match) for f in audit.findings]


LONG = (
    "The works on the old bridge will cost four million euros and take until the summer of next year, said the mayor."
)


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (LONG, True),
        (LONG.replace("said the mayor", "the mayor says"), True),
        (LONG.replace("four million euros and take until the summer", "less, and open in the spring"), False),
        ("The old bridge is closed.", False),
    ],
)
def test_near_duplicates(second, found):
    """A long paragraph counts as repeated when three quarters of its runs of four words stand in an earlier one."""
    between = "Nobody had asked for it, and nobody was glad when it came."
    assert (("TX506", second) in rules(LONG, between, second)) is found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We wait.” He left.\n“We go, he said.\nThe bus left.", [20]),
        ("“We wait.” He left.\n“We go.\n“And soon,” he said.", []),
        ("“We wait.” He left.\nThe plan, he said,” was his.\nAll went.", [38]),
        ("It was cold, he said.” All left.\nThe bus came.", []),
        ('He said "we go" and left.\nHe said "we go and left.\nHe left.', [34]),
        ('A 5" pipe "here" and there.\nThe "end.\nNo.', [32]),
        ("He called it “a trip to “Hell””.\nNo.", []),
        ("All went. “We go", []),
    ],
)
def test_unpaired(text, wanted):
    blocks = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    assert list(unpaired(text, blocks)) == wanted


@pytest.mark.parametrize(("text", "wanted"), [("So it was. » He left", [11]), ("» Read more", []), ("«A» b", [])])
def test_lone_guillemets(text, wanted):
    assert list(lone_guillemets(text, 0, len(text))) == wanted


def test_loose_hyphens_that_stand_for_dashes() -> None:
    texts = ("a clean -up in May", "chiefs -all but two- asked")
    mended = [better for text in texts for *_, better in marks.loose_hyphens(text)]
    assert mended == ["clean-up", "chiefs – all"]
