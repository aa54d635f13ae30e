"""What stands above the first paragraph and below the last: names of sites, places, captions, authors; rows, codes."""

from __future__ import annotations

import pytest

from auditor.reading.ingest import from_text
from auditor.reading.lines import make_line
from auditor.reading.zones.find import layout
from auditor.reading.zones.own import own_kind
from auditor.reading.zones.phrases import phrases
from auditor.reading.zones.rows import is_author_box, is_code, is_profile, is_row

TITLE = "Old bridge over the river closes for repairs"
BODY = (
    "The city council voted on Monday evening to close the old river bridge for repairs until next summer.\n\n"
    "Traffic will be led over the small ferry, Mayor Anna Berg said in the town hall on Monday evening.\n\n"
    "The works will cost four million euros, half of which comes from the state and half from the city."
)


def out(text: str) -> list[tuple[str, str]]:
    found = layout(from_text("a", text)).excluded
    return [(zone.kind, " ".join(text[zone.start : zone.end].split())) for zone in found]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("LINDAU", "dateline"),
        ("NEW YORK", "dateline"),
        ("Mayor Anna Berg", "caption"),
        ("The mayor of the town, Anna Berg", "caption"),
        ("4 May, the mayor opens the fair (ANSA)", "caption"),
        ("Lindau Post | Anna Berg", "credit line"),
        ("0 1,929", "navigation"),
    ],
)
def test_below_the_headline(line: str, kind: str) -> None:
    assert out(f"{TITLE}\n\n{line}\n\n{BODY}") == [(kind, line)]


@pytest.mark.parametrize("line", ["Mayor Anna Berg wants a ferry", "Works begin in May", "What Leo Coen asks for"])
def test_a_second_headline_stays(line: str) -> None:
    assert out(f"{TITLE}\n\n{line}\n\n{BODY}") == []


def test_site_and_place_above_the_headline() -> None:
    assert out(f"The Lindau Journal\n\n{TITLE}\n\n{BODY}") == [("navigation", "The Lindau Journal")]
    assert out(f"MADRID\n\n{BODY}") == [("dateline", "MADRID")]
    assert out(f"FERRIES\n\n{BODY}") == []


def test_caption_that_the_article_says_again() -> None:
    first = BODY.partition("\n\n")[0]
    text = f"{TITLE}\n\n{first}\n\n(Photo: AFP/Getty Images)\n\nThe mayor is tired of it, as she said.\n\n{BODY}"
    assert ("caption", f"{first} (") in out(text)


def test_dash_whose_dateline_is_gone() -> None:
    assert out(f"{TITLE}\n\n- {BODY}") == [("dateline", "-")]
    spoken = "- We close the old bridge for the repairs until next summer, says Mayor Anna Berg of the council."
    assert out(f"{TITLE}\n\n{spoken}\n\n{BODY}") == []


@pytest.mark.parametrize(
    ("title", "label"),
    [
        (f"{TITLE} • Watch", "• Watch"),
        (f"{TITLE} (VIDEO)", "(VIDEO)"),
        (f"{TITLE} + PHOTOS", "+ PHOTOS"),
        (f"{TITLE} VIDEO", "VIDEO"),
        (f"VIDEO | {TITLE}", "VIDEO |"),
    ],
)
def test_what_the_page_shows(title: str, label: str) -> None:
    assert out(f"{title}\n\n{BODY}") == [("navigation", label)]


def test_authors_below_the_article() -> None:
    box = "Leo Coen is a seasoned journalist who writes about rivers. He has a passion for storytelling."
    assert out(f"{TITLE}\n\n{BODY}\n\n{box}") == [("navigation", box)]
    named = box.replace("Leo Coen", "Anna Berg")
    assert out(f"{TITLE}\n\n{BODY}\n\n{named}") == []
    assert out(f"{TITLE}\n\n{box}\n\n{BODY}") == []


@pytest.mark.parametrize("place", ["Madrid – ", "Munich ", "SOUTH AFRICA "])
def test_places_without_a_mark(place: str) -> None:
    assert out(f"{TITLE}\n\n{place}{BODY}") == [("dateline", place.strip())]


