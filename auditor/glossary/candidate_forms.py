"""The spellings that an audit has of an entity, with a sentence of some articles, as candidates for a glossary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from auditor.glossary.decisions import Verdicts
from auditor.glossary.model import Concept, Glossary
from auditor.names import score
from auditor.offsets import LineIndex
from auditor.records import Audit, Entity, EntityMention, Record
from auditor.text.casing import in_capitals
from auditor.text.segments import sentences

_DOUBTFUL = 0.5  # score below which two spellings are rather two names
_QUOTED = 2  # articles from which a sentence is shown
_AROUND = 120  # characters of a sentence on each side of the form


class Quoted(Record, frozen=True):
    """A sentence that has a form, and where the form stands in it."""

    article: str
    line: int
    text: str
    start: int
    end: int


class Form(Record, frozen=True):
    """One spelling: how often it stands in which articles, whose convention it follows, a sentence from each of some.

    ``known``: the glossary has it; ``faulty``: a check that is not in preview finds fault with it. ``score``: whether
    it and the entity's name are one name; None where that is no question of spelling.
    """

    text: str
    language: str
    count: int
    articles: tuple[str, ...]
    conventions: tuple[str, ...]
    known: bool
    faulty: bool
    score: float | None = None
    sentences: tuple[Quoted, ...] = ()


class View:
    """An audit as candidates are looked for in it."""

    def __init__(self, audit: Audit, glossary: Glossary | None, texts: Mapping[str, str], verdicts: Verdicts) -> None:
        self.concepts = {c.id: c for c in glossary.concepts} if glossary else {}
        self._table = glossary.forms if glossary else {}
        self._paths = {a.id: a.path for a in audit.articles}
        self._texts, self._verdicts = texts, verdicts
        self._indexes: dict[str, LineIndex] = {}
        self._faults: dict[str, list[tuple[int, int]]] = {}
        for f in audit.findings:
            if not f.preview and f.severity != "neutral" and f.rule[:2] in ("NM", "TA") and f.end > f.start:
                self._faults.setdefault(f.article, []).append((f.start, f.end))

    def parted(self, entity: Entity, text: str) -> bool:
        """Whether people judged the form different from the entity."""
        told = [self._verdicts.of(name, text) for name in (entity.concept, entity.preferred) if name]
        return any(d is not None and d.verdict == "different" for d in told)

    def forms(self, entity: Entity, concept: Concept | None) -> tuple[Form, ...]:
        """The spellings of an entity, those out of datelines and headlines in capitals left out.

        Of a spelling and a longer one that ends with it, the longer stands for both.
        """
        groups: dict[tuple[str, str], list[EntityMention]] = {}
        for mention in entity.mentions:
            groups.setdefault((" ".join(mention.text.split()), mention.language), []).append(mention)
        known = {form for term in concept.terms for form in (term.text, term.short)} if concept else set()
        forms = [
            Form(
                text=text,
                language=language,
                count=len(mentions),
                articles=tuple(sorted({self._paths.get(m.article, m.article) for m in mentions})),
                conventions=mentions[0].conventions[:3],
                known=text in known,
                faulty=any(self._faulty(m) for m in mentions),
                score=_score(entity, text, language),
                sentences=tuple(self._sentences(mentions)),
            )
            for (text, language), mentions in groups.items()
            if not any(longer != text and longer.endswith(f" {text}") for longer, _ in groups)
            and not in_capitals(text, (other for other, spoken in groups if spoken == language))
        ]
        return tuple(sorted(forms, key=lambda f: (-f.count, f.text, f.language)))

    def _faulty(self, m: EntityMention) -> bool:
        return any(m.start < end and start < m.end for start, end in self._faults.get(m.article, ()))

    def _sentences(self, mentions: Sequence[EntityMention]) -> Iterator[Quoted]:
        """A sentence from each of the first articles that have the form."""
        firsts = {m.article: m for m in sorted(mentions, key=lambda m: (m.article, m.start), reverse=True)}
        for article in sorted(firsts)[:_QUOTED]:
            m, text = firsts[article], self._texts.get(article)
            if text is None:
                continue
            lines = self._lines(article, text)
            line = lines.locate(m.start)[0]
            first = lines.starts[line - 1]
            last = next((at for at in lines.starts[line:] if at >= m.end), len(text))
            spans = sentences(text, first, first + len(text[first:last].rstrip()), m.language)
            start, end = next(((s, e) for s, e in spans if s <= m.start < e), (m.start, m.end))
            start, end = _clipped(text, max(start, first), max(end, m.end), m)
            yield Quoted(
                article=self._paths.get(article, article),
                line=line,
                text=text[start:end],
                start=m.start - start,
                end=m.end - start,
            )

    def _lines(self, article: str, text: str) -> LineIndex:
        if article not in self._indexes:
            self._indexes[article] = LineIndex(text)
        return self._indexes[article]

    def conflicts(self, entity: Entity, id: str, forms: Sequence[Form]) -> Iterator[str]:
        """What speaks against one concept for the forms."""
        for form in forms:
            for other in sorted({c.id for c, _ in self._table.get(form.text.casefold(), ())} - {id}):
                yield f"“{form.text}” is a form of {other}"
            if form.score is not None and form.score < _DOUBTFUL:
                yield f"“{form.text}” and “{entity.preferred}” may be two names (score {form.score:.2f})"
        for d in self._verdicts.between([entity.preferred, id], [f.text for f in forms if not f.known]):
            yield f"“{d.a}” and “{d.b}” were judged different"


def _score(entity: Entity, text: str, language: str) -> float | None:
    """Whether a person's name and another spelling are one name."""
    if entity.type != "person" or text == entity.preferred:
        return None
    return score(entity.preferred, text, None, language)


def _clipped(text: str, start: int, end: int, m: EntityMention) -> tuple[int, int]:
    """A span around a mention, cut between words where it is long."""
    if m.start - start > _AROUND:
        start = text.find(" ", m.start - _AROUND, m.start) + 1 or m.start
    if end - m.end > _AROUND:
        end = max(text.rfind(" ", m.end, m.end + _AROUND), m.end)
    return start, end
