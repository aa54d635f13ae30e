"""The tables of governed words: each row fires on its own example, and what English has is left alone."""

from __future__ import annotations

from functools import cache, partial

import pytest

from auditor.checks.phrases.calque_pack import governing
from auditor.checks.phrases.calques import find
from auditor.checks.phrases.government import Governed, governed, tables
from auditor.packs import load_tsv
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon
from auditor.text.pattern_index import index
from auditor.text.pattern_syntax import parse
from auditor.text.patterns import NAMED, Matcher
from auditor.text.tokens import tokens as cut

WORDS = list(governed())
_MOST_ROWS = 500  # lines of a table
_NOBODY = {kind: frozenset[int]() for kind in NAMED}


@cache
def matcher() -> Matcher:
    commonness = partial(lexicon().zipf, language="en")
    variants = [v for key, word in enumerate(WORDS) for v in parse(word.pattern, {}, key, commonness)]
    return Matcher(index(variants).get, variants.__getitem__)


def fired(text: str) -> set[tuple[int, str]]:
    tokens = cut(text)
    found = matcher().find(text, tokens, [token.text.lower() for token in tokens], _NOBODY)
    return {(match.key, tokens[match.first].text) for match in found}


def marked(text: str) -> list[str]:
    reading = read(from_text("a", text), lexicon(), "en")
    return [text[f.start : f.end] for f in find(reading) if f.row.check == "TA305" and not f.clue]


def test_each_word_fires_on_its_example() -> None:
    assert [word for key, word in enumerate(WORDS) if (key, word.wrong[0]) not in fired(word.example)] == []


@pytest.mark.parametrize("path", tables(), ids=lambda path: path.stem)
def test_tables_are_sorted_short_and_do_not_contradict_themselves(path) -> None:  # type: ignore[no-untyped-def]
    rows = list(load_tsv(path, ("words", "takes", "wrong", "languages")))
    assert len(rows) <= _MOST_ROWS
    assert [(r["takes"], r["words"]) for r in rows] == sorted((r["takes"], r["words"]) for r in rows)
    for row in rows:
        assert row["wrong"], row
        assert row["languages"], row
        assert row["takes"] not in row["wrong"].split(), row


def test_no_word_is_said_to_refuse_what_another_row_says_it_takes() -> None:
    takes: dict[str, set[str]] = {}
    for word in WORDS:
        takes.setdefault(word.words, set()).add(word.takes)
    assert [word for word in WORDS if takes[word.words] & set(word.wrong)] == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Ten clubs participated to the race in spring.", ["to"]),
        ("They accuse him for the fire, and are aware for the risk.", ["for", "for"]),
        ("They were accustomed with the rain.", ["with"]),
        ("She was awaiting for the verdict.", ["for"]),
        ("Ten clubs participated in the race, and all of it depends on his mother.", []),
        ("It was the most useful of these tools.", []),
        ("They were proud of the mill and accustomed to the rain.", []),
        ("They took the victims to the hospital, and the fund sold its stake to the town.", []),
        ("He was stopped from entering, had no regrets about it and was helped to his feet.", []),
        ("The rain beat against the windows, and the man elected from the north defected to the south.", []),
    ],
)
def test_prepositions_that_no_native_has_are_marked_in_any_copy(text: str, marks: list[str]) -> None:
    assert marked(text) == marks


def test_a_row_says_what_english_has() -> None:
    row = governing(Governed("rely~", "on", ("of",), ("fr",)))
    assert (row.better, row.why) == ("on", "“rely” takes “on”")
    row = governing(Governed("await~", "", ("for",), ("ar",)))
    assert (row.better, row.why) == ("", "“await” takes an object, and no preposition")
