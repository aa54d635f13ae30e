"""Words in the names of bodies and offices with a letter too few, too many or wrong: ``Parliment``; no checks."""

from __future__ import annotations

from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record
from auditor.text.lexicon import Lexicon

_SHORTEST, _LONGEST = 7, 20  # letters of words that are judged
_SELDOM = 2.2  # zipf of a slip that the lists have from careless copy


class Careless(Record, frozen=True):
    """The file ``data/checks/careless.toml``; see its header."""

    schema: int
    endings: tuple[str, ...]
    sound: frozenset[str]
    bodies: frozenset[str]


@cache
def careless() -> Careless:
    """Rare words that are sound, and endings and bodies by which others are judged."""
    return load_toml(data_path("checks", "careless.toml"), Careless)


@cache
def _shorter() -> dict[str, str]:
    """Names of bodies and offices without one of their inner letters, and whole -> the name."""
    rows = {body: body for body in careless().bodies}
    return {body[:at] + body[at + 1 :]: body for body in rows for at in range(1, len(body) - 1)} | rows


def body(word: str, lexicon: Lexicon) -> str | None:
    """``Parliment``: a word with a capital that no list has, one letter away from that of a body or office."""
    low, listed = word.lower(), _shorter()
    if not _SHORTEST <= len(low) <= _LONGEST or low in careless().bodies:
        return None
    cuts = (low, *(low[:at] + low[at + 1 :] for at in range(1, len(low) - 1)))
    meant = next((listed[cut] for cut in cuts if cut in listed and listed[cut][-1] == low[-1]), None)
    row = lexicon.zipfs(low) if meant else {}
    own = row.pop("en", 0.0)
    return meant.title() if meant and own <= _SELDOM and max(row.values(), default=0.0) < max(own, 1.0) else None
