"""Whether the words of an inflected name agree: where a man's given name is declined, so is his family name."""

from __future__ import annotations

import msgspec

from auditor.names.align import VOWELS
from auditor.names.given import lookup
from auditor.names.pairing import Pairing
from auditor.names.parts import parts_table
from auditor.names.sounds import sounds
from auditor.names.types import Bond
from auditor.names.words import Word

_DISAGREE = 2.5
_GENDER = 1.5
_SPELT = frozenset({"readings", "native forms differ"})
_WOMAN_MAN = ({"a", "o"}, {"а", "о"})  # in sounds, and in Cyrillic letters of a native form


def agreed(left: tuple[Word, ...], right: tuple[Word, ...], pairing: Pairing) -> Pairing:
    """Given names that one case ending divides are two names where an equal family name would have it too.

    Jana Nowak is not Jan Nowak, but Jana Nowaka is. Women's given names end in a vowel without the ending and say
    nothing: their family names are often left as they are (Angeli Merkel). Source: Internetová jazyková příručka.
    """
    if len(left) == len(right) == 1:
        pairs = tuple((i, j, _owned(left[i].text, right[j].text, found)) for i, j, found in pairing.pairs)
        return msgspec.structs.replace(pairing, pairs=pairs)
    if any(_gendered(left[i], right[j], found) for i, j, found in pairing.pairs):
        pairs = tuple((i, j, _parted(left[i], right[j], found)) for i, j, found in pairing.pairs)
        pairing = msgspec.structs.replace(pairing, pairs=pairs)
    if not any(found.rule == "equal" and _declines(left[i]) for i, _, found in pairing.pairs):
        return pairing
    pairs = tuple((i, j, _doubted(left[i], right[j], found)) for i, j, found in pairing.pairs)
    return msgspec.structs.replace(pairing, pairs=pairs)


def _owned(one: str, other: str, found: Bond) -> Bond:
    """A single word that is a given name itself (Jana), or a surname made of one (Ivanov), is no case of the other."""
    if found.rule != "ending":
        return found
    shorter, longer = sorted((one, other), key=len)
    made = longer[len(shorter) :] in parts_table().of_given and longer.startswith(shorter) and lookup(shorter)
    if not made and not (lookup(longer) and lookup(shorter)):
        return found
    return Bond(found.cost + _DISAGREE, "cases disagree", found.before, found.after)


def _gendered(one: Word, other: Word, found: Bond) -> bool:
    """Whether given names differ in -a and -o, which is a woman and a man (Maria, Mario; Роберта, Roberto)."""
    if found.rule not in _SPELT or one.family or other.family or found.cost == 0:
        return False
    return {found.before[-1:], found.after[-1:]} in _WOMAN_MAN and found.before[:-1] == found.after[:-1]


def _parted(one: Word, other: Word, found: Bond) -> Bond:
    if not _gendered(one, other, found):
        return found
    return Bond(found.cost + _GENDER, "genders differ", found.before, found.after)


def _declines(word: Word) -> bool:
    return word.family and len(word.text) > 1 and _hard(word.text)


def _doubted(one: Word, other: Word, found: Bond) -> Bond:
    if found.rule != "ending" or one.family or other.family:
        return found
    shorter, longer = sorted((one.text, other.text), key=len)
    if not longer.startswith(shorter) or not _hard(shorter):
        return found
    return Bond(found.cost + _DISAGREE, "cases disagree", found.before, found.after)


def _hard(text: str) -> bool:
    """Whether a word ends in the sound of a consonant."""
    return sounds(text)[-1:] not in {*VOWELS, ""}
