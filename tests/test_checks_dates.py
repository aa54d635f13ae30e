"""Checks on dates and numbers, beyond their examples."""

from __future__ import annotations

import time

import msgspec
import pytest

from auditor.checks.base import Check, Context
from auditor.checks.figures.clock_times import CHECKS as TIMES
from auditor.checks.figures.date_slips import CHECKS as SLIPS
from auditor.checks.figures.dates import CHECKS as DATES
from auditor.checks.figures.figures import CHECKS as FIGURES
from auditor.entities.view import EntityView
from auditor.reading.article import Segment
from auditor.reading.ingest import from_text
from auditor.reading.quotes.find import quotes
from auditor.reading.read import read
from auditor.reading.values.find import values
from auditor.text.lexicon import lexicon
from auditor.text.tokens import tokens

CHECKS = {check.id: check for check in (*DATES, *FIGURES, *SLIPS, *TIMES)}
PLAN = "The tanker Aurora will sail to Lisbon on May 20, the harbour office said."
DONE = "According to the office, the tanker Aurora finished the return voyage to Lisbon on May 20 without cargo."


def hits(check: Check, text: str, published: str | None = None) -> list[str]:
    source = msgspec.structs.replace(from_text("a", text), published=published)
    reading = read(source, lexicon(), "en")
    view = EntityView(mentions=(), entities={})
    context = Context(reading=reading, entities=view, siblings=(), lexicon=lexicon(), glossary=None)
    return [text[hit.start : hit.end] for hit in check.run(context)]


@pytest.mark.parametrize(
    ("published", "wrong"),
    [
        (None, "finished the return voyage"),
        ("2023-05-01", "finished the return voyage"),
        ("2023-05-25", "will sail"),
    ],
)
def test_publication_decides_which_tense_is_odd(published: str | None, wrong: str) -> None:
    assert hits(CHECKS["DT102"], f"{PLAN}\n\n{DONE}", published) == [wrong]


def test_the_first_statement_holds_in_a_draw() -> None:
    assert hits(CHECKS["DT102"], f"{DONE}\n\n{PLAN}") == ["will sail"]


@pytest.mark.parametrize(
    "other",
    [
        "The tanker Aurora was supposed to sail to Lisbon on May 20.",
        "The tanker Aurora would sail to Lisbon on May 20, they hoped.",
        "The tanker Aurora finished the return voyage to Lisbon on May 21.",
        "The tanker Aurora finished the return voyage to Lisbon on May 20, 2019.".replace("2019", "1999"),
        "Shares in a bakery rose sharply on May 20.",
        "“The tanker Aurora sailed to Lisbon on May 20,” the captain wrote in the log.",
        "In 2019 the tanker Aurora ran aground off Lisbon on May 20.",
        "The tanker Aurora sailed to Lisbon on May 20 last year.",
        "The tanker Aurora sailed to Lisbon on May 20, 2019.",
        "The voyage of the tanker Aurora to Lisbon was cancelled on May 20.",
        "Did the tanker Aurora finish the voyage to Lisbon on May 20?",
    ],
)
def test_other_tenses_days_and_matters_are_no_contradiction(other: str) -> None:
    plan = PLAN.replace("May 20,", "May 20, 2023,") if "1999" in other else PLAN
    assert hits(CHECKS["DT102"], f"{plan}\n\n{other}") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The start is planned for Saturday night, at 3:40 a.m. local time.", ["Saturday night"]),
        ("Two men were hurt on Saturday night. Police were called to the bar at 3:40 a.m. and searched it.", []),
        ("At 3:40 a.m. on Saturday night, the alarm went off.", ["Saturday night"]),
        ("The start is planned for Saturday night, at 8:40 p.m. local time.", []),
        ("The start is planned for Saturday night. The alarm went off at 3:40 a.m. on Sunday.", []),
        ("The start is planned for Saturday night.\n\nThe bakery opens at 5 a.m. every day.", []),
        ("The game ended on Saturday night. Early on Sunday, at 1 a.m., fans were still dancing.", []),
    ],
)
def test_ambiguous_night(text: str, found: list[str]) -> None:
    assert hits(CHECKS["DT101"], text) == found


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        ("DT103", "The hall burned down in the night from Sunday to Monday.", ["night from Sunday to Monday"]),
        ("DT105", "The fair opens on April 31 and closes on June 30.", ["April 31"]),
        ("DT105", "It was founded on February 29, 2023, not on February 29, 2024.", ["February 29, 2023"]),
        ("DT106", "The crew left this morning (26) and met on Friday night (17) by the sea.", ["(26)", "(17)"]),
        ("DT106", "The crew of this show (26) met on Broadway (17) by the sea.", []),
        ("DT106", "The site runs release 10.4.2022.1, see 10.4.2022/3.", []),
        ("NU101", "The lake lies 1.200 metres deep; 1.234 km; the rate was 1.000 to the dollar.", ["1.200"]),
        ("NU101", "It sold 1.250.000 copies and 2.500 tickets.", ["1.250.000", "2.500"]),
        ("NU101", "See pages 4,5 and 12,13; the score was 3,2.", []),
        ("NU101", "It cost 3,2 million and weighed 27,9 kg.", ["3,2", "27,9"]),
        ("NU102", "Doors open at 14h30, the talk starts at 19.30 o'clock.", ["14h30", "19.30 o'clock"]),
        ("NU103", "It costs 1,699€ in shops, €20 by post, or 20 €/month.", ["1,699€", "20 €"]),
    ],
)
def test_forms(check: str, text: str, found: list[str]) -> None:
    assert sorted(hits(CHECKS[check], text), key=text.index) == found


@pytest.mark.parametrize(
    "piece",
    [
        '"aa bb cc" ',
        "“Aa bb cc dd,” the agency said and ",
        "on Friday night at 1:24 a.m. and ",
        "the ship will sail to Aa on May 5 and it sailed to Aa on May 5, ",
        "1,000 ",
        "two hundred and ",
        "according to ",
    ],
)
def test_hostile_lines_cost_no_more_than_their_length(piece: str) -> None:
    """Four times the text takes no more than about four times the time (ten, for the noise of a busy machine)."""
    _cost(piece * 20)
    few, many = (min(_cost(piece * (size // len(piece))) for _ in range(2)) for size in (7_500, 30_000))
    assert many < 10 * few + 0.05


def _cost(text: str) -> float:
    """Seconds of processor time for the checks and readers of values and quotes."""
    reading = read(from_text("a", text), lexicon(), "en")
    view = EntityView(mentions=(), entities={})
    context = Context(reading=reading, entities=view, siblings=(), lexicon=lexicon(), glossary=None)
    words, where = tokens(text), (Segment(0, len(text), 0, "en"),)
    start = time.process_time()
    for check in CHECKS.values():
        list(check.run(context))
    values(text, where, words, "en")
    quotes(text, where, words, (), "en")
    return time.process_time() - start
