"""The phrase tables in ``data/checks/``, ``calques/`` and ``grammar/``: rows as read, all of them in one matcher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Literal

import msgspec

from auditor.checks.phrases.government import Governed, frames, governed
from auditor.errors import PackError
from auditor.packs import data_path, load_toml, shelved
from auditor.packs.load import shown
from auditor.packs.shelf import Parts
from auditor.records import Record, Severity
from auditor.text.lexicon import lexicon, lexicon_id
from auditor.text.memo import Memo
from auditor.text.pattern_index import index
from auditor.text.pattern_syntax import VERSION, marked_part, parse
from auditor.text.patterns import Element, Found, Matcher, Variant

OVERLY_LITERAL = "accuracy/mistranslation/overly-literal"
FALSE_FRIEND = "accuracy/mistranslation/false-friend"
ELEMENT = re.compile(r"\{(\d+)\}")  # in a row's templates: the text of the element with this number
_KEPT = 20_000  # rows and topics that are remembered
GOVERNED = "TA305"  # the check of governed words
_GOVERNED = 0.3  # nats of a preposition that several languages impose


class Calque(Record, frozen=True):
    """One row: a pattern (`auditor.text.pattern_syntax`), what English says instead, and what it betrays.

    ``better``: template for the marked part, or several, the likeliest first; its first verb or last noun is brought
    into the form that stands there (`calque_wording`); ``why``: template for what is said of it. In both, ``{n}`` is
    the n-th element of the pattern. ``languages`` (first: the
    likeliest) default to the file's; ``needs`` / ``unless``: topics or words that the text must each have / must not
    have; ``here`` / ``not_here``: topics or words of which the sentence must have one / must have none;
    ``not_before`` / ``not_after``: it does not fire right before / after these words; ``weight`` in nats.
    ``alone``: what is marked is a finding without the rest of the pattern in copy that is proved translated and of the
    topics that the row ``needs``; it is rare in English and in no clean copy (``tools/mark_alone.py``).
    ``cased``: every word of the marked part begins with a capital. ``beside``: nothing in brackets stands between
    its words; ``prose``: not in headlines, which leave small words out; a file may say both of all its rows.
    ``clue`` rows are too common in native copy to be findings: they only speak for a source language; ``only_in``:
    the row is a finding only in an article that other rows show to be ``translated`` by a machine, or ``spun``, that
    is, reworded (`copy_kinds`), or that reads as if translated from a language of the row (`source_odds`); with both,
    it is a clue elsewhere; with ``weight = 0`` it shows nothing of the article. ``check``: the id of the check that
    reports it; by default the file's, else that of calques or false friends by its ``type``.
    """

    match: str
    why: str
    bad: str
    better: str | tuple[str, ...] | None = None
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
    beside: bool = False
    prose: bool = False
    alone: bool = False
    check: str | None = None

    @property
    def replacements(self) -> tuple[str, ...]:
        """The templates of ``better``, none or more."""
        return (self.better,) if isinstance(self.better, str) else self.better or ()


class Hyphened(Record, frozen=True):
    """A class of compounds: each of the ``first`` halves joined to each of the ``second`` ones, ``but`` for some."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    but: frozenset[str] = frozenset()

    def words(self) -> frozenset[str]:
        """All compounds."""
        return frozenset(f"{one}-{other}" for one in self.first for other in self.second) - self.but


class CalqueFile(Record, frozen=True):
    """Rows of one source language and topic, or of one check; own classes and topics stand beside the shared ones."""

    schema: int
    sources: tuple[str, ...]
    calque: tuple[Calque, ...]
    language: str | None = None
    check: str | None = None
    beside: bool = False
    prose: bool = False
    classes: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    hyphened: dict[str, Hyphened] = msgspec.field(default_factory=dict)
    topics: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)

    def sets(self) -> dict[str, frozenset[str]]:
        """The file's own classes by name."""
        return _sets(self.classes) | {name: compounds.words() for name, compounds in self.hyphened.items()}


class Classes(Record, frozen=True):
    """Classes of words for patterns, and topics for ``needs`` and ``unless``."""

    schema: int
    classes: dict[str, tuple[str, ...]]
    topics: dict[str, tuple[str, ...]]


