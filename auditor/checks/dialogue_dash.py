"""TX116: speech set off by dashes, as Slavic and Romance papers set it, where English sets quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.punctuation import body_blocks
from auditor.reading.quote_words import words

_OPENS = re.compile(r"[–—―-][ \u00a0](?=[A-Z“\"‘'0-9])")
_CLOSES = re.compile(r"[,.!?…]?[ \u00a0]?[–—―][ \u00a0]|[,.!?…][ \u00a0]-[ \u00a0]")
_FRAME = re.compile(r"(?:(?:the|a|an|his|her|its|their|our)[ \u00a0])?(\w+)(?:[ \u00a0](\w+))?(?:[ \u00a0](\w+))?")
_FAR = 400  # characters of speech before its frame


def dialogue(context: Context) -> Iterator[Hit]:
    """Paragraphs that open with a dash and name their speaker behind another one."""
    for block, own in body_blocks(context):
        opening = _OPENS.match(own)
        if opening and any(_frames(own, found.end()) for found in _CLOSES.finditer(own, opening.end(), _FAR)):
            yield Hit(start=block.start, end=block.start + 1, weight=1.0, args={"languages": "pl, ru, uk, fr, es, pt"})


def _frames(text: str, at: int) -> bool:
    """True where a verb of saying stands among the first words: ``he said``, ``said the coach``, ``Nowak admitted``."""
    found = _FRAME.match(text, at)
    return found is not None and any(word in words("en").verbs for word in found.groups() if word)


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX116",
        slug="dialogue-dash",
        title="Speech behind a dash",
        mqm="linguistic-conventions/punctuation",
        severity="minor",
        why="Polish, Russian, French and others begin speech with a dash; in English copy nobody sees where it ends.",
        message="speech stands in quotation marks in English copy, not behind a dash",
        run=dialogue,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="⟦–⟧ We began the season very poorly. Then something changed – he said in an interview.",
            ),
            Example(kind="bad", text="⟦—⟧ We will see, — said the mayor of the town."),
            Example(kind="bad", text="⟦-⟧ It was hard, - Nowak admitted after the match."),
            Example(
                kind="good", text="– The bridge will be shut until spring.\n– Buses take another road, the mayor said."
            ),
            Example(kind="good", text="The mayor said – and she said it twice – that the bridge was safe."),
            Example(
                kind="limit",
                text="⟦–⟧ We will see what the spring brings.",
            ),
        ),
        sources=(
            "The Chicago Manual of Style, 17th ed., 6.91 and 13.9",
            "Wielki słownik ortograficzny PWN, pauza dialogowa; D. E. Rosenthal, Spravočnik po pravopisaniju, § 47",
        ),
        limits=("Speech whose speaker is named in another paragraph is not seen.",),
    ),
)
