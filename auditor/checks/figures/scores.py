"""NU110: the score of a win or lead with the loser's goals first, in English copy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.date_forms import at_numbers
from auditor.packs import data_path, load_toml
from auditor.records import Record, Suggestion

_SCORE = re.compile(r"(\d{1,2})( ?[-–:] ?)(\d{1,2})(?![-–:/.,]?\d|\w|%)")
_SETS = re.compile(r"\)?,?(?: and)? \(?\d{1,2} ?[-–:] ?\d{1,2}\b")
_BEFORE = 70  # characters before a score within which the verb stands
_MOST = 15  # goals of a side; more are points, years or prices


class _Words(Record, frozen=True):
    """``data/checks/scores.toml``; see its header."""

    schema: int
    won: tuple[str, ...]
    by: tuple[str, ...]
    beat: tuple[str, ...]
    sides: tuple[str, ...]
    wins: tuple[str, ...]
    next: tuple[str, ...]
    races: frozenset[str]


class _Around(NamedTuple):
    """What stands before the score (a verb or noun of winning; one of beating, with the loser), and what follows."""

    won: re.Pattern[str]
    beat: re.Pattern[str]
    win: re.Pattern[str]
    next: re.Pattern[str]


@cache
def _words() -> _Words:
    return load_toml(data_path("checks", "scores.toml"), _Words)


@cache
def _around() -> _Around:
    won, by, beat, sides, wins, after = (
        "|".join(map(re.escape, words))
        for words in (_words().won, _words().by, _words().beat, _words().sides, _words().wins, _words().next)
    )
    return _Around(
        re.compile(rf"\b(?:{won})(?: (?:{by}))? \(?$"),
        re.compile(rf"\b(?:{beat})(?: (?:[A-ZÀ-Þ][\w.'’-]{{0,20}}|{sides})){{1,5}} \(?$"),
        re.compile(rf"[ -](?:away |home )?(?:{wins})\b(?! of \d)"),
        re.compile(rf"\)?(?:[.,;:!?)”\"]|$|\s*\n|,? (?:{after})\b)"),
    )


def reversed_scores(context: Context) -> Iterator[Hit]:
    """``PSV led 0-2``, ``a 1-3 victory``: not where the text is of races or sets."""
    reading = context.reading
    if not _words().races.isdisjoint(reading.places):
        return
    around = _around()
    for match in at_numbers(reading, _SCORE):
        low, high = int(match[1]), int(match[3])
        if low >= high or high > _MOST or (low, high) == (0, 0):
            continue
        text, start, end = reading.text, match.start(), match.end()
        before, follows = text[max(0, start - _BEFORE) : start], text[end : end + 40]
        won = (around.won.search(before) or around.beat.search(before)) is not None and around.next.match(
            follows
        ) is not None
        if (won or around.win.match(follows)) and not _SETS.match(follows) and not before.endswith((") ", "-", "–")):
            better = f"{match[3]}{match[2]}{match[1]}"
            yield Hit(start=start, end=end, args={"better": better}, suggestions=(Suggestion(text=better),))


CHECKS: tuple[Check, ...] = (
    Check(
        id="NU110",
        slug="reversed-score",
        title="A win or lead with the loser's score first",
        mqm="locale-conventions/number-format",
        severity="minor",
        why="Other languages put the home side's goals first, whoever won; in English a side leads or wins 2-0.",
        message="the score of a win or lead begins with the higher figure: {better}",
        run=reversed_scores,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The visitors led ⟦0-2⟧ at half-time and the stands were silent.",
                fixed="The visitors led 2-0 at half-time and the stands were silent.",
            ),
            Example(
                kind="bad",
                text="Lindau came home from the lake with a ⟦1-3⟧ victory on Sunday.",
                fixed="Lindau came home from the lake with a 3-1 victory on Sunday.",
            ),
            Example(
                kind="good",
                text="Lindau won 3-1, trailed 0-2, drew 1-1, lost 0-2 and won 4-6, 6-3, 6-2; it won 5-7 seats in May.",
            ),
        ),
        sources=("Associated Press Stylebook, sports: scores", "Guardian style guide, sport"),
    ),
)
