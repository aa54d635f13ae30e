"""What a program that rewords put into the copy, as rows found: words of set phrases and pairs, and single words."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from auditor.checks.phrases import set_phrases
from auditor.checks.phrases.calque_pack import Calque
from auditor.checks.phrases.copy_kinds import SPUN, Found
from auditor.checks.phrases.rewording import put_in
from auditor.checks.phrases.set_phrases import Book, Run, Swapped
from auditor.checks.spans import Sentence
from auditor.reading.article import Reading
from auditor.text.tokens import Token, places_of

_SWAP = Calque(match="", why="reworded: the set phrase is", bad="", languages=SPUN, check="TA401")
_PAIR = msgspec.structs.replace(_SWAP, why="reworded:", only_in="spun", weight=0.0)
_BOOKS: tuple[tuple[Book, Calque], ...] = ((set_phrases.SET, _SWAP), (set_phrases.PAIRS, _PAIR))


def phrases_swapped(reading: Reading, body: Sequence[Sentence], persons: Collection[int]) -> Iterator[Found]:
    """Set phrases with a word swapped, and pairs in copy shown to be reworded, unless they are a person's name.

    ``persons``: where the tokens of persons' names begin.
    """
    books = [(book, set_phrases.openers(reading.traits, book), row) for book, row in _BOOKS]
    for sentence in body:
        for book, firsts, row in books:
            for swap in set_phrases.find(reading.text, sentence.tokens, sentence.words, firsts, book):
                tokens = sentence.tokens[swap.start : swap.end]
                if not any(token.start in persons for token in tokens):
                    yield _instead_of(swap, tokens, row)


def _instead_of(swap: Swapped, tokens: Sequence[Token], row: Calque) -> Found:
    """What is found where a phrase was swapped: the phrase as it stands in the table, in the capitals of the copy."""
    phrase = " ".join(swap.phrase.words)
    row = msgspec.structs.replace(row, match=phrase, why=f"{row.why} {phrase}")
    capitals = [token.text[0].isupper() for token in tokens]
    better = phrase.title() if all(capitals) else phrase[0].upper() + phrase[1:] if capitals[0] else phrase
    return Found(row, tokens[0].start, tokens[-1].end, (better,), row.languages)


def words_swapped(reading: Reading, body: Sequence[Sentence]) -> Iterator[Found]:
    """The words of reworded copy that the program put in, wherever they stand."""
    meant = {tuple(run.split()): word for run, word in put_in(reading).items()}
    firsts = {run[0] for run in meant}
    for sentence in body:
        for at in places_of(firsts, sentence.words):
            for run, word in meant.items():
                if sentence.words[at : at + len(run)] == run:
                    yield _in_place_of(word, run, sentence.tokens[at : at + len(run)])


def _in_place_of(word: str, run: Run, tokens: Sequence[Token]) -> Found:
    row = msgspec.structs.replace(_PAIR, match=" ".join(run), why=f"reworded, as a program does in place of “{word}”")
    return Found(row, tokens[0].start, tokens[-1].end, (), row.languages)
