"""TX122: words with a blank inside (``spo kesman``, ``govern ment``), as old line ends and bad readers leave them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.wording import wording
from auditor.checks.spans import in_address
from auditor.reading.article import Reading
from auditor.records import Evidence, Suggestion
from auditor.text.lexicon import lexicon
from auditor.text.tokens import Token
from auditor.text.traits import trait
from auditor.text.word_classes import word_classes

_LETTERS = (2, 10)  # of a part that is no word
_NO_WORD, _WHOLE, _AHEAD = 3.3, 3.5, 1.2  # zipf of such a part, of the whole word, and by which the whole is commoner
_BOTH = 3.0  # zipf of the whole where neither part is a word


@lru_cache(maxsize=10_000)
def _fragment(word: str) -> bool:
    """Whether letters in lower case are no word of English."""
    if not (word.islower() and word.isascii() and word.isalpha() and _LETTERS[0] <= len(word) <= _LETTERS[1]):
        return False
    return word not in word_classes() and lexicon().zipf(word, "en") < _NO_WORD


_FRAGMENT = trait(_fragment, "en")


def _whole(left: str, right: str) -> bool:
    """Whether two parts, one of them no word, are a common word together."""
    if not (left.isalpha() and right.isalpha() and right.islower()) or left.lower() in wording().bound:
        return False
    parts = [lexicon().zipf(part.lower(), "en") for part in (left, right) if _fragment(part.lower())]
    least = _BOTH if len(parts) > 1 else _WHOLE
    return lexicon().zipf((left + right).lower(), "en") >= max(least, min(parts, default=_WHOLE) + _AHEAD)


def _written(reading: Reading, left: str, right: str) -> bool:
    """Whether the article has the whole elsewhere: ``Roscos mos`` beside ``Roscosmos``."""
    return len(left) + len(right) > _LETTERS[0] * 2 and right.islower() and left + right in reading.places


def split_words(context: Context) -> Iterator[Hit]:
    """Two neighbours with a blank between them that are one word."""
    reading = context.reading
    tokens, text = reading.tokens, reading.text
    found = {
        at + by
        for word in reading.traits.having(_FRAGMENT)
        for at in reading.places[word]
        for by in (-1, 0)
        if 0 <= at + by < len(tokens) - 1
        and text[tokens[at + by].end : tokens[at + by + 1].start] == " "
        and (
            _whole(tokens[at + by].text, tokens[at + by + 1].text)
            or _written(reading, tokens[at + by].text, tokens[at + by + 1].text)
        )
    }
    for at in sorted(found):
        left, right = tokens[at], tokens[at + 1]
        if not (_joined(text, left, right) or in_address(text, left) or in_address(text, right)):
            clue = Evidence(
                kind="lexicon", text=f"“{left.text}{right.text}” is a common word; one of its parts is none"
            )
            better = (Suggestion(text=left.text + right.text),)
            yield Hit(start=left.start, end=right.end, suggestions=better, evidence=(clue,))


def _joined(text: str, left: Token, right: Token) -> bool:
    return text[left.start - 1 : left.start] in ("-", "'", "’") or text[right.end : right.end + 1] in ("-", "'", "’")


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX122",
        slug="split-word",
        title="A word with a space inside",
        mqm="linguistic-conventions/spelling",
        severity="minor",
        why="A line break or soft hyphen of the original became a space; searches and readers miss the word.",
        message="“{match}” is one word",
        run=split_words,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The ⟦govern ment⟧ closed the bridge on Monday.",
                fixed="The government closed the bridge on Monday.",
            ),
            Example(
                kind="bad",
                text="The council’s ⟦spo kesman⟧ told reporters that the ferry was full.",
                fixed="The council’s spokesman told reporters that the ferry was full.",
            ),
            Example(
                kind="good",
                text="Any one part of the news paper may be anti tank, and the fund raiser met in formation.",
            ),
        ),
        sources=("wordfreq 3 (Speer 2022)",),
    ),
)
