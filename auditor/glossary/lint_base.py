"""What a rule of ``auditor glossary lint`` sees and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.glossary.model import Concept, Term
from auditor.glossary.store import Loaded
from auditor.packs.load import shown
from auditor.records import Record, Severity


class Problem(Record, frozen=True):
    """One problem: where it is, which rule says so, and what to do."""

    path: str
    line: int | None
    rule: str
    name: str
    severity: Severity
    message: str
    hint: str | None = None
    fixable: bool = False


class Files:
    """All files, with look-ups over them."""

    def __init__(self, files: Sequence[Loaded], as_of: str | None = None) -> None:
        self.files, self.as_of = files, as_of
        self.ids = {c.id for f in files for c in f.file.concept}

    def concepts(self) -> Iterator[tuple[Loaded, int, Concept]]:
        for loaded in self.files:
            for index, concept in enumerate(loaded.file.concept):
                yield loaded, index, concept

    def terms(self) -> Iterator[tuple[Loaded, int, Concept, int, Term]]:
        for loaded, index, concept in self.concepts():
            for k, term in enumerate(concept.terms):
                yield loaded, index, concept, k, term


def at(
    loaded: Loaded, line: int | None, rule: str, name: str, severity: Severity, message: str, hint: str | None
) -> Problem:
    return Problem(
        path=shown(loaded.path), line=line, rule=rule, name=name, severity=severity, message=message, hint=hint
    )
