"""Names that begin in one language and go on in another."""

from __future__ import annotations

import pytest

import auditor
from auditor.packs.generics import generics
from auditor.packs.load import data_path

BEFORE = "The weather was dry for most of the week.\n\n"
AFTER = "\n\nNobody was there to answer questions, a reporter wrote."


def marks(text: str) -> list[tuple[str, str]]:
    audit = auditor.audit_texts({"copy": f"{BEFORE}{text}{AFTER}"}, lang="en", no_glossary=True)
    return [(f.match, f.suggestions[0].text if f.suggestions else "") for f in audit.findings if f.rule == "NM102"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Universidad of Oviedo closed.", ("Universidad of Oviedo", "University of Oviedo")),
        ("He died at the Hospital Clínico of Murcia on Monday.", ("Hospital Clínico of Murcia", "")),
        ("The Ministry of Giustizia sent two men.", ("Ministry of Giustizia", "Ministry of Justice")),
        ("A minister, the Minister of Fomento, left.", ("Minister of Fomento", "Minister of Public Works")),
        ("The Partido Socialist lost two seats.", ("Partido Socialist", "Socialist Party")),
        ("He was held by the National Policía in May.", ("National Policía", "National Police")),
        ("She studied at the University di Pavia in May.", ("University di Pavia", "University of Pavia")),
        ("The Bridge de la Torre was closed.", ("Bridge de la Torre", "Bridge of la Torre")),
        ("The striker of Dynamo of Tbilisi scored.", ("Dynamo of Tbilisi", "Dynamo Tbilisi")),
        ("The Region Lombardia will not pay.", ("Region Lombardia", "Lombardy region")),
        ("The Hospital of Burgos and the Palais de Justice were shut.", None),
        ("The Société Générale and the Banco de Sabadell merged.", None),
        ("The Junta of Andalusia met; the Plaza National was closed.", ("Plaza National", "National Square")),
        ("He read “Museo of Lost Things” on the train.", None),
        ("Most of Europe was dry; the Rue de Rivoli was not.", None),
        ("The Region Stockholm and the Province of Lugo will pay.", None),
        ("Universidad Católica of Chile beat the visitors.", ("Universidad Católica of Chile", "")),
    ],
)
def test_names(text, wanted):
    assert marks(text) == ([] if wanted is None else [wanted])


def test_table_is_sorted_and_says_each_form_once():
    text = data_path("renderings", "generics.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    assert [row[:3] for row in rows] == sorted(row[:3] for row in rows)
    for role in ("head", "field"):
        every = [(g.form, g.languages) for group in generics(role).values() for g in group]
        assert len(every) == len(set(every)) > 50, role
