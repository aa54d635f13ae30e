"""What stands between the tokens of a pattern: the marks that `pattern_syntax` lists."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.text.tokens import Token

# marks inside a figure, by the kind of figure
GLUED = {
    "figure": frozenset(".,"),
    "decimal": frozenset(","),
    "clock": frozenset(".:"),
    "score": frozenset(":"),
}
_DASHES = frozenset("-–—−")
_QUOTES = frozenset("\"“”„«»‟‘’'")
_BESIDE_QUOTES = _QUOTES | frozenset(",. \u00a0\u202f\n")
_NEAR = 4  # characters looked at before the first and after the last token


def parted(mark: str, text: str, tokens: Sequence[Token], at: int) -> bool:
    """True when ``mark`` is what stands before ``tokens[at]`` (at the end: after the last token)."""
    if mark == "^":
        return at == 0
    if mark == "$":
        return at == len(tokens)
    lo = tokens[at - 1].end if at else max(0, tokens[0].start - _NEAR)
    hi = tokens[at].start if at < len(tokens) else lo + _NEAR
    between = text[lo:hi]
    if mark == "/":
        return at in (0, len(tokens)) or not text[tokens[at - 1].end : tokens[at].start].isspace()
    if mark in GLUED:
        return between in GLUED[mark]
    if mark == '"':
        return _quotes(between, at, len(tokens))
    return _punctuation(mark, between, at, len(tokens))


def _quotes(between: str, at: int, count: int) -> bool:
    """A quotation mark, and beside it nothing but blanks, a comma or a full stop."""
    if at == 0:
        between = between[max((i + 1 for i, c in enumerate(between) if c.isalnum()), default=0) :]
    elif at == count:
        between = between[: next((i for i, c in enumerate(between) if c.isalnum()), len(between))]
    return not _QUOTES.isdisjoint(between) and _BESIDE_QUOTES.issuperset(between)


def _punctuation(mark: str, between: str, at: int, count: int) -> bool:
    bare = between.strip()
    if at == 0:
        bare = between.rstrip()[-1:]
    elif at == count:
        bare = between.lstrip()[:1]
    if mark == "":
        return not bare
    if mark.endswith("?"):
        return bare in ("", mark[0])
    return bare in _DASHES if mark == "-" else bare == mark and bool(bare)
