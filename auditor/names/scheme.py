"""Conventions: how a language or a standard writes names of another script; data in ``data/conventions``."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from auditor.names.scheme_file import FOLDER, Rule, SchemeFile, read_scheme
from auditor.packs import data_path
from auditor.text.lexicon import LANGUAGES

VOWELS = frozenset("аеёиоуыэюяєіїѣӑәөүұiαεηιουωάέήίόύώ")
SELDOM = ("hu", "tr")  # languages besides, whose letters show them: run backwards only where they do
COMMON = ("ru", "uk")  # whose names news copy has most of those in Cyrillic letters

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


@cache
def seldom_schemes(source: str) -> tuple[Scheme, ...]:
    """The press conventions into languages of ``SELDOM``."""
    return tuple(scheme for target in SELDOM for scheme in into(source, target))


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
