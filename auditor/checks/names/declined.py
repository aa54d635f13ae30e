"""NM207: names with the case ending of a language that declines them (``Trumpem``, ``Sergeya Ivanova``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import compress, pairwise

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.names.declined_public import (
    DAUGHTER,
    FEMALE,
    english_family,
    english_given,
    of_nobody_else,
    public_bare,
)
from auditor.checks.spans import in_address
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.packs.renderings import public_families
from auditor.reading.mentions.words import is_given
from auditor.records import Evidence, Record, Suggestion
from auditor.text.lexicon import Lexicon
from auditor.text.tokens import Token

_UNUSED = 1.0  # zipf below which English has no use for the declined form
_KNOWN = 3.0  # zipf from which English knows the bare name
_DECLINES = 2.0  # the same for the language that declines it
_SHORTEST = 4  # letters of a bare name
_RARE = 2.0
_GOVERNED = re.compile(r"\b(?:of|with|to|for|from|by|against|about|between|on|under|like|toward|towards)\s+$")
_GOVERNOR = 12  # characters in which a preposition stands before a name
_BEFORE = 24  # characters before a name in which a given name stands
_STEM = 3  # letters of the father's name before its ending


class Endings(Record, frozen=True):
    """The file ``data/languages/case_endings.toml``; see its header."""

    schema: int
    women: tuple[str, ...]
    daughters: tuple[str, ...]
    given: frozenset[str]
    single: dict[str, tuple[str, ...]]
    pairs: dict[str, tuple[tuple[str, str], ...]]
    stems: dict[str, tuple[str, ...]]
    patronymics: dict[str, str]
    public: dict[str, tuple[tuple[str, str], ...]]


@cache
def _endings() -> Endings:
    return load_toml(data_path("languages", "case_endings.toml"), Endings)


def bare_name(word: str, beside: frozenset[str], base: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The name without its ending, and the language of the ending; ``beside``: the words of the article."""
    if lexicon.zipf(word, base) >= _UNUSED:
        return None
    for code, endings in _endings().single.items():
        for ending in endings:
            name = word.removesuffix(ending)
            if name == word or len(name) < _SHORTEST or lexicon.zipf(name, base) < _KNOWN:
                continue
            attested = lexicon.zipf(word, code) >= 1.0 and lexicon.zipf(name, code) >= _DECLINES
            if attested or (name in beside and not lexicon.known(word)):
                return name, code
    return None


