"""SARIF 2.1.0 (OASIS): one run, the rules it used with their pages, all findings; silenced ones carry ``suppressions``.

URIs are relative to the working folder (``SRCROOT``); columns are counted in Unicode code points, and lines end as in
the audit, which the run states in ``columnKind`` and ``newlineSequences``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from auditor.checks.base import Check
from auditor.records import IN_COPY, ArticleRecord, Audit, Evidence, Failure, Finding, Suggestion
from auditor.report.escape import inline, uri
from auditor.report.json import encode
from auditor.report.options import DEFAULT, Options
from auditor.report.view import View

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "SRCROOT"
_LEVEL = {"critical": "error", "major": "error", "minor": "warning", "neutral": "note"}
_BREAKS = ["\r\n", "\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"]
Json = dict[str, Any]


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """The whole log; ``options.indent`` spaces a level."""
    text = encode(_Log(View(audit, texts), options).log())
    return (msgspec.json.format(text, indent=options.indent) if options.indent else text) + "\n"


class _Log:
    """One audit on its way to SARIF."""

    def __init__(self, view: View, options: Options) -> None:
        self.view, self.options = view, options
        self.findings = [f for a in view.subjects for f in view.findings.get(a.id, ())]
        self.rules = {rule: index for index, rule in enumerate(sorted({f.rule for f in self.findings}))}
        signed = view.audit.signature.get("silence")
        self.compared = bool(signed and signed.get("baseline"))

    def log(self) -> Json:
        audit = self.view.audit
        run = {
            "tool": {"driver": self._driver()},
            "columnKind": "unicodeCodePoints",
            "newlineSequences": _BREAKS,
            "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that the audit was begun in."}}},
            "artifacts": self._artifacts(),
            "invocations": [self._invocation()],
            "results": [self._result(f) for f in self.findings],
            "properties": {"signature": audit.signature},
        }
        return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}

    def _driver(self) -> Json:
        from auditor.report.rule import check_of

        tool = self.view.audit.tool
        first = {f.rule: f for f in reversed(self.findings)}
        rules = [_rule(check_of(rule), first[rule]) for rule in self.rules]
        return {"name": tool.name, "version": tool.version, "semanticVersion": tool.version, "rules": rules}

    def _location(self, article: ArticleRecord) -> Json:
        path = self.options.path(article)
        if path.startswith("/"):
            return {"uri": "file://" + uri(path)}
        return {"uri": uri(path.removeprefix("./")), "uriBaseId": ROOT}

    def _artifacts(self) -> list[Json]:
        """The files audited, each once: a feed holds several articles."""
        files: dict[str, Json] = {}
        for article in self.view.subjects:
            hashes = {"hashes": {"sha-256": article.sha256}} if article.sha256 else {}
            made = {"location": self._location(article), "roles": ["analysisTarget"], **hashes}
            files.setdefault(self.options.path(article), made)
        return list(files.values())

    def _invocation(self) -> Json:
        failures = self.view.audit.failures
        told = {"toolExecutionNotifications": [_notification(f) for f in failures]} if failures else {}
        return {"executionSuccessful": not failures, **told}

    def _result(self, f: Finding) -> Json:
        article = self.view.articles[f.article]
        place = {"artifactLocation": self._location(article)}
        region = _region(f)
        result: Json = {
            "ruleId": f.rule,
            "ruleIndex": self.rules[f.rule],
            "level": "note" if f.preview else _LEVEL[f.severity],
            "message": {"text": inline(f.message)},
            "locations": [{"physicalLocation": {**place, **({"region": region} if region else {})}}],
            "partialFingerprints": {"auditor/v1": f.fingerprint},
            "properties": {"severity": f.severity, "mqm": f.mqm, "name": f.name, "preview": f.preview},
        }
        if related := list(self._related(f)):
            result["relatedLocations"] = related
        if f.suggestions and region:
            result["fixes"] = [self._fix(s, article, region) for s in f.suggestions]
        if f.suppressed:
            result["suppressions"] = [_suppression(f)]
        if self.compared:
            result["baselineState"] = "unchanged" if f.baseline else "new"
        return result

    def _related(self, f: Finding) -> Iterator[Json]:
        for number, e in enumerate(f.evidence):
            region = self._elsewhere(e)
            if region is not None and e.article is not None:
                place = {"artifactLocation": self._location(self.view.articles[e.article]), "region": region}
                yield {"id": number, "message": {"text": inline(e.text)}, "physicalLocation": place}

    def _elsewhere(self, e: Evidence) -> Json | None:
        """The region of words that evidence points to, where their text is at hand."""
        if e.article is None or e.start is None or e.article not in self.view.texts:
            return None
        if e.article not in self.view.articles or (e.end or 0) <= e.start:
            return None
        index = self.view.lines(e.article).index
        (line, column), (end_line, end_column) = index.locate(e.start), index.locate(e.end or e.start)
        return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}

    def _fix(self, suggestion: Suggestion, article: ArticleRecord, region: Json) -> Json:
        deleted = {key: value for key, value in region.items() if key != "snippet"}
        change = {"deletedRegion": deleted, "insertedContent": {"text": suggestion.text}}
        where = {"artifactLocation": self._location(article), "replacements": [change]}
        return {"description": {"text": f"{suggestion.safety} replacement"}, "artifactChanges": [where]}


def _region(f: Finding) -> Json | None:
    """Where the finding stands; None for a whole article."""
    if f.end <= f.start:
        return None
    return {
        "startLine": f.line,
        "startColumn": f.column,
        "endLine": f.end_line,
        "endColumn": f.end_column,
        "charOffset": f.start,
        "charLength": f.end - f.start,
        "snippet": {"text": f.match},
    }


def _rule(check: Check | None, finding: Finding) -> Json:
    """The descriptor of a rule, with its page as help; a rule that this version does not know has its name only."""
    from auditor.report.rule import render_rule

    rule: Json = {"id": finding.rule, "name": finding.name}
    if check is None:
        return rule
    return rule | {
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.why},
        "help": {"text": render_rule(check), "markdown": render_rule(check)},
        "defaultConfiguration": {"level": "note" if check.status == "preview" else _LEVEL[check.severity]},
        "properties": {"mqm": check.mqm, "status": check.status, "tags": [check.mqm.split("/")[0]]},
    }


def _suppression(f: Finding) -> Json:
    held = f.suppressed
    if held is None:
        return {}
    kind = "inSource" if held.by == IN_COPY else "external"
    more = {key: value for key, value in (("by", held.by), ("until", held.until)) if value}
    return {
        "kind": kind,
        "status": "accepted",
        "justification": inline(held.reason),
        **({"properties": more} if more else {}),
    }


def _notification(failure: Failure) -> Json:
    text = f"{inline(failure.path)}: {inline(failure.message)}"
    return {"level": "error", "message": {"text": text}, "descriptor": {"id": inline(failure.kind)}}
