"""Markup that was left in plain text: tags, entities, shortcodes, templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape

from auditor.packs import data_path, load_toml
from auditor.records import Record

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]{0,15})(?:\s[^<>\n]{0,400})?/?>|<!--[^<>\n]{0,400}-->")
_SPOKEN_OF = re.compile(r" (?:attributes?|elements?|nodes?|tags?)\b")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#[xX][0-9a-fA-F]{2,5});")
_SHORTCODE = re.compile(r"\[/?([a-z][a-z_]{0,20})(?:[ =][^\[\]\n]{1,300})?/?\]")
_CODED = re.compile(
    r"\[/?[a-z]{1,20}(?:_[a-z0-9]{1,20}){1,4}(?:[ =][^\[\]\n]{1,300})?/?\]|\[\+\d{1,6} chars\]|\[embedded content\]"
)
_PICTURE = re.compile(r"!\[[^\[\]\n]{0,120}\]\([^()\s]{0,300}\)")
_TEMPLATE = re.compile(r"\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}|\[\[[^\[\]\n]{1,120}\]\]|\$\{[\w.]{1,40}\}")
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?:class|id|style|href|src|alt|rel|target|width|height|srcset|data-[a-z-]{1,30}) ?= ?"
    r"[\"“”'‘’](?:[^\"“”'‘’<>\n]{0,200}[\"“”'‘’][ /]{0,2}>?|[^\"“”'‘’<>\n]{0,200}>)|"
    r"(?<![\w-])(?:href|srcset|src) ?= ?[\"“”'‘’]"
)
_BARS = re.compile(r"(?<=[^\s|])[ \t]{1,8}[|¦][ \t]{0,8}$", re.M)
_SCRIPT = re.compile(
    r"(?:\(adsbygoogle\b|googletag\.|window\.[a-z_]{3}|document\.(?:get|write|create|query)|\$\(document\)|"
    r"(?<!\w)function ?\([^()\n]{0,60}\) ?\{|(?<!\w)var [a-z_$]\w{0,30} ?= ?)[^\n]{0,400}"
)
_DATA = re.compile(
    r"<image>[^<>\n]{0,20000}</image>|"
    r"data:(?:image|text|application|font)/[\w+.-]{1,20}[;,][^\s<>\"']{0,20000}"
    r"(?:\"? (?:alt|title|width)=\"[^\"\n]{0,200}\")?"
)
_STUMP = re.compile(
    r"^[ \t]{0,8}(?:</?(?:p|br|div|span|strong|em|img|iframe|a|li|ul|h[1-6]|td|tr|figure|script)\b[ /]{0,2}(?=$|\n)|"
    r"/?(?:p|br|div|span|strong|em|img|iframe|li|ul|h[1-6]|td|tr|figure|blockquote|script) ?/?>)|"
    r"<! ?[–—-]{1,3}|^[ \t]{0,8}[–—-]{1,3}>[ \t]{0,8}$",
    re.M,
)  # "p>", "<br", "<! –"
_MASKED = re.compile(r"\[email[ \u00a0]protected\]")
_CLOSED = re.compile(r"(?<!\S)[^\s\"'’”]{0,20}[\"'’”]\)?; ?\}|\}\)\(?\)?;|\}\s?else\s?\{")
_STYLED = re.compile(r"(?<![\w-])[.#]?[\w-]{1,40} ?\{ ?[a-z-]{2,30} ?: ?[^{}\n]{1,400}\}")
_LINE = 300  # characters of a line before a bar that are looked at
_CODE = ("(adsbygoogle", "googletag.", "window.", "document.", "$(document", "function", "var ")
_ESCAPED = re.compile(r"\\{1,2}(?:[\"'“”‘’](?!\w{0,2}:)|u[0-9a-fA-F]{4}|[nrt](?=[A-Z\s]|\\))")
_BROKEN = re.compile(r"& ?#? ?(?:\d{2,4}|amp|quot|nbsp|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|euro) ?;")


class Markup(Record, frozen=True):
    """Names of tags and shortcodes."""

    schema: int
    tags: tuple[str, ...]
    shortcodes: tuple[str, ...]


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    pack = load_toml(data_path("zones", "markup.toml"), Markup)
    return frozenset(pack.tags), frozenset(pack.shortcodes)


def leftovers(text: str) -> Iterator[tuple[int, int, str | None]]:
    """``(start, end, what it stands for)``, none inside another; the last is None for what should simply go."""
    end = 0
    for found in sorted(_all(text), key=lambda row: (row[0], -row[1])):
        if found[0] >= end:
            end = found[1]
            yield found


def _all(text: str) -> Iterator[tuple[int, int, str | None]]:
    tags, shortcodes = _names()
    if "<" in text or ">" in text:
        yield from ((*m.span(), None) for m in _STUMP.finditer(text))
    if "<" in text:
        for m in _TAG.finditer(text):
            if m[1] is None or (m[1].lower() in tags and not _SPOKEN_OF.match(text, m.end())):
                yield m.start(), m.end(), None
    if "&" in text:
        yield from ((*m.span(), unescape(m[0])) for m in _ENTITY.finditer(text) if unescape(m[0]) != m[0])
        yield from ((*m.span(), unescape(m[0].replace(" ", ""))) for m in _BROKEN.finditer(text) if " " in m[0])
    if "[" in text:
        for m in _SHORTCODE.finditer(text):
            if m[1] in shortcodes and (m[0].startswith("[/") or "=" in m[0] or "[/" + m[1] in text):
                yield m.start(), m.end(), None
        yield from ((*m.span(), None) for m in _CODED.finditer(text))
        yield from ((*m.span(), None) for m in (*_MASKED.finditer(text), *_PICTURE.finditer(text)))
    if "data:" in text or "<image>" in text:
        yield from ((*m.span(), None) for m in _DATA.finditer(text))
    if "}" in text:
        yield from ((*m.span(), None) for m in (*_CLOSED.finditer(text), *_STYLED.finditer(text)))
    if "|" in text or "¦" in text:
        yield from _bars(text)
    if "\\" in text:
        yield from ((*m.span(), _unescaped(m[0].lstrip("\\"))) for m in _ESCAPED.finditer(text))
    if "=" in text:
        yield from ((*m.span(), None) for m in _ATTRIBUTE.finditer(text))
    if any(word in text for word in _CODE):
        yield from ((*m.span(), None) for m in _SCRIPT.finditer(text))
    if "{" in text or "[[" in text:
        yield from ((*m.span(), None) for m in _TEMPLATE.finditer(text))


def _unescaped(sign: str) -> str | None:
    """What a sign behind a backslash stands for; None for half a surrogate pair and what nobody can see."""
    if sign[0] == "u":
        meant = chr(int(sign[1:], 16))
        return meant if meant.isprintable() else None
    return " " if sign in "nrt" else sign


def _bars(text: str) -> Iterator[tuple[int, int, str | None]]:
    """The bar at the end of a line of words, behind which the name of the site stood: the line has no other."""
    for m in _BARS.finditer(text):
        line = text[max(text.rfind("\n", 0, m.start()) + 1, m.start() - _LINE) : m.start()]
        if "|" not in line and "¦" not in line:
            yield m.start(), m.end(), ""
