"""Sentences of a paragraph that are furniture: ``... on Friday. Subscribe to our newsletter. The mayor ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from auditor.reading.lines import Line, phrase
from auditor.reading.zones import model
from auditor.reading.zones.phrases import Phrases
from auditor.reading.zones.pieces import Piece
from auditor.records import ZoneKind

_STOP = re.compile(r"(?:[^\W\d_]{2}|\d|[)%])[.!?…]{1,3}[\"”’»)\]]{0,2} +(?=[\"“(«\[>→»–—✉*]{0,3} ?[^\W_a-z])")
_FIRSTS = re.compile(r"(?:^|[.!?…][\"”’»)\]]{0,2} +)[(\[>→»–—* ]{0,4}(\w+)")
_LABELS = re.compile(r"(?:^|[.!?…][\"”’»)\]]{0,2} +)[(\[>→»–—* ]{0,4}([^\W_][^:.!?\n]{2,38}):(?= )")
_HEAD = re.compile(r"[(\[>→»–—*] ?[(\[>→»–—*]{0,2} ?")
_KINDS = frozenset(("navigation", "newsletter", "advertising", "teaser", "consent", "embedded post"))
_POST = re.compile(
    r"(?:pic\.(?:twitter|x)\.com/\w{4,20}|https?://t\.co/\w{4,20})"
    r"(?: ?[—–-]{1,2} ?[^\n@]{1,60}\(@\w{1,30}\))?(?: [A-Z][a-z]{2,8} \d{1,2}, \d{4})?"
)
_CALL = re.compile(r"[A-Z]{3,12} [A-Z]{2,12}(?: [A-Z]{2,12})?(?= [A-Z][a-z])")
_CUED = re.compile(r"[A-Z][a-z]{2,6} (?:also|too|more|next)(?= [A-Z“\"‘][^\s])")
_LONGEST = 40  # words of such a sentence
_SHORTEST = 2  # words of one that is known as a whole
_PROSE = 8  # words of a paragraph that is looked at
_ODDS, _ADDRESSED = 1.4, 1.0  # log-odds of a call upon the reader, and of a sentence that speaks to him
_CALLED = 12  # words of one that is known by its first words
_WORDS = 2  # words of furniture that it needs
_SPOKEN = 3  # words of furniture of a paragraph that speaks to somebody


def inner(line: Line, table: Phrases) -> list[Piece] | None:
    """The line cut at its sentences that are furniture; None where there is none."""
    if len(line.words) < _PROSE or not _may_have(line, table):
        return None
    found = list(_sentences(line.text, table))
    kinds = {kind for _, _, kind in found}
    if len(found) < 2 or kinds == {None}:
        return None
    return [(line.start + start, line.start + end, kind) for start, end, kind in _runs(found)]


def _may_have(line: Line, table: Phrases) -> bool:
    """False for most paragraphs: no sentence begins as calls do, no wording of furniture, nobody is spoken to."""
    text, words = line.text, line.words
    if not table.calls.isdisjoint(words) and not table.calls.isdisjoint(map(str.lower, _FIRSTS.findall(text))):
        return True
    if ": " in text and any(table.labelled(phrase(label)) for label in _LABELS.findall(text)):
        return True
    if not table.anchors.isdisjoint(words) and table.weights(words):
        return True
    if model.strong(words) >= _SPOKEN and model.spoken_to(words):
        return True
    return "/" in text and _POST.search(text) is not None


def _sentences(text: str, table: Phrases) -> Iterator[tuple[int, int, ZoneKind | None]]:
    """All sentences, and the links of posts among them, each with its kind."""
    posts = dict(post.span() for post in _POST.finditer(text)) if "/" in text else {}
    ends = {0, len(text), *(stop.end() for stop in _STOP.finditer(text)), *posts, *posts.values()}
    posted = straight = curly = 0  # where the post ends, quotation marks so far
    for start, end in pairwise(sorted(ends)):
        posted = posts.get(start, posted)
        spoken = straight % 2 == 1 or curly > 0  # behind a quotation mark that is still open
        kind: ZoneKind | None = "embedded post" if start < posted else _kind(text[start:end], table)
        yield start, end, kind if not spoken else None
        straight += text.count('"', start, end)
        curly += sum(text.count(sign, start, end) for sign in "“«") - sum(text.count(sign, start, end) for sign in "”»")


def _runs(found: list[tuple[int, int, ZoneKind | None]]) -> Iterator[tuple[int, int, ZoneKind | None]]:
    """Neighbours of one kind as one."""
    start, end, kind = found[0]
    for begin, stop, other in found[1:]:
        if other != kind:
            yield start, end, kind
            start, kind = begin, other
        end = stop
    yield start, end, kind


def _kind(sentence: str, table: Phrases) -> ZoneKind | None:
    text = sentence.strip()
    if head := _HEAD.match(text):
        text = text[head.end() :]
    if not text or model.quoted(text):
        return None
    words = phrase(text)
    if not 0 < len(words) <= _LONGEST:
        return None
    kind = (table.entire(words) if len(words) >= _SHORTEST else None) or _labelled(text, table)
    if kind is None and len(words) <= _CALLED:
        kind = table.opening(words) or table.framed(words, short=text[-1:] not in ".!")
    if kind is None and (weights := table.weights(words)):
        weight, kind = max((weight, kind) for kind, weight in weights.items())
        kind = kind if weight >= max(1.0, len(words) / 20) else None
    addressed = model.addresses(text)
    if kind is None and (addressed or words[0] in table.calls) and model.speaking(text) >= _WORDS:
        values = (*model.of_text(text, table), 0.0, 0.0, 0.0, 0.0)
        kind = "navigation" if model.odds(values) >= (_ADDRESSED if addressed else _ODDS) else None
    return kind if kind in _KINDS else None


def _labelled(text: str, table: Phrases) -> ZoneKind | None:
    """``Read also: ...``, ``READ ALSO Storm hits coast``."""
    if call := _CALL.match(text):
        return table.labelled(phrase(call[0]))
    if (cue := _CUED.match(text)) and table.labelled(phrase(cue[0])) == "teaser":
        return "teaser"
    head, colon, rest = text.partition(":")
    return table.labelled(phrase(head)) if colon and rest.strip() and len(head) <= _LONGEST else None
