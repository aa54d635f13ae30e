"""Makes the bed: stories told by several articles, most of what differs between them innocent, some of it planted.

Everything comes from the tables beside this file and a seed, so that the same bytes come out everywhere. A kind of
event belongs whole to one half: ``tune`` is looked at while the tool is worked on, ``held`` is only measured.
"""

from __future__ import annotations

import hashlib
import json
import random
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LANGUAGES = ("en", "de", "fr", "es", "ru")
STORIES_A_KIND = 5
SLOTS = {
    "count": 0.9,
    "money": 0.75,
    "plan": 0.8,
    "cause": 0.75,
    "neg": 0.7,
    "qa": 0.85,
    "qb": 0.6,
    "qc": 0.3,
    "time": 0.4,
}
DRIFTS = {  # what is planted, and the slots in which it can be
    "figure": ("count", "money"),
    "date": ("plan", "lead"),
    "negation": ("neg", "qa"),
    "attribution": ("cause",),
    "modality": ("plan", "qa"),
    "speakers": ("qa",),
    "version": ("qa", "qb"),
}
HOW_MANY = (0, 1, 2, 2, 2, 3, 3)


@dataclass(frozen=True)
class Plant:
    """One planted drift: where ``article`` tells otherwise what the other articles of ``places`` tell."""

    story: str
    drift: str
    article: str
    slot: str
    places: dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Bed:
    """Path -> text of the article; story -> its paths; what was planted; story -> its half."""

    texts: dict[str, str]
    stories: dict[str, tuple[str, ...]]
    plants: tuple[Plant, ...]
    halves: dict[str, str]

    @property
    def digest(self) -> str:
        """SHA-256 of the articles and of what was planted."""
        plants = [[p.story, p.drift, p.article, p.slot, sorted(p.places.items())] for p in self.plants]
        told = json.dumps([sorted(self.texts.items()), sorted(self.stories.items()), plants], ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()


@dataclass(frozen=True)
class Facts:
    """What happened; ``slots`` are those that the story may use at all."""

    kind: str
    place: dict[str, Any]
    man: dict[str, str]
    woman: dict[str, str]
    day: date
    plan: date
    count: int
    money: int
    hour: int
    minute: int
    slots: tuple[str, ...] = tuple(SLOTS)


@dataclass
class Draft:
    """An article on its way: its language, whether it bears its date, how it tells each slot (see `_sentence`)."""

    path: str
    language: str
    dated: bool
    told: dict[str, str]
    text: str = ""
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)


