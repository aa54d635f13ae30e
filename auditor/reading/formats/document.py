"""One article found in a file of an exchange format."""

from __future__ import annotations

import msgspec

from auditor.reading.article import Format
from auditor.reading.view import View


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """An article of a file. ``key`` tells the articles of one file apart.

    ``translation_of`` is the key of the text that this one was translated from.
    """

    key: str
    view: View
    format: Format
    translation_of: str | None = None
