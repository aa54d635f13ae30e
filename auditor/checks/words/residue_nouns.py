"""Residue that looks like a name or an aside: German nouns, offices, months, words in square brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Sentence, in_address, sentences
from auditor.entities.wording import language_name
from auditor.records import Evidence
from auditor.text.lexicon import LANGUAGES, SCALE, Lexicon, lexicon
from auditor.text.traits import trait
from auditor.text.words import function_words, loans, owners

_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "every", "his", "her", "its", "their", "local"))
_BEFORE_DAY = frozenset(("on", "until", "since", "from", "in", "of", "by", "last", "next", "this", "for"))
_SHORTEST = 5
_UNKNOWN = round(1.0 * SCALE)  # a word that English copy does not have, nor as a name
_DAY_MAX = round(2.5 * SCALE)
_DAY_SEEN = round(3.3 * SCALE)  # the same in lower case, where it is no name
_CLEAR = round(2.0 * SCALE)
_OWNED = round(3.5 * SCALE)
_LONG, _SEEN = 9, round(2.2 * SCALE)  # letters of a German compound that English copy never has, and how common it is
_KNOWN = round(3.5 * SCALE)  # an English word: what follows a measure ("3 Milliarden Euro")
_COMMON = round(6.0 * SCALE)  # a word so common in English that it begins a new phrase
_BRACKETS = re.compile(r"(?<!\w)\[([^\[\]\n]{2,60})\](?![\w(])")
_EDITORS = frozenset(("sic", "un"))  # what editors of English put there, too
_MOST = 8  # words in brackets
_GERMAN = LANGUAGES.index("de")
_ENGLISH = LANGUAGES.index("en")


def left(context: Context) -> Iterator[Hit]:
    """Hits in English copy on foreign nouns that stand as common nouns, and on asides that were not translated."""
    foreign = frozenset(context.reading.traits.having(_FOREIGN))
    for sentence in sentences(context.reading) if foreign else ():
        for index, token in enumerate(sentence.tokens):
            if token.text in foreign and not sentence.quoted[index]:
                row = context.lexicon.row(sentence.words[index])
                code = _owner(sentence, index, row, context.reading.text)
                if code and not in_address(context.reading.text, token):
                    yield _hit(context, token.start, token.end, code, token.text)
    yield from _bracketed(context)


def _is_foreign(word: str) -> bool:
    """True for a word with a capital that another language uses and English hardly does, and its days and months."""
    if len(word) < _SHORTEST or not (word.istitle() or word in owners("calendar")):
        return False
    row = lexicon().row(word)
    if word.islower():
        return max(row) >= _OWNED and row[_ENGLISH] <= _DAY_SEEN
    if len(word) >= _LONG and row[_ENGLISH] == 0 and row[_GERMAN] >= _SEEN and row[_GERMAN] == max(row):
        return True
    return max(row) >= _OWNED and row[_ENGLISH] <= _DAY_MAX


_FOREIGN = trait(_is_foreign, "en")


def _owner(sentence: Sentence, index: int, row: bytes, text: str) -> str | None:
    """The language whose common noun, office or calendar word the token is; None where it may well be a name."""
    word = sentence.tokens[index].text
    if index == 0:
        return None
    before, after = sentence.tokens[index - 1], sentence.tokens[index + 1 : index + 2]
    if text[before.end : sentence.tokens[index].start] != " " or text[sentence.tokens[index].end :][:2] == " (":
        return None
    ends = not after or text[sentence.tokens[index].end : after[0].start] != " "
    free = ends or after[0].text.islower() or after[0].text[0].isdigit()
    if word.islower() and not ends and _english(after[0].text.lower()) < _KNOWN:  # mardi gras
        return None
    if free and sentence.words[index - 1] in _BEFORE_DAY and word in owners("calendar"):
        return owners("calendar")[word][0]
    if row[_ENGLISH] > _UNKNOWN:
        return None
    if word in owners("titles") and before.text.islower():
        return owners("titles")[word][0]
    phrase = ends or (after[0].text.islower() and _english(after[0].text.lower()) >= _COMMON)
    german = row[_GERMAN] == max(row)
    if before.text[0].isdigit() and german and word.lower() not in loans():
        return "de" if phrase or _english(after[0].text.lower()) >= _KNOWN else None
    return "de" if german and phrase and sentence.words[index - 1] in _DETERMINERS else None


def _english(word: str) -> int:
    return lexicon().row(word)[_ENGLISH]


def _bracketed(context: Context) -> Iterator[Hit]:
    """``[du suspect]``: an editor's aside, all of it in another language."""
    text = context.reading.text
    for match in _BRACKETS.finditer(text) if "[" in text else ():
        words = match[1].lower().split()
        alone = len(words) == 1 and words[0] not in _EDITORS and language_name(words[0]) == words[0]
        if (alone or 2 <= len(words) <= _MOST) and all(word.isalpha() for word in words):
            code = _language(words, context.lexicon)
            if code:
                yield _hit(context, match.start(), match.end(), code, words[0])


def _language(words: list[str], lexicon: Lexicon) -> str | None:
    """The one language that has all the words, one of them as a function word that English does not have."""
    rows = [lexicon.row(word) for word in words]
    for code, lists in function_words().items():
        if code == "en" or code not in LANGUAGES:
            continue
        at = LANGUAGES.index(code)
        closed = (row[at] - row[_ENGLISH] for word, row in zip(words, rows, strict=True) if word in lists.residue)
        if max(closed, default=0) >= _CLEAR and all(row[at] >= _OWNED for row in rows):
            return code
    return None


def _hit(context: Context, start: int, end: int, code: str, word: str) -> Hit:
    return Hit(
        start=start,
        end=end,
        args={"words": context.reading.text[start:end], "language": language_name(code)},
        evidence=(Evidence(kind="lexicon", text=f"“{word}” is a word of {language_name(code)}, not of this text"),),
        severity="major",
        points_to=code,
        weight=2.0,
    )
