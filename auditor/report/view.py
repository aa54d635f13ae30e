"""What reporters share: findings in order and in groups, lines of texts, short names of articles."""

from __future__ import annotations

import os.path
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

import msgspec

from auditor.offsets import LineIndex
from auditor.records import SEVERITIES, ArticleRecord, Audit, Finding, Node, Quote, QuoteLink, Severity, Story
from auditor.report.joins import Joins
from auditor.report.wording import Part, word_diff

_BREAKS = "\r\n\u2028\u2029\x85\x0b\x0c"


class Group(msgspec.Struct, frozen=True):
    """Findings of one rule on the same words of one article, in text order."""

    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        return self.findings[0]


def is_live(finding: Finding) -> bool:
    """True where nobody has silenced the finding."""
    return finding.suppressed is None and not finding.baseline


def severity_key(finding: Finding) -> tuple[int, int, int, str, str]:
    """Worst first, then in text order."""
    return -SEVERITIES.index(finding.severity), finding.start, finding.end, finding.rule, finding.id


def text_key(finding: Finding) -> tuple[int, int, int, str, str]:
    """In text order, worst first at one place."""
    return finding.start, finding.end, -SEVERITIES.index(finding.severity), finding.rule, finding.id


def grouped(findings: Iterable[Finding]) -> list[Group]:
    """Groups by rule and words, worst first, then by the first place."""
    table: dict[tuple[str, str, str, int], list[Finding]] = defaultdict(list)
    for f in sorted(findings, key=text_key):
        whole = f.start if f.start == f.end else -1  # findings without words do not belong together
        table[(f.severity, f.rule, f.match, whole)].append(f)
    return sorted((Group(tuple(fs)) for fs in table.values()), key=lambda g: severity_key(g.first))


def counts(findings: Iterable[Finding]) -> dict[Severity, int]:
    """Findings by severity, worst first, all four keys."""
    table = Counter(f.severity for f in findings)
    return {s: table[s] for s in reversed(SEVERITIES)}


def plural(count: int, noun: str) -> str:
    """``1 article``, ``2 articles``, ``3 entities``."""
    ending = noun if count == 1 else noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{count:,} {ending}"


def looked_through(audit: Audit) -> str:
    """What was looked at, for a view that has nothing to show."""
    parts = [plural(len(audit.articles), "article"), plural(sum(a.drift.words for a in audit.articles), "word")]
    return "looked at " + ", ".join([*parts, plural(len(audit.entities), "name"), plural(len(audit.quotes), "quote")])


class Lines:
    """The lines of one text."""

    __slots__ = ("index", "text")

    def __init__(self, text: str) -> None:
        self.text, self.index = text, LineIndex(text)

    def __len__(self) -> int:
        return len(self.index.starts)

    def number(self, offset: int) -> int:
        """Line (from 1) of the offset."""
        return self.index.locate(offset)[0]

    def span(self, line: int) -> tuple[int, int]:
        """Start and end of the line (from 1), its break left out."""
        start = self.index.starts[line - 1]
        end = self.index.starts[line] if line < len(self.index.starts) else len(self.text)
        while end > start and self.text[end - 1] in _BREAKS:
            end -= 1
        return start, end


