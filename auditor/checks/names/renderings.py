"""Names that English copy writes its own way: acronyms, persons of history, and names translated word for word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, partial

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.names.renderings_again import again
from auditor.checks.names.renderings_expanded import expanded
from auditor.checks.names.renderings_shelf import traps
from auditor.checks.names.renderings_within import within
from auditor.checks.traps import Trap, matches, opening
from auditor.entities.wording import language_name
from auditor.packs import data_path, load_toml
from auditor.packs.renderings import Kind, Rendering
from auditor.records import Evidence, Record, Suggestion
from auditor.text.lexicon import lexicon

_BESIDE = 60  # characters on each side in which the right name excuses the other
_LETTERS = re.compile(r"[^\W\d_]+")
_PLAIN = 4.0  # the same for a name that is all English words
_FOREIGN = 3.0  # zipf below which a word before the bracket is no word of the language


class CalledAfter(Record, frozen=True):
    """Words before and after a person's name that make it the name of a street, a school, an airport."""

    schema: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def _run(kind: Kind, weight: float) -> Callable[[Context], Iterator[Hit]]:
    opens = opening(partial(traps, kind))

    def run(context: Context) -> Iterator[Hit]:
        reading = context.reading
        words: frozenset[str] | None = None
        for start, end, trap in matches(reading, traps(kind, reading.base), opens, kind == "acronyms"):
            row = trap.owner
            words = words if words is not None else frozenset(t.text.casefold() for t in reading.tokens)
            if row.near.isdisjoint(words) and row.near:
                continue
            if kind == "persons" and _called_after(reading.text, start, end):
                continue
            if kind == "names" and _strange(trap, _PLAIN) and within(reading.text, start, end, *_kinds()):
                continue
            if _quoted_foreign(context, start) or _named_beside(reading.text, start, end, row.right):
                continue
            yield _hit(start, end, trap, _alike(trap) if kind == "persons" else row.right, weight / len(row.sources))

    return run


def _named_beside(text: str, start: int, end: int, right: str) -> bool:
    """The right name stands within a few words, mostly in brackets."""
    near = f"{text[max(0, start - _BESIDE) : start]} {text[end : end + _BESIDE]}"
    return right in near and re.search(rf"(?<!\w){re.escape(right)}(?!\w)", near) is not None


@cache
def _called() -> CalledAfter:
    return load_toml(data_path("renderings", "called_after.toml"), CalledAfter)


@cache
def _kinds() -> tuple[frozenset[str], frozenset[str]]:
    """What stands before and behind names that are called after something."""
    return frozenset(_called().before), frozenset(_called().after)


def _called_after(text: str, start: int, end: int) -> bool:
    """True where the name is no person but a street or a school called after one."""
    words = _called()
    before = text[max(0, start - _BESIDE) : start].rpartition("\n")[2].split()
    after = re.match(r" (\w+)", text[end : end + _BESIDE])
    return bool(before and before[-1].casefold() in words.before) or bool(after and after[1].casefold() in words.after)


def _quoted_foreign(context: Context, start: int) -> bool:
    """True in brackets behind a name of another language, which the letters explain."""
    text = context.reading.text
    if text[start - 1 : start] != "(":
        return False
    before = text[max(0, start - 40) : start - 1].split()
    language = context.reading.base
    return bool(before) and context.lexicon.zipf(before[-1], language) < _FOREIGN


def _alike(trap: Trap[Rendering]) -> str:
    """The family name alone where the form is no more than that."""
    last = trap.owner.right.rsplit(maxsplit=1)[-1]
    return trap.owner.right if " " in trap.text or not last.istitle() else last


def _hit(start: int, end: int, trap: Trap[Rendering], right: str, weight: float) -> Hit:
    row = trap.owner
    habit = " or ".join(language_name(code) for code in row.sources[:3])
    return Hit(
        start=start,
        end=end,
        args={
            "form": trap.text,
            "right": right,
            "habit": habit,
            "language": language_name(row.language),
            "how": _how(trap),
        },
        suggestions=(Suggestion(text=right),),
        evidence=(Evidence(kind="table", text=f"{habit} copy has “{trap.text}”", source="data/renderings"),),
        points_to=row.sources[0],
        weight=weight,
    )


def _how(trap: Trap[Rendering]) -> str:
    """Whether a form is English words for the name, or the name as another language has it."""
    return "as other languages have it" if _strange(trap) else "translated word for word"


