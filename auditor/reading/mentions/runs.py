"""Runs of words that may be one name."""

from __future__ import annotations

from typing import Literal

import msgspec

from auditor.reading.mentions.evidence import Evidence, Line
from auditor.reading.mentions.words import NameWords, Word, is_given

_SPACES = frozenset({" ", "\u00a0", "\u202f", "\u2009"})
_DOTTED = frozenset({". ", ".\u00a0", "."})
_BROKEN = frozenset({"- ", " -", "‑ ", " ‑", "‐ ", " ‐"})
_OF = frozenset({" d'", " d’"})  # Jeanne d'Arc, Côte d'Ivoire
_MAX = 9

Join = Literal["", "plain", "broken"]


class Run(msgspec.Struct, frozen=True):
    """Words ``first`` to ``last`` (inclusive) of a line; ``role`` is the title or role noun right before them."""

    first: int
    last: int
    role: str | None
    broken: bool = False


def runs(text: str, ln: Line, evidence: Evidence, data: NameWords) -> list[Run]:
    """Candidate names of a line, in order, without overlap."""
    found: list[Run] = []
    last = -1
    for i in ln.capitals:
        if i > last and _starts(text, ln, i, evidence, data):
            found.append(_grow(text, ln, i, evidence, data))
            last = found[-1].last
    return found


def _starts(text: str, ln: Line, i: int, evidence: Evidence, data: NameWords) -> bool:
    w = ln.words[i]
    if w.shape in ("number", "lower"):
        return False
    if w.key in data.demonyms:
        return _headed(ln, i, data)
    if w.key in data.titles:
        return _headed(ln, i, data)
    if w.shape == "initial":
        return i + 1 < len(ln.words) and text[w.end : w.end + 1] == "." and _next_named(ln, i)
    if w.key in data.calendar:
        runs_on = w.shape == "cap" and _next_named(ln, i) and text[w.end : ln.words[i + 1].start] in _SPACES
        return runs_on and not _dates(ln, i, evidence, data)
    if w.shape == "cap" and _next_named(ln, i) and text[w.end : ln.words[i + 1].start] in _SPACES:
        if i in ln.initial and w.key in data.roles:
            return False
        if is_given(w.text) or (i in ln.initial and not ln.title and evidence.rare(w.key)):
            return True
    return evidence.named(w, ln.title or i in ln.initial)


def _dates(ln: Line, i: int, evidence: Evidence, data: NameWords) -> bool:
    """True where a day or month says when, and somebody's name begins behind it (``on Friday Hikmat Hajiyev said``)."""
    w, after = ln.words[i], ln.words[i + 1]
    if after.shape != "cap" or after.key in data.calendar:
        return False
    given = is_given(after.text)
    if i and ln.words[i - 1].key in data.dating:
        return given or evidence.rare(after.key)
    return given and not is_given(w.text) and i + 2 < len(ln.words) and ln.words[i + 2].shape == "cap"


def _next_named(ln: Line, i: int) -> bool:
    return i + 1 < len(ln.words) and ln.words[i + 1].shape in ("cap", "initial")


def _headed(ln: Line, i: int, data: NameWords) -> bool:
    """True when capitals run on from word ``i`` up to a word that heads organisations or places."""
    words = ln.words
    for j in range(i + 1, min(i + 6, len(words))):
        w = words[j]
        if words[j].start - words[j - 1].end != 1 or w.shape not in ("cap", "acronym"):
            return False
        if w.key in data.org_heads or w.key in data.place_heads:
            return not ln.title
    return False


def _join(text: str, left: Word, right: Word, data: NameWords) -> Join:
    """How two neighbours hang together."""
    if left.closed:
        return ""
    gap = text[left.end : right.start]
    if gap in _SPACES:
        return "plain"
    if gap in _DOTTED and (left.shape == "initial" or left.key in data.prefixes):
        return "plain"
    if gap in _OF and left.key not in data.org_heads and left.key not in data.place_heads:
        return "plain"
    return "broken" if gap in _BROKEN and left.shape == right.shape == "cap" else ""


def _grow(text: str, ln: Line, first: int, evidence: Evidence, data: NameWords) -> Run:
    """The longest run from ``first``."""
    words, last, broken = ln.words, first, False
    headed = _is_head(words[first], data)
    linked = False
    while last + 1 < len(words) and last - first < _MAX:
        right = words[last + 1]
        join = _join(text, words[last], right, data)
        if not join:
            break
        if right.shape == "lower":
            step = _bridge(text, ln, first, last, headed, linked, evidence, data)
            if not step:
                break
            linked, last = True, last + step
            headed = headed or _is_head(words[last], data)
            continue
        if not _continues(ln, first, last + 1, evidence, data):
            break
        broken = broken or join == "broken"
        last += 1
        headed = headed or _is_head(right, data)
    return Run(first, last, role_before(text, ln, first, data), broken)


def _is_head(word: Word, data: NameWords) -> bool:
    return word.key in data.org_heads or word.key in data.place_heads


def _continues(ln: Line, first: int, i: int, evidence: Evidence, data: NameWords) -> bool:
    w = ln.words[i]
    if w.shape == "number":
        return False
    if w.shape == "initial":
        return i + 1 < len(ln.words) and ln.words[i + 1].shape in ("cap", "initial")
    if (w.key in data.titles and w.key not in data.org_heads) or w.key in data.demonyms:
        return _headed(ln, i, data)
    if w.key in data.roles and i + 1 < len(ln.words) and is_given(ln.words[i + 1].text):
        return False
    if data.language == "de" and i == first + 1 and w.shape == "cap" and is_given(ln.words[first].text):
        return w.key not in data.roles
    return evidence.named(w, ln.title)


def _bridge(
    text: str, ln: Line, first: int, last: int, headed: bool, linked: bool, evidence: Evidence, data: NameWords
) -> int:
    """How many words to go on over small words to the next capital: particles of persons, links of organisations."""
    words = ln.words
    allowed = data.links if headed else data.particles
    if not headed and (last != first or words[first].shape != "cap"):
        return 0
    ahead = last + 1
    while ahead < len(words) and ahead - last <= 2 and words[ahead].key in allowed and words[ahead].shape == "lower":
        if headed and not linked and words[ahead].key in data.conjunctions:
            return 0
        ahead += 1
    if ahead >= len(words) or ahead == last + 1 or words[ahead].shape != "cap":
        return 0
    if any(text[words[j].end : words[j + 1].start] not in _SPACES for j in range(last, ahead)):
        return 0
    adjective = words[ahead].key in data.demonyms or words[ahead].key in data.titles
    follows = adjective and ahead + 1 < len(words) and words[ahead + 1].shape == "cap"
    inside = follows and not is_given(words[ahead + 1].text)
    return ahead - last if inside or _continues(ln, first, ahead, evidence, data) else 0


def role_before(text: str, ln: Line, first: int, data: NameWords) -> str | None:
    """The title or role noun that stands right before word ``first``."""
    if first == 0:
        return None
    before = ln.words[first - 1]
    gap = text[before.end : ln.words[first].start]
    if before.closed or not (gap in _SPACES or (gap in _DOTTED and before.key in data.titles)):
        return None
    if before.key in data.titles or before.key in data.roles:
        return before.text
    return None
