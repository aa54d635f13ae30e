"""What the articles of a story call one thing: the table of words, the words of a text, the table on the page."""

from __future__ import annotations

import pytest

import auditor
from auditor.corpus.things import LANGUAGES, Naming, named, namings
from auditor.packs.load import data_path, load_tsv
from auditor.records import Audit, TermUse
from auditor.report.html import render_site
from auditor.text.tokens import tokens

ROWS = list(load_tsv(data_path("corpus", "things.tsv"), ("thing", "word", "kind", *LANGUAGES)))


def test_the_table_is_sound() -> None:
    assert {row["kind"] for row in ROWS} == {"own", "loose"}
    assert len({(row["thing"], row["word"]) for row in ROWS}) == len(ROWS)
    for thing in {row["thing"] for row in ROWS}:
        assert any(row["kind"] == "own" for row in ROWS if row["thing"] == thing)
    forms = [form for row in ROWS for code in LANGUAGES for form in row[code].split()]
    assert all(form == form.lower() and "*" not in form[:2] for form in forms)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "Two ferries and an oil tanker", ["ferry", "ferry", "tanker"]),  # of ships, and loosely of spacecraft
        ("en", "the shipment of rocketry", []),
        ("en", "an unmanned aircraft", ["drone"]),
        ("de", "Das Containerschiff rammte ein Fischerboot", ["freighter", "trawler"]),
        ("de", "in den Luxusyachten", ["yacht"]),
        ("de", "ein Kirchturm", []),  # the head of a compound written solid counts only where the word has one use
        ("fr", "l'hélicoptère et les avions de chasse", ["helicopter", "fighter"]),
        ("es", "un avión", ["aircraft", "plane"]),
        ("it", "due pescherecci", ["trawler"]),
        ("ru", "взрывного устройства", ["explosive device"]),
        ("pl", "statek", []),
    ],
)
def test_words_for_things(language: str, text: str, words: list[str]) -> None:
    assert sorted(n.word for found in named(tokens(text), language) for n in found.namings) == sorted(words)


def test_the_longest_phrase_counts() -> None:
    found = list(named(tokens("a fighter jet, a fighter and a jet"), "en"))
    assert [(f.first, f.end) for f in found] == [(1, 3), (4, 5), (7, 8)]
    assert namings("fighter", "en") == (Naming("armed group", "fighter", True),)


ONE = """The ferry Skarvan ran aground off Tolmsund on March 3 with 212 people on board, the coast guard said.

The ferry Skarvan had left Tolmsund at 05:40. Captain Ingrid Hovdal said the vessel hit a reef.
"""
OTHER = """The ferry Skarvan with 212 people on board ran aground off Tolmsund on March 3, captain Ingrid Hovdal said.

"The ferry hit a reef", Hovdal told the coast guard. The Skarvan had left Tolmsund at 05:40.
"""
GERMAN = """Das U-Boot "Skarvan" ist am 3. März vor Tolmsund mit 212 Menschen an Bord auf Grund gelaufen.

Das Schiff war um 05:40 Uhr in Tolmsund ausgelaufen, sagte Kapitänin Ingrid Hovdal der Küstenwache.
"""


@pytest.fixture(scope="module")
def audit() -> Audit:
    return auditor.audit_texts({"a": ONE, "b": OTHER, "c": GERMAN})


def test_what_a_story_calls_a_thing(audit: Audit) -> None:
    (term,) = audit.terms
    assert (term.thing, term.majority, term.story) == ("ship", "ferry", audit.stories[0].id)
    assert [(u.word, u.article, len(u.places)) for u in term.uses] == [
        ("ferry", "a", 2),
        ("ferry", "b", 2),
        ("ship", "c", 1),
        ("submarine", "c", 1),
        ("vessel", "a", 1),
    ]
    texts = {"a": ONE, "b": OTHER, "c": GERMAN}
    for use in term.uses:
        start, end = use.places[0]
        assert texts[use.article][start:end] == use.text
    assert term.uses[0].beside == ("Skarvan",)


def test_one_word_in_all_articles_is_no_variation() -> None:
    assert auditor.audit_texts({"a": OTHER, "b": OTHER.replace("told", "said to")}).terms == ()


def test_an_article_by_itself_has_no_table() -> None:
    assert auditor.audit_texts({"a": ONE}).terms == ()


def test_a_finding_stands_beside_its_word() -> None:
    docked = "The {} Halden docked at the station Norrun on May 4, said engineer Eskil Brandvik. {}\n"
    crew = "Engineer Eskil Brandvik and pilot Astri Lunde left the {} Halden at 10:47."
    audit = auditor.audit_texts(
        {"a": docked.format("rocket", crew.format("rocket")), "b": docked.format("capsule", crew.format("spacecraft"))}
    )
    (term,) = audit.terms
    rocket = next(u for u in term.uses if u.word == "rocket")
    assert [f.rule for f in audit.findings if f.id in rocket.findings] == ["TM101"]
    assert all(isinstance(u, TermUse) and u.findings == () for u in term.uses if u.word != "rocket")


def test_the_tables_on_the_pages(audit: Audit) -> None:
    site = render_site(audit, {"a": ONE, "b": OTHER, "c": GERMAN})
    assert "Words for one thing in story 1: ship" in site["index.html"]
    page = site["a.html"]
    assert '<th scope="row">ferry <span class="tag">most articles</span>' in page
    assert page.index("<caption>Words for ship</caption>") > page.index("Terms</h2>")
