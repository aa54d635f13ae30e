"""What tables say of two words: spellings of one given name, short forms, counterparts, one Korean family name."""

from __future__ import annotations

from functools import cache

from auditor.names.given import GivenName, lookup
from auditor.names.rough import is_han
from auditor.names.sounds import ABJAD, script
from auditor.names.types import Bond
from auditor.packs import data_path, load_tsv

_NONE: frozenset[str] = frozenset()
_OTHERS = frozenset({"zh", "vi"})
_UNVOWELLED = frozenset({"ar", "fa", "ur", "he"})
ANOTHER = "another given name"
_APART = 1.4  # what two names of a script without vowels are apart at least


def given_bond(a: str, b: str) -> Bond | None:
    """Two spellings (lower case) of one given name, a short form, or counterparts, by the tables."""
    heads = short_forms()
    left, mine = lookup(a), heads.get(a, _NONE)
    if not left and not mine:
        return None
    right, theirs = lookup(b), heads.get(b, _NONE)
    if not right and not theirs:
        return None
    shared = [name.native for name in left if name in right]
    if shared:
        return Bond(0.1, "given-name table", shared[0], shared[0])
    if mine & theirs:
        return Bond(0.45, "short form", a, b)
    if ({name.group for name in left} | mine) & ({name.group for name in right} | theirs):
        return Bond(0.6, "counterpart", a, b)
    if left and right and (_unvowelled(a, right) or _unvowelled(b, left)):
        return Bond(_APART, ANOTHER, a, b)
    return None


def _unvowelled(word: str, others: tuple[GivenName, ...]) -> bool:
    """Whether a name of the table is written without vowels (حسن), and the other spelling is another one's."""
    return script(word) in ABJAD and any(name.language in _UNVOWELLED for name in others)


@cache
def short_forms() -> dict[str, frozenset[str]]:
    """Form -> the first form (lower case) of each row that has it: the name of a group of counterparts too."""
    table: dict[str, set[str]] = {}
    for row in load_tsv(data_path("variants", "short.tsv"), ("forms",)):
        forms = row["forms"].lower().split("/")
        for form in forms:
            table.setdefault(form, set()).add(forms[0])
    return {form: frozenset(heads) for form, heads in table.items()}


def family_bond(a: str, b: str, lang_a: str | None, lang_b: str | None) -> Bond | None:
    """Two spellings of one Korean family name; only where a text or a spelling is Korean and no other is Chinese.

    In Cyrillic letters they are fewer and stand apart from others (Пак, Park).
    """
    table = korean_families()
    shared = table.get(a, _NONE) & table.get(b, _NONE)
    if not shared or lang_a in _OTHERS or lang_b in _OTHERS:
        return None
    scripts = {script(a), script(b)}
    korean = lang_a == "ko" or lang_b == "ko" or "Hang" in scripts or scripts == {"Cyrl", "Latn"}
    return Bond(0.1, "family-name table", min(shared), min(shared)) if korean else None


def is_family(native: str, form: str) -> bool:
    """Whether ``form`` is a spelling of a Korean family name in its own letters."""
    return bool(korean_families().get(native, _NONE) & korean_families().get(form, _NONE))


def korean_pair(a: str, b: str, lang_a: str | None, lang_b: str | None) -> bool:
    """Whether two Latin spellings are both built as Korean names are (Park Chung-hee, Pak Chŏnghŭi), with one family
    name in front; never in a Chinese or Vietnamese text.
    """
    if "-" not in a + b or {lang_a, lang_b} & _OTHERS:
        return False
    one, other = a.split(), b.split()
    return _korean_shape(one) and _korean_shape(other) and is_family(one[0].lower(), other[0].lower())


def _korean_shape(words: list[str]) -> bool:
    """Family name, then a given name: in two syllables, bound by a hyphen or not, the second in lower case if bound."""
    if len(words) == 3:
        return "-" not in words[1] + words[2]
    return len(words) == 2 and ("-" not in words[1] or words[1].partition("-")[2].islower())


def family_size(form: str) -> int:
    """How many letters of a Korean or Chinese name written in one word are its family name; 0 for other forms."""
    if not 2 <= len(form) <= 4:
        return 0
    if is_han(form[0]):
        return 1 if all(map(is_han, form)) else 0
    table = korean_families() if script(form) == "Hang" and form.isalpha() else {}
    return next((size for size in (2, 1) if len(form) > size + (size == 2) and form[:size] in table), 0)


@cache
def korean_families() -> dict[str, frozenset[str]]:
    """Spelling (lower case, or in Hangul) -> the Korean family names that are written so."""
    table: dict[str, set[str]] = {}
    for row in load_tsv(data_path("variants", "korean.tsv"), ("native", "forms")):
        for native in row["native"].split("/"):
            for form in (native, *row["forms"].lower().split("/")):
                table.setdefault(form, set()).add(row["native"].split("/")[0])
    return {form: frozenset(natives) for form, natives in table.items()}
