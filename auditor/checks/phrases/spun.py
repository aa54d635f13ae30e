"""TA403: copy that a machine reworded word by word. One finding for the article; the set phrases stand under TA401."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.phrases.calques import find, shown
from auditor.checks.phrases.copy_kinds import SPUN
from auditor.reading.article import Reading
from auditor.records import Evidence

_SHOWN = 6


def _spun(context: Context) -> Iterator[Hit]:
    """Fires on the whole article (an empty span at its start) where enough kinds of telling words stand in it."""
    reading = context.reading
    if "spun" not in shown(reading):
        return
    found = _phrases(reading)
    words = [reading.text[start:end] for start, end, _ in found]
    yield Hit(
        start=0,
        end=0,
        args={"count": str(len(found)), "words": ", ".join(f"“{word}”" for word in words[:_SHOWN])},
        evidence=tuple(
            Evidence(kind="spun", text=f"“{word}” ({why})", article=reading.id, start=start, end=end)
            for (start, end, why), word in zip(found, words, strict=True)
        ),
    )


def _phrases(reading: Reading) -> list[tuple[int, int, str]]:
    """Start, end and what is wrong with the first of each kind, those that prove it before the others."""
    kinds = {f.row.match: f for f in reversed(find(reading)) if f.row.languages == SPUN}
    found = sorted(kinds.values(), key=lambda f: (f.clue or f.row.only_in is not None, f.start, f.end))
    return [(f.start, f.end, f.row.why) for f in found]


TA403 = Check(
    id="TA403",
    slug="spun-copy",
    title="Copy reworded word by word",
    mqm="accuracy/mistranslation",
    severity="major",
    why="A program swapped words of another outlet's copy for their neighbours in a dictionary: no name in it is safe.",
    message="reworded by a machine: {count} kinds of swapped words and phrases, such as {words}",
    run=_spun,
    examples=(
        Example(
            kind="bad",
            text="⟦⟧Police mentioned on Tuesday that the motive force of the automobile had a heart assault. A "
            "spokesman mentioned in a statement that she was treated for severe accidents. The road will open as "
            "quickly as potential.",
        ),
        Example(
            kind="bad",
            text="⟦⟧The mayor stated that the get together solely met as a substitute of the council, and that other "
            "folks had been there. It was once the place the particulars had been mentioned, in all probability with "
            "out the workplace.",
        ),
        Example(
            kind="good",
            text="Police said on Tuesday that the driver of the car had a heart attack. She was treated for serious "
            "injuries, and the road will open as soon as possible, a spokesman added.",
        ),
    ),
    limits=(
        "Programs whose words no table has: 7 of 22 real pages are missed, plain thesauruses and short copy first.",
        "In copy that is found about two fifths of the swapped words are marked: where one as common was put in, none.",
    ),
    sources=("G. Cabanac, C. Labbé and A. Magazinov, Tortured phrases (arXiv:2107.06751, 2021)",),
    languages=("en",),
)

CHECKS: tuple[Check, ...] = (TA403,)
