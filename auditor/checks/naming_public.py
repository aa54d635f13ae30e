"""Names one slip away from those of people whom the news know: Emmanuel Marcon, Emanuel Macron."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.naming_spans import narrow
from auditor.packs.public_persons import families, givens
from auditor.reading.mention_words import is_given
from auditor.records import Evidence, Suggestion
from auditor.text.memo import Memo

_FAMILY, _GIVEN = 5, 4  # letters of a name in which a slip shows


def public_slips(context: Context) -> Iterator[Hit]:
    """Full names of persons that differ in one letter from a known one; the words that differ."""
    for mention in context.reading.mentions:
        right = _meant[mention.text] if mention.type in ("person", "other") and " " in mention.text else None
        if right is None:
            continue
        start, end, better = narrow(mention.text, right)
        form = mention.text[start:end]
        yield Hit(
            start=mention.start + start,
            end=mention.start + end,
            args={"form": form, "right": better, "why": f"“{mention.text}” is one slip away from “{right}”"},
            suggestions=(Suggestion(text=better),),
            evidence=(Evidence(kind="table", text=f"“{right}”", source="data/renderings/public_persons.tsv"),),
        )


def _right(name: str) -> str | None:
    """The name that was meant; None for one that is known, or too far from any."""
    head, _, tail = name.partition(" ")
    same = families().get(head, ())
    if tail.casefold() in map(str.casefold, same) or head in givens().get(tail, ()):
        return None
    near = [known for known in same if len(known) >= _FAMILY and one_edit(known, tail)]
    if near:
        return f"{head} {near[0]}"
    if len(head) < _GIVEN or is_given(head):
        return None
    return next((f"{known} {tail}" for known in givens().get(tail, ()) if one_edit(known, head)), None)


_meant = Memo(_right, 50_000)


def one_edit(a: str, b: str) -> bool:
    """True for one letter added, left out or changed, or two neighbours swapped; blanks and marks are no letters."""
    a, b = differing(a, b)
    return (a + b).isalpha() and (max(len(a), len(b)) <= 1 or (len(a) == 2 and a == b[::-1]))


def differing(a: str, b: str) -> tuple[str, str]:
    """What is left of two words without the letters that both begin and end with."""
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return a, b
