"""Whether an article reads like a translation, and from which language."""

from __future__ import annotations

import gzip
import json
from itertools import islice
from math import log
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.checks.phrases.calques import find
from auditor.checks.phrases.source_odds import settings, totals, weigh
from auditor.packs import data_path
from auditor.provenance.source_clues import Clue
from auditor.provenance.source_language import signs
from auditor.records import ArticleRecord
from auditor.text.source_places import topics
from auditor.text.source_style import NATIVE, Style, judge
from auditor.text.style_symbols import features
from auditor.text.tokens import tokens

GERMAN = """The rocket was to start on Friday night from the base in the north, the police announced.

The car concern Daimler had, according to own information, sold the currently seven plants. He took his handy and \
wrote about it on the online network Facebook. A police speaker said that the ghost driver was not hurt."""

FRENCH = """The manifestants left the square at noon. The forces of order intervened when a manifestation against \
the law grew, precised that the prefecture. The tenant of the Élysée had triggered a polemic the day before, and an \
important number of families had assisted to the ceremony in the centre of the town."""

PLAIN = """The council met on Monday to discuss the bridge. Members voted six to three to close it until the spring, \
when repairs are expected to finish. "We had no choice," the mayor said. Traffic will be sent over the old road."""


def article(text: str) -> ArticleRecord:
    return auditor.audit_texts({"a": text}, lang="en").articles[0]


@pytest.mark.parametrize(("text", "code"), [(GERMAN, "de"), (FRENCH, "fr")])
def test_names_the_language(text: str, code: str) -> None:
    found = article(text)
    assert found.translated.verdict == "yes"
    assert found.source_language is not None
    assert found.source_language.code == code
    for clue in found.source_language.evidence:
        assert text[clue.start : clue.end] == clue.text
        assert clue.points_to == code
        assert clue.why


def test_style_does_not_name_what_it_never_saw() -> None:
    """Style knows no Spanish: copy on Spanish towns must not be called Russian for want of better."""
    style = Style({"ru": 0.9, "ja": 0.05, NATIVE: 0.05}, 300)
    copy = "Police in Málaga and Sabadell arrested the mayor of Badajoz, the court in Madrid said."
    assert topics({token.text: 1 for token in tokens(copy)}) == {"es": 4}
    assert weigh({}, style, {"es": 0.73}).likeliest[0] == "es"
    assert weigh({}, style, {}).likeliest[0] == "ru"
    assert weigh({}, style, {"es": 0.4, "ru": 0.4}).likeliest[0] == "ru"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Papadopoulos", {"el"}),
        ("Kyriakos", {"el"}),
        ("Nagy-Kovácsné", set()),
        ("Erdős", {"hu"}),
        ("Ionescu", {"ro"}),
        ("Petrović", {"sr", "hr"}),
        ("Grzegorz", {"pl"}),
        ("Al-Ahly", {"ar"}),
        ("Jean-Luc", {"fr"}),
        ("Do-young", {"ko"}),
        ("NATO", set()),
        ("Smith", set()),
        ("Escu", set()),
    ],
)
def test_names_tell_where_copy_is_at_home(name: str, codes: set[str]) -> None:
    assert set(topics({name: 1})) == codes


def test_a_name_counts_three_times_at_most() -> None:
    assert topics({"Athens": 9, "Kyriakos": 1}) == {"el": 4.0}


def test_copy_at_home_in_one_language_comes_from_there() -> None:
    """Style knows no Greek and has to call it by another language; where all names are Greek, it is Greek."""
    style = Style({"uk": 0.94, "ru": 0.03, NATIVE: 0.03}, 300)
    there, anywhere = (weigh({}, style, {"el": 0.7}, home=home).shares["el"] for home in ("el", None))
    assert there >= settings().named
    assert there > anywhere


def test_plain_copy_is_not_called_translated() -> None:
    found = article(PLAIN)
    assert found.translated.verdict != "yes"
    assert found.source_language is None


@pytest.mark.parametrize("text", ["", "Hello.", "The rocket starts.", "A short note on the bridge, no more."])
def test_no_guess_on_a_short_text(text: str) -> None:
    found = article(text)
    assert found.translated.verdict == "unclear"
    assert found.source_language is None


def test_seeds(seed_audit: auditor.Audit) -> None:
    got = {a.path[:3]: a.source_language.code if a.source_language else None for a in seed_audit.articles}
    assert got == {"000": "de", "001": "fr", "002": None, "003": "de", "004": None}
    assert {a.path[:3] for a in seed_audit.articles if a.translated.verdict == "yes"} == {"000", "001", "003"}


def test_repeated_clues_count_less() -> None:
    one = Clue(0, 3, "abc", ("de", "nl"), 2.0, "k", "why")
    again = Clue(9, 12, "abc", ("de", "nl"), 2.0, "k", "why")
    once, twice = totals(signs([one])), totals(signs([one, again]))
    assert once["de"] == 2.0
    assert once["nl"] == pytest.approx(2.0 * settings().alternative)
    assert once["de"] < twice["de"] < 2 * once["de"]


@given(
    st.permutations([Clue(i, i + 1, "x", ("de",), w, k, "") for i, (w, k) in enumerate([(2, "a"), (1, "a"), (3, "b")])])
)
def test_order_of_clues_does_not_matter(found: list[Clue]) -> None:
    assert totals(signs(found)) == totals(signs(sorted(found, key=lambda c: c.start)))


def test_style_is_a_distribution() -> None:
    style = judge(PLAIN * 2)
    assert style is not None
    assert sum(style.probabilities.values()) == pytest.approx(1)
    assert NATIVE in style.probabilities
    assert judge("Too short to say.") is None


