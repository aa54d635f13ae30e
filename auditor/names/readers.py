"""How a word can be read: without the endings of its language, and in the sounds that its readers give it."""

from __future__ import annotations

from functools import cache, lru_cache
from operator import add

import msgspec

from auditor.names.skeleton import skeleton
from auditor.names.sounds import script, sounds
from auditor.packs import data_path, load_toml
from auditor.records import Record

CLEAR, EITHER = "!", "?"  # marks of case endings
ANY = ""  # no script in particular
_ENDING = 6  # letters of the longest ending
_LEAST_STEM = 2  # letters before an ending
_LEAST_BARE = 3  # letters of the shortest name that an article is taken from
LEAST_CASE = 0.15  # from this cost an ending is one of a case


class Readers(Record, frozen=True):
    """``data/conventions/readers.toml``."""

    schema: int
    unknown: tuple[str, ...]
    origins: tuple[str, ...]
    respelling: frozenset[str]
    homographic: frozenset[str]
    home_letters: frozenset[str]
    respelt: tuple[str, ...]
    cues: dict[str, tuple[str, ...]]
    also: dict[str, tuple[str, ...]]
    across: dict[str, tuple[str, ...]]
    heads: dict[str, tuple[str, ...]]
    doubt_cued: float
    doubt_also: float
    doubt_origin: float
    doubt_unknown: float


class Endings(Record, frozen=True):
    """Endings that one language adds to foreign names: ``pairs`` to every one, ``cases`` as the sentence wants."""

    cost: float = 0.0
    pairs: str = ""
    case_cost: float = 0.0
    cases: str = ""


class EndingFile(Record, frozen=True):
    """``data/variants/endings.toml``. ``clear``, ``either``: costs of case endings marked ``!`` and ``?``."""

    schema: int
    clear: float
    either: float
    language: dict[str, Endings]


@cache
def _ending_file() -> EndingFile:
    return load_toml(data_path("variants", "endings.toml"), EndingFile)


@cache
def _endings(language: str) -> tuple[dict[str, tuple[int, str, float]], frozenset[str]]:
    """Ending -> its place in the order in which they are tried, what may stand for it, cost; and their last letters."""
    file = _ending_file()
    entry = file.language.get(language, Endings())
    table: dict[str, tuple[int, str, float]] = {}
    listed = [(item, entry.cost) for item in entry.pairs.split()]
    marked = {CLEAR: file.clear, EITHER: file.either}
    listed += [(item.rstrip(CLEAR + EITHER), marked.get(item[-1], entry.case_cost)) for item in entry.cases.split()]
    for place, (item, cost) in enumerate(listed):
        ending, _, stem = item.partition("=")
        table.setdefault(ending, (place, stem, cost))
    return table, frozenset(ending[-1] for ending in table)


def stems(word: str, language: str | None) -> tuple[tuple[str, float], ...]:
    """The word and what is left of it without its article, or an ending of its language, each with its cost."""
    heads = _heads(script(word), language)
    if heads and word.startswith(heads):
        bare = next((word[len(x) :] for x in heads if word.startswith(x) and len(word) - len(x) >= _LEAST_BARE), "")
        if bare:
            return (word, 0.0), (bare, readers_table().doubt_cued)
    found = _ending(word, language)
    if found is None:
        return ((word, 0.0),)
    _, stem, cost, size = found
    bases = (word[:-size] + end for end in stem.split("/"))
    return ((word, 0.0), *((base, cost) for base in bases if len(base) >= _LEAST_BARE))


def _ending(word: str, language: str | None) -> tuple[int, str, float, int] | None:
    """The ending that a word is tried without: its place, what may stand for it, cost, letters."""
    table, last = _endings(language or "any")
    if word[-1:] not in last:
        return None
    sizes = range(1, min(_ENDING, len(word) - _LEAST_STEM) + 1)
    return min([(*table[word[-size:]], size) for size in sizes if word[-size:] in table], default=None)


