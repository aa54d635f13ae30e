"""Wikidata entities (JSON) and OpenSanctions entities (FollowTheMoney, JSON lines)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from auditor.glossary.bad_forms import ANY_LANGUAGE
from auditor.glossary.formats.base import Losses, Maker, Read, Wanted, Written, lang_tag, one_preferred, text_of
from auditor.glossary.ids import kind_of
from auditor.glossary.model import Concept, ConceptType, Native, Term
from auditor.glossary.tags import problem_of_tag
from auditor.packs import data_path, load_toml
from auditor.packs.load import NOT_JSON
from auditor.records import Record


class _Kinds(Record, frozen=True):
    """``wikidata``: item that something is an instance of -> type; ``followthemoney``: schema -> type."""

    wikidata: dict[str, ConceptType]
    followthemoney: dict[str, ConceptType]


def _kinds() -> _Kinds:
    return load_toml(data_path("exchange", "kinds.toml"), _Kinds)


def read_wikidata(data: bytes, wanted: Wanted) -> Read:
    """What ``Special:EntityData`` or ``wbgetentities`` give, a list of entities, or a dump with one a line."""
    losses, maker, kinds = Losses(), Maker(), _kinds().wikidata
    made: list[Concept] = []
    for entity in map(_sound, _entities(data, wanted)):
        name = str(entity.get("id", "(no id)"))
        own = _is_own(name) and entity.get("type") == "item"
        if not isinstance(entity.get("labels"), dict) or not (name.startswith("Q") or own):
            losses.add("what is no item with labels", name)
            continue
        terms = one_preferred(_labels(entity, wanted, losses))
        if not terms:
            losses.add("items without a label in the languages wanted", entity["id"])
            continue
        classes = [_item(value) for value in _claims(entity, "P31")]
        kind = next((kinds[c] for c in classes if c in kinds), wanted.kind)
        if entity.get("sitelinks"):
            losses.add("links to pages", entity["id"])
        made.append(
            Concept(
                id=maker.id_free(name) if own else maker.id(kind, terms[0].text),
                type=kind,
                native=_native(entity),
                terms=terms,
                refs=() if own else (f"wikidata:{name}",),
                note=entity["descriptions"].get("en", {}).get("value"),
            )
        )
    return Read(tuple(made), losses.all())


def _is_own(id: str) -> bool:
    """Whether the id is one of a glossary, which stands in what is written for a concept that no collection knows."""
    return kind_of(id) is not None


def _sound(entity: dict[str, Any]) -> dict[str, Any]:
    """The entity with only those labels, aliases and descriptions that have the shape of one."""

    def fits(row: Any) -> bool:
        return isinstance(row, dict) and isinstance(row.get("value"), str) and bool(row["value"].strip())

    made = dict(entity)
    for key in ("labels", "descriptions"):
        if isinstance(entity.get(key), dict) or key == "descriptions":
            held = entity.get(key)
            made[key] = {lang: row for lang, row in held.items() if fits(row)} if isinstance(held, dict) else {}
    aliases = entity.get("aliases")
    made["aliases"] = {
        lang: [row for row in rows if fits(row)]
        for lang, rows in (aliases.items() if isinstance(aliases, dict) else ())
        if isinstance(rows, list)
    }
    return made


def _entities(data: bytes, wanted: Wanted) -> Iterator[dict[str, Any]]:
    """The objects of a map ``entities``, of a list, of one object, or of lines."""
    try:
        held = msgspec.json.decode(data)
    except NOT_JSON:
        held = list(_lines(data, wanted))
    if isinstance(held, dict):
        held = list(held["entities"].values()) if isinstance(held.get("entities"), dict) else [held]
    if not isinstance(held, list):
        wanted.fail("no entities", hint="a map `entities`, a list, or one entity a line")
    yield from (entity for entity in held if isinstance(entity, dict))


def _lines(data: bytes, wanted: Wanted) -> Iterator[Any]:
    for number, line in enumerate(text_of(data, wanted).split("\n"), 1):
        body = line.strip().rstrip(",")
        if body and body not in ("[", "]"):
            try:
                yield msgspec.json.decode(body.encode())
            except NOT_JSON as exc:
                wanted.fail(f"not JSON: {exc}", line=number)


def _labels(entity: Mapping[str, Any], wanted: Wanted, losses: Losses) -> Iterator[Term]:
    aliases = entity["aliases"]
    for code, label in sorted(entity["labels"].items()):
        lang = ANY_LANGUAGE if code == ANY_LANGUAGE else lang_tag(code)
        if lang != ANY_LANGUAGE and problem_of_tag(lang):
            losses.add("languages that are no BCP 47 tags", code)
        elif lang == ANY_LANGUAGE or wanted.takes(lang):
            yield Term(text=label["value"], lang=lang)
    for code, rows in sorted(aliases.items()):
        lang = ANY_LANGUAGE if code == ANY_LANGUAGE else lang_tag(code)
        if (lang == ANY_LANGUAGE or wanted.takes(lang)) and not problem_of_tag(lang):
            yield from (Term(text=row["value"], lang=lang, status="admitted") for row in rows)


def _claims(entity: Mapping[str, Any], property: str) -> list[Any]:
    claims = entity.get("claims")
    rows = claims.get(property) if isinstance(claims, dict) else None
    found = []
    for claim in rows if isinstance(rows, list) else ():
        at: Any = claim
        for key in ("mainsnak", "datavalue", "value"):
            at = at.get(key) if isinstance(at, dict) else None
        if at is not None and claim.get("rank") != "deprecated":
            found.append(at)
    return found


def _item(value: Any) -> str:
    return str(value.get("id", "")) if isinstance(value, dict) else ""


def _native(entity: Mapping[str, Any]) -> Native | None:
    """P1559 (name in native language) or P1705 (native label)."""
    for value in [*_claims(entity, "P1559"), *_claims(entity, "P1705")]:
        text, code = (
            (str(value.get(key) or "") for key in ("text", "language")) if isinstance(value, dict) else ("", "")
        )
        if text.strip() and not problem_of_tag(lang_tag(code)):
            return Native(text=text, lang=lang_tag(code))
    return None


def write_wikidata(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """Labels, aliases, class and native name in the shape of ``wbgetentities``; an item's id only where it is known."""
    losses = Losses()
    classes = {kind: item for item, kind in reversed(_kinds().wikidata.items())}
    entities: dict[str, Any] = {}
    for concept in concepts:
        losses.unheld(concept, ("refs", "native"))
        item = next((r.removeprefix("wikidata:") for r in concept.refs if r.startswith("wikidata:")), None)
        labels: dict[str, Any] = {}
        aliases: dict[str, list[Any]] = {}
        for term in concept.terms:
            row = {"language": term.lang.lower(), "value": term.text}
            if not wanted.takes(term.lang):
                continue
            if term.status == "preferred" and row["language"] not in labels:
                labels[row["language"]] = row
            elif term.status in ("preferred", "admitted", "untranslatable"):
                aliases.setdefault(row["language"], []).append(row)
            else:
                losses.add(f"terms that are {term.status}", term.text)
        if item is None:
            losses.add("ids of items (not known)", concept.id)
        made = {"id": item or concept.id, "type": "item", "labels": labels, "aliases": aliases}
        entities[item or concept.id] = made | {"claims": _made_claims(concept, classes)}
    text = msgspec.json.format(msgspec.json.encode({"entities": entities}, order="deterministic"), indent=2).decode()
    return Written(text + "\n", losses.all())


