"""What single words say of a program that rewords: the model, its tables, and what is made of them."""

from __future__ import annotations

from itertools import chain
from math import log
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.checks.phrases.rewording import RATES, programs, put_in, rewording, signs_of
from auditor.packs import data_path, load_tsv
from auditor.reading.article import Reading
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon

PROVEN = 6.5
NATIVE = (
    "The mayor said on Monday that the party had been forced to raise prices because of the cost of food. Officials "
    "told the reporters where the money went, and only the last of the four companies refused to give details. It "
    "will probably open the office again next year, without the help of the state, the statement said."
)
REWORDED = (
    "The mayor mentioned on Monday that the get together had been compelled to lift costs as a result of the price "
    "of meals. Officers advised the reporters the place the cash went, and solely the final of the 4 corporations "
    "refused to offer particulars. It's going to in all probability open the workplace once more subsequent 12 "
    "months, with out the assistance of the state, the assertion mentioned."
)


def _read(text: str) -> Reading:
    return read(from_text("a", text), lexicon(), "en")


def test_reworded_copy_is_told_from_what_it_was_made_of() -> None:
    assert rewording(_read(NATIVE)) < 0
    assert rewording(_read(REWORDED)) > PROVEN


@pytest.mark.parametrize("page", sorted(Path("tests/english").glob("*.txt")), ids=lambda page: page.stem)
def test_native_copy_is_not_called_reworded(page: Path) -> None:
    assert rewording(_read(page.read_text(encoding="utf-8"))) < PROVEN


def test_nothing_is_said_of_no_words() -> None:
    assert rewording(_read("")) == 0.0


def test_what_was_put_in_is_shown_with_what_it_stands_for() -> None:
    found = put_in(_read("He solely came as a substitute, and she solely left as a substitute."))
    assert found.items() >= {("solely", "only"), ("as a substitute", "instead")}


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        (
            "The officers mentioned that it was held the place the get together was based.",
            "the place",
            "where",
        ),
        ("The governing administration gave the men and women a thirty day period.", "thirty day period", "month"),
        (
            "Be that as it may, the lawmaker lost the political race on the grounds that few came.",
            "political race",
            "election",
        ),
        ("The shop was once closed, other folks had been there, and it was once sold.", "was once", "was"),
    ],
)
def test_each_program_is_known_by_its_words(text: str, word: str, meant: str) -> None:
    assert put_in(_read(text))[word] == meant


def test_words_are_findings_in_copy_that_is_proved_reworded() -> None:
    found = [f for f in auditor.audit_texts({"a": REWORDED}, lang="en").findings if f.rule == "TA401"]
    assert {"solely", "particulars", "mentioned"} <= {f.match for f in found}
    alone = auditor.audit_texts({"a": f"{NATIVE} He solely came for particulars."}, lang="en").findings
    assert [f.match for f in alone if f.match in ("solely", "particulars")] == []


def test_every_rate_is_of_a_word_of_the_tables() -> None:
    table = load_tsv(data_path("checks", "spun", RATES), HEADER)
    rates = {row["words"]: [float(rate) for rate in row["per_million"].split()] for row in table}
    known = [(word, *map(" ".join, runs)) for program in programs() for word, runs in program.items()]
    assert rates.keys() <= set(chain.from_iterable(known))
    assert [word for word, kinds in rates.items() if len(kinds) != 2 or min(kinds) <= 0] == []
    assert {"said", "mentioned", "as a substitute"} <= rates.keys()


HEADER = ("words", "per_million")
_RATE = st.floats(0.001, 5000)


@given(_RATE, _RATE)
def test_a_word_only_put_in_speaks_for_a_program_and_one_only_replaced_against_it(old: float, new: float) -> None:
    signs = signs_of({"old": (old,), "new": (new,)}, [{"old": [("new",)]}])
    assert all(nats >= 0 for nats in signs["new"].odds)
    assert all(nats < 0 for nats in signs["old"].odds)
    assert signs["old"].odds[0] == pytest.approx(log(0.95))
    assert (signs["new"].meant, signs["old"].meant) == (("old",), (None,))


@given(_RATE, _RATE, _RATE)
def test_the_rarer_a_word_in_native_copy_the_more_it_says(old: float, rare: float, common: float) -> None:
    rare, common = sorted((rare, common))
    first, second = (
        signs_of({"old": (old,), "new": (rate,)}, [{"old": [("new",)]}])["new"].odds for rate in (rare, common)
    )
    assert all(a >= b for a, b in zip(first, second, strict=True))


def test_a_word_stands_for_the_one_that_gives_most_of_it() -> None:
    rates = {"said": (1000.0,), "named": (10.0,), "mentioned": (5.0,)}
    known = {"said": [("mentioned",)], "named": [("mentioned",)]}
    assert signs_of(rates, [known, {}])["mentioned"].meant == ("said", None)


def test_of_two_kinds_of_news_that_one_counts_in_which_a_word_says_less() -> None:
    known = [{"said": [("stated",)]}]
    general, business, both = (
        signs_of({"said": said, "stated": stated}, known)["stated"].odds
        for said, stated in (((900.0,), (5.0,)), ((900.0,), (80.0,)), ((900.0, 900.0), (5.0, 80.0)))
    )
    assert both == business
    assert general > business
