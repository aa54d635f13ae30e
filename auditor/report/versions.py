"""``auditor diff``: two versions of copy side by side, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from auditor.drift.changes import SUBJECTS, Change
from auditor.drift.side import Side
from auditor.drift.versions import Version
from auditor.records import AXES, ArticleRecord, Finding
from auditor.report.ansi import Paint, painter
from auditor.report.escape import inline
from auditor.report.json import encode
from auditor.report.options import DEFAULT, Options
from auditor.report.table import Cell, TableFormat, write_table
from auditor.report.view import View, looked_through, plural
from auditor.report.width import clip_right, wrap
from auditor.report.wording import ONLY_HERE, ONLY_THERE, marked, word_diff

HEADS = ("article", "subject", "change", "before", "after", "old line", "new line", "note")
_SIGNS = {"added": ("+", "good"), "dropped": ("-", "major"), "changed": ("~", "minor")}


def render(
    old: Side, new: Side, found: Sequence[Version], format: TableFormat = "text", options: Options = DEFAULT
) -> str:
    """The versions in one of the formats; ends with a line break."""
    views = View(old.audit, old.texts), View(new.audit, new.texts)
    if format == "json":
        return _json(views, found)
    if format != "text":
        rows = [row for v in found for row in _rows(views, v)]
        return write_table(HEADS, rows, format, options.width)
    paint = painter(options.color)
    shown = [v for v in found if len(found) == 1 or differs(v)]
    blocks = ["\n".join(_article(views, v, paint, options.width)) for v in shown]
    return "\n\n".join([*blocks, _tally(views, found)]) + "\n"


def differs(version: Version) -> bool:
    """True where anything is to be told of the article."""
    return not (version.old and version.new) or bool(version.changes or version.fresh or version.gone)


def path(version: Version) -> str:
    """The article's path in the new audit, else in the old one."""
    article = version.new or version.old
    return article.path if article else ""


def _tally(views: tuple[View, View], found: Sequence[Version]) -> str:
    changes = sum(len(v.changes) for v in found)
    fresh, gone = sum(len(v.fresh) for v in found), sum(len(v.gone) for v in found)
    if not changes and not fresh and not gone:
        return f"no difference; {looked_through(views[1].audit)}"
    return (
        f"{plural(len(found), 'article')} · {plural(changes, 'change')} · {plural(fresh, 'new finding')}, {gone} gone"
    )


def _article(views: tuple[View, View], version: Version, paint: Paint, width: int) -> Iterator[str]:
    old, new = version.old, version.new
    name = path(version) if not (old and new) or old.path == new.path else f"{old.path} → {new.path}"
    found = plural(len(version.fresh or version.gone), "finding")
    state = "" if old and new else f"  only in the {'new' if new else 'old'} audit, {found}"
    yield paint(clip_right(inline(name), width - len(state)), "bold") + state
    if not (old and new):
        return
    yield from (f"  {row}" for row in wrap(_drift(old, new), width - 2))
    for subject in SUBJECTS:
        own = [c for c in version.changes if c.subject == subject]
        if own:
            yield "  " + paint(subject, "rule")
            for change in own:
                yield from _change(views, version, change, paint, width)
    if version.fresh or version.gone:
        yield "  " + paint("findings", "rule")
    for sign, role, findings in (("+ new ", "major", version.fresh), ("- gone", "good", version.gone)):
        for f in findings:
            yield from _finding(f, paint(sign, role), paint, width)


def _drift(old: ArticleRecord, new: ArticleRecord) -> str:
    """``drift 41 → 23   names 62 → 10``: the total, and the axes that moved."""
    moved = [f"{axis} {a} → {b}" for axis in AXES if (a := _score(old, axis)) != (b := _score(new, axis))]
    total = _number(old.drift.score), _number(new.drift.score)
    head = f"drift {total[0]} → {total[1]}" if total[0] != total[1] or moved else f"drift {total[0]}, as before"
    return head + ("   " + " · ".join(moved) if moved else "")


def _score(article: ArticleRecord, axis: str) -> str:
    held = article.drift.axes.get(axis)
    return _number(held.score if held else None)


