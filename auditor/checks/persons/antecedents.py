"""Nouns of institutions and things in reach of a pronoun of a sex, and the languages whose noun has that gender."""

from __future__ import annotations

from functools import cache

import msgspec

from auditor.checks.persons.person_words import collective_verbs
from auditor.checks.spans import Sentence
from auditor.packs import data_path, load_tsv

LANGUAGES = ("de", "fr", "es", "it", "pt", "ru", "uk", "pl", "cs")
PRONOUNS = {"he": ("m", "it"), "she": ("f", "it"), "him": ("m", "it"), "his": ("m", "its"), "her": ("f", "its")}
"""Pronoun -> the gender that it shows, and what stands for a thing."""

REFLEXIVES = {"himself": ("m", "itself"), "herself": ("f", "itself")}
SUBJECTS = ("he", "she")
_UNTOLD = frozenset(("fr", "es", "it", "pt"))  # son, su, suo, seu: whose it is has no gender there
_DETERMINERS = frozenset(("the", "this", "our", "a"))
_SUBJECT = 5  # tokens in which a sentence names its subject


class Antecedent(msgspec.Struct, frozen=True):
    """An institution noun in reach of the pronoun, and the languages whose noun has the pronoun's gender."""

    noun: str
    start: int
    end: int
    languages: tuple[str, ...]


@cache
def genders() -> dict[str, dict[str, str]]:
    """English noun -> language -> m, f, n or -."""
    rows = load_tsv(data_path("checks", "pronoun_nouns.tsv"), ("noun", *LANGUAGES))
    return {row["noun"]: {code: row[code] for code in LANGUAGES} for row in rows}


def collective(sentence: Sentence, at: int) -> bool:
    """True when the pronoun is the subject of a verb of what bodies do (an adverb may stand between)."""
    return sentence.words[at] in SUBJECTS and not collective_verbs().isdisjoint(sentence.words[at + 1 : at + 3])


def antecedent(sentence: Sentence, at: int, last: Sentence | None, same: bool) -> Antecedent | None:
    """The institution noun that fits: in the sentence before, or (``same``) earlier in the pronoun's own."""
    spans = [(last, range(len(last.words)))] if last else []
    if same:
        spans.append((sentence, range(at)))
    found = None
    for place, span in spans:
        for i in span:
            fits = _fits(place.words[i], sentence.words[at])
            if fits and not place.quoted[i]:
                found = Antecedent(place.words[i], place.tokens[i].start, place.tokens[i].end, fits)
    return found


def _fits(noun: str, pronoun: str) -> tuple[str, ...]:
    """The languages whose noun the pronoun may stand for; "his" for any in those whose possessive tells no owner."""
    nouns, sex = genders().get(noun, {}), PRONOUNS[pronoun][0]
    anyone = _UNTOLD if pronoun == "his" else frozenset()
    return tuple(code for code, own in nouns.items() if own == sex or (own in ("m", "f") and code in anyone))


def opening(sentence: Sentence, pronoun: str) -> Antecedent | None:
    """The first noun of an institution or thing among the words that open a sentence, where it fits."""
    for i in range(1, min(_SUBJECT, len(sentence.words))):
        if sentence.words[i] in genders() and not sentence.quoted[i]:
            fits = _fits(sentence.words[i], pronoun)
            token = sentence.tokens[i]
            return Antecedent(sentence.words[i], token.start, token.end, fits) if fits else None
    return None


def subject(sentence: Sentence, at: int) -> Antecedent | None:
    """The institution noun that opens the pronoun's own sentence, where it is the only noun that fits."""
    if sentence.words[0] not in _DETERMINERS or sentence.words[at] not in PRONOUNS:
        return None
    found = antecedent(sentence, at, None, True)
    near = found is not None and any(token.start == found.start for token in sentence.tokens[1:_SUBJECT])
    return found if near else None
