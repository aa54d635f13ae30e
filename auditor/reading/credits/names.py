"""Where names of agencies and outlets stand, and what looks like a person's name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


def find(text: str, words: Iterable[str], tables: Agencies, cues: Cues) -> list[Found]:
    """Every name of the tables, left to right, longest first, none inside another; ``words`` are the text's tokens."""
    found: list[Found] = []
    last = 0
    for start, word in _starts(text, _parts(words), tables.by_first_word, cues.endings):
        if start >= last and (hit := _at(text, start, tables.by_first_word[word], cues.endings)):
            found.append(hit)
            last = hit.end
    return found


def _parts(words: Iterable[str]) -> set[str]:
    """The different words without hyphens and apostrophes inside: what these join counts one by one."""
    parts = set(words)
    joined = [word for word in parts if not word.isalnum()]
    parts.difference_update(joined)
    parts.update(_WORD.findall(" ".join(joined)))
    return parts


def _starts(
    text: str, words: set[str], by_first: Mapping[str, tuple[Form, ...]], endings: frozenset[str]
) -> list[tuple[int, str]]:
    """Where a word stands that begins a name (a case ending put aside), and which word of the table it is."""
    wanted = {word: word for word in by_first.keys() & words}
    if endings:
        wanted |= {word: base for word in words - wanted.keys() if (base := _base(word, by_first, endings))}
    starts = [(at, base) for word, base in wanted.items() for at in _places(text, word)]
    return sorted(starts)


def _places(text: str, word: str) -> Iterator[int]:
    """Where the word stands as a whole word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and _is_word(text[at - 1])) and not _is_word(text[end : end + 1]):
            yield at
        at = text.find(word, end)


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _base(word: str, by_first: Mapping[str, tuple[Form, ...]], endings: frozenset[str]) -> str | None:
    if word[0].isupper():
        for cut in (1, 2, 3):
            if len(word) - cut > 3 and word[-cut:] in endings and word[:-cut] in by_first:
                return word[:-cut]
    return None


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


def is_name(words: str) -> bool:
    """Whether this looks like a person's name: two to five words, each capitalised, but for particles."""
    parts = words.replace(".", ". ").split()
    if not 2 <= len(parts) <= 5 or not all(_NAME_WORD.fullmatch(part) for part in parts):
        return False
    particles = agencies().cues.photo.particles
    return parts[-1][0].isupper() and all(part[0].isupper() or part in particles for part in parts)
