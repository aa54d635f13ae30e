"""TA401, TA402: wording that follows another language, and false friends, from ``data/checks/calques/``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

import msgspec

from auditor.checks.artifacts_spans import Spans, sentences
from auditor.checks.base import Check, Context, Example, Hit
from auditor.errors import PackError
from auditor.packs import data_path, derived, load_toml
from auditor.reading.article import Reading
from auditor.records import Evidence, Record, Severity, Suggestion
from auditor.text.lexicon import lexicon, lexicon_id
from auditor.text.patterns import Match, Matcher, Variant, anchors, parse

_OVERLY_LITERAL = "accuracy/mistranslation/overly-literal"
_FRIEND = "accuracy/mistranslation/false-friend"


class Calque(Record, frozen=True):
    """One row: a pattern, what English says instead, and what it betrays.

    ``better``: template for the marked part, ``{n}`` is the n-th element of the pattern; ``languages`` (first: the
    likeliest) default to the file's; ``needs`` / ``unless``: topics or words that the text must have / must not have;
    ``not_before`` / ``not_after``: it does not fire right before / after these words; ``weight`` in nats.
    ``clue`` rows are too common in native copy to be findings: they only speak for a source language.
    """

    match: str
    why: str
    bad: str
    better: str | None = None
    good: str | None = None
    languages: tuple[str, ...] = ()
    type: str = _OVERLY_LITERAL
    severity: Severity = "minor"
    weight: float = 1.5
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    clue: bool = False


class CalqueFile(Record, frozen=True):
    """Rows of one source language and topic; its own classes and topics stand beside the shared ones."""

    schema: int
    language: str
    sources: tuple[str, ...]
    calque: tuple[Calque, ...]
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
    """The tables: ``calques/<source language>/<topic>.toml``."""
    return sorted(data_path("checks", "calques").glob("*/*.toml"))


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
        topics |= _sets(file.topics)
        for row in file.calque:
            rows.append(row if row.languages else msgspec.structs.replace(row, languages=(file.language,)))
            classes.append(own)
    words = lexicon()

    def variants(key: int) -> list[Variant]:
        try:
            return parse(rows[key].match, classes[key], key, lambda word: words.zipf(word, "en"))
        except ValueError as exc:
            raise PackError("auditor/data/checks/calques", str(exc), key=rows[key].match) from exc

    def index() -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for key in range(len(rows)):
            for word in sorted(anchors(variants(key))):
                found.setdefault(word, []).append(key)
        return found

    held = derived("calques", lexicon_id(), dict[str, list[int]], index)
    return Pack(tuple(rows), Matcher(held, variants), topics)


def _sets(lists: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lists.items()}


class Found(msgspec.Struct, frozen=True):
    """A calque in the text. ``languages``: of its row, and of the rows that it covers."""

    row: Calque
    start: int
    end: int
    suggestion: str | None
    languages: tuple[str, ...]


def find(reading: Reading) -> tuple[Found, ...]:
    """All calques and clues of the body in text order, the longest of those that overlap; kept for each reading."""
    held: tuple[Found, ...] | None = reading.__dict__.get("_calques")
    if held is None:
        found = sorted(matches(reading), key=lambda f: (f.start, -f.end, f.row.match))
        held = reading.__dict__["_calques"] = tuple(_longest(found))
    return held


def _longest(found: list[Found]) -> list[Found]:
    """Of findings that overlap, the first and longest, with the languages of all; clues may overlap anything."""
    kept: list[Found] = []
    last = -1
    for item in found:
        if item.row.clue:
            kept.append(item)
        elif last < 0 or item.start >= kept[last].end:
            last = len(kept)
            kept.append(item)
        else:
            every = tuple(dict.fromkeys((*kept[last].languages, *item.languages)))
            kept[last] = msgspec.structs.replace(kept[last], languages=every)
    return kept


def matches(reading: Reading) -> Iterator[Found]:
    """Every row that fires in the body, overlapping or not."""
    packed = pack()
    craft = Spans((m.start, m.end) for m in reading.mentions if m.type in ("vehicle", "mission"))
    body = sentences(reading)
    vehicles = frozenset(t.start for sentence in body for t in sentence.tokens if craft.hits(t.start, t.end))
    vocabulary = frozenset(word for sentence in body for word in sentence.words)
    for sentence in body:
        for match in packed.matcher.find(reading.text, sentence.tokens, sentence.words, vehicles):
            row = packed.rows[match.key]
            if _allowed(row, match, sentence.words) and _topical(row, vocabulary, packed.topics):
                first, last = (match.start, match.end) if row.clue else (match.first, match.last)
                start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
                yield Found(row, start, end, _better(row, match, reading.text[start:end]), row.languages)


def _allowed(row: Calque, match: Match, words: tuple[str, ...]) -> bool:
    after = words[match.end] if match.end < len(words) else ""
    before = words[match.start - 1] if match.start else ""
    return after not in row.not_before and before not in row.not_after


def _topical(row: Calque, vocabulary: frozenset[str], topics: dict[str, frozenset[str]]) -> bool:
    def has(topic: str) -> bool:
        return topic in vocabulary or not vocabulary.isdisjoint(topics.get(topic, frozenset()))

    return all(map(has, row.needs)) and not any(map(has, row.unless))


def _better(row: Calque, match: Match, old: str) -> str | None:
    """The replacement with the case of the old text's first letter."""
    if row.better is None:
        return None
    text = re.sub(r"\{(\d+)\}", lambda m: match.texts.get(int(m[1]), ""), row.better)
    text = " ".join(text.split())
    return text[:1].upper() + text[1:] if old[:1].isupper() and match.first == 0 else text


