"""Pages of checks, in Markdown that reads well on a terminal; ``docs/checks.md`` is made of the same pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from auditor.checks.base import Check, Example
from auditor.checks.measured import false_alarms
from auditor.packs.mqm import typology
from auditor.report.escape import inline
from auditor.report.languages import language_name
from auditor.report.width import pad, wrap

FAMILIES = {
    "TA": "Translation artifacts",
    "NM": "Names",
    "QT": "Quotes",
    "DT": "Dates and times",
    "NU": "Numbers and units",
    "PV": "Provenance",
    "TM": "Terms",
    "TX": "Text hygiene",
    "GL": "Glossary",
    "AU": "The tool's own notes",
}


def check_of(rule: str) -> Check | None:
    """The check with this id, those against a source included."""
    from auditor.checks.catalogue import find
    from auditor.pairs import checks

    return find(rule) or next((check for check in checks().values() if check.id == rule), None)


def render_rule(check: Check, *, level: int = 1) -> str:
    """What, why bad, examples, use instead, sources, false alarms, limits, status."""
    return "\n".join(_page(check, level)).rstrip() + "\n"


def render_rules(checks: Iterable[Check], width: int = 120) -> str:
    """One line a check: id, name, severity, status, title, which is wrapped where there is no room."""
    listed = sorted(checks, key=lambda c: c.id)
    widest = max((len(c.slug) for c in listed), default=0)
    heads = [f"{c.id}  {pad(c.slug, widest)}  {c.severity:<8}  {c.status:<7}  " for c in listed]
    under = "\n" + " " * max(map(len, heads), default=0)
    rows = [h + under.join(wrap(c.title, width - len(h))) for h, c in zip(heads, listed, strict=True)]
    return "\n".join([*rows, "", f"{len(rows)} checks · auditor rule ID shows one"]) + "\n"


def docs_checks(checks: Sequence[Check]) -> str:
    """``docs/checks.md``: a table of contents by family, then the page of every check."""
    listed = sorted(checks, key=lambda c: c.id)
    lines = ["# Checks", "", "Generated from the checks themselves; do not edit.", ""]
    for family in dict.fromkeys(c.id[:2] for c in listed):
        lines += [f"## {FAMILIES.get(family, family)}", "", "| id | name | severity | status | fault |"]
        lines += ["|---|---|---|---|---|"]
        own = [c for c in listed if c.id[:2] == family]
        lines += [f"| [{c.id}](#{_anchor(c)}) | {c.slug} | {c.severity} | {c.status} | {c.title} |" for c in own]
        lines += [""]
    return "\n".join(lines) + "\n" + "\n".join(render_rule(c, level=2) for c in listed)


def _anchor(check: Check) -> str:
    return f"{check.id}-{check.slug}".lower()


def _page(check: Check, level: int) -> Iterator[str]:
    head = "#" * level
    languages = ", ".join(language_name(code) for code in check.languages) or "all"
    yield f"{head} {check.id} {check.slug}"
    yield ""
    yield f"{check.title}."
    yield ""
    yield f"- severity: {check.severity}"
    yield f"- status: {check.status}" + (" (reported, never moves the exit code)" if check.status == "preview" else "")
    yield f"- error type (MQM): {check.mqm}" + _meaning(check.mqm)
    yield f"- scope: {check.scope} · languages: {languages}"
    yield from _section(head, "Why it misleads", [check.why])
    yield from _examples(head, check.examples)
    yield from _section(head, "False alarms", [false_alarms(check.id) or "Not counted yet."])
    yield from _section(head, "Limits", [*(f"- {x}" for x in check.limits), *_limits(check)])
    yield from _section(head, "Sources", [f"- {x}" for x in (*check.sources, *_styles(check))])
    slug = f'`auditor audit --ignore {check.id} ...`, or `ignore = ["{check.id}"]` in `auditor.toml`'
    yield from _section(head, "To silence it", [slug])


def _styles(check: Check) -> list[str]:
    """For a check of house style, what each shipped style says and where."""
    from auditor.checks.style.house_style import TOPICS
    from auditor.report.styles import sources_of

    kind = {"NM502": "place", "TM501": "term"}.get(check.id)
    return sources_of(TOPICS[check.id], kind) if check.id in TOPICS else []


def _meaning(mqm: str) -> str:
    meaning = typology().types.get(mqm)
    return f", {meaning}" if meaning else ""


def _section(head: str, title: str, lines: list[str]) -> Iterator[str]:
    if any(lines):
        yield from ("", f"{head}# {title}", "", *lines)


def _examples(head: str, examples: tuple[Example, ...]) -> Iterator[str]:
    bad = [e for e in examples if e.kind == "bad"]
    good = [e for e in examples if e.kind == "good"]
    yield from _section(head, "Examples (the words between ⟦ and ⟧ are marked)", [x for e in bad for x in _shown(e)])
    fixed = [f"    {inline(e.fixed)}" for e in bad if e.fixed is not None]
    yield from _section(head, "Use instead", fixed)
    yield from _section(head, "Not a fault", [x for e in good for x in _shown(e)])


def _limits(check: Check) -> list[str]:
    known = [x for e in check.examples if e.kind == "limit" for x in _shown(e)]
    return ["", "Known failures:", "", *known] if known else []


def _shown(example: Example) -> Iterator[str]:
    yield f"    {inline(example.text)}" + (f"    ({example.style})" if example.style else "")
    for sibling in example.siblings:
        yield f"    (beside it: {inline(sibling)})"
