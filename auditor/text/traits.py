"""Questions on single words, asked together: one look-up tells all that any check wants to know of a word.

Most words of a text are of interest to nobody; a look-up a word and check would touch memory that nothing else touches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from auditor.text.memo import Memo

_KEPT = 100_000  # words of a language that are remembered

Test = Callable[[str], object]
"""True in any sense for a word, as written, that has the trait; no two calls on one word differ."""

_tests: list[tuple[Test, str | None]] = []


def trait(test: Test, language: str | None = None) -> int:
    """The number of a new trait; it is asked of words of texts in ``language`` alone, where that is given."""
    _tests.append((test, language))
    _traits.cache_clear()  # what was asked before does not know of it
    return len(_tests) - 1


@cache
def _traits(language: str) -> Memo[str, tuple[int, ...]]:
    asked = [(number, test) for number, (test, own) in enumerate(_tests) if own in (None, language)]
    return Memo(partial(_asked, asked), _KEPT)


def _asked(asked: Sequence[tuple[int, Test]], word: str) -> tuple[int, ...]:
    return tuple([number for number, test in asked if test(word)])


def plain(word: str) -> str:
    """The word in lower case, with plain apostrophes."""
    return word.lower().replace("’", "'")


class Traits:
    """The words of a text in a language, sorted by their traits."""

    __slots__ = ("_found", "_known", "_language", "_words")

    def __init__(self, words: Iterable[str], language: str) -> None:
        self._words, self._language = words, language
        self._sort()

    def _sort(self) -> None:
        self._known, self._found = len(_tests), dict[int, list[str]]()
        for word, numbers in zip(self._words, map(_traits(self._language).__getitem__, self._words), strict=True):
            for number in numbers:
                self._found.setdefault(number, []).append(word)

    def having(self, number: int) -> Sequence[str]:
        """The words that have a trait, in the order of all."""
        if number >= self._known:
            self._sort()
        return self._found.get(number, ())
