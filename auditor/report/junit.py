"""JUnit XML: a suite an article, a case a finding, so that a CI server lists them among its tests."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Mapping

from auditor.records import ArticleRecord, Audit, Finding
from auditor.report.escape import inline
from auditor.report.options import DEFAULT, Options
from auditor.report.terminal import evidence_words, looked_at
from auditor.report.view import View


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """What stops the copy fails, other findings pass with their message, silenced ones are skipped."""
    view = View(audit, texts)
    root = ET.Element("testsuites", name="auditor")
    for article in view.subjects:
        _suite(root, view, article, options)
    for failure in audit.failures:
        suite = ET.SubElement(root, "testsuite", name=inline(failure.path), tests="1", failures="0", errors="1")
        case = ET.SubElement(suite, "testcase", name=inline(failure.stage), classname=inline(failure.path))
        ET.SubElement(case, "error", type=inline(failure.kind), message=inline(failure.message))
    suites = root.findall("testsuite")
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in suites)))
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _suite(root: ET.Element, view: View, article: ArticleRecord, options: Options) -> None:
    findings = view.findings.get(article.id, [])
    path = inline(options.path(article))
    suite = ET.SubElement(root, "testsuite", name=path, tests=str(max(1, len(findings))), errors="0")
    suite.set("failures", str(sum(options.stops(f) for f in findings)))
    suite.set("skipped", str(sum(f.suppressed is not None or f.baseline for f in findings)))
    for f in findings:
        _case(suite, view, f, path, options)
    if not findings:
        case = ET.SubElement(suite, "testcase", name="nothing found", classname=path)
        ET.SubElement(case, "system-out").text = f"looked at {looked_at(view, article)}"


def _case(suite: ET.Element, view: View, f: Finding, path: str, options: Options) -> None:
    name = f"{f.line}:{f.column} {f.severity} {f.rule} {f.name}"
    case = ET.SubElement(suite, "testcase", name=name, classname=path, file=path, line=str(f.line))
    message = inline(f.message)
    if f.suppressed or f.baseline:
        reason = inline(f.suppressed.reason) if f.suppressed else "in the baseline"
        ET.SubElement(case, "skipped", message=f"{message} ({reason})")
        return
    details = "\n".join([f"{path}:{f.line}:{f.column}: {message}", *(evidence_words(view, e, f) for e in f.evidence)])
    if options.stops(f):
        ET.SubElement(case, "failure", type=f"{f.severity} {f.rule}", message=message).text = details
    else:
        ET.SubElement(case, "system-out").text = details
