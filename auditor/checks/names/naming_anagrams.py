"""Two acronyms of the same letters in one article, one of them a slip or the other language's: CCR and CRC (NM202)."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_mixed import spelling_hit
from auditor.checks.spans import Spans
from auditor.packs.institutions import institutions
from auditor.packs.places import places
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.text.tokens import Token
from auditor.text.traits import trait

_SHORTEST, _LONGEST = 3, 5  # letters
_USED, _FAR = 2.5, 1.0  # zipf in English of an acronym that it has, and by which another language has it more


def anagrams(context: Context) -> Iterator[Hit]:
    """The rarer of two acronyms of the same letters, where the other stands at least twice.

    Neither is explained as another body, and the rarer is none that English copy has for something else (GDR and DRG),
    unless the other one's long form stands beside it.
    """
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
        if _listed(rare) or (_borne(rare, context) and not _explained(reading.text, forms[keep])):
            continue
        counted = ", ".join(f"{form} ×{len(forms[form])}" for form in (keep, rare))
        for token in forms[rare]:
            if not silent.hits(token.start, token.end) and not lies_in(foreign, token.start, token.end):
                yield spelling_hit(token.start, token.start + len(rare), rare, keep, counted)


def _explained(text: str, places: list[Token]) -> bool:
    """True where one stands in brackets, or before some."""
    return any(text[max(0, p.start - 1) : p.start] == "(" or text[p.end : p.end + 2] == " (" for p in places)


def _listed(acronym: str) -> bool:
    """True for one by which English copy calls a place or a body."""
    names = [hit.place.names.get("en", ()) for hit in places().by_form(acronym)]
    names += [hit.institution.names.get("en", ()) for hit in institutions().by_form(acronym)]
    return any(acronym in forms for forms in names)


def _borne(acronym: str, context: Context) -> bool:
    """True where English copy has it, and no other language far more often (OTAN)."""
    zipf = context.lexicon.zipfs(acronym.lower())
    return _USED <= zipf.get("en", 0.0) > max(zipf.values(), default=0.0) - _FAR


def _acronym(word: str) -> bool:
    bare = word.removesuffix("'s").removesuffix("’s")
    return _SHORTEST <= len(bare) <= _LONGEST and bare.isalpha() and bare.isascii() and bare.isupper()


_ACRONYM = trait(_acronym, "en")
