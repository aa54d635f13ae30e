"""TX119 and TA404: misspellings and turns that editors of a language name as faults, in copy that is not English.

``data/checks/faults/<language>.tsv``: the words of a form in lower case, split by blanks; ``a|b`` is either; ``#jahr``
is a year that counts nothing. ``better``: what the editors write instead, a repair where it can stand as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise

import msgspec

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import Sentence, in_address, sentences
from auditor.packs import data_path, load_tsv
from auditor.records import Evidence, Suggestion
from auditor.text.tokens import Token

LANGUAGES = ("de", "es", "fr", "it", "nl", "pl", "ru", "uk")
_COLUMNS = ("kind", "words", "better")
_YEAR = "#jahr"
_YEARS = range(1900, 2100)


class Row(msgspec.Struct, frozen=True):
    """One form: its elements, which of them it is found by, and whether its better form can stand in its place."""

    elements: tuple[frozenset[str], ...]
    anchor: int
    better: str
    whole: bool


@cache
def rows(language: str, kind: str) -> Mapping[str, tuple[Row, ...]]:
    """Word -> the rows of one kind (turn, spelling) that are found by it: of each form its longest element."""
    table: dict[str, list[Row]] = {}
    for row in load_tsv(data_path("checks", "faults", f"{language}.tsv"), _COLUMNS):
        if row["kind"] != kind:
            continue
        elements = tuple(frozenset(part.split("|")) for part in row["words"].split(" "))
        sizes = [min(map(len, part - {_YEAR}), default=0) for part in elements]
        made = Row(elements, sizes.index(max(sizes)), row["better"], "|" not in row["words"])
        for word in elements[made.anchor]:
            table.setdefault(word, []).append(made)
    return {word: tuple(held) for word, held in table.items()}


def run(context: Context, kind: str) -> Iterator[Hit]:
    """The forms of one kind, outside quotation marks and addresses, in text order."""
    reading = context.reading
    table = rows(reading.base, kind)
    hot = table.keys() & reading.vocabulary
    for sentence in sentences(reading) if hot else ():
        if hot.isdisjoint(sentence.words):
            continue
        for at, word in enumerate(sentence.words):
            for row in table[word] if word in hot else ():
                if found := _stands(row, sentence, at - row.anchor, reading.text):
                    yield found


def _stands(row: Row, sentence: Sentence, first: int, text: str) -> Hit | None:
    last = first + len(row.elements) - 1
    if first < 0 or last >= len(sentence.tokens) or sentence.quoted[first]:
        return None
    words, tokens = sentence.words[first : last + 1], sentence.tokens[first : last + 1]
    if not all(
        word in part or (_YEAR in part and _counts_nothing(sentence, first + at))
        for at, (word, part) in enumerate(zip(words, row.elements, strict=True))
    ):
        return None
    if not _side_by_side(tokens, text) or in_address(text, tokens[0]):
        return None
    start, end = tokens[0].start, tokens[-1].end
    better = row.better[0].upper() + row.better[1:] if text[start].isupper() else row.better
    better = " ".join([better, *(word for word, part in zip(words, row.elements, strict=True) if _YEAR in part)])
    return Hit(
        start=start,
        end=end,
        args={"better": better},
        suggestions=(Suggestion(text=better),) if row.whole else (),
        evidence=(Evidence(kind="table", text=f"“{' '.join(words)}”: {row.better}", source="data/checks/faults"),),
    )


def _side_by_side(tokens: Sequence[Token], text: str) -> bool:
    return all(text[a.end : b.start] in (" ", "\u00a0") for a, b in pairwise(tokens))


def _counts_nothing(sentence: Sentence, at: int) -> bool:
    """A year that no noun follows (in 2000 Metern)."""
    word, after = sentence.words[at], sentence.tokens[at + 1 : at + 2]
    return word.isdecimal() and len(word) == 4 and int(word) in _YEARS and not (after and after[0].text[0].isupper())


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX119",
        slug="named-misspelling",
        title="A misspelling that the language's editors warn of",
        mqm="linguistic-conventions/spelling",
        severity="minor",
        why="Copy that nobody ran through a spelling checker was not read by an editor either.",
        message="“{match}”: {better}",
        run=partial(run, kind="spelling"),
        languages=LANGUAGES,
        examples=(
            Example(
                kind="bad",
                text="Il sindaco ha detto che la piazza resta chiusa ⟦perchè⟧ mancano i fondi.",
                fixed="Il sindaco ha detto che la piazza resta chiusa perché mancano i fondi.",
                lang="it",
            ),
            Example(kind="bad", text="Das Urteil ist ⟦entgültig⟧, teilte das Gericht am Montag mit.", lang="de"),
            Example(kind="good", text="Das Urteil ist endgültig, und „entgültig“ schreibt niemand.", lang="de"),
        ),
        sources=("data/checks/faults: the grammars and language services that each file names",),
    ),
    Check(
        id="TA404",
        slug="named-turn",
        title="A turn that the language's editors name as borrowed or wrong",
        mqm="style/unidiomatic",
        severity="minor",
        why="Turns taken over from English, Russian or French word for word are what translated copy is known by.",
        message="“{match}”: editors have {better}",
        run=partial(run, kind="turn"),
        languages=LANGUAGES,
        examples=(
            Example(
                kind="bad",
                text="Das Museum wurde ⟦in 2019⟧ eröffnet und zieht viele Besucher an.",
                fixed="Das Museum wurde im Jahr 2019 eröffnet und zieht viele Besucher an.",
                lang="de",
            ),
            Example(kind="bad", text="Міст ремонтували ⟦на протязі року⟧, сказали в міській раді.", lang="uk"),
            Example(kind="bad", text="La fundación cambió el reglamento ⟦en base a⟧ la encuesta.", lang="es"),
            Example(kind="good", text="Die Hütte liegt in 2000 Metern Höhe und wurde 2019 eröffnet.", lang="de"),
            Example(kind="good", text="Двері зачинили, щоб хворий не сидів на протязі біля вікна.", lang="uk"),
        ),
        sources=("data/checks/faults: the grammars and language services that each file names",),
    ),
)
