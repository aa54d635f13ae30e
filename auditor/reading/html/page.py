"""A page as text: markup taken out, entities decoded, white space collapsed, every piece mapped to the file.

What the markup declares (headings, menus, captions, hidden parts, date, language) is kept beside the text. Nothing that
the page shows is dropped from the text; what is no body text is only named as such.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import msgspec

from auditor.offsets import OffsetMapBuilder
from auditor.reading.article import Span
from auditor.reading.html.meta import Meta
from auditor.reading.html.regions import declared
from auditor.reading.html.rules import Region, is_hidden, is_main, rules, zone_of
from auditor.reading.html.tokens import Tag, Text, tokens
from auditor.reading.html.translated import Marks
from auditor.reading.view import View

_MAX_MAINS = 50  # elements of main text that are asked for the title
_PIECE = re.compile(r"[ \t\r\n\f\v]+|&#?\w{1,32};?")


class _Open(msgspec.Struct):
    """An open element: where its text begins in the view and what it is."""

    name: str
    start: int
    zone: Region | None = None
    main: bool = False
    heading: bool = False
    silent: bool = False
    link: bool = False


def read_html(html: str) -> View:
    """The view of a page. Hidden parts are left out unless nothing else is there."""
    view = _Builder(html, show_hidden=False).run()
    return view if view.text.strip() else _Builder(html, show_hidden=True).run()


class _Builder:
    def __init__(self, html: str, show_hidden: bool) -> None:
        self.html, self.show_hidden = html, show_hidden
        self.out = OffsetMapBuilder()
        self.length = 0
        self.stack: list[_Open] = []
        self.names: Counter[str] = Counter()
        self.silent = 0
        self.pre = 0
        self.gap: tuple[str, int, int] | None = None  # what stands between the last text and the next
        self.markup: list[Span] = []
        self.regions: list[Region] = []
        self.headings: list[tuple[str, int, int]] = []
        self.links: list[tuple[int, int]] = []
        self.meta = Meta()
        self.marks = Marks()

    def run(self) -> View:
        for token in tokens(self.html):
            if isinstance(token, Text):
                self._text(token)
                continue
            self._mark(token.start, token.end)
            self.meta.see(token, self.html)
            self.marks.see(token, self.html)
            if token.name == "title" and token.raw and self.meta.title is None:
                self.meta.title = " ".join(unescape(self.html[token.raw[0] : token.raw[1]]).split()) or None
            if token.closing:
                self._close(token)
            elif token.name:
                self._open(token)
        while self.stack:
            self._pop()
        return self._view()

    def _mark(self, start: int, end: int) -> None:
        if self.markup and self.markup[-1].end == start:
            self.markup[-1] = Span(self.markup[-1].start, end)
        else:
            self.markup.append(Span(start, end))

    def _open(self, tag: Tag) -> None:
        pack = rules()
        if tag.name in pack.blocks:
            if self.names["head"] and tag.name != "html":
                self._close_to("head")
            self._break("\n\n", tag)
        elif tag.name == "br":
            self._break("\n", tag)
        if tag.name in pack.void or tag.raw:
            return
        if tag.name == "p" and self.stack and self.stack[-1].name == "p":
            self._pop()
        silent = tag.name in pack.silent or (not self.show_hidden and is_hidden(tag))
        kind = None if self.silent or silent else zone_of(tag)
        entry = _Open(tag.name, self.length, silent=silent, link=tag.name == "a", main=is_main(tag))
        entry.zone = Region(self.length, self.length, kind) if kind else None
        entry.heading = tag.name in pack.headings
        self.stack.append(entry)
        self.names[tag.name] += 1
        self.silent += silent
        self.pre += tag.name == "pre"

    def _close(self, tag: Tag) -> None:
        if tag.name in rules().blocks:
            self._break("\n\n", tag)
        self._close_to(tag.name)

    def _close_to(self, name: str) -> None:
        """Close the innermost open element of that name and all inside it."""
        if self.names[name]:
            while self._pop() != name:
                pass

    def _pop(self) -> str:
        entry = self.stack.pop()
        self.names[entry.name] -= 1
        self.silent -= entry.silent
        self.pre -= entry.name == "pre"
        start, end = entry.start, self.length
        if start < end:
            if entry.zone and entry.zone.kind:
                self.regions.append(Region(start, end, entry.zone.kind))
            if entry.main:
                self.regions.append(Region(start, end, None))
            if entry.heading:
                self.headings.append((entry.name, start, end))
            if entry.link:
                self.links.append((start, end))
        return entry.name

    def _break(self, mark: str, tag: Tag) -> None:
        if self.silent:
            return
        held = self.gap[0] if self.gap else ""
        if mark == "\n" and held == "\n":
            mark = "\n\n"
        if len(mark) > len(held.strip(" ")):
            self.gap = (mark, tag.start, tag.end)

    def _text(self, token: Text) -> None:
        if self.silent:
            self._mark(token.start, token.end)
            return
        at = token.start
        for match in _PIECE.finditer(self.html, token.start, token.end):
            self._copy(at, match.start())
            at = match.end()
            if match[0][0] != "&":
                self._space(match)
            else:
                meant = unescape(match[0])
                if meant == match[0]:
                    self._copy(match.start(), match.end())
                else:
                    self._replace(meant, match.start(), match.end())
        self._copy(at, token.end)

    def _space(self, match: re.Match[str]) -> None:
        if self.pre:
            self._emit_gap()
            self.out.copy(match[0], match.start())
            self.length += len(match[0])
        elif self.gap is None:
            self.gap = (" ", match.start(), match.end())

    def _copy(self, start: int, end: int) -> None:
        if start < end:
            self._emit_gap()
            self.out.copy(self.html[start:end], start)
            self.length += end - start

    def _replace(self, piece: str, start: int, end: int) -> None:
        self._emit_gap()
        self.out.replace(piece, start, end)
        self.length += len(piece)

    def _emit_gap(self) -> None:
        """Write what separates the next text from the last; elements opened since then begin after it."""
        if self.gap and self.length:
            mark, start, end = self.gap
            self.out.replace(mark, start, end)
            before, self.length = self.length, self.length + len(mark)
            for entry in reversed(self.stack):
                if entry.start != before:
                    break
                entry.start = self.length
        self.gap = None

    def _view(self) -> View:
        text, offsets = self.out.build()
        headings = sorted(self.headings, key=lambda h: h[1:])
        spans = [(start, end) for _, start, end in headings]
        tops = [(start, end) for name, start, end in headings if name == "h1" and text[start:end].strip()]
        mains = [region for region in self.regions if region.kind is None]
        inside = [h for h in tops if any(m.start <= h[0] and h[1] <= m.end for m in mains[:_MAX_MAINS])]
        h1 = next(iter(inside or tops), None)
        title = " ".join(text[h1[0] : h1[1]].split()) if h1 else self.meta.social_title or self.meta.title
        return View(
            text=text,
            offsets=offsets,
            markup=tuple(self.markup),
            zones=declared(text, self.regions, self.links, spans, h1),
            headings=tuple(Span(start, end) for start, end in spans),
            title=title,
            published=self.meta.published,
            language=self.meta.language,
            translation=self.marks.translation(self.meta.original),
        )
