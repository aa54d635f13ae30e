"""A text against its source."""

from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import pairs
from auditor.pairs.align import stretches
from auditor.pairs.numbers import readings
from auditor.pairs.side import side
from auditor.pairs.words import senses
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import LANGUAGES, lexicon

CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases/pairs.toml").read_text("utf-8"))["case"]
MARK = re.compile("⟦(.*?)⟧")
SOURCE = "Am Montag kamen 25 Gäste. Die Fabrik wird nicht geschlossen. Im Mai reist Herr Weber nach Wien."
TARGET = "On Monday 25 guests came. The factory will not be closed. In May Mr Weber will travel to Vienna."
WORDS = st.sampled_from(
    (
        "nicht",
        "25",
        "1.200",
        "Mai",
        "drei",
        "Millionen",
        "Wien",
        "14:30",
        "24.02.2022",
        "halb",
        "Weber",
        "kein",
        "не",
        "万",
    )
)


def parameters() -> list[Any]:
    return [
        pytest.param(case, id=f"{case['langs']}-{n}", marks=[pytest.mark.xfail(strict=True)] if "kind" in case else [])
        for n, case in enumerate(CASES, 1)
    ]


@pytest.mark.parametrize("case", parameters())
def test_cases(case: dict[str, Any]) -> None:
    """Marked words are flagged by the rule and nothing else is."""
    text = MARK.sub(r"\1", case["target"])
    found = pairs.check(case["source"], text, *case["langs"].split("-"))
    marked = MARK.search(case["target"])
    expected = [(case["rule"], marked.start(), marked[1])] if marked else []
    assert [(f.rule, f.start, f.match) for f in found] == expected


def test_every_check_has_a_case() -> None:
    """No check without an example that fires and says what it saw."""
    assert {c.id for c in pairs.checks().values()} == {case["rule"] for case in CASES if "rule" in case}


@given(st.lists(WORDS, max_size=14), st.lists(WORDS, max_size=14), st.sampled_from(["de", "ru", "zh", "xx"]))
@settings(max_examples=120, deadline=None)
def test_spans_and_silence(source: list[str], target: list[str], language: str) -> None:
    """Spans lie in the target, findings repeat, and a text is never at fault against itself in its own language."""
    ours, theirs = " ".join(source), " ".join(target)
    found = pairs.check(ours, theirs, language, "en")
    assert found == pairs.check(ours, theirs, language, "en")
    assert all(theirs[f.start : f.end] == f.match and f.match for f in found)
    assert not pairs.check(theirs, theirs, "en", "en")


@pytest.mark.parametrize(("source", "target"), [("", ""), ("Guten Tag", ""), ("", "Hello"), (" \n", "\n\n")])
def test_nothing_to_compare(source: str, target: str) -> None:
    assert pairs.check(source, target, "de", "en") == ()


@pytest.mark.parametrize(
    ("word", "value"),
    [("1.234", 1234.0), ("1,234.5", 1234.5), ("12,5", 12.5), ("1 200", 1200.0), ("1.200.000", 1200000.0)],
)
def test_readings(word: str, value: float) -> None:
    assert (value,) in readings(word)[0]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "dreihundertfünfundzwanzig", 325),
        ("de", "anderthalb Millionen", 1.5e6),
        ("en", "two hundred and six", 206),
        ("fr", "mille cinq cent vingt", 1520),
        ("ru", "сто двадцать пять тысяч", 125000),
        ("cs", "tři desítky", 30),
        ("es", "treinta y cinco", 35),
        ("it", "2 miliardi", 2e9),
        ("ja", "1億2000万", 1.2e8),
        ("zh", "4.244亿", 424400000),
    ],
)
def test_number_words(language: str, text: str, value: float) -> None:
    assert value in side(text, language).numbers[0].values


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_words(language: str) -> None:
    table = senses(language)
    assert table is not None
    assert any(sense.negation == 2 for word in sorted(table.words.negators) if (sense := table[word]))


def test_whole_text() -> None:
    """Sentences are aligned; a fault is found where it stands, in text order."""
    assert pairs.check(SOURCE * 9, TARGET * 9, "de", "en") == ()
    faulty = TARGET * 4 + TARGET.replace("25", "52").replace("not ", "").replace("Vienna", "Madrid") + TARGET * 4
    found = pairs.check(SOURCE * 9, faulty, "de", "en")
    assert [f.rule for f in found] == ["NU401", "TM401", "NM401"]
    assert all(len(TARGET) * 4 - 9 <= f.start < len(TARGET) * 5 for f in found)


def test_stretches_are_in_order() -> None:
    """A sentence that has no counterpart does not shift the others."""
    longer = (
        SOURCE.replace("Die Fabrik", "Das war im letzten Jahr noch ganz anders gewesen als heute. Die Fabrik")
        + " "
        + SOURCE
    )
    found = stretches(longer, TARGET + " " + TARGET, "de", "en")
    assert [s for s, _ in found] == sorted(s for s, _ in found)
    assert found[-1][0][1] == len(longer)


def test_audit() -> None:
    """Readings give hits with the check, its span in the target and the source's words as evidence."""
    article = read(from_text("copy", TARGET.replace("25", "27")), lexicon(), "en")
    source = read(from_text("original", SOURCE), lexicon(), "de")
    [(check, hit)] = list(pairs.audit(article, source))
    assert (check.id, article.text[hit.start : hit.end]) == ("NU401", "27")
    evidence = hit.evidence[0]
    assert (evidence.article, evidence.text, source.text[evidence.start : evidence.end]) == ("original", "25", "25")


@pytest.mark.parametrize(
    ("source", "target"), [("12 ", "13 "), ("Вена Иван ", "x Madrid John "), ("1.2.", "3:"), ("Das ist. ", "It is. ")]
)
def test_hostile_text_costs_its_length(source: str, target: str) -> None:
    """Four times the text takes no more than about four times the time (ten, for the noise of a busy machine)."""
    pairs.check(source * 50, target * 50, "ru", "en")
    costs = []
    for size in (250, 1000):
        spent = []
        for _ in range(2):
            start = time.process_time()
            pairs.check(source * size, target * size, "ru", "en")
            spent.append(time.process_time() - start)
        costs.append(min(spent))
    assert costs[1] < 10 * costs[0] + 0.05


def test_half_a_surrogate_is_no_fault() -> None:
    found = pairs.check("Am 5. Mai \ud800", "On 6 May \udc00", "de", "en")
    assert [(f.start, f.match) for f in found] == [(3, "6")]
