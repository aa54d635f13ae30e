"""Villages of Ukraine and Russia that no table has, as another language spells them: Tschornobajiwka (NM201)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Spans, in_address
from auditor.entities.standing import before_place
from auditor.entities.wording import language_name, languages
from auditor.names.natives import word_natives
from auditor.names.romanize import romanize
from auditor.names.types import NativeGuess
from auditor.packs import data_path, load_toml
from auditor.packs.places import places
from auditor.packs.renderings import spelling
from auditor.records import Evidence, Record, Suggestion
from auditor.text.lexicon import lexicon
from auditor.text.memo import Memo
from auditor.text.traits import trait

_SHORTEST = 7  # letters
_SEEN = 1.2  # zipf, in any language, up to which a word is no other word
_SURE, _LIKELY = 0.6, 0.4  # plausibility of a native form; with the commonest ending of villages
_SHOWN = 3
_SOURCES = ("uk", "ru")
_NEAR = 24  # characters before a name in which the noun for its kind stands


class Endings(Record, frozen=True):
    """``data/exonyms/villages.toml``; see its header."""

    schema: int
    about: frozenset[str]
    kinds: tuple[str, ...]
    forms: tuple[str, ...]
    native: tuple[str, ...]
    commonest: tuple[str, ...]
    neighbours: frozenset[str]


@cache
def _file() -> Endings:
    return load_toml(data_path("exonyms", "villages.toml"), Endings)


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_file().kinds)})(?: of| called)?,? $")


def villages(context: Context) -> Iterator[Hit]:
    """Words behind a preposition of place, in copy about the region, that a convention makes of such a name."""
    reading = context.reading
    words = reading.traits.having(_MADE) if reading.base == "en" else ()
    if not words or _file().about.isdisjoint(reading.places):
        return
    silent = Spans((zone.start, zone.end) for zone in reading.layout.excluded)
    people = Spans((m.start, m.end) for m in reading.mentions if m.type == "person" and m.given)
    for word in sorted(words):
        guess = _guess[word]
        for token in (reading.tokens[at] for at in reading.places[word]) if guess else ():
            shut = silent.hits(token.start, token.end) or people.hits(token.start, token.end)
            if guess and not shut and not in_address(reading.text, token) and _placed(reading.text, token.start):
                yield _hit(token.start, word, guess)


def _placed(text: str, start: int) -> bool:
    return before_place(text, start, "en") or _kinds().search(text[max(0, start - _NEAR) : start]) is not None


def _is_made(word: str) -> bool:
    if len(word) < _SHORTEST or not (word.istitle() and word.isalpha() and word.endswith(_file().forms)):
        return False
    return spelling(word) is None and lexicon().most(word) <= _SEEN and not places().by_form(word)


_MADE = trait(_is_made, "en")


def _native(word: str) -> NativeGuess | None:
    """The village's name that a spelling stands for, where English copy could not write it so."""
    found = [
        guess
        for code in _SOURCES
        for guess in word_natives(word.lower(), code)
        if guess.native.endswith(_file().native)
    ]
    best = max(found, key=lambda guess: guess.plausibility, default=None)
    if best is None or any("en" in guess.conventions for guess in found if guess.plausibility >= _LIKELY):
        return None
    if best.native.endswith(_file().commonest):
        return best if best.plausibility >= _LIKELY and best.conventions != ("pl",) else None
    return best if best.plausibility >= _SURE and _file().neighbours.isdisjoint(best.conventions) else None


_guess = Memo(_native, 10_000)


def _hit(start: int, word: str, guess: NativeGuess) -> Hit:
    right = next(iter(romanize(guess.native.capitalize(), guess.native_lang, "en")), "")
    why = f"“{word}” is how {languages(guess.conventions[:_SHOWN])} spells {guess.native.capitalize()}"
    return Hit(
        start=start,
        end=start + len(word),
        args={"form": word, "right": right, "why": why, "language": language_name("en")},
        suggestions=(Suggestion(text=right),),
        evidence=(Evidence(kind="convention", text=why, source="docs/conventions.md"),),
        points_to=guess.conventions[0],
        weight=1.0,
    )
