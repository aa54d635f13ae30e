"""Foreign names of any origin that stand in another language's spelling (Netanjahu): told by the lexicon alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import msgspec

from auditor.names.given import lookup
from auditor.names.romanize import recase
from auditor.packs import data_path, load_toml
from auditor.records import Record
from auditor.text.lexicon import lexicon

MIN_LENGTH = 5
_MOST = 48
_COMMON = 2.6
_GAP = 1.2
_RARER = 1.5
_WORD = 3.4
_CONFIDENCE = 0.7


class Respelled(msgspec.Struct, frozen=True):
    """``form`` is how the ``owners`` (commonest there first) write the name that ``language`` writes ``regular``."""

    form: str
    language: str
    owners: tuple[str, ...]
    regular: str
    confidence: float


class Pairs(Record, frozen=True):
    """Graphemes of one language and what they are in another."""

    pairs: str


class RespellingFile(Record, frozen=True):
    """``data/conventions/respelling.toml``: owner -> language -> pairs."""

    schema: int
    respelling: dict[str, dict[str, Pairs]]


class Table(msgspec.Struct, frozen=True, eq=False):
    """Grapheme -> spellings; the graphemes that are signs of the owner; the longest."""

    owner: str
    spellings: dict[str, tuple[str, ...]]
    signs: frozenset[str]
    longest: int


@cache
def tables(language: str) -> tuple[Table, ...]:
    """The tables into a language, in order of their owners."""
    file = load_toml(data_path("conventions", "respelling.toml"), RespellingFile)
    return tuple(
        _table(owner, targets[language].pairs)
        for owner, targets in sorted(file.respelling.items())
        if language in targets
    )


def _table(owner: str, pairs: str) -> Table:
    spellings, signs = {}, set()
    for grapheme, _, written in (item.partition("=") for item in pairs.split()):
        bare = grapheme.rstrip("!")
        spellings[bare] = tuple(written.split("/"))
        if bare != grapheme:
            signs.add(bare)
    return Table(owner, spellings, frozenset(signs), max(map(len, spellings)))


@lru_cache(maxsize=16384)
def respelled(form: str, language: str) -> Respelled | None:
    """What ``language`` writes for a name that ``form`` has in another language's spelling; None when in doubt.

    The other language must own the form in the lexicon, and ``language`` must have the other spelling and hardly this
    one. Given names are left alone: people write their own as they like. One word at a time.
    """
    word = form.lower()
    own = lexicon().zipf(word, language)
    if len(word) < MIN_LENGTH or not word.isalpha() or own >= _WORD or lookup(word):
        return None
    found = [rewriting for table in tables(language) for rewriting in _known(word, table, language, own)]
    if not found:
        return None
    _, other = max((usual, other) for usual, _, other, _ in found)
    owners = sorted({(-theirs, owner) for _, theirs, regular, owner in found if regular == other})
    return Respelled(form, language, tuple(owner for _, owner in owners), recase(other, form), _CONFIDENCE)


def _known(word: str, table: Table, language: str, own: float) -> Iterator[tuple[float, float, str, str]]:
    """The rewritings that ``language`` has: (its zipf, the owner's zipf of the form, rewriting, owner)."""
    known = lexicon()
    theirs = known.zipf(word, table.owner)
    if theirs < _RARER or theirs - own < _GAP:
        return
    for other in _rewritten(word, table):
        usual = known.zipf(other, language)
        if other != word and usual >= max(_COMMON, own + _GAP) and usual >= known.zipf(other, table.owner):
            yield usual, theirs, other, table.owner


def _rewritten(word: str, table: Table) -> list[str]:
    """The word in the other language's spellings; empty without a sign of the owner."""
    text, forms, at, signed = word + "$", [""], 0, False
    while at < len(text):
        for size in range(min(table.longest, len(text) - at), 0, -1):
            piece = text[at : at + size]
            written = table.spellings.get(piece)
            if written is not None:
                signed = signed or piece in table.signs
                forms = [form + other for form in forms for other in written][:_MOST]
                at += size
                break
        else:
            forms = [form + text[at] for form in forms]
            at += 1
    return [form.removesuffix("$") for form in forms] if signed else []
