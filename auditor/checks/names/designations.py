"""NM208: marks and numbers of craft and weapons that another language writes otherwise (Su 34, C-300, Falcon-9)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import Spans, in_address
from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Evidence, Record, Suggestion
from auditor.text.traits import trait

_HEAD = re.compile(r"[A-Za-z]{1,10}")
_REST = re.compile(r"(?P<link>[-‑–  ]?)(?P<number>M1|[MKU](?![A-Za-z])|[0-9]{1,3})(?P<tail>[A-Z]{0,3}[0-9]{0,2}[a-z]?)")
_SERIES = re.compile(r"(?P<link>[-‑  ])MS(?P<between>[-‑  ]?)(?P<number>[0-9]{1,2})(?!\w)")
_BESIDE = 3  # words on each side among which the kind of thing stands
_BLANKS = " \u00a0"


class Designations(Record, frozen=True):
    """The file ``data/renderings/designations.toml``; see its header."""

    schema: int
    numbered: frozenset[str]
    single: frozenset[str]
    cyrillic: frozenset[str]
    kinds: frozenset[str]
    near: frozenset[str]
    hyphened: dict[str, str]
    spaced: dict[str, str]
    otherwise: dict[str, str]


@cache
def _file() -> Designations:
    return load_toml(data_path("renderings", "designations.toml"), Designations)


@cache
def _series() -> Mapping[str, tuple[str, str, frozenset[str]]]:
    """Mark in any spelling -> the right one, what links it to its number, and the numbers."""
    file = _file()
    right = {
        **{mark: (mark, "-", frozenset(numbers.split())) for mark, numbers in file.hyphened.items()},
        **{mark: (mark, " ", frozenset(numbers.split())) for mark, numbers in file.spaced.items()},
    }
    return {**right, **{form: right[mark] for form, mark in file.otherwise.items()}}


def _mark(word: str) -> str | None:
    """The mark with which a word begins, if the table has it and nothing but its number follows."""
    head = _HEAD.match(word)
    if head is None or not word[0].isupper() or not (head[0] in _series() or head[0] in _file().numbered):
        return None
    rest = word[head.end() :]
    return head[0] if not rest or rest[0] in "-‑–" or rest[0].isdigit() else None


_MARK = trait(_mark, "en")


def run(context: Context) -> Iterator[Hit]:
    """Hits on designations that English copy writes otherwise, in the body of the text."""
    reading = context.reading
    words = reading.traits.having(_MARK)
    if not words:
        return
    silent = Spans((zone.start, zone.end) for zone in reading.layout.excluded)
    for word in words:
        for at in reading.places[word]:
            token = reading.tokens[at]
            found = _found(reading, at, _mark(word) or word)
            if found and not silent.hits(token.start, found[0]) and not in_address(reading.text, token):
                yield _hit(reading, token.start, *found)


def _found(reading: Reading, at: int, mark: str) -> tuple[int, str] | None:
    """Where the designation ends, and how English copy writes it; None where it is written so or is something else."""
    text, start = reading.text, reading.tokens[at].start
    if text[start - 1 : start] in ("-", "/", "_", "."):
        return None
    behind = start + len(mark)
    if mark in _file().numbered:
        series = _SERIES.match(text, behind)
        right = f"{mark} MS-{series['number']}" if series else ""
        plain = text[start : series.end()].replace("‑", "-").replace("\u00a0", " ") if series else ""
        return (series.end(), right) if series and plain != right else None
    mark_right, link, numbers = _series()[mark]
    rest = _REST.match(text, behind)
    if rest is None or rest["number"] not in numbers or _goes_on(text, rest.end(), rest["link"]):
        return None
    right = f"{mark_right}{link}{rest['number']}{rest['tail']}"
    same = mark == mark_right and (rest["link"] in _BLANKS if link == " " else rest["link"] in ("-", "‑", "–"))
    if same and rest["link"]:
        return None
    if mark == mark_right and link == " " and not rest["link"]:
        return None  # Falcon9
    return (rest.end(), right) if _meant(reading, at, mark, mark_right, right) else None


def _goes_on(text: str, end: int, link: str) -> bool:
    """True inside a longer word or number, or where a blank parts a name from a measure (``S 300-metre``)."""
    after = text[end : end + 2]
    loose = link in ("", " ", "\u00a0") and after[:1] in ("-", "%")
    return after[:1].isalnum() or loose or (after[:1] in ".,:" and after[1:].isdigit())


def _meant(reading: Reading, at: int, mark: str, right: str, whole: str) -> bool:
    """False for a letter without a word for craft or arms beside it, unless the article has the right form as well, and
    for Cyrillic ones in copy of something else."""
    file = _file()
    near = reading.lower[max(0, at - _BESIDE) : at + _BESIDE + 2]
    beside = not file.kinds.isdisjoint(near)
    if mark in file.cyrillic:
        return beside and not file.near.isdisjoint(reading.vocabulary)
    return beside or right not in file.single or whole in reading.text


def _hit(reading: Reading, start: int, end: int, right: str) -> Hit:
    form = reading.text[start:end]
    return Hit(
        start=start,
        end=end,
        args={"form": form, "right": right},
        suggestions=(Suggestion(text=right),),
        evidence=(
            Evidence(kind="table", text=f"English copy has {right}", source="data/renderings/designations.toml"),
        ),
    )


NM208 = Check(
    id="NM208",
    slug="designation",
    title="A designation of craft or weapons written as another language does",
    mqm="linguistic-conventions/spelling",
    severity="minor",
    why="Type marks have one form in English: with a hyphen or a blank, with their own capitals, in Latin letters.",
    message="English copy writes {right}, not “{form}”",
    run=run,
    examples=(
        Example(
            kind="bad",
            text="A ⟦Su 34⟧ crashed near the lake on Monday, the governor said.",
            fixed="A Su-34 crashed near the lake on Monday, the governor said.",
        ),
        Example(kind="bad", text="Two ⟦MIG-31⟧ jets took off from the base on Monday."),
        Example(kind="bad", text="Russia fired ⟦C-300⟧ missiles at the town on Monday."),
        Example(kind="bad", text="The ⟦Falcon-9⟧ rocket lifted off on Monday with six satellites."),
        Example(kind="bad", text="The ⟦Soyuz-MS-31⟧ will fly in May with a crew of three."),
        Example(
            kind="good",
            text="A Su-34, a Soyuz MS-31 and a Falcon 9 are shown. The C-300 is a car, X-59 a plane of NASA.",
        ),
    ),
    sources=("data/renderings/designations.toml",),
    languages=("en",),
)

CHECKS: tuple[Check, ...] = (NM208,)
