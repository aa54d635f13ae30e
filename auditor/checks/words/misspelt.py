"""TX115: ordinary words of English with a slip of the keyboard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_lowercase

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import in_address, occurrences, sentences, set_off
from auditor.checks.words.misspelt_bodies import body, careless
from auditor.packs import data_path, load_tsv
from auditor.records import Evidence, Suggestion
from auditor.text.lexicon import Lexicon, lexicon
from auditor.text.seams import seam
from auditor.text.traits import trait
from auditor.text.word_classes import word_classes

_LISTED = 4  # letters of the shortest word of the table
_SHORTEST, _LONGEST = 7, 20  # letters of other words that are judged
_COMMON = 4.0  # zipf of the word that was meant
_CARELESS, _AHEAD = 2.2, 2.4  # zipf of a slip that the lists have from careless copy, and by which the word is commoner
_VOWELLED, _SELDOM = 9, 1.8  # letters of a word in which a wrong vowel shows, and its zipf
_VOWELS = frozenset("aeiou")
_DOUBLED = re.compile(r"([ahijquvwxy])\1(?!\1)|([b-df-gk-np-tz])\2(?=\2)")
_RARE_WORD = 1.5  # zipf of a word with a letter that cannot be doubled
_KIN, _COMMON_ABROAD = frozenset(("in-law", "in-laws")), 9.0  # behind these the word is English
_THINNED, _THE = 4, "the"  # letters of a word that lost the letters of a small one, and these (bror: brother)
_ODD, _FOREIGN, _WHOLE = 2.4, 3.0, 4.0  # zipf of what is left, in English and elsewhere, and of the whole
_OFTEN = 3  # a word that the article has so often is a term of its subject


@cache
def _table() -> dict[str, str]:
    rows = load_tsv(data_path("checks", "misspellings.tsv"), ("wrong", "right"))
    return {row["wrong"]: row["right"] for row in rows}


@lru_cache(maxsize=1000)
def _right(word: str) -> str | None:
    """What was meant by a word in lower case."""
    if not word.isascii():
        return None
    if not word.islower():
        return body(word, lexicon()) if word.istitle() else None
    first, dash, rest = word.partition("-")
    if dash and rest in _KIN and (whole := _thinned(first, lexicon(), _COMMON_ABROAD)):
        return f"{whole}-{rest}"
    if not word.isalpha():
        return None
    return (meant(word, lexicon()) if len(word) >= _LISTED else None) or _thinned(word, lexicon())


_WRONG = trait(_right, "en")


def meant(word: str, lexicon: Lexicon) -> str | None:
    """The word that was meant: by the table, or the commonest one a slip away from a word that no list has."""
    if word in _table():
        return _table()[word]
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    if lexicon.known(word):
        return _careless(word, lexicon)
    return _undoubled(word, lexicon) or (None if seam(word, "en", lexicon) else _nearest(word, lexicon))


def _undoubled(word: str, lexicon: Lexicon) -> str | None:
    """The word without a letter that English never doubles: ``prevariication``; also a rare one."""
    doubled = _DOUBLED.search(word)
    if doubled is None:
        return None
    plain = word[: doubled.start()] + word[doubled.start() + 1 :]
    return plain if lexicon.zipf(plain, "en") >= _RARE_WORD else None


def _thinned(word: str, lexicon: Lexicon, abroad: float = _FOREIGN) -> str | None:
    """The word of which a program cut “the”, as it cut that word from the text: ``norrn``, ``neir``, ``bror-in-law``.

    ``abroad``: zipf that another language may give to what is left.
    """
    row = lexicon.zipfs(word) if _THINNED <= len(word) <= _LONGEST else {"en": _WHOLE}
    if row.get("en", 0.0) > _ODD or max(row.values(), default=0.0) > abroad:
        return None
    forms = (word[:at] + _THE + word[at:] for at in range(len(word)))
    zipf, whole = max((lexicon.zipf(form, "en"), form) for form in forms)
    return whole if zipf >= _WHOLE else None


def _careless(word: str, lexicon: Lexicon) -> str | None:
    """What was meant by a slip that the lists have, as they hold careless copy too: a letter lost, doubled or swapped.

    Long words may have a wrong vowel, too. Words that English builds by rule from another one are sound.
    """
    row = lexicon.zipfs(word)
    own = row.pop("en", 0.0)
    if own > _CARELESS or max(row.values(), default=0.0) >= own or word in word_classes() or word in careless().sound:
        return None
    slips = ((lexicon.zipf(other, "en"), other) for other in _typed(word, vowels=own <= _SELDOM))
    zipf, other = max(slips, default=(0.0, ""))
    return other if zipf >= max(_COMMON, own + _AHEAD) and not _built(word, lexicon) else None


def _typed(word: str, *, vowels: bool) -> Iterator[str]:
    """Words of which this one lost a letter, doubled one, or has two swapped; its first and last letters are right."""
    for at in range(1, len(word)):
        head, tail = word[:at], word[at:]
        for letter in ascii_lowercase:
            yield head + letter + tail
        if len(tail) > 1:
            if tail[0] == head[-1]:
                yield head + tail[1:]
            if len(tail) > 2:
                yield head + tail[1] + tail[0] + tail[2:]
            if vowels and len(word) >= _VOWELLED and tail[0] in _VOWELS:
                yield from (head + letter + tail[1:] for letter in "aeiou")


def _built(word: str, lexicon: Lexicon) -> bool:
    """True where an ending that English adds by rule leaves a word."""
    for ending in careless().endings:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > len(ending):
            forms = (stem, stem + "e", stem + "y", stem[:-1] if stem[-1] == stem[-2] else stem)
            if any(lexicon.zipf(form, "en") >= _CARELESS for form in forms):
                return True
    return False


@lru_cache(maxsize=10_000)
def _nearest(word: str, lexicon: Lexicon) -> str | None:
    """The commonest neighbour, unless a prefix or an ending makes the difference (a word built by rule)."""
    rated = ((lexicon.zipf(other, "en"), other) for other in _slips(word))
    best = min(((-zipf, other) for zipf, other in rated if zipf >= _COMMON), default=None)
    if best is None:
        return None
    other = best[1]
    return other if (word[0], word[-1]) == (other[0], other[-1]) else None


def _slips(word: str) -> Iterator[str]:
    """Forms with one letter left out, added, changed or swapped with the next (Damerau 1964)."""
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]


def misspelt(context: Context) -> Iterator[Hit]:
    """Words in lower case, outside addresses and what a few words quote."""
    reading = context.reading
    wrong = frozenset(reading.traits.having(_WRONG))
    for sentence in sentences(reading) if wrong else ():
        for index, token in enumerate(sentence.tokens):
            word = token.text
            if word not in wrong or set_off(sentence, index) or _joined(reading.text, token.end):
                continue
            right = _right(word)
            if right and not in_address(reading.text, token) and occurrences(reading, word) < _OFTEN:
                clue = Evidence(kind="lexicon", text=f"“{right}” is a common word, “{word}” is none")
                yield Hit(
                    start=token.start,
                    end=token.end,
                    args={"right": right},
                    suggestions=(Suggestion(text=right),),
                    evidence=(clue,),
                )


def _joined(text: str, end: int) -> bool:
    return text[end : end + 1] in ("-", "'", "’")


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX115",
        slug="misspelt-word",
        title="An ordinary word with a slip of the keyboard",
        mqm="linguistic-conventions/spelling",
        severity="minor",
        why="Copy that nobody ran through a spelling checker was not read by an editor either.",
        message="“{match}”: {right}",
        run=misspelt,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The ⟦goverment⟧ of the canton will decide on the bridge in May.",
                fixed="The government of the canton will decide on the bridge in May.",
            ),
            Example(
                kind="bad",
                text="The ⟦residants⟧ of the village waited for hours in the rain.",
                fixed="The residents of the village waited for hours in the rain.",
            ),
            Example(
                kind="bad",
                text="The driver and his ⟦bror-in-law⟧ were taken to hospital.",
                fixed="The driver and his brother-in-law were taken to hospital.",
            ),
            Example(
                kind="bad",
                text="The mill in the ⟦norrn⟧ part of the county burned down on Monday.",
                fixed="The mill in the northern part of the county burned down on Monday.",
            ),
            Example(kind="bad", text="“The ⟦goverment⟧ will decide on the bridge in May,” the mayor said on Monday."),
            Example(
                kind="bad",
                text="The ⟦Parliment⟧ of the canton will decide on the bridge in May.",
                fixed="The Parliament of the canton will decide on the bridge in May.",
            ),
            Example(kind="good", text="The Parlament is the canton's, and “goverment” is how the mayor spells it."),
            Example(kind="good", text="The refuelers and the cupbearers met at harbour-master.com, a grockle's haunt."),
        ),
        sources=("data/checks/misspellings.tsv", "wordfreq 3 frequency lists (Speer 2022)", "Damerau 1964"),
        limits=("Words inside short quotations and words that another covered language has are left alone.",),
    ),
)
