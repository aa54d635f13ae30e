"""What a page says of its own translation: ``Translated from Spanish``, ``first published in Polish``.

A note begins its line, stands behind a mark, or speaks of the page (``This article was translated ...``); that some
book was translated, in the middle of a sentence, is no note. The words: ``data/languages/translation_notes.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

import msgspec

from auditor.packs import data_path, load_toml, load_tsv
from auditor.packs.languages import LANGUAGES
from auditor.reading.article import Reading
from auditor.records import Record
from auditor.text.memo import once
from auditor.text.tokens import places_of

_NEAR = 10  # words on either side of what was done within which its language is named
_LEAD = 2  # words that may stand before it in its line: "Note:", "Read the"
_POINTED = 8  # words from what points to the page to what was done
_WHOLE = 14  # words of a line that is a note as a whole
_SEEN = 40  # words on either side in which the ends of the line are sought
_MARKS = frozenset("|([–—*:/.•·")  # begin a note within a line
_STEM = 4  # letters that an inflected name of a language keeps at least
_ENDING = 3  # letters that it may have more than the name


class Note(msgspec.Struct, frozen=True):
    """A note at ``start:end``; the language that it names, None where it names none."""

    start: int
    end: int
    language: str | None


class _Page(Record, frozen=True, dict=True):
    """The words of notes in one language; see the header of the file."""

    made: frozenset[str]
    skipped: frozenset[str]
    machine: tuple[str, ...]
    by: frozenset[str]
    origin: frozenset[str] = msgspec.field(name="from")
    out: frozenset[str] = frozenset()
    once: frozenset[str] = frozenset()
    within: frozenset[str] = msgspec.field(name="in", default=frozenset())
    original: frozenset[str] = frozenset()
    copy: frozenset[str] = frozenset()
    this: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    also: dict[str, str] = msgspec.field(default_factory=dict)
    opens: bool = False
    stems: bool = False

    @cached_property
    def machines(self) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(phrase.split()) for phrase in self.machine)

    @cached_property
    def opening(self) -> frozenset[str]:
        """What a note may begin with where it names the translator next: ``Aus dem Englischen von``."""
        return self.origin if self.opens else frozenset()

    @cached_property
    def cues(self) -> frozenset[str]:
        """The words of which a note has one."""
        return frozenset(
            (*self.made, *self.out, *self.original, *(phrase[0] for phrase in self.machines), *self.opening)
        )


class _File(Record, frozen=True):
    schema: int
    pages: dict[str, _Page]


@cache
def _pages() -> Mapping[str, _Page]:
    return load_toml(data_path("languages", "translation_notes.toml"), _File).pages


@cache
def _names(language: str) -> Mapping[str, str]:
    """Name of a language, in the language -> its code; names of one word alone."""
    rows = load_tsv(data_path("languages", "language_names.tsv"), ("code", *LANGUAGES))
    names = {row[language]: row["code"] for row in rows if row[language].isalpha()}
    return {**names, **_pages()[language].also}


@once
def notes(reading: Reading) -> tuple[Note, ...]:
    """The notes of the page, furniture included, in text order; none that names the language of the page itself."""
    page = _pages().get(reading.base)
    if page is None or page.cues.isdisjoint(reading.vocabulary):
        return ()
    found: list[Note] = []
    for at in places_of(page.cues, reading.lower):
        note = _note(reading, page, at)
        if note and not (found and note.start < found[-1].end):
            found.append(note)
    return tuple(found)


def _note(reading: Reading, page: _Page, at: int) -> Note | None:
    first, last = _line(reading, at)
    words, tokens = reading.lower, reading.tokens
    named = next(_named(page, reading.base, words, at, first, last), None)
    start, end = (min(at, named.start), max(at, named.end)) if named else (at, at)
    if not _speaks_of_page(reading, page, start, first) or (named and _goes_on(reading, page, named.end)):
        return None
    code = named.code if named else None
    alone = at - first <= 1 and last - first < _WHOLE and words[at] in page.made
    signed = alone and (
        reading.text[tokens[at].end : tokens[at].end + 2].strip()[:1] == ":"
        or not page.by.isdisjoint(words[at + 1 : at + 2])
    )
    said = named or signed or any(words[at : at + len(phrase)] == phrase for phrase in page.machines)
    return Note(tokens[start].start, tokens[end].end, code) if said and code != reading.base else None


def _line(reading: Reading, at: int) -> tuple[int, int]:
    """The first and last token of the line, as far as they stand near."""
    text, tokens, first, last = reading.text, reading.tokens, at, at
    while first > max(0, at - _SEEN) and "\n" not in text[tokens[first - 1].end : tokens[first].start]:
        first -= 1
    while last < min(len(tokens) - 1, at + _SEEN) and "\n" not in text[tokens[last].end : tokens[last + 1].start]:
        last += 1
    return first, last


def _speaks_of_page(reading: Reading, page: _Page, start: int, first: int) -> bool:
    """True where the line begins so, a mark parts it from what stands before, or the page is pointed to."""
    tokens, words = reading.tokens, reading.lower
    if start == first or not _MARKS.isdisjoint(reading.text[tokens[start - 1].end : tokens[start].start]):
        return True
    if start - first <= _LEAD and "," not in reading.text[tokens[first].end : tokens[start].start]:
        return True
    before = words[max(first, start - _POINTED) : start]
    pointed = any(a in page.this and not page.copy.isdisjoint((b, c)) for a, b, c in _threes(before))
    return pointed or not page.this.isdisjoint(before[-_LEAD - 1 :])


def _goes_on(reading: Reading, page: _Page, at: int) -> bool:
    """True where the name of a language belongs to what follows: ``in German Quarterly``, ``in Spanish towns``."""
    text, tokens = reading.text, reading.tokens
    if at + 1 == len(tokens) or text[tokens[at].end : tokens[at + 1].start] != " ":
        return False
    return tokens[at + 1].text[0].isupper() or bool(page.behind and reading.lower[at + 1] not in page.behind)


def _threes(words: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Each word with the two behind it."""
    return zip(words, (*words[1:], ""), (*words[2:], "", ""), strict=False)


