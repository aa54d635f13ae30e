"""Markdown as text: the marks taken out (CommonMark's common ones), every piece mapped to the file. Linear."""

from __future__ import annotations

import re
from html import unescape

from auditor.offsets import OffsetMapBuilder
from auditor.reading.article import Span
from auditor.reading.view import View
from auditor.records import Excluded

_FRONT = re.compile(r"---[ \t]*\r?\n((?:[^\n]*\n){0,200}?)---[ \t]*(?:\r?\n|$)")
_FIELD = re.compile(r"^(title|date|published|lang|language)[ \t]*:[ \t]*[\"']?([^\r\n\"']{1,300})", re.I | re.M)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ][\d:.]{5,15}(?:Z|[+-]\d{2}:?\d{2})?)?")
_LINE = re.compile(r"[^\n]*\n?")
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
_CLOSING_HASHES = re.compile(r"[ \t]+#{1,20}[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?:={2,200}|-{2,200})[ \t]*\r?$")
_FENCE = re.compile(r" {0,3}(?:`{3,20}|~{3,20})")
_QUOTE = re.compile(r" {0,3}(?:> ?){1,8}")
_INLINE = re.compile(
    r"\\[!-/:-@\[-`{-~]"
    r"|!\[(?P<alt>[^\]\n]{0,400})\]\([^)\n]{0,2000}\)"
    r"|\[(?P<link>[^\]\n]{1,400})\]\([^)\n]{0,2000}\)"
    r"|<(?P<url>https?://[^>\s]{1,2000})>"
    r"|</?[a-zA-Z][^<>\n]{0,400}>|<!--[^\n]{0,400}?-->"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`{1,3}|~~"
    r"|&#?\w{1,32};"
)


def read_markdown(source: str) -> View:
    """The view of a Markdown file."""
    return _Builder(source).run()


class _Builder:
    def __init__(self, source: str) -> None:
        self.source = source
        self.out = OffsetMapBuilder()
        self.length = 0
        self.markup: list[Span] = []
        self.headings: list[tuple[int, int, int]] = []
        self.zones: list[Excluded] = []
        self.title: str | None = None
        self.published: str | None = None
        self.language: str | None = None

    def run(self) -> View:
        at = self._front_matter()
        fenced = False
        before: tuple[int, int] | None = None  # view span of the last line of text
        for match in _LINE.finditer(self.source, at):
            start, end = match.span()
            if start == end:
                break
            if _FENCE.match(match[0]):
                fenced = not fenced
                self._leave_out(match[0], start)
            elif fenced:
                self._copy(start, end)
            elif before and _UNDERLINE.match(match[0]) and before[1] > before[0]:
                self.headings.append((1 if "=" in match[0] else 2, *before))
                self._leave_out(match[0], start)
                before = None
            else:
                before = self._line(match[0], start)
        return self._view()

    def _front_matter(self) -> int:
        match = _FRONT.match(self.source)
        if not match:
            return 0
        for name, value in _FIELD.findall(match[1]):
            value = value.strip()
            if name.lower() == "title":
                self.title = value or None
            elif name.lower() in ("date", "published"):
                found = _DATE.match(value)
                self.published = found[0] if found else self.published
            else:
                self.language = value.split("-")[0].lower() or None
        self._drop(0, match.end())
        return match.end()

    def _leave_out(self, line: str, start: int) -> None:
        """Drop all of a line but its end."""
        at = start + len(line.rstrip("\r\n"))
        self._drop(start, at)
        self._copy(at, start + len(line))

    def _line(self, line: str, start: int) -> tuple[int, int] | None:
        """Write one line without its marks; the view span of its text, None for a blank line."""
        body = line.rstrip("\r\n")
        at, stop = 0, len(body)
        quote = _QUOTE.match(body)
        if quote:
            at = quote.end()
        heading = _HEADING.match(body, at)
        if heading:
            at = heading.end()
            closing = _CLOSING_HASHES.search(body, at)
            stop = closing.start() if closing else stop
        self._drop(start, start + at)
        begin = self.length
        self._inline(start + at, start + stop)
        span = (begin, self.length)
        self._drop(start + stop, start + len(body))
        self._copy(start + len(body), start + len(line))
        if heading and span[0] < span[1]:
            self.headings.append((len(heading[1]), *span))
        return span if body.strip() and not heading else None

    def _inline(self, start: int, end: int) -> None:
        at = start
        for match in _INLINE.finditer(self.source, start, end):
            self._copy(at, match.start())
            at = match.end()
            inner = match.lastgroup
            if inner:
                self._drop(match.start(), match.start(inner))
                begin = self.length
                self._copy(*match.span(inner))
                if inner == "alt" and self.length > begin:
                    self.zones.append(Excluded(start=begin, end=self.length, kind="caption"))
                self._drop(match.end(inner), at)
            elif match[0][0] == "\\":
                self._drop(match.start(), match.start() + 1)
                self._copy(match.start() + 1, at)
            elif match[0][0] == "&":
                meant = unescape(match[0])
                self.out.replace(meant, match.start(), at)
                self.length += len(meant)
            else:
                self._drop(match.start(), at)
        self._copy(at, end)

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            self.out.copy(self.source[start:end], start)
            self.length += end - start

    def _drop(self, start: int, end: int) -> None:
        if start < end:
            self.markup.append(Span(start, end))

    def _view(self) -> View:
        text, offsets = self.out.build()
        tops = [text[s:e].strip() for level, s, e in self.headings if level == 1]
        return View(
            text=text,
            offsets=offsets,
            markup=tuple(self.markup),
            zones=tuple(self.zones),
            headings=tuple(Span(s, e) for _, s, e in self.headings),
            title=self.title or next((t for t in tops if t), None),
            published=self.published,
            language=self.language,
        )
