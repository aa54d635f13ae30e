"""Residue that is too rare for the word lists to say whose it is, but that English copy does not have at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.phrases.calques import shown
from auditor.checks.spans import Sentence, in_address, mention_spans, occurrences, sentences
from auditor.checks.words.misspelt import meant
from auditor.checks.words.residue_back import spelt
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.records import Evidence, Record
from auditor.text.lexicon import LANGUAGES, SCALE, Lexicon, lexicon
from auditor.text.memo import Memo
from auditor.text.traits import trait
from auditor.text.word_classes import word_classes

_ENGLISH = LANGUAGES.index("en")
_SEEN = round(2.4 * SCALE)  # a word that another language's copy has now and then
_COMMON = round(4.0 * SCALE)  # from here on the word is one for the common lists
_HARDLY, _OFTENER, _AHEAD = (
    round(2.0 * SCALE),
    round(3.3 * SCALE),
    round(1.8 * SCALE),
)  # English, elsewhere, and between
_SELDOM = 2  # rank of a word that English has once in a while
_SHORTEST, _LONGEST = 5, 40  # letters of a word that is judged
_TELLING = 10  # letters of a word of which even a rare use elsewhere tells whose it is
_OFTEN = 3  # a word that the article has so often is its subject
_PART = 3.0  # zipf of each half of a compound
_GLOSS = re.compile(r" \((?!(?:after|and|as|at|because|but|by|for|from|in|on|or|see|since|until|which|who|with) )")
_MARKS = frozenset("-’'*_(){}[]/\"“”‘«»")


class Affixes(Record, frozen=True):
    """The file ``data/checks/affixes.toml``."""

    schema: int
    fronts: tuple[str, ...]
    endings: tuple[str, ...]
    tails: tuple[str, ...]
    own: tuple[str, ...]
    latin: tuple[str, ...]
    told: dict[str, tuple[str, ...]]


@cache
def _affixes() -> Affixes:
    return load_toml(data_path("checks", "affixes.toml"), Affixes)


def _telling(language: str) -> tuple[str, ...]:
    """Endings that show a rare word to be the language's; without one, a word that no list has to be Slavic."""
    return _affixes().told.get(language or "und", ())


def rare(context: Context) -> Iterator[Hit]:
    """Words in lower case that no English list has; others have them, or their letters are none of English.

    In copy that is shown to be translated also words that English copy has once in a while.
    """
    reading = context.reading
    strange = frozenset(reading.traits.having(_STRANGE))
    if seldom := frozenset(word for word in strange if _ranks[word] == _SELDOM):
        translated = "translated" in shown(reading)
        strange = strange if translated else strange - seldom
    if not strange:
        return
    names = mention_spans(reading.mentions)
    persons = frozenset([mention.start for mention in reading.mentions if mention.type == "person"])
    for sentence in sentences(reading):
        for index, token in enumerate(sentence.tokens):
            word = token.text
            if word not in strange or sentence.quoted[index] or occurrences(reading, word) >= _OFTEN:
                continue
            if names.hits(token.start, token.end) or in_address(reading.text, token):
                continue
            if _free(sentence, index, reading.text, persons) and not _of_a_species(sentence, index, strange):
                yield _hit(token.start, token.end, word, _owner(word, context.lexicon.row(word)))


def _rank(word: str) -> int:
    """1 for a word in lower case that English neither has nor builds and that is no everyday word elsewhere; else 0.

    What English may have built counts where it spells a common word of Russian or Ukrainian.

    `_SELDOM` for one that English has, but another language has far oftener.
    """
    if not _SHORTEST <= len(word) <= _LONGEST or not word.islower():
        return 0
    row = lexicon().row(word)
    if not word.isalpha():
        return 0
    most, own = max(row), row[_ENGLISH]
    if own:
        foreign = own <= _HARDLY and _OFTENER <= most < _COMMON and most >= own + _AHEAD
        return _SELDOM if foreign and word not in word_classes() and not meant(word, lexicon()) else 0
    if most >= _SEEN:
        return int(most < _COMMON)
    if word.endswith(_telling(LANGUAGES[row.index(most)] if most else "")) and not derived(
        word, lexicon(), elsewhere=True
    ):
        return 1
    built = word.isascii() and (derived(word, lexicon(), elsewhere=most > 0) or meant(word, lexicon()))
    if not built and (not most or len(word) >= _TELLING):
        return 1
    return int(not word.endswith(_affixes().own) and spelt[word] is not None)


_ranks = Memo(_rank, 50_000)
_STRANGE = trait(_ranks.__getitem__, "en")


def derived(word: str, lexicon: Lexicon, *, elsewhere: bool = False) -> bool:
    """True for a word that English may have made: of two others, with a prefix or ending, or a term of science.

    ``elsewhere``: another language has it, so that a prefix shows nothing before what is no word (``prevaricacion``).
    """
    table = _affixes()
    if any(word.endswith(ending) for ending in table.endings):
        return True
    fronted = (word.removeprefix(front) for front in table.fronts if word.startswith(front))
    if any(not elsewhere or lexicon.zipf(rest, "en") for rest in fronted):
        return True
    if any(
        len(word) - len(tail) > 2 and lexicon.zipf(word.removesuffix(tail), "en")
        for tail in table.tails
        if word.endswith(tail)
    ):
        return True
    parts = ((word[:cut], word[cut:]) for cut in range(3, len(word) - 2))
    return any(min(lexicon.zipf(a, "en"), lexicon.zipf(b, "en")) >= _PART for a, b in parts)


def _free(sentence: Sentence, index: int, text: str, persons: frozenset[int]) -> bool:
    """True where the word is no part of a foreign name or phrase: plain words stand on both sides.

    It may be what a person is called by, before the name; ``persons``: where names of persons begin.
    """
    token = sentence.tokens[index]
    if text[max(0, token.start - 1) : token.start] in _MARKS or text[token.end : token.end + 1] in _MARKS:
        return False
    if _GLOSS.match(text, token.end):
        return False
    beside = [sentence.tokens[i] for i in (index - 1, index + 1) if 0 <= i < len(sentence.tokens)]
    first = sentence.tokens[0]
    return all(
        other.text.isascii()
        and (
            other.text.islower()
            or other.text.isdecimal()
            or other is first
            or (other is beside[-1] and other.start in persons)
        )
        for other in beside
    )


def _of_a_species(sentence: Sentence, index: int, strange: frozenset[str]) -> bool:
    """True for both words of a Latin name: ``gymnocypris przewalskii``."""
    pairs = ((index - 1, index), (index, index + 1))
    return any(
        genus >= 0 and species < len(sentence.words) and sentence.words[species].endswith(_affixes().latin)
        and sentence.tokens[genus].text in strange
        for genus, species in pairs
    )  # fmt: skip


def _owner(word: str, row: bytes) -> str | None:
    """The language that has the word, in its own letters or in these."""
    back = spelt[word]
    if back is not None and max(row) < _SEEN:
        return back[1]
    return LANGUAGES[row.index(max(row))] if any(row) else None


def _hit(start: int, end: int, word: str, code: str | None) -> Hit:
    language = language_name(code) if code else "no word of English"
    whose = f"it is {language}" if code else "nor has any other, and English does not build words so"
    if (back := spelt[word]) is not None and back[1] == code:
        whose = f"in {language} it is “{back[0]}”"
    return Hit(
        start=start,
        end=end,
        args={"words": word, "language": language},
        evidence=(Evidence(kind="lexicon", text=f"no English word list has “{word}”; {whose}"),),
        severity="minor",
        points_to=code,
        weight=0.8 if code else 0.0,
    )
