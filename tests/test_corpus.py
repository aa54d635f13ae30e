"""Dates as intervals, quote and claim links, stories: cases by hand."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import auditor
from auditor.corpus import edtf
from auditor.corpus.similarity import chrf, signatures, similarity
from auditor.records import Audit


@pytest.mark.parametrize(
    ("a", "b", "same", "compatible"),
    [
        (("2023-02-20", "day"), ("XXXX-02-20", "day"), True, True),
        (("2023-02-20", "day"), ("2024-02-20", "day"), False, False),
        (("XXXX-12~", "part-of-month", "mid"), ("XXXX-12-14", "day"), False, True),
        (("XXXX-12~", "part-of-month", "late"), ("XXXX-12-14", "day"), False, False),
        (("XXXX-12~", "part-of-month", "mid"), ("XXXX-12~", "part-of-month", "late"), False, True),
        (("XXXX-03", "month"), ("XXXX-03-28", "day"), False, True),
        (("1998", "year"), ("XXXX-12-14", "day"), False, False),
        (("2023", "year"), ("2023-12-14", "day"), False, True),
        (("XXXX-03-16", "day"), ("XXXX-03-28", "day"), False, False),
    ],
)
def test_dates(a: tuple[str, ...], b: tuple[str, ...], same: bool, compatible: bool) -> None:
    x, y = edtf.parse(*a), edtf.parse(*b)
    assert x is not None
    assert y is not None
    assert (edtf.same(x, y), edtf.compatible(x, y)) == (same, compatible)
    assert (edtf.same(y, x), edtf.compatible(y, x)) == (same, compatible)


@pytest.mark.parametrize("value", ["2024/..", "../2028", "XXXX-WXX-5", "-P1M", "T05:47Z", "soon"])
def test_what_is_no_date(value: str) -> None:
    assert edtf.parse(value, "day") is None


def test_similarity_is_symmetric_and_that_of_sacrebleu() -> None:
    from sacrebleu.metrics import BLEU, CHRF, TER

    a, b = "the best answer for the safety of crews", "this is the best solution for the crews' safety"
    one, other = similarity(a, b), similarity(b, a)
    assert one == other
    both = [(a, b), (b, a)]
    assert one.chrf == pytest.approx(sum(CHRF().sentence_score(x, [y]).score for x, y in both) / 2, abs=0.01)
    assert one.ter == pytest.approx(sum(TER().sentence_score(x, [y]).score for x, y in both) / 2, abs=0.01)
    bleu = BLEU(effective_order=True)
    assert one.bleu == pytest.approx(sum(bleu.sentence_score(x, [y]).score for x, y in both) / 2, abs=0.01)
    assert chrf(a, a) == 100


def test_signatures_are_those_of_sacrebleu() -> None:
    from sacrebleu.metrics import BLEU, CHRF, TER

    for name, metric in {"chrF2": CHRF(), "TER": TER(), "BLEU": BLEU(effective_order=True)}.items():
        metric.corpus_score(["a b c"], [["a b c"]])
        assert signatures()[name].removesuffix("|directions:mean") == str(metric.get_signature())


ONE = """Fishing crews in Ostend will get a new quay on May 12, the port of Ostend said on March 3.

"The quay is the best answer for the safety of the crews," said harbour master Pieter Goossens.

The work was initially planned for April 4. The port found cracks in the old quay in mid-January.
"""
OTHER = """The port of Ostend opens a new quay on May 12, harbour master Pieter Goossens announced on March 3.

Goossens called the quay "the best solution for the safety of crews" in Ostend.

The port found the cracks in the old quay on January 14. Fishing crews must wait until May 12.
"""
FAR = """The orchestra of Lyon plays Mahler on June 6, said conductor Anna Brandt.

"We have waited two years for this evening," Brandt told reporters in Lyon.
"""


@pytest.fixture(scope="module")
def audit() -> Audit:
    return auditor.audit_texts({"one": ONE, "other": OTHER, "far": FAR})


def test_stories(audit: Audit) -> None:
    assert sorted(s.members for s in audit.stories) == [("far",), ("one", "other")]
    assert next(s.evidence for s in audit.stories if len(s.members) > 1)


def test_quotes_are_paired_with_their_wording(audit: Audit) -> None:
    texts = {q.id: q for q in audit.quotes}
    pairs = [{texts[link.a].article, texts[link.b].article} for link in audit.quote_links]
    assert pairs == [{"one", "other"}]
    assert 30 < audit.quote_links[0].chrf < 95
    assert audit.quote_links[0].changed


def test_claims_of_siblings(audit: Audit) -> None:
    claims = {c.id: c for c in audit.claims}
    texts = {
        c.id: next(t for k, t in {"one": ONE, "other": OTHER, "far": FAR}.items() if k == c.article)
        for c in claims.values()
    }
    found = {
        (claims[link.a].value, claims[link.b].value, link.state)
        for link in audit.claim_links
        if claims[link.a].kind == "date"
    }
    assert ("XXXX-05-12", "XXXX-05-12", "agrees") in found
    assert any(state == "differs in precision" for *_, state in found)
    assert all(texts[c.id][c.start : c.end] for c in claims.values())


def test_order_of_files_does_not_matter() -> None:
    """Same texts, other order: the same bytes."""
    import msgspec

    one = auditor.audit_texts({"one": ONE, "other": OTHER, "far": FAR})
    turned = auditor.audit_texts({"far": FAR, "other": OTHER, "one": ONE})
    assert msgspec.json.encode(one) == msgspec.json.encode(turned)


def test_empty_and_blank_texts() -> None:
    audit = auditor.audit_texts({"empty": "", "blank": " \n\n ", "one": ONE})
    assert {a.id for a in audit.articles} == {"empty", "blank", "one"}
    assert [n for n in audit.summary["notes"] if "no text" in n]


STORIES = tomllib.loads((Path(__file__).parent / "cases" / "stories.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", STORIES, ids=lambda case: str(case["name"]))
def test_short_undated_copy_finds_its_story(case: dict[str, Any]) -> None:
    audit = auditor.audit_texts(case["texts"])
    assert sorted(sorted(story.members) for story in audit.stories) == sorted(map(sorted, case["stories"]))
