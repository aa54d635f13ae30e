"""How a table is mended where native English has its rows."""

from __future__ import annotations

import tomllib

import pytest

from tools.rows_said import OFTEN, heard, mended

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
    first, other = tomllib.loads(mended(table, {"put feet": ["…"] * hits} if hits else {}))["calque"]
    assert (first.get("clue", False), first.get("only_in")) == wanted
    assert other == {"match": "z", "why": "x", "bad": "z"}


def test_a_row_is_heard_where_it_stands() -> None:
    found = heard(["The mayor said that it was raining. The farmer left the his field to the town."])
    assert any("[the his]" in shown for rows in found.values() for shown in rows)
