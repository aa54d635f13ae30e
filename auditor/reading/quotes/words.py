"""How a language attributes speech, from ``data/languages/reporting.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property

import msgspec

from auditor.packs import data_path, load_toml
from auditor.text.lexicon import LANGUAGES


class ReportingWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """``reporting/<language>.toml``; the header of ``reporting.toml`` says what each list holds."""

    verbs: frozenset[str]
    weak: frozenset[str]
    told: frozenset[str]
    that: frozenset[str]
    attribution: frozenset[str]
    opinion: frozenset[str]
    pronouns: Mapping[str, tuple[str, ...]]
    medium: frozenset[str]
    to: frozenset[str]
    small: frozenset[str]
    articles: frozenset[str]
    agreed: frozenset[str]
    institutions: frozenset[str]
    passive: frozenset[str]
    selves: frozenset[str]
    trail: frozenset[str]
    joins: frozenset[str]
    naming: frozenset[str]
    bare: frozenset[str]
    negative: frozenset[str]
    pronoun_after: bool
    noun_capitals: bool = False

    @cached_property
    def heads(self) -> frozenset[str]:
        """The words with which an attribution may begin."""
        return frozenset(phrase.partition(" ")[0] for phrase in self.attribution)

    @cached_property
    def sayings(self) -> frozenset[str]:
        """Verbs of saying, and those of naming."""
        return self.verbs | self.naming

    def gender(self, word: str) -> str | None:
        """``m``, ``f``, ``n`` or ``p`` for a pronoun, also one joined by a hyphen (``dit-il``); else None."""
        word = word.rpartition("-")[2]
        return next((gender for gender, forms in self.pronouns.items() if word in forms), None)


class Media(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Networks and messengers, as they are written."""

    names: frozenset[str]


class Reporting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``reporting.toml``: what all languages share."""

    media: Media


@cache
def reporting() -> Reporting:
    """The file as shipped."""
    return load_toml(data_path("languages", "reporting.toml"), Reporting)


def words(language: str) -> ReportingWords:
    """The words of a language (BCP 47); those of English for a language that has none."""
    base = language.split("-")[0]
    return _words(base if base in LANGUAGES else "en")


@cache
def _words(code: str) -> ReportingWords:
    return load_toml(data_path("languages", "reporting", f"{code}.toml"), ReportingWords)
