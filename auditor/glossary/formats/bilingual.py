"""TMX and XLIFF: short segments and their translations as candidates; TMX is written, too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from auditor.glossary.formats import xml
from auditor.glossary.formats.base import Losses, Maker, Read, Wanted, Written, best, lang_tag
from auditor.glossary.model import Concept, Term
from auditor.glossary.tags import problem_of_tag

if TYPE_CHECKING:
    from lxml.etree import _Element

WORDS = 5  # a segment of more words is a sentence, not a term
_ENDS = (".", "!", "?", ":", ";", "…", "。")
_TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="auditor" creationtoolversion="1" segtype="phrase" o-tmf="auditor" adminlang="en" \
srclang="{lang}" datatype="plaintext"/>
<body>
"""


def read_tmx(data: bytes, wanted: Wanted) -> Read:
    """Each translation unit whose segments are short is a concept with candidates."""
    losses, made = Losses(), _Candidates(wanted)
    for _, unit in xml.entries(data, wanted, frozenset(("tu",))):
        rows = [
            (lang_tag(v.get(xml.LANG) or v.get("lang") or ""), xml.words(next(xml.children(v, "seg"), None)))
            for v in xml.children(unit, "tuv")
        ]
        made.add(rows, losses)
    return Read(made.concepts(), losses.all())


def read_xliff(data: bytes, wanted: Wanted) -> Read:
    """XLIFF 1.2 and 2.x: source and target of each unit, in the languages of the file."""
    losses, made = Losses(), _Candidates(wanted)
    names = frozenset(("trans-unit", "segment"))
    for _, unit in xml.entries(data, wanted, names):
        langs = _file_languages(unit)
        sides = [next(xml.children(unit, name), None) for name in ("source", "target")]
        rows = [(lang_tag(lang), xml.words(side)) for lang, side in zip(langs, sides, strict=True)]
        made.add([row for row, side in zip(rows, sides, strict=True) if side is not None], losses)
    return Read(made.concepts(), losses.all())


def _file_languages(unit: _Element) -> tuple[str, str]:
    for above in unit.iterancestors():
        for source, target in (("source-language", "target-language"), ("srcLang", "trgLang")):
            if above.get(source):
                return above.get(source) or "", above.get(target) or ""
    return "", ""


class _Candidates:
    """Pairs as concepts, each once."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted, self._found = wanted, dict[tuple[tuple[str, str], ...], None]()

    def add(self, rows: Sequence[tuple[str, str]], losses: Losses) -> None:
        """A unit: language and text of each side."""
        whole = [(lang, text) for lang, text in rows if text and self._wanted.takes(lang)]
        sample = rows[0][1][:60] if rows else "(empty)"
        bad = next((lang for lang, _ in whole if not lang or problem_of_tag(lang)), None)
        if bad is not None:
            losses.add("languages that are no BCP 47 tags", bad or "(none)")
        elif len(whole) < 2:
            losses.add("units without a translation", sample)
        elif any(len(text.split()) > WORDS or text.endswith(_ENDS) for _, text in whole):
            losses.add("sentences, which are no terms", sample)
        else:
            self._found[tuple(dict.fromkeys(whole))] = None

    def concepts(self) -> tuple[Concept, ...]:
        """One a unit, its terms candidates to decide on."""
        maker, kind = Maker(), self._wanted.kind
        return tuple(
            Concept(
                id=maker.id(kind, rows[0][1]),
                type=kind,
                terms=tuple(Term(text=text, lang=lang, status="candidate") for lang, text in rows),
            )
            for rows in self._found
        )


def write_tmx(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """TMX 1.4: one unit a concept with the form to use in each language."""
    losses = Losses()
    parts = [_TMX.format(lang=wanted.source or "*all*")]
    for concept in concepts:
        losses.unheld(concept, ())
        langs = sorted({t.lang for t in concept.terms if wanted.takes(t.lang)})
        rows = [(lang, form) for lang in langs if (form := best(concept, lang))]
        for term in concept.terms:
            if wanted.takes(term.lang) and (term.lang, term.text) not in rows:
                losses.add("forms that are not the preferred one", term.text)
        if len(rows) < 2:
            losses.add("concepts in one language only", concept.id)
            continue
        parts.append(f"<tu tuid={xml.attribute(concept.id)}>\n")
        parts += [f"<tuv xml:lang={xml.attribute(lang)}><seg>{xml.text(form)}</seg></tuv>\n" for lang, form in rows]
        parts.append("</tu>\n")
    return Written("".join(parts) + "</body>\n</tmx>\n", losses.all())
