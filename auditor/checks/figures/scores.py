"""NU110: the score of a win or lead with the loser's goals first, in English copy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.figures.date_forms import at_numbers
from auditor.records import Suggestion

_SCORE = re.compile(r"(\d{1,2})( ?[-–:] ?)(\d{1,2})(?![-–:/.,]?\d|\w|%)")
_WON = re.compile(
    r"\b(?:led|leads|leading|lead|won|wins|winning|win|ahead|prevailed|triumphed|victory|advantage|success|triumph)"
    r"(?: (?:of|by|with|at|after|even))? \(?$"
)
_BEAT = re.compile(
    r"\b(?:beat|beats|beating|defeated|defeats|thrashed|thrashes|overcame)"
    r"(?: (?:[A-ZÀ-Þ][\w.'’-]{0,20}|the|their|of|de|hosts|visitors|guests|champions|leaders|home|side|team)){1,5} \(?$"
)
_WIN = re.compile(r"[ -](?:away |home )?(?:win|victory|lead|advantage|triumph|success)\b(?! of \d)")
_NEXT = re.compile(
    r"\)?(?:[.,;:!?)”\"]|$|\s*\n|,? (?:in|at|on|against|over|after|away|home|thanks|through|with|by|and|but|until|when|"
    r"before|to|as|while|for|from|last|already|half|win|victory|aggregate)\b)"
)
_SETS = re.compile(r"\)?,?(?: and)? \(?\d{1,2} ?[-–:] ?\d{1,2}\b")
_BEFORE = 70  # characters before a score within which the verb stands
_MOST = 15  # goals of a side; more are points, years or prices
_RACES = frozenset(("podium", "laps", "lap", "grid", "qualifying", "jockey", "furlongs", "set", "sets", "tiebreak"))


def reversed_scores(context: Context) -> Iterator[Hit]:
    """``PSV led 0-2``, ``a 1-3 victory``: not where the text is of races or sets."""
    reading = context.reading
    if not _RACES.isdisjoint(reading.places):
        return
    for match in at_numbers(reading, _SCORE):
        low, high = int(match[1]), int(match[3])
        if low >= high or high > _MOST or (low, high) == (0, 0):
            continue
        text, start, end = reading.text, match.start(), match.end()
        before, follows = text[max(0, start - _BEFORE) : start], text[end : end + 40]
        won = (_WON.search(before) or _BEAT.search(before)) is not None and _NEXT.match(follows) is not None
        if (won or _WIN.match(follows)) and not _SETS.match(follows) and not before.endswith((") ", "-", "–")):
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