class _Named(msgspec.Struct, frozen=True):
    """A language, from the token that leads to it to the one that names it."""

    start: int
    end: int
    code: str


def _named(page: _Page, language: str, words: Sequence[str], at: int, first: int, last: int) -> Iterator[_Named]:
    """The languages that what is said at a word names."""
    behind = range(at + 1, min(last, at + _NEAR) + 1)
    word, earlier = words[at], words[max(first, at - _LEAD) : at]
    if word in page.made:
        yield from _after(page.origin, page, language, words, behind)
        yield from _after(page.origin, page, language, words, range(max(first, at - 2 * _LEAD), at))
    if word in page.opening and at == first:
        for named in _after(page.origin, page, language, words, range(at, min(last, at + _LEAD + 1) + 1)):
            if not page.by.isdisjoint(words[named.end + 1 : named.end + 2]):
                yield named
    if word in page.out and not page.once.isdisjoint(earlier):
        yield from _after(page.within, page, language, words, behind)
    if word in page.original and not page.copy.isdisjoint(words[at + 1 : at + 3]):
        yield from _after(page.within, page, language, words, behind)


def _after(
    opening: frozenset[str], page: _Page, language: str, words: Sequence[str], places: range
) -> Iterator[_Named]:
    """Names of languages behind a word of ``opening``, also in one token with it (``dall’inglese``)."""
    start: int | None = None
    for at in places:
        for part in words[at].split("'"):
            code = _code(page, language, part) if start is not None else None
            if code and start is not None:
                yield _Named(start, at, code)
            if part in opening:
                start = at
            elif part not in page.skipped:
                start = None


def _code(page: _Page, language: str, word: str) -> str | None:
    names = _names(language)
    if word in names or not page.stems:
        return names.get(word)
    near = (name for name in names if _is_form(name, word))
    best = max(near, key=len, default=None)
    return names[best] if best else None


def _is_form(name: str, word: str) -> bool:
    """True for a word that may be an inflected form of the name."""
    return len(word) <= len(name) + _ENDING and word.startswith(name[: max(_STEM, len(name) - 2)])
