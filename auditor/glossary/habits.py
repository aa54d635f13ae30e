"""What the preferred names of a glossary show of the house's romanization, as rules of a house style.

A convention lists several accepted spellings of a letter (``e/ye``). Where the preferred forms of a glossary always
take the same one, and not the usual one, that is a habit of the house, and holds for names that it does not have yet.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from auditor.glossary.model import Concept, Native
from auditor.names.scheme import Scheme, into
from auditor.names.spell import segments
from auditor.packs.style_file import Letters
from auditor.records import Record

LEAST = 3  # concepts that must agree on a spelling
_WAYS = 64  # ways to read one word that are followed

Key = tuple[str, tuple[str, ...]]  # native letters, and the spellings that the convention accepts for them


class Habit(Record, frozen=True):
    """``native`` is written ``to`` in the preferred forms of ``seen`` concepts, ``usual`` by the convention."""

    native: str
    to: str
    usual: str
    seen: int
    example: str


class Habits(Record, frozen=True):
    """The habits for names of one language, and the rules that keep them.

    ``rules`` go before those of the convention: with a habit stand the rules on the same letter that are tried before
    it. ``given``: native given names whose form is not the one that the rules make.
    """

    source: str
    habits: tuple[Habit, ...]
    rules: tuple[Letters, ...]
    given: dict[str, str]


def learned(concepts: Iterable[Concept], language: str = "en", least: int = LEAST) -> tuple[Habits, ...]:
    """The habits that preferred names in ``language`` show, by language of the native form.

    A habit needs ``least`` concepts, and none that writes otherwise; spellings that can be read in several ways say
    nothing.
    """
    names: dict[str, list[tuple[Native, str]]] = defaultdict(list)
    for concept in sorted(concepts, key=lambda c: c.id):
        form = next((t.text for t in concept.terms if t.status == "preferred" and t.lang == language), None)
        if concept.type == "person" and concept.native and form:
            names[concept.native.lang].append((concept.native, form))
    found = (_of_language(source, held, language, least) for source, held in sorted(names.items()))
    return tuple(habits for habits in found if habits.habits or habits.given)


def _of_language(source: str, names: list[tuple[Native, str]], language: str, least: int) -> Habits:
    votes: dict[Key, Counter[str]] = defaultdict(Counter)
    examples: dict[tuple[Key, str], str] = {}
    given: dict[str, Counter[str]] = defaultdict(Counter)
    scheme = next(iter(into(source, language)), None)
    for native, form in names:
        pairs = _words(native.text, form)
        if len(pairs) > 1:
            given[pairs[0][0]][pairs[0][1]] += 1
        for word, spelt in pairs[-1:]:
            for key, to in set(_read(scheme, word.lower(), spelt.lower())):
                votes[key][to] += 1
                examples.setdefault((key, to), f"{word} {spelt}")
    settled = {
        key: next(iter(counts))
        for key, counts in votes.items()
        if len(counts) == 1 and counts.total() >= least and next(iter(counts)) != key[1][0]
    }
    habits = (
        Habit(native=key[0], to=to, usual=key[1][0], seen=votes[key].total(), example=examples[key, to])
        for key, to in sorted(settled.items())
    )
    forms = {n: next(iter(c)) for n, c in sorted(given.items()) if len(c) == 1 and c.total() >= least}
    return Habits(
        source=source, habits=tuple(habits), rules=tuple(_rules(scheme, settled)) if scheme else (), given=forms
    )


def _words(native: str, form: str) -> list[tuple[str, str]]:
    """The words of a name beside those of its form; nothing where they are not as many."""
    words, spelt = native.split(), form.split()
    return list(zip(words, spelt, strict=True)) if len(words) == len(spelt) <= 2 else []


def _read(scheme: Scheme | None, native: str, form: str) -> tuple[tuple[Key, str], ...]:
    """How each piece with several accepted spellings is written in the form; empty where not one way leads there."""
    ways: list[tuple[int, tuple[tuple[Key, str], ...]]] = [(0, ())]
    for piece, accepted in (scheme and segments(scheme, native)) or ():
        ways = [
            (at + len(to), (*path, ((piece, accepted), to)) if len(accepted) > 1 else path)
            for at, path in ways
            for to in accepted
            if form.startswith(to, at)
        ][:_WAYS]
    whole = [path for at, path in ways if at == len(form)]
    return whole[0] if len(whole) == 1 else ()


def _rules(scheme: Scheme, settled: dict[Key, str]) -> Iterator[Letters]:
    """The rules that keep the habits, in the convention's order."""
    for letter in sorted({native[0] for native, _ in settled}):
        rows = [Letters(native=r.native, to=r.to, after=r.after, before=r.before) for r in scheme.file.rules]
        rows = [row for row in rows if row.native[0] == letter]
        rows += [Letters(native=letter, to=scheme.file.letters[letter])] if letter in scheme.file.letters else []
        keys = [(row.native, tuple(row.to.split("/"))) for row in rows]
        last = max((n for n, key in enumerate(keys) if key in settled), default=-1)
        for row, key in zip(rows[: last + 1], keys, strict=False):
            yield Letters(native=row.native, to=settled.get(key, row.to), after=row.after, before=row.before)
