"""Whether the words of an inflected name agree: where a man's given name is declined, so is his family name."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from auditor.names.align import VOWELS
from auditor.names.given import lookup
from auditor.names.korean import SPELT, syllables
from auditor.names.pairing import Pairing
from auditor.names.parts import parts_table
from auditor.names.readers import LEAST_CASE, borne
from auditor.names.sounds import script, sounds
from auditor.names.tables import is_family
from auditor.names.types import Bond
from auditor.names.words import Word

_DISAGREE = 4.0
_GENDER = 1.5
_SURE = 0.1
_STRICT = 1.25
_GIVEN = 2  # syllables of a Korean given name
_UNSPELT = 2.2  # ... where letters do not spell its syllables
_UNVOUCHED = 1.25  # how much dearer an ending is that no other word vouches for
_OF_BOTH = "nk"  # sounds after which -a and -o are one ending
_OF_FATHERS = ("ov", "ev")  # sounds in which surnames end that women bear in -a
_SPELT = frozenset({"readings", "native forms differ"})
_JUDGED = _SPELT | {"ending", "family-name table"}
_WOMAN_MAN = ({"a", "o"}, {"а", "о"})  # in sounds, and in Cyrillic letters of a native form


def agreed(
    left: tuple[Word, ...], right: tuple[Word, ...], lang_a: str | None, lang_b: str | None, pairing: Pairing
) -> Pairing:
    """Given names that one case ending divides are two names where an equal family name would have it too.

    Jana Nowak is not Jan Nowak, but Jana Nowaka is. Women's given names end in a vowel without the ending and say
    nothing: their family names are often left as they are (Angeli Merkel). Source: Internetová jazyková příručka.
    """
    rules = {found.rule for _, _, found in pairing.pairs}
    if rules.isdisjoint(_JUDGED):
        return pairing
    if len(left) == len(right) == 1:
        return _each(pairing, lambda i, j, found: _alone(left[i].text, right[j].text, lang_a, lang_b, found))
    if _in_hangul(left, right, pairing):
        pairing = _each(pairing, lambda i, j, found: _spelt(left[i].text, right[j].text, found))
    elif "family-name table" in rules:
        pairing = _each(pairing, lambda i, j, found: _strictly(found))
    if any(_gendered(left[i], right[j], found) for i, j, found in pairing.pairs):
        pairing = _each(pairing, lambda i, j, found: _parted(left[i], right[j], found))
    if "ending" not in rules:
        return pairing
    if "initial" not in rules:
        declined = any(_is_case(left[i], right[j], found) for i, j, found in pairing.pairs)
        pairing = _each(pairing, lambda i, j, found: _together(left[i], right[j], lang_a, lang_b, declined, found))
    if any(found.rule == "equal" and _declines(left[i]) for i, _, found in pairing.pairs):
        pairing = _each(pairing, lambda i, j, found: _doubted(left[i], right[j], found))
    return pairing


def _each(pairing: Pairing, judge: Callable[[int, int, Bond], Bond]) -> Pairing:
    return msgspec.structs.replace(pairing, pairs=tuple((i, j, judge(i, j, found)) for i, j, found in pairing.pairs))


def _in_hangul(left: tuple[Word, ...], right: tuple[Word, ...], pairing: Pairing) -> bool:
    """Whether one side is a Korean name in Hangul, its family name first, and the other bears that name (손, Son)."""
    sides = [
        len(side) == 2 and script(side[0].text) == "Hang" and len(side[1].text) <= _GIVEN for side in (left, right)
    ]
    if not any(sides):
        return False
    return any((i if sides[0] else j) == 0 and is_family(left[i].text, right[j].text) for i, j, _ in pairing.pairs)


def _strictly(found: Bond) -> Bond:
    """Beside a Korean family name the given name is Korean: its few syllables are much like others' (민수, 민서)."""
    return Bond(found.cost * _STRICT, found.rule, found.before, found.after) if found.rule == "readings" else found


def _spelt(one: str, other: str, found: Bond) -> Bond:
    """A Korean given name in Hangul beside a spelling of its syllables, or of others."""
    if found.rule != "readings" or {script(one), script(other)} != {"Hang", "Latn"}:
        return _strictly(found)
    cost = syllables(one, other) if script(one) == "Hang" else syllables(other, one)
    if cost is None:
        return Bond(max(found.cost * _STRICT, _UNSPELT), found.rule, found.before, found.after)
    return Bond(cost, SPELT, found.before, found.after)


def _alone(one: str, other: str, lang_a: str | None, lang_b: str | None, found: Bond) -> Bond:
    """A single word: Maria is not Mario, but Бондаренко is Belarusian Bandarenka."""
    if found.rule == "ending":
        return _owned(one, other, lang_a, lang_b, found)
    if _woman_man(found) and not found.before[:-1].endswith(_OF_BOTH):
        return Bond(found.cost + _GENDER, "genders differ", found.before, found.after)
    return found


def _owned(one: str, other: str, lang_a: str | None, lang_b: str | None, found: Bond) -> Bond:
    """A single word that is a given name itself (Jana), or a surname made of one (Ivanov), is no case of the other;
    nor is a woman's surname in -ova, or any in a text of the same language.
    """
    shared = lang_a == lang_b
    shorter, longer = sorted((one, other), key=len)
    made = (
        found.cost >= LEAST_CASE
        and longer[len(shorter) :] in parts_table().of_given
        and longer.startswith(shorter)
        and lookup(shorter)
    )
    womans = (shared or found.before.endswith(_OF_FATHERS)) and (borne(one, lang_a) or borne(other, lang_b))
    listed = lookup(longer) and (len(longer) > len(shorter) or lookup(shorter))
    if not made and not womans and not listed:
        dearer = _UNVOUCHED if found.before == found.after else 1.0
        return Bond(found.cost * dearer, found.rule, found.before, found.after)
    return Bond(found.cost + _DISAGREE, "cases disagree", found.before, found.after)


def _is_case(one: Word, other: Word, found: Bond) -> bool:
    """Whether a given name stands in a case, not being a name of its own as it stands (Jana, Александра)."""
    if found.rule != "ending" or one.family or other.family:
        return False
    return not (lookup(one.text) and lookup(other.text))


def _together(one: Word, other: Word, lang_a: str | None, lang_b: str | None, declined: bool, found: Bond) -> Bond:
    """A family name in a case beside a given name in one (``declined``) is sure; where its ending may be a woman's
    and the given name stands in no case, she is another person.
    """
    if found.rule != "ending" or not (one.family or other.family):
        return found
    if declined and found.before == found.after:
        return Bond(min(found.cost, _SURE), found.rule, found.before, found.after)
    if not declined and (borne(one.text, lang_a) or borne(other.text, lang_b)):
        return Bond(found.cost + _DISAGREE, "cases disagree", found.before, found.after)
    return found


def _gendered(one: Word, other: Word, found: Bond) -> bool:
    """Whether given names differ in -a and -o, which is a woman and a man (Maria, Mario; Роберта, Roberto)."""
    return not (one.family or other.family) and _woman_man(found)


def _woman_man(found: Bond) -> bool:
    if found.rule not in _SPELT or found.cost == 0:
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
