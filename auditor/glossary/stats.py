"""How a glossary is used: which forms stand in audited articles, when they were last seen, what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import get_args

import msgspec

from auditor.errors import GlossaryError
from auditor.glossary.bad_forms import found_in, tables
from auditor.glossary.candidates import Candidate
from auditor.glossary.model import Concept, Glossary, Status
from auditor.packs.load import NOT_JSON, shown
from auditor.records import Audit, Record
from auditor.text.tokens import tokens

_EVERY: frozenset[Status] = frozenset(get_args(Status))


class Use(Record, frozen=True):
    """One concept: how often each form stands in the articles, in how many articles, and the day it was last seen.

    ``open``: forms in copy that the glossary does not have and nobody has decided on.
    """

    id: str
    forms: dict[str, int]
    articles: int
    last_seen: str | None
    open: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        return sum(self.forms.values())

    @property
    def shown(self) -> str:
        """``Lavrov ×3, Lawrow ×1``."""
        return ", ".join(f"{form} ×{count}" for form, count in self.forms.items())


class Stats(Record, frozen=True):
    """The file ``<glossary>.stats.json``: made by `auditor glossary stats`, never edited."""

    schema: int
    articles: int
    concepts: tuple[Use, ...]


def uses(audit: Audit, texts: Mapping[str, str], glossary: Glossary, open: Sequence[Candidate]) -> tuple[Use, ...]:
    """Each concept's use, by id. Names are counted where the audit has resolved them, terms where they stand."""
    places = [*_names(audit), *_terms(audit, texts, glossary)]
    published = {a.id: a.published for a in audit.articles}
    by_concept: dict[str, list[tuple[str, str]]] = {}
    for concept, form, article in places:
        by_concept.setdefault(concept, []).append((form, article))
    waiting = {c.concept.id: tuple(f.text for f in c.forms if not f.known) for c in open if c.known}
    return tuple(
        _use(c, by_concept.get(c.id, []), published, waiting.get(c.id, ()))
        for c in sorted(glossary.concepts, key=lambda c: c.id)
    )


def _names(audit: Audit) -> Iterable[tuple[str, str, str]]:
    return ((e.concept, " ".join(m.text.split()), m.article) for e in audit.entities if e.concept for m in e.mentions)


def _terms(audit: Audit, texts: Mapping[str, str], glossary: Glossary) -> Iterable[tuple[str, str, str]]:
    """Concepts that are no names, word by word."""
    held = Glossary(concepts=tuple(c for c in glossary.concepts if c.entity_type == "other"))
    table = tables(held, _EVERY)
    for article in audit.articles:
        text = texts.get(article.id, "")
        for start, _, form in found_in(table, article.language, tokens(text), text):
            if not any(z.start <= start < z.end for z in article.excluded):
                yield form.concept.id, form.term.text, article.id


def _use(
    concept: Concept, places: Sequence[tuple[str, str]], published: Mapping[str, str | None], open: tuple[str, ...]
) -> Use:
    forms = Counter(form for form, _ in places)
    days = [day[:10] for _, article in places if (day := published.get(article))]
    return Use(
        id=concept.id,
        forms=dict(sorted(forms.items())),
        articles=len({article for _, article in places}),
        last_seen=max(days, default=None),
        open=open,
    )


def path_of(glossary: Path) -> Path:
    """``space.stats.json`` beside ``space.toml``."""
    return glossary.with_suffix(".stats.json")


def read(path: Path) -> Stats | None:
    """The statistics of an earlier run; None where there are none. Raises `GlossaryError` for a broken file."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Stats)
    except FileNotFoundError:
        return None
    except (OSError, *NOT_JSON) as exc:
        raise GlossaryError(shown(path), f"no statistics: {exc}", hint="remove it; it is made anew") from exc


def updated(old: Stats | None, now: Sequence[Use], articles: int) -> Stats:
    """Today's counts; what was not seen today keeps the day on which it was."""
    before = {u.id: u.last_seen for u in old.concepts} if old else {}
    days = {u.id: max(filter(None, (u.last_seen, before.get(u.id))), default=None) for u in now}
    return Stats(
        schema=1,
        articles=articles,
        concepts=tuple(msgspec.structs.replace(u, last_seen=days[u.id]) for u in now),
    )


def text_of(stats: Stats) -> str:
    """The file: indented, one order, so that git shows what changed."""
    return msgspec.json.format(msgspec.json.encode(stats, order="deterministic"), indent=2).decode() + "\n"
