"""TX118: days, months and peoples with the capital of English, in copy of languages that write them small."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

import msgspec

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import Sentence, sentences
from auditor.packs import data_path, load_toml
from auditor.reading.values.words import vocabulary
from auditor.records import Record, Suggestion

LANGUAGES = ("es", "fr", "it", "nl", "pl", "ru", "uk")
_TITLE = 0.5  # share of capitals from which a sentence is a title
_NEAR = 3  # words behind a day, none of which has a capital (Domingo de Ramos)


class Words(Record, frozen=True):
    """One language of ``data/checks/english_capitals.toml``; see its header."""

    before: frozenset[str]
    feasts: frozenset[str]
    after: frozenset[str]
    nouns: frozenset[str]
    peoples: frozenset[str]


class Capitals(Record, frozen=True):
    """The file."""

    schema: int
    fr: Words
    es: Words
    it: Words
    nl: Words
    pl: Words
    ru: Words
    uk: Words


class Table(msgspec.Struct, frozen=True):
    """One language's words as they would stand with a capital: days, months (with their numbers) and peoples."""

    words: Words
    days: frozenset[str]
    months: Mapping[str, int]
    peoples: frozenset[str]
    every: frozenset[str]


@cache
def table(language: str) -> Table:
    words: Words = getattr(load_toml(data_path("checks", "english_capitals.toml"), Capitals), language)
    known = vocabulary(language)
    months = {month.capitalize(): number for month, number in known.months.items() if known.roles[month] == "month"}
    days = frozenset(map(str.capitalize, known.weekdays))
    peoples = frozenset(map(str.capitalize, words.peoples))
    return Table(words, days, months, peoples, days.union(months, peoples))


def run(context: Context) -> Iterator[Hit]:
    """Words with such a capital inside sentences that are no titles, outside quotation marks."""
    reading = context.reading
    held = table(reading.base)
    every = held.every.intersection(reading.places)
    lower = {word.lower() for word in every}
    for sentence in sentences(reading) if every else ():
        if not lower.isdisjoint(sentence.words) and not _is_title(sentence):
            for at, token in enumerate(sentence.tokens):
                if token.text in every and not sentence.quoted[at] and _is_slip(sentence, at, held, reading.text):
                    yield Hit(start=token.start, end=token.end, suggestions=(Suggestion(text=token.text.lower()),))


def _is_title(sentence: Sentence) -> bool:
    words = [token.text for token in sentence.tokens[1:] if token.text[0].isalpha()]
    return sum(word[0].isupper() for word in words) > _TITLE * len(words)


def _is_slip(sentence: Sentence, at: int, held: Table, text: str) -> bool:
    tokens = sentence.tokens
    if not at or text[tokens[at - 1].end : tokens[at].start] not in (" ", "\u00a0"):
        return False
    word, before = tokens[at].text, tokens[at - 1].text
    far = tokens[at - 2].text if at > 1 else ""
    after = [token.text for token in tokens[at + 1 : at + 1 + _NEAR]]
    if word in held.peoples and before in held.words.nouns:
        return not after or not after[0][0].isupper() or text[tokens[at].end : tokens[at + 1].start] != " "
    calendar = vocabulary(sentence.segment.language or "").calendar
    told = bool(after) and after[0] in calendar.past | calendar.next and before.islower()
    if word in held.days and (told or before in held.words.before):
        feast = bool(after) and after[0] in held.words.after
        return not (feast or (far[:1].isupper() and at > 2) or any(w[0].isupper() for w in after))
    number = held.months.get(word)
    day = far if before in calendar.between else before
    year = next((w for w in after[:2] if w.isdecimal()), "")
    return number is not None and day.isdecimal() and len(year) == 4 and f"{int(day)}-{number}" not in held.words.feasts


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX118",
        slug="english-capital",
        title="A day, month or people with the capital that English gives it",
        mqm="linguistic-conventions/spelling/capitalization",
        severity="minor",
        why="These words are small in the language of the copy; the capital was carried over from English or German.",
        message="“{match}” has a capital here as in English",
        run=run,
        languages=LANGUAGES,
        examples=(
            Example(
                kind="bad",
                text="Le conseil municipal se réunira de nouveau ce ⟦Jeudi⟧ à la mairie, a dit le maire.",
                fixed="Le conseil municipal se réunira de nouveau ce jeudi à la mairie, a dit le maire.",
                lang="fr",
            ),
            Example(kind="bad", text="La feria abrió sus puertas el 3 de ⟦Marzo⟧ de 2019 en la plaza.", lang="es"),
            Example(kind="bad", text="La decisione del governo ⟦Italiano⟧ sarà discussa in aula.", lang="it"),
            Example(kind="bad", text="De winkel bleef vorige ⟦Maandag⟧ dicht, zegt de eigenaar.", lang="nl"),
            Example(kind="bad", text="Мост открыли 12 ⟦Марта⟧ 2019 года после долгого ремонта.", lang="ru"),
            Example(kind="good", text="El desfile del Domingo de Ramos llenó la plaza.", lang="es"),
            Example(kind="good", text="Le Journal du Dimanche et les jeunes Français aiment le 14 Juillet.", lang="fr"),
            Example(kind="good", text="Trener Sobota i pani Maja wrócili w piątek, po święcie 3 Maja.", lang="pl"),
        ),
        sources=("data/checks/english_capitals.toml",),
    ),
)
