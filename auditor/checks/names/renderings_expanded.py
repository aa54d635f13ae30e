"""Another language's letters beside the English words for them: gross domestic product (PIB) (NM204)."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Spans
from auditor.entities.wording import language_name, languages
from auditor.packs.expansions import Expansion, expansions
from auditor.records import Evidence, Suggestion
from auditor.text.traits import trait

_WEIGHT = 2.0
_SIGNS = ((" (", ")"), (", ", ","))


def expanded(context: Context) -> Iterator[Hit]:
    """The letters, in brackets or between commas behind the words, or the words in brackets behind them."""
    reading = context.reading
    words = reading.traits.having(_LETTERS)
    if not words:
        return
    text, silent = reading.text, Spans((zone.start, zone.end) for zone in reading.layout.excluded)
    lower = text.lower()
    for form in sorted(words):
        for at in reading.places[form]:
            token = reading.tokens[at]
            row = next((row for row in expansions(form) if _beside(lower, token.start, token.end, row)), None)
            if row and len(lower) == len(text) and not silent.hits(token.start, token.end):
                yield _hit(token.start, token.end, form, row)


def _beside(text: str, start: int, end: int, row: Expansion) -> bool:
    for opened, closed in _SIGNS:
        if text.endswith(opened, 0, start) and text.startswith(closed, end):
            before = start - len(opened)
            return any(text.endswith(words, 0, before) and _free(text, before - len(words)) for words in row.written)
    return text.startswith(" (", end) and any(text.startswith(f"{words})", end + 2) for words in row.written)


def _free(text: str, start: int) -> bool:
    return not text[max(0, start - 1) : start].isalnum()


def _hit(start: int, end: int, form: str, row: Expansion) -> Hit:
    habit = languages(row.sources[:3])
    return Hit(
        start=start,
        end=end,
        args={"form": form, "right": row.right, "habit": habit, "language": language_name("en")},
        suggestions=(Suggestion(text=row.right),),
        evidence=(Evidence(kind="table", text=f"{habit} copy has “{form}”", source="data/renderings/expansions.tsv"),),
        points_to=row.sources[0],
        weight=_WEIGHT / len(row.sources),
    )


def _letters(word: str) -> bool:
    return len(word) > 1 and not word.islower() and bool(expansions(word))


_LETTERS = trait(_letters, "en")
