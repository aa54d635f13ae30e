"""What a page's head says of the article: title, date of publication, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from auditor.reading.html.rules import rules
from auditor.reading.html.tokens import Tag

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?=[-_]|$)", re.I)
_MAX_JSON = 1 << 20
_MAX_NODES = 2000


class Meta:
    """Collects statements about the page; the best-ranked one of each sort is taken, the first among equals."""

    def __init__(self) -> None:
        self._dates: dict[int, str] = {}
        self._languages: dict[int, str] = {}
        self.title: str | None = None
        self.social_title: str | None = None

    @property
    def published(self) -> str | None:
        """Date or time of publication, ISO 8601, as the page gives it."""
        return self._dates[min(self._dates)] if self._dates else None

    @property
    def language(self) -> str | None:
        """BCP 47 language without region."""
        return self._languages[min(self._languages)] if self._languages else None

    @property
    def original(self) -> str | None:
        """The surest language that is not that of the element ``html``, which translation in a browser rewrites."""
        others = (code for rank, code in sorted(self._languages.items()) if rank)
        return next((code for code in others if code != self._languages.get(0)), None)

    def see(self, tag: Tag, html: str) -> None:
        """Take note of one tag."""
        if tag.name == "meta":
            self._see_meta(tag)
        elif tag.name == "html":
            self._add(self._languages, 0, tag.get("lang") or tag.get("xml:lang"), _LANGUAGE)
        elif tag.name == "time":
            stated = (tag.get("itemprop") or "").lower() == "datepublished" or tag.get("pubdate") is not None
            self._add(self._dates, 60 if stated else 90, tag.get("datetime"), _DATE)
        elif tag.name == "script" and tag.raw and "ld+json" in (tag.get("type") or "").lower():
            self._see_json(html[tag.raw[0] : tag.raw[1]])

    def _see_meta(self, tag: Tag) -> None:
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        content = tag.get("content")
        if name in rules().dates:
            self._add(self._dates, 20 + rules().dates.index(name), content, _DATE)
        elif name in ("og:locale", "dc.language", "inlanguage", "language"):
            self._add(self._languages, 2, content, _LANGUAGE)
        elif (tag.get("http-equiv") or "").lower() == "content-language":
            self._add(self._languages, 3, content, _LANGUAGE)
        elif name in ("og:title", "twitter:title") and content and self.social_title is None:
            self.social_title = content.strip() or None

    def _see_json(self, text: str) -> None:
        if len(text) > _MAX_JSON:
            return
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            return
        for node in _nodes(data):
            kinds = node.get("@type")
            named = (
                " ".join(kinds) if isinstance(kinds, list) and all(isinstance(k, str) for k in kinds) else str(kinds)
            )
            if "Article" in named or "Posting" in named or "Report" in named:
                self._add(self._dates, 10, node.get("datePublished"), _DATE)
                self._add(self._languages, 1, node.get("inLanguage"), _LANGUAGE)

    @staticmethod
    def _add(table: dict[int, str], rank: int, value: object, shape: re.Pattern[str]) -> None:
        found = shape.match(value.strip()) if isinstance(value, str) else None
        if found:
            table.setdefault(rank, found[0].lower() if shape is _LANGUAGE else found[0])


def _nodes(data: object) -> Iterator[dict[str, object]]:
    """The objects of a JSON document, breadth first, up to a bound."""
    queue, seen = [data], 0
    while queue and seen < _MAX_NODES:
        rest: list[object] = []
        for item in queue:
            seen += 1
            if isinstance(item, dict):
                yield item
                rest.extend(item.values())
            elif isinstance(item, list):
                rest.extend(item[:_MAX_NODES])
        queue = rest
