"""Residue in dates, labels of pictures and abbreviations: ``12 Januar``, ``3 de mayo de 2020``, ``Foto:``, ``z.B.``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.figures.date_forms import at_numbers
from auditor.checks.words.residue_titles import abbreviations, labels
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_tsv
from auditor.records import Evidence, Suggestion
from auditor.text.lexicon import lexicon
from auditor.text.tokens import tokens

_ENGLISH = "en"
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")
_DATE = re.compile(
    r"([1-3]?\d)(?:\.|er|º|ª)? (?:de |d['’])?([^\W\d_]{3,12})\.?(?:(?: de|,)? ((?:19|20)\d\d)(?!\d))?(?!\w)"
)
_BEFORE = re.compile(r"\b(?:[Oo]n|[Oo]f|[Ff]rom|[Uu]ntil|[Ss]ince|[Bb]y|[Tt]o|[Tt]he|[Bb]etween|[Aa]nd) $")
_YEARED = re.compile(r"((?:19|20)\d\d) ?(r\.|г\.|гг\.|р\.)(?=[ ,;)])")
_YEAR_MARKS = frozenset(("r", "г", "гг", "р"))
_NEAR = 9  # characters before a date that are looked at
_DAYS = 31
_RARE = 3.0  # zipf up to which a shortened month is no word of English


@cache
def _months() -> dict[str, tuple[str, str]]:
    """Name of a month in a language of Latin letters, in lower case -> the English one, and the language."""
    rows = load_tsv(data_path("languages", "calendar_cldr.tsv"), ("language", "kind", "number", "form"))
    wide = [row for row in rows if row["kind"] in ("month", "month-short")]
    own = [row for row in wide if row["language"] == _ENGLISH]
    english = {row["number"]: row["form"].title() for row in own if row["kind"] == "month"}
    known = {row["form"].lower() for row in own}
    found: dict[str, tuple[str, str]] = {}
    for row in wide:
        form = row["form"].lower()
        if row["kind"] == "month-short" and lexicon().zipf(form, _ENGLISH) > _RARE:
            continue  # the 3 pro, the 5 lis
        if form not in known and form[0] in _LATIN:
            found.setdefault(form, (english[row["number"]], row["language"]))
    return found


def foreign_dates(context: Context) -> Iterator[Hit]:
    """Days of foreign months in English copy, behind a preposition or before a year."""
    reading = context.reading
    if _months().keys().isdisjoint(reading.vocabulary):
        return
    for match in at_numbers(reading, _DATE):
        month = _months().get(match[2].lower())
        if month is None or match[2].isupper() or not 0 < int(match[1]) <= _DAYS:
            continue
        if match[3] or _BEFORE.search(reading.text, max(0, match.start() - _NEAR), match.start()):
            year = f" {match[3]}" if match[3] else ""
            yield _hit(match.start(), match.end(), match[2], month[1], f"{match[1]} {month[0]}{year}")


def foreign_labels(context: Context) -> Iterator[Hit]:
    """``Foto:``, ``Quelle:`` at the head of a line of English copy."""
    pattern, known = labels()
    text = context.reading.text
    for match in pattern.finditer(text) if ":" in text else ():
        code, better = known[match[1]]
        yield _hit(match.start(1), match.end(1), match[1], code, better)


@cache
def _by_first() -> dict[str, tuple[tuple[str, str, str], ...]]:
    """First word of an abbreviation -> the abbreviations that begin with it, their language, and what English has."""
    found: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for form, (code, better) in abbreviations().items():
        first = tokens(form)[0].text
        found[first] = (*found.get(first, ()), (form, code, better))
    return found


def foreign_abbreviations(context: Context) -> Iterator[Hit]:
    """``z.B.``, ``d.h.``, ``tzv.`` in English copy, and the year of Polish copy (``2022 r.``)."""
    reading = context.reading
    text = reading.text
    for word in sorted(_by_first().keys() & reading.places.keys()):
        for token in (reading.tokens[at] for at in reading.places[word]):
            for form, code, better in _by_first()[word]:
                end = token.start + len(form)
                if (
                    text.startswith(form, token.start)
                    and not text[end : end + 1].isalnum()
                    and text[token.start - 1] != "."
                ):
                    yield _hit(token.start, end, form, code, better)
    for match in at_numbers(reading, _YEARED) if not _YEAR_MARKS.isdisjoint(reading.places) else ():
        yield _hit(match.start(), match.end(), match[2], "pl", match[1])


def _hit(start: int, end: int, word: str, code: str, better: str) -> Hit:
    language = language_name(code)
    return Hit(
        start=start,
        end=end,
        args={"words": word, "language": language},
        suggestions=(Suggestion(text=better),),
        evidence=(Evidence(kind="lexicon", text=f"“{word}” is a word of {language}, not of this text"),),
        severity="minor",
        points_to=code,
        weight=1.2,
    )
