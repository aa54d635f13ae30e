"""Names with letters that their bearer's nation never has in English copy: the Turkish minister Kalyn (NM201)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.names.routes_data import routes
from auditor.checks.spans import Spans
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.packs.renderings import renderings
from auditor.reading.article import Reading
from auditor.records import Evidence, Record
from auditor.text.memo import Memo
from auditor.text.tokens import Token
from auditor.text.traits import trait

_POSSESSIVE = re.compile(r"['’]s$")
_WORDS = 8  # words of an office's title
_NAMES = 3  # words of a name
_COMMON = 3.8  # zipf of a word that is of the office's title (the Japan Socialist Party)
_SHORTEST = 4  # letters of a word of a name
_OF = re.compile(
    r"\b([A-Za-z-]+(?: (?:for|of) [A-Za-z]+(?: [A-Za-z]+| and [A-Za-z]+)?)?) of (?:the )?(?:Republic of )?$"
)
_REACH = 60  # characters before a country in which the office stands
_WEIGHT = 1.0


class Nation(Record, frozen=True):
    """Adjectives and countries, and the letters that names there never have; see the file's header."""

    words: tuple[str, ...]
    never: tuple[str, ...]


class _File(Record, frozen=True):
    schema: int
    nation: tuple[Nation, ...]


@cache
def _nations() -> Mapping[str, tuple[str, re.Pattern[str]]]:
    """Word -> the nation's adjective, and the letters that betray a name."""
    rows = load_toml(data_path("checks", "never_letters.toml"), _File).nation
    return {word: (word, re.compile("|".join(row.never))) for row in rows for word in row.words}


def _nation(word: str) -> str | None:
    name = _POSSESSIVE.sub("", word)
    return name if name in _nations() else None


_NATIONAL = trait(_nation, "en")


@cache
def listed_forms() -> Mapping[str, tuple[str, ...]]:
    """Word -> the forms of persons of the news with it, of which another check tells."""
    found: dict[str, list[str]] = {}
    for form in (form for row in renderings("persons") for form in row.forms):
        for word in form.split():
            found.setdefault(word, []).append(form)
    return {word: tuple(forms) for word, forms in found.items()}


def strange_letters(context: Context, taken: Spans) -> Iterator[Hit]:
    """The words of the names of office holders that have such letters, wherever the article has them again."""
    reading = context.reading
    found: dict[str, str] = {}
    for word in reading.traits.having(_NATIONAL):
        nation = _nation(word) or word
        for at in reading.places[word]:
            for name in _holder(reading, at, possessive=nation != word):
                common = context.lexicon.zipf(name.lower(), "en") >= _COMMON
                if len(name) >= _SHORTEST and _strange[nation, name] and not common:
                    found.setdefault(name, nation)
    for name, nation in found.items():
        if any(form in reading.text for form in listed_forms().get(name, ())):
            continue
        for match in re.finditer(rf"(?<![\w@#.]){re.escape(name)}(?![\w@])", reading.text):
            if not taken.hits(match.start(), match.end()):
                yield _hit(match, nation)


def _letters(key: tuple[str, str]) -> bool:
    return _nations()[key[0]][1].search(key[1].lower()) is not None


_strange = Memo(_letters, 10_000)


def _holder(reading: Reading, at: int, *, possessive: bool) -> list[str]:
    """The words of the name of who holds an office of the nation at a token; none where no office is named."""
    tokens, text = reading.tokens, reading.text
    ahead = tokens[at + 1 : at + 1 + _WORDS + _NAMES]
    title = _title(text, tokens[at], ahead)
    if not routes().heads.isdisjoint(word.text.lower() for word in ahead[:title]):
        return _name(text, ahead, title)
    before = _OF.search(text, max(0, tokens[at].start - _REACH), tokens[at].start)
    if not possessive and title == 0 and before and not routes().heads.isdisjoint(before[1].lower().split()):
        return _name(text, ahead, 0) if ahead and _next(text, tokens[at], ahead[0]) else []
    return []


def _title(text: str, last: Token, ahead: Sequence[Token]) -> int:
    """How many of the tokens belong to an office's title, side by side."""
    for count, token in enumerate(ahead[:_WORDS]):
        if token.text.lower() not in routes().offices or not _next(text, last, token):
            return count
        last = token
    return min(len(ahead), _WORDS)


def _name(text: str, ahead: Sequence[Token], start: int) -> list[str]:
    """The words with a capital from a token on, side by side."""
    found: list[str] = []
    last: Token | None = None
    for token in ahead[start : start + _NAMES]:
        word = _POSSESSIVE.sub("", token.text)
        if not word[:1].isupper() or (last and not _next(text, last, token)):
            break
        found.append(word)
        last = token
    return found


def _next(text: str, left: Token, right: Token) -> bool:
    return right.start - left.end == 1 and text[left.end] == " "


def _hit(match: re.Match[str], nation: str) -> Hit:
    why = f"“{match[0]}” has letters that no name behind “{nation}” has in English copy"
    return Hit(
        start=match.start(),
        end=match.end(),
        args={"form": match[0], "right": "the usual spelling", "why": why, "language": language_name("en")},
        evidence=(Evidence(kind="table", text=why, source="data/checks/never_letters.toml"),),
        weight=_WEIGHT,
    )
