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
    tokens = reading.tokens
    found = [at for word in reading.traits.having(_PIECES) for at in reading.places[word]]
    seconds = {at + more for at in found for more in (0, 1) if 0 < at + more < len(tokens)}
    for at in sorted(at for at in seconds if tokens[at].text.islower() and tokens[at].start - tokens[at - 1].end == 1):
        one, other = tokens[at - 1], tokens[at]
        if at - 1 > done and _is_one(one, other, reading.text) and not in_address(reading.text, one):
            done = at
            yield _hit(one, other)


def _is_one(one: Token, other: Token, text: str) -> bool:
    """Both in letters alone, and together a word that is commoner than a piece of them that is none."""
    whole, words = one.text + other.text, lexicon()
    often = words.zipf(whole, "en") if len(whole) >= _SHORTEST else 0.0
    if often < _WHOLE or text[one.end] != " " or not other.text.isalpha() or len(one.text) < 2:
        return False
    if not (one.text.islower() or one.text.istitle()):
        return False
    return often >= _AHEAD + min(words.zipf(piece.text, "en") for piece in (one, other) if _is_piece(piece.text))


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