class View:
    """An audit with its texts and the look-ups that reporters need. Never changes what it was given."""

    def __init__(self, audit: Audit, texts: Mapping[str, str]) -> None:
        self.audit, self.texts = audit, texts
        self.articles: dict[str, ArticleRecord] = {a.id: a for a in audit.articles}
        self.subjects = [a for a in audit.articles if a.role == "subject"]
        self.joins = Joins(audit)
        self._lines: dict[str, Lines] = {}

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """Findings of each article, in text order."""
        table: dict[str, list[Finding]] = defaultdict(list)
        for f in sorted(self.audit.findings, key=text_key):
            table[f.article].append(f)
        return table

    @cached_property
    def labels(self) -> dict[str, str]:
        """A short name for each article: the shortest head of its stem that no other has."""
        stems = {a.id: os.path.splitext(a.path.rsplit("/", 1)[-1])[0] or a.id for a in self.audit.articles}
        heads = {i: stem.split("_")[0] for i, stem in stems.items()}
        for table in (heads, stems):
            if len(set(table.values())) == len(table) and all(table.values()):
                return table
        return self.titles

    @cached_property
    def titles(self) -> dict[str, str]:
        """The path of each article; the items of one file, of a feed say, are numbered."""
        files = Counter(a.path for a in self.audit.articles)
        numbers: Counter[str] = Counter()
        told: dict[str, str] = {}
        for a in self.audit.articles:
            numbers[a.path] += 1
            told[a.id] = a.path if files[a.path] == 1 else f"{a.path} #{numbers[a.path]}"
        return told

    @cached_property
    def story_number(self) -> dict[str, int]:
        """Story id -> its number in the audit's order, from 1."""
        return {story.id: n for n, story in enumerate(self.audit.stories, 1)}

    def story_evidence(self, story: Story) -> list[str]:
        """What joined the story, with the numbers that reports give to the stories it follows."""
        told = list(story.evidence)
        for earlier in story.follows:
            number = self.story_number.get(earlier)
            words = f"follows story {number}" if number else "follows a story"
            told = [t.replace(f"follows {earlier}:", f"{words}:", 1) for t in told]
        return told

    @cached_property
    def story_of(self) -> dict[str, Story]:
        return {member: story for story in self.audit.stories for member in story.members}

    def article_of(self, node: Node) -> str | None:
        """The article that a node of the provenance graph stands for."""
        if node.kind != "article":
            return None
        names = (node.id, node.name, node.id.partition(":")[2])
        return next((n for n in names if n in self.articles), None) or self._paths.get(node.name)

    @cached_property
    def _paths(self) -> dict[str, str]:
        return {a.path: a.id for a in self.audit.articles}

    @cached_property
    def nodes_of(self) -> dict[str, list[str]]:
        """Article -> its nodes in the provenance graph."""
        table: dict[str, list[str]] = defaultdict(list)
        for node in self.audit.provenance.nodes:
            article = self.article_of(node)
            if article is not None:
                table[article].append(node.id)
        return table

    def live(self, article: str) -> list[Finding]:
        """Findings of the article that nobody has silenced, in text order."""
        return [f for f in self.findings.get(article, ()) if is_live(f)]

    def label(self, article: str) -> str:
        """Short name of an article, its id where the audit does not hold it."""
        return self.labels.get(article, article)

    def title(self, article: str) -> str:
        """Path of an article, its id where the audit does not hold it."""
        return self.titles.get(article, article)

    def lines(self, article: str) -> Lines:
        if article not in self._lines:
            self._lines[article] = Lines(self.texts.get(article, ""))
        return self._lines[article]

    def line(self, article: str, offset: int) -> int | None:
        """Line of an offset, None where the text is not at hand."""
        return self.lines(article).number(offset) if article in self.texts else None

    def words(self, article: str, start: int, end: int) -> str:
        """The words of a span, empty where the text is not at hand."""
        return self.texts.get(article, "")[start:end]

    def wording(self, a: Quote, b: Quote) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
        """Two quotes in parts, the words that only one has marked; nothing is marked across languages."""
        if self.one_language(a, b):
            return word_diff(a.text, b.text)
        return (Part(a.text, False),), (Part(b.text, False),)

    def likeness(self, link: QuoteLink, *, short: bool = False) -> str:
        """How alike the wording is: chrF2, or all three figures; across languages none of them says anything."""
        if not self.one_language(self.joins.quotes[link.a], self.joins.quotes[link.b]):
            return "across languages" if short else "across languages: the wording is not compared"
        return f"chrF2 {link.chrf:.0f}" + ("" if short else f" · TER {link.ter:.0f} · BLEU {link.bleu:.0f}")

    def one_language(self, a: Quote, b: Quote) -> bool:
        """Whether the wording of the two can be compared."""
        return len({self.articles[q.article].language for q in (a, b) if q.article in self.articles}) == 1

    def siblings(self, article: str) -> list[str]:
        """The other articles of the story, and the declared source, in the audit's order."""
        story = self.story_of.get(article)
        told = self.audit.summary.get("references", {}).get(article, {})
        source = told.get("articles", ()) if told.get("kind") == "source" else ()
        found = {*(story.members if story else ()), *source} - {article}
        return sorted((a for a in found if a in self._order), key=self._order.__getitem__)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {a.id: n for n, a in enumerate(self.audit.articles)}
