"""Credits: the table of cases, the laws of spans, the seeds, and time on hostile text."""

from __future__ import annotations

import gc
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.packs.agencies import agencies
from auditor.reading.article import Segment, Source
from auditor.reading.credits.find import credits
from auditor.reading.zones.find import layout
from auditor.records import Credit
from auditor.text.segments import sentences
from auditor.text.tokens import tokens

HERE = Path(__file__).parent
CASES = tomllib.loads((HERE / "cases" / "credits.toml").read_text(encoding="utf-8"))["case"]
SEEDS = HERE.parent / "seeds"
WORDS = [
    *(
        "Reuters",
        "dpa",
        "AFP",
        "told",
        "the",
        "agency",
        "reported",
        "By",
        "Jane",
        "Miller",
        "Image:",
        "©",
        "(",
        ")",
        "/",
    ),
    *(
        "\n\n",
        "\r\n",
        ",",
        ".",
        "–",
        "AP Photo",
        "Getty Images",
        "Фото:",
        "ТАСС",
        "Le Monde",
        "2023",
        "\u2028",
        "\u202e",
        "é",
    ),
]


def read(text: str, language: str = "en") -> tuple[Credit, ...]:
    source = Source(id="a", path="a", role="subject", sha256="", original=text, text=text)
    where = layout(source)
    segments = tuple(
        Segment(start, end, index, language)
        for index, block in enumerate(where.blocks)
        for start, end in sentences(text, block.start, block.end, language)
    )
    return credits(source, where, segments, tokens(text), language)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case: dict[str, object]):
    text, language = str(case["text"]), str(case.get("lang", "en"))
    found = read(text, language)
    assert [f"{c.name} | {c.kind} | {c.role}" for c in found] == case["credits"]
    for credit in found:
        assert text[credit.start : credit.end] == credit.text


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from(["en", "de", "ru", "fr", "xx"]))
@settings(max_examples=60, deadline=None)
def test_spans_lie_in_the_text_and_nobody_is_named_twice(words: list[str], language: str):
    text = " ".join(words)
    found = read(text, language)
    assert [(c.start, c.end) for c in found] == sorted((c.start, c.end) for c in found)
    assert len({(c.name, c.kind, c.role) for c in found}) == len(found)
    for credit in found:
        assert text[credit.start : credit.end] == credit.text
        assert credit.text.strip() == credit.text != ""


def test_every_firm_name_is_found_after_a_firm_cue():
    missed = []
    for form in agencies().forms:
        if form.weak or not form.text[0].isupper():
            continue
        photo = getattr(form.owner, "kind", "agency") == "photo"
        told = f"The bridge is open again, a spokesman told {form.text} on Monday."
        found = read(f"At night\n\nPhoto: Ada Miller/{form.text}\n\nIt is open." if photo else told)
        if form.owner.name not in {credit.name for credit in found}:
            missed.append(form.text)
    assert missed == []


SEED_CREDITS = {
    "000": {("dpa", "quoted"), ("TASS", "quoted")},
    "001": set(),
    "002": {
        *(("TASS", "photo"), ("dpa", "photo"), ("picture alliance", "photo"), ("AP", "photo")),
        *(("Reuters", "text"), ("AFP", "text")),
    },
    "003": set(),
    "004": set(),
}  # fmt: skip


@pytest.mark.parametrize("seed", sorted(SEED_CREDITS))
def test_agencies_of_the_seeds(seed: str):
    paths = sorted(SEEDS.glob(f"{seed}_*.txt"))
    if not paths:
        pytest.skip("the seeds are not here")
    found = read(paths[0].read_text(encoding="utf-8"))
    assert {(c.name, c.role) for c in found if c.kind == "agency"} == SEED_CREDITS[seed]


@pytest.mark.parametrize(
    "text",
    [
        "Reuters/" * 20000,
        "a" * 200000,
        "Image: " * 20000,
        "By A. " * 30000,
        "(dpa, " * 20000,
        "Photo by Ada Miller " * 9000,
        "Image: dpa © " * 12000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_text_takes_linear_time(text: str):
    source = Source(id="a", path="a", role="subject", sha256="", original=text, text=text)
    where = layout(Source(id="a", path="a", role="subject", sha256="", original="x", text="x"))
    times = []
    gc.disable()  # a collection walks the heap of all tests before this one
    for part in (text[: len(text) // 4], text):
        own = Source(id="a", path="a", role="subject", sha256="", original=part, text=part)
        words = tokens(part)
        begin = time.process_time()
        credits(own, where, (), words, "en")
        times.append(time.process_time() - begin)
    gc.enable()
    assert len(source.text) > 100000
    assert times[1] < 10 * max(times[0], 0.02)
