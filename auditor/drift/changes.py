"""What differs between two versions of one article: names, figures, dates, quotes and attributions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, TypeVar

import msgspec

from auditor.drift.side import Name, Side
from auditor.records import ArticleRecord, Claim, Quote

Subject = Literal["names", "figures", "dates", "quotes", "attributions"]
SUBJECTS: tuple[Subject, ...] = ("names", "figures", "dates", "quotes", "attributions")
How = Literal["added", "dropped", "changed"]
Item = TypeVar("Item")
_WORD = re.compile(r"\w+")
_AROUND = 80  # characters on each side by which a figure is known again
_SAME_PLACE = 0.4  # share of the words around two figures that must be the same
_SAME_NAME = 0.9  # score from which two names that no entity joins are one
_SAME_QUOTE = 40.0  # chrF2 from which two quotes are versions of one


class Change(msgspec.Struct, frozen=True):
    """One thing that differs; ``before`` is None for what was added, ``after`` for what was dropped.

    ``old_at`` and ``new_at`` are offsets in the two articles; ``note`` says more ("Andrei Sokolov → Sokolov's lawyer").
    """

    subject: Subject
    how: How
    before: str | None
    after: str | None
    old_at: int | None = None
    new_at: int | None = None
    note: str | None = None


def changes(old: Side, new: Side, a: ArticleRecord, b: ArticleRecord) -> tuple[Change, ...]:
    """All changes from article ``a`` of the old side to ``b`` of the new one, by subject, then in text order."""
    found = [
        *_names(old, new, a, b),
        *_claims(old, new, a, b, "figures"),
        *_claims(old, new, a, b, "dates"),
        *_quotes(old, new, a, b),
        *_credits(a, b),
    ]
    order = {subject: n for n, subject in enumerate(SUBJECTS)}
    return tuple(sorted(found, key=lambda c: (order[c.subject], c.new_at is None, _place(c), c.before or "")))


def _place(change: Change) -> int:
    """Where it stands in the new article, else in the old one."""
    return next((at for at in (change.new_at, change.old_at) if at is not None), 0)


def _names(old: Side, new: Side, a: ArticleRecord, b: ArticleRecord) -> Iterator[Change]:
    ones, others = old.names.get(a.id, []), new.names.get(b.id, [])
    for one, other in _matched(ones, others, _name_keys, _one_name):
        if one is None and other is not None:
            yield Change("names", "added", None, other.forms[0], None, other.at)
        elif one is not None and other is None:
            yield Change("names", "dropped", one.forms[0], None, one.at, None)
        elif one is not None and other is not None and set(one.forms) != set(other.forms):
            lost = [f for f in one.forms if f not in other.forms]
            won = [f for f in other.forms if f not in one.forms]
            before, after = ", ".join(lost) or one.forms[0], ", ".join(won) or other.forms[0]
            yield Change("names", "changed", before, after, one.at, other.at)


def _name_keys(name: Name) -> Iterator[str]:
    """What makes two names one, surest first: concept, native form, preferred form, a spelling."""
    e = name.entity
    yield from (f"concept {e.concept}",) if e.concept else ()
    yield from (f"native {e.type} {e.native}",) if e.native else ()
    yield f"preferred {e.type} {e.preferred}"
    yield from (f"form {form}" for form in name.forms)


def _one_name(a: Name, b: Name) -> float:
    """How surely two names of one type are one, where no key joins them; 0 for no."""
    from auditor.names import score

    found = score(a.forms[0], b.forms[0]) if a.entity.type == b.entity.type else None
    return found if found is not None and found >= _SAME_NAME else 0.0


def _claims(old: Side, new: Side, a: ArticleRecord, b: ArticleRecord, subject: Subject) -> Iterator[Change]:
    ones, others = _told(old, a.id, subject), _told(new, b.id, subject)
    for one, other in _matched(ones, others, _claim_keys, _one_place):
        if one is None and other is not None:
            yield Change(subject, "added", None, other.words, None, other.claim.start)
        elif one is not None and other is None:
            yield Change(subject, "dropped", one.words, None, one.claim.start, None)
        elif one is not None and other is not None and one.claim.value != other.claim.value:
            yield Change(subject, "changed", one.words, other.words, one.claim.start, other.claim.start)


class _Told(msgspec.Struct, frozen=True):
    """A claim with its words and the words around it."""

    claim: Claim
    words: str
    around: frozenset[str]


def _told(side: Side, article: str, subject: Subject) -> list[_Told]:
    text = side.texts.get(article, "")
    out = []
    for c in side.claims.get(article, ()):
        if (c.kind in ("date", "time")) == (subject == "dates"):
            near = text[max(0, c.start - _AROUND) : c.start] + " " + text[c.end : c.end + _AROUND]
            words = text[c.start : c.end] or c.value
            out.append(_Told(c, words, frozenset(_WORD.findall(near.casefold()))))
    return sorted(out, key=lambda t: (t.claim.start, t.claim.id))


def _claim_keys(told: _Told) -> Iterator[str]:
    yield f"{told.claim.kind} {told.claim.value}"


def _one_place(a: _Told, b: _Told) -> float:
    """How much of the words around two values of one kind is the same; 0 for too little."""
    if a.claim.kind != b.claim.kind or not a.around or not b.around:
        return 0.0
    share = len(a.around & b.around) / len(a.around | b.around)
    return share if share >= _SAME_PLACE else 0.0


def _quotes(old: Side, new: Side, a: ArticleRecord, b: ArticleRecord) -> Iterator[Change]:
    ones, others = old.quotes.get(a.id, []), new.quotes.get(b.id, [])
    for one, other in _matched(ones, others, lambda q: iter((q.text,)), _one_utterance):
        if one is None and other is not None:
            yield Change("quotes", "added", None, other.text, None, other.start, other.speaker)
        elif one is not None and other is None:
            yield Change("quotes", "dropped", one.text, None, one.start, None, one.speaker)
        elif one is not None and other is not None:
            if _plain(one.text) != _plain(other.text):
                yield Change("quotes", "changed", one.text, other.text, one.start, other.start, other.speaker)
            yield from _attribution(one, other)


def _plain(text: str) -> list[str]:
    return _WORD.findall(text)


def _one_utterance(a: Quote, b: Quote) -> float:
    """chrF2 of two quotes, 0 where they cannot be versions of one."""
    from auditor.corpus.similarity import chrf

    if not set(_plain(a.text.casefold())) & set(_plain(b.text.casefold())):
        return 0.0
    found = chrf(a.text, b.text)
    return found if found >= _SAME_QUOTE else 0.0


def _attribution(one: Quote, other: Quote) -> Iterator[Change]:
    """Who is quoted, on which medium, and how: directly or in other words."""
    for name, before, after in (
        ("speaker", one.speaker, other.speaker),
        ("medium", one.medium, other.medium),
        ("kind of quote", one.kind, other.kind),
    ):
        if before != after:
            how: How = "added" if before is None else "dropped" if after is None else "changed"
            yield Change("attributions", how, before, after, one.start, other.start, f"{name} of “{other.text}”")


def _credits(a: ArticleRecord, b: ArticleRecord) -> Iterator[Change]:
    ones = {(c.name, c.role): c for c in reversed(a.credits)}
    others = {(c.name, c.role): c for c in reversed(b.credits)}
    for (name, role), credit in others.items():
        if (name, role) not in ones:
            yield Change("attributions", "added", None, name, None, credit.start, f"{credit.kind}, {role}")
    for (name, role), credit in ones.items():
        if (name, role) not in others:
            yield Change("attributions", "dropped", name, None, credit.start, None, f"{credit.kind}, {role}")


def _matched(
    ones: Sequence[Item],
    others: Sequence[Item],
    keys: Callable[[Item], Iterable[str]],
    likeness: Callable[[Item, Item], float],
) -> Iterator[tuple[Item | None, Item | None]]:
    """Pairs by a common key, then by likeness, best first; then what is left of each side. Each is used once."""
    free = dict(enumerate(others))
    index: dict[str, list[int]] = defaultdict(list)
    for at, other in free.items():
        for key in keys(other):
            index[key].append(at)
    left: list[Item] = []
    for one in ones:
        hit = next((at for key in keys(one) for at in index.get(key, ()) if at in free), None)
        if hit is None:
            left.append(one)
        else:
            yield one, free.pop(hit)
    scored = [(-s, n, at) for n, one in enumerate(left) for at, other in free.items() if (s := likeness(one, other))]
    lost = dict(enumerate(left))
    for _, n, at in sorted(scored):
        if n in lost and at in free:
            yield lost.pop(n), free.pop(at)
    yield from ((one, None) for one in lost.values())
    yield from ((None, other) for other in free.values())