def _made_claims(concept: Concept, classes: Mapping[ConceptType, str]) -> dict[str, Any]:
    """P31 (instance of) and P1559 (name in native language)."""
    values: dict[str, Any] = {}
    if concept.type in classes:
        values["P31"] = {"id": classes[concept.type]}
    if concept.native:
        values["P1559"] = {"text": concept.native.text, "language": concept.native.lang}
    return {key: [{"mainsnak": {"datavalue": {"value": value}}, "rank": "normal"}] for key, value in values.items()}


def read_ftm(data: bytes, wanted: Wanted) -> Read:
    """One entity a line; names are in no language (`mul`) unless --from says which."""
    losses, maker, kinds = Losses(), Maker(), _kinds().followthemoney
    lang = wanted.source or ANY_LANGUAGE
    made: list[Concept] = []
    for entity in _lines(data, wanted):
        held = entity.get("properties") if isinstance(entity, dict) else None
        kind = kinds.get(str(entity.get("schema"))) if isinstance(held, dict) else None
        if kind is None or held is None:
            losses.add("entities that are no names", str(entity.get("schema")) if isinstance(entity, dict) else "?")
            continue
        if held.get("weakAlias"):
            losses.add("weak aliases", str(entity.get("id")))
        names = list(
            dict.fromkeys(_strings([entity.get("caption")]) + _strings(held.get("name")) + _strings(held.get("alias")))
        )
        if not names:
            losses.add("entities without a name", str(entity.get("id")))
            continue
        items = [f"wikidata:{q}" for q in _strings(held.get("wikidataId"))[:1]]
        known = str(entity.get("id"))
        terms = [Term(text=n, lang=lang, status="admitted" if k else "preferred") for k, n in enumerate(names)]
        made.append(
            Concept(
                id=maker.id_free(known) if _is_own(known) else maker.id(kind, names[0]),
                type=kind,
                terms=one_preferred(terms),
                refs=(*(() if _is_own(known) else (f"opensanctions:{known}",)), *items),
            )
        )
    return Read(tuple(made), losses.all())


def _strings(values: Any) -> list[str]:
    """The strings of a list; none where it is no list."""
    return [v for v in values if isinstance(v, str) and v.strip()] if isinstance(values, list) else []


def write_ftm(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """Names and aliases, one entity a line."""
    losses = Losses()
    schemas = {kind: schema for schema, kind in reversed(_kinds().followthemoney.items())}
    rows: list[bytes] = []
    for concept in concepts:
        schema = schemas.get(concept.type)
        losses.unheld(concept, ("refs", "native"))
        if schema is None:
            losses.add(f"concepts of type {concept.type}", concept.id)
            continue
        names = [t.text for t in concept.terms if t.status == "preferred" and wanted.takes(t.lang)]
        others = [t.text for t in concept.terms if t.status == "admitted" and wanted.takes(t.lang)]
        others += [concept.native.text] if concept.native else []
        for term in concept.terms:
            if term.status not in ("preferred", "admitted"):
                losses.add(f"terms that are {term.status}", term.text)
        known = next((r.partition(":")[2] for r in concept.refs if r.startswith("opensanctions:")), concept.id)
        held = {"name": list(dict.fromkeys(names)), "alias": [n for n in dict.fromkeys(others) if n not in names]}
        held["wikidataId"] = [r.partition(":")[2] for r in concept.refs if r.startswith("wikidata:")]
        entity = {"id": known, "schema": schema, "properties": {k: v for k, v in held.items() if v}}
        rows.append(msgspec.json.encode(entity, order="deterministic"))
    return Written(b"".join(row + b"\n" for row in rows).decode(), losses.all())
