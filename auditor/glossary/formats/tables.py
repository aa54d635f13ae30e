"""CSV and TSV: one row a term, every field a column; and tables with one column a language."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from auditor.glossary.formats.base import Losses, Maker, Read, Wanted, Written, lang_tag, one_preferred, text_of
from auditor.glossary.ids import kind_of, slug
from auditor.glossary.model import CHOICES, Concept, ConceptType, Native, Term
from auditor.glossary.tags import problem_of_tag
from auditor.packs.nearest import did_you_mean

_TERM = ("text", "lang", "status", "short", "convention", "match", "case", "use", "note", "since", "until")
_CONCEPT = ("native", "native_lang", "never", "refs", "concept_note")
COLUMNS = ("id", "type", *_TERM, *_CONCEPT)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ROW = 1_000_000  # characters of one cell


def write_csv(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """RFC 4180."""
    return _write(concepts, wanted, ",")


def write_tsv(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """Tab-separated, quoted where it must be."""
    return _write(concepts, wanted, "\t")


def _write(concepts: Sequence[Concept], wanted: Wanted, delimiter: str) -> Written:
    losses = Losses()
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for concept in concepts:
        losses.unheld(concept, ("native", "never", "refs", "note", *_TERM))
        of_concept = [
            concept.native.text if concept.native else "",
            concept.native.lang if concept.native else "",
            " ".join(concept.never),
            " ".join(concept.refs),
            concept.note or "",
        ]
        for term in concept.terms:
            if wanted.takes(term.lang):
                cells = [concept.id, concept.type, *(getattr(term, key) or "" for key in _TERM), *of_concept]
                rows.writerow([_defused(cell) for cell in cells])
    return Written(out.getvalue(), losses.all())


def _defused(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula; an apostrophe in front says that it is text."""
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].startswith((*_FORMULA, "'")) else cell


def read_csv(data: bytes, wanted: Wanted) -> Read:
    """A table with the columns written here, or with one column a language (``en``, ``de`` ...).

    Semicolons are taken as separators where the head has them and no comma.
    """
    text = text_of(data, wanted)
    head = text.split("\n", 1)[0]
    return _read(text, wanted, ";" if ";" in head and "," not in head else ",")


def read_tsv(data: bytes, wanted: Wanted) -> Read:
    """The same with tabs."""
    return _read(text_of(data, wanted), wanted, "\t")


def _read(text: str, wanted: Wanted, delimiter: str) -> Read:
    csv.field_size_limit(_ROW)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        heads = [head.strip() for head in next(rows, [])]
        if "text" in heads and "lang" in heads:
            return _terms(rows, heads, wanted)
        langs = {k: lang_tag(head) for k, head in enumerate(heads) if head and not problem_of_tag(lang_tag(head))}
        if len(langs) > 1:
            return _columns(rows, heads, langs, wanted)
        hint = f"columns {', '.join(COLUMNS)}, or one a language: en, de, fr"
        wanted.fail("the first line names no columns of terms", line=1, hint=hint)
    except csv.Error as exc:
        wanted.fail(f"not a table: {exc}", line=rows.line_num)


def _terms(rows: Any, heads: Sequence[str], wanted: Wanted) -> Read:
    losses, maker = Losses(), Maker()
    found: dict[str, list[dict[str, str]]] = {}
    for unknown in sorted(set(heads) - set(COLUMNS) - {""}):
        losses.add("columns that are not known", unknown)
    for row in rows:
        cells = {h: _plain(c).strip() for h, c in zip(heads, row, strict=False)}
        if not cells.get("text") or not wanted.takes(lang_tag(cells.get("lang", ""))):
            continue
        cells["lang"] = _checked(cells, wanted, rows.line_num)
        if bool(cells.get("native") or cells.get("native_lang")) != _has_native(cells):
            losses.add("native names without their language, or languages without a name", cells["text"])
        key = cells.get("id") or f"\0{len(found)}"
        found.setdefault(key, []).append(cells)
    concepts = [_concept(key, cells, maker, wanted) for key, cells in found.items()]
    return Read(tuple(concepts), losses.all())


def _checked(cells: Mapping[str, str], wanted: Wanted, line: int) -> str:
    for key, valid in CHOICES.items():
        if cells.get(key) and cells[key] not in valid:
            wanted.fail(f"{key}: no such value {cells[key]!r}", line, did_you_mean(cells[key], valid))
    lang = lang_tag(cells.get("lang", ""))
    if not lang or (hint := problem_of_tag(lang)):
        wanted.fail(f"lang: {cells.get('lang', '')!r} is not a language tag of BCP 47", line, hint if lang else None)
    return lang


def _concept(key: str, rows: Sequence[Mapping[str, str]], maker: Maker, wanted: Wanted) -> Concept:
    first = rows[0]
    kind: ConceptType = first.get("type") or kind_of(slug(key)) or wanted.kind  # type: ignore[assignment]
    terms = [msgspec.convert({k: row[k] for k in _TERM if row.get(k)}, Term) for row in rows]
    native = Native(text=first["native"], lang=first["native_lang"]) if _has_native(first) else None
    return Concept(
        id=maker.id_free(slug(key)) if not key.startswith("\0") and slug(key) else maker.id(kind, terms[0].text),
        type=kind,
        native=native,
        terms=one_preferred(terms),
        never=tuple(first.get("never", "").split()),
        refs=tuple(first.get("refs", "").split()),
        note=first.get("concept_note") or None,
    )


def _has_native(row: Mapping[str, str]) -> bool:
    return bool(row.get("native") and row.get("native_lang"))


def _columns(rows: Any, heads: Sequence[str], langs: Mapping[int, str], wanted: Wanted) -> Read:
    """One concept a row; several forms in a cell are parted by ``|``, the first is preferred."""
    losses, maker = Losses(), Maker()
    for k, head in enumerate(heads):
        if head and k not in langs and head not in ("id", "type", "note"):
            losses.add("columns that are not known", head)
    made: list[Concept] = []
    for row in rows:
        terms = one_preferred(_cells(row, langs, wanted))
        named = dict(zip(heads, row, strict=False))
        if terms:
            id = slug(named.get("id", ""))
            kind = kind_of(id) or wanted.kind
            made.append(
                Concept(
                    id=maker.id_free(id) if id else maker.id(kind, terms[0].text),
                    type=kind,
                    terms=terms,
                    note=named.get("note", "").strip() or None,
                )
            )
    return Read(tuple(made), losses.all())


def _cells(row: Sequence[str], langs: Mapping[int, str], wanted: Wanted) -> Iterator[Term]:
    for k, lang in langs.items():
        for text in _plain(row[k]).split("|") if k < len(row) and wanted.takes(lang) else ():
            if text.strip():
                yield Term(text=text.strip(), lang=lang)
