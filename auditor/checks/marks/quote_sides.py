"""Quotation marks with the blank on the wrong side (``we wait, "said the mayor``, ``his" friends "``): spans."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.marks.wording import wording

_MARK = re.compile(r"[“”\"]")
_MOST = 40  # marks of a paragraph that are still paired
_NEXT, _WORDS = 60, 3  # characters and words among which a verb of saying follows
_LONGEST = 600  # characters of a quotation
_BEFORE = frozenset(" \t\n\u00a0([—–-")
_SHUT = frozenset(",.!?…")
_LEADS = frozenset(":,")  # marks before a quotation
_LAST = re.compile(r"[a-z0-9.,!?] \"[A-ZÀ-Þ][\w'’-]{1,30} ([a-z]{3,12})\b")
_TOLD = re.compile(r"(?<=[a-z0-9][,!?]) [\"“](?=([a-z]{3,12}) (?:[A-Z]|the |he |she |they |a ))")
_OUTER = re.compile(r"(?<=[^\W_])[.!?…]?([”\"]),(?= [^\W\d_])")
_BARE = re.compile(r"[”\"](?<=[a-z0-9][”\"]) ([a-z]{3,14})(?= (?:[A-ZÀ-Þ]|the |he |she |they ))")
_WHOLE = 6  # words of a quotation that is a sentence of its own
_OPENS = re.compile(r"(?:^|(?<=[.!?:;…”\"—–)-] )|(?<=[\n—–(-]))[“\"](?=[A-ZÀ-Þ])")  # no word before it
_SPEECH = 3  # words of a quotation that is a speech
_INNER = frozenset('“”"')
_SPEAKERS = frozenset(
    ("he", "she", "they", "the", "a", "an", "one", "his", "her", "their", "another", "its", "my", "our")
)
_SPEAKER = 7  # words among which its verb of saying stands


def wrong_sides(text: str, verbs: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """The spans of both kinds below, in text order."""
    if '"' in text or "“" in text:
        yield from sorted({*_paired(text, verbs), *_told(text, verbs)})


def _told(text: str, verbs: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Closing marks that stand right before a verb of saying and its speaker, whatever the other marks do;
    the last mark also before the speaker and the verb (``we wait "Lima said to us``)."""
    last = text.rfind('"')
    match = _LAST.match(text, max(0, last - 2)) if last > 1 else None
    if match and match[1] in verbs:
        yield last - 1, last + 1, '" '
    for match in _TOLD.finditer(text):
        if match[1] in verbs:
            yield match.start(), match.end(), "” " if match[0][1] == "“" else '" '


def _paired(text: str, verbs: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """``(start, end, mended)`` in a paragraph whose marks come in pairs and stand behind no figures (inches).

    ``verbs`` of saying: marks may lie inside another quotation, so that one of these must follow a late one.
    """
    count = text.count('"') + text.count("“") + text.count("”")
    if not count or count % 2 or count > _MOST:
        return
    marks = [match.start() for match in _MARK.finditer(text)]
    if any(text[at - 1 : at].isdigit() and text[at] == '"' for at in marks):
        return
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        left, right = text[opening - 1 : opening], text[opening + 1 : opening + 2]
        inner, outer = text[closing - 1 : closing], text[closing + 1 : closing + 2]
        late = list(_late(text, closing, inner, outer, verbs))
        if closing - opening > _LONGEST or (outer.isalpha() and not late):
            return  # one quotation inside another: the pairs are not these
        if (not left or left in _BEFORE) and not right.isspace():
            yield from late
        if text[opening] != "”" and right.isspace() and left.isalpha() and left.islower():
            yield opening, opening + 2, f" {text[opening]}"
        if left in _LEADS and right.isalpha() and text[opening - 2 : opening - 1].islower() and not inner.isspace():
            yield opening - 1, opening + 1, f"{left} {text[opening]}"


def _late(text: str, closing: int, inner: str, outer: str, verbs: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """A closing mark that stands right before what follows the quotation."""
    if inner != " " or not outer.isalpha() or text[closing - 2 : closing - 1] not in _SHUT or text[closing] == "”":
        return
    if not verbs.isdisjoint(text[closing + 1 : closing + _NEXT].split()[:_WORDS]):
        yield closing - 1, closing + 1, "” " if text[closing] == "“" else '" '


def outer_commas(text: str, verbs: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """``(start, end, mended)`` of commas behind the mark that closes a speech: ``“We will wait”, said the mayor``."""
    verbs |= wording().quoting
    for match in _OUTER.finditer(text) if "”," in text or '",' in text else ():
        starts = _openings(text, match.start())
        said = text[starts[-1] : match.start()] if starts else ""
        if said.count(" ") < _SPEECH - 1 or not _INNER.isdisjoint(said):
            continue
        after = [word.strip(".,:;!?") for word in text[match.end() : match.end() + _NEXT].split()[:_SPEAKER]]
        speaker = after[0] in verbs or after[0][:1].isupper() or after[0] in _SPEAKERS
        first = starts[-1] == 1 and after[0][:1].isupper() and said.count(" ") >= 2 * _SPEECH
        if speaker and (first or not verbs.isdisjoint(after)):
            kept = match[0][0] if match[0][0] in "!?…" else ","
            yield match.start(), match.end(), f"{kept}{match[1]}"


def bare_ends(text: str, verbs: frozenset[str]) -> Iterator[tuple[int, int, str]]:
    """Speech with no mark before who says it: ``“We will wait in the old town” said the mayor``."""
    for match in _BARE.finditer(text) if "” " in text or '" ' in text else ():
        starts = _openings(text, match.start()) if match[1] in verbs else []
        said = text[starts[-1] : match.start()] if starts else ""
        if said.count(" ") >= _WHOLE - 1 and _INNER.isdisjoint(said):
            yield match.start(), match.end(), f",{match[0]}"


def _openings(text: str, before: int) -> list[int]:
    """Where quotations begin, with no word before them, in reach of a mark that closes one."""
    return [match.end() for match in _OPENS.finditer(text, max(0, before - _LONGEST), before)]
