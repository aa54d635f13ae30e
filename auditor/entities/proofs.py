"""Evidence for what is wrong with a name: whose habit it is, where it stands right, what the tables say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from auditor.entities.joint import Leaning
from auditor.entities.local import Form
from auditor.entities.profile import Choice, Profile
from auditor.entities.verdicts import Verdict
from auditor.entities.wording import language_name, languages
from auditor.records import Evidence

_SHOWN = 3


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
    found = [*_damage(form, shown, verdict), *_habit(shown, verdict, profile, choice, lean)]
    return (*found, *_elsewhere(article, form, verdict, seen))


def _damage(form: Form, shown: str, verdict: Verdict) -> Iterator[Evidence]:
    repair = form.repair
    if repair is None:
        return
    if repair.relation == "fused" and repair.language:
        language = language_name(repair.language)
        yield Evidence(kind="lexicon", text=f"“{repair.part}” is a {language} word; “{shown}” is in no word list")
    elif repair.relation == "half-translated" and repair.language:
        language = language_name(repair.language)
        yield Evidence(kind="institution", text=f"“{repair.part}” is left of the {language} name of the {repair.text}")
    elif repair.relation == "misspelt":
        yield Evidence(kind="article", text=f"“{repair.part}” is one slip away from “{repair.source}”")


def _habit(shown: str, verdict: Verdict, profile: Profile, choice: Choice, lean: Leaning) -> Iterator[Evidence]:
    if verdict.relation == "casing":
        yield Evidence(
            kind="institution", text=f"{languages(verdict.owners[:_SHOWN])} copy writes “{shown}” with one capital"
        )
    if verdict.relation != "foreign":
        return
    owners = languages(verdict.owners[:_SHOWN])
    wrong = next(iter(verdict.words), shown)
    if profile.institution:
        yield Evidence(kind="institution", text=f"“{shown}” is the {owners} form", source=profile.institution.id)
    elif profile.pivot:
        yield Evidence(kind="convention", text=f"“{wrong}” is how {owners} writes {profile.pivot.family}")
    if choice.decided_by == "lexicon":
        yield Evidence(kind="lexicon", text=f"copy of the article's language has “{choice.short}” far oftener")
    elif choice.decided_by == "glossary":
        yield Evidence(
            kind="glossary",
            text=f"the glossary has “{choice.full}”",
            source=profile.concept.id if profile.concept else None,
        )
    others = [name for name in lean.forms if name != shown][:_SHOWN]
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
        yield _pointer("sibling", f"so spelt in {there[0].article}", there[0])


def _pointer(kind: str, text: str, place: Seen) -> Evidence:
    return Evidence(kind=kind, text=text, article=place.article, start=place.start, end=place.end)
