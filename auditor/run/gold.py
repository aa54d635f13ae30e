"""A reference annotation: what careful editors say is wrong with a set of articles, and what belongs together."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from auditor.errors import UsageError
from auditor.packs.load import NOT_JSON
from auditor.reading.decode import decode
from auditor.records import ClaimState, Severity

Offset = Annotated[int, Meta(ge=0)]
Span = tuple[Offset, Offset]
Words = Annotated[str, Meta(pattern=r"\S")]


class GoldZone(msgspec.Struct, frozen=True):
    """A stretch that is not body text."""

    start: Offset
    end: Offset


class GoldRow(msgspec.Struct, frozen=True):
    """A fault: ``must`` and ``should`` be found, or ``may``. ``spans`` are all places that count as it."""

    level: Literal["must", "should", "may"]
    kind: str
    match: str
    severity: Severity
    suggestion: str | None
    spans: tuple[Span, ...]

    @property
    def any_length(self) -> bool:
        """Boilerplate and cut-off text: a finding of any length, or an excluded zone, finds it."""
        return self.kind in ("boilerplate", "truncation")


class GoldArticle(msgspec.Struct, frozen=True):
    """One article: its faults, and what is known of where it comes from."""

    file: str
    source_language: str | None
    agencies: tuple[str, ...]
    zones: tuple[GoldZone, ...]
    findings: tuple[GoldRow, ...]


class GoldName(msgspec.Struct, frozen=True):
    """One entity: form -> files; ``system``: form -> the convention it follows; ``accept``: other good forms."""

    id: str
    preferred: Words
    forms: Annotated[dict[Words, Annotated[tuple[str, ...], Meta(min_length=1)]], Meta(min_length=1)]
    system: dict[Words, str]
    accept: tuple[str, ...] | None = None


class GoldPlace(msgspec.Struct, frozen=True):
    """Words in a file."""

    file: str
    start: Offset
    end: Offset
    words: str = ""


class GoldQuote(msgspec.Struct, frozen=True):
    """One utterance in two articles."""

    a: GoldPlace
    b: GoldPlace


class GoldDate(msgspec.Struct, frozen=True):
    """Two claims about one event, and how they stand to each other."""

    event: str
    claims: Annotated[tuple[GoldPlace, ...], Meta(min_length=2)]
    state: ClaimState


class GoldStory(msgspec.Struct, frozen=True):
    """Files on one event."""

    members: tuple[str, ...]


class Gold(msgspec.Struct, frozen=True):
    """The whole annotation; ``distinct`` are pairs of names that must never be one entity."""

    schema: int
    articles: tuple[GoldArticle, ...]
    names: tuple[GoldName, ...]
    distinct: tuple[tuple[str, str], ...]
    stories: tuple[GoldStory, ...]
    quotes: tuple[GoldQuote, ...]
    dates: tuple[GoldDate, ...]


def read_gold(path: Path) -> Gold:
    """The annotation in a file. Raises `UsageError` where it is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Gold)
    except OSError as exc:
        raise UsageError(f"{path}: {(exc.strerror or 'cannot be read').lower()}", "check the path") from exc
    except NOT_JSON as exc:
        raise UsageError(f"{path}: not a reference annotation: {exc}") from exc


def read_texts(gold: Gold, places: Sequence[Path]) -> dict[str, str]:
    """File name -> text of every annotated article, from folders and files.

    Raises `UsageError` for one that is not there, `InputError` for one that is no text.
    """
    texts: dict[str, str] = {}
    for article in gold.articles:
        named = [p for p in places if p.name == article.file and p.is_file()]
        inside = [p / article.file for p in places if (p / article.file).is_file()]
        if not named and not inside:
            raise UsageError(f"{article.file}: not among the texts", "name their folder with --texts DIR")
        texts[article.file] = decode((named or inside)[0].read_bytes(), article.file)
    return texts
