"""From an audit to an exit code."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.errors import EXIT_FAILED, EXIT_FINDINGS, EXIT_OK
from auditor.reading.article import Source
from auditor.records import SEVERITIES, Audit, Failure, Finding
from auditor.run.settings import FailOn, Settings

UNREADABLE = frozenset({"binary", "encoding", "too-large", "unreadable"})


def exit_code(audit: Audit, settings: Settings, sources: Iterable[Source] = ()) -> int:
    """2 where something could not be done, else 1 for a finding at or above ``fail_on``, else 0.

    ``sources`` are the articles, where a configuration may hold other thresholds for some paths.
    Findings that are suppressed, in the baseline or in preview do not count; ``exit_zero`` turns 1 into 0, never 2.
    """
    return code(audit.findings, audit.failures, settings, sources)


def code(
    findings: Iterable[Finding], failures: Iterable[Failure], settings: Settings, sources: Iterable[Source] = ()
) -> int:
    """The exit code that these findings and failures bring."""
    if any(counts(failure, settings) for failure in failures):
        return EXIT_FAILED
    if settings.exit_zero:
        return EXIT_OK
    return EXIT_FINDINGS if stopping(findings, settings, sources) else EXIT_OK


def stopping(findings: Iterable[Finding], settings: Settings, sources: Iterable[Source] = ()) -> frozenset[str]:
    """Ids of the findings that make the verdict: at or above ``fail_on``, not silenced, not in preview."""
    floors = {s.id: settings.at(s).fail_on for s in sources} if settings.per_path else {}
    return frozenset(f.id for f in findings if _stops(f, floors.get(f.article, settings.fail_on)))


def _stops(finding: Finding, floor: FailOn) -> bool:
    """Whether a finding makes the verdict."""
    live = not (finding.preview or finding.suppressed or finding.baseline)
    return live and floor != "never" and SEVERITIES.index(finding.severity) >= SEVERITIES.index(floor)


def counts(failure: Failure, settings: Settings) -> bool:
    """Whether a failure makes the job one that could not be done."""
    return not (settings.skip_unreadable and failure.kind in UNREADABLE)
