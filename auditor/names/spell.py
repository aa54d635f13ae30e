"""Runs a convention forward: a native word becomes segments, each with its accepted spellings, the usual one first."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from auditor.names.scheme import COMMON, Compiled, Scheme, Segment, schemes, sources

_FORMS = 48
_WORST = 1_000


@lru_cache(maxsize=4096)
def languages_of(native: str) -> tuple[str, ...]:
    """The languages of conventions that have all letters of a native form; Russian and Ukrainian first."""
    words = tuple(native.lower().split())
    order = sorted(sources(), key=lambda source: (source not in COMMON, source))
    return tuple(source for source in order if any(_reads(scheme, words) for scheme in schemes(source)))


def _reads(scheme: Scheme, words: tuple[str, ...]) -> bool:
    return bool(words) and all(segments(scheme, word) is not None for word in words)


def segments(scheme: Scheme, native: str) -> tuple[Segment, ...] | None:
    """The native word (lower case) cut as the convention reads it; None where a letter is not in its alphabet."""
    out: list[Segment] = []
    if scheme.file.decompose:
        native = unicodedata.normalize("NFD", native)
    at, size, plain, table = 0, len(native), scheme.plain, scheme.rules
    while at < size:
        letter = native[at]
        segment = plain.get(letter)
        if segment is None:
            segment = _ruled(table.get(letter, ()), native, at, size)
            if segment is None:
                return None
        out.append(segment)
        at += len(segment[0])
    return tuple(out)


def _ruled(rules: tuple[Compiled, ...], native: str, at: int, size: int) -> Segment | None:
    """The first rule that fits at ``at``."""
    last = native[at - 1] if at else "^"
    for piece, after, before, to in rules:
        end = at + len(piece)
        if (
            (after is None or last in after)
            and native.startswith(piece, at)
            and (before is None or (native[end] if end < size else "$") in before)
        ):
            return piece, to
    return None


@lru_cache(maxsize=65536)
def word_forms(scheme: Scheme, native: str, limit: int = _FORMS) -> tuple[str, ...]:
    """Accepted spellings of one native word in lower case, the usual first, at most ``limit``."""
    cut = None if scheme.file.unwritten else segments(scheme, native)
    if cut is None:
        return ()
    best: list[tuple[int, tuple[int, ...], str]] = [(0, (), "")]
    for _, to in cut:
        if len(to) == 1:
            best = [(cost, picks, form + to[0]) for cost, picks, form in best]
            continue
        step = [
            (cost + rank, (*picks, rank), form + latin) for cost, picks, form in best for rank, latin in enumerate(to)
        ]
        best = sorted(step)[: limit * 2]
    return tuple(dict.fromkeys(form for _, _, form in best))[:limit]


def fit(scheme: Scheme, native: str, form: str) -> int | None:
    """How the convention's spelling of ``native`` gives ``form``: the number of less usual choices, None if never."""
    text = scheme.folded(form) if scheme.file.fold else form
    if scheme.file.decompose:
        native = unicodedata.normalize("NFD", native)
    if scheme.file.unwritten:
        return _fit_unwritten(scheme, native, text)
    at, size, plain, table = 0, len(native), scheme.plain, scheme.rules
    reached = {0: 0}
    while at < size:
        letter = native[at]
        segment = plain.get(letter) or _ruled(table.get(letter, ()), native, at, size)
        if segment is None:
            return None
        piece, spellings = segment
        at += len(piece)
        step: dict[int, int] = {}
        for start, cost in reached.items():
            for latin in spellings:
                if text.startswith(latin, start):
                    end = start + len(latin)
                    if cost < step.get(end, _WORST):
                        step[end] = cost
                cost += 1
        if not step:
            return None
        reached = step
    return reached.get(len(text))


def writes(scheme: Scheme, native: str, form: str) -> bool:
    """Whether ``fit`` finds a way at all, which is quicker said than how usual it is."""
    if scheme.file.decompose or scheme.file.unwritten:
        return fit(scheme, native, form) is not None
    text = scheme.folded(form) if scheme.file.fold else form
    at, size, plain, table = 0, len(native), scheme.plain, scheme.rules
    ends = [0]
    while at < size:
        letter = native[at]
        segment = plain.get(letter) or _ruled(table.get(letter, ()), native, at, size)
        if segment is None:
            return False
        piece, spellings = segment
        at += len(piece)
        step = []
        for start in ends:
            for latin in spellings:
                if text.startswith(latin, start):
                    step.append(start + len(latin))
        if not step:
            return False
        ends = step if len(step) == 1 else list(dict.fromkeys(step))
    return len(text) in ends


def _fit_unwritten(scheme: Scheme, native: str, text: str) -> int | None:
    """As ``fit``, where the vowels that may follow a letter are no choice of the convention."""
    cut = segments(scheme, native)
    if cut is None:
        return None
    per = 2 * len(("", *(scheme.file.unwritten or "").split("/")))
    reached = {0: 0}
    for _, to in cut:
        step: dict[int, int] = {}
        for start, cost in reached.items():
            for at, latin in enumerate(to):
                if text.startswith(latin, start):
                    end = start + len(latin)
                    step[end] = min(step.get(end, _WORST), cost + at // per)
        reached = step
    return reached.get(len(text))


def trace(scheme: Scheme, native: str, form: str) -> tuple[tuple[str, str], ...] | None:
    """How ``native`` becomes ``form``, piece by piece (native, Latin), by the most usual choices; None if never."""
    cut = segments(scheme, native)
    if cut is None:
        return None
    plain = scheme.folded(form)
    reached: dict[int, tuple[int, tuple[tuple[str, str], ...]]] = {0: (0, ())}
    for piece, to in cut:
        step: dict[int, tuple[int, tuple[tuple[str, str], ...]]] = {}
        for at, (cost, path) in reached.items():
            for rank, latin in enumerate(to):
                if plain.startswith(latin, at):
                    found = (cost + rank, (*path, (piece, latin)))
                    held = step.get(at + len(latin))
                    if held is None or found[0] < held[0]:
                        step[at + len(latin)] = found
        reached = step
    end = reached.get(len(plain))
    return None if end is None else end[1]
