"""TX121: accents written as apostrophes, in Italian copy: ``perche'``, ``la citta' e' pronta``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.punctuation import body_blocks
from auditor.checks.spans import quoted
from auditor.packs import data_path, load_toml
from auditor.records import Record, Suggestion
from auditor.text.lexicon import Lexicon

_FORM = re.compile(r"(?<![\w'’])([a-zà-ù]{0,20}[aeiou])['’](?=[\s.,;:!?)]|$)")
_OPENED = re.compile(r"(?:^|[\s(])['‘]\w")
_COMMON = 3.5  # zipf of the word with its accent
_ALONE = "e"  # è, which is rarer than e, though no e has an apostrophe


class _Language(Record, frozen=True):
    """One language of ``data/checks/accent_apostrophes.toml``; see its header."""

    accents: Mapping[str, str]
    cut: frozenset[str]


class _File(Record, frozen=True):
    schema: int
    it: _Language


@cache
def _italian() -> _Language:
    return load_toml(data_path("checks", "accent_apostrophes.toml"), _File).it


def run(context: Context) -> Iterator[Hit]:
    """Words in lower case, outside quotation marks and paragraphs with single ones."""
    quotes = quoted(context.reading)
    for block, own in body_blocks(context.reading):
        if _OPENED.search(own):
            continue
        for found in _FORM.finditer(own):
            right = _accented(found[1], context.lexicon)
            start, end = block.start + found.start(), block.start + found.end()
            if right and not quotes.hits(start, end):
                yield Hit(start=start, end=end, args={"right": right}, suggestions=(Suggestion(text=right),))


def _accented(word: str, lexicon: Lexicon) -> str | None:
    """The word with the accent that it lost; None for one that was cut, or that is as common without."""
    if word in _italian().cut:
        return None
    if word == _ALONE:
        return "è"
    best = max((word[:-1] + letter for letter in _italian().accents[word[-1]]), key=lambda w: lexicon.zipf(w, "it"))
    common = lexicon.zipf(best, "it")
    return best if common >= _COMMON and common > lexicon.zipf(word, "it") else None


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX121",
        slug="accent-apostrophe",
        title="An accent written as an apostrophe",
        mqm="linguistic-conventions/spelling",
        severity="minor",
        why="Old wires and programs that knew no accents wrote apostrophes; print and search need the accent.",
        message="“{match}”: {right}",
        run=run,
        languages=("it",),
        examples=(
            Example(
                kind="bad",
                text="Il sindaco ha spiegato ⟦perche'⟧ il ponte resta chiuso fino a maggio.",
                fixed="Il sindaco ha spiegato perché il ponte resta chiuso fino a maggio.",
                lang="it",
            ),
            Example(
                kind="good", text="Ha detto un po' di cose, ma di' la verità: fa' presto, come l'anno '68.", lang="it"
            ),
        ),
        sources=("data/checks/accent_apostrophes.toml",),
        characters=frozenset("'’"),
    ),
)