def _number(score: float | None) -> str:
    return "–" if score is None else f"{score:.0f}"


def _change(views: tuple[View, View], version: Version, change: Change, paint: Paint, width: int) -> Iterator[str]:
    sign, role = _SIGNS[change.how]
    note = f"{inline(change.note)}: " if change.note and change.subject != "quotes" else ""
    at = _at(views, version, change)
    if change.subject == "quotes":
        yield f"    {paint(sign, role)} {paint(inline(change.note or 'speaker not named') + at, 'dim')}"
        yield from _wording(change, paint, width)
        return
    words = " → ".join(inline(w) for w in (change.before, change.after) if w is not None)
    rows = wrap(f"{note}{words}", width - 6 - len(at)) if width - len(at) > 26 else [clip_right(note + words, 20)]
    yield f"    {paint(sign, role)} {rows[0]}{paint(at, 'dim')}"
    yield from (f"      {row}" for row in rows[1:])


def _wording(change: Change, paint: Paint, width: int) -> Iterator[str]:
    """Both wordings with the words that differ, or the one there is."""
    before, after = change.before, change.after
    if before is not None and after is not None:
        parts = word_diff(before, after)
        rows = [*marked(parts[0], ONLY_HERE, paint, "major", width - 8), ""]
        rows += marked(parts[1], ONLY_THERE, paint, "good", width - 8)
    else:
        rows = wrap(inline(before or after or ""), width - 8)
    yield from (f"      {row}" for row in rows if row)


def _at(views: tuple[View, View], version: Version, change: Change) -> str:
    numbers = _lines(views, version, change)
    known = [str(n) for n in dict.fromkeys(numbers) if n is not None]
    return f"  line {' → '.join(known)}" if known else ""


def _lines(views: tuple[View, View], version: Version, change: Change) -> tuple[int | None, int | None]:
    sides = ((views[0], version.old, change.old_at), (views[1], version.new, change.new_at))
    a, b = (view.line(article.id, at) if article and at is not None else None for view, article, at in sides)
    return a, b


def _finding(f: Finding, sign: str, paint: Paint, width: int) -> Iterator[str]:
    head = f"    {sign} {f.line}:{f.column} {paint(f.severity, f.severity)} {f.rule} {f.name}"
    yield head + (" (preview)" if f.preview else "")
    yield from (f"           {row}" for row in wrap(clip_right(inline(f.message), 300), width - 11))


def _rows(views: tuple[View, View], version: Version) -> Iterator[tuple[Cell, ...]]:
    name = path(version)
    for c in version.changes:
        lines = ("" if n is None else n for n in _lines(views, version, c))
        yield (name, c.subject, c.how, c.before or "", c.after or "", *lines, c.note or "")
    for f in version.fresh:
        yield (name, "findings", "added", "", f.match, "", f.line, f"{f.severity} {f.rule} {f.name}: {f.message}")
    for f in version.gone:
        yield (name, "findings", "dropped", f.match, "", f.line, "", f"{f.severity} {f.rule} {f.name}: {f.message}")


def _json(views: tuple[View, View], found: Sequence[Version]) -> str:
    """``{articles: [{old, new, drift, changes, findings: {new, gone}}]}``; findings as audit.json has them."""
    articles = []
    for v in found:
        changes = []
        for c in v.changes:
            before, after = _lines(views, v, c)
            changes.append(msgspec.structs.asdict(c) | {"old_line": before, "new_line": after})
        drift = {side: _scores(article) for side, article in (("old", v.old), ("new", v.new))}
        paths = {"old": v.old.path if v.old else None, "new": v.new.path if v.new else None}
        articles.append(paths | {"drift": drift, "changes": changes, "findings": {"new": v.fresh, "gone": v.gone}})
    return msgspec.json.format(encode({"articles": articles}), indent=2) + "\n"


def _scores(article: ArticleRecord | None) -> dict[str, float | None] | None:
    if article is None:
        return None
    return {"score": article.drift.score, **{axis: held.score for axis, held in sorted(article.drift.axes.items())}}
