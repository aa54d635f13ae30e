"""Evidence for what is wrong with a name: whose habit it is, where it stands right, what the tables say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from auditor.entities.joint import Leaning
from auditor.entities.local import Form
from auditor.entities.profile import Choice, Profile
from auditor.entities.verdict import Verdict
from auditor.entities.wording import language_name, languages
from auditor.names.explain import explain
from auditor.packs.institutions import institutions
from auditor.records import Evidence

_SHOWN = 3
_STATUS = {"misspelling": "a misspelling", "forbidden": "forbidden", "deprecated": "deprecated"}
RULED = "glossary-status"  # evidence that makes a replacement safe


class Seen(NamedTuple):
    """Where a form stands."""

    article: str
    start: int
    end: int


Index = Mapping[str, tuple[Seen, ...]]


def proofs(
    article: str, form: Form, shown: str, verdict: Verdict, profile: Profile, choice: Choice, lean: Leaning, seen: Index
) -> tuple[Evidence, ...]:
    """The evidence for a faulty mention, strongest first; empty where nothing is wrong."""
    if verdict.relation in ("preferred", "admitted"):
        return ()
    ruled = []
    if verdict.status:
        instead = f": write {verdict.replacement}" if verdict.replacement else ""
        ruled.append(Evidence(kind=RULED, text=f"the glossary marks “{shown}” as {_STATUS[verdict.status]}{instead}"))
    found = [*ruled, *_damage(form, shown, verdict), *_habit(form, shown, verdict, profile, choice, lean)]
    return (*found, *_elsewhere(article, form, verdict, seen))


def _damage(form: Form, shown: str, verdict: Verdict) -> Iterator[Evidence]:
    repair = form.repair
    if verdict.relation == "misspelt":
        wrong, right = (repair.part, repair.source) if repair else next(iter(verdict.words.items()))
        yield Evidence(kind="article", text=f"“{wrong}” is one slip away from “{right}”")
    if repair is None or not repair.language:
        return
    language = language_name(repair.language)
    if repair.relation == "fused":
        lump = next((w for w in shown.split() if w not in repair.text.split()), shown)
        yield Evidence(kind="lexicon", text=f"the {language} word “{repair.part}” stuck to it")
        yield Evidence(kind="lexicon", text=f"no word list has “{lump}”", source="wordfreq 3")
    elif repair.relation == "half-translated":
        item = institutions().by_id(repair.source or "")
        name = item.names[repair.language][0] if item else repair.part
        yield Evidence(
            kind="institution", text=f"“{name}”, the {language} name of the {repair.text}", source=repair.source
        )


def _habit(
    form: Form, shown: str, verdict: Verdict, profile: Profile, choice: Choice, lean: Leaning
) -> Iterator[Evidence]:
    if verdict.relation == "casing":
        yield Evidence(kind="institution", text=f"{languages(verdict.owners[:_SHOWN])} copy writes it with one capital")
    if verdict.relation != "foreign":
        return
    owners = languages(verdict.owners[: 1 if verdict.owners[:1] == (lean.language,) else _SHOWN])
    wrong = next(iter(verdict.words), shown)
    if profile.institution or profile.place:
        source = profile.institution.id if profile.institution else None
        yield Evidence(kind="institution", text=f"“{shown}” is the {owners} form", source=source)
    elif profile.pivot:
        first = bool(form.given) and wrong in str(form.given).split()
        native = profile.pivot.given if first else profile.pivot.family
        if native and verdict.owners:  # none where the glossary alone rules the form out
            steps = explain(wrong, native, profile.pivot.language, verdict.owners[0])
            yield Evidence(kind="convention", text=f"“{wrong}” is how {owners} writes {native}", steps=steps)
    elif verdict.words:
        yield Evidence(kind="convention", text=f"“{wrong}” is how {owners} writes {verdict.words[wrong]}")
    if choice.decided_by == "lexicon":
        yield Evidence(kind="lexicon", text=f"copy of the article's language has “{choice.short}” far oftener")
    elif choice.decided_by == "glossary":
        yield Evidence(
            kind="glossary",
            text=f"the glossary has “{choice.full}”",
            source=profile.concept.id if profile.concept else None,
        )
    others = [name for name in lean.forms if name.split()[-1] != shown.split()[-1]][:_SHOWN]
    if lean.language in verdict.owners and lean.language and others:
        quoted = ", ".join(f"“{name}”" for name in others)
        yield Evidence(
            kind="article", text=f"other names here are spelt the {language_name(lean.language)} way: {quoted}"
        )


def _elsewhere(article: str, form: Form, verdict: Verdict, seen: Index) -> Iterator[Evidence]:
    """The right form in the article itself or in a sibling."""
    wanted = form.repair.text if form.repair else verdict.replacement
    places = seen.get(wanted or "", ())
    for word in verdict.words.values():
        places = places or seen.get(word, ())
    here = [place for place in places if place.article == article]
    there = [place for place in places if place.article != article]
    if here:
        times = f" {len(here)} times" if len(here) > 1 else ""
        yield _pointer("article", f"the article itself has it{times}", here[0])
    if there:
        yield _pointer("sibling", f"{there[0].article} has it so", there[0])


def _pointer(kind: str, text: str, place: Seen) -> Evidence:
    return Evidence(kind=kind, text=text, article=place.article, start=place.start, end=place.end)
