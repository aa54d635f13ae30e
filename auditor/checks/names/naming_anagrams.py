"""Two acronyms of the same letters in one article, one of them a slip or the other language's: CCR and CRC (NM202)."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_mixed import spelling_hit
from auditor.checks.spans import Spans
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.text.tokens import Token
from auditor.text.traits import trait

_SHORTEST, _LONGEST = 3, 5  # letters


def anagrams(context: Context) -> Iterator[Hit]:
    """The rarer of two acronyms of the same letters, where the other stands at least twice and neither is explained."""
    reading = context.reading
    words = reading.traits.having(_ACRONYM)
    if len(words) < 2:
        return
    groups: dict[str, dict[str, list[Token]]] = {}
    for word in words:
        bare = word.removesuffix("'s").removesuffix("’s")
        places = groups.setdefault("".join(sorted(bare)), {}).setdefault(bare, [])
        places.extend(reading.tokens[at] for at in reading.places[word])
    silent = Spans((zone.start, zone.end) for zone in reading.layout.excluded)
    foreign = foreign_blocks(reading)
    for forms in (forms for forms in groups.values() if len(forms) == 2):
        rare, keep = sorted(forms, key=lambda form: (len(forms[form]), form))
        if len(forms[rare]) == len(forms[keep]) or _explained(reading.text, forms[rare]):
            continue
        counted = ", ".join(f"{form} ×{len(forms[form])}" for form in (keep, rare))
        for token in forms[rare]:
            if not silent.hits(token.start, token.end) and not lies_in(foreign, token.start, token.end):
                yield spelling_hit(token.start, token.start + len(rare), rare, keep, counted)


def _explained(text: str, places: list[Token]) -> bool:
    """True where one stands in brackets, or before some."""
    return any(text[max(0, p.start - 1) : p.start] == "(" or text[p.end : p.end + 2] == " (" for p in places)


def _acronym(word: str) -> bool:
    bare = word.removesuffix("'s").removesuffix("’s")
    return _SHORTEST <= len(bare) <= _LONGEST and bare.isalpha() and bare.isascii() and bare.isupper()


_ACRONYM = trait(_acronym, "en")
