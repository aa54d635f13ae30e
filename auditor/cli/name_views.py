"""What ``auditor names`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.report.escape import inline

if TYPE_CHECKING:
    from auditor.names.types import NameMatch


def as_json(value: Any) -> str:
    """Any record as JSON."""
    from auditor.report.json import encode

    return encode(value) + "\n"


def match(a: str, b: str, found: NameMatch) -> str:
    """The verdict, then the steps that lead from one spelling to the other."""
    score = "no score" if found.score is None else f"{found.score:.2f}"
    lines = [f"{inline(a)} / {inline(b)}   {found.kind}   {score}"]
    lines += [f"  {inline(found.reason)}"] if found.reason else []
    lines += [f"  native form: {inline(found.native)}"] if found.native else []
    for step in found.evidence:
        note = f"   {inline(step.note)}" if step.note else ""
        lines.append(f"  {inline(step.rule)}: {inline(step.before) or '∅'} → {inline(step.after) or '∅'}{note}")
    return "\n".join(lines) + "\n"