class Pack(msgspec.Struct, frozen=True):
    """All rows, compiled; each of them, each variant of its pattern and each topic is read when it is first needed.

    ``rows``: by their numbers; ``topics``: by name, empty where there is none of the name.
    """

    rows: Mapping[int, Calque]
    matcher: Matcher
    topics: Mapping[str, frozenset[str]]


def files() -> list[Path]:
    """The tables of patterns: ``calques/<source language>/<topic>.toml`` and ``grammar/<fault>.toml``."""
    calques, grammar = data_path("checks", "calques"), data_path("checks", "grammar")
    return [*sorted(calques.glob("*/*.toml")), *sorted(grammar.glob("*.toml"))]


_SHAPES = [shape.__struct_fields__ for shape in (Calque, Found, Variant, Element)]  # a file of others is of no use


@cache
def pack() -> Pack:
    """The calques of all languages as one matcher."""
    shelf = shelved("calques", f"{VERSION} {lexicon_id()} {_SHAPES}", _compiled)
    topic = shelf.by_key("topic", frozenset[str])
    return Pack(
        rows=Memo(shelf.by_number("row", Calque), _KEPT),
        matcher=Matcher(shelf.by_key("word", Found), shelf.by_number("variant", Variant)),
        topics=Memo(lambda name: topic(name) or frozenset(), _KEPT),
    )


def tables() -> tuple[list[Calque], list[Variant], dict[str, frozenset[str]]]:
    """What the files hold: the rows, the variants of all patterns, and the topics. Raises ``PackError``."""
    shared = load_toml(data_path("checks", "calques", "classes.toml"), Classes)
    topics, common = _sets(shared.topics), _sets(shared.classes)
    rows: list[Calque] = []
    variants: list[Variant] = []
    commonness = partial(lexicon().zipf, language="en")
    for path in files():
        file = load_toml(path, CalqueFile)
        classes = common | file.sets()
        if clash := sorted(topics.keys() & file.topics.keys()):
            raise PackError(path.name, f"the topic {clash[0]} is defined elsewhere", key=clash[0])
        topics |= _sets(file.topics)
        for row in file.calque:
            try:
                for shape in (row, marked_alone(row)) if row.alone else (row,):
                    variants += parse(shape.match, classes, len(rows), commonness)
                    rows.append(_completed(shape, file))
            except ValueError as exc:
                raise PackError(shown(path), str(exc), key=row.match) from exc
    for word in governed():
        row = governing(word)
        variants += parse(row.match, common, len(rows), commonness)
        rows.append(row)
    return rows, variants, topics


def governing(word: Governed) -> Calque:
    """The row for a governed word."""
    return Calque(
        match=word.pattern,
        why=word.why,
        bad=word.example,
        better=word.takes,
        languages=word.languages,
        weight=_GOVERNED,
        not_before=frames().adverbial,
        not_after=word.not_after,
        check=GOVERNED,
    )


def marked_alone(row: Calque) -> Calque:
    """The row for what its pattern marks, wherever it stands in copy that other rows prove translated.

    It shows nothing of an article itself. A suggestion that takes up words from outside the brackets is left out.
    Raises ``ValueError`` where ``why`` does so.
    """
    match, inside = marked_part(row.match)

    def renumbered(templates: Iterable[str]) -> list[str]:
        kept = (t for t in templates if all(int(number) in inside for number in ELEMENT.findall(t)))
        return [ELEMENT.sub(lambda found: f"{{{int(found[1]) - inside.start + 1}}}", template) for template in kept]

    if not (why := renumbered([row.why])):
        raise ValueError(f"why takes up a word from outside the brackets of a row that counts alone: {row.match}")
    return msgspec.structs.replace(
        row,
        match=match,
        why=why[0],
        better=tuple(renumbered(row.replacements)) or None,
        here=(),
        clue=False,
        only_in="translated",
        weight=0.0,
    )


def _compiled() -> Parts:
    rows, variants, topics = tables()
    return {"row": rows, "variant": variants, "word": index(variants), "topic": topics}


def _completed(row: Calque, file: CalqueFile) -> Calque:
    """The row with its languages and its check, without the good example."""
    languages = row.languages or ((file.language,) if file.language else ())
    check = row.check or file.check or ("TA402" if row.type == FALSE_FRIEND else "TA401")
    beside, prose = row.beside or file.beside, row.prose or file.prose
    return msgspec.structs.replace(row, languages=languages, check=check, beside=beside, prose=prose, good=None)


def _sets(lists: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lists.items()}
