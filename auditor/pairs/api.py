"""One segment or text against its source: findings, and hits for the audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b

from auditor.checks.base import Check, Hit
from auditor.offsets import LineIndex
from auditor.pairs.align import Span, Stretch, aligned
from auditor.pairs.catalogue import checks
from auditor.pairs.judge import Fault
from auditor.pairs.whole import faults, walk
from auditor.reading.article import Reading
from auditor.reading.decode import scalars
from auditor.records import Evidence, Finding, Severity

TARGET, SOURCE = "target", "source"
_ONE_SIDED: Severity = "minor"
_ABSENT = {
    "negation": ("the source does not deny this", "no negation in the source"),
    "name": ("and none is missing", "no such name in the source"),
}
_PRESENT = {"negation": "the source denies this (“{words}”)", "name": "which has “{words}”"}


def check(source: str, target: str, source_lang: str, target_lang: str) -> tuple[Finding, ...]:
    """Findings on ``target``, a segment or a text, against what it was translated from.

    Languages are BCP 47 codes. Spans are half-open code points of ``target``; the evidence says the source's words,
    with their span in ``source`` (article id ``source``). In text order; empty where nothing can be compared.
    """
    source, target = scalars(source), scalars(target)
    return tuple(_findings(faults(source, target, _base(source_lang), _base(target_lang)), source, target))


def audit(reading: Reading, source: Reading) -> Iterator[tuple[Check, Hit]]:
    """Hits on an article against the article it was translated from; spans are in ``reading.text``."""
    pairs = _units(source, reading) or aligned(_body(source), _body(reading), _base(source.language))
    for fault in walk(source.text, reading.text, _base(source.language), _base(reading.language), pairs):
        check = checks()[fault.kind]
        match = reading.text[fault.start : fault.end]
        args, evidence = _said(fault, source.text, source.id)
        severity = None if fault.firm else _ONE_SIDED
        yield (
            check,
            Hit(
                start=fault.start,
                end=fault.end,
                args={"match": match, **args},
                evidence=evidence,
                severity=severity,
            ),
        )


def _units(source: Reading, reading: Reading) -> list[Stretch]:
    """The stretches that a translation file pairs itself; none where the texts stand in files of their own."""
    theirs, ours = source.source.units, reading.source.units
    if reading.source.origin != source.id or len(theirs) != len(ours):
        return []
    return [((s.start, s.end), (t.start, t.end)) for s, t in zip(theirs, ours, strict=True)]


def _body(reading: Reading) -> list[Span]:
    return [(segment.start, segment.end) for segment in reading.segments]


def _base(language: str) -> str:
    return language.split("-")[0].lower()


def _said(fault: Fault, source: str, article: str) -> tuple[dict[str, str], tuple[Evidence, ...]]:
    """The words of the source for message and evidence."""
    if fault.source is None:
        said, seen = _ABSENT.get(fault.kind, ("", "these words stand in the source"))
        return {"source": said}, (Evidence(kind="source", text=seen, article=article),)
    start, end = fault.source
    words = source[start:end]
    said = _PRESENT.get(fault.kind, "{words}").replace("{words}", words)
    return {"source": said}, (Evidence(kind="source", text=words, article=article, start=start, end=end),)


def _findings(found: list[Fault], source: str, target: str) -> Iterator[Finding]:
    if not found:
        return
    lines, seen = LineIndex(target), Counter[tuple[str, str]]()
    for number, fault in enumerate(found, 1):
        check = checks()[fault.kind]
        match = target[fault.start : fault.end]
        args, evidence = _said(fault, source, SOURCE)
        seen[check.id, match] += 1
        digest = blake2b(
            "\x1f".join((check.id, match, str(seen[check.id, match]))).encode("utf-8", "surrogatepass"), digest_size=10
        )
        (line, column), (end_line, end_column) = lines.locate(fault.start), lines.locate(fault.end)
        yield Finding(
            id=f"{TARGET}:f{number}",
            fingerprint=digest.hexdigest(),
            rule=check.id,
            name=check.slug,
            preview=check.status == "preview",
            severity=check.severity if fault.firm else _ONE_SIDED,
            mqm=check.mqm,
            article=TARGET,
            start=fault.start,
            end=fault.end,
            line=line,
            column=column,
            end_line=end_line,
            end_column=end_column,
            match=match,
            message=check.message.format_map({"match": match, **args}),
            evidence=evidence,
        )
