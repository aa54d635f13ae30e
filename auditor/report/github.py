"""Workflow commands of GitHub Actions: annotations on the lines of a change, the worst first.

GitHub shows ten of each level for a step, so the order matters. Text of articles cannot end a command or begin one.
"""

from __future__ import annotations

from collections.abc import Mapping

from auditor.records import ArticleRecord, Audit, Finding
from auditor.report.escape import inline
from auditor.report.options import DEFAULT, Options
from auditor.report.view import View, severity_key

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """One command a live finding or failure; empty where there are none."""
    view = View(audit, texts)
    rows = [f"::error file={_property(f.path)},title=not done::{_data(f.message)}" for f in audit.failures]
    live = [(severity_key(f), a, f) for a in view.subjects for f in view.live(a.id)]
    ordered = sorted(live, key=lambda item: (not options.stops(item[2]), item[0]))
    rows += [_command(a, f, options) for _, a, f in ordered]
    return "".join(f"{row}\n" for row in rows)


def _command(article: ArticleRecord, f: Finding, options: Options) -> str:
    level = "error" if options.stops(f) else "notice" if f.preview or f.severity == "neutral" else "warning"
    place = {"file": options.path(article), "line": str(f.line)}
    if f.end > f.start:
        place["endLine"] = str(f.end_line)
        if f.line == f.end_line:
            place |= {"col": str(f.column), "endColumn": str(max(f.column, f.end_column - 1))}
    place["title"] = f"{f.rule} {f.name}"
    said = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    fix = f"; suggestion: {f.suggestions[0].text}" if f.suggestions and f.suggestions[0].text else ""
    return f"::{level} {said}::{_data(f.message + fix)}"


def _data(text: str) -> str:
    return _inert(text).translate(_DATA)


def _property(text: str) -> str:
    return _inert(text).translate(_PROPERTY)


def _inert(text: str) -> str:
    """The text without the older form of a command, which may stand anywhere in a line: ``##[name]``."""
    return inline(text).replace("##[", "[U+0023]#[")
