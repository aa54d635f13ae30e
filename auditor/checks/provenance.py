"""PV: names of agencies and outlets that were translated instead of kept."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec

from auditor.checks.artifacts_spans import Spans
from auditor.checks.base import Check, Context, Example, Hit
from auditor.packs.agencies import Agency, Outlet, TranslatedOutlet, agencies
from auditor.reading.article import Reading, Span
from auditor.records import Evidence, Suggestion
from auditor.text.tokens import Token

_NEAR = 4  # words between a translated name and the real one in brackets


class _Trap(msgspec.Struct, frozen=True):
    """A translated name to look for: its words, whose it is, and the nouns of which one must stand beside."""

    words: tuple[str, ...]
    text: str
    owner: Agency | Outlet
    beside: tuple[tuple[str, ...], ...] = ()


@cache
def _agency_traps(language: str) -> dict[str, tuple[_Trap, ...]]:
    return _by_first(
        _Trap(_split(text), text, name.agency)
        for name in agencies().long_names
        if name.language == language and name.status == "translated"
        for text in name.forms
    )


@cache
def _outlet_traps(language: str) -> dict[str, tuple[_Trap, ...]]:
    rows: tuple[TranslatedOutlet, ...] = agencies().translated_outlets
    return _by_first(
        _Trap(_split(text), text, row.outlet, tuple(_split(noun) for noun in row.beside))
        for row in rows
        if row.language == language
        for text in row.forms
    )


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _by_first(traps: Iterator[_Trap]) -> dict[str, tuple[_Trap, ...]]:
    table: dict[str, list[_Trap]] = {}
    for trap in traps:
        table.setdefault(trap.words[0], []).append(trap)
    return {word: tuple(sorted(rows, key=lambda t: (-len(t.words), t.text))) for word, rows in table.items()}


def _matches(reading: Reading, table: dict[str, tuple[_Trap, ...]]) -> Iterator[tuple[int, int, _Trap]]:
    """Index of the first token, index after the last, and the trap; left to right, longest first."""
    done = 0
    silent = Spans((span.start, span.end) for span in _silent(reading))
    for index, token in enumerate(reading.tokens):
        if index < done or token.text not in table:
            continue
        for trap in table[token.text]:
            stop = index + len(trap.words)
            if tuple(t.text for t in reading.tokens[index:stop]) == trap.words and _joined(reading, index, stop):
                done = stop
                if not silent.hits(token.start, token.end):
                    yield index, stop, trap
                break


def _joined(reading: Reading, start: int, stop: int) -> bool:
    """Nothing but one blank between the tokens."""
    words = reading.tokens[start:stop]
    return all(a.end + 1 == b.start for a, b in pairwise(words))


def _silent(reading: Reading) -> list[Span]:
    """Headlines, where every word may have a capital, and what is not body text."""
    heads = [Span(block.start, block.end) for block in reading.layout.blocks if block.kind in ("headline", "subhead")]
    return heads + [Span(zone.start, zone.end) for zone in reading.layout.excluded]


def translated_agency(context: Context) -> Iterator[Hit]:
    """Word-for-word names of agencies, where the real name does not stand beside."""
    reading = context.reading
    table = _agency_traps(reading.language.split("-")[0])
    for start, stop, trap in _matches(reading, table):
        if not _named_beside(reading.tokens, start, stop, trap.owner):
            yield _hit(reading.tokens[start].start, reading.tokens[stop - 1].end, trap, 2.5)


def translated_outlet(context: Context) -> Iterator[Hit]:
    """Word-for-word names of papers and broadcasters, where the words beside rule out other readings."""
    reading = context.reading
    table = _outlet_traps(reading.language.split("-")[0])
    for start, stop, trap in _matches(reading, table):
        if trap.beside and not any(_beside(reading, start, stop, noun) for noun in trap.beside):
            continue
        if not _named_beside(reading.tokens, start, stop, trap.owner):
            yield _hit(reading.tokens[start].start, reading.tokens[stop - 1].end, trap, 2.0)


def _named_beside(tokens: tuple[Token, ...], start: int, stop: int, owner: Agency | Outlet) -> bool:
    near = " ".join(t.text for t in tokens[max(0, start - _NEAR) : start])
    near += " | " + " ".join(t.text for t in tokens[stop : stop + _NEAR])
    return any(f" {form} " in f" {near} " for form in owner.forms)


def _beside(reading: Reading, start: int, stop: int, noun: tuple[str, ...]) -> bool:
    """The noun stands directly before the name, with no more than a blank and a quotation mark between."""
    first = start - len(noun)
    if first < 0 or tuple(t.text for t in reading.tokens[first:start]) != noun:
        return False
    gap = reading.text[reading.tokens[start - 1].end : reading.tokens[start].start]
    return len(gap) <= 2 and not any(mark in gap for mark in ".,;:!?\n")


def _hit(start: int, end: int, trap: _Trap, weight: float) -> Hit:
    owner = trap.owner
    return Hit(
        start=start,
        end=end,
        args={"form": trap.text, "name": owner.name},
        suggestions=(Suggestion(text=owner.name),),
        evidence=(
            Evidence(
                kind="agency" if isinstance(owner, Agency) else "outlet",
                text=f"credits name {owner.name} ({owner.country}), not a translation of it",
                source="data/agencies",
            ),
        ),
        points_to=owner.language,
        weight=weight,
    )


CHECKS: tuple[Check, ...] = (
    Check(
        id="PV101",
        slug="translated-agency",
        title="The name of a news agency is translated word for word",
        mqm="accuracy/do-not-translate",
        severity="minor",
        why="Readers and archives know an agency by the name in its credits. A name rendered word for word hides the "
        "source and shows that nobody checked the attribution.",
        message='"{form}" is {name}, translated word for word',
        run=translated_agency,
        examples=(
            Example(
                text="The minister held on.\n\nThe talks will go on, she told the ⟦German Press Agency⟧ on Monday.",
                fixed="The minister held on.\n\nThe talks will go on, she told the dpa on Monday.",
                kind="bad",
            ),
            Example(text="The strike ends on Friday, a union leader told the ⟦French Press Agency⟧.", kind="bad"),
            Example(text="The fire was put out by noon, the Polish Press Agency reported.", kind="good"),
            Example(text="The talks will go on, she told the German Press Agency (dpa) on Monday.", kind="good"),
            Example(text="German press agencies reported the strike.", kind="good"),
        ),
        sources=("Reuters Handbook of Journalism, Attribution", "imprint of each agency (data/agencies)"),
        status="stable",
    ),
    Check(
        id="PV102",
        slug="translated-outlet",
        title="The name of a newspaper or broadcaster is translated word for word",
        mqm="accuracy/do-not-translate",
        severity="minor",
        why="A translated title cannot be looked up, or names another paper: the magazine Mirror is Der Spiegel.",
        message='"{form}" is {name}, translated word for word',
        run=translated_outlet,
        examples=(
            Example(
                text="The minister knew of the deal, the news magazine ⟦Mirror⟧ reported.",
                fixed="The minister knew of the deal, the news magazine Der Spiegel reported.",
                kind="bad",
            ),
            Example(text="He told the ⟦South German Newspaper⟧ that the plan was dead.", kind="bad"),
            Example(text="The tabloid newspaper The Mirror printed the photo.", kind="good"),
            Example(text="She broke the mirror and read a magazine.", kind="good"),
        ),
        sources=("data/agencies/translated_outlets.tsv",),
        status="preview",
    ),
)
