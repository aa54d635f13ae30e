"""From an audit to an exit code."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.errors import EXIT_FAILED, EXIT_FINDINGS, EXIT_OK
from auditor.records import SEVERITIES, Audit, Failure, Finding
from auditor.run.settings import Settings

UNREADABLE = frozenset({"binary", "encoding", "too-large", "unreadable"})


def exit_code(audit: Audit, settings: Settings) -> int:
    """2 where something could not be done, else 1 for a finding at or above ``fail_on``, else 0.

    Findings that are suppressed, in the baseline or in preview do not count; ``exit_zero`` turns 1 into 0, never 2.
    """
    return code(audit.findings, audit.failures, settings)


def code(findings: Iterable[Finding], failures: Iterable[Failure], settings: Settings) -> int:
    """The exit code that these findings and failures bring."""
    if any(counts(failure, settings) for failure in failures):
        return EXIT_FAILED
    if settings.fail_on == "never" or settings.exit_zero:
        return EXIT_OK
    floor = SEVERITIES.index(settings.fail_on)
    for finding in findings:
        live = not (finding.preview or finding.suppressed or finding.baseline)
        if live and SEVERITIES.index(finding.severity) >= floor:
            return EXIT_FINDINGS
    return EXIT_OK


def counts(failure: Failure, settings: Settings) -> bool:
    """Whether a failure makes the job one that could not be done."""
    return not (settings.skip_unreadable and failure.kind in UNREADABLE)