def literal(context: Context) -> Iterator[Hit]:
    """Hits on wording that follows the source word by word."""
    yield from (_hit(context.reading, f) for f in find(context.reading) if not f.row.clue and f.row.type != _FRIEND)


def friend(context: Context) -> Iterator[Hit]:
    """Hits on false friends."""
    yield from (_hit(context.reading, f) for f in find(context.reading) if not f.row.clue and f.row.type == _FRIEND)


def _hit(reading: Reading, found: Found) -> Hit:
    row, text = found.row, reading.text[found.start : found.end]
    return Hit(
        start=found.start,
        end=found.end,
        args={"words": text, "why": row.why, "languages": ", ".join(found.languages)},
        suggestions=() if found.suggestion is None else (Suggestion(text=found.suggestion),),
        evidence=(Evidence(kind="calque", text=row.why, source=", ".join(found.languages)),),
        severity=row.severity,
        points_to=found.languages[0] if len(found.languages) == 1 else None,
        weight=row.weight,
    )


TA401 = Check(
    id="TA401",
    slug="calque",
    title="Wording that follows another language",
    mqm=_OVERLY_LITERAL,
    severity="minor",
    why="A word-by-word rendering reads oddly at best and means something else at worst.",
    message="“{words}”: {why}",
    run=literal,
    examples=(
        Example(
            kind="bad",
            text="The minister announced the plan on ⟦the online network Facebook⟧ in the evening.",
            fixed="The minister announced the plan on Facebook in the evening.",
        ),
        Example(kind="good", text="The minister announced the plan on Facebook in the evening."),
    ),
    sources=("data/checks/calques/, each with its own sources",),
    languages=("en",),
)

TA402 = Check(
    id="TA402",
    slug="false-friend",
    title="A false friend of another language",
    mqm=_FRIEND,
    severity="minor",
    why="The word looks like the source's and means something else: readers are told what nobody said.",
    message="“{words}”: {why}",
    run=friend,
    examples=(
        Example(
            kind="bad",
            text="Hackers copied ⟦sensible⟧ data from the server of the hospital, the operator said.",
            fixed="Hackers copied sensitive data from the server of the hospital, the operator said.",
        ),
        Example(kind="good", text="It was sensible advice, and the data were safe, the operator of the server said."),
    ),
    sources=("data/checks/calques/, each with its own sources",),
    languages=("en",),
)
