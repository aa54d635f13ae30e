"""Entities: small corpora with what must hold of them, and laws for any corpus."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping
from itertools import permutations
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.entities.build import build
from auditor.entities.clusters import Clusters
from auditor.entities.joint import Leaning, leaning, ranked, settle, writers
from auditor.entities.local import form_key, one_slip
from auditor.entities.people import Pivot
from auditor.entities.verdict import Verdict
from auditor.entities.view import EntitySet
from auditor.glossary.model import Concept, Glossary, Native, Term
from auditor.reading.article import Layout, Reading, Segment
from auditor.reading.ingest import from_text
from auditor.reading.mentions.find import mentions
from auditor.text.lexicon import lexicon
from auditor.text.segments import sentences
from auditor.text.tokens import tokens

CASES = tomllib.loads((Path(__file__).parent / "cases" / "entities.toml").read_text(encoding="utf-8"))["case"]


def read(article: str, text: str, language: str = "en") -> Reading:
    """A reading with names only."""
    segments = tuple(Segment(start, end, 0, language) for start, end in sentences(text, 0, len(text), language))
    words = tokens(text)
    named, pairs = mentions(text, words, segments, language, lexicon())
    return Reading(
        source=from_text(article, text),
        language=language,
        language_score=1.0,
        layout=Layout((), ()),
        segments=segments,
        tokens=tuple(words),
        mentions=named,
        abbreviations=pairs,
        quotes=(),
        values=(),
        credits=(),
    )


def corpus(texts: Mapping[str, str], languages: Mapping[str, str] | None = None) -> list[Reading]:
    return [read(key, text, (languages or {}).get(key, "en")) for key, text in texts.items()]


def entities_of(found: EntitySet, form: str) -> set[str]:
    return {m.entity for view in found.views.values() for m in view.mentions if m.text == form}


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["label"])
def test_case(case: dict[str, Any]) -> None:
    found = build(corpus(case["articles"], case.get("langs")))
    expect = case["expect"]
    for forms in expect.get("together", ()):
        held = [entities_of(found, form) for form in forms]
        assert all(len(ids) == 1 for ids in held), dict(zip(forms, held, strict=True))
        assert len(set.union(*held)) == 1, dict(zip(forms, held, strict=True))
    for a, b in expect.get("apart", ()):
        assert entities_of(found, a)
        assert entities_of(found, b)
        assert entities_of(found, a).isdisjoint(entities_of(found, b))
    faults = {
        f"{article}|{m.text}|{m.relation}|{m.replacement}"
        for article, view in found.views.items()
        for m in view.mentions
        if m.relation not in ("preferred", "admitted")
    }
    if expect.get("faults") == []:
        assert not faults
    assert set(expect.get("faults", ())) <= faults
    for word, language in expect.get("leads", {}).items():
        lists = [m.conventions for v in found.views.values() for m in v.mentions if word in m.text.split()]
        assert lists
        assert {c[0] for c in lists} == {language}


def test_every_mention_is_resolved_once_and_in_place(seeds: Path) -> None:
    readings = [read(p.stem, p.read_text(encoding="utf-8")) for p in sorted(seeds.glob("*.txt"))]
    found = build(readings)
    table = {e.id: e for e in found.entities}
    for reading in readings:
        view = found.view(reading.id)
        assert [(m.start, m.end) for m in view.mentions] == [(m.start, m.end) for m in reading.mentions]
        for m in view.mentions:
            assert reading.text[m.start : m.end] == m.text
            assert reading.id in table[m.entity].forms[m.text]
            assert (m.replacement is None) == (m.relation in ("preferred", "admitted"))
            assert m.relation in ("preferred", "admitted") or m.evidence
            for e in m.evidence:
                if e.article is not None and e.start is not None and e.end is not None:
                    other = next(r for r in readings if r.id == e.article)
                    assert other.text[e.start : e.end].strip()


def test_order_of_articles_does_not_matter() -> None:
    texts = CASES[0]["articles"]
    wanted = build(corpus(texts))
    for order in permutations(texts):
        assert build(corpus({key: texts[key] for key in order})) == wanted


NAMES = ["Sergei Orlov", "Sergej Orlow", "Orlov", "Orlow", "O'Hara", "O'Haraund", "Anna Orlova", "NASA", "Nasa",
         "MS-22", "Soyuz MS-22", "Soyuz MS-23", "White House", "House- Blanche", "Orolv"]  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=6), min_size=1, max_size=4))
def test_any_corpus_keeps_the_laws(articles: list[list[str]]) -> None:
    texts = {f"a{i}": " and ".join(names) + " were there." for i, names in enumerate(articles)}
    readings = corpus(texts)
    found = build(readings)
    assert build(readings[::-1]) == found
    for reading in readings:
        assert len(found.view(reading.id).mentions) == len(reading.mentions)
    ids = [e.id for e in found.entities]
    assert len(ids) == len(set(ids))
    assert entities_of(found, "Soyuz MS-22").isdisjoint(entities_of(found, "Soyuz MS-23"))
    assert entities_of(found, "Sergei Orlov").isdisjoint(entities_of(found, "Anna Orlova"))


def space() -> Glossary:
    concept = Concept(
        id="per-tarasov",
        type="person",
        native=Native(text="Игорь Тарасов", lang="ru"),
        terms=(
            Term(text="Igor Tarasoff", lang="en", status="preferred", short="Tarasoff"),
            Term(text="Igor Tarassow", lang="de", status="preferred", short="Tarassow"),
        ),
        never=("per-tarsov",),
    )
    twin = Concept(id="per-tarsov", type="person", terms=(Term(text="Igor Tarsov", lang="en"),))
    return Glossary(concepts=(concept, twin))


def test_the_glossary_decides() -> None:
    found = build(corpus({"a": "The pilot Igor Tarassow spoke on Monday. Igor Tarsov did not."}), space())
    (entity,) = [e for e in found.entities if "Igor Tarassow" in e.forms]
    assert (entity.preferred, entity.native, entity.concept, entity.decided_by) == (
        "Igor Tarasoff", "Игорь Тарасов", "per-tarasov", "glossary",
    )  # fmt: skip
    (mention,) = [m for m in found.view("a").mentions if m.text == "Igor Tarassow"]
    assert (mention.relation, mention.replacement) == ("foreign", "Igor Tarasoff")
    assert entities_of(found, "Igor Tarsov").isdisjoint({entity.id})


def test_a_form_that_several_languages_share_goes_to_the_one_of_the_other_names() -> None:
    tarasov, twin = space().concepts
    agency = Concept(
        id="org-morflot",
        type="org",
        terms=tuple(
            Term(text=text, lang=code, status="preferred")
            for text, code in (("Morflotbund", "cs"), ("Morflotbund", "de"), ("Morflot Union", "en"))
        ),
    )
    text = "The pilot Igor Tarassow of the Morflotbund spoke on Monday. The Morflotbund did not."
    found = build(corpus({"a": text}), Glossary(concepts=(tarasov, twin, agency)))
    pointed = {m.text: m.points_to for m in found.view("a").mentions if m.points_to}
    assert pointed == {"Igor Tarassow": "de", "Morflotbund": "de"}


@pytest.mark.parametrize(
    ("status", "language", "wanted"),
    [
        ("forbidden", "en", ("foreign", "Tarasoff", True)),
        ("misspelling", "en", ("misspelt", "Tarasoff", True)),
        ("admitted", "en", ("admitted", None, False)),
        ("preferred", "fr", ("foreign", "Tarasoff", False)),
    ],
)
def test_the_status_of_a_term_decides(status: Any, language: str, wanted: tuple[str, str | None, bool]) -> None:
    concept, twin = space().concepts
    term = Term(text="Igor Tarassoff", lang=language, status=status, short="Tarassoff")
    rules = Glossary(concepts=(msgspec.structs.replace(concept, terms=(*concept.terms, term)), twin))
    found = build(corpus({"a": "The pilot Igor Tarassoff spoke on Monday. Tarassoff then left."}), rules)
    mention = found.view("a").mentions[-1]
    ruled = any(e.kind == "glossary-status" for e in mention.evidence)
    assert (mention.relation, mention.replacement, ruled) == wanted


def test_an_unknown_language_is_judged_by_nobody() -> None:
    found = build([read("a", "Sergej Lavrov and Sergei Lawrow met.", "xx")])
    assert {m.relation for m in found.view("a").mentions} <= {"preferred", "admitted"}


def test_nothing_in_nothing_out() -> None:
    assert build([]) == EntitySet(entities=(), views={})
    assert build([read("a", "")]).view("a").mentions == ()


def test_the_articles_other_names_settle_a_doubtful_form() -> None:
    sure = {f"name{i}": Verdict("foreign", owners=("fr",)) for i in range(2)}
    doubtful = Verdict("admitted", ("es", "fr", "en"), ("es", "fr"), {"a": "b"}, "b", doubtful=True)
    lean = leaning(sure)
    assert (lean.language, lean.forms) == ("fr", ("name0", "name1"))
    settled = settle(doubtful, lean, sibling=False, mixed=False)
    assert (settled.relation, settled.conventions) == ("foreign", ("fr", "es", "en"))
    nobody = Leaning(None, 0.0, ())
    assert settle(doubtful, nobody, sibling=True, mixed=False) == doubtful
    assert leaning({"x": Verdict("foreign", owners=("de", "pl"))}) == nobody


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [("Roman", "Romna", True), ("Roman", "Romann", True), ("Roman", "Rman", True), ("Roman", "Ronan", True),
     ("Roman", "Roman", False), ("Roman", "Human", False), ("Roman", "roman", False)],
)  # fmt: skip
def test_one_slip(a: str, b: str, wanted: bool) -> None:
    assert one_slip(a, b) is one_slip(b, a) is wanted


def test_form_key_levels_apostrophes_spaces_and_case() -> None:
    assert form_key("O’Hara  Jones") == form_key("o'hara\u00a0JONES") == "o'hara jones"


SPELLINGS = [f"{given} {family}" for given in ("Sergei", "Sergej", "Serhii") for family in (
    "Orlov", "Orlow", "Orlof", "Arlow", "Orlova", "Urlow")]  # fmt: skip


@given(st.lists(st.sampled_from(SPELLINGS), unique=True, min_size=2, max_size=12))
@settings(max_examples=25)
def test_what_is_told_apart_once_need_not_be_compared_again(names: list[str]) -> None:
    """The shortcut changes the work, not the entities."""
    readings = corpus({f"a{i}": f"{name} was there." for i, name in enumerate(names)})
    found = build(readings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Clusters, "told_apart", lambda *_: False)
        assert build(readings) == found


def test_work_grows_with_the_forms_not_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are compared within blocks only."""
    syllables = ["bar", "dol", "fen", "gri", "hus", "kam", "lip", "mor", "nad", "por"]
    names = ["".join(syllables[int(d)] for d in f"{i:04d}").capitalize() for i in range(0, 9600, 24)]
    readings = [read(f"a{i}", f"The pilot Otto {name} spoke on Monday.") for i, name in enumerate(names)]
    compared = Counter[int]()

    def cost(count: int) -> int:
        def counted(a: str, b: str, count: int = count) -> float:
            compared[count] += 1
            return float(a == b)

        monkeypatch.setattr("auditor.entities.join._score", counted)
        build(readings[:count])
        return compared[count]

    assert cost(400) < 400 * 400 / 20
    assert cost(400) < 40 * (cost(50) + 50)


@pytest.mark.parametrize(("other", "native", "first"), [("Czernow", "Чернов", "pl"), ("Tschernow", "Чернов", "de")])
def test_the_conventions_of_an_ambiguous_form_follow_the_other_names(other, native, first):
    ambiguous, clear = Pivot("Антонов", None, "ru"), Pivot(native, None, "ru")
    written = writers([("Antonow", ambiguous), (other, clear)], "en")
    assert ranked(("de", "pl"), "Antonow", ambiguous, written)[0] == first


def test_ids_hold_when_other_articles_come_in() -> None:
    """A concept, a listed body and a native form name an entity; how the articles spell it does not."""
    text = "The pilot Igor Tarassow of NASA flew from Kiev on Monday. Sergei Wassiljew waited."
    alone = build(corpus({"a": text}), space())
    more = {
        "a": text,
        "b": "Igor Tarasov and Sergey Vasilyev of the Nasa flew from Kyiv.",
        "c": "Sergey Vasilyev spoke.",
    }
    beside = build(corpus(more), space())

    def ids(found: EntitySet) -> dict[str, str]:
        return {m.text: m.entity for m in found.view("a").mentions}

    assert ids(alone) == ids(beside)
    assert ids(alone)["Igor Tarassow"] == "per-tarasov"
