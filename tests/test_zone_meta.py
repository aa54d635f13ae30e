"""Lines that say who made the copy and when, credits in brackets, labels around headlines."""

from __future__ import annotations

import pytest

from auditor.reading.ingest import from_text
from auditor.reading.lines import lines, make_line
from auditor.reading.zones.find import layout
from auditor.reading.zones.lines import is_address, is_dateline, is_pointer
from auditor.reading.zones.meta import bracketed, meta_line
from auditor.reading.zones.phrases import phrases
from auditor.reading.zones.signed import credit_suffix, desk_signature
from auditor.reading.zones.titles import is_label, section_alone
from auditor.reading.zones.widgets import is_rates

BODY = (
    "The city council voted on Monday evening to close the old river bridge for repairs until next summer.\n\n"
    "Traffic will be led over the small ferry and through the villages on the other bank, the mayor said.\n\n"
    "The works will cost four million euros, half of which comes from the state and half from the city."
)


def out(text: str) -> list[tuple[str, str]]:
    found = layout(from_text("a", text)).excluded
    return [(zone.kind, " ".join(text[zone.start : zone.end].split())) for zone in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("By Anna B. Photos by Leo C. Published January 4, 2021 at 7:48 p.m. Updated January 5, 2021", "dateline"),
        ("Release time: 2021-05-04 09:03:32 【Editor: Wu Bo】", "dateline"),
        ("Thus: 05/04/2021 9:04 PM", "dateline"),
        ("Posted by admin on May 4, 2020 in World 0 comments", "dateline"),
        ("Dec 27 • 15:31 UTC Greece", "dateline"),
        ("Last updated:", "dateline"),
        ("From: Anna Berg", "credit line"),
        ("By Anna Berg and Leo Coen in Paris", "credit line"),
        ("Text: Anna Berg, Photo: Leo Coen", "credit line"),
        ("From: London", None),
        ("By 2030, 40 of 50 plants", None),
        ("By Sunday 12 May 2020 at 12:30", None),
        ("Paris in May 2020", None),
        ("From 2010 to 2015", None),
    ],
)
def test_lines_of_makers_and_dates(text: str, kind: str | None) -> None:
    assert meta_line(make_line(text, 0, len(text), 0), phrases()) == kind


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("The bridge is closed.(Reporter Wu Bo)", ["(Reporter Wu Bo)"]),
        ("[Anchor] The bridge is closed.", ["[Anchor]"]),
        (
            "[The Lindau Times, May 4, 2021](Comprehensive report by reporter Wu Bo) The bridge is closed.",
            ["[The Lindau Times, May 4, 2021]", "(Comprehensive report by reporter Wu Bo)"],
        ),
        ("The bridge is closed. [Read the article in The Lindau Times]", ["[Read the article in The Lindau Times]"]),
        ("The office (Reporters Without Borders) is closed.", []),
        ("He left (his editor in Paris knew it).", []),
        ("The bridge is closed. (It was too old.)", []),
    ],
)
def test_credits_in_brackets(text: str, cut: list[str]) -> None:
    pieces = bracketed(make_line(text, 0, len(text), 0), phrases()) or []
    assert [text[start:end] for start, end, kind in pieces if kind] == cut


@pytest.mark.parametrize(
    ("text", "signature"),
    [
        ("EFE mos/cae", "EFE mos/cae"),
        ("(PAP) abc/ def/", "(PAP) abc/ def/"),
        ("The bridge is closed. (nak)", "(nak)"),
        ("The bridge is closed. (sic)", None),
        ("and/or", None),
        ("In May (nak)", None),
    ],
)
def test_initials_of_desks(text: str, signature: str | None) -> None:
    at = desk_signature(text)
    assert (None if at is None else text[at:].strip()) == signature


@pytest.mark.parametrize("text", ["The bridge is closed. EFE", "The bridge is closed. (CCTV News)"])
def test_signed_paragraphs(text: str) -> None:
    assert credit_suffix(make_line(text, 0, len(text), 0)) is not None


@pytest.mark.parametrize(
    "text", ["politics", "Spain", "Latest Turkey News", "Diario AS", "corriere.it", "News from Spain"]
)
def test_labels(text: str) -> None:
    assert is_label(text)


@pytest.mark.parametrize("text", ["the mayor", "a bridge", "politics of the mayor", "What comes next"])
def test_no_labels(text: str) -> None:
    assert not is_label(text)


