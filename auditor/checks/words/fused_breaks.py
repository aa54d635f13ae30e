"""Where one token falls into two words, and what was lost between them. Read by `fused`."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from unicodedata import normalize

from auditor.checks.base import Context
from auditor.checks.spans import Sentence, Spans
from auditor.checks.words.fused_places import behind_body, behind_place, countries_and_cities, two_names, whole_name
from auditor.reading.article import Reading
from auditor.text.fusion import Kind, split
from auditor.text.lexicon import Lexicon
from auditor.text.memo import once
from auditor.text.seam_fronts import front_seam
from auditor.text.seam_openers import opened
from auditor.text.seam_table import english
from auditor.text.seam_tails import camel, capital, lumped, tailed
from auditor.text.seams import figure_seam, figured_seam, labelled_seam, last_seam, name_seam, seam
from auditor.text.tokens import tokens

BODIES = ("org", "vehicle", "mission")
"""Types of mention that write their names as they like (OpenAI)."""
_LOST: dict[Kind, str] = {"sentence": ". ", "number+word": " ", "name+word": " "}
_MIN_CONFIDENCE = 0.7
_HANDLES = ("#", "@")

Break = tuple[int, str]
"""The place in the token (code points) where the second word begins, and the mark or space that was lost there."""


def break_in(context: Context, sentence: Sentence, index: int, bodies: Spans) -> Break | None:
    """Where the token of the sentence falls into two words; ``bodies``: mentions of `BODIES`."""
    token, reading, lexicon = sentence.tokens[index], context.reading, context.lexicon
    if two := two_names(token.text):
        return two, "-"
    if two := behind_place(token.text) or _behind_body(sentence, index, lexicon):
        return two, ". "
    cut = seam(token.text, reading.language, lexicon, after_name=_behind_name(sentence, index))
    cut = cut or opened(token.text, reading.language, lexicon)
    if cut is None and reading.base == "en":
        cut = _tail(reading, sentence, index, lexicon)
        if cut is None and (two := _inside(token.text, lexicon)):
            return None if reading.text[token.start - 1 : token.start] in _HANDLES else (two, " ")
    if not _may_break(token.text, cut) and bodies.hits(token.start, token.end):
        return None
    if cut:
        return cut, ". " if token.text[cut].isupper() else " "
    named = partial(_other, reading, token.text)
    if two := _small(token.text, reading.language, named, lexicon):
        return two, " "
    return _explained(token.text, named, reading.language, lexicon)


def _may_break(word: str, cut: int | None) -> bool:
    """True even for the name of a body: a sentence, a relative clause or an ordinary word is stuck to it."""
    if word[:2].isupper() and word[-2:].islower():
        return True
    return cut is not None and (word[cut].isupper() or word[cut:] in english().relative)


def _explained(word: str, named: Callable[[str], bool], language: str, lexicon: Lexicon) -> Break | None:
    """The break that the lexicon and the article's other names explain best."""
    if word.islower() or lexicon.known(word):
        return None
    found = split(word, named, language, lexicon)
    if not found or found.kind not in _LOST or found.foreign or found.confidence < _MIN_CONFIDENCE:
        return None
    return len(found.parts[0].text), _LOST[found.kind]


def _inside(word: str, lexicon: Lexicon) -> int | None:
    """Where a capital inside the token begins a word of its own."""
    return camel(word, countries_and_cities(), lexicon) or capital(word, lexicon) or whole_name(word, lexicon)


def _tail(reading: Reading, sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """Where a word begins that is stuck to a name; one letter only before a word in lower case."""
    word = sentence.tokens[index].text
    if word.islower():
        return lumped(word, lexicon)
    cut = tailed(word, lexicon, partial(_other, reading, word), after_name=_behind_name(sentence, index))
    after = sentence.tokens[index + 1].text if index + 1 < len(sentence.tokens) else ""
    return cut if cut is None or cut < len(word) - 1 or after.islower() else None


def _behind_body(sentence: Sentence, index: int, lexicon: Lexicon) -> int | None:
    """Where the name of a body ends that began before the token, in front of a word in lower case."""
    lone = index + 1 < len(sentence.tokens) and not sentence.tokens[index + 1].text.islower()
    return None if lone or not _behind_name(sentence, index) else behind_body(sentence.tokens[index].text, lexicon)


@once
def _names(reading: Reading) -> frozenset[str]:
    """The words of the article's names, with and without their accents."""
    words = tokens("\n".join([mention.text for mention in reading.mentions]))
    names = [word.text for word in words if word.text[0].isupper()]
    return frozenset([*names, *(normalize("NFKD", name).encode("ascii", "ignore").decode() for name in names)])


def _small(word: str, language: str, named: Callable[[str], bool], lexicon: Lexicon) -> int | None:
    """Where a small word or a figure is stuck to a name or word."""
    if language.split("-")[0] != "en":
        return front_seam(word, language, lexicon, named)
    if word[0].isdecimal():
        return figure_seam(word, lexicon)
    if word[-1].isdecimal():
        return figured_seam(word)
    return labelled_seam(word) or name_seam(word, lexicon, named) or last_seam(word, lexicon)


def _other(reading: Reading, own: str, name: str) -> bool:
    return name != own and name in _names(reading)


def _behind_name(sentence: Sentence, index: int) -> bool:
    """True when the word right before has a capital and does not itself begin the sentence."""
    return index > 1 and sentence.tokens[index - 1].text[0].isupper()
