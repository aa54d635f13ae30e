"""TBX: TBX-Basic of version 2 (``martif``) and ISO 30042:2019 in its dialects Core, Min and Basic, style DCA.

Both are read whatever their dialect, in style DCA or DCT. Data categories: DatCatInfo by way of tbxinfo.net.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, get_args

import msgspec

from auditor.glossary.bad_forms import BAD
from auditor.glossary.formats import xml
from auditor.glossary.formats.base import Losses, Maker, Read, Wanted, Written, lang_tag, one_preferred
from auditor.glossary.ids import kind_of, slug
from auditor.glossary.model import Concept, ConceptType, Native, Status, Term
from auditor.glossary.tags import problem_of_tag

if TYPE_CHECKING:
    from lxml.etree import _Element

_STATUS: dict[Status, str] = {
    "preferred": "preferredTerm-admn-sts", "admitted": "admittedTerm-admn-sts",
    "deprecated": "supersededTerm-admn-sts", "forbidden": "deprecatedTerm-admn-sts",
    "misspelling": "deprecatedTerm-admn-sts",
}  # fmt: skip
_FROM: dict[str, Status] = {
    "preferredterm": "preferred", "admittedterm": "admitted", "supersededterm": "deprecated",
    "deprecatedterm": "forbidden", "preferred": "preferred", "admitted": "admitted", "superseded": "deprecated",
    "deprecated": "forbidden", "notrecommended": "deprecated", "obsolete": "deprecated", "forbidden": "forbidden",
}  # fmt: skip
_SHORT = ("abbreviation", "acronym", "initialism", "shortform")
_NATIVE = "native name"
_UNHELD = frozenset(("partOfSpeech", "grammaticalGender", "grammaticalNumber", "geographicalUsage"))
_V2_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="{lang}">
<martifHeader><fileDesc><sourceDesc><p>auditor glossary</p></sourceDesc></fileDesc>
<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>
<text><body>
"""
_V3_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-{dialect}" style="dca" xml:lang="{lang}" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>auditor glossary</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
_NAMES = {  # version -> entry, language, term
    2: ("termEntry", "langSet", "tig"),
    3: ("conceptEntry", "langSec", "termSec"),
}