NATIVE_COPY = tuple(p.read_text(encoding="utf-8") for p in sorted((Path(__file__).parent / "english").glob("*.txt")))


def against_native(text: str) -> float:
    """The log odds of a translation by style alone."""
    style = judge(text)
    assert style is not None
    return log((1 - style.probabilities[NATIVE]) / style.probabilities[NATIVE])


@given(st.lists(st.sampled_from(NATIVE_COPY), min_size=2, max_size=6))
def test_length_alone_makes_no_translation(copy: list[str]) -> None:
    """Texts that follow one another are no more of a translation than the one of them that is most; nor much less."""
    parts = [against_native(text) for text in copy]
    assert min(parts) - 0.5 <= against_native("\n\n".join(copy)) <= max(parts) + 0.5


def test_long_native_copy_is_not_called_translated() -> None:
    assert len(NATIVE_COPY) >= 4
    for text in (*NATIVE_COPY, "\n\n".join(NATIVE_COPY)):
        assert article(text).translated.verdict != "yes"


def test_each_piece_makes_the_language_surer() -> None:
    """... but not the translation."""
    text = "\n\n".join(GERMAN.splitlines() * 4)
    once, often = judge(text), judge(f"{text}\n\n" * 6)
    assert once is not None
    assert often is not None

    def share(style: Style) -> float:
        return style.probabilities["de"] / (1 - style.probabilities[NATIVE])

    assert share(often) > share(once)


def test_native_newsroom_copy_counts_from_some_paragraphs_on(monkeypatch: pytest.MonkeyPatch) -> None:
    from auditor.text import source_style

    held = source_style._settings()
    beside = [against_native(text) for text in NATIVE_COPY]
    never = msgspec.structs.replace(held, newsroom_from=10**6)
    monkeypatch.setattr(source_style, "_settings", lambda: never)
    assert all(known < without for known, without in zip(beside, map(against_native, NATIVE_COPY), strict=True))


def test_style_knows_no_names() -> None:
    words = frozenset({"the", "said", "in"})
    counts, length = features("Anna Berg said in Ostend 1,000 walking dogs.\n", words)
    assert counts == {
        "NAME": 3, "NAME NAME": 1, "NAME said": 1, "said": 1, "said in": 1, "in": 1, "in NAME": 1, "NAME NUM4": 1,
        "NUM4": 1, "NUM4 -ing": 1, "-ing": 1, "-ing -s": 1, "-s": 1, "-s .": 1, ".": 1, ". ^": 1, "^": 1,
    }  # fmt: skip
    assert length == 10
    assert features("Anna said.", words) == features("Wolfram said.", words)


def test_model_is_small() -> None:
    assert sum(p.stat().st_size for p in data_path("style").iterdir()) < 300_000


def test_clues_are_found_once() -> None:
    from auditor.reading.ingest import from_text
    from auditor.reading.read import read
    from auditor.text.lexicon import lexicon

    reading = read(from_text("a", GERMAN), lexicon(), "en")
    assert find(reading) is find(reading)
    assert len(find(reading)) >= 8


def test_a_named_language_has_evidence(shared: Path) -> None:
    """Whatever made the verdict, there is something in the text to look at."""
    named = 0
    with gzip.open(shared / "data/wmt22_docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for run in islice(
            (r for r in map(json.loads, lines) if "refA" in r["targets"] and r["target_lang"] == "en"), 60
        ):
            text = "\n\n".join(run["targets"]["refA"])
            found = article(text).source_language
            if found:
                named += 1
                assert found.evidence
                assert all(text[c.start : c.end] == c.text for c in found.evidence)
    assert named >= 5


def test_copy_that_reads_as_translated_opens_the_rows_of_its_language() -> None:
    """Style and places may show what no single phrase proves; rows of other languages stay shut."""
    from auditor.checks.phrases.calque_pack import Calque
    from auditor.checks.phrases.calques import _settled
    from auditor.checks.phrases.copy_kinds import Found
    from auditor.checks.phrases.source_odds import Sign, read_as
    from auditor.reading.ingest import from_text
    from auditor.reading.read import read
    from auditor.text.lexicon import lexicon

    def languages(text: str, *signs: Sign) -> frozenset[str]:
        return read_as(read(from_text("a", text), lexicon(), "en"), signs)

    assert "de" in languages(GERMAN * 2, Sign("a", ("de",), 3.0), Sign("b", ("de",), 3.0))
    assert languages(PLAIN * 2) == frozenset()
    rows = [
        Calque(match=code, why="", bad="", languages=(code,), clue=True, only_in="translated") for code in ("de", "fr")
    ]
    settled = _settled([Found(row, 0, 1, None, row.languages) for row in rows], frozenset(), frozenset({"de"}))
    assert [item.clue for item in settled] == [False, True]


@pytest.mark.parametrize(("polish", "russian", "named"), [(7.0, 5.0, "pl"), (5.0, 7.0, "ru"), (0.0, 0.0, "ru")])
def test_style_leaves_room_for_a_relative_that_it_does_not_know(polish: float, russian: float, named: str) -> None:
    """Style hears Russian in Polish copy: where no sign speaks rather for Russian than for Polish, it may be Polish."""
    classes = {"none": 0.02, "cs": 0.02, "de": 0.02, "ja": 0.02, "ru": 0.88, "uk": 0.02, "zh": 0.02}
    odds = weigh({"pl": polish, "ru": russian}, Style(classes, 400), {})
    assert odds.likeliest[0] == named
