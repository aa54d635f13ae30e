"""TA401, TA402: wording that follows another language, and false friends, from ``data/checks/calques/``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial

import msgspec

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.phrases.calque_matches import matches
from auditor.checks.phrases.calque_pack import FALSE_FRIEND, GOVERNED, OVERLY_LITERAL
from auditor.checks.phrases.copy_kinds import CopyKind, Found, copy_kinds, telling
from auditor.checks.phrases.rewording import rewording
from auditor.checks.phrases.source_odds import Sign, read_as
from auditor.checks.phrases.swapped import words_swapped
from auditor.checks.spans import sentences
from auditor.entities.wording import language_name
from auditor.reading.article import Reading
from auditor.records import Evidence, Suggestion
from auditor.text.memo import once

_VOTES = 2  # rows that show which language an article follows
_LONG = 120  # words of copy in which a phrase may be a native's own
_HABIT, _APART = 2, 250  # phrases that are a habit, and words of copy for each
_WORDING = ("TA401", "TA402")
_SAID = 0.5  # nats for its language of what counts in proved copy alone, and is no part of the proof


@once
def find(reading: Reading) -> tuple[Found, ...]:
    """All calques and clues of the body in text order, the longest of those that overlap."""
    body = sentences(reading)
    every = _ordered(list(matches(reading)))
    words = sum(len(sentence.words) for sentence in body)
    proved = copy_kinds(every, words, rewording(reading))
    if "spun" in proved:
        every = _ordered([*every, *words_swapped(reading, body)])
    likely = any(item.row.only_in == "translated" for item in every)
    spoken = read_as(reading, _signs(every)) if likely else frozenset[str]()
    settled = _settled(every, proved, spoken)
    if words >= _LONG and not (proved or spoken) and telling(every) < max(_HABIT, words / _APART):
        settled = [msgspec.structs.replace(f, clue=True) if f.row.check in _WORDING else f for f in settled]
    return tuple(_longest(settled))


@once
def shown(reading: Reading) -> frozenset[CopyKind]:
    """What the article is shown to be by what was found in it."""
    return copy_kinds(find(reading), len(reading.tokens), rewording(reading))


def origins(reading: Reading) -> frozenset[str]:
    """The languages that the article reads as translated from, or that most rows speak for where rows prove it."""
    every = find(reading)
    spoken = read_as(reading, _signs(every))
    loudest = _language(every)
    if loudest and "translated" in shown(reading):
        spoken |= {loudest}
    return spoken


def _ordered(found: list[Found]) -> list[Found]:
    """In text order, the longest first; of rows on the same words that of the language that most others speak for.

    Of these the rows that need no proof of the article first.
    """
    votes: Counter[str] = Counter()
    for item in found:
        votes.update(item.languages)
    return sorted(found, key=lambda f: (f.start, -f.end, -_loudest(f, votes), bool(f.row.only_in), f.row.match))


def _loudest(item: Found, votes: Mapping[str, int]) -> int:
    """The most votes that a language of the row has; none where the row betrays no language."""
    return max((votes[code] for code in item.languages), default=0)


def _signs(found: Iterable[Found]) -> list[Sign]:
    """The rows as signs of their languages, the weightiest first; a row that weighs nothing names no language."""
    telling = (f for f in found if f.row.weight > 0)
    return [Sign(f.row.match, f.languages, f.row.weight) for f in sorted(telling, key=lambda f: -f.row.weight)]


def _settled(found: Iterable[Found], proved: frozenset[CopyKind], spoken: frozenset[str]) -> list[Found]:
    """The rows that count in copy of the kinds that are proved, as findings there, else as clues or not at all.

    ``spoken``: the languages that the copy reads as if translated from.
    """
    settled = []
    for item in found:
        counts = not item.row.clue
        if item.row.only_in:
            read = item.row.only_in == "translated" and not spoken.isdisjoint(item.languages)
            counts = read or item.row.only_in in proved
        if counts or item.row.clue:
            settled.append(msgspec.structs.replace(item, clue=not counts))
    return settled


def _longest(found: list[Found]) -> list[Found]:
    """Of findings that overlap, the first and longest, with the languages of all; clues may overlap anything."""
    kept: list[Found] = []
    last = -1
    for item in found:
        if item.clue:
            kept.append(item)
        elif last < 0 or item.start >= kept[last].end:
            last = len(kept)
            kept.append(item)
        else:
            every = tuple(dict.fromkeys((*kept[last].languages, *item.languages)))
            kept[last] = msgspec.structs.replace(kept[last], languages=every)
    return kept


def hits(check: str, context: Context) -> Iterator[Hit]:
    """Hits of the rows that the check with this id reports."""
    reading = context.reading
    every = find(reading)
    mine = [found for found in every if found.row.check == check and not found.clue]
    language = _language(every) if mine else None
    for found in mine:
        yield _hit(reading, found, language)


def _language(every: Iterable[Found]) -> str | None:
    """The language that most rows speak for; None where one row does, or as many speak for another one."""
    rows = {found.row.match: found.languages for found in every}
    votes = Counter(code for languages in rows.values() for code in languages).most_common(2)
    clear = votes and votes[0][1] >= _VOTES and (len(votes) == 1 or votes[0][1] > votes[1][1])
    return votes[0][0] if clear else None


def _why(found: Found, language: str | None) -> str:
    """What the row says; of another language than the article's only what English has instead.

    Where it gives a replacement that does not stand for these words, it is told as what it is, an example: "as in ...".
    """
    why, gloss = found.row.why, found.row.why.rpartition(": ")[2]
    example = not found.suggestions and gloss != why and any(text and text in gloss for text in found.row.replacements)
    text = gloss if _foreign(found, language) else why
    return f"as in {text}" if example else text


def _foreign(found: Found, language: str | None) -> bool:
    """True where the row speaks of another language than the article's."""
    return language is not None and (language not in found.languages or _names_another(found.row.why, found, language))


