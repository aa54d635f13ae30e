"""Quotation marks of another language in copy that is not English, told once an article (TX109 there)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.marks.punctuation import body_blocks
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.records import Record, Suggestion

LANGUAGES = ("de", "es", "fr", "it", "nl", "pl", "ru", "uk")
_SHOWN = 60  # characters of a quotation that is marked
_MARKS = "“”„«»"


class Marks(Record, frozen=True):
    """One language: its own pair with an ellipsis between, and pairs that are foreign to it."""

    own: str
    alien: tuple[str, ...]


class _File(Record, frozen=True):
    schema: int
    de: Marks
    es: Marks
    fr: Marks
    it: Marks
    nl: Marks
    pl: Marks
    ru: Marks
    uk: Marks


@cache
def _patterns(language: str) -> tuple[str, re.Pattern[str]]:
    """The language's own pair, and a quotation between one of the foreign ones, letters at its edges."""
    marks: Marks = getattr(load_toml(data_path("checks", "foreign_quotes.toml"), _File), language)
    forms = (rf"{pair[0]}(?=[\w])[^{_MARKS}\n]{{1,400}}(?<=[\w.,!?…]){pair[1]}" for pair in marks.alien)
    return marks.own, re.compile(rf"(?<![\w{_MARKS}])(?:{'|'.join(forms)})(?!\w)")


def foreign_quotes(context: Context) -> Iterator[Hit]:
    """The first quotation in foreign marks."""
    language = context.reading.base
    own, pattern = _patterns(language)
    for block, words in body_blocks(context.reading):
        if match := pattern.search(words):
            start, end = block.start + match.start(), block.start + match.end()
            better = f"{own[0]}{match[0][1:-1]}{own[-1]}"
            yield Hit(
                start=start,
                end=min(end, start + _SHOWN),
                args={"what": f"is foreign to {language_name(language)} copy, which has {own}"},
                suggestions=(Suggestion(text=better),) if end - start <= _SHOWN else (),
            )
            return
