"""Single words of another language in copy that is not English, told by where they stand.

``hat the Haushalt``, ``am Wednesday``, ``Mrs. Schneider``: the frequency lists alone do not tell them, since copy of
every language quotes English names and titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Sentence, Spans, in_address, mention_spans, sentences
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.reading.values.words import vocabulary
from auditor.records import Evidence, Record
from auditor.text.lexicon import LANGUAGES, SCALE, lexicon
from auditor.text.tokens import places_of
from auditor.text.traits import trait
from auditor.text.words import function_words, loans, owners

_ENGLISH = LANGUAGES.index("en")
_PLAIN = round(4.0 * SCALE)  # a word of the copy's own language beside what was left
_NOUN = round(3.5 * SCALE)  # the same with the capital of a German noun
_TITLES = round(1.5 * SCALE)  # zipf by which an English word is commoner in English; films and songs are in every list
_SEEN, _FAR = round(4.1 * SCALE), round(3.0 * SCALE)  # the same of other languages, and how common it may be here
_SURELY, _HARDLY, _NEVER = round(0.8 * SCALE), round(-0.6 * SCALE), -SCALE * SCALE  # leads of its neighbours
_LONG, _ABSENT, _HEARD = 5, round(1.0 * SCALE), round(3.0 * SCALE)  # letters and zipf of a word of English alone
_MEANT = frozenset("(‘'’*_[]`-–/")
_DAY = round(1.6 * SCALE)  # zipf by which a month or day is English
_OFTEN = 3  # times that a name stands in an article
_DAY_YEAR = re.compile(r"[ \u00a0]\d{1,2}(?:st|nd|rd|th)?,[ \u00a0]?\d{4}")
_BLANKS = (" ", "\u00a0")


class LoneWords(Record, frozen=True):
    """The file ``data/languages/lone_words.toml``; its header says what each table holds."""

    schema: int
    titles: frozenset[str]
    english: frozenset[str]
    kept: frozenset[str]
    named: frozenset[str]
    heads: frozenset[str]
    own: Mapping[str, frozenset[str]]
    joins: Mapping[str, frozenset[str]]


@cache
def lone_words() -> LoneWords:
    return load_toml(data_path("languages", "lone_words.toml"), LoneWords)


def amid(sentence: Sentence, index: int, text: str, own: int) -> bool:
    """True for a small word of another language with words of the copy's own language (its place) on both sides.

    Behind a comma what stands before it tells nothing.
    """
    theirs = _theirs(sentence.words[index], own)
    if theirs is None or not 0 < index < len(sentence.tokens) - 1 or not sentence.tokens[index].text.islower():
        return False
    if text[sentence.tokens[index].end : sentence.tokens[index + 1].start] not in _BLANKS:
        return False
    between = text[sentence.tokens[index - 1].end : sentence.tokens[index].start]
    leads = [_lead(sentence, at, own, theirs) for at in (index - 1, index + 1)]
    if between.strip(" \u00a0") == ",":
        return leads[1] >= _SURELY
    return between in _BLANKS and min(leads) >= _HARDLY and max(leads) >= _SURELY


def _theirs(word: str, own: int) -> int | None:
    """The language (its place) that has a small word so much oftener that it is no word of this one."""
    lists = function_words()[LANGUAGES[own]]
    codes = ["en"] if word in lone_words().english else []
    codes += [code for code in owners("residue").get(word, ()) if code in LANGUAGES]
    if LANGUAGES[own] in codes or word in lists.glue or word in lone_words().own.get(LANGUAGES[own], ()):
        return None
    row = lexicon().row(word)
    for place in sorted(map(LANGUAGES.index, codes), key=lambda place: -row[place]):
        gap = row[place] - row[own]
        if gap >= (_TITLES if place == _ENGLISH else _FAR) and (place == _ENGLISH or row[own] <= _SEEN):
            return place
    return None


def _lead(sentence: Sentence, at: int, own: int, theirs: int) -> int:
    """By how much a word is commoner in the copy's language; far less for a rare one, a name, one in quotation marks.

    Words with a capital count where they open the sentence, and nouns in German.
    """
    text, row = sentence.tokens[at].text, lexicon().row(sentence.words[at])
    if not text.isalpha() or sentence.quoted[at]:
        return _NEVER
    german = LANGUAGES[own] == "de" and text.istitle()
    if not (text.islower() or at == 0 or german):
        return _NEVER
    least = _NOUN if german else _PLAIN
    return row[own] - row[theirs] if row[own] >= least else _NEVER


def english_days(context: Context) -> Iterator[Hit]:
    """``am Wednesday``, ``im October``, ``12 December``: months and days of English behind a word of the copy's own."""
    reading = context.reading
    names = [name for name in _days(reading.base) if 0 < len(reading.places.get(name, ())) < _OFTEN]
    lower = {name.lower() for name in names}
    for sentence in sentences(reading) if names else ():
        for index in places_of(lower, sentence.words):
            token = sentence.tokens[index]
            if not index or sentence.quoted[index] or token.text not in names or in_address(reading.text, token):
                continue
            if _DAY_YEAR.match(reading.text, token.end) or _goes_on(sentence, index):  # May 5, 2021 is DT108's
                continue
            if reading.text[sentence.tokens[index - 1].end : token.start].strip(" \u00a0.,"):
                continue
            near = (sentence.words[index - 1], *sentence.words[index + 1 : index + 2])
            dated = any(word.isdecimal() for word in near)
            named = token.text in lone_words().named
            if dated or (not named and _ordinary(sentence.tokens[index - 1].text, reading.base)):
                yield _hit(context, token.start, token.end, "en")


