"""What elements, roles and class names say (``data/zones/html.toml``)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import msgspec

from auditor.packs import data_path, load_toml
from auditor.reading.html.tokens import Tag
from auditor.records import Record, ZoneKind

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_HIDDEN_STYLE = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.I)
_NEUTRAL = frozenset(["html", "body", "main"])
_MAX_NAMES = 400  # characters of class and id that are looked at


class TranslationMarks(Record, frozen=True):
    """Mark of a translation service -> the service; ``settings``: name of its settings in scripts -> the setting that
    gives the site's language, and the service."""

    classes: dict[str, str]
    attributes: dict[str, str]
    parameters: dict[str, str]
    settings: dict[str, tuple[str, str]]


class HtmlPack(Record, frozen=True):
    """The file as it stands."""

    schema: int
    blocks: frozenset[str]
    void: frozenset[str]
    silent: frozenset[str]
    headings: frozenset[str]
    main: frozenset[str]
    hidden: frozenset[str]
    states: frozenset[str]
    dates: tuple[str, ...]
    elements: dict[str, ZoneKind]
    roles: dict[str, ZoneKind]
    classes: dict[str, ZoneKind]
    parts: dict[str, ZoneKind]
    translation: TranslationMarks


@cache
def rules() -> HtmlPack:
    """The rules as shipped."""
    return load_toml(data_path("zones", "html.toml"), HtmlPack)


def zone_of(tag: Tag) -> ZoneKind | None:
    """Kind of the stretch that the element opens, by its role, its class names and itself."""
    pack = rules()
    if tag.name in _NEUTRAL:
        return None
    role = tag.get("role")
    named = pack.roles.get(role.lower()) if role else None
    if named or not tag.attributes:
        return named or pack.elements.get(tag.name)
    names = f"{tag.get('class') or ''} {tag.get('id') or ''}"[:_MAX_NAMES]
    return _by_names(names) or pack.elements.get(tag.name)


@lru_cache(maxsize=10_000)
def _by_names(names: str) -> ZoneKind | None:
    pack = rules()
    for name in names.split():
        known = pack.classes.get(name.lower())
        if known:
            return known
        parts = [part.lower() for part in _PART.findall(name)]
        if not pack.states.isdisjoint(parts):
            continue
        for part in parts:
            if part in pack.parts:
                return pack.parts[part]
    return None


def is_hidden(tag: Tag) -> bool:
    """The page does not show the element."""
    if tag.get("hidden") is not None and tag.get("hidden") != "until-found":
        return True
    style = tag.get("style")
    if style and _HIDDEN_STYLE.search(style[:1000]):
        return True
    return not rules().hidden.isdisjoint((tag.get("class") or "")[:_MAX_NAMES].split())


def is_main(tag: Tag) -> bool:
    """The element says that it holds the main text."""
    if tag.name in rules().main or tag.get("role") in ("main", "article"):
        return True
    return (tag.get("itemprop") or "").lower() == "articlebody"


class Region(msgspec.Struct, frozen=True):
    """A stretch of the view that an element covers; ``kind`` is None for a region of main text."""

    start: int
    end: int
    kind: ZoneKind | None
