"""What markup says of a page's translation: the marks that services and browsers leave (``data/zones/html.toml``)."""

from __future__ import annotations

import re

import msgspec

from auditor.reading.article import Translation
from auditor.reading.html.rules import rules
from auditor.reading.html.tokens import Tag

_CODE = re.compile(r"[a-z]{2,3}(?![a-z])", re.I)
_MAX_SCRIPT = 1 << 16  # characters of a script in which settings are sought
_MAX_NAME = 80  # characters of a service's name, and from a setting to its value
_HEAD = frozenset(("base", "link", "meta"))
_UNKNOWN = "auto"


class Marks:
    """Collects the marks of one page; the first that names a language is taken, else the first."""

    def __init__(self) -> None:
        self._found: list[Translation] = []

    def translation(self, original: str | None) -> Translation | None:
        """What the marks say; None for a page that has none.

        ``original``: the language that the page's head gives besides its own, for a mark that names none.
        """
        named = next((mark for mark in self._found if mark.language), None)
        if named or not self._found:
            return named
        return msgspec.structs.replace(self._found[0], language=original)

    def see(self, tag: Tag, html: str) -> None:
        """Take note of one tag."""
        if tag.name == "script" and tag.raw:
            self._see_script(html[tag.raw[0] : min(tag.raw[1], tag.raw[0] + _MAX_SCRIPT)])
        elif tag.name == "meta" and (tag.get("http-equiv") or "").lower() == "x-translated-by":
            self._add((tag.get("content") or "").strip()[:_MAX_NAME] or "a machine", "X-Translated-By")
        for key, value in tag.attributes:
            pack = rules().translation
            if key in pack.attributes:
                self._add(pack.attributes[key], key)
            elif key == "class" and tag.name in ("html", "body"):
                for name in pack.classes.keys() & set(value.lower().split()):
                    self._add(pack.classes[name], name)
            elif tag.name in _HEAD:
                for name in pack.parameters:
                    if f"{name}=" in value:
                        self._add(pack.parameters[name], name, value.partition(f"{name}=")[2])

    def _see_script(self, text: str) -> None:
        """Settings of a service name the language of the site: of its copy where that is in another one."""
        for name, (setting, service) in rules().translation.settings.items():
            at = text.find(setting, text.find(name)) if name in text else -1
            if at >= 0:
                value = text[at + len(setting) : at + _MAX_NAME].lstrip("\\\"' :=")
                self._add(service, setting, value, site=True)

    def _add(self, service: str, mark: str, language: str = "", *, site: bool = False) -> None:
        found = _CODE.match(language)
        code = found[0].lower() if found and not language.lower().startswith(_UNKNOWN) else None
        if code or not site:
            self._found.append(Translation(service=service, mark=mark, language=code, site=site))