@pytest.mark.parametrize(
    ("headline", "label"),
    [
        ("Council wants to close the old bridge | Inland", "| Inland"),
        ("Council wants to close the old bridge – politics", "– politics"),
        ("Council wants to close the old bridge and to join NATO World", "World"),
        ("(7) Council wants to close the old bridge", "(7)"),
        ("World News Council wants to close the old bridge", "World News"),
        ("Home Economy Council wants to close the old bridge", "Home Economy"),
    ],
)
def test_labels_of_headlines(headline: str, label: str) -> None:
    assert out(f"{headline}\n\n{BODY}") == [("navigation", label)]


@pytest.mark.parametrize(
    "headline",
    [
        "Council wants to close the old bridge – the mayor is angry",
        "Council closes bridge for the Miss World",
        "Live from Lindau | why the council wants to close the old bridge",
    ],
)
def test_headlines_stay(headline: str) -> None:
    assert out(f"{headline}\n\n{BODY}") == []


def test_a_headline_behind_the_way_to_it() -> None:
    text = f"Home Politics Council closes old river bridge\n\nCouncil closes old river bridge\n\n{BODY}"
    assert out(text) == [("navigation", "Home Politics")]


@pytest.mark.parametrize(
    "text",
    [
        "4 hours ago",
        "an hour ago",
        "Posted: 3 days ago",
        "Jakarta –",
        "date 2021-05-04",
        "News 15 Februarie 2021, 19:05",
    ],
)
def test_times(text: str) -> None:
    assert is_dateline(make_line(text, 0, len(text), 0), phrases())


@pytest.mark.parametrize("text", ["00:00", "00:12 / 03:25", "old-bridge 12.jpg", "2021-05-04T10:20:30Z"])
def test_addresses_and_players(text: str) -> None:
    assert is_address(make_line(text, 0, len(text), 0))


@pytest.mark.parametrize("text", ["USD 28.35 EUR 30.12 GOLD 1,820", "Lindau +12 °C"])
def test_rates(text: str) -> None:
    assert is_rates(make_line(text, 0, len(text), 0))


@pytest.mark.parametrize("text", ["Bridge 12 Ferry 3", "The dollar at 28.35"])
def test_no_rates(text: str) -> None:
    assert not is_rates(make_line(text, 0, len(text), 0))


@pytest.mark.parametrize(
    "text",
    ["Watch the video “The ferry sinks” here:", "👉 The ferry sinks", "The ferry - RIA Novosti, 1920, 03.03.2023"],
)
def test_pointers(text: str) -> None:
    assert is_pointer(make_line(text, 0, len(text), 0))


def test_what_a_collector_set_before_a_page_is_a_line_of_its_own() -> None:
    assert [row.text for row in lines("date 2021-05-04 Council closes bridge")] == [
        "date 2021-05-04",
        "Council closes bridge",
    ]


def test_sections_alone() -> None:
    assert section_alone(make_line("Home page politics", 0, 18, 0))
    assert not section_alone(make_line("Home for two", 0, 12, 0))


def test_lists_of_other_articles() -> None:
    titles = "Ferry full\n\nThe ferry was full when…\n\nMayor gone\n\nThe mayor left the town in…"
    text = f"{BODY}\n\nYou may also like\n\n{titles}"
    assert out(text)[-1][1].endswith("The mayor left the town in…")
    dated = (
        f"Ferry full in the summer - May 4, 2021\nMayor gone for a week - May 5, 2021\nCouncil closes bridge\n\n{BODY}"
    )
    assert out(dated) == [("teaser", "Ferry full in the summer - May 4, 2021 Mayor gone for a week - May 5, 2021")]


def test_fields_and_names_beside_dates() -> None:
    assert ("tags", "Country: Slovakia") in out(f"Council closes bridge\nCountry:\nSlovakia\n{BODY}")
    assert ("credit line", "Anna Berg") in out(f"Council closes bridge\n\nAnna Berg\n\nMonday, May 4, 2020\n\n{BODY}")


def test_a_sentence_on_a_picture_is_cut_from_its_paragraph() -> None:
    told = "The mayor left. The picture shows the mayor in May. (Leo Coen/AFP)"
    text = f"{BODY}\n\n{told}\n\nThe ferry is full on most days now."
    assert out(text) == [("caption", "The picture shows the mayor in May."), ("photo credit", "(Leo Coen/AFP)")]
