"""Faults on the surface of English copy that need no understanding: signs, code pages, seams, words said twice."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor
from auditor.checks.marks.lone_brackets import lone_brackets
from auditor.checks.page.code_pages import other_pages
from auditor.checks.page.mojibake import mojibake
from auditor.checks.words.its import its_and_it_is
from auditor.text.lexicon import lexicon
from auditor.text.seam_tails import lumped, tailed


def _found(text: str, rule: str) -> list[str]:
    return [f.match for f in auditor.audit_texts({"a": text}, lang="en").findings if f.rule == rule]


@pytest.mark.parametrize(
    "page", ["cp437", "cp850", "cp874", "cp1250", "cp1251", "cp1253", "cp1257", "mac_roman", "koi8_r"]
)
def test_marks_of_every_code_page(page: str) -> None:
    whole = "The mayor said “no” and it’s late – too late."
    shown = "".join(
        bytes([b]).decode(page, "ignore") or bytes([b]).decode("cp1252", "ignore") or chr(b) for b in whole.encode()
    )
    assert [text for _, _, text in mojibake(shown)] == ["“no”", "it’s", "–"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Iran痴 answer and the mayor抯 house, 揟he mill", ["Iran’s", "mayor’s", "“The"]),
        ("the mayor鈥檚 house", ["mayor’s"]),
        ("ItÕs late, he said ÒnoÓ to it.", ["It’s", "“no”"]),
        ("The bank¡¯s plan is ¡°good¡± they said.", ["bank’s", "“good”"]),
        ("Xiaomi小米, Tokyo地, São Paulo, Ìsland, île d'Oléron, Ólafur Ægir, Τάσος, Привет, ไทย โรงแรม, √2, Γ£5", []),
    ],
)
def test_other_damages(text: str, words: list[str]) -> None:
    assert [better for _, _, better in mojibake(text)] == words


@given(st.text(max_size=200))
@settings(max_examples=60)
def test_damages_lie_in_the_text(text: str) -> None:
    for start, end, _ in other_pages(text, frozenset(text)):
        assert 0 <= start < end <= len(text)
    for start, end in lone_brackets(text, round_too=True):
        assert 0 <= start < end <= len(text)
    for start, end, _ in its_and_it_is(text):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("( The heirs met the mayor in Lugo. They left.", 1),
        ("The (so called ruin is late. The mayor knew.", 1),
        ("The river is 60 miles (97 kilometers)) long.", 1),
        ("It has a) a roof, b) a wheel, and 1) a bell :) for all.", 0),
        ("Thank you so much, we wait for you)) See you", 0),
        ("The mill (the oldest) burned down.", 0),
    ],
)
def test_brackets(text: str, count: int) -> None:
    assert len(list(lone_brackets(text, round_too=True))) == count


@pytest.mark.parametrize(
    ("token", "cut"),
    [
        ("Macronannounced", 6), ("SwedenA", 6), ("Berlincelebrated", 6), ("SerieA", None), ("Traveland", None),
        ("Whitehead", None), ("Newfoundland", None), ("Backburning", None), ("Facebook", None),
    ],
)  # fmt: skip
def test_tails(token: str, cut: int | None) -> None:
    assert tailed(token, lexicon(), lambda _: False, after_name=False) == cut


@pytest.mark.parametrize(
    ("token", "cut"),
    [
        ("communewardens", 7), ("harvestbut", 7), ("baskets", None), ("basketa", 6), ("meetinghope", 7),
        ("teachable", None),
        ("bucketgate", None), ("handrailness", None), ("a" * 40, None),
    ],
)  # fmt: skip
def test_lumps(token: str, cut: int | None) -> None:
    assert lumped(token, lexicon()) == cut


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("The heirs met on Monday. The mayor?s house is late.", "TX110", ["?s"]),
        ("She is “a fine old partner”he wrote to the heirs.", "TX110", ["partner”he"]),
        ("It was told by Matteo Fornasari“it must go hand in hand” to the heirs.", "TX110", ["Fornasari“it"]),
        ("“It harms the name of the Council.”judged it, and left.", "TX110", ["Council.”judged"]),
        ("They call themselves “Brexit”ers and “T”s in the town.", "TX110", []),
        ("The plan of the heirs is's late and it's good.", "TX110", ["is's"]),
        ("The firm sells SLR cameras: Re:Zero and 10:30 are fine.", "TX110", []),
        ("He said <<no>> to it. He left << the room at night.", "TX109", ["<<no>>", "<< "]),
        ("The mill burned down on May 6. the roof fell in.", "TX108", ["the"]),
        ("The mill of No. 5 Lane burned down. It was in Vol. 6 of it.", "TX108", []),
        (
            "Avanti [movimento operaio italiano] won in the town.",
            "TA201",
            ["[movimento operaio italiano]"],
        ),
        ("The list Avanti [Italian workers’ movement] won [sic] the vote.", "TA201", []),
        ("The crew of a 302 Northern Airlines flight were at the hearing.", "TA308", ["302 Northern Airlines flight"]),
        ("They want a break with the Executive Powerwhich is what is needed.", "TA102", ["Powerwhich"]),
        ("They spoke of the loyalty, loyalty and work of the crew.", "TX111", ["loyalty, loyalty"]),
        ("For years and years the crew spoke of people and people of Rome.", "TX111", []),
    ],
)
def test_found(text: str, rule: str, found: list[str]) -> None:
    assert _found(text, rule) == found


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("The mill is sold +++ The fair opens in May. The mayor was pleased with both.", "TX110", [" +++"]),
        ("The mayor thanked the crews of the harbour. . She left for Lugo.", "TX110", [". ."]),
        ("The mayor waited for an answer . . . and left for Lugo.", "TX110", []),
        ("The mill got new shutters –– a gift of the town.", "TX110", ["––"]),
        ("The crane (crane) fell into the harbour of Lugo on Monday.", "TX111", ["crane (crane)"]),
        ("The town of Chiba (Chiba) opened its fair on Monday.", "TX111", []),
        ("The ferry sank on May, 13th near the harbour of Lugo.", "DT103", ["on May, 13th"]),
        ("The ferry sank on May 14/2019 near the harbour of Lugo.", "DT103", ["May 14/2019"]),
        ("The card network China UnionPay opened an office in the town.", "TA102", []),
        ("Three men were held in BolognaBoth were freed on Monday.", "TA102", ["BolognaBoth"]),
        ("The staff of the Lugo Rescue ServicesHeavy rain set in at noon.", "TA102", ["ServicesHeavy"]),
    ],
)
def test_seams_and_stops(text: str, rule: str, words: list[str]) -> None:
    assert _found(text, rule) == words


@pytest.mark.parametrize(("end", "cut"), [("parliam", True), ("platf", True), ("parliament", False)])
def test_stump_of_a_long_word(end: str, cut: bool) -> None:
    body = "Thousands of visitors came to the old town of Lugo on Sunday, the organisers of the fair said at noon."
    last = f"The mayor thanked the many volunteers for their work in the past weeks and spoke of the new {end}"
    assert bool(_found(f"The fair opened in the town\n\n{body}\n\n{last}", "TX502")) == cut
