"""What a caller may ask of a reporter."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType

import msgspec

from auditor.records import ArticleRecord, Finding


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """``color``: ANSI colours. ``width``: terminal cells a line. ``indent``: of JSON, 0 for one line.

    ``places``: article id -> its path seen from the working folder, for formats that other programs open files by and
    for the commands that the text format advises; other paths are those of the record.
    ``stopping``: ids of the findings that make the verdict, for formats that show which do; None for the default.
    ``verbose``: context and all evidence for every finding, whatever its severity.
    """

    color: bool = False
    width: int = 100
    indent: int = 2
    verbose: bool = False
    places: Mapping[str, str] = MappingProxyType({})
    stopping: Collection[str] | None = None

    def path(self, article: ArticleRecord) -> str:
        """Where to find the article from the working folder."""
        return self.places.get(article.id, article.path)

    def stops(self, finding: Finding) -> bool:
        """Whether the finding keeps the copy from being published."""
        if self.stopping is not None:
            return finding.id in self.stopping
        live = finding.suppressed is None and not (finding.baseline or finding.preview)
        return live and finding.severity in ("major", "critical")


DEFAULT = Options()
