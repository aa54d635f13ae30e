"""The nearest valid value: what an error advises."""

from __future__ import annotations

from collections.abc import Iterable

_SHOWN = 40


def nearest(word: str, valid: Iterable[str]) -> str | None:
    """The valid value most like ``word`` (case aside), or None when none is near."""
    from difflib import get_close_matches

    folded = {value.casefold(): value for value in sorted(valid, reverse=True)}
    found = get_close_matches(word.casefold(), sorted(folded), n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def did_you_mean(word: str, valid: Iterable[str]) -> str:
    """Advice for a value that is not valid: the nearest one, or the list, or its beginning, when none is near."""
    options = list(valid)
    best = nearest(word, options)
    more = f" ... ({len(options)} in all)" if len(options) > _SHOWN else ""
    return f"did you mean {best!r}?" if best else "one of " + ", ".join(options[:_SHOWN]) + more
