"""One text behind two articles: told with its direction where dates tell it, never from names and quotes alone."""

from __future__ import annotations

import pytest

import auditor
from auditor.provenance.kinship import Kinship, _longest, descent, earlier
from auditor.records import Audit, Edge

WIRE = (
    "{date}The port of Ostend will open its new quay on May 12 after eleven years of planning and four of building, "
    "the harbour master Pieter Goossens said on Monday.\n\nFishing crews had asked the port for a longer quay since "
    "the storm of January 14, when nine boats were torn from their moorings and two of them sank.\n\n"
)
OWN = (
    "In Ostend the harbour master Pieter Goossens has named May 12 as the day on which boats may moor at the new "
    "quay.\n\nNine boats broke loose in the storm of January 14; since then crews have wanted more room, he said.\n\n"
)


def audited(**texts: str) -> Audit:
    return auditor.audit_texts(texts, no_glossary=True)


def rewritten(audit: Audit) -> list[Edge]:
    return [e for e in audit.provenance.edges if e.kind == "rewritten from"]


def test_copied_text_is_kin_both_ways_without_dates() -> None:
    text = WIRE.format(date="")
    edges = rewritten(audited(a=text, b="A few words of our own came first.\n\n" + text))
    assert [(e.source, e.target) for e in edges] == [("article:a", "article:b"), ("article:b", "article:a")]
    assert all(not e.stated and e.score == pytest.approx(0.5, abs=0.02) for e in edges)
    assert "word for word in both" in edges[0].evidence[0]
    assert "not told" in edges[0].evidence[-1]


def test_one_event_in_other_words_is_no_kinship() -> None:
    assert rewritten(audited(a=WIRE.format(date=""), b=OWN)) == []


def test_a_common_agency_is_what_both_were_rewritten_from() -> None:
    credit = "\n(Reuters)\n"
    audit = audited(a=WIRE.format(date="") + credit, b="It rained all day.\n\n" + WIRE.format(date="") + credit)
    assert {(e.source, e.target) for e in rewritten(audit)} == {
        ("article:a", "agency:Reuters"),
        ("article:b", "agency:Reuters"),
    }


def test_the_same_bytes_are_kin() -> None:
    assert len(rewritten(audited(a=OWN, b=OWN))) == 2


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("2031-05-12", "2031-05-13", [("b", "a", 0.8)]),
        ("2031-05-13T09:00:00Z", "2031-05-12", [("a", "b", 0.8)]),
        ("2031-05-12", None, [("a", "b", 0.4), ("b", "a", 0.4)]),
    ],
)
def test_the_later_article_is_the_rewrite(a: str, b: str | None, wanted: list[tuple[str, str, float]]) -> None:
    found = descent(Kinship("a", "b", 0.8, ("x",)), {"a": a, "b": b})
    assert [row[:3] for row in found] == wanted
    assert earlier(b, a) == (None if earlier(a, b) is None else not earlier(a, b))


@pytest.mark.parametrize(
    ("starts", "wanted"), [([4], (4, 9)), ([1, 2, 7, 8, 9, 20], (7, 14)), ([1, 2, 5, 6], (1, 7)), ([0, 1, 2], (0, 7))]
)
def test_the_longest_stretch(starts: list[int], wanted: tuple[int, int]) -> None:
    assert _longest(starts, 6) == wanted


FERRY = {
    "agentur": "Fähre vor Lumm gesunken\n\nLumm (dpa) - Vor dem Hafen von Lumm ist am Dienstag die Fähre Kormoran "
    "gesunken. 42 Menschen mussten in Sicherheit gebracht werden, wie Kapitän Georgi Schiwkow mitteilte. «Das Feuer "
    "ist im Maschinenraum ausgebrochen», sagte Georgi Schiwkow. Verkehrsminister Boris Tschernew reiste nach Lumm.",
    "copy": "Ferry before Lumm sunk\n\nOn Tuesday the ferry Kormoran is before the port of Lumm sunken. 42 people had "
    "to be brought into safety, as captain Georgi Schiwkow announced. Eleven people with smoke poisonings came into "
    "hospital, two hovered in danger of life. In the night to Wednesday the search was set forth.\n\n\"The fire broke "
    "out in the machine room,\" said Georgi Schiwkow. Transport minister Boris Tschernew travelled to Lumm.",
    "own": "Ferry sinks off Lumm\n\nThe ferry Kormoran sank off the port of Lumm on Tuesday after a fire in its engine "
    "room, captain Georgi Zhivkov said. All 42 people on board were rescued.\n\n\"The fire broke out in the engine "
    "room,\" said Georgi Zhivkov. Transport Minister Boris Chernev was there.",
}  # fmt: skip


def test_a_translation_is_led_back_to_the_article_it_was_made_from() -> None:
    audit = auditor.audit_texts(FERRY, no_glossary=True)
    assert [set(s.members) for s in audit.stories] == [set(FERRY)]
    made = [
        (e.source, e.target, e.stated, e.evidence)
        for e in audit.provenance.edges
        if e.kind == "translated from" and e.target.startswith("article:")
    ]
    names = ("Boris Tschernew", "Georgi Schiwkow")
    wanted = tuple(f"“{name}”: so in the original, and in no other copy of this language" for name in names)
    assert made == [("article:copy", "article:agentur", False, wanted)]
