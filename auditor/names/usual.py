"""Whether words are usual ones of a language of Latin letters, or respelt from another script."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from auditor.names.readers import readers_table
from auditor.names.sounds import script
from auditor.text.lexicon import SCALE, lexicon


@lru_cache(maxsize=65536)
def transcribed(word: str) -> bool:
    """Whether letters show that a name came from another script, so that its spellings differ."""
    return bool(_respelt().search(word))


@cache
def _respelt() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, readers_table().respelt)))


def both_known(a: str, b: str) -> float:
    """How usual the rarer of two words is in the language that knows both best (zipf, 0 where none has both).

    Two usual words of one script are two names (Johnson, Johnston), but not where letters tell of another script
    (Kadhafi, Gaddafi).
    """
    if script(a) != script(b) or transcribed(a) or transcribed(b):
        return 0.0
    known = lexicon()
    return max(map(min, known.row(a), known.row(b))) / SCALE