def bare_pair(given: str, family: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Given and family name of a man without the endings of one case, and the language."""
    if is_given(given) or lexicon.zipf(given, "en") >= _RARE:
        return None
    named_so = family.endswith(_endings().daughters) and given in _endings().given
    woman = named_so or given.endswith(_endings().women)
    for code, pairs in _endings().pairs.items():
        for first, last in pairs:
            name, surname = given.removesuffix(first), family.removesuffix(last)
            stripped = name != given and surname != family and len(surname) >= _SHORTEST
            if woman and not (surname in public_families() and _known(surname, lexicon)):
                continue
            if stripped and surname.endswith(_endings().stems[code]) and is_given(name):
                return f"{english_given(name)} {english_family(surname)}", code
    return None


@cache
def _patronymics() -> tuple[str, ...]:
    return tuple(_endings().patronymics)


def patronymic(given: str, word: str) -> str | None:
    """The nominative of a patronymic in another case, behind a word with a capital."""
    if not given.istitle() or not word.endswith(_patronymics()):
        return None
    for ending, bare in _endings().patronymics.items():
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending) + bare
    return None


def declined(context: Context) -> Iterator[Hit]:
    """Names that carry a case ending."""
    text, lexicon = context.reading.text, context.lexicon
    beside = frozenset(w for w in filter(str.istitle, context.reading.places) if w.isalpha() and w[0].isupper())
    tokens = list(compress(context.reading.tokens, map(beside.__contains__, context.reading.words)))
    long = (word for word in beside if len(word) > _SHORTEST)
    singles = {word: found for word in long if (found := bare_name(word, beside, "en", lexicon))}
    news = _public(beside, lexicon)
    named: set[str] = set()
    paired: set[int] = set()
    for left, right in pairwise(tokens):
        if right.start - left.end != 1 or text[left.end] != " ":
            continue
        named.add(right.text)
        found = bare_pair(left.text, right.text, lexicon)
        father = None if found else patronymic(left.text, right.text)
        if father and lexicon.zipf(right.text, "en") < _UNUSED:
            paired.add(right.start)
            yield _hit(right.start, right.end, father, "ru")
        if found:
            paired |= {left.start, right.start}
            yield _hit(left.start, right.end, *found)
    for token in tokens:
        known = token.text in singles or token.text in news
        if not known or token.start in paired or in_address(text, token):
            continue
        if token.text in singles:
            yield _hit(token.start, token.end, *singles[token.text])
        elif token.text in news and _is_case(token, news[token.text], text, named, beside, lexicon):
            name, code, _ = news[token.text]
            yield _hit(token.start, token.end, name, code)


def _is_case(
    token: Token,
    found: tuple[str, str, str],
    text: str,
    named: set[str],
    beside: frozenset[str],
    lexicon: Lexicon,
) -> bool:
    """False where the ending may be a woman's: ``named`` are family names behind others, ``beside`` all names."""
    name, _, case = found
    if case not in (FEMALE, DAUGHTER):
        return True
    before = text[max(0, token.start - _BEFORE) : token.start].rpartition("\n")[2].split(" ")
    if len(before) > 1 and of_nobody_else(name, before[-2]) and (case == FEMALE or before[-2][:1].isupper()):
        return True
    if case == DAUGHTER:
        return token.text not in named
    if token.text in named or (name == token.text[:-1] and name not in beside and not _known(name, lexicon)):
        return False
    return _GOVERNED.search(text, max(0, token.start - _GOVERNOR), token.start) is not None


def _known(name: str, lexicon: Lexicon) -> bool:
    return lexicon.zipf(name, "en") >= _KNOWN


def _public(beside: frozenset[str], lexicon: Lexicon) -> dict[str, tuple[str, str, str]]:
    unknown = (word for word in beside if len(word) > _SHORTEST and lexicon.zipf(word, "en") < _UNUSED)
    return {word: found for word in unknown if (found := public_bare(word, _endings().public))}


def _hit(start: int, end: int, right: str, code: str) -> Hit:
    why = f"a case ending of {language_name(code)}"
    return Hit(
        start=start,
        end=end,
        args={"right": right, "why": why},
        suggestions=(Suggestion(text=right),),
        evidence=(Evidence(kind="table", text=why, source="data/languages/case_endings.toml"),),
        points_to=code,
        weight=2.5,
    )


CHECKS: tuple[Check, ...] = (
    Check(
        id="NM207",
        slug="declined-name",
        title="A name with another language's case ending",
        mqm="linguistic-conventions/grammar",
        severity="major",
        why="English does not decline names; with the ending on, the name is another one and cannot be found.",
        message="“{match}” is {right} with {why}",
        run=declined,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The senator met with ⟦Trumpem⟧ on Monday and left the town by night.",
                fixed="The senator met with Trump on Monday and left the town by night.",
            ),
            Example(
                kind="bad",
                text="The club signed ⟦Sergeya Gorlova⟧ for two years on Monday.",
                fixed="The club signed Sergey Gorlov for two years on Monday.",
            ),
            Example(
                kind="bad",
                text="The eldest son of Anna ⟦Borisovny⟧ Gorlova came to the hall on Monday.",
                fixed="The eldest son of Anna Borisovna Gorlova came to the hall on Monday.",
            ),
            Example(
                kind="bad",
                text="The wife of ⟦Navalného⟧ spoke to reporters in the hall on Monday.",
                fixed="The wife of Navalny spoke to reporters in the hall on Monday.",
            ),
            Example(kind="good", text="Yulia Peskova left; a day later Peskova was seen with Anna Lavrova in Riga."),
            Example(
                kind="good", text="Ivana Petrova and Alberta Rossi met Robert Salem, Carla Novakova and Harlem players."
            ),
        ),
        sources=("data/languages/case_endings.toml",),
    ),
)