def borne(word: str, language: str | None) -> bool:
    """Whether the case ending of a word is one that the women of the same family bear, too (Петрова)."""
    found = _ending(word, language)
    return found is not None and found[2] == _ending_file().either


@cache
def _heads(written: str, language: str | None) -> tuple[str, ...]:
    """Articles and elided particles that are written to the front of a word (القذافي, d'Obama)."""
    heads = readers_table().heads
    return heads.get(written, heads.get(language or "", ()))


class Reading(msgspec.Struct, frozen=True, gc=False):
    """One way to read a word: sounds, skeleton, what it costs to read it so; ``ended`` when an ending was taken off."""

    codes: str
    bones: str
    cost: float
    ended: bool


@lru_cache(maxsize=65536)
def readings(word: str, language: str | None, across: str | None) -> tuple[Reading, ...]:
    """Each way to read the word, cheapest first; ``across``: the script of the other word, ``ANY`` where it is open,
    None for the same one.
    """
    found: dict[str, tuple[float, str, bool]] = {}
    readers = _readers(script(word), language, across, cued(word))
    for stem, cost in stems(word, language):
        for reader, doubt in readers:
            if cost >= LEAST_CASE and doubt > 0:
                continue  # an inflected name is read as its own text's language reads it
            codes, total = sounds(stem, reader), cost + doubt
            held = found.get(codes)
            if held is None or total < held[0]:
                found[codes] = (total, codes, not word.endswith(stem))
    ordered = found.values() if len(found) == 1 else sorted(found.values())
    return tuple([Reading(codes, skeleton(codes), cost, ended) for cost, codes, ended in ordered])


@lru_cache(maxsize=16384)
def _readers(
    written: str, language: str | None, across: str | None, cued: tuple[str, ...]
) -> tuple[tuple[str | None, float], ...]:
    """Whose reading to try, and how doubtful each is; ``cued``: the languages to which letters of the word point."""
    table = readers_table()
    readers: dict[str | None, float] = {language: 0.0}
    if written != "Latn":
        readers |= dict.fromkeys(table.also.get(written, ()), table.doubt_also)
        readers |= dict.fromkeys(cued if written == "Cyrl" else (), table.doubt_cued)
        return tuple(readers.items())
    readers[None] = 0.0
    for code in (*cued, *table.also.get(language or "", ())):
        readers.setdefault(code, table.doubt_cued)
    if across is not None:
        for key in (across, language or ""):
            readers |= dict.fromkeys(table.across.get(key, ()), table.doubt_origin)
    for code in table.unknown if language is None else table.origins if across is not None else ():
        readers.setdefault(code, table.doubt_unknown if language is None else table.doubt_origin)
    return tuple(readers.items())


@lru_cache(maxsize=65536)
def cued(word: str) -> tuple[str, ...]:
    """The languages to which letters of the word point."""
    marked, (single, longer) = f"^{word}$", _cues()
    found = [] if word.isascii() else [code for letter in word if letter in single for code in single[letter]]
    for at, start in enumerate(map(add, marked, marked[1:])):
        if start in longer:
            found += [code for cue, code in longer[start] if marked.startswith(cue, at)]
    return tuple(found)


@cache
def _cues() -> tuple[dict[str, list[str]], dict[str, list[tuple[str, str]]]]:
    """Letter -> the languages it points to; first two letters -> longer cues that begin so, and their languages."""
    single: dict[str, list[str]] = {}
    longer: dict[str, list[tuple[str, str]]] = {}
    for code, cues in readers_table().cues.items():
        for cue in cues:
            if len(cue) == 1:
                single.setdefault(cue, []).append(code)
            else:
                longer.setdefault(cue[:2], []).append((cue, code))
    return single, longer


@cache
def readers_table() -> Readers:
    """Whose reading to try."""
    return load_toml(data_path("conventions", "readers.toml"), Readers)
