"""House style: fixed words and place names, spelling, titles, acronyms, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache

from msgspec.structs import replace

from auditor.checks.base import Context, Hit
from auditor.checks.style.house_spans import Found, closed, hit, quoted, style_of, words
from auditor.checks.traps import Trap, Traps, by_first, matches
from auditor.entities.view import ResolvedMention
from auditor.packs.institutions import institutions
from auditor.packs.style_file import Acronyms, Quotes, Spelling, Titles, Word
from auditor.packs.styles import Style

_SUFFIX = re.compile(r"([a-z]{2,18})i([sz])(e|es|ed|ing|er|ers|ation|ations|able)")
_MARKS = {"“": "double", "”": "double", '"': "double", "„": "double", "‘": "single", "’": "single", "'": "single"}
_NAMES = {"double": "“ ”", "single": "‘ ’", "guillemets": "« »"}
_NEAR = 1.0  # zipf by which the other spelling of a verb may be rarer
_STEM = 4  # letters before the suffix


@lru_cache(maxsize=16)
def _traps(rules: tuple[Word, ...], kind: str) -> Traps[Word]:
    return by_first(Trap(form, word) for word in rules if word.kind == kind for form in word.instead_of)


def fixed(kind: str) -> Callable[[Context], Iterator[Hit]]:
    """Words (``term``) or names of places (``place``) for which the house has another; quotations keep their words."""

    def run(context: Context) -> Iterator[Hit]:
        style = style_of(context)
        if style is None or not style.rules.words:
            return
        text, silent = context.reading.text, quoted(context.reading)
        ends = {segment.end for segment in context.reading.segments}
        for start, end, trap in matches(context.reading, _traps(style.rules.words, kind)):
            word = trap.owner
            kept = _kept(text, start, end, word) or (kind == "term" and silent.hits(start, end))
            if not kept and not _dotted(text, end, word):
                better = _recased(word.use, text[start:end])
                end -= end in ends and text[end - 1] == "." != better[-1]  # the full stop of the sentence stays
                yield hit(context, style, f"words.{word.use}", start, end, better)

    return run


def _kept(text: str, start: int, end: int, word: Word) -> bool:
    """The form is part of a phrase that keeps it."""
    return any(
        text.startswith(phrase, at)
        for phrase in word.keep
        for at in range(max(0, start - len(phrase)), start + 1)
        if at + len(phrase) >= end
    )


def _dotted(text: str, end: int, word: Word) -> bool:
    """``U.S.`` stands already where ``US`` was sought, or the letters go on (US$100)."""
    return text[end : end + 1] in ("$", "€", "£") or ("." in word.use and text[end : end + 1] == ".")


def _recased(use: str, match: str) -> str:
    """At the beginning of a sentence a word has its capital."""
    if match[:4] == "The " and use[:4] != "the ":
        return use
    return use[0].upper() + use[1:] if match[0].isupper() else use


def spelling(context: Context, rule: Spelling) -> Iterator[Found]:
    """Verbs in -ise or -ize, and words that Britain and America spell differently; names and quotations keep theirs."""
    reading, silent = context.reading, quoted(context.reading)
    table = _varieties(rule.variety) if rule.variety else {}
    for token in reading.tokens:
        if not token.text.islower() or silent.hits(token.start, token.end):
            continue
        better = table.get(token.text) or (_suffixed(context, token.text, rule.suffix) if rule.suffix else None)
        if better:
            yield token.start, token.end, better


@cache
def _varieties(variety: str) -> Mapping[str, str]:
    british = words().british
    return {us: gb for gb, us in british.items()} if variety == "en-GB" else british


def _suffixed(context: Context, word: str, suffix: str) -> str | None:
    m = _SUFFIX.fullmatch(word)
    if m is None or len(m[1]) < _STEM or m[2] == suffix[1]:
        return None
    other = f"{m[1]}i{suffix[1]}{m[3]}"
    known = context.lexicon.zipf(other, "en")
    return other if known > 0 and known >= context.lexicon.zipf(word, "en") - _NEAR else None


def titles(context: Context, rule: Titles) -> Iterator[Found]:
    """Courtesy titles, and offices in lower case directly before a name."""
    reading, silent = context.reading, quoted(context.reading)
    if rule.courtesy == "never":
        for m in _courtesy().finditer(reading.text):
            if not silent.hits(m.start(), m.end()):
                yield m.start(), m.end(1), m[1]
    if rule.capital:
        yield from (found for mention in context.entities.mentions for found in _office(context, mention))


@cache
def _courtesy() -> re.Pattern[str]:
    titles = "|".join(sorted(map(re.escape, words().courtesy), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{titles})\.? (?=([A-Z][\w’'-]+))")


def _office(context: Context, mention: ResolvedMention) -> Iterator[Found]:
    text, at = context.reading.text, mention.start
    entity = context.entities.entities[mention.entity]
    if entity.type != "person" or " " not in mention.text or text[at - 1 : at] != " ":
        return
    before = text[max(0, at - 40) : at - 1]
    title = next((o for o in sorted(words().offices, key=len, reverse=True) if before.endswith(f" {o}")), None)
    if title is None:
        return
    lead = before[: -len(title)].rstrip().rpartition(" ")[2]
    if lead.casefold() in words().office_before or (lead[:1].isupper() and lead.isalpha() and lead not in ("The", "A")):
        capital = " ".join(w if w == "of" else w.capitalize() for w in title.split())
        yield at - 1 - len(title), at - 1, capital


def acronyms(context: Context, rule: Acronyms) -> Iterator[Found]:
    """Acronyms that are read as words, cased another way."""
    base = context.reading.base
    exact = {form.casefold(): form for form in rule.forms}
    for token in context.reading.tokens:
        text = token.text
        if len(text) < 4 or not (text.isupper() or text.istitle()) or not text.isascii():
            continue
        better = exact.get(text.casefold()) or _cased(text, base, rule)
        if better and better != text:
            yield token.start, token.end, better


def _cased(text: str, base: str, rule: Acronyms) -> str | None:
    if (rule.write == "initial" and not text.isupper()) or (rule.write == "capitals" and text.isupper()):
        return None
    spoken = text.upper() in words().acronyms and base == "en"
    for found in institutions().by_form(text):
        spoken = spoken or (found.kind == "acronym" and found.language == base and found.institution.spoken)
    if not spoken:
        return None
    return text.capitalize() if rule.write == "initial" else text.upper()


def marks(context: Context) -> Iterator[Hit]:
    """The first quotation whose outer marks are of another kind; one finding an article."""
    style = style_of(context)
    rule: Quotes | None = style.rules.quotes if style else None
    if style is None or rule is None:
        return
    reading, silent = context.reading, closed(context.reading)
    spans = [(q.start, q.end) for q in reading.quotes if q.kind != "indirect"]
    for start, end in spans:
        mark = reading.text[start - 1 : start] if start else ""
        blank = mark.isspace() and start > 1
        mark = reading.text[start - 2 : start - 1] if blank else mark
        kind = "guillemets" if mark in "«»" and mark else _MARKS.get(mark)
        nested = any(a < start and end < b for a, b in spans)
        if kind and kind != rule.outer and not nested and not silent.hits(start, end):
            at = start - (2 if blank else 1)
            yield _mark(context, style, at, rule.outer)
            return


def _mark(context: Context, style: Style, at: int, outer: str) -> Hit:
    return replace(hit(context, style, "quotes", at, at + 1, _NAMES[outer]), suggestions=())
