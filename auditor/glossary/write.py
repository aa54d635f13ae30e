"""The canonical form of a glossary file: one block a concept, one term a line, everything in one order.

Order: concepts by id; terms by language, status (as in the schema), text; ``never`` and ``refs`` by id; examples as
they stand. Forms are composed (NFC). Comments stay with the concept, key or term that they stand before or behind.
Writing is idempotent.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import msgspec

from auditor.glossary.lines import Anchor, Lines
from auditor.glossary.model import Concept, GlossaryFile, Native, Status, Term, Usage

_RANK: dict[str, int] = {status: rank for rank, status in enumerate(Status.__args__)}  # type: ignore[attr-defined]
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_NO_LINES = Lines({}, {}, {}, ())


def canonical(file: GlossaryFile, lines: Lines = _NO_LINES) -> str:
    """The text of a file; ``lines`` brings the comments of the text that ``file`` was read from."""
    keeper = _Keeper(lines)
    head = keeper.pair(-1, "schema", str(file.schema))
    if file.domain is not None:
        head += keeper.pair(-1, "domain", string(file.domain))
    blocks = [keeper.rest(-1) + head]
    ordered = sorted(range(len(file.concept)), key=lambda index: (file.concept[index].id, index))
    blocks += [_block(file.concept[index], index, keeper) for index in ordered]
    if lines.tail:
        blocks.append(list(lines.tail))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def block(concept: Concept, index: int = 0, lines: Lines = _NO_LINES) -> str:
    """One concept in canonical form, with the comments that ``lines`` has for the concept at ``index``."""
    return "\n".join(_block(concept, index, _Keeper(lines))) + "\n"


def _block(concept: Concept, index: int, keeper: _Keeper) -> list[str]:
    rows = keeper.line(Anchor(index), "[[concept]]")
    rows += keeper.pair(index, "id", string(concept.id)) + keeper.pair(index, "type", string(concept.type))
    if concept.native:
        rows += keeper.pair(index, "native", _inline(concept.native))
    rows += _terms(concept, index, keeper)
    for key, ids in (("never", concept.never), ("refs", concept.refs)):
        if ids:
            rows += keeper.pair(index, key, strings(sorted(set(ids))))
    if concept.note is not None:
        rows += keeper.pair(index, "note", string(concept.note))
    if concept.examples:
        rows += keeper.pair(index, "examples", "[\n" + "".join(f"  {_inline(x)},\n" for x in concept.examples) + "]")
    return keeper.rest(index) + rows


def _terms(concept: Concept, index: int, keeper: _Keeper) -> list[str]:
    if not concept.terms:
        return keeper.pair(index, "terms", "[]")
    rows = keeper.line(Anchor(index, "terms"), "terms = [")
    ordered = sorted(range(len(concept.terms)), key=lambda k: (*_order(concept.terms[k]), k))
    for k in ordered:
        rows += ["  " + row for row in keeper.line(Anchor(index, "terms", k), _inline(concept.terms[k]) + ",")]
    last = keeper.line(Anchor(index, "terms", closes=True), "]")
    return [*rows, *("  " + row for row in last[:-1]), last[-1]]


def _order(term: Term) -> tuple[str, int, str]:
    return term.lang, _RANK[term.status], term.text


def _inline(part: Native | Term | Usage) -> str:
    pairs = msgspec.to_builtins(part)
    if isinstance(part, Term):
        pairs = {"text": part.text, "lang": part.lang, "status": part.status} | pairs
    return "{ " + ", ".join(f"{key} = {_value(value)}" for key, value in pairs.items()) + " }"


def _value(value: str | Sequence[str]) -> str:
    return string(unicodedata.normalize("NFC", value)) if isinstance(value, str) else strings(value)


def strings(values: Iterable[str]) -> str:
    """A TOML array of strings on one line."""
    return "[" + ", ".join(map(string, values)) + "]"


def string(value: str) -> str:
    """A TOML basic string; control, bidi and other invisible characters as escapes."""
    return '"' + "".join(_ESCAPES.get(c) or (c if c.isprintable() else _escape(c)) for c in value) + '"'


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


class _Keeper:
    """Hands out each comment once, to the line it belongs to."""

    def __init__(self, lines: Lines) -> None:
        self._before, self._behind = dict(lines.before), dict(lines.behind)

    def line(self, anchor: Anchor, text: str) -> list[str]:
        """The line with the comments before and behind it."""
        behind = self._behind.pop(anchor, None)
        return [*self._before.pop(anchor, ()), f"{text}  {behind}" if behind else text]

    def pair(self, concept: int, key: str, value: str) -> list[str]:
        """A key and its value; comments inside its array go before it."""
        closing = Anchor(concept, key, closes=True)
        first, *more = f"{key} = {value}".split("\n")
        own = [*self.line(Anchor(concept, key), first), *more]
        behind = self._behind.pop(closing, None)
        return [*self._before.pop(closing, ()), *([behind] if behind else []), *own]

    def rest(self, concept: int) -> list[str]:
        """Comments of the concept that no line has taken."""
        left = [a for a in {**self._before, **self._behind} if a.concept == concept]
        left.sort(key=lambda a: (a.key, -1 if a.term is None else a.term, a.closes))
        found: list[str] = []
        for anchor in left:
            found += self._before.pop(anchor, ())
            found += [self._behind.pop(anchor)] if anchor in self._behind else []
        return found
