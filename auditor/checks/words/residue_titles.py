"""Residue before names and behind figures: forms of address (Mme, Pdte.), and endings of figures (17enne)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Sentence, quoted, sentences
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.records import Evidence, Record
from auditor.text.traits import trait

_EVERYDAY = 4.3  # zipf from which the next word may be no name (Me Too)


class Address(Record, frozen=True):
    """The file ``data/languages/address.toml``."""

    schema: int
    sure: dict[str, tuple[str, ...]]
    inside: dict[str, tuple[str, ...]]
    initial: dict[str, tuple[str, ...]]
    stopped: dict[str, tuple[str, ...]]
    figures: dict[str, tuple[str, ...]]
    labels: dict[str, dict[str, str]]
    abbreviations: dict[str, dict[str, str]]


@cache
def _file() -> Address:
    return load_toml(data_path("languages", "address.toml"), Address)


@cache
def _forms() -> dict[str, tuple[str, str]]:
    """Form of address -> where it counts, and its language."""
    file = _file()
    rows = (("sure", file.sure), ("inside", file.inside), ("initial", file.initial))
    return {form: (place, code) for place, table in rows for code, forms in table.items() for form in forms}


@cache
def _stopped() -> dict[str, str]:
    """Abbreviated form of address -> its language."""
    return {form: code for code, forms in _file().stopped.items() for form in forms}


@cache
def _figures() -> tuple[re.Pattern[str], dict[str, str]]:
    """A figure with a foreign ending, and ending -> language."""
    endings = {ending: code for code, forms in _file().figures.items() for ending in forms}
    return re.compile(rf"\d(?<![\w.,]\d)\d{{0,2}}-?({'|'.join(sorted(endings))})(?![\w-])"), endings


_ENDED = trait(lambda word: not word.isalpha() and _figures()[0].search(word))


@cache
def labels() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """A label at the head of a line, before a colon, and label -> its language and the English one."""
    known = {form: (code, right) for code, forms in _file().labels.items() for form, right in forms.items()}
    return re.compile(rf"^[ \t]{{0,8}}({'|'.join(map(re.escape, sorted(known)))}) ?:", re.M), known


@cache
def abbreviations() -> dict[str, tuple[str, str]]:
    """Abbreviation of another language -> its language and what English has."""
    every = _file().abbreviations.items()
    return {form: (code, right) for code, forms in every for form, right in forms.items()}


def told_by_form(context: Context) -> Iterator[Hit]:
    """``Pdte. Quiroga`` and ``the 17enne`` in English copy, outside quotation marks."""
    reading = context.reading
    for form in sorted(_stopped().keys() & reading.places.keys()):
        for at in reading.places[form]:
            token, after = reading.tokens[at], reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
            named = after is not None and after.text.istitle() and reading.text[token.end : after.start] == ". "
            if named and not quoted(reading).hits(token.start, token.end):
                yield _hit(token.start, token.end + 1, f"{form}.", _stopped()[form])
    pattern, endings = _figures()
    for match in pattern.finditer(reading.text) if reading.traits.having(_ENDED) else ():
        if not quoted(reading).hits(*match.span()):
            yield _hit(*match.span(), match[0], endings[match[1]], "an ending of figures")


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


def _hit(start: int, end: int, word: str, code: str, what: str = "a form of address") -> Hit:
    clue = Evidence(kind="table", text=f"“{word}”: {what} of {language_name(code)}", source="data/languages")
    return Hit(
        start=start,
        end=end,
        args={"words": word, "language": language_name(code)},
        evidence=(clue,),
        severity="minor",
        points_to=code,
        weight=1.5,
    )
