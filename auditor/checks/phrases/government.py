"""Which preposition a word asks for, ``data/checks/government/*.tsv``, as rows for the matcher of phrases.

A table has a line for each governed word: the word (``discuss~``: in any inflection; ``reason|reasons``), the
preposition that English has after it (``-``: none), those that it has there in no construction, and the languages that
impose them. What natives have now and then is in no table: ``took the victims to the hospital``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from auditor.packs import data_path, load_toml, load_tsv
from auditor.records import Record

_COLUMNS = ("words", "takes", "wrong", "languages")
_NONE = "-"
_NOUNS, _NAMES, _BASES = "<VBG>|<NNS>", "<NAME>", "<NN>|<NM>"
_INFINITIVE = "to"  # before a word that may be a verb it is the infinitive's


class Frames(Record, frozen=True):
    """``frames.toml``; its header says what each list holds."""

    schema: int
    complement: tuple[str, ...]
    placing: tuple[str, ...]
    measuring: tuple[str, ...]
    amounts: tuple[str, ...]
    adverbial: tuple[str, ...]
    superlative: tuple[str, ...]
    persons: tuple[str, ...]


class Governed(Record, frozen=True):
    """A word with prepositions that English does not have after it; ``takes`` is empty where the word has an object."""

    words: str
    takes: str
    wrong: tuple[str, ...]
    languages: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """The word, whom a verb may have behind it, the marked preposition, and what shows that it governs the rest."""
        table, first = frames(), self.wrong[0]
        after = [word for word in table.complement if first not in table.measuring or word not in table.amounts]
        names = () if first in table.placing else (_NAMES,)
        bases = () if first == _INFINITIVE else (_BASES,)
        person = f" {'|'.join(table.persons)}?" if self.takes and "~" in self.words else ""
        return f"{self.words}{person} ({'|'.join(self.wrong)}) {'|'.join((*after, *names, _NOUNS, *bases))}"

    @property
    def not_after(self) -> tuple[str, ...]:
        """The words before which the preposition goes with something else (the most useful of them)."""
        return frames().superlative if "of" in self.wrong else ()

    @property
    def why(self) -> str:
        """What English has instead."""
        return f"“{self._word}” takes " + (f"“{self.takes}”" if self.takes else "an object, and no preposition")

    @property
    def example(self) -> str:
        """A sentence in which the row fires."""
        return f"They were {self._word} {self.wrong[0]} this plan."

    @property
    def _word(self) -> str:
        return self.words.partition("|")[0].removesuffix("~")


@cache
def frames() -> Frames:
    """The table of what may follow a preposition that a word governs."""
    return load_toml(data_path("checks", "government", "frames.toml"), Frames)


def tables() -> list[Path]:
    """The tables, each of words of one kind."""
    return sorted(data_path("checks", "government").glob("*.tsv"))


def governed() -> Iterator[Governed]:
    """The words of all tables with the prepositions that they do not take, parted by what may follow these."""
    for path in tables():
        for row in load_tsv(path, _COLUMNS):
            takes, languages = row["takes"].removeprefix(_NONE), tuple(row["languages"].split())
            for alike in _alike(row["wrong"].split()):
                yield Governed(row["words"], takes, alike, languages)


def _alike(wrong: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """The prepositions in groups that the same words may follow."""
    table = frames()
    groups: dict[tuple[bool, bool, bool], list[str]] = {}
    for word in wrong:
        kind = word in table.placing, word in table.measuring, word == _INFINITIVE
        groups.setdefault(kind, []).append(word)
    yield from map(tuple, groups.values())
