"""Residue before names: forms of address that other languages print and English copy does not (Mme, Herr)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from auditor.checks.artifacts_spans import Sentence, sentences
from auditor.checks.base import Context, Hit
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.records import Evidence, Record

_EVERYDAY = 4.3  # zipf from which the next word may be no name (Me Too)


class Address(Record, frozen=True):
    """The file ``data/languages/address.toml``."""

    schema: int
    sure: dict[str, tuple[str, ...]]
    inside: dict[str, tuple[str, ...]]
    initial: dict[str, tuple[str, ...]]


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """Form of address -> where it counts, and its language."""
    file = load_toml(data_path("languages", "address.toml"), Address)
    rows = (("sure", file.sure), ("inside", file.inside), ("initial", file.initial))
    return {form: (place, code) for place, table in rows for code, forms in table.items() for form in forms}


def titled(context: Context) -> Iterator[Hit]:
    """Hits on forms of address in English copy, outside quotation marks, right before a name."""
    for sentence in sentences(context.reading) if not _forms().keys().isdisjoint(context.reading.places) else ():
        for index, token in enumerate(sentence.tokens[:-1]):
            found = _forms().get(token.text)
            if found is None or sentence.quoted[index] or not _before_name(sentence, index, context):
                continue
            place, code = found
            inside = place == "inside" and index > 0 and _rare(sentence.tokens[index + 1].text, context)
            if place == "sure" or inside or _is_initial(sentence, index, context):
                yield _hit(token.start, token.end, token.text, code)


def _rare(word: str, context: Context) -> bool:
    """True for a word that is no everyday one."""
    return context.lexicon.zipf(word, "en") < _EVERYDAY


def _before_name(sentence: Sentence, index: int, context: Context) -> bool:
    """A word with a capital follows."""
    token, after = sentence.tokens[index], sentence.tokens[index + 1]
    gap = context.reading.text[token.end : after.start]
    return gap in (" ", ". ") and after.text.istitle()


def _is_initial(sentence: Sentence, index: int, context: Context) -> bool:
    """``M. Dupont`` of a Dupont whose given name, told elsewhere, has another initial."""
    token, after = sentence.tokens[index], sentence.tokens[index + 1]
    if context.reading.text[token.end : after.start] != ". ":
        return False
    people = [m for m in context.reading.mentions if m.type == "person" and m.family == after.text and m.given]
    return any(len(m.given or "") > 2 and not (m.given or "").startswith(token.text) for m in people)


def _hit(start: int, end: int, word: str, code: str) -> Hit:
    clue = Evidence(
        kind="table", text=f"“{word}” is a form of address in {language_name(code)}", source="data/languages"
    )
    return Hit(
        start=start,
        end=end,
        args={"words": word, "language": language_name(code)},
        evidence=(clue,),
        severity="minor",
        points_to=code,
        weight=1.5,
    )
