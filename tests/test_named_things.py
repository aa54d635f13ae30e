"""Names that every language has its own form of, and compounds with another language's common noun."""

from __future__ import annotations

import collections

import pytest

import auditor
from auditor.checks.names.renderings_shelf import traps
from auditor.entities.wording import language_name
from auditor.packs import data_path
from auditor.packs.named_things import named_things, spelt
from auditor.packs.renderings import public_names, renderings


def rules(text: str) -> list[tuple[str, str]]:
    audit = auditor.audit_texts({"copy": text}, lang="en", no_glossary=True)
    return [(f.rule, f.match) for f in audit.findings if f.rule.startswith("NM")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The crew trained at the Sternenstädtchen near Moscow.", [("NM103", "Sternenstädtchen")]),
        ("He was elected for the Sverigedemokraterna in 2018.", [("NM103", "Sverigedemokraterna")]),
        ("They stood in the Roten Platz at noon.", [("NM103", "Roten Platz")]),
        ("She spoke before the Conseil de sécurité de l’ONU.", [("NM103", "Conseil de sécurité de l’ONU")]),
        ("The boat sank in the Čierne more at night.", [("NM103", "Čierne more")]),
        ("The spacecraft Dragón docked with the station.", [("NM103", "Dragón")]),
        ("The film Dragón won two prizes in Lima.", []),
        ("He lives in the Rue de la Croix-Rouge with his son.", []),
        ("She won the Dalniy Vostok Award for her novel.", []),
        ("The Rassemblement National and the Guardia Civil declined to comment.", []),
        ("A painting of Karol Wielki was stolen.", [("NM206", "Karol Wielki")]),
        ("The Orion-Kapsel landed in the sea.", [("NM102", "Orion-Kapsel")]),
        ("Contact with the Raumsonde Juno was lost.", [("NM102", "Raumsonde Juno")]),
        ("The Modul University and the Konrad-Adenauer-Stiftung invited him.", []),
        ("The SS-Panzer and the Anti-Labor vote were discussed.", []),
    ],
)
def test_forms(text, wanted):
    assert rules(f"The talks went on for a day.\n\n{text}\n\nNobody was hurt, the police said.") == wanted


@pytest.mark.parametrize(
    ("form", "ways"),
    [
        ("Plac Zbawiciela", ["Plac Zbawiciela"]),
        ("Kalt~ Krieg", ["Kalte Krieg", "Kalter Krieg", "Kalten Krieg", "Kaltem Krieg", "Kaltes Krieg"]),
        ("Bodensee(s)", ["Bodensee", "Bodensees"]),
        ("mer d'Azov", ["mer d'Azov", "mer d’Azov", "Mer d'Azov", "Mer d’Azov"]),
        ("sonda de la luna", ["sonda de la luna", "Sonda de la luna", "Sonda de la Luna"]),
    ],
)
def test_ways_to_spell_a_form(form, ways):
    assert list(dict.fromkeys(spelt(form))) == ways


def test_tables_are_sorted_and_no_form_is_right():
    for path in sorted(data_path("renderings", "things").glob("*.tsv")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")][1:]
        assert lines == sorted(lines, key=lambda line: line.split("\t")), path.name
    every = [*named_things(False), *named_things(True)]
    right = {thing.right for thing in every} | {row.right for kind in ("names", "persons") for row in renderings(kind)}
    right |= {name for row in public_names() for name in row.rights}
    assert [form for thing in every for form in thing.forms if form in right] == []
    assert all(language_name(code) != code for thing in every for code in thing.sources)


def test_a_form_without_context_means_one_thing():
    owners = collections.defaultdict(set)
    for thing in (*named_things(False), *named_things(True)):
        for form in thing.forms if not thing.near else ():
            owners[form].add(thing.right)
    assert {form: rights for form, rights in owners.items() if len(rights) > 1} == {}


def test_rows_are_read_by_their_first_word():
    table = traps("names", "en")
    assert "Sternenstädtchen" in table
    assert "Sternenstaedtchen" not in table
    assert 3 not in table
    assert next(trap.text for rows in table["Fehér"].values() for trap in rows).startswith("Fehér ")
