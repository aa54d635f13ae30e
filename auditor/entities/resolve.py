"""Each mention with its entity, how its form stands, what should replace it, and the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from auditor.entities.joint import Leaning, leaning, ranked, settle, writers
from auditor.entities.judge import judge
from auditor.entities.judge_names import family_shown
from auditor.entities.local import Form, Local
from auditor.entities.people import Pivot
from auditor.entities.profile import Profile
from auditor.entities.proofs import Seen, proofs
from auditor.entities.standing import stands_as_place, stands_inside
from auditor.entities.verdict import Verdict
from auditor.entities.view import ResolvedMention
from auditor.reading.article import Reading
from auditor.records import Evidence

_CONVENTIONS = 3


class _Case(msgspec.Struct, frozen=True):
    """A spelling of an entity in an article: its verdict and where it stands."""

    profile: int
    local: Local
    form: Form
    shown: str
    mentions: tuple[int, ...]
    verdict: Verdict


def resolve(
    profiles: Sequence[Profile], ids: Sequence[str], readings: Mapping[str, Reading]
) -> dict[str, list[ResolvedMention]]:
    """Article id -> its mentions, in no order."""
    cases: dict[str, list[_Case]] = {article: [] for article in readings}
    for index, profile in enumerate(profiles):
        for local in profile.cluster.locals:
            cases[local.article].extend(_cases(index, profile, local, readings[local.article]))
    seen = [_seen(profile, readings) for profile in profiles]
    found: dict[str, list[ResolvedMention]] = {}
    for article, rows in cases.items():
        lean = leaning({case.shown: case.verdict for case in rows})
        written = writers(_natives(rows, profiles), readings[article].language)
        found[article] = [
            mention
            for case in rows
            for mention in _mentions(
                case, lean, written, profiles[case.profile], ids[case.profile], seen[case.profile], readings[article]
            )
        ]
    return found


def _cases(index: int, profile: Profile, local: Local, reading: Reading) -> Iterator[_Case]:
    for form in local.forms:
        texts: dict[str, list[int]] = {}
        for i in form.mentions:
            texts.setdefault(reading.mentions[i].text, []).append(i)
        for shown, where in texts.items():
            verdict = judge(form, shown, local.language, profile)
            if _is_place(verdict, reading, where):
                verdict = msgspec.structs.replace(verdict, relation="foreign", doubtful=False)
            yield _Case(index, local, form, shown, tuple(where), verdict)


def _is_place(verdict: Verdict, reading: Reading, where: Sequence[int]) -> bool:
    """True where one of the mentions of a form stands so that the form's place is meant."""
    mentions = [reading.mentions[i] for i in where]
    return (verdict.clear and any(stands_as_place(reading, mention, verdict.sure) for mention in mentions)) or (
        verdict.placed and any(stands_inside(reading, mention) for mention in mentions)
    )


def _seen(profile: Profile, readings: Mapping[str, Reading]) -> dict[str, tuple[Seen, ...]]:
    """Where each spelling of the entity (and each word of it) stands right."""
    rows: dict[str, list[Seen]] = {}
    for local in profile.cluster.locals:
        for form in local.forms:
            if form.repair:
                continue
            for index in form.mentions:
                m = readings[local.article].mentions[index]
                for text in {m.text, m.text.split()[-1]}:
                    rows.setdefault(text, []).append(Seen(local.article, m.start, m.end))
    return {text: tuple(sorted(places)) for text, places in rows.items()}


def _natives(rows: Sequence[_Case], profiles: Sequence[Profile]) -> Iterator[tuple[str, Pivot]]:
    """The spellings of family names of which the native form is known."""
    for case in rows:
        native = profiles[case.profile].pivot
        if native is not None and case.verdict.conventions:
            yield family_shown(case.form, case.shown), native


def _mentions(
    case: _Case,
    lean: Leaning,
    written: Mapping[str, float],
    profile: Profile,
    entity: str,
    seen: Mapping[str, tuple[Seen, ...]],
    reading: Reading,
) -> Iterator[ResolvedMention]:
    choice = profile.choice(case.local.language)
    words = case.verdict.words.values()
    elsewhere = words if len(profile.cluster.locals) > 1 else ()
    better = any(place.article != reading.id for word in elsewhere for place in seen.get(word, ()))
    decided = choice.decided_by in ("glossary", "lexicon")
    mixed = any(place.article == reading.id for place in seen.get(case.verdict.replacement or "", ()))
    verdict = settle(case.verdict, lean, sibling=better or decided, mixed=mixed)
    conventions = verdict.conventions
    if lean.language not in conventions and profile.pivot is not None:
        conventions = ranked(conventions, family_shown(case.form, case.shown), profile.pivot, written)
    faulty = verdict.relation not in ("preferred", "admitted")
    evidence: tuple[Evidence, ...] = ()
    if faulty:
        evidence = proofs(reading.id, case.form, case.shown, verdict, profile, choice, lean, seen)
    for n, index in enumerate(case.mentions):
        m = reading.mentions[index]
        yield ResolvedMention(
            start=m.start,
            end=m.end,
            text=m.text,
            entity=entity,
            relation=verdict.relation,
            replacement=verdict.replacement if faulty else None,
            conventions=conventions[:_CONVENTIONS],
            points_to=verdict.owners[0] if faulty and verdict.owners else None,
            weight=verdict.weight if faulty and n == 0 else 0.0,
            evidence=evidence,
        )