@cache
def table(name: str) -> dict[str, Any]:
    """A table beside this file."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def kinds() -> dict[str, dict[str, Any]]:
    """The kinds of events by name."""
    return {path.stem: table(f"kinds/{path.stem}") for path in sorted((HERE / "kinds").glob("*.toml"))}


@cache
def bed(seed: int = 2026) -> Bed:
    """The bed of a seed."""
    rng = random.Random(seed)
    texts: dict[str, str] = {}
    stories: dict[str, tuple[str, ...]] = {}
    plants: list[Plant] = []
    halves: dict[str, str] = {}
    used: Counter[tuple[str, str]] = Counter()
    for kind in kinds():
        for number, facts in enumerate(_events(rng, kind)):
            story = f"{kind}-{number}"
            drafts = _drafts(rng, facts, len(texts))
            planted = _plant(rng, facts, drafts, used)
            for draft in drafts:
                _write(rng, facts, draft)
                texts[draft.path] = draft.text
            stories[story], halves[story] = tuple(d.path for d in drafts), kinds()[kind]["half"]
            for drift, (path, slot) in planted.items():
                plants.append(
                    Plant(story, drift, path, slot, {d.path: d.spans[slot] for d in drafts if slot in d.spans})
                )
    return Bed(texts, stories, tuple(plants), halves)


def _events(rng: random.Random, kind: str) -> list[Facts]:
    """Events of one kind: different casts and places, and one more with the cast and place of the first."""
    cast = table("cast")
    places = rng.sample(cast["places"], STORIES_A_KIND)
    men, women = rng.sample(cast["men"], STORIES_A_KIND), rng.sample(cast["women"], STORIES_A_KIND)
    events = [_event(rng, kind, *of, date(2024, 1, 5)) for of in zip(places, men, women, strict=True)]
    first = events[0]
    again = _event(rng, kind, first.place, first.man, first.woman, first.day + timedelta(days=9))
    keep = (
        [slot for slot in SLOTS if slot not in ("qb", "cause")],
        [slot for slot in SLOTS if slot not in ("qa", "neg")],
    )
    return [_replace(first, keep[0]), *events[1:], _replace(again, keep[1])]


def _replace(facts: Facts, slots: list[str]) -> Facts:
    return Facts(**{**facts.__dict__, "slots": tuple(slots)})


def _event(
    rng: random.Random, kind: str, place: dict[str, Any], man: dict[str, str], woman: dict[str, str], after: date
) -> Facts:
    day = after + timedelta(days=rng.randrange(1, 28 if after.day != 5 else 400))
    low, high = kinds()[kind]["count"]
    cheap, dear = kinds()[kind]["money"]
    return Facts(
        kind, place, man, woman, day, day + timedelta(days=rng.randrange(12, 80)),
        _plural(rng, low, high), _plural(rng, cheap, dear), rng.randrange(6, 22), rng.choice((5, 10, 20, 35, 40, 50)),
    )  # fmt: skip


def _plural(rng: random.Random, low: int, high: int, unlike: int | None = None) -> int:
    """A number that takes the genitive plural in Russian; with ``unlike`` at least a fifth away from it."""
    while True:
        number = rng.randrange(low, high)
        far = unlike is None or abs(number - unlike) * 5 > max(number, unlike)
        if number % 10 in (0, 5, 6, 7, 8, 9) and far:
            return number


def _drafts(rng: random.Random, facts: Facts, number: int) -> list[Draft]:
    languages = list(rng.sample(LANGUAGES, 5))
    wanted = [languages[0], languages[0], *rng.choices(languages, k=rng.randrange(1, 5))]
    drafts = []
    for at, language in enumerate(wanted):
        dated = rng.random() < 0.5
        told = {s: "as it is" for s, share in SLOTS.items() if rng.random() < share and s in facts.slots}
        path = f"{number + at:03d}-{language}.{'md' if dated else 'txt'}"
        drafts.append(Draft(path, language, dated, {"lead": "as it is", **told}))
    return drafts


def _plant(
    rng: random.Random, facts: Facts, drafts: list[Draft], used: Counter[tuple[str, str]]
) -> dict[str, tuple[str, str]]:
    """Plants drifts of different kinds in different slots: drift -> (path, slot); those seldom ``used`` come first."""
    found: dict[str, tuple[str, str]] = {}
    taken: set[str] = set()
    half, most = kinds()[facts.kind]["half"], rng.choice(HOW_MANY)
    for drift in sorted(rng.sample(sorted(DRIFTS), len(DRIFTS)), key=lambda d: used[half, d]):
        if len(found) == most:
            break
        slots = [s for s in DRIFTS[drift] if s not in taken and (s in facts.slots or s == "lead")]
        twins = [d for d in drafts if sum(o.language == d.language for o in drafts) > 1]
        if not slots:
            continue
        slot, draft = rng.choice(slots), rng.choice(twins if drift == "version" else drafts)
        taken.add(slot)
        used[half, drift] += 1
        for other in drafts:  # the truth must stand elsewhere: always in the same language, else mostly
            if other.language == draft.language or rng.random() < 0.6:
                other.told[slot] = "plainly"
        if not any(slot in o.told for o in drafts if o is not draft):
            next(o for o in drafts if o is not draft).told[slot] = "plainly"
        draft.told[slot] = drift
        found[drift] = (draft.path, slot)
    return found


def _write(rng: random.Random, facts: Facts, draft: Draft) -> None:
    """The text of a draft with the span of each slot: the value for a figure or a date, else the sentence."""
    order = [slot for slot in draft.told if slot != "lead"]
    rng.shuffle(order)
    rows = [(slot, *_sentence(rng, facts, draft, slot)) for slot in ("lead", *order)]
    for sentence in rng.sample(table("frames")[draft.language]["back"], rng.choice((1, 2))):
        rows.insert(rng.randrange(2, len(rows) + 1), ("", sentence, ""))
    if rng.random() < 0.4:
        rows.append(("", rng.choice(kinds()[facts.kind][draft.language]["back"]), ""))
    published = facts.day + timedelta(days=1)
    parts = [f"---\ndate: {published.isoformat()}\n---\n\n" if draft.dated else ""]
    at, lines = len(parts[0]), rng.choice((1, 1, 2))
    for number, (slot, sentence, value) in enumerate(rows):
        if slot:
            start = at + (sentence.index(value) if value else 0)
            draft.spans[slot] = (start, start + len(value or sentence))
        gap = "\n\n" if number % lines == lines - 1 else " "
        parts += [sentence, gap]
        at += len(sentence) + len(gap)
    draft.text = "".join(parts).rstrip() + "\n"


def _sentence(rng: random.Random, facts: Facts, draft: Draft, slot: str) -> tuple[str, str]:
    """The sentence of a slot, and the value in it that a plant of this slot would be about (empty: the sentence)."""
    how, words, frames = draft.told[slot], kinds()[facts.kind][draft.language], table("frames")[draft.language]
    if slot in ("qa", "qb", "qc"):
        return _quote(rng, facts, draft, slot), ""
    if slot == "time":
        return _time(rng, facts, frames), ""
    if slot == "neg":
        return rng.choice(words["neg_turned" if how == "negation" else "neg"]), ""
    if slot == "cause":
        return rng.choice(words["cause_bare" if how == "attribution" else "cause"]), ""
    if slot in ("count", "money"):
        value = _figure(rng, facts, draft, slot)
        key = "n" if slot == "count" else "m"
        return rng.choice(words[slot]).replace(f"{{{key}}}", value), value
    if slot == "plan":
        day = facts.plan + timedelta(days=rng.choice((3, 5, 8, 11))) if how == "date" else facts.plan
        value = frames["plain"].format(d=day.day, m=frames["months"][day.month - 1])
        sentence = rng.choice(words["plan_soft" if how == "modality" else "plan"]).replace("{f}", value)
        return sentence, value if how != "modality" else ""
    return _lead(rng, facts, draft, words, frames)


def _lead(
    rng: random.Random, facts: Facts, draft: Draft, words: dict[str, Any], frames: dict[str, Any]
) -> tuple[str, str]:
    how = draft.told["lead"]
    day = facts.day + timedelta(days=rng.choice((-4, -3, -2, 2, 3, 4))) if how == "date" else facts.day
    month, weekday = frames["months"][day.month - 1], frames["weekdays"][day.weekday()]
    form = frames["weekday"] if draft.dated and how == "as it is" and rng.random() < 0.5 else rng.choice(frames["day"])
    if how == "date":
        form = frames["day"][0]
    value = form.format(d=day.day, m=month, y=day.year, w=weekday)
    place = facts.place[draft.language]
    sentence = rng.choice(words["lead"]).replace("{d}", value).replace("{in}", place)
    sentence = sentence.replace("{In}", place[0].upper() + place[1:])
    sentence = sentence.replace(",.", ".").replace(",,", ",")
    return sentence, value.rstrip(",")


def _figure(rng: random.Random, facts: Facts, draft: Draft, slot: str) -> str:
    how, frames = draft.told[slot], table("frames")[draft.language]
    number = facts.count if slot == "count" else facts.money
    if how == "figure":
        number = _plural(rng, *kinds()[facts.kind][slot], unlike=number)
    about = ""
    if how == "as it is" and slot == "count" and number > 25 and rng.random() < 0.3:
        step = 10 if number < 100 else 100 if number < 2000 else 500
        rounded = round(number / step) * step
        about = f"{frames['about' if rounded <= number else 'almost']} " if rounded != number else ""
        number = rounded
    return about + f"{number:,}".replace(",", frames["group"])


def _time(rng: random.Random, facts: Facts, frames: dict[str, Any]) -> str:
    hour, minute = facts.hour, f"{facts.minute:02}"
    shown: str = rng.choice(frames["time"]).format(h=hour, mm=minute, gh=hour - facts.place["hours"])
    return shown


def _quote(rng: random.Random, facts: Facts, draft: Draft, slot: str) -> str:
    how, words, frames = draft.told[slot], kinds()[facts.kind][draft.language], table("frames")[draft.language]
    speaker = "b" if slot == "qb" or how == "speakers" else "a"
    version = {"version": 1, "negation": 2, "modality": 3}.get(how, 0)
    person = facts.man if speaker == "a" else facts.woman
    frame: str = rng.choice(frames["m" if speaker == "a" else "f"])
    told = frames["qc"][facts.count % len(frames["qc"])] if slot == "qc" else words[slot][version]
    said = frame.format(q=told, n=person[draft.language], r=words[f"r{speaker}"])
    return said[0].upper() + said[1:]
