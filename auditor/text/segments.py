"""Sentences with exact offsets: sentencex, then a pass that joins what it cut too early. The door to sentencex.

The pass knows abbreviations, initials, ordinals and what follows a quotation (``data/languages/segments.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record

Span = tuple[int, int]
_FALLBACK = "en"
_LAST = re.compile(r"((?:[^\W\d_]{1,4}\. ?){0,3}[^\W\d_]{1,14})\.[\"”»]?$")
_NUMBER = re.compile(r"(?<![\d.,:])\d{1,2}\.$|(?<!\w)[IVX]{1,6}\.$")
_FIRST = re.compile(r"[\"'“„«»‘’(\[—–\- \u00a0]{0,4}([^\W_]+)")
_CHUNK = 2000
_ENDS = ".!?…。！？؟;\"'”’»“)]"
_SENTENCE_END = ".!?…"
_CLOSERS = "\"'”’»“‘)]"


class SegmentRules(Record, frozen=True):
    """What a language says about full stops; see the file's header."""

    before: frozenset[str]
    number: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]
    ordinal_dot: bool = False


class _File(Record, frozen=True):
    schema: int
    languages: dict[str, SegmentRules]


@cache
def segment_rules() -> Mapping[str, SegmentRules]:
    """Language -> its rules, as shipped."""
    return load_toml(data_path("languages", "segments.toml"), _File).languages


@cache
def shortened(language: str) -> frozenset[str]:
    """Abbreviations of a language (its base code), in lower case, behind which a sentence may go on."""
    rules = segment_rules().get(language)
    return frozenset() if rules is None else rules.before | rules.number | rules.either


def sentences(text: str, start: int, end: int, language: str | None) -> list[Span]:
    """Half-open spans of the sentences of ``text[start:end]``, white space trimmed; no other character is left out.

    ``language`` is a BCP 47 code; ``None`` and languages without rules get the cuts of sentencex as they are, but for
    pieces without a letter or digit, which join their neighbour.
    """
    code = (language or _FALLBACK).split("-")[0]
    rules = segment_rules().get(code)
    spans: list[Span] = []
    for left, right in _chunks(text, start, end):
        for piece in _cutter()(code, text[left:right]):
            span = _trim(text, left + piece["start_index"], left + piece["end_index"])
            if span[0] >= span[1]:
                continue
            if spans and (_torn(text, spans[-1], left) or _joins(text, spans[-1], span, rules)):
                spans[-1] = (spans[-1][0], span[1])
            else:
                spans.append(span)
    return spans


@cache
def _cutter() -> Callable[[str, str], Iterable[Mapping[str, int]]]:
    from sentencex import get_sentence_boundaries

    return get_sentence_boundaries  # type: ignore[no-any-return]


def _chunks(text: str, start: int, end: int) -> Iterator[Span]:
    """The stretch in pieces of bounded size, cut at white space: sentencex is quadratic in unpaired quotation marks."""
    while end - start > _CHUNK:
        cut = max(text.rfind(" ", start + 1, start + _CHUNK), text.rfind("\n", start + 1, start + _CHUNK))
        cut = cut if cut > start else start + _CHUNK
        yield start, cut
        start = cut
    yield start, end


def _torn(text: str, last: Span, chunk: int) -> bool:
    """The last piece was cut by the end of its chunk, not by the end of a sentence."""
    return not text[last[1] : chunk].strip() and last[1] <= chunk and text[last[1] - 1] not in _ENDS


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _joins(text: str, left: Span, right: Span, rules: SegmentRules | None) -> bool:
    """True when the cut between two pieces is no end of a sentence."""
    first = _FIRST.match(text, right[0], right[1])
    if first is None or not _has_word(text, left):
        return (first is None and not _has_word(text, right)) or not _has_word(text, left)
    if rules is None or _is_break(text[left[1] : right[0]]):
        return False
    word = first[1]
    ended = text[left[0] : left[1]].rstrip(_CLOSERS)[-1:] in _SENTENCE_END
    if word[0].islower() and word.islower():
        return ended
    if text[left[1] - 1] != ".":
        return False
    return left[1] == right[0] or _abbreviated(text, left, word, rules)


def _has_word(text: str, span: Span) -> bool:
    return any(char.isalnum() for char in text[span[0] : span[1]])


def _is_break(gap: str) -> bool:
    """A blank line stands between the two."""
    return gap.count("\n") > 1


def _abbreviated(text: str, left: Span, word: str, rules: SegmentRules) -> bool:
    """The full stop belongs to an abbreviation, an initial or an ordinal."""
    window = text[max(left[0], left[1] - 40) : left[1]]
    starts = word.lower() in rules.starters
    number = _NUMBER.search(window) if window[-2:-1].isdigit() or window[-2:-1] in "IVX" else None
    if number:
        return rules.ordinal_dot and not starts and not word.isdigit() and not _counts(window, number.start(), rules)
    last = _LAST.search(window)
    if last is None:
        return False
    whole = last[1].replace(".", "").replace(" ", "").lower()
    final = last[1].rpartition(".")[2].strip()
    keys = {whole, final.lower()}
    if not rules.before.isdisjoint(keys):
        return True
    if not rules.number.isdisjoint(keys) and (word[0].isdigit() or _is_roman(word)):
        return True
    if not rules.either.isdisjoint(keys):
        return not starts
    return len(final) == 1 and final.isupper() and not starts and not word[0].isdigit()


def _counts(window: str, at: int, rules: SegmentRules) -> bool:
    """An abbreviation that numbers follow stands before the number (``Art. 5.``): it is no ordinal."""
    last = _LAST.search(window[:at].rstrip())
    return last is not None and last[1].lower() in rules.number


def _is_roman(word: str) -> bool:
    return len(word) > 1 and set(word) <= set("IVXLC")