def _names_another(why: str, found: Found, language: str) -> bool:
    """True where the expression that the row gives first is said to be of another language."""
    return any(why.startswith(f"{language_name(code)} ") for code in found.languages if code != language)


def _hit(reading: Reading, found: Found, language: str | None) -> Hit:
    row, text = found.row, reading.text[found.start : found.end]
    as_in = _foreign(found, language) and ": " in row.why
    return Hit(
        start=found.start,
        end=found.end,
        args={"words": text, "why": _why(found, language), "languages": ", ".join(found.languages)},
        suggestions=tuple(Suggestion(text=text) for text in found.suggestions),
        evidence=(
            Evidence(
                kind="calque", text=f"as in {row.why}" if as_in else row.why, source=", ".join(found.languages) or None
            ),
        ),
        severity=row.severity,
        points_to=found.languages[0] if len(found.languages) == 1 else None,
        weight=row.weight or (_SAID if row.only_in and row.check != GOVERNED else 0.0),
    )


TA401 = Check(
    id="TA401",
    slug="calque",
    title="Wording that follows another language",
    mqm=OVERLY_LITERAL,
    severity="minor",
    why="A word-by-word rendering reads oddly at best and means something else at worst.",
    message="“{words}”: {why}",
    run=partial(hits, "TA401"),
    examples=(
        Example(
            kind="bad",
            text="The minister announced the plan on ⟦the online network Facebook⟧ in the evening.",
            fixed="The minister announced the plan on Facebook in the evening.",
        ),
        Example(kind="good", text="The minister announced the plan on Facebook in the evening."),
    ),
    status="stable",
    sources=("data/checks/calques/, each with its own sources",),
    languages=("en",),
)

TA402 = Check(
    id="TA402",
    slug="false-friend",
    title="A false friend of another language",
    mqm=FALSE_FRIEND,
    severity="minor",
    why="The word looks like the source's and means something else: readers are told what nobody said.",
    message="“{words}”: {why}",
    run=partial(hits, "TA402"),
    examples=(
        Example(
            kind="bad",
            text="Hackers copied ⟦sensible⟧ data from the server of the hospital, the operator said.",
            fixed="Hackers copied sensitive data from the server of the hospital, the operator said.",
        ),
        Example(kind="good", text="It was sensible advice, and the data were safe, the operator of the server said."),
    ),
    status="stable",
    sources=("data/checks/calques/, each with its own sources",),
    languages=("en",),
)

CHECKS: tuple[Check, ...] = (TA401, TA402)
