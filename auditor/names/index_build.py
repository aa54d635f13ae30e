"""Builds an index: the distinct words of all forms, under their readings, with the forms that have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.names.index_file import as_lists, as_numbers, as_strings, packed
from auditor.names.index_words import keyed, slots, stamp

SECTIONS = 20


class Row(NamedTuple):
    """A form, the language of the text that has it (BCP 47), and whose it is (any id)."""

    text: str
    language: str | None = None
    id: str | None = None


class _Form(NamedTuple):
    """A row with its words; sorts the simplest first, so that the head of a list of forms is its best part."""

    size: int
    folded: str
    row: tuple[str, str, str]
    words: tuple[str, ...]


def build(rows: Iterable[Row | tuple[str, str | None, str | None]]) -> bytes:
    """The bytes of an index over the rows: the same for the same rows in any order. Rows without words are left out."""
    forms = sorted({_form(text, language or "", id or "") for text, language, id in rows if text.strip()})
    forms = [form for form in forms if form.words]
    where: dict[str, list[int]] = {}
    spoken: dict[str, set[str]] = {}
    for number, form in enumerate(forms):
        for word in dict.fromkeys(form.words):
            where.setdefault(word, []).append(number)
            spoken.setdefault(word, set()).add(form.row[1])
    vocabulary = sorted(where)
    return packed(stamp(), [*_of_forms(forms), *_of_words(vocabulary, where), *_of_readings(vocabulary, spoken)])


def _form(text: str, language: str, owner: str) -> _Form:
    found = slots(text)
    return _Form(len(found), text.casefold(), (text, language, owner), tuple(word for slot in found for word in slot))


def _of_forms(forms: Sequence[_Form]) -> tuple[bytes, ...]:
    """Texts; languages and ids as tables with a number for each form; where forms of each number of words begin."""
    languages = sorted({form.row[1] for form in forms})
    owners = sorted({form.row[2] for form in forms})
    language_of = {language: at for at, language in enumerate(languages)}
    owner_of = {owner: at for at, owner in enumerate(owners)}
    most = max((form.size for form in forms), default=0)
    counts = [0] * (most + 1)
    for form in forms:
        counts[form.size] += 1
    starts = [sum(counts[: at + 1]) for at in range(most + 1)]
    return (
        *as_strings(form.row[0] for form in forms),
        *as_strings(languages),
        *as_strings(owners),
        as_numbers(language_of[form.row[1]] for form in forms),
        as_numbers(owner_of[form.row[2]] for form in forms),
        as_numbers(starts),
    )


def _of_words(vocabulary: Sequence[str], where: dict[str, list[int]]) -> tuple[bytes, ...]:
    return (*as_strings(vocabulary), *as_lists([where[word] for word in vocabulary]))


def _of_readings(vocabulary: Sequence[str], spoken: dict[str, set[str]]) -> tuple[bytes, ...]:
    """Blocks in order, the readings of each (one a line), and the words that can be read so."""
    table: dict[str, dict[str, list[int]]] = {}
    for number, word in enumerate(vocabulary):
        found = {(key, codes) for language in sorted(spoken[word]) for key, codes, _ in keyed(word, language or None)}
        for key, codes in found:
            table.setdefault(key, {}).setdefault(codes, []).append(number)
    blocks = sorted(table)
    entries = [(block, codes) for block in blocks for codes in sorted(table[block])]
    ends = [0]
    for block in blocks:
        ends.append(ends[-1] + len(table[block]))
    return (
        *as_strings(blocks),
        as_numbers(ends),
        *as_strings(codes + "\n" for _, codes in entries),
        *as_lists([table[block][codes] for block, codes in entries]),
    )
