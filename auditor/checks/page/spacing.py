"""Blanks before marks that stand at their word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.records import Suggestion

_SPACED = re.compile(
    r" [,;.!?:](?=\s|$)| :(?=[\"“«][^\W\d_])| [?!](?=\.(?:\s|$))| [?!,.](?=[\"”](?:[\s,.]|$))"
    r"| [,;](?=[^\W\d_]{2})| [!?](?=[A-ZÀ-Þ][a-zß-ÿ])| :(?=[a-z]{2,30}[\s,.])"
)
_BLANK_BEFORE = (" ,", " ;", " .", " !", " ?", " :")  # one of these is in each match
_BLANKS = 4  # that may stand before the one at the mark
_CLOSED = ("”", '"')
_CLOCK = re.compile(r"(?<![\w.,:/-])(?:[01]?\d|2[0-4])( :)(?=[0-5]\d(?![\w:/]|[.,]\d))")


def _spacing(context: Context) -> Iterator[Hit]:
    text, base = context.reading.text, context.reading.base
    for match in _SPACED.finditer(text) if any(mark in text for mark in _BLANK_BEFORE) else ():
        mark, after = match[0][1], text[match.end() : match.end() + 1]
        if after.isalpha() and base == "de":  # commas that open a quotation
            continue
        if base == "fr" and mark not in ",.":  # the others have a blank there
            continue
        start = max(match.start() - _BLANKS, 0) + len(text[max(match.start() - _BLANKS, 0) : match.start()].rstrip(" "))
        before = text[start - 1 : start]
        if base == "en" and before in _CLOSED and mark in ",.":  # which English sets inside
            yield _unspaced(start - 1, match.end(), mark, mark + before)
        elif _may_end(before, mark):
            yield _unspaced(start, match.end(), mark, f"{mark} " if after.isalpha() else mark)
    for match in _CLOCK.finditer(text) if " :" in text else ():
        yield _unspaced(match.start(1), match.end(1), ":", ":")


def _may_end(before: str, mark: str) -> bool:
    """Whether a mark may follow this character: words, closing marks, and figures before some."""
    if before.isdigit():
        return mark in ",;."
    return before.isalpha() or before == "”" or (before != "" and before in ")%" and mark in ".,")


def _unspaced(start: int, end: int, mark: str, better: str) -> Hit:
    return Hit(start=start, end=end, args={"mark": mark}, suggestions=(Suggestion(text=better),))


TX107 = Check(
    id="TX107",
    slug="space-before-punctuation",
    title="Space before a comma or full stop",
    mqm="linguistic-conventions/punctuation",
    severity="minor",
    why="A word or a link was taken out, or the habit of another language was kept.",
    message="a space stands before “{mark}”",
    run=_spacing,
    examples=(
        Example(kind="bad", text="The minister⟦ ,⟧ who resigned, left.", fixed="The minister, who resigned, left."),
        Example(
            kind="bad",
            text="“We will wait”⟦ :⟧ the mayor is in no hurry.",
            fixed="“We will wait”: the mayor is in no hurry.",
        ),
        Example(
            kind="bad",
            text="The minister⟦ ,⟧who resigned, left.",
            fixed="The minister, who resigned, left.",
        ),
        Example(
            kind="bad",
            text='"It may be new here but is well known elsewhere⟦" ,⟧ the mayor told the press.',
            fixed='"It may be new here but is well known elsewhere," the mayor told the press.',
        ),
        Example(
            kind="bad",
            text="“We waited for the bridge ten days⟦ ,⟧” the mayor told the press.",
            fixed="“We waited for the bridge ten days,” the mayor told the press.",
        ),
        Example(kind="bad", text="The road was closed until 10⟦ :⟧00 on Monday, the police said."),
        Example(
            kind="bad",
            text="Le maire de la ville⟦ ,⟧ qui avait fermé le pont, est parti hier soir.",
            fixed="Le maire de la ville, qui avait fermé le pont, est parti hier soir.",
            lang="fr",
        ),
        Example(kind="good", text="Le maire a dit : « Pourquoi ? Le pont est vieux ! » et il est parti.", lang="fr"),
        Example(
            kind="good", text="He waited ... and left. The .net domain grew. Bring 3 :smile: and a ratio of 5 : 3."
        ),
    ),
    sources=("CLDR general punctuation guidelines",),
    languages=("en", "de", "es", "fr", "it", "nl", "pl", "ru", "uk", "pt", "cs", "sv"),
)
CHECKS: tuple[Check, ...] = (TX107,)
