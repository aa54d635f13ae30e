"""TX122: a word in two pieces (``govern ment``): a blank stands where a line or a soft hyphen was."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import in_address
from auditor.records import Evidence, Suggestion
from auditor.text.lexicon import lexicon
from auditor.text.tokens import Token
from auditor.text.traits import trait
from auditor.text.word_classes import word_classes

_PIECE = 4.3  # zipf up to which a piece is no word, if no list has it as one
_WHOLE, _AHEAD = 3.5, 0.8  # zipf of the whole word, and by how much it must be commoner than the piece
_SHORTEST = 7  # letters of the whole


def _is_piece(word: str) -> bool:
    """True for what no list has as a word of English, though it may stand in running text."""
    if len(word) < 2 or not word.isalpha() or not (word.islower() or word.istitle()):
        return False
    return word.lower() not in word_classes() and lexicon().zipf(word, "en") <= _PIECE


_PIECES = trait(_is_piece, "en")


def run(context: Context) -> Iterator[Hit]:
    """Two neighbours, one blank apart, of which one is no word and both together are."""
    reading, done = context.reading, -1
    found = sorted([at for word in reading.traits.having(_PIECES) for at in reading.places[word]])
    for at in found:
        for first in (at - 1, at):
            if first > done and 0 <= first < len(reading.tokens) - 1:
                one, other = reading.tokens[first : first + 2]
                if _is_one(one, other, reading.tokens[at], reading.text) and not in_address(reading.text, one):
                    done = first + 1
                    yield _hit(one, other)


def _is_one(one: Token, other: Token, piece: Token, text: str) -> bool:
    if other.start - one.end != 1 or text[one.end] != " " or not other.text.islower() or not other.text.isalpha():
        return False
    whole = one.text + other.text
    if len(whole) < _SHORTEST or len(one.text) < 2 or not (one.text.islower() or one.text.istitle()):
        return False
    words = lexicon()
    return words.zipf(whole, "en") >= max(_WHOLE, words.zipf(piece.text, "en") + _AHEAD)


def _hit(one: Token, other: Token) -> Hit:
    whole = one.text + other.text
    clue = Evidence(kind="lexicon", text=f"“{whole}” is a word; its pieces are none")
    return Hit(
        start=one.start,
        end=other.end,
        args={"whole": whole},
        suggestions=(Suggestion(text=whole),),
        evidence=(clue,),
    )


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX122",
        slug="split-word",
        title="A word in two pieces",
        mqm="design-markup/character-formatting",
        severity="minor",
        why="The hyphen of a line's end went, and its break stayed: the pieces are no words.",
        message="“{match}” is “{whole}” in two pieces",
        run=run,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The ⟦govern ment⟧ wants to close the old bridge in the spring.",
                fixed="The government wants to close the old bridge in the spring.",
            ),
            Example(
                kind="bad",
                text="The ⟦mi nister⟧ spoke of the old bridge in the spring.",
                fixed="The minister spoke of the old bridge in the spring.",
            ),
            Example(kind="good", text="The fund raiser, a set up of old hands, saw inter alia the al fresco cafe."),
        ),
        sources=("wordfreq 3 frequency lists (Speer 2022)", "data/languages/english_classes.tsv"),
    ),
)
