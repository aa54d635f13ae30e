"""Which articles have one text behind them: common runs of words, common errors, common spellings, common quotes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from auditor.packs.load import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Finding, Quote, QuoteLink, Record


class Signs(Record, frozen=True):
    """``data/kinship.toml``; its header says what each figure is."""

    schema: int
    run: int
    least: float
    half: float
    error: float
    form: float
    quote: float
    quote_words: int
    original: float
    agency: float
    spelling: float
    line: float
    crowd: int
    relatives: int
    error_families: tuple[str, ...]
    form_families: tuple[str, ...]


class Kinship(msgspec.Struct, frozen=True):
    """Two articles (``a`` before ``b`` by id) with the probability that one text lies behind both, and why."""

    a: str
    b: str
    score: float
    evidence: tuple[str, ...]


@cache
def signs() -> Signs:
    """The figures as shipped."""
    return load_toml(data_path("kinship.toml"), Signs)


def kinships(
    readings: Mapping[str, Reading],
    relatives: Mapping[str, Sequence[str]],
    findings: Mapping[str, Sequence[Finding]],
    quotes: Sequence[Quote],
    links: Sequence[QuoteLink],
) -> tuple[Kinship, ...]:
    """The pairs at or above the line, in order of their ids; sources are left out, only relatives are compared."""
    pairs = _pairs(readings, relatives)
    if not pairs:
        return ()
    shared = _Shared(findings, quotes, links)

    @lru_cache(maxsize=512)
    def runs(article: str) -> dict[str, int]:
        return word_runs(readings[article], signs().run)

    found = []
    for a, b in pairs:
        evidence: list[str] = []
        misses = 1.0
        if readings[a].language == readings[b].language:
            misses *= _reuse(readings[a], runs(a), runs(b), evidence)
        misses *= shared.misses(a, b, evidence)
        if 1 - misses >= signs().line:
            found.append(Kinship(a, b, round(min(0.99, 1 - misses), 2), tuple(evidence)))
    return tuple(found)


def _pairs(readings: Mapping[str, Reading], relatives: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    near = {
        (min(a, b), max(a, b))
        for a in readings
        for b in relatives.get(a, ())[: signs().relatives]
        if b in readings and readings[b].source.role != "source"
    }
    first: dict[str, str] = {}
    for article in sorted(readings):  # the same bytes twice
        source = readings[article].source
        if source.role != "source" and first.setdefault(source.sha256, article) != article and readings[article].tokens:
            near.add((first[source.sha256], article))
    return sorted(near)


def word_runs(reading: Reading, length: int) -> dict[str, int]:
    """Every run of ``length`` words of the text -> its first place; quoted words belong to their speaker, not to it."""
    quoted = [(q.start, q.end) for q in reading.quotes if q.kind != "indirect"]
    words: list[str] = []
    at = 0
    for token in reading.tokens:
        while at < len(quoted) and quoted[at][1] <= token.start:
            at += 1
        inside = at < len(quoted) and quoted[at][0] <= token.start
        words.append("" if inside else token.text.casefold())
    found: dict[str, int] = {}
    for i in range(len(words) - length + 1):
        run = words[i : i + length]
        if all(run):
            found.setdefault(" ".join(run), i)
    return found


def _reuse(reading: Reading, ones: dict[str, int], others: dict[str, int], evidence: list[str]) -> float:
    """The probability that the runs that ``reading`` shares with another are chance; tells the longest of them."""
    common = ones.keys() & others.keys()
    share = len(common) / max(1, min(len(ones), len(others)))
    if share < signs().least:
        return 1.0
    first, last = _longest(sorted(ones[run] for run in common), signs().run)
    tokens, text = reading.tokens, reading.text
    words = " ".join(text[tokens[first].start : tokens[last].end].split())
    evidence.append(f"{share:.0%} of the shorter text stands word for word in both, such as “{_clipped(words)}”")
    return float(2 ** (-share / signs().half))


def _longest(starts: Sequence[int], length: int) -> tuple[int, int]:
    """First and last word of the longest stretch that consecutive runs cover, the first of equals."""
    best = (starts[0], starts[0])
    begin = starts[0]
    for before, start in zip(starts, [*starts[1:], -1], strict=True):
        if start != before + 1:
            if before - begin > best[1] - best[0]:
                best = (begin, before)
            begin = start
    return best[0], best[1] + length - 1


def _clipped(words: str, most: int = 160) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


class _Shared:
    """Faults, foreign spellings and quotes that two articles have in common."""

    def __init__(
        self, findings: Mapping[str, Sequence[Finding]], quotes: Sequence[Quote], links: Sequence[QuoteLink]
    ) -> None:
        s = signs()
        self.errors = self._table(findings, s.error_families)
        self.forms = self._table(findings, s.form_families)
        held = Counter(key for table in self.errors.values() for key in table)
        self.crowded = {key for key, articles in held.items() if articles > s.crowd}
        known = {q.id: q for q in quotes}
        self.said: dict[tuple[str, str], list[str]] = defaultdict(list)
        for link in links:
            one, other = known.get(link.a), known.get(link.b)
            if one and other and link.kind == "same words" and len(one.text.split()) >= s.quote_words:
                self.said[min(one.article, other.article), max(one.article, other.article)].append(one.text)

    @staticmethod
    def _table(
        findings: Mapping[str, Sequence[Finding]], families: tuple[str, ...]
    ) -> dict[str, dict[tuple[str, str], Finding]]:
        return {
            article: {
                (f.rule, f.match.casefold()): f
                for f in found
                if f.rule.startswith(families) and f.match and f.severity != "neutral"
            }
            for article, found in findings.items()
        }

    def misses(self, a: str, b: str, evidence: list[str]) -> float:
        """The probability that what the two share is chance."""
        s, left = signs(), 1.0
        for words, worth, keys in (
            ("the same error in both", s.error, self._common(self.errors, a, b)),
            ("the same foreign spelling in both", s.form, self._common(self.forms, a, b)),
            ("the same quote in the same words", s.quote, self.said.get((a, b), [])),
        ):
            left *= (1 - worth) ** len(keys)
            evidence += [f"{words}: “{_clipped(key, 80)}”" for key in keys[:4]]
        return left

    def _common(self, table: Mapping[str, dict[tuple[str, str], Finding]], a: str, b: str) -> list[str]:
        ones, others = table.get(a, {}), table.get(b, {})
        return [ones[key].match for key in sorted(ones.keys() & others.keys()) if key not in self.crowded]


def earlier(a: str | None, b: str | None) -> bool | None:
    """True where the first of two publication dates is the earlier one, None where they do not tell."""
    one, other = (a or "")[:10], (b or "")[:10]
    return None if not one or not other or one == other else one < other


def descent(kin: Kinship, published: Mapping[str, str | None]) -> Iterator[tuple[str, str, float, tuple[str, ...]]]:
    """``(later, earlier, score, evidence)``; where the dates tell no order both ways, each half as likely."""
    order = earlier(published.get(kin.a), published.get(kin.b))
    if order is None:
        note = (*kin.evidence, "which of the two came first is not told")
        yield kin.a, kin.b, round(kin.score / 2, 2), note
        yield kin.b, kin.a, round(kin.score / 2, 2), note
    else:
        later, before = (kin.b, kin.a) if order else (kin.a, kin.b)
        yield later, before, kin.score, (*kin.evidence, f"published later: {published.get(later)}")
