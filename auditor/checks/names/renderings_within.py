"""Where a foreign name stands inside a longer one: Rue de la Croix-Rouge, the Dalniy Vostok Award (NM103)."""

from __future__ import annotations

import re
from collections.abc import Collection

from auditor.packs.institutions import institutions
from auditor.text.lexicon import lexicon

_REACH = 24  # characters in which a neighbour stands
_BEFORE = re.compile(r"(?<![\w-])([^\W\d_]{1,15})['’ ]$")
_AFTER = re.compile(r" ([^\W\d_]{2,20})")
_ENGLISH = 5.9  # zipf from which a small word is English, too (in, on, the)
_KIND = 4.0  # zipf up to which a word for a street or building is not English (rue, piazza; not station)
_USED = 2.5  # zipf up to which English has no use for a neighbour but as a name


def within(text: str, start: int, end: int, before: Collection[str], after: Collection[str]) -> bool:
    """True behind a particle of another language or one of ``before``, or in front of one of ``after``.

    A single word is part of a longer name beside any word with a capital that English does not know, too.
    """
    led, followed = _BEFORE.search(text, max(0, start - _REACH), start), _AFTER.match(text, end, end + _REACH)
    first, last = led[1] if led else "", followed[1] if followed else ""
    english = lexicon().zipf(first.lower(), "en")
    if (first.lower() in before and english < _KIND) or (last.istitle() and last.lower() in after):
        return True
    if first.lower() in institutions().habits.function_words and english < _ENGLISH:
        return True
    return " " not in text[start:end] and (_unknown(first) or _unknown(last))


def _unknown(word: str) -> bool:
    return word.istitle() and lexicon().zipf(word, "en") <= _USED