def test_places_that_are_names() -> None:
    assert out(f"{TITLE}\n\nLondon Mayor Anna Berg {BODY}") == []
    assert out(f"{TITLE}\n\nChina Daily said that {BODY}") == []


def test_author_again_and_other_articles_in_pairs() -> None:
    heads = (TITLE, "Ferry full from Monday on")
    others = "\n\n".join(f"{t}\n\n{b}" for t, b in zip(heads, BODY.split("\n\n")[1:], strict=True))
    text = f"Ferry sinks in the old port\n\nANNA BERG |\n\n{BODY}\n\nANNA BERG\n\nTin liên quan\n\n{others}"
    kinds = [kind for kind, _ in out(text)]
    assert kinds[-3:] == ["credit line", "navigation", "teaser"]
    assert out(text)[-1][1] == " ".join(others.split())


def test_gallery_between_paragraphs() -> None:
    first, rest = BODY.split("\n\n", 1)
    assert out(f"{TITLE}\n\n{first}\n\nFair in the old town: the pictures\n\n{rest}") == [
        ("teaser", "Fair in the old town: the pictures")
    ]


def test_rows_codes_profiles() -> None:
    assert is_row(make_line("FaceBook   Twitter   Digg   Google Bookmarks", 0, 44, 0))
    assert is_row(make_line("EnglishFrançaisDeutschEspañol", 0, 29, 0))
    assert not is_row(make_line("Facebook and Twitter must pay", 0, 29, 0))
    assert is_code(make_line("Reporter’s code: 50101", 0, 22, 0))
    assert not is_code(make_line("Flight number: BA117", 0, 20, 0))
    assert is_code(make_line("31207.11.2024, 16:11", 0, 20, 0))
    assert is_code(make_line("nineteen + 8 =", 0, 14, 0))
    assert not is_code(make_line("Two and two are 4", 0, 17, 0))
    assert is_profile(make_line("Avid coffee fan. Lifelong tea expert. Hardcore web nerd. Analyst.", 0, 66, 0))
    assert not is_profile(make_line("General strike. General chaos. The trains stood still on Monday.", 0, 64, 0))
    assert not is_author_box(make_line("Leo Coen is a journalist who was arrested on Monday in the town.", 0, 64, 0))


@pytest.mark.parametrize(
    "text",
    [
        "The website is not responsible for the content of external links.",
        "The editorial office does not bear responsibility for the content of advertising materials.",
        "The opinion of the editors may not coincide with the opinion of the author.",
        "The views expressed in this article are those of the author.",
        "Reprinting of materials is allowed only with an active link to the site.",
        "Any use of the materials without the written permission of the agency is prohibited.",
        "When quoting, an active link to the source is required.",
        "It is forbidden to reproduce the content of this site without consent.",
        "Would love your thoughts, please comment.",
        "You are replying to:",
        "There will be expansion.",
        "(Enlargement will follow)",
        "Read this article in German",
        "Read in Spanish: The mayor resigns",
        "Read This Now: The ferry sinks",
        "Police press release",
        "Follow Lindau Post on Instagram to see pictures of the town!",
        "A- A A+",
        "usd/kzt 447.9 eur/kzt 482.16",
        "Full story: lindaupost.com",
        "This information may not be reproduced without reference to the agency.",
        "Copyright of materials of the agency",
        "lindaupost.de 2 hours ago",
        "2024.11.11. PM 12:07",
    ],
)
def test_wordings(text: str) -> None:
    assert own_kind(make_line(text, 0, len(text), 0), phrases()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "The company is not responsible for the accident, the court ruled.",
        "Use of force is prohibited by the law.",
        "Use of materials in construction is growing.",
        "The opinions of the ministers differ.",
        "Extension of the contract is expected.",
        "He read the letter in German.",
        "Follow Anna Berg on her way to the river.",
        "AA",
    ],
)
def test_prose(text: str) -> None:
    assert own_kind(make_line(text, 0, len(text), 0), phrases()) is None