def write_v2(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """TBX-Basic, version 2."""
    return _write(concepts, wanted, 2, "basic")


def write_core(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """ISO 30042:2019, TBX-Core: terms and notes only."""
    return _write(concepts, wanted, 3, "core")


def write_min(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """ISO 30042:2019, TBX-Min: with the subject field and the status of terms."""
    return _write(concepts, wanted, 3, "min")


def write_basic(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """ISO 30042:2019, TBX-Basic: with types of terms and references to other collections, too."""
    return _write(concepts, wanted, 3, "basic")


def _write(concepts: Sequence[Concept], wanted: Wanted, version: int, dialect: str) -> Written:
    losses = Losses()
    lang = wanted.source or "en"
    head = _V2_HEAD if version == 2 else _V3_HEAD
    parts = [head.format(lang=lang, dialect=dialect.title())]
    parts += [_entry(concept, wanted, version, dialect, losses) for concept in concepts]
    parts.append("</body></text>\n" + ("</martif>\n" if version == 2 else "</tbx>\n"))
    return Written("".join(parts), losses.all())


def _entry(concept: Concept, wanted: Wanted, version: int, dialect: str, losses: Losses) -> str:
    entry, language, term_name = _NAMES[version]
    basic = dialect == "basic"
    losses.unheld(concept, ("note", "term note", *(("refs", "short", "native") if basic else ())))
    if dialect == "core":
        losses.add("types of concepts", concept.id)
    rows = [f"<{entry} id={xml.attribute(xml.xml_id(concept.id))}>\n"]
    if dialect != "core":
        rows.append(f'<descrip type="subjectField">{concept.type}</descrip>\n')
    if basic:
        rows += [
            f'<xref type="externalCrossReference" target={xml.attribute(r)}>{xml.text(r)}</xref>\n'
            for r in concept.refs
        ]
    rows += [f"<note>{xml.text(concept.note)}</note>\n"] if concept.note else []
    for lang, parts in _by_language(concept, wanted, basic, losses if dialect == "core" else None):
        rows.append(f"<{language} xml:lang={xml.attribute(lang)}>\n")
        rows += [_term(term, kind, term_name, dialect, losses) for term, kind in parts]
        rows.append(f"</{language}>\n")
    return "".join(rows) + f"</{entry}>\n"


def _by_language(
    concept: Concept, wanted: Wanted, basic: bool, bad: Losses | None
) -> list[tuple[str, list[tuple[Term, str]]]]:
    """Languages in order; each with its terms and what kind of term each is (`` `` for none).

    ``bad`` takes the forms advised against where the dialect cannot say so: as plain terms they would be advised.
    """
    found: dict[str, list[tuple[Term, str]]] = {}
    for term in concept.terms:
        if bad is not None and term.status in BAD and wanted.takes(term.lang):
            bad.add(f"terms that are {term.status}", term.text)
        elif wanted.takes(term.lang):
            rows = found.setdefault(term.lang, [])
            rows.append((term, ""))
            if basic and term.short:
                kind = "acronym" if term.short.isupper() else "shortForm"
                rows.append((Term(text=term.short, lang=term.lang, status=term.status), kind))
    if basic and concept.native and wanted.takes(concept.native.lang):
        rows = found.setdefault(concept.native.lang, [])
        rows.append((Term(text=concept.native.text, lang=concept.native.lang, note=_NATIVE), ""))
    return sorted(found.items())


def _term(term: Term, kind: str, name: str, dialect: str, losses: Losses) -> str:
    rows = [f"<{name}><term>{xml.text(term.text)}</term>"]
    if dialect == "core":
        if term.status != "preferred":
            losses.add(f"status {term.status}", term.text)
    elif term.status in _STATUS:
        rows.append(f'<termNote type="administrativeStatus">{_STATUS[term.status]}</termNote>')
        if term.status == "misspelling":
            losses.add("status misspelling (written as deprecatedTerm)", term.text)
    else:
        losses.add(f"status {term.status}", term.text)
    if kind:
        rows.append(f'<termNote type="termType">{kind}</termNote>')
    if term.note:
        rows.append(f"<note>{xml.text(term.note)}</note>")
    return "".join(rows) + f"</{name}>\n"


def read(data: bytes, wanted: Wanted) -> Read:
    """Version 2 or 3, any dialect, DCA or DCT."""
    losses, maker = Losses(), Maker()
    made: list[Concept] = []
    for _, entry in xml.entries(data, wanted, frozenset(("termEntry", "conceptEntry"))):
        concept = _read_entry(entry, maker, losses, wanted)
        if concept is not None:
            made.append(concept)
    if not made:
        wanted.fail("no <termEntry> or <conceptEntry> with a term", hint="is it TBX? see --format")
    return Read(tuple(made), losses.all())


def _read_entry(entry: _Element, maker: Maker, losses: Losses, wanted: Wanted) -> Concept | None:
    terms: list[Term] = []
    native: Native | None = None
    for section in xml.children(entry, "langSet", "langSec"):
        lang = lang_tag(section.get(xml.LANG) or section.get("lang") or "")
        if not lang or problem_of_tag(lang):
            losses.add("languages that are no BCP 47 tags", lang or "(none)")
        elif wanted.takes(lang):
            held = list(_read_terms(section, lang, losses))
            terms += [t for t in held if t.note != _NATIVE]
            native = next((Native(text=t.text, lang=lang) for t in held if t.note == _NATIVE), native)
    if not terms:
        return None
    given = slug(entry.get("id") or entry.get("{http://www.w3.org/XML/1998/namespace}id") or "")
    said = next((xml.words(d) for d in _named(entry, "subjectField")), "")
    kind: ConceptType = said if said in get_args(ConceptType) else kind_of(given) or wanted.kind  # type: ignore[assignment]
    if said and said != kind:
        losses.add("subject fields", said)
    for child in xml.descendants(entry, "descrip"):
        if child.get("type") != "subjectField":
            losses.add(f"descriptions of type {child.get('type')}", given)
    notes = [xml.words(n) for n in xml.children(entry, "note")]
    refs = [x.get("target") or xml.words(x) for x in _named(entry, "externalCrossReference")]
    return Concept(
        id=maker.id_free(given) if given else maker.id(kind, terms[0].text),
        type=kind,
        native=native,
        terms=one_preferred(terms),
        refs=tuple(ref for ref in refs if ref),
        note="; ".join(note for note in notes if note) or None,
    )


def _read_terms(section: _Element, lang: str, losses: Losses) -> Iterator[Term]:
    """The terms of a language; what is the short form of the one before it goes to that."""
    held: list[Term] = []
    for part in xml.children(section, "tig", "ntig", "termSec"):
        said = _said(part)
        text = next(iter(said.get("term", ())), "")
        if not text:
            continue
        kind = next(iter(said.get("termType", ())), "").casefold()
        status = _status(next(iter(said.get("administrativeStatus", said.get("normativeAuthorization", ()))), ""))
        if kind in _SHORT and held and held[-1].short is None and held[-1].status == (status or "preferred"):
            held[-1] = msgspec.structs.replace(held[-1], short=text)
            continue
        for name in sorted(_UNHELD & said.keys()):
            losses.add(f"{name} of terms", text)
        note = "; ".join(filter(None, said.get("note", ()))) or None
        held.append(Term(text=text, lang=lang, status=status or "preferred", note=note))
    return iter(held)


def _said(part: _Element) -> dict[str, list[str]]:
    """Data category -> its values: ``<termNote type="x">`` (DCA) or ``<min:x>`` (DCT), in one pass."""
    found: dict[str, list[str]] = {}
    for element in part.iter():
        name = element.get("type") or xml.local(element)
        found.setdefault(name, []).append(xml.words(element) if len(element) == 0 or name in ("term", "note") else "")
    return found


def _status(said: str) -> Status | None:
    key = said.strip().casefold().removesuffix("-admn-sts").removesuffix("admnsts").strip()
    return _FROM.get(key)


def _named(element: _Element, *names: str) -> Iterator[_Element]:
    """Elements of a data category: ``<termNote type="x">`` (DCA) or ``<min:x>`` (DCT)."""
    return (
        e
        for e in xml.descendants(element, "descrip", "termNote", "xref", "admin", *names)
        if (e.get("type") or xml.local(e)) in names
    )