def _strange(trap: Trap[Rendering], limit: float = _FOREIGN) -> bool:
    """True where one of the words is none of English, or rare in it."""
    language = trap.owner.language
    return any(lexicon().zipf(word, language) < limit for word in _LETTERS.findall(trap.text))


_listed_acronyms = _run("acronyms", 2.0)


_listed_persons = _run("persons", 2.0)


def _persons(context: Context) -> Iterator[Hit]:
    """The names of the table, and what else the article calls the same persons."""
    found = list(_listed_persons(context))
    yield from found
    yield from again(context, found)


def _acronyms(context: Context) -> Iterator[Hit]:
    """The letters of the table where it is clear what they mean, and others beside the English words for them."""
    found = list(_listed_acronyms(context))
    yield from found
    places = {(hit.start, hit.end) for hit in found}
    yield from (hit for hit in expanded(context) if (hit.start, hit.end) not in places)


CHECKS: tuple[Check, ...] = (
    Check(
        id="NM103",
        slug="translated-name",
        title="A proper name translated word for word",
        mqm="accuracy/do-not-translate",
        severity="major",
        why="Nobody knows the club, contest, party or body by these words; the name cannot be looked up.",
        message="“{form}” is {right}, {how}",
        run=_run("names", 2.5),
        examples=(
            Example(
                kind="bad",
                text="The striker of ⟦Bavaria Munich⟧ scored twice in the second half on Saturday.",
                fixed="The striker of Bayern Munich scored twice in the second half on Saturday.",
            ),
            Example(kind="bad", text="The ⟦National Gathering⟧ of Marine Le Pen came second in the vote."),
            Example(
                kind="bad",
                text="The car stopped on the ⟦Krymskiy Most⟧ a little before dawn.",
                fixed="The car stopped on the Crimean Bridge a little before dawn.",
            ),
            Example(kind="good", text="He lives in the Rue de la Croix-Rouge and reads Le Monde."),
            Example(kind="good", text="The Royal Society elected six physicists. Blue Cross raised its premiums."),
        ),
        sources=("data/renderings/names.tsv", "data/renderings/things"),
        languages=("en",),
    ),
    Check(
        id="NM204",
        slug="foreign-acronym",
        title="An acronym of another language",
        mqm="accuracy/untranslated",
        severity="major",
        why="Readers do not know the letters; English copy has its own for the body or term.",
        message="“{form}” is {habit} for {right}",
        run=_acronyms,
        examples=(
            Example(
                kind="bad",
                text="Ships of ⟦OTAN⟧ will sail to the gulf next week, its spokesman said on Monday.",
                fixed="Ships of NATO will sail to the gulf next week, its spokesman said on Monday.",
            ),
            Example(kind="bad", text="The ⟦PIB⟧ grew by two percent in the second quarter, the ministry said."),
            Example(
                kind="bad",
                text="The consumer price index (⟦IPC⟧) rose by three percent in May, the office said.",
                fixed="The consumer price index (CPI) rose by three percent in May, the office said.",
            ),
            Example(kind="good", text="The TVA sells power in Tennessee. The app needs 40 MB. Coins from 300 BCE."),
            Example(kind="good", text="The Organización Mundial de la Salud (OMS) has its seat in Geneva."),
        ),
        sources=("data/renderings/acronyms.tsv", "data/renderings/expansions.tsv"),
        languages=("en",),
    ),
    Check(
        id="NM206",
        slug="foreign-person-name",
        title="A well-known person under another language's name",
        mqm="linguistic-conventions/spelling/transliteration",
        severity="major",
        why="Popes, monarchs, statesmen and stars have a set name in English; another one hides who is meant.",
        message="“{form}” is {right} in {language} copy",
        run=_persons,
        examples=(
            Example(
                kind="bad",
                text="Pope ⟦Franziskus⟧ spoke to the pilgrims from the balcony on Sunday morning.",
                fixed="Pope Francis spoke to the pilgrims from the balcony on Sunday morning.",
            ),
            Example(
                kind="bad",
                text="The coach praised ⟦Gvardiola⟧ after the match on Saturday evening.",
                fixed="The coach praised Guardiola after the match on Saturday evening.",
            ),
            Example(kind="good", text="Francisco Gomez and Karl Benedikt met King Felipe VI on Sunday."),
            Example(kind="good", text="The tram stopped at the corner of via Cristoforo Colombo on Sunday."),
        ),
        sources=("data/renderings/persons.tsv", "data/renderings/things/persons.tsv"),
        languages=("en",),
    ),
)
