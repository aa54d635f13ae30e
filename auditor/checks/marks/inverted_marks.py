"""TX120: a question of Spanish copy without the mark that opens it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.punctuation import body_blocks
from auditor.checks.spans import quoted
from auditor.packs import data_path, load_toml
from auditor.records import Record, Suggestion

_CLOSED = re.compile(r"(?<=[^\W\d_]{2})\?(?=[\s\"”»)]|$)")
_BREAK = re.compile(r"[.!?…:;]\s|[¿¡\"“«(]|[–—-] ")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 300  # characters of a question


class _Words(Record, frozen=True):
    """The file ``data/checks/inverted_marks.toml``."""

    schema: int
    asking: frozenset[str]
    before: frozenset[str]


@cache
def _words() -> _Words:
    return load_toml(data_path("checks", "inverted_marks.toml"), _Words)


def run(context: Context) -> Iterator[Hit]:
    """The word that asks, with its preposition, in questions that no mark opens; outside quotation marks."""
    quotes = quoted(context.reading)
    for block, own in body_blocks(context.reading) if "?" in context.reading.text else ():
        for closed in _CLOSED.finditer(own):
            low = max(0, closed.start() - _LONGEST)
            start = max((found.end() for found in _BREAK.finditer(own, low, closed.start())), default=low)
            if own[start - 1 : start] == "¿" or (span := _asked(own, start, closed.start())) is None:
                continue
            left, right = block.start + span[0], block.start + span[1]
            if not quotes.hits(left, right):
                yield Hit(start=left, end=right, suggestions=(Suggestion(text=f"¿{own[span[0] : span[1]]}"),))


def _asked(own: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the question begins: its first word that asks, and the preposition before it."""
    words = list(_WORD.finditer(own, start, end))
    at = next((i for i, word in enumerate(words) if word[0].lower() in _words().asking), None)
    if at is None or (at > 1 and own[words[at].start() - 2] != ","):
        return None  # "no sé qué pasa, ¿y tú?": the question may begin elsewhere
    first = words[at - 1] if at and words[at - 1][0].lower() in _words().before else words[at]
    return first.start(), words[at].end()


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX120",
        slug="inverted-mark",
        title="A Spanish question without its opening mark",
        mqm="linguistic-conventions/punctuation",
        severity="minor",
        why="Spanish opens a question with ¿; copy from languages that only close it, and text typed abroad, has none.",
        message="“{match}” begins a question without ¿",
        run=run,
        languages=("es",),
        examples=(
            Example(
                kind="bad",
                text="⟦Cuándo⟧ terminarán las obras de la plaza? Nadie lo sabe, dijo el alcalde.",
                fixed="¿Cuándo terminarán las obras de la plaza? Nadie lo sabe, dijo el alcalde.",
                lang="es",
            ),
            Example(kind="bad", text="El vecino preguntó al alcalde. ⟦Por qué⟧ no se abre la biblioteca?", lang="es"),
            Example(kind="good", text="¿Cuándo terminarán las obras? ¿Y quién las paga, el alcalde?", lang="es"),
        ),
        sources=("RAE, Ortografía de la lengua española (2010), III.3.4.9",),
        characters=frozenset("?"),
    ),
)
