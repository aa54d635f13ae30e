"""One segment or text against its source: findings, and hits for the audit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b

from auditor.checks.base import Check, Hit
from auditor.offsets import LineIndex
from auditor.pairs.catalogue import checks
from auditor.pairs.judge import Fault, judge
from auditor.reading.article import Reading
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
    return tuple(_findings(_faults(source, target, source_lang, target_lang), source, target))


def audit(reading: Reading, source: Reading) -> Iterator[tuple[Check, Hit]]:
    """Hits on an article against the article it was translated from; spans are in ``reading.text``."""
    for fault in _faults(source.text, reading.text, source.language, reading.language):
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


def _faults(source: str, target: str, source_lang: str, target_lang: str) -> list[Fault]:
    return judge(source, target, source_lang.split("-")[0].lower(), target_lang.split("-")[0].lower())


def _said(fault: Fault, source: str, article: str) -> tuple[dict[str, str], tuple[Evidence, ...]]:
    """The words of the source for message and evidence."""
    if fault.source is None:
        said, seen = _ABSENT.get(fault.kind, ("", "these words stand in the source"))
        return {"source": said}, (Evidence(kind="source", text=seen, article=article),)
    start, end = fault.source
    words = source[start:end]
    said = _PRESENT.get(fault.kind, "{words}").replace("{words}", words)
    return {"source": said}, (Evidence(kind="source", text=words, article=article, start=start, end=end),)


def _findings(faults: list[Fault], source: str, target: str) -> Iterator[Finding]:
    if not faults:
        return
    lines, seen = LineIndex(target), Counter[tuple[str, str]]()
    for number, fault in enumerate(faults, 1):
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
