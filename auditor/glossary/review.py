"""Review: one card a decision. What a key does to the decisions and the glossary; the screen is the command line's.

A decision is on the disk before the glossary changes; a review that was killed in between takes it up when it starts
again. Cards that are decided are not shown again.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from auditor.errors import UsageError
from auditor.glossary import decisions
from auditor.glossary.candidate_forms import Form
from auditor.glossary.candidates import Candidate
from auditor.glossary.changes import admitted
from auditor.glossary.decisions import Decision, Verdicts
from auditor.glossary.edit import Changes, Desk, change
from auditor.glossary.model import Concept, Status, Term

Action = Literal["same", "different", "unsure", "prefer", "forbid", "edit"]
TAKEN_BACK = "taken back"
replaced = msgspec.structs.replace


class Card(msgspec.Struct, frozen=True):
    """One question: is ``form`` a name of the candidate's concept, which ``base`` stands for?

    ``name`` is how decisions call the concept: its id where the glossary has it, else the form ``base``.
    """

    candidate: Candidate
    base: str
    form: Form

    @property
    def name(self) -> str:
        return self.candidate.concept.id if self.candidate.known else self.base

    @property
    def term(self) -> Term | None:
        """The term as the candidate suggests it."""
        return next((t for t in self.candidate.concept.terms if t.key == (self.form.text, self.form.language)), None)

    @property
    def status(self) -> Status:
        """What the form becomes where it is the same: what the checks make of it."""
        faulty = self.term is not None and self.term.status == "misspelling"
        return "misspelling" if faulty else "preferred" if self.base == self.form.text else "admitted"


class Done(msgspec.Struct, frozen=True):
    """What a key did: the card, the decision, and the concept as it was before."""

    card: Card
    decision: Decision
    before: tuple[str, Concept | None] | None


def cards(found: Sequence[Candidate]) -> tuple[Card, ...]:
    """A card for each form that the glossary lacks; a new name with one spelling gets one for itself."""
    made: list[Card] = []
    for candidate in found:
        wanted = {t.key for t in candidate.concept.terms}
        forms = [f for f in candidate.forms if (f.text, f.language) in wanted]
        others = [f for f in forms if candidate.known or f.text != candidate.name] or forms
        made += [Card(candidate, candidate.name, form) for form in others]
    return tuple(made)


class Session:
    """A review of cards. ``paths`` are the glossaries, ``home`` takes new concepts; ``clock`` gives the time in UTC."""

    def __init__(
        self,
        found: Sequence[Card],
        paths: Sequence[Path],
        home: Path,
        *,
        by: str | None,
        clock: Callable[[], str],
        again: bool = False,
    ) -> None:
        self._paths, self._home, self._by, self._clock = tuple(paths), home, by, clock
        self.file = home.parent / decisions.NAME
        self.verdicts = Verdicts(decisions.load(decisions.beside([*paths, home])))
        self.resumed = 0
        self.done: list[Done] = []
        self._warned: Card | None = None
        self.waiting = [card for card in found if not self._settled(card, again)]
        self.total = len(self.waiting)

    @property
    def card(self) -> Card | None:
        """The card to decide on; None at the end."""
        return self.waiting[0] if self.waiting else None

    def _settled(self, card: Card, again: bool) -> bool:
        """Whether a card was decided before; what a killed review did not bring into the glossary is brought now."""
        last = self.verdicts.of(card.name, card.form.text) or self.verdicts.of(card.base, card.form.text)
        if last is None or last.why == TAKEN_BACK:
            return False
        if last.verdict == "same":
            self._apply(card, last.status or card.status, None)
            self.resumed += 1
        return last.verdict != "unsure" or not again

    def warnings(self, card: Card) -> tuple[Decision, ...]:
        """Earlier decisions that calling the two the same would overrule."""
        return self.verdicts.between({card.name, card.base}, [card.form.text])

    def press(self, action: Action, text: str | None = None) -> str | None:
        """Decide on the card and go to the next one. Returns a warning where the key must be pressed again to count.

        ``text`` is what the form should read (``edit``). Raises `GlossaryError` where the glossary would contradict
        itself: then the decision is taken back.
        """
        card = self.waiting[0]
        joins = action not in ("different", "unsure")
        if joins and self._warned is not card and (against := self.warnings(card)):
            self._warned = card
            pair = f"“{against[0].a}” and “{against[0].b}”"
            return f"{pair} were judged different; press again to join them all the same"
        self._warned = None
        status = _STATUS.get(action, card.status) if joins else None
        decision = self._keep(card, "same" if joins else action, status)  # type: ignore[arg-type]
        try:
            before = self._apply(card, status, text if action == "edit" else None) if status else None
        except Exception:
            self._keep(card, "unsure", None, TAKEN_BACK)
            raise
        self.done.append(Done(card, decision, before))
        self.waiting.pop(0)
        return None

    def undo(self) -> bool:
        """Take the last decision back, in the glossary too, and show its card again; False where there is none."""
        if not self.done:
            return False
        last = self.done.pop()
        self._keep(last.card, "unsure", None, TAKEN_BACK)
        if last.before:
            id, concept = last.before
            change(self._every(), lambda desk: {id: concept}, self._home)
        self.waiting.insert(0, last.card)
        return True

    def later(self) -> None:
        """Put the card aside, undecided."""
        self.waiting.pop(0)

    def _keep(self, card: Card, verdict: decisions.Verdict, status: Status | None, why: str | None = None) -> Decision:
        decision = Decision(
            a=card.name, b=card.form.text, verdict=verdict, by=self._by, at=self._clock(), why=why, status=status
        )
        decisions.append(self.file, decision)
        self.verdicts = Verdicts([*self.verdicts.last.values(), decision])
        return decision

    def _every(self) -> tuple[Path, ...]:
        return tuple(path for path in self._paths if path.exists())

    def _apply(self, card: Card, status: Status, text: str | None) -> tuple[str, Concept | None]:
        """Bring a form into the glossary; returns the concept's id and the concept before."""
        id = card.candidate.concept.id
        before: list[Concept | None] = []

        def make(desk: Desk) -> Changes:
            before.append(desk.concepts.get(id))
            new = settled(card, before[0], status, text)
            return {} if new == before[0] else {id: new}

        change(self._every(), make, self._home)
        return id, before[0]


_STATUS: dict[Action, Status] = {"prefer": "preferred", "forbid": "forbidden", "edit": "misspelling"}


def settled(card: Card, old: Concept | None, status: Status, text: str | None) -> Concept:
    """The concept with the card's form in this status; ``text`` is what it should read, and is preferred."""
    base = old or _begun(card)
    form = card.term or Term(text=card.form.text, lang=card.form.language)
    fresh = [replaced(form, status=status)]
    if text is not None:
        if text == form.text:
            raise UsageError("the form reads so already", "type what it should read")
        fresh.append(replaced(form, text=text, status="preferred", short=None, convention=None))
    lang = form.lang
    chosen = next((t.text for t in fresh if t.status == "preferred"), None)
    kept = [t for t in base.terms if t.key not in {f.key for f in fresh}]
    terms = [admitted(t, lang) if chosen else t for t in kept] + fresh
    best = next((t.text for t in terms if t.status == "preferred" and t.lang == lang), None)
    named = {form.text} if status in ("forbidden", "misspelling") and best else set()
    return replaced(base, terms=tuple(replaced(t, use=best) if t.text in named else t for t in terms))


def _begun(card: Card) -> Concept:
    """A new concept, with what stands for it."""
    new = card.candidate.concept
    return replaced(new, terms=tuple(t for t in new.terms if t.text == card.base))
