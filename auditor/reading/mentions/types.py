"""What kind of thing a candidate names, and where it must be cut in two."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from auditor.packs.institutions import institutions
from auditor.packs.places import places
from auditor.reading.mentions.evidence import Line, international
from auditor.reading.mentions.runs import Run, role_before
from auditor.reading.mentions.words import NameWords, Word, is_given
from auditor.records import EntityType
from auditor.text.lexicon import Lexicon

_RARE = 3.0  # zipf below which a word with a capital is no everyday word
_NOBLE = re.compile(r"(?:Mc|Mac|De|Del|Della|Di|Du|Da|La|Le|Van|Von|Fitz|San|St)(?=[A-Z][a-z])")


class Candidate(msgspec.Struct, frozen=True):
    """A name found: ``words``, ``first`` to ``last`` of its line, its type, the role noun beside it."""

    line: Line
    words: tuple[Word, ...]
    first: int
    last: int
    type: EntityType
    role: str | None = None
    broken: bool = False


def candidates(text: str, ln: Line, run: Run, data: NameWords, lexicon: Lexicon) -> list[Candidate]:
    """The names in a run, in order: an acronym after its long form, and a name before a person, stand alone."""
    found: list[Candidate] = []
    for first, last in _pieces(ln, run, data):
        if first > last:
            continue
        role = run.role if first == run.first else None
        kind = _type(text, ln, first, last, role, data, lexicon)
        words = ln.words[first : last + 1]
        if len(words) == 1 and (
            words[0].key in data.org_heads or words[0].key in data.titles or words[0].shape == "initial"
        ):
            continue
        found.append(Candidate(ln, words, first, last, kind, role, run.broken))
    return found


def _pieces(ln: Line, run: Run, data: NameWords) -> list[tuple[int, int]]:
    """Cut off an acronym that closes a run of its own initials, and an acronym that opens a run without a head."""
    words = ln.words
    first, last = run.first, run.last
    if run.broken:
        return [(first, last)]
    if last - first >= 2 and words[last].shape == "acronym" and spells(words[last].text, words[first:last]):
        return [(first, last - 1), (last, last)]
    if (
        last - first >= 2
        and words[first].shape == "acronym"
        and not any(w.key in data.org_heads or w.key in data.place_heads for w in words[first : last + 1])
    ):
        return [(first, first), (first + 1, last)]
    for i in range(first + 1, last):
        if words[i].shape == "cap" and is_given(words[i].text) and _stands_before_person(ln, first, i, data):
            return [(first, i - 1), (i, last)]
    return [(first, last)]


def _stands_before_person(ln: Line, first: int, i: int, data: NameWords) -> bool:
    """True for a body named right before one of its people: ``the chief of Gazprom Alexei Miller``."""
    words = ln.words
    before = " ".join(w.key for w in words[first:i])
    if words[i - 1].shape == "acronym" or is_camel(words[i - 1].text) or institutions().by_form(before):
        return True
    linked = first > 1 and words[first - 1].key in data.links
    return linked and (words[first - 2].key in data.roles or words[first - 2].key in data.titles)


def spells(short: str, long: tuple[Word, ...]) -> bool:
    """True when the capitals of the long form spell the acronym."""
    letters = [c for c in short if c.isalpha()]
    capitals = [w.text[0].upper() for w in long if w.shape != "lower"]
    return len(letters) >= 2 and [c.upper() for c in letters] == capitals


def _type(
    text: str, ln: Line, first: int, last: int, role: str | None, data: NameWords, lexicon: Lexicon
) -> EntityType:
    words = ln.words[first : last + 1]
    craft = _craft(text, ln, first, last, data)
    if craft or "designator" in [w.shape for w in words]:
        return craft or "other"
    keys = {w.key for w in words}
    if not keys.isdisjoint(data.org_heads):
        return "org"
    if not keys.isdisjoint(data.place_heads):
        return "place"
    if len(words) == 1 and words[0].shape == "acronym":
        return "org"
    if _personal(role, len(words), data):
        return "person"
    if len(words) == 1 and _listed(words[0].text) == "place":
        return "place"  # "in Kiew, the mayor said": what follows the comma is no apposition
    if _appositive(text, ln, last, data):
        return "person"
    if len(words) > 1 and (listed := _listed(text[words[0].start : words[-1].end])):
        return listed
    if 2 <= len(words) <= 4 and (is_given(words[0].text) or all(_nameish(w, data, lexicon) for w in words)):
        return "person"
    listed = _listed(text[words[0].start : words[-1].end])
    return listed or ("org" if len(words) == 1 and is_camel(words[0].text) else "other")


@lru_cache(maxsize=50_000)
def _listed(name: str) -> EntityType | None:
    """The type of an institution or place that is called so in any language."""
    if found := institutions().by_form(name):
        return found[0].institution.type
    return "place" if places().by_form(name) else None


def _personal(role: str | None, length: int, data: NameWords) -> bool:
    """A role makes a person of the name beside it; a role that companies can have does so for full names only."""
    return role is not None and (length > 1 or role.lower() not in data.weak_roles)


def is_camel(text: str) -> bool:
    """``SpaceX``, ``BioNTech``; not ``McDonald``, ``DeSantis``."""
    if "-" in text or "'" in text or "’" in text:
        return False
    prefix = _NOBLE.match(text)
    return any(c.isupper() for c in text[prefix.end() + 1 if prefix else 1 :])


def _nameish(word: Word, data: NameWords, lexicon: Lexicon) -> bool:
    if word.shape == "initial" or word.key in data.particles:
        return True
    if word.shape != "cap":
        return False
    rare = lexicon.zipf(word.key, data.language) < _RARE and data.language != "de"
    return rare or international(word.key, data.language, lexicon, families=2)


def _craft(text: str, ln: Line, first: int, last: int, data: NameWords) -> EntityType | None:
    """Vehicle or mission, by a noun for one beside the name."""
    words = ln.words
    end = len(words)
    for i in (last + 1, first - 1, last + 2):
        if not 0 <= i < end or (words[i].key not in data.craft and not (words[i].key in data.mission and i > last)):
            continue
        between = text[words[last].end : words[i].start] if i > last else text[words[i].end : words[first].start]
        if len(between) <= 20 and not any(c in between for c in ",.;:()"):
            return "vehicle" if words[i].key in data.craft else "mission"
    return None


def _appositive(text: str, ln: Line, last: int, data: NameWords) -> bool:
    """``X, the investment envoy of ...``, ``X, 45, ...``, ``head of Y, X``, ``X (45)``."""
    words = ln.words
    after = text[words[last].end : words[last].end + 2]
    if after in (", ", " (") and last + 1 < len(words):
        ahead = words[last + 1]
        if ahead.shape == "number" and ahead.text.isdecimal() and 10 <= int(ahead.text[:4]) < 110:
            return text[ahead.end : ahead.end + 1] in (",", ")", ".")
        if after == ", " and _role_within(text, ln, last + 1, 4, data):
            return True
    return False


def _role_within(text: str, ln: Line, start: int, reach: int, data: NameWords) -> bool:
    words = ln.words
    for i in range(start, min(start + reach, len(words))):
        if i > start and text[words[i - 1].end : words[i].start] != " ":
            return False
        if words[i].key in data.roles:
            return True
    return False


__all__ = ["Candidate", "candidates", "role_before", "spells"]
