"""TX114: names that lost a letter on their way through ASCII (``Dsseldorf``, ``Gonzlez``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import in_address
from auditor.packs import data_path, load_toml
from auditor.records import Evidence, Record, Suggestion
from auditor.text.lexicon import Lexicon, lexicon
from auditor.text.memo import Memo
from auditor.text.traits import trait

_SHORTEST, _LONGEST = 5, 20
_WHOLE = 2.8  # zipf from which a word is well known somewhere
_RARE = 2.2  # zipf up to which the damaged form may occur in the lists, which hold damaged copy too
_AHEAD = 2.5  # zipf by which the whole word must then be commoner


class Lost(Record, frozen=True):
    """The file ``data/zones/lost_letters.toml``."""

    schema: int
    letters: str
    endings: dict[str, str]


@cache
def _lost() -> Lost:
    return load_toml(data_path("zones", "lost_letters.toml"), Lost)


def whole(word: str, lexicon: Lexicon) -> str | None:
    """The commonest word that lacks one letter beyond ASCII to be this one; None where the word may be sound."""
    if not (word.istitle() and _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha()):
        return None
    own = lexicon.most(word)
    if own > _RARE:
        return None
    for rest, ending in _lost().endings.items():
        if word.endswith(rest):
            return word.removesuffix(rest) + ending
    found = _fullest(word.lower(), lexicon)
    return found[1].title() if found and found[0] >= max(_WHOLE, own and own + _AHEAD) else None


@lru_cache(maxsize=10_000)
def _fullest(word: str, lexicon: Lexicon) -> tuple[float, str] | None:
    """Zipf and spelling of the commonest word with one more letter; the first of equals."""
    forms = (word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in _lost().letters)
    rated = ((lexicon.most(form), form) for form in forms if lexicon.known(form))
    return min(rated, key=lambda r: (-r[0], r[1]), default=None)


_wholes: Memo[str, str | None] = Memo(lambda word: whole(word, lexicon()), 50_000)
_LACKS = trait(_wholes.__getitem__, "en")


def lost_letters(context: Context) -> Iterator[Hit]:
    """Words with a capital that one lost letter explains."""
    reading = context.reading
    for token in (reading.tokens[at] for word in reading.traits.having(_LACKS) for at in reading.places[word]):
        right = _wholes[token.text]
        if right and not in_address(reading.text, token):
            clue = Evidence(kind="lexicon", text=f"“{right}” is a word, “{token.text}” is none")
            yield Hit(
                start=token.start,
                end=token.end,
                args={"right": right},
                suggestions=(Suggestion(text=right),),
                evidence=(clue,),
            )


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX114",
        slug="lost-letter",
        title="A name that lost a letter",
        mqm="design-markup/character-formatting",
        severity="major",
        why="A letter that the system did not know was dropped; the name can no longer be found.",
        message="“{match}” lacks a letter: {right}",
        run=lost_letters,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The trains between Bonn and ⟦Wrzburg⟧ were late on Monday.",
                fixed="The trains between Bonn and Würzburg were late on Monday.",
            ),
            Example(
                kind="good", text="Chonki and Kinza live in Brno; Lodz and Besiktas are written so. See Jrgen.com."
            ),
        ),
        sources=("data/zones/lost_letters.toml", "wordfreq 3 frequency lists (Speer 2022)"),
    ),
)
