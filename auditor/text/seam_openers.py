"""The end of one sentence with the first word of the next stuck to it, in copy that is not English: ``HausDer``."""

from __future__ import annotations

from auditor.text.lexicon import Lexicon
from auditor.text.segments import segment_rules

_LEFT = 3  # letters of the word before
_COMMON, _NOUN = 3.0, 3.5  # zipf that it needs, and with a capital of its own
_CARELESS = 2.2  # zipf up to which the lists, which hold careless copy too, may have the lump
_PARTICLE = 6.0  # zipf of short English words, which end names of goods (plugIn, logOn)


def opened(token: str, language: str, lexicon: Lexicon) -> int | None:
    """Where the second word of the token begins, if it is one that begins sentences; None where it may be one word."""
    base = language.split("-")[0]
    cut = max((at for at, char in enumerate(token) if char.isupper()), default=0)
    left, right = token[:cut], token[cut:]
    rules = segment_rules().get(base)
    if rules is None or base == "en" or cut < _LEFT or not left.isalpha() or right.lower() not in rules.starters:
        return None
    own = lexicon.zipf(left, base)
    if not (left.islower() and own >= _COMMON) and not (base == "de" and left.istitle() and own >= _NOUN):
        return None
    short = len(right) < _LEFT and (left.istitle() or lexicon.zipf(right, "en") >= _PARTICLE)
    return None if short or max(lexicon.zipfs(token.lower()).values(), default=0.0) > _CARELESS else cut
