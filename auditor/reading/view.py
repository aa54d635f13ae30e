"""A file's text with its markup taken out, and what the markup said."""

from __future__ import annotations

import msgspec

from auditor.offsets import OffsetMap
from auditor.reading.article import Declared, Span, Translation
from auditor.records import Excluded


class View(msgspec.Struct, frozen=True):
    """Fields as in `Source`; ``language`` is what the file declares (BCP 47)."""

    text: str
    offsets: OffsetMap
    markup: tuple[Span, ...]
    zones: tuple[Excluded, ...]
    headings: tuple[Span, ...]
    title: str | None
    published: str | None
    language: str | None
    translation: Translation | None = None
    declared: tuple[Declared, ...] = ()
    units: tuple[Span, ...] = ()
