"""What an editor may offer at a finding: replacements, and decisions for the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types as lsp

from auditor.gate.fix import cut, plan
from auditor.lsp.desk import Checked, name_at
from auditor.lsp.positions import Positions
from auditor.records import Finding

ADMIT, ANOTHER = "auditor.admit", "auditor.anotherPerson"
_SEVERITY = {
    "critical": lsp.DiagnosticSeverity.Error,
    "major": lsp.DiagnosticSeverity.Error,
    "minor": lsp.DiagnosticSeverity.Warning,
    "neutral": lsp.DiagnosticSeverity.Information,
}


def diagnostic(finding: Finding, positions: Positions) -> lsp.Diagnostic:
    """A finding as the editor shows it; one of the whole article stands on the first line."""
    severity = lsp.DiagnosticSeverity.Hint if finding.preview else _SEVERITY[finding.severity]
    return lsp.Diagnostic(
        range=range_of(finding.start, finding.end, positions),
        message=finding.message,
        severity=severity,
        code=finding.rule,
        source="auditor",
        data=finding.id,
    )


def range_of(start: int, end: int, positions: Positions) -> lsp.Range:
    """The range of a span."""
    first, last = positions.position(start), positions.position(end)
    return lsp.Range(start=lsp.Position(*first), end=lsp.Position(*last))


def actions(
    checked: Checked, uri: str, start: int, end: int, positions: Positions
) -> Iterator[lsp.CodeAction | lsp.Command]:
    """The actions for findings that touch a span, safe repairs first."""
    safe = {edit.finding for source in checked.sources for edit in plan(checked.audit, source).edits}
    here = [f for f in checked.findings if f.start < max(end, start + 1) and start < max(f.end, f.start + 1)]
    for finding in here:
        for index, suggestion in enumerate(finding.suggestions[:4] if finding.end > finding.start else ()):
            span = (finding.start, finding.end)
            edit = lsp.TextEdit(
                range_of(*(span if suggestion.text else cut(positions.text, *span)), positions), suggestion.text
            )
            yield lsp.CodeAction(
                title=f"Replace with “{suggestion.text}”" if suggestion.text else "Delete",
                kind=lsp.CodeActionKind.QuickFix,
                diagnostics=[diagnostic(finding, positions)],
                is_preferred=index == 0 and finding.id in safe,
                edit=lsp.WorkspaceEdit(changes={uri: [edit]}),
            )
    found = name_at(checked, start, end) if here else None
    if found and any(f.rule.startswith(("NM", "TM", "TA")) for f in here):
        entity, mention = found
        arguments = [uri, mention.start, mention.end, mention.text]
        admit = f"Add “{mention.text}” to the glossary as admitted"
        yield _decision(admit, ADMIT, arguments)
        if entity.type == "person" and mention.text != entity.preferred:
            yield _decision(f"“{mention.text}” is another person than {entity.preferred}", ANOTHER, arguments)


def _decision(title: str, command: str, arguments: list[object]) -> lsp.Command:
    return lsp.Command(title=title, command=command, arguments=arguments)
