"""Copy that is sound, or of a kind in which a form is no fault: what was once taken for one stays silent."""

from __future__ import annotations

import pytest

import auditor
from auditor.checks.persons.person_reach import unreached
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon


def _rules(text: str) -> list[tuple[str, str]]:
    """The rule and the matched text of each finding."""
    return [(found.rule, found.match) for found in auditor.audit_texts({"a": text}, lang="en").findings]


_RUN_ON = (
    "The council of the town of Lindau voted on Monday to close the old bridge for repairs until the spring. "
    "Traffic will be led over the ferry and through the villages on the other bank of the river, and the works will"
    " cost four million euros, half of which comes from the state. Shops on the bank fear for their trade in the "
    "weeks before the holidays. The mayor spoke to them in the evening in the hall of the school. {} She left an "
    "hour later. The council will meet again in the first week of May to hear how the works go on, and to decide "
    "who pays for the ferry in the summer."
)
_SPEECH = '"We had no choice, and we had no time. "The bridge was falling into the river," she said.'


def test_speech_goes_on_where_paragraphs_were_run_together() -> None:
    assert ("TX109", '"') not in _rules(_RUN_ON.format(_SPEECH))


def test_speech_opened_twice_in_a_paragraph_of_several_is_told() -> None:
    assert ("TX109", '"') in _rules(f"{_SPEECH}\n\nThe council will meet again in May.")


_CHAT = (
    "Hello, I am glad that you have come, and I can help you with the parcel that you have ordered in our shop.\n\n"
    "Please tell me the number of your order, which you will find in the letter that came with the bill in the evening."
    "\n\n{0}\n\nI have found the parcel for you, and it seems to me that it was sent to a house in the street of yours."
    "\n\nYour parcel will be with you on Friday at the latest, and you can choose the hour on your account.\n\n{1}"
)


@pytest.mark.parametrize(
    ("first", "last", "rule"),
    [
        ("You can change the address of your parcel on the page of your account.",) * 2 + ("TX506",),
        ("You will see it on your account.", "To change the address of it please follow these steps:", "TX502"),
        ("Click here to see your orders", "You can choose the hour as well.", "TX501"),
        ("I spoke with a lady at the desk.", "He told me that you can have it sent again.", "TA307"),
    ],
)  # fmt: skip
def test_a_chat_repeats_breaks_off_and_names_links(first: str, last: str, rule: str) -> None:
    assert rule not in [found for found, _ in _rules(_CHAT.format(first, last))]


_FERRY = (
    "Traffic will be led over the small ferry and through the villages on the other bank, the mayor told reporters."
)
_REPORT = (
    "The council voted on Monday evening to close the old bridge for repairs until the spring of next year.\n\n{0}\n\n"
    "The works cost four million euros, half of which comes from the state and half from the town itself.\n\n"
    "Opponents of the plan want to collect signatures against it and to bring the matter before the court.\n\n"
    "The ferry can take forty cars at a time and will go every half an hour from five in the morning.\n\n{1}"
)


@pytest.mark.parametrize(
    ("first", "last", "rule"),
    [
        ("Traffic will be led over the small ferry, the mayor told reporters on Tuesday.",) * 2 + ("TX506",),
        (_FERRY, "On Tuesday the mayor wrote to the friends of the ferry:", "TX502"),
        ("Click here to see the timetable", "The council will meet again in May.", "TX501"),
        ("A lady at the desk said no.", "He told reporters that the bridge would be shut.", "TA307"),
    ],
)  # fmt: skip
def test_a_report_does_not(first: str, last: str, rule: str) -> None:
    assert rule in [found for found, _ in _rules(_REPORT.format(first, last))]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The engine is from the days of the GDR. The DRG ordered two, and the DRG sold them in the spring.", False),
        ("The PDS left the hall. The PSD won the vote, and the PSD will govern with two small parties.", False),
        ("The Court of Roads (CRD) ruled. The mayor praised the CRD, the CRD and the DRC of the town.", False),
        ("The mayor of the town praised the RXQ. The QXR had ruled in May, and the QXR will rule again.", True),
        ("The Road Court (CCR) ruled. The mayor praised the CRC, and the CCR ruled on him as well.", True),
    ],
)
def test_acronyms_of_the_same_letters(text: str, told: bool) -> None:
    assert ("NM202" in [rule for rule, _ in _rules(text)]) is told


_STAGE = "{} held a rally in the hall.\n\nBruno Salas spoke to them.\n\nThe candidate answered from her stage."


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("The candidate of the left, Xiuhnel Quiroga,", False),
        ("The candidate of the left, Anna Quiroga,", False),
        ("The candidate of the left, Pedro Quiroga,", True),
        ("The party of the left", True),
    ],
)
def test_a_role_may_mean_whom_the_copy_called_so(who: str, told: bool) -> None:
    reading = read(from_text("a", _STAGE.format(who)), lexicon(), "en")
    assert bool(list(unreached(reading, near=True))) is told


@pytest.mark.parametrize(("who", "told"), [("Duncan", False), ("Isaac Duncan", True), ("Isadora", False)])
def test_a_name_alone_may_be_a_womans_family_name(who: str, told: bool) -> None:
    text = f"{who} came late. The crowd saw her dance."
    assert ("TA307" in [rule for rule, _ in _rules(text)]) is told


@pytest.mark.parametrize("name", ["Simeon Djankov", "Petras Machas", "Ants Wismar", "Anna Kishegyi", "Ali Akhan"])
def test_letters_that_a_nation_does_have(name: str) -> None:
    nation = {"Djankov": "Bulgarian", "Machas": "Lithuanian", "Wismar": "Estonian", "Kishegyi": "Hungarian"}
    who = f"The {nation.get(name.split()[1], 'Turkish')} Foreign Minister {name}"
    assert "NM201" not in [rule for rule, _ in _rules(f"{who} said on Monday that the talks would go on.")]


def test_a_name_that_women_and_men_bear() -> None:
    assert "TA307" not in [rule for rule, _ in _rules("Karen Sarkisian came late. The crowd saw him leave.")]


@pytest.mark.parametrize(("title", "told"), [("professor", False), ("prosecutor", False), ("governor", True)])
def test_occupations_have_no_capital_before_a_name(title: str, told: bool) -> None:
    text = f"The plan was read out on Monday by {title} Anna Berg, who had written it."
    assert (("TX112", title) in _rules(text)) is told


def test_an_outlet_behind_its_noun_shows_nothing_by_itself() -> None:
    assert _rules("The mayor told the newspaper Vedomosti on Monday that the bridge would be shut.") == []
