"""The artifact checks on whole texts, and the calque rows, each of which must fire on its own example."""

from __future__ import annotations

import gc
import re
import tomllib
from pathlib import Path

import msgspec
import pytest

import auditor
from auditor.checks.catalogue import catalogue
from auditor.checks.persons.antecedents import LANGUAGES, genders
from auditor.checks.phrases.calque_conditions import topical
from auditor.checks.phrases.calque_matches import matches
from auditor.checks.phrases.calque_pack import Calque, CalqueFile, files, marked_alone, tables
from auditor.checks.phrases.calques import _why, find
from auditor.checks.phrases.copy_kinds import Found
from auditor.checks.spans import Spans
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon
from auditor.text.pattern_syntax import mark
from auditor.text.words import loans

IDS = {"TA102", "TA201", "TA301", "TA307", "TA310", "TA311", "TA401", "TA402", "TA403"}
CASES = tomllib.loads((Path(__file__).parent / "cases/artifacts.toml").read_text(encoding="utf-8"))["case"]
FILES = files()


def fired(text: str) -> list[str]:
    audit = auditor.audit_texts({"a": text}, lang="en")
    return [f"{f.rule} {f.match}" for f in audit.findings if f.rule in IDS]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_case(case: dict[str, object]) -> None:
    assert fired(str(case["text"])) == case["rules"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_calque_proves_itself(path: Path) -> None:
    """Each row fires on its bad example, its suggestion silences it, and its good example is silent."""
    for row in load_toml(path, CalqueFile).calque:
        reading = read(from_text("a", row.bad), lexicon(), "en")
        fired = [f.row.match for f in matches(reading)]
        assert row.match in fired, (row.match, fired)
        assert not any("{" in f.row.why for f in matches(reading)), row.match
        assert find(reading) or row.only_in, row.match
        assert not row.good or not calques(row.good), row.match


def calques(text: str) -> tuple[Found, ...]:
    return find(read(from_text("a", text), lexicon(), "en"))


def test_a_clue_is_a_finding_where_the_copy_proves_to_be_translated() -> None:
    """The emergency doctor alone proves nothing; beside two phrases that nobody writes he is a third fault."""
    alone = "The emergency doctor came at once."
    others = "He had sold the currently seven plants. She wrote it on the online network Facebook."
    assert [f.clue for f in calques(alone)] == [True]
    assert all(not f.clue for f in calques(f"{alone} {others}"))
    assert "The emergency doctor" in [m.split(" ", 1)[1] for m in fired(f"{alone} {others}")]
    assert fired(alone) == []


def test_words_that_people_use_too_prove_nothing_but_are_found_in_what_is_proved() -> None:
    """Rows of weight 0 add nothing to a sure phrase; beside two of these they are findings."""
    weak = "The second pilot of the airliner made a forced landing in the rain. The dispatcher saw the plane."
    one, two = "He did it from hooligan motives.", "The flight was led by a lowcoster."
    assert {f.row.weight for f in calques(weak)} <= {0.0}
    assert all(f.row.only_in is None for f in calques(f"{weak} {one}"))
    assert {f.row.weight for f in calques(f"{weak} {one} {two}")} > {0.0}


def test_a_marked_part_alone_is_a_finding_in_what_is_proved() -> None:
    """Its row wants more beside the cars; without that they prove nothing."""
    alone = "Accident cars stood at the roadside."
    proof = "He did it from hooligan motives. The flight was led by a lowcoster."
    assert calques(alone) == ()
    assert "Accident cars" in [m.split(" ", 1)[1] for m in fired(f"{alone} {proof}")]


@pytest.mark.parametrize(
    ("better", "left"), [("the {2} {3}", ("the {1} {2}",)), ("{1} {2}", None), ("{2} {4}", None), (None, None)]
)
def test_a_suggestion_for_the_marked_part_alone_needs_no_other_words(
    better: str | None, left: tuple[str] | None
) -> None:
    row = Calque(
        match="at (two words) here", why="", bad="", better=better, needs=("sport",), here=("goal",), clue=True
    )
    alone = marked_alone(row)
    assert (alone.match, alone.better, alone.needs, alone.here) == ("two words", left, ("sport",), ())
    assert (alone.clue, alone.only_in, alone.weight) == (False, "translated", 0.0)


def test_what_a_row_says_takes_up_the_words_that_it_finds() -> None:
    reading = read(
        from_text("a", "He left the ministry of the health. She is the minister of the culture."), lexicon(), "en"
    )
    assert {"health ministry", "culture minister"} <= {f.row.why.rpartition(": ")[2] for f in matches(reading)}


def test_what_a_row_that_counts_alone_says_needs_no_other_words() -> None:
    row = Calque(match="at (two words) here", why="say {3} {2}", bad="")
    assert marked_alone(row).why == "say {2} {1}"
    with pytest.raises(ValueError, match="outside the brackets"):
        marked_alone(msgspec.structs.replace(row, why="say {4}"))


def test_a_topic_needs_two_words_in_longer_copy() -> None:
    short = "the actress won the cup and the meeting ended late"
    words = " ".join(f"word{n}x" for n in range(150))
    topics = {"sport": frozenset({"cup", "league"})}
    row = Calque(match="meeting", why="", bad="", needs=("sport",))
    held = [frozenset(text.split()) for text in (short, f"{short} {words}", f"{short} league {words}")]
    assert [topical(row, vocabulary, topics) for vocabulary in held] == [True, False, True]


def test_rows_on_the_same_words_take_the_language_of_the_rest() -> None:
    """Spanish and Russian both say so; what else the copy has of Spanish decides which row explains it."""
    spanish = "The consistory denounced alleged crimes of fraud in the framework of the operation."
    assert all("es" in f.row.languages for f in calques(spanish) if not f.clue)


def test_a_phrase_goes_on_after_brackets() -> None:
    text = "Two people were hurt, learned Agence Aurore (AA) from the prosecutor [of the town]."
    inside = "It rained (they sold their the house) by the sea."
    assert [text[f.start : f.end] for f in calques(text)] == ["learned"]
    assert [inside[f.start : f.end] for f in calques(inside)] == ["their the"]


def test_calques_are_unique_and_say_why() -> None:
    rows = [row for path in FILES for row in load_toml(path, CalqueFile).calque]
    assert len({row.match for row in rows}) == len(rows)
    assert all(row.why for row in rows)
    assert all(row.severity != "critical" for row in rows)


def test_calque_files_lie_in_the_folder_of_their_language() -> None:
    for path in FILES:
        file = load_toml(path, CalqueFile)
        assert bool(file.check) if path.parent.name == "grammar" else file.language == path.parent.name
    rows = tables()[0]
    assert {row.check for row in rows} <= {check.id for check in catalogue()}
    assert all(language_name(code) != code for row in rows for code in row.languages)


def test_pronoun_nouns_cover_the_languages() -> None:
    table = genders()
    assert len(table) >= 60
    assert all(set(row) == set(LANGUAGES) and set(row.values()) <= set("mfn-") for row in table.values())


def test_loan_words_are_lower_case_and_unique() -> None:
    rows = data_path("allow", "loan_words.tsv").read_text(encoding="utf-8").splitlines()
    words = [row.split("\t")[0] for row in rows if row and not row.startswith("#")][1:]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)
    assert {*words, "franceinfo"} <= loans(), "the outlets count, too"


