"""What a caller may ask of a reporter."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from auditor.records import ArticleRecord


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """``color``: ANSI colours. ``width``: terminal cells a line. ``indent``: of JSON, 0 for one line.

    ``places``: article id -> its path seen from the working folder, for formats that other programs open files by and
    for the commands that the text format advises; other paths are those of the record.
    ``verbose``: context and all evidence for every finding, whatever its severity.
    """

    color: bool = False
    width: int = 100
    indent: int = 2
    verbose: bool = False
    places: Mapping[str, str] = MappingProxyType({})

    def path(self, article: ArticleRecord) -> str:
        """Where to find the article from the working folder."""
        return self.places.get(article.id, article.path)


DEFAULT = Options()
