"""TA403: copy that a machine reworded word by word. One finding for the article; the set phrases stand under TA401."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.phrases.calques import find, shown
from auditor.checks.phrases.copy_kinds import SPUN
from auditor.records import Evidence

_SHOWN = 6


def _spun(context: Context) -> Iterator[Hit]:
    """Fires on the whole article (an empty span at its start) where enough kinds of telling phrases stand in it."""
    reading = context.reading
    every = find(reading)
    if "spun" not in shown(reading):
        return
    kinds = {f.row.match: f for f in reversed(every) if f.row.languages == SPUN}  # the first of each kind
    found = sorted(kinds.values(), key=lambda f: (f.clue or f.row.only_in is not None, f.start, f.end))
    words = [reading.text[f.start : f.end] for f in found]
    yield Hit(
        start=0,
        end=0,
        args={"count": str(len(found)), "words": ", ".join(f"“{word}”" for word in words[:_SHOWN])},
        evidence=tuple(
            Evidence(kind="spun", text=f"“{word}” ({f.row.why})", article=reading.id, start=f.start, end=f.end)
            for f, word in zip(found, words, strict=True)
        ),
    )


TA403 = Check(
    id="TA403",
    slug="spun-copy",
    title="Copy reworded word by word",
    mqm="accuracy/mistranslation",
    severity="major",
    why="A program swapped words of another outlet's copy for their neighbours in a dictionary: no name in it is safe.",
    message="reworded by a machine: {count} kinds of swapped phrases, such as {words}",
    run=_spun,
    examples=(
        Example(
            kind="bad",
            text="⟦⟧Police mentioned on Tuesday that the motive force of the automobile had a heart assault. A "
            "spokesman mentioned in a statement that she was treated for severe accidents. The road will open as "
            "quickly as potential.",
        ),
        Example(
            kind="good",
            text="Police said on Tuesday that the driver of the car had a heart attack. She was treated for serious "
            "injuries, and the road will open as soon as possible, a spokesman added.",
        ),
    ),
    sources=("G. Cabanac, C. Labbé and A. Magazinov, Tortured phrases (arXiv:2107.06751, 2021)",),
    languages=("en",),
)

CHECKS: tuple[Check, ...] = (TA403,)
