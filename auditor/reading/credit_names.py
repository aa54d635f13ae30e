"""Where names of agencies and outlets stand, and what looks like a person's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from auditor.packs.agencies import Agencies, Agency, Cues, Form, agencies
from auditor.records import Credit, CreditRole

_WORD = re.compile(r"\w+")
_LINK = re.compile(r"\s?(?:[/|,;&+·–—-]|(?:und|and|et|y|e|i|и|та|och|via|oraz|en|a|with|avec|mit)(?!\w))\s?", re.I)
_NAME_WORD = re.compile(r"[^\W\d_][\w.'’ʼ-]*")


class Found(NamedTuple):
    """A spelling of an agency or outlet at ``start:end``; a case ending belongs to it."""

    start: int
    end: int
    form: Form

    @property
    def is_agency(self) -> bool:
        return isinstance(self.form.owner, Agency)

    @property
    def is_photo_agency(self) -> bool:
        return isinstance(self.form.owner, Agency) and self.form.owner.kind == "photo"

    def credit(self, text: str, role: CreditRole) -> Credit:
        """The credit that this name stands for."""
        kind = "agency" if self.is_agency else "outlet"
        shown = text[self.start : self.end]
        return Credit(name=self.form.owner.name, kind=kind, role=role, text=shown, start=self.start, end=self.end)  # type: ignore[arg-type]


def find(text: str, tables: Agencies, cues: Cues) -> list[Found]:
    """Every name of the tables, left to right, longest first, none inside another. One pass over the words."""
    by_first, endings = tables.by_first_word, cues.endings
    found: list[Found] = []
    last = 0
    for match in _WORD.finditer(text):
        if match.start() < last:
            continue
        hit = _at(text, match.start(), by_first.get(match[0], ()), endings)
        if hit is None and endings and match[0][0].isupper():
            hit = _inflected(text, match.start(), match[0], by_first, endings)
        if hit:
            found.append(hit)
            last = hit.end
    return found


def _at(text: str, start: int, forms: Sequence[Form], endings: frozenset[str]) -> Found | None:
    if not forms or (start and text[start - 1] in "-@#_.&"):
        return None
    for form in forms:
        if text.startswith(form.text, start):
            end = start + len(form.text)
            after = text[end : end + 1]
            if not (after.isalnum() or after in ("_", "@")):
                return Found(start, end, form)
            if endings and len(form.text) > 4 and (tail := _WORD.match(text, end)) and tail[0] in endings:
                return Found(start, tail.end(), form)
    return None


def _inflected(
    text: str, start: int, word: str, by_first: dict[str, tuple[Form, ...]], endings: frozenset[str]
) -> Found | None:
    for cut in (1, 2, 3):
        if len(word) - cut > 3 and word[-cut:] in endings and word[:-cut] in by_first:
            return _at(text, start, by_first[word[:-cut]], endings)
    return None


def chains(text: str, found: Sequence[Found]) -> list[list[Found]]:
    """Names joined by a stroke, a comma or "and" on one line belong together."""
    groups: list[list[Found]] = []
    for hit in found:
        gap = text[groups[-1][-1].end : hit.start] if groups else "\n"
        if len(gap) <= 8 and _LINK.fullmatch(gap):
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return groups


def is_name(words: str, least: int = 2) -> bool:
    """Whether this looks like a person's name: ``least`` to five words, each capitalised, but for particles."""
    parts = words.split()
    if not least <= len(parts) <= 5 or not all(_NAME_WORD.fullmatch(part) for part in parts):
        return False
    particles = agencies().cues.photo.particles
    return parts[-1][0].isupper() and all(part[0].isupper() or part in particles for part in parts)
