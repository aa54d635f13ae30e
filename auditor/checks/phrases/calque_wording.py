"""What a row of phrases says where it fires: its explanation and its suggestions, in the form that stands there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import msgspec

from auditor.checks.phrases.calque_pack import ELEMENT, Calque
from auditor.text.inflections import inflections, is_plural, is_singular, plural, verb_forms, verb_readings
from auditor.text.lexicon import lexicon
from auditor.text.pattern_syntax import marked_part
from auditor.text.patterns import Match
from auditor.text.word_classes import word_classes

_BEFORE = 2  # tokens before the marked part among which an auxiliary is looked for
_MASS = 2.0  # zipf that a plural may be rarer than its singular; one still rarer is of a noun that has none
_SURE = frozenset({"VB", "VBD", "VBN", "ED", "VBZ"})  # tags of verbs that are no nouns
_FINITE = frozenset({"VBD", "VBN", "ED", "VBZ"})  # tags of one form of a verb and of nothing else


def told(row: Calque, match: Match) -> Calque:
    """The row with the words found here in what it says."""
    return msgspec.structs.replace(row, why=_filled(row.why, match)) if "{" in row.why else row


def suggestions(row: Calque, match: Match, words: Sequence[str], old: str) -> tuple[str, ...]:
    """The row's replacements of the marked part ``old``, in its inflection and with the case of its first letter.

    ``words``: the sentence's, in lower case.
    """
    marked, before = words[match.first : match.last], words[max(0, match.first - _BEFORE) : match.first]
    found: list[str] = []
    for template in row.replacements:
        text = _filled(template, match)
        if template.startswith("{"):  # the copy's own verb, and often its own noun
            forms: tuple[str, ...] = (text if template.endswith("}") else _numbered(text, _head(marked)),)
        else:
            forms = agreeing(text, tuple(marked), tuple(before), _first(row.match))
        found += (form[:1].upper() + form[1:] for form in forms) if old[:1].isupper() and match.first == 0 else forms
    return tuple(dict.fromkeys(text for text in found if text != old))


def _filled(template: str, match: Match) -> str:
    """The template with the texts of the elements in the place of their numbers."""
    return " ".join(ELEMENT.sub(lambda found: match.texts.get(int(found[1]), ""), template).split())


@lru_cache(maxsize=20_000)
def _first(pattern: str) -> frozenset[str]:
    """The words that the first element of the marked part may be, as the pattern has them."""
    part = marked_part(pattern)[0] if "(" in pattern else pattern
    words = part.split()[0].strip("^[]?").split("|") if part.split() else []
    return frozenset(form for word in words for form in (inflections(word[:-1]) if word.endswith("~") else (word,)))


def agreeing(text: str, old: Sequence[str], before: Sequence[str], first: frozenset[str]) -> tuple[str, ...]:
    """The text with its verb in the tense of the words that it replaces, or its noun in their number.

    ``before``: the last words before ``old``; ``first``: the words that may stand where the first of ``old`` does.
    Several where past tense and participle differ and no auxiliary tells which is meant.
    """
    head, blank, rest = text.partition(" ")
    tags = {tag for _, tag in verb_readings(old[0])}
    own = verb_readings(head) if _leads(head, rest, tags) and _auxiliaries().isdisjoint((old[0], head)) else frozenset()
    if own and tags and tags.isdisjoint(tag for _, tag in own) and _inflects(old[0], head, first):
        if "VBN" in tags and not _auxiliaries().isdisjoint(before):
            tags -= {"VB", "VBD"}
        elif "VB" in tags:
            tags.discard("VBN")
        forms = (form for base, _ in sorted(own) for tag in sorted(tags) for form in verb_forms(base)[tag])
        return tuple(dict.fromkeys(f"{form}{blank}{rest}" for form in forms))
    return (_numbered(text, _head(old)),)


def _leads(head: str, rest: str, tags: Iterable[str]) -> bool:
    """False where the first word may be a noun that the next one belongs to (power cuts), or an -ing of its own."""
    if word_classes().get(head) in _SURE:
        return True
    following = rest.split(" ", 1)[0]
    noun = bool(following) and (word_classes().get(following) is not None or bool(verb_readings(following)))
    return not noun and "VBG" not in tags


def _head(old: Sequence[str]) -> str:
    """The noun that decides the number: the last word, or the one before "of" (minister of foreign affairs)."""
    return old[max(0, old.index("of") - 1)] if "of" in old else old[-1]


@cache
def _auxiliaries() -> frozenset[str]:
    return inflections("be") | inflections("have")


def _inflects(old: str, new: str, first: Iterable[str]) -> bool:
    """True where the pattern has several forms of the old verb, or both words are verbs and nothing else."""
    bases = {base for base, _ in verb_readings(old)}
    if any(not bases.isdisjoint(base for base, _ in verb_readings(word)) for word in first if word != old):
        return True
    tags = word_classes()
    return tags.get(old) in _FINITE and tags.get(new) == "VB"


def _numbered(text: str, old: str) -> str:
    """The text, if it is of one or two words, with its last one in the plural where ``old`` and it are nouns."""
    lead, blank, noun = text.rpartition(" ")
    if " " not in lead and is_plural(old) and is_singular(noun):
        many = plural(noun)
        zipf = lexicon().zipf
        return f"{lead}{blank}{many}" if many != old and zipf(many, "en") >= zipf(noun, "en") - _MASS else text
    return text
