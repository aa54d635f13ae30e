"""OmegaT glossaries and UTX: text with two languages in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.glossary.formats.base import GOOD, Losses, Maker, Read, Wanted, Written, lang_tag, one_preferred, text_of
from auditor.glossary.ids import kind_of, slug
from auditor.glossary.model import Concept, Status, Term
from auditor.glossary.tags import problem_of_tag

_UTX_STATUS: dict[Status, str] = {
    "preferred": "approved", "admitted": "non-standard", "candidate": "provisional", "deprecated": "obsolete",
    "forbidden": "forbidden", "misspelling": "forbidden", "untranslatable": "approved",
}  # fmt: skip
_FROM_UTX: dict[str, Status] = {
    "approved": "preferred", "non-standard": "admitted", "provisional": "candidate", "obsolete": "deprecated",
    "forbidden": "forbidden", "rejected": "forbidden",
}  # fmt: skip
_UTX_HEAD = ("src", "tgt", "src:pos", "term status", "concept ID", "comment")
_BREAKS = re.compile(r"[\t\r\n]+")
_LINE_END = re.compile(r"\r\n|[\r\n]")


def write_omegat(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """Source, target, comment; UTF-8. What the glossary advises against is left out: OmegaT would offer it."""
    source, target = wanted.two()
    losses = Losses()
    rows = [
        f"{_cell(s.text)}\t{_cell(t.text)}\t{_cell(t.note or concept.note or '')}".rstrip("\t")
        for concept, s, t in _pairs(concepts, source, target, losses)
        if s.status in GOOD and t.status in GOOD
    ]
    return Written("".join(row + "\n" for row in rows), losses.all())


def _pairs(
    concepts: Sequence[Concept], source: str, target: str, losses: Losses
) -> Iterator[tuple[Concept, Term, Term]]:
    """Each form of the source language with each of the target language; counts what two columns cannot hold."""
    for concept in concepts:
        losses.unheld(concept, ("note", "term note"))
        sides = [[t for t in concept.terms if t.lang == lang] for lang in (source, target)]
        for term in concept.terms:
            if term.lang not in (source, target):
                losses.add("terms of other languages", f"{term.text} ({term.lang})")
        if not all(sides):
            losses.add(f"concepts without a form in {source if not sides[0] else target}", concept.id)
        yield from ((concept, s, t) for s in sides[0] for t in sides[1])


def _cell(text: str) -> str:
    """No tabs or line breaks, and no `#` in front, which would make a comment of it."""
    flat = _BREAKS.sub(" ", text)
    return f" {flat}" if flat.startswith("#") else flat


def _lines(data: bytes, wanted: Wanted) -> list[str]:
    """The rows; a break of another kind (U+2028, U+0085) stays in its cell."""
    return _LINE_END.split(text_of(data, wanted))


def read_omegat(data: bytes, wanted: Wanted) -> Read:
    """Lines of source, target and comment; rows of one source are one concept, targets behind the first admitted."""
    source, target = wanted.two()
    losses = Losses()
    found: dict[str, list[tuple[str, str]]] = {}
    for number, line in enumerate(_lines(data, wanted), 1):
        if line.startswith("#") or not line.strip():
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) < 2 or not cells[0] or not cells[1]:
            losses.add("lines without two columns", f"line {number}")
            continue
        found.setdefault(cells[0], []).append((cells[1], cells[2] if len(cells) > 2 else ""))
    maker = Maker()
    made = [
        Concept(
            id=maker.id(wanted.kind, text),
            type=wanted.kind,
            terms=one_preferred(
                [Term(text=text, lang=source), *(Term(text=t, lang=target, note=n or None) for t, n in rows)]
            ),
        )
        for text, rows in found.items()
    ]
    return Read(tuple(made), losses.all())


def write_utx(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """UTX 1.11: source and target language, the status of the source form, the concept's id."""
    source, target = wanted.two()
    losses = Losses()
    rows = [f"#UTX 1.11; {source}/{target}; {wanted.date}T00:00:00Z", "#" + "\t".join(_UTX_HEAD)]
    for concept, s, t in _pairs(concepts, source, target, losses):
        if t.status not in GOOD:
            losses.add("target forms that are advised against", t.text)
            continue
        if s.status in ("misspelling", "untranslatable"):
            losses.add(f"status {s.status} (written as {_UTX_STATUS[s.status]})", s.text)
        pos = "properNoun" if concept.type not in ("term", "title") else "noun"
        cells = (s.text, t.text, pos, _UTX_STATUS[s.status], concept.id, s.note or concept.note or "")
        rows.append("\t".join(map(_cell, cells)))
    return Written("".join(row + "\r\n" for row in rows), losses.all())


def read_utx(data: bytes, wanted: Wanted) -> Read:
    """Any UTX from 1.00 on: languages from the first line, columns from the last of the head."""
    lines = _lines(data, wanted)
    head = [line for line in lines if line.startswith("#")]
    tags = re.match(r"#UTX[^;]*;\s*([\w-]+)\s*/\s*([\w-]+)", head[0]) if head else None
    if tags is None or len(head) < 2:
        wanted.fail("not UTX", line=1, hint="the first line is: #UTX 1.11; en/de; 2024-01-31")
    source, target = (lang_tag(tag) for tag in tags.groups())
    for tag in (source, target):
        if hint := problem_of_tag(tag):
            wanted.fail(f"{tag!r} is not a language tag of BCP 47", line=1, hint=hint)
    last = max(number for number, line in enumerate(lines) if line.startswith("#"))
    columns = [cell.strip() for cell in head[-1].lstrip("#").split("\t")]
    losses = Losses()
    for column in sorted(set(columns) - set(_UTX_HEAD) - {"tgt:pos", ""}):
        losses.add("columns that are not known", column)
    found: dict[str, list[dict[str, str]]] = {}
    for number, line in enumerate(lines[last + 1 :], last + 2):
        cells = dict(zip(columns, (cell.strip() for cell in line.split("\t")), strict=False))
        if cells.get("src") and cells.get("tgt"):
            found.setdefault(cells.get("concept ID") or cells["src"], []).append(cells)
        elif line.strip():
            losses.add("lines without two columns", f"line {number}")
    maker = Maker()
    made = [_utx_concept(key, rows, source, target, maker, wanted) for key, rows in found.items()]
    return Read(tuple(made), losses.all())


def _utx_concept(
    key: str, rows: Sequence[dict[str, str]], source: str, target: str, maker: Maker, wanted: Wanted
) -> Concept:
    terms: list[Term] = []
    for row in rows:
        status = _FROM_UTX.get(row.get("term status", "").lower(), "preferred")
        terms.append(Term(text=row["src"], lang=source, status=status, note=row.get("comment") or None))
    terms += [Term(text=row["tgt"], lang=target) for row in rows]
    id = slug(key) if "concept ID" in rows[0] and rows[0]["concept ID"] else ""
    kind = kind_of(id) or wanted.kind
    return Concept(id=maker.id_free(id) if id else maker.id(kind, key), type=kind, terms=one_preferred(terms))
