"""PV: names of agencies and outlets that were translated instead of kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.traps import Trap, Traps, by_first, matches, opening
from auditor.packs.agencies import Agency, Outlet, TranslatedOutlet, agencies
from auditor.packs.generics import generics
from auditor.reading.article import Reading
from auditor.records import Evidence, Suggestion

_NEAR = 4  # words between a translated name and the real one in brackets
_WINDOW = 80
_TELLING = 6  # letters of a word by which one knows the title


Owner = Agency | Outlet


@cache
def _agency_traps(language: str) -> Traps[Owner]:
    return by_first(
        Trap[Owner](text, name.agency)
        for name in agencies().long_names
        if name.language == language and name.status == "translated"
        for text in name.forms
    )


@cache
def _outlet_traps(language: str) -> Traps[Owner]:
    rows: tuple[TranslatedOutlet, ...] = agencies().translated_outlets
    whole = [
        Trap[Owner](text, row.outlet, row.beside) for row in rows if row.language == language for text in row.forms
    ]
    return by_first([*whole, *(_half_traps() if language == "en" else ())])


def _half_traps() -> Iterator[Trap[Owner]]:
    """Titles of which one word is translated: ``Komsomolskaya Truth``, ``Berliner Newspaper``."""
    rows = [row for group in generics("title").values() for row in group]
    for outlet in agencies().outlets:
        for form in (form for form in outlet.forms if " " in form):
            for row in rows:
                rest = f" {form} ".replace(f" {row.form} ", " {} ")
                telling = any(len(word) >= _TELLING for word in rest.split())
                if telling and outlet.language in row.languages and "{}" in rest:
                    yield from (Trap[Owner](rest.strip().format(word), outlet) for word in row.english.split("|"))


_AGENCIES, _OUTLETS = opening(_agency_traps), opening(_outlet_traps)


def translated_agency(context: Context) -> Iterator[Hit]:
    """Word-for-word names of agencies, where the real name does not stand beside."""
    return _translated(context.reading, _agency_traps, _AGENCIES, 2.5)


def translated_outlet(context: Context) -> Iterator[Hit]:
    """Word-for-word names of papers and broadcasters, where the words beside rule out other readings."""
    return _translated(context.reading, _outlet_traps, _OUTLETS, 2.0)


def _translated(
    reading: Reading, table: Callable[[str], Traps[Owner]], opens: Mapping[str, int], weight: float
) -> Iterator[Hit]:
    for start, end, trap in matches(reading, table(reading.base), opens):
        if not _named_beside(reading.text, start, end, trap.owner):
            yield _hit(start, end, trap, weight)


def _named_beside(text: str, start: int, end: int, owner: Owner) -> bool:
    """The real name stands a few words away, mostly in brackets."""
    near = [*text[max(0, start - _WINDOW) : start].split()[-_NEAR:], "|", *text[end : end + _WINDOW].split()[:_NEAR]]
    words = " ".join(word.strip("()[],.;:\"'“”„«»") for word in near)
    return any(f" {form} " in f" {words} " for form in owner.forms)


def _hit(start: int, end: int, trap: Trap[Owner], weight: float) -> Hit:
    owner = trap.owner
    return Hit(
        start=start,
        end=end,
        args={"form": trap.text, "name": owner.name},
        suggestions=(Suggestion(text=owner.name),),
        evidence=(
            Evidence(
                kind="agency" if isinstance(owner, Agency) else "outlet",
                text=f"credits name {owner.name} ({owner.country}), not a translation of it",
                source="data/agencies",
            ),
        ),
        points_to=owner.language,
        weight=weight,
    )


CHECKS: tuple[Check, ...] = (
    Check(
        id="PV101",
        slug="translated-agency",
        title="The name of a news agency is translated word for word",
        mqm="accuracy/do-not-translate",
        severity="minor",
        why="Readers and archives know an agency by the name in its credits. A name rendered word for word hides the "
        "source and shows that nobody checked the attribution.",
        message='"{form}" is {name}, translated word for word',
        run=translated_agency,
        examples=(
            Example(
                text="The minister held on.\n\nThe talks will go on, she told the ⟦German Press Agency⟧ on Monday.",
                fixed="The minister held on.\n\nThe talks will go on, she told the dpa on Monday.",
                kind="bad",
            ),
            Example(text="The strike ends on Friday, a union leader told the ⟦French Press Agency⟧.", kind="bad"),
            Example(text="The fire was put out by noon, the Polish Press Agency reported.", kind="good"),
            Example(text="The talks will go on, she told the German Press Agency (dpa) on Monday.", kind="good"),
            Example(text="German press agencies reported the strike.", kind="good"),
        ),
        sources=("Reuters Handbook of Journalism, Attribution", "imprint of each agency (data/agencies)"),
        status="stable",
    ),
    Check(
        id="PV102",
        slug="translated-outlet",
        title="The name of a newspaper or broadcaster is translated word for word",
        mqm="accuracy/do-not-translate",
        severity="minor",
        why="A translated title cannot be looked up, or names another paper: the magazine Mirror is Der Spiegel.",
        message='"{form}" is {name}, translated word for word',
        run=translated_outlet,
        examples=(
            Example(
                text="The minister knew of the deal, the news magazine ⟦Mirror⟧ reported.",
                fixed="The minister knew of the deal, the news magazine Der Spiegel reported.",
                kind="bad",
            ),
            Example(text="He told the ⟦South German Newspaper⟧ that the plan was dead.", kind="bad"),
            Example(text="The mine was shut, the daily ⟦Komsomolskaya Truth⟧ wrote on Monday.", kind="bad"),
            Example(text="The tabloid newspaper The Mirror printed the photo.", kind="good"),
            Example(text="She broke the mirror and read a magazine.", kind="good"),
        ),
        sources=("data/agencies/translated_outlets.tsv", "data/renderings/generics.tsv"),
        status="preview",
    ),
)
