"""Concepts, cognates, stance, counterparts, the states of two values, text reuse: tables and laws."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor
from auditor.corpus.align import align
from auditor.corpus.anchors import stem, unelided
from auditor.corpus.claim_states import comparable, state
from auditor.corpus.concepts import concepts, is_event, is_speech
from auditor.corpus.features import Featured, likeness
from auditor.corpus.quotes import turned
from auditor.corpus.reuse import compare, shingles
from auditor.corpus.stance import stance
from auditor.reading.article import Value
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon
from auditor.text.tokens import tokens

CASES = tomllib.loads((Path(__file__).parent / "cases/stance.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize(
    ("language", "word", "concept"),
    [
        ("en", "bridges", "bridge"),
        ("de", "Brücken", "bridge"),
        ("de", "Eisenbahnbrücke", "bridge"),
        ("fr", "ponts", "bridge"),
        ("es", "puentes", "bridge"),
        ("it", "ponte", "bridge"),
        ("ru", "мостов", "bridge"),
        ("en", "killed", "die"),
        ("ru", "погибли", "die"),
        ("es", "abrió", "open"),
        ("en", "liftoff", "launch"),
        ("de", "startete", "launch"),
    ],
)
def test_a_concept_has_words_in_every_language(language: str, word: str, concept: str) -> None:
    assert concept in concepts(word.lower(), language)


@pytest.mark.parametrize(
    ("language", "word"), [("es", "abril"), ("it", "aprile"), ("ru", "несколько"), ("fr", "pays"), ("sv", "bro")]
)
def test_words_that_only_look_like_one(language: str, word: str) -> None:
    assert not {"open", "carry", "pay", "bridge"} & set(concepts(word, language))


def test_classes_of_events() -> None:
    assert is_event("fire")
    assert is_event("promise")
    assert is_speech("promise")
    assert not is_speech("fire")
    assert not is_event("bridge")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("parasite", "паразита"),
        ("Physiker", "fisico"),
        ("katastrofal", "catastrophe"),
        ("kabel", "кабели"),
    ],
)
def test_cognates_have_one_stem(a: str, b: str) -> None:
    assert stem(a) == stem(b)


@pytest.mark.parametrize(
    ("word", "bare"), [("l'usine", "usine"), ("d’avril", "avril"), ("don't", "don't"), ("he's", "he's")]
)
def test_elision(word: str, bare: str) -> None:
    assert unelided(word) == bare


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['lang']}-{c['text'][:30]}")
def test_stance(case: dict[str, Any]) -> None:
    text = case["text"]
    found = stance(text, tokens(text), 0, len(text), case["lang"])
    assert bool(found.negated) == case.get("negated", False)
    assert found.level == case.get("level", 0)
    assert bool(found.attributed) == case.get("attributed", False)
    assert found.leaning == case.get("leaning", False)
    for cue in (found.negated, found.doubt, found.attributed):
        assert cue is None or text[cue.start : cue.end].strip() == text[cue.start : cue.end] != ""


def value(kind: str, told: str, precision: str = "exact", **more: Any) -> Value:
    return Value(0, 1, "x", kind, told, precision, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (value("date", "2031-03-12", "day"), value("date", "XXXX-03-12", "day"), "agrees"),
        (value("date", "2031-03-12", "day"), value("date", "XXXX-03", "month"), "differs in precision"),
        (value("date", "2031-03-12", "day"), value("date", "2031-03-21", "day"), "conflict"),
        (value("date", "2031-03-12", "day", modifier="initially"), value("date", "2031-03-21", "day"), "superseded"),
        (value("date", "XXXX-WXX-5", "day", relative=True), value("date", "2031-03-21", "day"), "open"),
        (
            value("date", "2030/..", "year", modifier="after"),
            value("date", "../2034", "year", modifier="until"),
            "open",
        ),
        (value("time", "T10:47+05:00", "minute"), value("time", "T05:47Z", "minute"), "agrees"),
        (value("time", "T23:30-02:00", "minute"), value("time", "T01:30Z", "minute"), "agrees"),
        (value("time", "T10:47", "minute"), value("time", "T05:47Z", "minute"), "open"),
        (value("time", "T10:47", "minute"), value("time", "T05:40Z", "minute"), None),
        (value("time", "T10:47Z", "minute"), value("time", "T05:47Z", "minute"), "conflict"),
        (value("count", "7998"), value("count", "8000"), "differs in precision"),
        (value("count", "57"), value("count", "60", "approximate"), "differs in precision"),
        (value("count", "57"), value("count", "60"), "conflict"),
        (value("figure", "72", unit="km"), value("figure", "71", unit="km"), "differs in precision"),
        (value("figure", "72", unit="%"), value("figure", "71", unit="%"), "conflict"),
        (value("figure", "0.02", unit="m"), value("figure", "0.05", unit="m"), "conflict"),
        (value("figure", "0.50", unit="m"), value("figure", "0.51", unit="m"), "differs in precision"),
        (value("figure", "0", unit="m"), value("figure", "0.0", unit="m"), "differs in precision"),
        (value("count", "1" + "2" * 40), value("count", "1" + "3" * 40), "conflict"),
        (value("duration", "P3D"), value("duration", "P4D"), "conflict"),
        (value("money", "605000000", unit="EUR"), value("money", "235000000", unit="EUR"), "conflict"),
    ],
)
def test_states(a: Value, b: Value, expected: str | None) -> None:
    assert comparable(a, b)
    assert state(a, b, frozenset({"initially"})) == state(b, a, frozenset({"initially"})) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (value("money", "5", unit="EUR"), value("money", "5", unit="USD")),
        (value("count", "5", unit="ships"), value("count", "5", unit="cats")),
        (value("date", "2031", "year"), value("time", "T10:00", "minute")),
    ],
)
def test_what_cannot_be_compared(a: Value, b: Value) -> None:
    assert not comparable(a, b)


FEATURES = st.dictionaries(st.sampled_from([f"c:{c}" for c in "abcdefgh"]), st.floats(0.5, 4), max_size=6)
ARTICLE = st.lists(FEATURES, max_size=5)


@given(ARTICLE, ARTICLE)
@settings(max_examples=60, deadline=None)
def test_counterparts_do_not_depend_on_which_article_comes_first(
    a: list[dict[str, float]], b: list[dict[str, float]]
) -> None:
    one, other = Featured("a", "en", tuple(a)), Featured("b", "de", tuple(b))
    there, back = align(one, other), align(other, one)
    assert sorted((x.a, x.b, x.mutual) for x in there) == sorted((x.b, x.a, x.mutual) for x in back)
    assert len({x.a for x in there if x.mutual}) == len([x for x in there if x.mutual])


@given(FEATURES)
@settings(max_examples=40, deadline=None)
def test_likeness_is_one_for_the_same(features: dict[str, float]) -> None:
    score, shared = likeness(features, features)
    assert score == pytest.approx(1.0 if features else 0.0)
    assert shared == pytest.approx(sum(features.values()))


QUAY = {
    "en": "The port of Ostend opened its new quay on May 12.\n\nThe trawler Nadia had not paid the port for the winter."
    "\n\nThe quay may be closed to tourists on June 3.\n\nA storm destroyed the old bridge of the shipyard, the police "
    "said.",
    "de": "Der Hafen von Ostende hat am 12. Mai seinen neuen Kai eröffnet.\n\nDer Trawler Nadia hatte dem Hafen den "
    "Winter bezahlt.\n\nDer Kai wird am 3. Juni für Touristen geschlossen.\n\nEin Sturm hat die alte Brücke der Werft "
    "zerstört.",
}


def test_two_languages_told_apart() -> None:
    audit = auditor.audit_texts(QUAY, no_glossary=True)
    assert [s.members for s in audit.stories] == [("de", "en")]
    found = {(f.rule, f.article) for f in audit.findings if f.rule in ("QT303", "QT304", "PV301")}
    assert {("QT303", "en"), ("QT304", "en"), ("PV301", "de")} <= found
    assert ("PV301", "en") not in found


TOLL = (
    "A dam burst above Ostend and the flood killed {n} people, mayor Pieter Goossens said.\n\nThe ministry promised "
    "new boats. Anna Vermeulen lost her trawler in the flood."
)


def test_a_toll_that_rises_is_no_contradiction() -> None:
    """A later count takes the place of an earlier one; without dates it stays open which is which."""
    texts = {"one": TOLL.format(n=17), "two": TOLL.format(n=29)}
    audit = auditor.audit_texts(texts, no_glossary=True)
    assert [s.members for s in audit.stories] == [("one", "two")]
    assert [link.state for link in audit.claim_links if "count" in {c.kind for c in audit.claims}] == ["open"]
    assert not [f for f in audit.findings if f.rule == "NU301"]


def test_a_follow_up_is_told_with_its_reason() -> None:
    plan = (
        "Work on the herring quay of Ostend will start on May 12, fishing crews hope.\n\nHarbour master Pieter "
        "Goossens ordered granite from a quarry in Brittany, which cannot deliver sooner.\n\nSkipper Anna Vermeulen "
        "called the price absurd and left the meeting of the council in anger."
    )
    near = (
        "Masons start in Ostend on Friday night, when a barge brings the first stones.\n\nPieter "
        "Goossens welcomed divers who had found a rusty anchor in the mud.\n\nAnna Vermeulen baked waffles for the "
        "workers and their children under a striped tent."
    )
    audit = auditor.audit_texts({"plan": plan, "near": near}, no_glossary=True)
    assert {s.id: s.follows for s in audit.stories} == {"story-near": ("story-plan",), "story-plan": ()}
    evidence = next(s.evidence for s in audit.stories if s.follows)
    assert [line for line in evidence if "Friday night" in line and "May 12" in line]


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        ("one two three four five six seven eight nine ten eleven twelve.", "near-duplicate"),
        ("one two three four five six seven and then something else was told of it, in other words.", "rewrite"),
        ("something else was told in other words of one two and three.", "sibling"),
    ],
)
def test_reuse(other: str, relation: str) -> None:
    text = "one two three four five six seven eight nine ten eleven twelve."
    a, b = (read(from_text(key, told), lexicon(), "en") for key, told in (("a", text), ("b", other)))
    assert compare(a, b, shingles(a), shingles(b)).relation == relation
    assert compare(b, a, shingles(b), shingles(a)).relation == relation


@pytest.mark.parametrize(
    ("change", "other"),
    [
        ("medium: (not named) → Telegram", "medium: Telegram → (not named)"),
        ("negation: not → (nothing)", "negation: (nothing) → not"),
        ("boat → ship", "ship → boat"),
        ("noon: the bell → dusk", "dusk → noon: the bell"),
    ],
)
def test_a_change_told_from_the_other_side(change: str, other: str) -> None:
    assert turned(change) == other


COST = (
    "The port of Ostend opened its new quay on May 12, harbour master Pieter Goossens said.\n\nThe port spent {sum} "
    "million euros on the quay, Goossens said.{more}\n\nFishing crews in Ostend had asked the port for a new quay."
)


def test_a_figure_that_most_articles_have_is_the_lesser_worry() -> None:
    """The odd one out is told so gravely; the others are told how many agree with them."""
    texts = {
        name: COST.format(sum=sum_, more=more)
        for name, sum_, more in (
            ("a", 30, ""),
            ("b", 30, " The work took two years."),
            ("c", 50, " The work took a long time, he said."),
        )
    }
    found = {f.article: f for f in auditor.audit_texts(texts, no_glossary=True).findings if f.rule == "NU301"}
    assert {article: f.severity for article, f in found.items()} == {"a": "minor", "b": "minor", "c": "major"}
    assert "as in 1 other article, but c has" in found["a"].message
    assert "but a and 1 other article have" in found["c"].message