def test_spans_overlap() -> None:
    spans = Spans([(5, 8), (1, 3), (7, 12)])
    assert [spans.hits(a, a + 1) for a in (0, 1, 3, 4, 5, 11, 12)] == [False, True, False, False, True, True, False]


def test_quadratic_input_stays_cheap() -> None:
    """Twice the text costs about twice the time, whatever it repeats."""
    from time import process_time

    def cost(count: int) -> float:
        text = "The council of the agency said that the version of a start since two years " * count
        gc.disable()  # a collection walks the heap of all tests before this one
        started = process_time()
        auditor.audit_texts({"a": text}, lang="en")
        spent = process_time() - started
        gc.enable()
        return spent

    cost(10)
    assert cost(800) < 6 * cost(200) + 0.2


def test_headlines_may_leave_articles_out() -> None:
    body = "The mayor of the town left his office on Monday. He thanked the council for its help over the years."
    line = "The men left building in the evening"
    for text, count in ((f"{line}\n\n{body}", 0), (f"{body}\n\n{line}.\n\n{body}", 1)):
        found = [item for item in matches(read(from_text("a", text), lexicon(), "en")) if item.row.prose]
        assert len(found) == count, (text, found)


def test_what_stands_for_other_words_is_told_as_an_example() -> None:
    row = Calque(
        match="(two|<NUM> thousands|millions of)", better="thousand", why="Russian пять тысяч: five thousand", bad=""
    )
    known = Found(row, 0, 5, (), ("ru",))
    assert _why(known, None) == "as in Russian пять тысяч: five thousand"
    assert _why(msgspec.structs.replace(known, suggestions=("thousand",)), None) == "Russian пять тысяч: five thousand"
    assert _why(msgspec.structs.replace(known, suggestions=("thousand",)), "de") == "five thousand"


def test_no_row_is_silenced_by_its_own_words() -> None:
    for path in files():
        held = load_toml(path, CalqueFile)
        for row in held.calque:
            words = {word for _, piece in mark(row.match) for word in re.findall(r"[\w'’-]+", piece)}
            assert words.isdisjoint(row.unless), f"{path.name}: {row.match}"


@pytest.mark.parametrize(
    "text",
    [
        "He did not wait long for his turn.",
        "The following councils will merge in May.",
        "She led a program for young singers.",
        "The jet propulsion systems were tested in May.",
        "The dancers came into the rooms at noon.",
        "She has the vital characteristics of a leader.",
    ],
)
def test_an_element_that_may_be_missing_leaves_no_plain_english(text: str) -> None:
    assert not [
        f for f in auditor.audit_texts({"copy": text}, lang="en", no_glossary=True).findings if f.rule == "TA401"
    ]
