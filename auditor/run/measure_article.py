"""One article measured: faults found, suggestions, precision, body text left out, source language, agencies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from auditor.records import SEVERITIES, ArticleRecord, Excluded, Finding
from auditor.run.gold import GoldArticle, GoldRow
from auditor.run.measure import Index, Tally, common, squashed

_SLACK, _STRETCH = 80, 3  # a finding longer than both finds nothing: it might be the whole text


def article(reference: GoldArticle, text: str, index: Index, tally: Tally) -> None:
    """Add an article's counts and rows."""
    record = index.articles.get(reference.file)
    findings = index.counted(record) if record else []
    excluded = record.excluded if record else ()
    near = [[f for f in findings if _finds(f, row)] for row in reference.findings]
    tally.hit["body excluded"] += _body_excluded(reference, excluded, text)
    for row, found in zip(reference.findings, near, strict=True):
        if row.level != "may":
            _row(reference, row, found, excluded, text, tally)
    for finding in findings:
        if finding.counterpart is None:
            levels = {row.level for row, found in zip(reference.findings, near, strict=True) if finding in found}
            _judge(reference, finding, levels, tally)
    _origin(reference, record, tally)


def _row(
    reference: GoldArticle,
    row: GoldRow,
    found: Sequence[Finding],
    excluded: Sequence[Excluded],
    text: str,
    tally: Tally,
) -> None:
    """Whether a row was found, with the right suggestion and severity."""
    covered = row.any_length and any(common(span, (z.start, z.end)) > 0 for span in row.spans for z in excluded)
    hit = bool(found) or covered
    tally.add(row.level, hit)
    if not hit:
        tally.row("missed", reference.file, row.level, row.kind, repr(row.match))
    elif row.level == "must" and row.suggestion and not _suggested(row, found, text):
        tally.hit["wrong fix"] += 1
        offered = [s.text for f in found for s in f.suggestions]
        tally.row("suggestion wrong", reference.file, repr(row.match), "offered", offered)
    worst = max((SEVERITIES.index(f.severity) for f in found), default=None)
    tally.hit["severity"] += worst == SEVERITIES.index(row.severity)


def _judge(reference: GoldArticle, finding: Finding, levels: Collection[str], tally: Tally) -> None:
    """A finding is right on a must or should row, neutral on a may row or in a zone, else unlisted."""
    span = (finding.start, finding.end)
    if "must" in levels or "should" in levels:
        tally.hit["right"] += 1
    elif levels or any(common((z.start, z.end), span) * 2 >= span[1] - span[0] for z in reference.zones):
        tally.hit["neutral"] += 1
    else:
        tally.hit["unlisted"] += 1
        tally.row("unlisted", reference.file, finding.rule, finding.severity, repr(finding.match[:60]))


def _origin(reference: GoldArticle, article: ArticleRecord | None, tally: Tally) -> None:
    """The source language (said only with a verdict of yes) and the agencies."""
    source = article.source_language if article and article.translated.verdict == "yes" else None
    said = source.code if source else None
    tally.add("source language", said == reference.source_language)
    if said != reference.source_language:
        tally.row("source language (wanted, said)", reference.file, reference.source_language, said)
    have = {c.name.casefold() for c in article.credits if c.kind == "agency"} if article else set()
    want = {name.casefold() for name in reference.agencies}
    for title, names in (("agencies missing", want - have), ("agencies extra", have - want)):
        tally.hit[title] += len(names)
        for name in sorted(names):
            tally.row(title, reference.file, name)


def _finds(finding: Finding, row: GoldRow) -> bool:
    length = finding.end - finding.start
    return any(
        common(span, (finding.start, finding.end)) > 0
        and (row.any_length or length <= max(_SLACK, _STRETCH * (span[1] - span[0])))
        for span in row.spans
    )


def _suggested(row: GoldRow, found: Iterable[Finding], text: str) -> bool:
    """Whether some suggestion, applied, gives the text that the reference's gives (white space aside)."""
    wanted = {squashed(text[: s[0]] + (row.suggestion or "") + text[s[1] :]) for s in row.spans}
    return any(squashed(text[: f.start] + s.text + text[f.end :]) in wanted for f in found for s in f.suggestions)


def _body_excluded(reference: GoldArticle, excluded: Iterable[Excluded], text: str) -> int:
    """Non-blank characters in excluded stretches that the reference holds to be body text."""
    allowed = bytearray(len(text))
    spans = [(z.start, z.end) for z in reference.zones]
    spans += [span for row in reference.findings if row.any_length for span in row.spans]
    for start, end in spans:
        allowed[start:end] = b"\1" * (min(end, len(text)) - start)
    return sum(
        not text[i].isspace() and not allowed[i] for z in excluded for i in range(z.start, min(z.end, len(text)))
    )
