"""Residue that the tables of ``left_words.toml`` know: German nouns, offices before names, captions, small words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.marks.wording import peoples_and_cities, wording
from auditor.checks.spans import Sentence, in_address, sentences
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.records import Evidence, Record, Severity
from auditor.text.lexicon import LANGUAGES, SCALE, lexicon
from auditor.text.tokens import places_of
from auditor.text.traits import trait
from auditor.text.words import function_words

_ENGLISH, _GERMAN = LANGUAGES.index("en"), LANGUAGES.index("de")
_COMMON = round(4.0 * SCALE)  # a word of English beside what was left
_PLAIN = round(3.0 * SCALE)  # the same beside a small word
_EVERYDAY = round(5.0 * SCALE)  # the same behind a noun with a capital
_LONG = 10  # letters of a German noun that is no part of a name
_OWNED, _NEARLY = (
    round(0.7 * SCALE),
    round(-0.8 * SCALE),
)  # zipf by which one of its neighbours is English, and the other
_SEEN = round(2.7 * SCALE)  # the first part of a compound in German
_HOMOGRAPHS = frozenset(("china", "georgia", "jordan", "polish", "turkey"))
_HEAD = 4  # letters before the head of a compound
_LETTERS = 3  # of a word beside a small one
_OPENS = re.compile(r"(?:^[ \t]*|[(\[])\Z", re.M)
_INDENT = 8  # characters before a caption
_MOST = 3  # small words of a run


class LeftWords(Record, frozen=True):
    """The file; its header says what each table holds."""

    schema: int
    heads: tuple[str, ...]
    nouns: Mapping[str, tuple[str, ...]]
    offices: Mapping[str, tuple[str, ...]]
    captions: Mapping[str, tuple[str, ...]]
    small: Mapping[str, frozenset[str]]
    unlisted: Mapping[str, frozenset[str]]
    not_behind: Mapping[str, frozenset[str]]
    not_before: Mapping[str, frozenset[str]]


@cache
def _file() -> LeftWords:
    return load_toml(data_path("languages", "left_words.toml"), LeftWords)


def _by_word(table: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Word -> the first language that has it."""
    found: dict[str, str] = {}
    for code, words in table.items():
        for word in words:
            found.setdefault(word, code)
    return found


@cache
def _offices() -> Mapping[str, str]:
    return _by_word(_file().offices)


@cache
def _lone() -> Mapping[str, str]:
    """Words that count wherever English stands on both sides, and their languages."""
    return {**_by_word(_file().unlisted), **_by_word(_file().nouns)}


@cache
def _captions() -> tuple[re.Pattern[str], Mapping[str, str], frozenset[str]]:
    """A caption at the edge of a line or in brackets, caption -> language, and the first words of all."""
    known = {form.lower(): code for code, forms in _file().captions.items() for form in forms}
    forms = "|".join(re.escape(form).replace("'", "['’]") for form in sorted(known, key=len, reverse=True))
    pattern = re.compile(rf"({forms})(?=[.:)\],;|/]| [–—|/-] |[ \t]{{0,8}}$)", re.M | re.I)
    return pattern, known, frozenset(re.split(r"[\s'.]", form)[0] for form in known)


@cache
def _small() -> frozenset[str]:
    return frozenset[str]().union(*_file().small.values())


def left_words(context: Context) -> Iterator[Hit]:
    """Hits in English copy."""
    yield from _captioned(context)
    found = frozenset(context.reading.traits.having(_LEFT))
    for sentence in sentences(context.reading) if found else ():
        for index, token in enumerate(sentence.tokens):
            if token.text not in found or sentence.quoted[index] or in_address(context.reading.text, token):
                continue
            if token.text in _offices() and _named(sentence, index, context.reading.text):
                yield _hit(context, token.start, token.end, _offices()[token.text], "minor")
            elif (code := _code(token.text)) and _plain(sentence, index, context.reading.text, code):
                yield _hit(context, token.start, token.end, code, "major" if token.text in _lone() else "minor")
            elif token.text in _small() and (run := _between(sentence, index, context.reading.text)):
                yield _hit(context, token.start, sentence.tokens[run[0]].end, run[1], "major")


def _code(word: str) -> str | None:
    """The language of a word of the table, or of a German compound of one that English does not have."""
    if word in _lone():
        return _lone()[word]
    low, heads = word.lower(), _file().heads
    if not word.istitle() or not low.endswith(heads) or lexicon().row(low)[_ENGLISH]:
        return None
    fronts = (low.removesuffix(head) for head in heads if low.endswith(head))
    return "de" if any(len(front) >= _HEAD and _is_german(front) for front in fronts) else None


def _is_german(front: str) -> bool:
    """The rest of a compound is a word of German, with or without its joint."""
    rows = (lexicon().row(form) for form in (front, front.removesuffix("s"), front.removesuffix("n")))
    return any(row[_GERMAN] >= _SEEN for row in rows)


def _is_left(word: str) -> bool:
    return word in _offices() or word in _small() or _code(word) is not None


_LEFT = trait(_is_left, "en")


