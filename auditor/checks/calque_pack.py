"""The phrase tables in ``data/checks/``, ``calques/`` and ``grammar/``: rows as read, all of them in one matcher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Literal

import msgspec

from auditor.errors import PackError
from auditor.packs import data_path, derived, load_toml
from auditor.records import Record, Severity
from auditor.text.lexicon import lexicon, lexicon_id
from auditor.text.pattern_syntax import VERSION, parse
from auditor.text.patterns import Matcher, Variant, anchors

OVERLY_LITERAL = "accuracy/mistranslation/overly-literal"
FALSE_FRIEND = "accuracy/mistranslation/false-friend"


class Calque(Record, frozen=True):
    """One row: a pattern (`auditor.text.pattern_syntax`), what English says instead, and what it betrays.

    ``better``: template for the marked part, ``{n}`` is the n-th element of the pattern; ``languages`` (first: the
    likeliest) default to the file's; ``needs`` / ``unless``: topics or words that the text must each have / must not
    have; ``here`` / ``not_here``: topics or words of which the sentence must have one / must have none;
    ``not_before`` / ``not_after``: it does not fire right before / after these words; ``weight`` in nats.
    ``cased``: every word of the marked part begins with a capital. ``clue`` rows are too common in native copy to be
    findings: they only speak for a source language; ``only_in``: the row is a finding only in an article that other
    rows show to be ``translated`` by a machine, or ``spun``, that is, reworded (`copy_kinds`), or that reads as if
    translated from a language of the row (`source_odds`); with both, it is a clue elsewhere; with ``weight = 0`` it
    shows nothing of the article. ``check``: the id of the check that reports it; by default the file's, else that of
    calques or false friends by its ``type``.
    """

    match: str
    why: str
    bad: str
    better: str | None = None
    good: str | None = None
    languages: tuple[str, ...] = ()
    type: str = OVERLY_LITERAL
    severity: Severity = "minor"
    weight: float = 1.5
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    not_here: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    clue: bool = False
    only_in: Literal["spun", "translated"] | None = None
    cased: bool = False
    check: str | None = None


class CalqueFile(Record, frozen=True):
    """Rows of one source language and topic, or of one check; own classes and topics stand beside the shared ones."""

    schema: int
    sources: tuple[str, ...]
    calque: tuple[Calque, ...]
    language: str | None = None
    check: str | None = None
    classes: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    topics: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)


class Classes(Record, frozen=True):
    """Classes of words for patterns, and topics for ``needs`` and ``unless``."""

    schema: int
    classes: dict[str, tuple[str, ...]]
    topics: dict[str, tuple[str, ...]]


class Pack(msgspec.Struct, frozen=True):
    """All rows, compiled."""

    rows: tuple[Calque, ...]
    matcher: Matcher
    topics: dict[str, frozenset[str]]


def files() -> list[Path]:
    """The tables: ``calques/<source language>/<topic>.toml`` and ``grammar/<fault>.toml``."""
    calques, grammar = data_path("checks", "calques"), data_path("checks", "grammar")
    return [*sorted(calques.glob("*/*.toml")), *sorted(grammar.glob("*.toml"))]


@cache
def pack() -> Pack:
    """The calques of all languages as one matcher; patterns are read when a text has one of their words."""
    shared = load_toml(data_path("checks", "calques", "classes.toml"), Classes)
    topics = _sets(shared.topics)
    rows: list[Calque] = []
    classes: list[dict[str, frozenset[str]]] = []
    for path in files():
        file = load_toml(path, CalqueFile)
        own = _sets(shared.classes) | _sets(file.classes)
        if clash := sorted(topics.keys() & file.topics.keys()):
            raise PackError(path.name, f"the topic {clash[0]} is defined elsewhere", key=clash[0])
        topics |= _sets(file.topics)
        rows += (_completed(row, file) for row in file.calque)
        classes += (own for _ in file.calque)
    commonness = partial(lexicon().zipf, language="en")

    def variants(key: int) -> list[Variant]:
        try:
            return parse(rows[key].match, classes[key], key, commonness)
        except ValueError as exc:
            raise PackError("auditor/data/checks/calques", str(exc), key=rows[key].match) from exc

    def index() -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for key in range(len(rows)):
            for word in sorted(anchors(variants(key))):
                found.setdefault(word, []).append(key)
        return found

    held = derived("calques", f"{VERSION} {lexicon_id()}", dict[str, list[int]], index)
    return Pack(tuple(rows), Matcher(held, variants), topics)


def _completed(row: Calque, file: CalqueFile) -> Calque:
    """The row with its languages and its check."""
    languages = row.languages or ((file.language,) if file.language else ())
    check = row.check or file.check or ("TA402" if row.type == FALSE_FRIEND else "TA401")
    return msgspec.structs.replace(row, languages=languages, check=check)


def _sets(lists: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lists.items()}
