"""Conventions: how a language or a standard writes names of another script; data in ``data/conventions``.

Forward only: a native word becomes segments, each with its accepted spellings, the usual one first.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from auditor.names.scheme_file import FOLDER, Rule, SchemeFile, read_scheme
from auditor.packs import data_path
from auditor.text.lexicon import LANGUAGES

VOWELS = frozenset("аеёиоуыэюяєіїѣӑәөүұiαεηιουωάέήίόύώ")
COMMON = ("ru", "uk")  # whose names news copy has most of those in Cyrillic letters
_FORMS = 48
_WORST = 1_000

Segment = tuple[str, tuple[str, ...]]


class Compiled(NamedTuple):
    """A rule with its contexts as sets (None: anywhere)."""

    native: str
    after: frozenset[str] | None
    before: frozenset[str] | None
    to: tuple[str, ...]


class Scheme(msgspec.Struct, frozen=True, eq=False):
    """A convention ready to run: for each native letter the rules that begin with it, in order; ``plain`` letters
    are written the same everywhere.
    """

    file: SchemeFile
    rules: dict[str, tuple[Compiled, ...]]
    plain: dict[str, Segment]

    @property
    def id(self) -> str:
        return self.file.id

    @property
    def target(self) -> str:
        return self.file.target

    def folded(self, form: str) -> str:
        """The form without the marks that this convention adds at will (stress accents in Spanish)."""
        fold = self.file.fold
        return "".join(fold.get(c, c) for c in form) if fold else form


@cache
def schemes(source: str) -> tuple[Scheme, ...]:
    """All conventions for names of a language, in order of their ids."""
    found = (load_scheme(path.name) for path in sorted(data_path(FOLDER).glob(f"{source}-*.toml")))
    return tuple(scheme for scheme in found if scheme.file.source == source)


@cache
def press_schemes(source: str) -> tuple[Scheme, ...]:
    """The press conventions of a language into the languages of the lexicon: those that articles are likely to use.

    Only these are run backwards; only their files are read for it.
    """
    files = (f"{source}-{target}.toml" for target in sorted(LANGUAGES))
    return tuple(load_scheme(name) for name in files if data_path(FOLDER, name).exists())


@lru_cache(maxsize=4096)
def into(source: str, language: str) -> tuple[Scheme, ...]:
    """The conventions of ``source`` for one target language (or a standard's name, or an id)."""
    name = language if language.startswith(f"{source}-") else f"{source}-{language}"
    exists = name.replace("-", "").isalnum() and data_path(FOLDER, f"{name}.toml").exists()
    return (load_scheme(f"{name}.toml"),) if exists else ()


@cache
def sources() -> tuple[str, ...]:
    """The native languages that have conventions."""
    names = {path.name.partition("-")[0] for path in data_path(FOLDER).glob("*-*.toml")}
    return tuple(sorted(names))


@cache
def known_ids() -> tuple[str, ...]:
    """What a convention may be called: languages and standards (``de``, ``iso9``), with the source before it, too."""
    stems = {path.name.removesuffix(".toml") for path in data_path(FOLDER).glob("*-*.toml")}
    return tuple(sorted({*stems, *(stem.partition("-")[2] for stem in stems), *LANGUAGES}))


@lru_cache(maxsize=4096)
def languages_of(native: str) -> tuple[str, ...]:
    """The languages of conventions that have all letters of a native form; Russian and Ukrainian first."""
    words = tuple(native.lower().split())
    order = sorted(sources(), key=lambda source: (source not in COMMON, source))
    return tuple(source for source in order if any(_reads(scheme, words) for scheme in schemes(source)))


def _reads(scheme: Scheme, words: tuple[str, ...]) -> bool:
    return bool(words) and all(segments(scheme, word) is not None for word in words)


@cache
def load_scheme(name: str) -> Scheme:
    """The convention in the file ``name``; raises ``PackError`` where it does not fit."""
    return compiled(read_scheme(name))


def compiled(file: SchemeFile) -> Scheme:
    """A convention's file made ready to run."""
    alphabet = frozenset(file.letters)
    rules: dict[str, list[Compiled]] = {}
    for rule in (*file.rules, *(Rule(native=letter, to=to) for letter, to in file.letters.items())):
        to = _voiced(tuple(rule.to.split("/")), file.unwritten)
        ready = Compiled(rule.native, _context(rule.after, alphabet), _context(rule.before, alphabet), to)
        rules.setdefault(rule.native[0], []).append(ready)
    plain = {letter: (letter, found[0].to) for letter, found in rules.items() if found[0][:3] == (letter, None, None)}
    return Scheme(file, {letter: tuple(found) for letter, found in rules.items()}, plain)


def _voiced(to: tuple[str, ...], unwritten: str | None) -> tuple[str, ...]:
    """Each spelling with the vowels that may follow it, doubled or not; those of one spelling stand together."""
    if unwritten is None:
        return to
    vowels = ("", *unwritten.split("/"))
    return tuple(f"{latin}{vowel}" for one in to for latin in (one, one[:1] + one) for vowel in vowels)


def _context(letters: str | None, alphabet: frozenset[str]) -> frozenset[str] | None:
    if letters is None:
        return None
    out = set(letters) - {"V", "C"}
    if "V" in letters:
        out |= alphabet & VOWELS
    if "C" in letters:
        out |= alphabet - VOWELS - frozenset("ьъ’")
    return frozenset(out)


def segments(scheme: Scheme, native: str) -> tuple[Segment, ...] | None:
    """The native word (lower case) cut as the convention reads it; None where a letter is not in its alphabet."""
    out: list[Segment] = []
    if scheme.file.decompose:
        native = unicodedata.normalize("NFD", native)
    at, size, plain, table = 0, len(native), scheme.plain, scheme.rules
    while at < size:
        letter = native[at]
        segment = plain.get(letter)
        if segment is None:
            segment = _ruled(table.get(letter, ()), native, at, size)
            if segment is None:
                return None
        out.append(segment)
        at += len(segment[0])
    return tuple(out)


def _ruled(rules: tuple[Compiled, ...], native: str, at: int, size: int) -> Segment | None:
    """The first rule that fits at ``at``."""
    last = native[at - 1] if at else "^"
    for piece, after, before, to in rules:
        end = at + len(piece)
        if (
            (after is None or last in after)
            and native.startswith(piece, at)
            and (before is None or (native[end] if end < size else "$") in before)
        ):
            return piece, to
    return None


@lru_cache(maxsize=65536)
def word_forms(scheme: Scheme, native: str, limit: int = _FORMS) -> tuple[str, ...]:
    """Accepted spellings of one native word in lower case, the usual first, at most ``limit``."""
    cut = None if scheme.file.unwritten else segments(scheme, native)
    if cut is None:
        return ()
    best: list[tuple[int, tuple[int, ...], str]] = [(0, (), "")]
    for _, to in cut:
        if len(to) == 1:
            best = [(cost, picks, form + to[0]) for cost, picks, form in best]
            continue
        step = [
            (cost + rank, (*picks, rank), form + latin) for cost, picks, form in best for rank, latin in enumerate(to)
        ]
        best = sorted(step)[: limit * 2]
    return tuple(dict.fromkeys(form for _, _, form in best))[:limit]


def fit(scheme: Scheme, native: str, form: str) -> int | None:
    """How the convention's spelling of ``native`` gives ``form``: the number of less usual choices, None if never."""
    text = scheme.folded(form) if scheme.file.fold else form
    if scheme.file.decompose:
        native = unicodedata.normalize("NFD", native)
    if scheme.file.unwritten:
        return _fit_unwritten(scheme, native, text)
    at, size, plain, table = 0, len(native), scheme.plain, scheme.rules
    reached = {0: 0}
    while at < size:
        letter = native[at]
        segment = plain.get(letter) or _ruled(table.get(letter, ()), native, at, size)
        if segment is None:
            return None
        piece, spellings = segment
        at += len(piece)
        step: dict[int, int] = {}
        for start, cost in reached.items():
            for latin in spellings:
                if text.startswith(latin, start):
                    end = start + len(latin)
                    if cost < step.get(end, _WORST):
                        step[end] = cost
                cost += 1
        if not step:
            return None
        reached = step
    return reached.get(len(text))


def writes(scheme: Scheme, native: str, form: str) -> bool:
    """Whether ``fit`` finds a way at all, which is quicker said than how usual it is."""
    if scheme.file.decompose or scheme.file.unwritten:
        return fit(scheme, native, form) is not None
    text = scheme.folded(form) if scheme.file.fold else form
    at, size, plain, table = 0, len(native), scheme.plain, scheme.rules
    ends = [0]
    while at < size:
        letter = native[at]
        segment = plain.get(letter) or _ruled(table.get(letter, ()), native, at, size)
        if segment is None:
            return False
        piece, spellings = segment
        at += len(piece)
        step = []
        for start in ends:
            for latin in spellings:
                if text.startswith(latin, start):
                    step.append(start + len(latin))
        if not step:
            return False
        ends = step if len(step) == 1 else list(dict.fromkeys(step))
    return len(text) in ends


def _fit_unwritten(scheme: Scheme, native: str, text: str) -> int | None:
    """As ``fit``, where the vowels that may follow a letter are no choice of the convention."""
    cut = segments(scheme, native)
    if cut is None:
        return None
    per = 2 * len(("", *(scheme.file.unwritten or "").split("/")))
    reached = {0: 0}
    for _, to in cut:
        step: dict[int, int] = {}
        for start, cost in reached.items():
            for at, latin in enumerate(to):
                if text.startswith(latin, start):
                    end = start + len(latin)
                    step[end] = min(step.get(end, _WORST), cost + at // per)
        reached = step
    return reached.get(len(text))


def trace(scheme: Scheme, native: str, form: str) -> tuple[tuple[str, str], ...] | None:
    """How ``native`` becomes ``form``, piece by piece (native, Latin), by the most usual choices; None if never."""
    cut = segments(scheme, native)
    if cut is None:
        return None
    plain = scheme.folded(form)
    reached: dict[int, tuple[int, tuple[tuple[str, str], ...]]] = {0: (0, ())}
    for piece, to in cut:
        step: dict[int, tuple[int, tuple[tuple[str, str], ...]]] = {}
        for at, (cost, path) in reached.items():
            for rank, latin in enumerate(to):
                if plain.startswith(latin, at):
                    found = (cost + rank, (*path, (piece, latin)))
                    held = step.get(at + len(latin))
                    if held is None or found[0] < held[0]:
                        step[at + len(latin)] = found
        reached = step
    end = reached.get(len(plain))
    return None if end is None else end[1]
