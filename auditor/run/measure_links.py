"""What belongs together, measured: entities, preferred forms, conventions, quotes, dates, stories."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.records import Claim, Quote
from auditor.run.gold import Gold, GoldName, GoldPlace
from auditor.run.measure import Index, Tally, common, has, words


def entities_with(index: Index, form: str, file: str | None = None) -> set[str]:
    """Ids of entities with a mention (in a file) that has the words of a form."""
    return {e for e, m in index.mentions if file in (None, index.file_of.get(m.article)) and has(m.text, form)}


def entity(name: GoldName, index: Index, tally: Tally) -> None:
    """Whether all forms are one entity, its preferred form is right, and the conventions of its forms are named."""
    held = [(form, file, entities_with(index, form, file)) for form, files in name.forms.items() for file in files]
    shared = set.intersection(*(ids for _, _, ids in held))
    tally.add("together", bool(shared))
    if not shared:
        apart = [f"{form} ({file})" for form, file, ids in held if not ids]
        tally.row("entities", name.id, f"not found: {', '.join(apart)}" if apart else "several entities")
    elif len(name.forms) > 1:
        good = name.accept or (name.preferred.split()[-1],)
        chosen = [e.preferred for e in index.audit.entities if e.id in shared]
        ok = any(has(form, word) for form in chosen for word in good)
        tally.add("preferred", ok)
        if not ok:
            tally.row("entities", name.id, "preferred:", ", ".join(chosen))
    for form, system in name.system.items():
        ok = any(system in m.conventions[:3] for _, m in index.mentions if _of_form(m.text, form))
        tally.add("convention", ok)
        if not ok:
            tally.row("entities", form, "convention wanted:", system)


def _of_form(mention: str, form: str) -> bool:
    """Whether a mention has the form, or at least its last word."""
    return form.split()[-1] in words(mention) or has(mention, form)


def links(gold: Gold, index: Index, tally: Tally) -> None:
    """Quotes and dates that the audit pairs as the reference does."""
    quotes = {q.id: q for q in index.audit.quotes}
    claims = {c.id: c for c in index.audit.claims}
    for wanted in gold.quotes:
        pairs = ((quotes.get(x.a), quotes.get(x.b)) for x in index.audit.quote_links)
        tally.add("quotes", any(_joins(pair, (wanted.a, wanted.b), index) for pair in pairs))
    for event in gold.dates:
        found = (x for x in index.audit.claim_links if x.state == event.state)
        ok = any(_joins((claims.get(x.a), claims.get(x.b)), event.claims[:2], index) for x in found)
        tally.add("dates", ok)
        if not ok:
            tally.row("dates", event.event, event.state, " / ".join(c.words for c in event.claims))


def _joins(
    pair: tuple[Quote | None, Quote | None] | tuple[Claim | None, Claim | None],
    places: Sequence[GoldPlace],
    index: Index,
) -> bool:
    a, b = pair
    if a is None or b is None:
        return False
    x, y = places
    return (_at(a, x, index) and _at(b, y, index)) or (_at(a, y, index) and _at(b, x, index))


def _at(item: Quote | Claim, place: GoldPlace, index: Index) -> bool:
    """Whether the two overlap by half of the shorter one."""
    shorter = min(item.end - item.start, place.end - place.start)
    same = index.file_of.get(item.article) == place.file
    return same and common((item.start, item.end), (place.start, place.end)) * 2 >= shorter


def stories_right(gold: Gold, index: Index, tally: Tally) -> bool:
    """Whether the stories are those of the reference; an article in none is a story of its own."""
    want = {tuple(sorted(story.members)) for story in gold.stories}
    got = {tuple(sorted(index.file_of[m] for m in story.members)) for story in index.audit.stories}
    got |= {(file,) for file in set(index.file_of.values()) - {m for story in got for m in story}}
    if want != got:
        for members in sorted(got):
            tally.row("stories", ", ".join(members))
    return want == got
