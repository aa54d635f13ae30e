"""What every exchange format is made of: what is wanted, what came of it, and what was lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NoReturn

import msgspec

from auditor.errors import GlossaryError
from auditor.glossary.bad_forms import BAD
from auditor.glossary.ids import fresh
from auditor.glossary.model import Concept, ConceptType, Status, Term
from auditor.glossary.tags import canonical

GOOD: tuple[Status, ...] = ("preferred", "admitted", "untranslatable")
_SAMPLES = 3


class Loss(msgspec.Struct, frozen=True):
    """One kind of thing that a format cannot hold, how often it came, and the first of them."""

    what: str
    count: int
    samples: tuple[str, ...]


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """What the user asked for. ``source`` and ``target`` are the languages of a format that has two.

    ``langs`` restricts the languages (empty: all); ``kind`` is the type of concepts that do not say theirs; ``date``
    stands in headers that want one; ``path`` names the file in errors.
    """

    source: str | None = None
    target: str | None = None
    langs: tuple[str, ...] = ()
    kind: ConceptType = "term"
    date: str = ""
    path: str = "-"

    def takes(self, lang: str) -> bool:
        """Whether terms of a language are wanted; ``de`` stands for ``de-AT`` too."""
        return not self.langs or lang in self.langs or lang.split("-")[0] in self.langs

    def fail(self, problem: str, line: int | None = None, hint: str | None = None) -> NoReturn:
        """Raise a `GlossaryError` about the file that is read."""
        raise GlossaryError(self.path, problem, line=line, hint=hint)

    def two(self) -> tuple[str, str]:
        """Both languages of a two-column format; a `GlossaryError` says which option is missing."""
        if not self.source or not self.target:
            self.fail("this format has two columns", hint="say whose: --from TAG --to TAG")
        return self.source, self.target


class Losses:
    """Counts what is lost, by kind."""

    def __init__(self) -> None:
        self._found: dict[str, list[str]] = {}

    def add(self, what: str, sample: str) -> None:
        """One more of a kind."""
        self._found.setdefault(what, []).append(sample)

    def all(self) -> tuple[Loss, ...]:
        """The kinds in order of name."""
        return tuple(Loss(what, len(s), tuple(s[:_SAMPLES])) for what, s in sorted(self._found.items()))

    def unheld(self, concept: Concept, holds: Collection[str]) -> None:
        """Count the parts of a concept that a format without them drops; ``holds`` names those that it keeps."""
        for key in ("native", "never", "refs", "note", "examples"):
            if getattr(concept, key) and key not in holds:
                self.add(f"{key} of concepts", concept.id)
        for term in concept.terms:
            for key in ("short", "convention", "use", "note", "since", "until"):
                if getattr(term, key) and key not in holds and f"term {key}" not in holds:
                    self.add(f"{key} of terms", term.text)
            for key in ("match", "case"):
                if getattr(term, key) != "exact" and key not in holds:
                    self.add(f"{key} of terms", term.text)


class Read(msgspec.Struct, frozen=True):
    """What a file holds."""

    concepts: tuple[Concept, ...]
    losses: tuple[Loss, ...] = ()


class Written(msgspec.Struct, frozen=True):
    """The text of a file."""

    text: str
    losses: tuple[Loss, ...] = ()


class Format(msgspec.Struct, frozen=True, kw_only=True):
    """One format: how it is called, what its files end with, and the ways in and out that there are."""

    name: str
    title: str
    suffixes: tuple[str, ...] = ()
    read: Callable[[bytes, Wanted], Read] | None = None
    write: Callable[[Sequence[Concept], Wanted], Written] | None = None


def text_of(data: bytes, wanted: Wanted) -> str:
    """UTF-8 text, with or without a byte-order mark, UTF-16 with one."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as exc:
        wanted.fail(f"not {encoding.removesuffix('-sig').upper()} at byte {exc.start}", hint="save it as UTF-8")


def lang_tag(value: str) -> str:
    """A language as other programs write it (``en_GB``, ``EN-us``) in canonical BCP 47."""
    return canonical(value.strip().replace("_", "-")) if value.strip() else ""


class Maker:
    """Gives new concepts ids, in order of appearance."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def id(self, kind: ConceptType, name: str) -> str:
        """An id that no other concept of the file has."""
        base = fresh(kind, name, ())
        self._taken[base] = number = self._taken.get(base, 0) + 1
        return base if number == 1 else self.id_free(f"{base}-{number}")

    def id_free(self, id: str) -> str:
        """The id, with a number behind it where it is taken."""
        number = self._taken.get(id, 0) + 1
        self._taken[id] = number
        return id if number == 1 else self.id_free(f"{id}-{number}")


def one_preferred(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms without doubles, with at most one preferred in each language: the first; others are admitted."""
    done: set[str] = set()
    seen: dict[tuple[str, str], Term] = {}
    for term in terms:
        if (term.text, term.lang) in seen:
            continue
        if term.status == "preferred" and term.lang in done:
            term = msgspec.structs.replace(term, status="admitted")
        done |= {term.lang} if term.status == "preferred" else set()
        seen[term.text, term.lang] = term
    return tuple(seen.values())


def good(concept: Concept, lang: str) -> list[Term]:
    """The terms of a language that may be used, the preferred one first."""
    base = [t for t in concept.terms if t.lang == lang or t.lang.split("-")[0] == lang]
    return sorted((t for t in base if t.status in GOOD), key=lambda t: (GOOD.index(t.status), t.text))


def best(concept: Concept, lang: str) -> str | None:
    """The form to use in a language."""
    return next((t.text for t in good(concept, lang)), None)


def replacements(concepts: Iterable[Concept], wanted: Wanted) -> Iterator[tuple[Term, str | None]]:
    """Each form that the glossary advises against, with what to write instead where it says so."""
    for concept in concepts:
        for term in concept.terms:
            if term.status in BAD and wanted.takes(term.lang):
                use = term.use or best(concept, term.lang)
                yield term, use if use != term.text else None
