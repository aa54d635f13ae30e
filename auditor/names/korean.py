"""Whether Latin letters spell the syllables of a Korean given name (``data/variants/korean_sounds.toml``)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import pairwise

from auditor.names.standing import plain
from auditor.packs import data_path, load_toml
from auditor.records import Record

SPELT = "Korean syllables"
_OPEN = "-"  # after a vowel: no coda follows; as a spelling: silent
_RARER = 0.04  # what each spelling but the commonest costs
_CODAS = "\u11a8"  # the first conjoining letter that ends a syllable (Unicode 15.0, 3.12)


class KoreanSounds(Record, frozen=True):
    """Spellings of each letter of Hangul by its place in the syllable, with "/" between them."""

    schema: int
    onset: dict[str, str]
    vowel: dict[str, str]
    coda: dict[str, str]


Spelt = dict[str, tuple[tuple[str, float], ...]]  # letter -> what it is spelt as, and the cost of that


@cache
def _spellings() -> tuple[Spelt, Spelt]:
    """The spellings of conjoining letters: before a coda or in any place, and of vowels that end a syllable."""
    file = load_toml(data_path("variants", "korean_sounds.toml"), KoreanSounds)
    found = {
        letter: tuple((form.strip(_OPEN), rank * _RARER) for rank, form in enumerate(forms.split("/")))
        for letter, forms in (file.onset | file.vowel | file.coda).items()
    }
    return found, found | {letter[0]: forms for letter, forms in found.items() if letter.endswith(_OPEN)}


@lru_cache(maxsize=8192)
def syllables(hangul: str, latin: str) -> float | None:
    """The cost of the likeliest way in which ``latin`` (lower case) spells ``hangul``; None where it does not.

    Every letter of Hangul takes one of its spellings, in order, and nothing is left over.
    """
    word, letters = "".join(filter(str.isalpha, plain(latin))), unicodedata.normalize("NFD", hangul)
    closed, ending = _spellings()
    reached = {0: 0.0}
    for letter, following in pairwise(f"{letters}{_OPEN}"):
        here: dict[int, float] = {}
        for at, cost in reached.items():
            for form, rarer in (closed if following >= _CODAS else ending).get(letter, ()):
                if word.startswith(form, at):
                    end, total = at + len(form), cost + rarer
                    here[end] = min(total, here.get(end, total))
        reached = here
    return round(reached[len(word)], 2) if len(word) in reached else None