def _ordinary(word: str, language: str) -> bool:
    """A word in lower case that is small or common in the copy's language."""
    row, own = lexicon().row(word), LANGUAGES.index(language)
    small = word in function_words()[language].residue
    return word.islower() and (small or row[own] >= max(_PLAIN, row[_ENGLISH]))


@cache
def _days(language: str) -> frozenset[str]:
    """The months and days of English that the language writes otherwise, with their capitals."""
    known, mine = vocabulary("en"), vocabulary(language)
    own = LANGUAGES.index(language)
    full = [month for month in known.months if known.roles[month] == "month"]
    rows = {word: lexicon().row(word) for word in (*full, *known.weekdays) if len(word) > 2}
    return frozenset(
        word.capitalize()
        for word, row in rows.items()
        if word not in mine.months and word not in mine.weekdays and row[_ENGLISH] - row[own] >= _DAY
    )


def _goes_on(sentence: Sentence, index: int) -> bool:
    """A word with a capital follows: part of a name (``Wednesday Addams``), unless this is German."""
    after = sentence.tokens[index + 1 : index + 2]
    gap = bool(after) and after[0].start - sentence.tokens[index].end == 1
    return gap and after[0].text[0].isupper()


def english_words(context: Context) -> Iterator[Hit]:
    """``Die wildfires``: English words in lower case that the language's copy does not have at all."""
    reading = context.reading
    own = LANGUAGES.index(reading.base)
    found = frozenset(reading.traits.having(_UNHEARD[reading.base]))
    names = mention_spans(reading.mentions) if found else Spans(())
    for sentence in sentences(reading) if found else ():
        for index in places_of(found, sentence.words):
            token = sentence.tokens[index]
            if token.text not in found or sentence.quoted[index] or in_address(reading.text, token):
                continue
            near = [
                _lead(sentence, at, own, _ENGLISH) for at in (index - 1, index + 1) if 0 <= at < len(sentence.words)
            ]
            edges = reading.text[token.start - 1 : token.start] + reading.text[token.end : token.end + 2]
            if (
                max(near, default=0) >= _SURELY
                and not _MEANT.intersection(edges)
                and not names.hits(token.start, token.end)
            ):
                yield _hit(context, token.start, token.end, "en")


def _unheard(own: int, word: str) -> bool:
    """A word of some length that English has, this language not, and no other as often."""
    if len(word) < _LONG or not (word.isascii() and word.isalpha() and word.islower()) or word in loans():
        return False
    row = lexicon().row(word)
    others = max(value for place, value in enumerate(row) if place != _ENGLISH)
    return row[own] <= _ABSENT and row[_ENGLISH] >= _HEARD and others <= row[_ENGLISH] - SCALE


_UNHEARD = {code: trait(partial(_unheard, own), code) for own, code in enumerate(LANGUAGES) if code != "en"}


def english_titles(context: Context) -> Iterator[Hit]:
    """``Mrs. Schneider``: a form of address of English before a name."""
    reading = context.reading
    file = lone_words()
    wanted = [title for title in sorted(file.titles) if title in reading.places]
    for title in wanted:
        if (reading.base, title) == ("nl", "Mr"):  # the degree of a lawyer
            continue
        for at in reading.places[title]:
            token, after = reading.tokens[at], reading.tokens[at + 1 : at + 2]
            between = reading.text[token.end : after[0].start] if after else ""
            named = bool(after) and between in (" ", "\u00a0", ". ", ".\u00a0") and after[0].text[0].isupper()
            if named and after[0].text not in file.kept and not _quoted(reading.text, token.start):
                end = token.end + (between[:1] == ".")
                yield _hit(context, token.start, end, "en")


def _quoted(text: str, start: int) -> bool:
    return text[max(0, start - 1) : start] in ("“", '"', "„", "«", "»", "‘", "'")


def _hit(context: Context, start: int, end: int, code: str) -> Hit:
    words, language = context.reading.text[start:end], language_name(code)
    clue = Evidence(kind="table", text=f"“{words}” is {language}", source="data/languages/lone_words.toml")
    return Hit(
        start=start,
        end=end,
        args={"words": words, "language": language},
        evidence=(clue,),
        severity="minor",
        points_to=code,
        weight=1.5,
    )
