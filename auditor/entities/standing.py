"""Places under another language's name: when the form alone, and where it stands, is proof enough."""

from __future__ import annotations

import re
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.packs.places import Place, places
from auditor.reading.article import Mention, Reading
from auditor.records import Record
from auditor.text.lexicon import Lexicon

_USED = 2.6  # zipf up to which the form is rare in the article's language
_USED_TERRITORY = 3.2  # the same for countries, which have few namesakes
_USED_BESIDE = 3.0  # the same for English forms in copy that is not English: lists of its words hold English copy, too
_USED_LED, _LED = 3.4, 1.1  # the same where the right name is commoner by so much: the lists hold clubs and titles, too
_AT_HOME = 2.5  # the same for the local name, which copy may use on purpose
_AT_HOME_LED = 2.9  # the same where the right name is commoner by so much as above
_HISTORIC = 1.5  # the same for towns that had another ruler
_LEAD, _LEAD_BESIDE = 1.2, 1.0  # zipf by which the form must be commoner in its own language; in English
_PLACED, _BEHIND = (
    4.2,
    -0.5,
)  # the same behind what only places have before them, and by how much the right name may be rarer
_SURE = 1.85  # zipf up to which a form is so rare that it is the place wherever a name can stand
_AHEAD = 0.8  # zipf by which the right name must be commoner
_BEFORE = re.compile(r"(?:^|[^\w])(\w{1,12}) (?:the )?$")
_AFTER = re.compile(r"[ -][A-ZÀ-ÖØ-Þ]|[’']s [A-ZÀ-ÖØ-Þ]|-\w")
_AND = re.compile(r"[’'”»\"]|\.\w| &")
_OPEN = re.compile(r"(?:^|[.!?:;,] |\n)$")
_VERB = re.compile(r" ([a-z]{2,12})(?!\w)")


class Standing(Record, frozen=True):
    """The file ``data/exonyms/standing.toml``; see its header."""

    schema: int
    historic: frozenset[str]
    namesakes: frozenset[str]
    towns: frozenset[str]
    bodies: frozenset[str]
    inside: dict[str, frozenset[str]]
    before: dict[str, frozenset[str]]
    beside: dict[str, frozenset[str]]
    verbs: dict[str, frozenset[str]]


@cache
def _standing() -> Standing:
    return load_toml(data_path("exonyms", "standing.toml"), Standing)


def is_clear(shown: str, place: Place, base: str, lexicon: Lexicon) -> bool:
    """True when copy of ``base`` has no other use for the form than as the foreign name of the place."""
    data = _standing()
    if base not in data.before or shown.casefold() in data.namesakes or shown.isupper():
        return False
    codes = tuple(hit.language for hit in places().by_form(shown) if hit.place.id == place.id)
    if " " in shown:
        return any(_foreign(word, codes, base, _USED_TERRITORY, lexicon) for word in shown.split())
    right = place.names[base][0]
    own = lexicon.zipf(shown, base)
    ahead = " " in right or own == 0 or lexicon.zipf(right, base) - own >= _AHEAD
    limit, lead = _limit(place, codes, data), _LEAD
    if place.language in codes and place.kind != "territory" and lexicon.zipf(right, base) - own >= _LED:
        limit = _AT_HOME_LED
    if "en" in codes and place.language not in codes:
        lead = _LEAD_BESIDE
        limit = _USED_LED if lexicon.zipf(right, base) - own >= _LED else _USED_BESIDE
    return ahead and _foreign(shown, codes, base, limit, lexicon, lead)


def is_sure(shown: str, place: Place, base: str, lexicon: Lexicon) -> bool:
    """True for a clear form so rare in copy of ``base``, and not the local one, that no person or firm is meant."""
    local = any(hit.place.id == place.id and hit.language == place.language for hit in places().by_form(shown))
    return base in _standing().beside and not local and " " not in shown and lexicon.zipf(shown, base) <= _SURE


def is_english_body(shown: str) -> bool:
    """True for a name of several words with an English noun for what states have (House of Representatives)."""
    return " " in shown and not _standing().bodies.isdisjoint(shown.casefold().split())


def is_placed(shown: str, place: Place, base: str, lexicon: Lexicon) -> bool:
    """True for a form that is the place behind a preposition that nothing else has (``en Londres``), however common."""
    data = _standing()
    if base not in data.inside or " " in shown or shown.isupper() or place.kind not in ("city", "territory"):
        return False
    if shown.casefold() in data.namesakes - data.towns or place.country in data.historic:
        return False
    own, right = lexicon.zipf(shown, base), place.names[base][0]
    return own <= _PLACED and (" " in right or lexicon.zipf(right, base) - own >= _BEHIND)


def stands_inside(reading: Reading, mention: Mention) -> bool:
    """A whole name right behind such a preposition, in lower case, and no further name behind it."""
    text = reading.text
    if _AFTER.match(text, mention.end) or _AND.match(text, mention.end):
        return False
    before = _BEFORE.search(text, max(0, mention.start - 24), mention.start)
    return before is not None and before[1] in _standing().inside[reading.base]


def _limit(place: Place, codes: tuple[str, ...], data: Standing) -> float:
    if place.country in data.historic and place.kind != "territory":
        return _HISTORIC
    if place.kind == "territory":
        return _USED_TERRITORY
    return _AT_HOME if place.language in codes else _USED


def _foreign(word: str, codes: tuple[str, ...], base: str, limit: float, lexicon: Lexicon, lead: float = _LEAD) -> bool:
    own = lexicon.zipf(word, base)
    return own == 0 or (own <= limit and max(lexicon.zipf(word, code) for code in codes) - own >= lead)


def before_place(text: str, start: int, base: str) -> bool:
    """True behind a preposition of place of the language."""
    before = _BEFORE.search(text, max(0, start - 24), start)
    return before is not None and before[1].lower() in _standing().before.get(base, ())


def stands_as_place(reading: Reading, mention: Mention, sure: bool = False) -> bool:
    """A whole name after a preposition of place: ``in Londres``, not ``rue de Londres``, ``in Londres Street``.

    A ``sure`` form also after other prepositions and conjunctions, and as the subject of a clause.
    """
    base = reading.language.split("-")[0]
    data = _standing()
    if _AFTER.match(reading.text, mention.end):
        return False
    before = _BEFORE.search(reading.text, max(0, mention.start - 24), mention.start)
    word = before[1].lower() if before else ""
    if word in data.before.get(base, ()) or (sure and word in data.beside[base]):
        return True
    verb = _VERB.match(reading.text, mention.end) if sure else None
    opens = verb is not None and _OPEN.search(reading.text, max(0, mention.start - 2), mention.start)
    return bool(opens and verb and verb[1] in data.verbs[base])
