"""Names one slip away from those of people whom the news know: Emmanuel Marcon, Emanuel Macron."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_mixed import bare
from auditor.checks.names.naming_spans import narrow
from auditor.entities import facts
from auditor.entities.wording import language_name, languages
from auditor.names import conventions
from auditor.names.spell import languages_of
from auditor.packs.public_persons import by_family, by_given
from auditor.packs.renderings import Rendering, renderings, spelling
from auditor.reading.article import Mention
from auditor.reading.mentions.words import is_given
from auditor.records import Evidence, Suggestion
from auditor.text.lexicon import LANGUAGES
from auditor.text.memo import Memo

_FAMILY, _GIVEN = 5, 4  # letters of a name in which a slip shows
_MADE = 0.85  # score from which a convention makes a form
_SHOWN = 3
_OFFICES = frozenset({"chancellor", "minister", "premier", "president", "secretary", "state"})


def public_slips(context: Context) -> Iterator[Hit]:
    """Full names of persons that differ in one letter from a known one; the words that differ."""
    for mention, right in _near(context):
        start, end, better = narrow(mention.text, right)
        form = mention.text[start:end]
        if _whose[form, better] is None:
            yield _hit(mention, (start, end), better, f"“{mention.text}” is one slip away from “{right}”")


def public_conventions(context: Context) -> Iterator[Hit]:
    """Those of which a convention makes the difference (Netanjahu), or a mark that English copy leaves out (Putín)."""
    for mention, right in _near(context):
        start, end, better = narrow(mention.text, right)
        form = mention.text[start:end]
        owners = _whose[form, better]
        if owners is not None and (owners or bare(form) == bare(better)):
            told = (
                f"is how {languages(owners[:_SHOWN])} spells it"
                if owners
                else "has a mark that English copy leaves out"
            )
            yield _hit(mention, (start, end), better, f"“{form}” {told}", owners[:1])


def _near(context: Context) -> Iterator[tuple[Mention, str]]:
    for mention in context.reading.mentions:
        if " " not in mention.text or mention.type not in ("person", "other"):
            continue
        right = _meant[mention.text] or (_of_office[mention.text] if _holds_office(mention) else None)
        if right is not None:
            yield mention, right


def _hit(mention: Mention, place: tuple[int, int], better: str, why: str, owners: tuple[str, ...] = ()) -> Hit:
    start, end = place
    return Hit(
        start=mention.start + start,
        end=mention.start + end,
        args={"form": mention.text[start:end], "right": better, "why": why, "language": language_name("en")},
        suggestions=(Suggestion(text=better),),
        evidence=(Evidence(kind="table", text=why, source="data/renderings/public_persons.tsv"),),
        points_to=owners[0] if owners else None,
    )


def _owners(pair: tuple[str, str]) -> tuple[str, ...] | None:
    """Whose spelling of the right name the form is; none where English has it, or another check tells; None for a slip.

    What English would write only after the name has been through another script comes from that script's language.
    """
    form, right = pair
    if spelling(form) is not None or form in _rendered() or bare(form) == bare(right):
        return ()
    native = facts.match(right, form).native
    made = _made(form, native) if native and sorted(bare(form)) != sorted(bare(right)) else frozenset()
    if native is None or not made:
        return None
    if "en" in made:
        return () if "en" in _made(right, native) else languages_of(native)[:1]
    return tuple(sorted(made & frozenset(LANGUAGES)))


def _made(form: str, native: str) -> frozenset[str]:
    return frozenset(guess.language for guess in conventions(form, native) if guess.score >= _MADE)


_whose = Memo(_owners, 10_000)


@cache
def _rendered() -> frozenset[str]:
    """Words of the names that other languages have for well-known persons, of which another check tells."""
    rows = [row for row in renderings("persons") if row.language == "en"]
    return frozenset(word for row in rows for form in row.forms for word in form.split()) - _words(rows)


def _words(rows: Iterable[Rendering]) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.right.split())


def _right(name: str) -> str | None:
    """The name that was meant; None for one that is known, or too far from any."""
    head, _, tail = name.partition(" ")
    same = by_given().get(head, ())
    if tail.casefold() in map(str.casefold, same) or head in by_family().get(tail, ()):
        return None
    near = [known for known in same if len(known) >= _FAMILY and (one_edit(known, tail) or _shuffled(known, tail))]
    if near:
        return f"{head} {near[0]}"
    if len(head) < _GIVEN or is_given(head):
        return None
    return next((f"{known} {tail}" for known in by_family().get(tail, ()) if one_edit(known, head)), None)


def _named_alike(name: str) -> str | None:
    """The name that was meant by another given name one letter away (Anthony Blinken, Victor Orban)."""
    head, _, tail = name.partition(" ")
    if len(head) < _GIVEN or tail in by_given().get(head, ()) or head in by_family().get(tail, ()):
        return None
    return next((f"{known} {tail}" for known in by_family().get(tail, ()) if one_edit(known, head)), None)


def _holds_office(mention: Mention) -> bool:
    """True beside a word for an office of state, whose holder is no namesake."""
    return bool(mention.role) and not _OFFICES.isdisjoint((mention.role or "").lower().split())


_meant = Memo(_right, 50_000)
_of_office = Memo(_named_alike, 50_000)


def _shuffled(a: str, b: str) -> bool:
    """True for the same letters in another order, the first in its place: Omaba."""
    return a[0] == b[0] and a != b and sorted(a) == sorted(b)


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
