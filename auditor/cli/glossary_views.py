"""What ``auditor glossary`` prints, and the checks on what it is given."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from auditor.glossary.candidate_forms import Form, Quoted
from auditor.glossary.candidates import Candidate
from auditor.glossary.model import Concept, Glossary, GlossaryFile
from auditor.report.escape import inline
from auditor.report.table import TableFormat, write_table
from auditor.report.view import looked_through, plural
from auditor.report.width import fold

if TYPE_CHECKING:
    from auditor.glossary.decisions import Decision
    from auditor.glossary.lint_base import Problem
    from auditor.glossary.store import Loaded
    from auditor.records import Audit

_HEADS = ("id", "type", "text", "lang", "status", "short", "native")


def rows(held: Glossary, lang: str | None, type: str | None, find: str | None) -> list[tuple[str, ...]]:
    """One row a term."""
    wanted = (find or "").casefold()
    found: list[tuple[str, ...]] = []
    for c in held.concepts:
        native = c.native.text if c.native else ""
        names = (c.id, native, *(t.text for t in c.terms))
        if (type and c.type != type) or not any(wanted in name.casefold() for name in names):
            continue
        for t in c.terms:
            if lang is None or t.lang == lang or t.lang.startswith(f"{lang}-"):
                found.append((c.id, c.type, t.text, t.lang, t.status, t.short or "", native))
    return found


def table(found: Sequence[tuple[str, ...]], format: TableFormat, width: int) -> str:
    """The rows, and on the terminal how many."""
    text = write_table(_HEADS, found, format, width)
    if format != "text":
        return text
    concepts = len({row[0] for row in found})
    return text + f"\n{plural(len(found), 'term')} of {plural(concepts, 'concept')}\n"


def concept(loaded: Loaded, shown: Concept, decided: Sequence[Decision]) -> str:
    """One concept as it stands in its file, and the decisions on it."""
    from auditor.glossary.write import block

    index = loaded.file.concept.index(shown)
    head = f"# {inline(str(loaded.path))}:{loaded.lines.concept(index) or 1}\n"
    rows = [f"# decided: {decision(d)}" for d in sorted(decided, key=lambda d: (d.at or "", d.pair))]
    return head + block(shown, index, loaded.lines) + "".join(row + "\n" for row in rows)


def decision(d: Decision) -> str:
    """``"A" and "B": different, Anna, 2026-01-31 (the minister's brother)``."""
    who = [inline(word) for word in (d.by, d.at and d.at[:10]) if word]
    why = f" ({inline(d.why)})" if d.why else ""
    return f'"{inline(d.a)}" and "{inline(d.b)}": ' + ", ".join([d.verdict, *who]) + why


def problems(found: Sequence[Problem], files: Sequence[Loaded], format: TableFormat) -> str:
    """One line a problem; a clean glossary says what was looked at."""
    if format != "text":
        heads = ("path", "line", "severity", "rule", "name", "message", "hint")
        cells = [(p.path, p.line, p.severity, p.rule, p.name, p.message, p.hint or "") for p in found]
        return write_table(heads, cells, format)
    lines = [
        f"{inline(p.path)}:{p.line or 1}: {p.severity} {p.rule} {p.name}: {inline(p.message)}"
        + (f" — {inline(p.hint)}" if p.hint else "")
        for p in found
    ]
    concepts = sum(len(f.file.concept) for f in files)
    terms = sum(len(c.terms) for f in files for c in f.file.concept)
    looked = f"{plural(concepts, 'concept')}, {plural(terms, 'term')} in {plural(len(files), 'file')}"
    safe = sum(p.fixable for p in found)
    mends = f", {safe} that --fix mends" if safe else ""
    tail = f"{plural(len(found), 'problem')}{mends}; {looked}" if found else f"nothing found; looked at {looked}"
    return "\n".join([*lines, tail]) + "\n"


CANDIDATE_FORMATS = ("text", "json", "toml")


def candidates(found: Sequence[Candidate], format: str, audit: Audit, *, every: bool, width: int) -> str:
    """Each candidate with its spellings and its block for a glossary; what was looked at where there is none."""
    from auditor.glossary.write import block

    if format == "json":
        from auditor.report.json import encode

        return encode([msgspec.to_builtins(c) for c in found]) + "\n"
    nothing = f"no candidate; {looked_through(audit)}"
    if not found and audit.entities and not every:
        nothing += "; each has one spelling, or the glossary has them all: --all shows those it lacks"
    if format == "toml":
        return _as_file(found) + ("" if found else f"# {nothing}\n")
    if not found:
        return nothing + "\n"
    shown = [
        fold(_candidate(c), width) + "\n".join(f"    {row}" for row in block(c.concept).splitlines()) for c in found
    ]
    return "\n\n".join([*shown, plural(len(found), "candidate")]) + "\n"


def _as_file(found: Sequence[Candidate]) -> str:
    """A glossary of the new concepts; what known ones lack, as commands in comments."""
    from auditor.glossary.write import canonical

    new = tuple(c.concept for c in found if not c.known)
    text = canonical(GlossaryFile(schema=1, concept=new))
    for c in found:
        for term in c.concept.terms if c.known else ():
            words = (inline(term.text), "--lang", term.lang, "--id", c.concept.id, "--status", term.status)
            text += f"# auditor glossary add {shlex.join(words)}\n"
    return text


def _candidate(c: Candidate) -> str:
    head = f"{inline(c.name)}   {c.concept.type}   {inline(c.reason)}\n"
    head += "".join(f"  ! {inline(text)}\n" for text in c.conflicts)
    for form in c.forms:
        head += f"  {form_line(form)}{'  known' if form.known else ''}\n"
        if not form.known:
            head += "".join(f"      {quoted(q)}\n" for q in form.sentences)
    return head


def form_line(form: Form) -> str:
    """``Lawrow ×2 (de, pl) in 003.txt, score 0.98``."""
    spelt = f" ({', '.join(form.conventions)})" if form.conventions else ""
    where = ", ".join(map(inline, form.articles[:4])) + (" ..." if len(form.articles) > 4 else "")
    sure = f", score {form.score:.2f}" if form.score is not None else ""
    return f"{inline(form.text)} ×{form.count}{spelt} in {where}{sure}"


def quoted(q: Quoted) -> str:
    """``003.txt:31 │ said [Lawrow] on Monday``."""
    text = f"{q.text[: q.start]}[{q.text[q.start : q.end]}]{q.text[q.end :]}"
    return f"{inline(q.article)}:{q.line} │ {inline(text)}"
