"""HTML as a stream of tags and text with exact offsets. Linear in its input, whatever that is; never fails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import msgspec

_NAME = re.compile(r"[a-zA-Z][^\s/>\x00]{0,60}")
_ATTRIBUTE = re.compile(r"[\s/]*+([^\s=>/\"'][^\s=>/]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']*+)))?+")
_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")


class Tag(msgspec.Struct, frozen=True, gc=False):
    """A tag, comment or declaration (``name`` is empty for the last two) at ``start:end``.

    ``raw`` is the span of the text of an element whose content is not parsed (script, style, title ...).
    """

    start: int
    end: int
    name: str
    closing: bool = False
    attributes: tuple[tuple[str, str], ...] = ()
    raw: tuple[int, int] | None = None

    def get(self, name: str) -> str | None:
        """Value of the attribute, entities decoded; None where it is absent."""
        for key, value in self.attributes:
            if key == name:
                return value
        return None


class Text(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text, entities not decoded."""

    start: int
    end: int


def tokens(html: str) -> Iterator[Tag | Text]:
    """Tags and text in order; together they cover the input."""
    last_gt = html.rfind(">")
    at, text_from, size = 0, 0, len(html)
    comments = quotes = True  # until one is found that nothing closes: no other would be closed
    while at < size:
        at = html.find("<", at)
        if at < 0 or at > last_gt:
            break
        tag: Tag | None = None
        if html.startswith("<!--", at):
            end = html.find("-->", at + 4) if comments else -1
            comments = end >= 0
            tag = Tag(at, end + 3 if comments else at + 4, "")
        elif html.startswith(("<!", "<?"), at):
            tag = Tag(at, html.find(">", at) + 1, "")
        else:
            tag = _tag(html, at, quotes)
            if tag is None and quotes and _NAME.match(html, at + 1):
                quotes, tag = False, _tag(html, at, False)
        if tag is None:
            at += 1
            continue
        if text_from < at:
            yield Text(text_from, at)
        yield tag
        at = text_from = tag.end
    if text_from < size:
        yield Text(text_from, size)


def _tag(html: str, at: int, quotes: bool) -> Tag | None:
    """The tag at a ``<``; None where it has no name or no end. Without ``quotes`` it ends at the next ``>``."""
    closing = html.startswith("/", at + 1)
    name = _NAME.match(html, at + 1 + closing)
    if name is None:
        return None
    lowered = name[0].lower()
    if closing:
        return Tag(at, html.find(">", name.end()) + 1, lowered, True)
    found: list[tuple[str, str]] = []
    here = name.end()
    limit = len(html) if quotes else html.find(">", here)
    while match := _ATTRIBUTE.match(html, here, limit):
        if match.end() == here:
            break
        here = match.end()
        if len(found) < 64:
            value = next((v for v in match.groups()[1:] if v is not None), "")
            found.append((match[1].lower(), unescape(value) if "&" in value else value))
    end = html.find(">", here) + 1
    if end == 0:
        return None
    raw = _raw_text(html, lowered, end) if lowered in _RAW else None
    return Tag(at, raw[1] if raw else end, lowered, False, tuple(found), raw)


_CLOSERS = {name: re.compile(rf"</{name}(?=[\s/>])", re.I) for name in _RAW}


def _raw_text(html: str, name: str, start: int) -> tuple[int, int]:
    """Span of raw text up to the closing tag, or to the end where there is none (as browsers do)."""
    closer = _CLOSERS[name].search(html, start)
    return start, closer.start() if closer else len(html)