def _captioned(context: Context) -> Iterator[Hit]:
    """Captions that open a line or a bracket."""
    pattern, known, firsts = _captions()
    reading = context.reading
    if firsts.isdisjoint(reading.vocabulary):
        return
    for at in places_of(firsts, reading.lower):
        start = reading.tokens[at].start
        opens = _OPENS.search(reading.text, max(0, start - _INDENT), start) is not None
        if match := pattern.match(reading.text, start) if opens else None:
            yield _hit(context, match.start(1), match.end(1), known[match[1].lower().replace("’", "'")], "minor")


def _named(sentence: Sentence, index: int, text: str) -> bool:
    """A name follows, and no name of another language stands before."""
    tokens = sentence.tokens
    if index + 1 == len(tokens) or text[tokens[index].end : tokens[index + 1].start] != " ":
        return False
    before = tokens[index - 1].text if index else ""
    sound = index < 2 or before.islower() or _is_people(before) or not _joined(sentence, index, text)
    return sound and tokens[index + 1].text[0].isupper() and not tokens[index + 1].text.isupper()


def _joined(sentence: Sentence, index: int, text: str) -> bool:
    return text[sentence.tokens[index - 1].end : sentence.tokens[index].start] == " "


def _plain(sentence: Sentence, index: int, text: str, code: str) -> bool:
    """English on both sides: in lower case and commoner there than in the language, a people, the end of the clause."""
    tokens = sentence.tokens
    if index == 0:  # a noun with a capital opens a sentence
        return tokens[0].text.istitle() and text[tokens[0].end :][:1] == " " and _goes_on(sentence, 0, code)
    if not _joined(sentence, index, text) or text[tokens[index].end :][:2] == " (":
        return False
    before = tokens[index - 1].text
    if not (_is_people(before) or before.isdecimal() or _is_own(before, code, index == 1)):
        return False
    if index + 1 == len(tokens) or not _joined(sentence, index + 1, text):
        return text[tokens[index].end : tokens[index].end + 1] != "-"
    return _goes_on(sentence, index, code)


def _goes_on(sentence: Sentence, index: int, code: str) -> bool:
    """English follows; behind a short word with a capital, which may be a name (the Geisel valley), a common word."""
    if index + 1 == len(sentence.tokens):
        return False
    after = sentence.tokens[index + 1].text
    word = sentence.tokens[index].text
    least = _EVERYDAY if word.istitle() and len(word) < _LONG else 0
    return _is_own(after, code) and lexicon().row(after)[_ENGLISH] >= least


def _is_people(word: str) -> bool:
    """A country, people or city of English; some are other words in lower case."""
    low = word.lower()
    return word.istitle() and (low in peoples_and_cities() or low in wording().after or low in _HOMOGRAPHS)


def _is_own(word: str, code: str, first: bool = False) -> bool:
    """True for a common word of English; of a sentence the ``first`` may have a capital."""
    row = lexicon().row(word.lower())
    theirs = row[LANGUAGES.index(code)] if code in LANGUAGES else 0
    return (word.islower() or first) and row[_ENGLISH] >= _COMMON and row[_ENGLISH] > theirs


def _between(sentence: Sentence, index: int, text: str) -> tuple[int, str] | None:
    """``the launch del freighter``: the last of the small words, and their language.

    Their neighbours must be English whichever of the languages with these words it is.
    """
    tokens, words, file, found = sentence.tokens, sentence.words, _file(), None
    for code, small in file.small.items():
        last = index
        while last < min(index + _MOST, len(tokens)) and tokens[last].text in small:
            last += 1
        if last == index:
            continue
        if not 0 < index < last < len(tokens) or words[index - 1] in _small() or words[last] in _small():
            return None
        behind, ahead = file.not_behind.get(words[index], ()), file.not_before.get(words[last - 1], ())
        if words[index - 1] in behind or words[last] in ahead:
            return None
        least, most = sorted(_ahead(tokens[at].text, code) for at in (index - 1, last))
        if least < _NEARLY or most < _OWNED or not all(_joined(sentence, at, text) for at in range(index, last + 1)):
            return None
        found = found or (last - 1, code)
    return found


def _ahead(word: str, code: str) -> int:
    """By how much a word in lower case is commoner in English than in the language; far less for one of few letters."""
    row = lexicon().row(word)
    short = len(word) < _LETTERS and word not in function_words()["en"].residue
    if not word.islower() or not word.isalpha() or len(word) == 1 or short or row[_ENGLISH] < _PLAIN:
        return -SCALE * SCALE
    return row[_ENGLISH] - row[LANGUAGES.index(code)]


def _hit(context: Context, start: int, end: int, code: str, severity: Severity) -> Hit:
    words, language = context.reading.text[start:end], language_name(code)
    clue = Evidence(kind="table", text=f"“{words}” is {language}", source="data/languages/left_words.toml")
    return Hit(
        start=start,
        end=end,
        args={"words": words, "language": language},
        evidence=(clue,),
        severity=severity,
        points_to=code,
        weight=1.5,
    )
