"""How a table is mended where native English has its rows."""

from __future__ import annotations

import tomllib

import pytest

from tools.rows_said import OFTEN, heard, mended

WORDS = 100_000_000  # of the texts: so many that no weight changes

SURE = '[[calque]]\nmatch = "put feet"\nwhy = "x"\nbad = "y"\n'
ONLY = '[[calque]]\nmatch = "put feet"\nwhy = "x"\nbad = "y"\nclue = true\nonly_in = "translated"\nweight = 1.0\n'
CLUE = '[[calque]]\nmatch = "put feet"\nwhy = "x"\nbad = "y"\nclue = true\n'
SPUN = '[[calque]]\nmatch = "put feet"\nwhy = "x"\nbad = "y"\nonly_in = "spun"\n'


@pytest.mark.parametrize(
    ("row", "hits", "wanted"),
    [
        (SURE, 0, (False, None)),
        (SURE, 1, (True, "translated")),
        (SURE, OFTEN, (True, None)),
        (ONLY, 1, (True, "translated")),
        (ONLY, OFTEN, (True, None)),
        (CLUE, OFTEN, (True, None)),
        (SPUN, OFTEN, (False, "spun")),
    ],
)
def test_rows_are_set_back_step_by_step(row: str, hits: int, wanted: tuple[bool, str | None]) -> None:
    table = f'schema = 1\n\n{row}\n[[calque]]\nmatch = "z"\nwhy = "x"\nbad = "z"\n'
    first, other = tomllib.loads(mended(table, {"put feet": ["…"] * hits} if hits else {}, WORDS))["calque"]
    assert (first.get("clue", False), first.get("only_in")) == wanted
    assert other == {"match": "z", "why": "x", "bad": "z"}


@pytest.mark.parametrize(
    ("row", "hits", "words", "weight"),
    [
        (SURE, 1, 2_000_000, 1.5),  # 10 are believed: log(10 / 1.5) is more
        (SURE, 3, 2_000_000, 1.0),
        (ONLY, 1, 2_000_000, 1.0),
        (ONLY, 9, 2_000_000, 0.1),
        (ONLY, 11, 2_000_000, 0.0),
    ],
)
def test_the_weight_is_what_the_hits_leave(row: str, hits: int, words: int, weight: float) -> None:
    (found,) = tomllib.loads(mended(f"schema = 1\n\n{row}", {"put feet": ["…"] * hits}, words))["calque"]
    assert found.get("weight", 1.5) == weight


def test_a_row_that_would_say_nothing_goes() -> None:
    other = '[[calque]]\nmatch = "z"\nwhy = "x"\nbad = "z"\n'
    assert mended(f"schema = 1\n\n{CLUE}\n{other}", {"put feet": ["…"] * 20}, 2_000_000) == f"schema = 1\n\n{other}"


def test_a_row_is_heard_where_it_stands() -> None:
    found = heard(["The mayor said that it was raining. The farmer left the his field to the town."])
    assert any("[the his]" in shown for rows in found.values() for shown in rows)
