"""Names that everybody knows: what a convention makes of them is no slip of the keyboard, and what is a slip is one."""

from __future__ import annotations

import pytest

import auditor
from auditor.checks.names.naming_parts import _near as parts
from auditor.packs.load import data_path
from auditor.packs.renderings import one_way

BEFORE = "The roads were open again by noon.\n\nThe spokesman said that "
AFTER = " was in the city on Monday for talks.\n\nNobody was there to answer questions, a reporter wrote."


def found(name: str) -> list[tuple[str, str, str]]:
    findings = auditor.audit_texts({"copy": f"{BEFORE}{name}{AFTER}"}, lang="en", no_glossary=True).findings
    return [
        (f.rule, f.match, f.suggestions[0].text if f.suggestions else "") for f in findings if f.rule.startswith("NM")
    ]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Alexander Lukaschenko", ("NM201", "Lukaschenko", "Lukashenko")),
        ("Dmitri Peskow", ("NM201", "Peskow", "Peskov")),
        ("Dmitri Medvédev", ("NM201", "Medvédev", "Medvedev")),
        ("Petro Porochenko", ("NM201", "Porochenko", "Poroshenko")),
        ("Alexei Navalni", ("NM201", "Navalni", "Navalny")),
        ("Ramzan Kadírov", ("NM201", "Kadírov", "Kadyrov")),
        ("Roman Abramovitch", ("NM201", "Abramovitch", "Abramovich")),
        ("Igor Sechín", ("NM201", "Sechín", "Sechin")),
        ("Emmanuel Macrón", ("NM201", "Macrón", "Macron")),
        ("Benjamin Netanjahu", ("NM201", "Netanjahu", "Netanyahu")),
        ("Nowak Djokovic", ("NM201", "Nowak", "Novak")),
        ("Antonio Guterresh", ("NM201", "Guterresh", "Guterres")),
        ("Iens Stoltenberg", ("NM201", "Iens", "Jens")),
        ("Emmanuel Makron", ("NM206", "Emmanuel Makron", "Emmanuel Macron")),
        ("Moammar Gadafi", ("NM206", "Gadafi", "Gaddafi")),
        ("Muammar Gadhafi", None),
        ("Ilham Aliev", None),
        ("Recep Tayyip Erdoğan", None),
        ("Viktor Orbán", None),
        ("Angela Merkell", ("NM101", "Merkell", "Merkel")),
        ("Emmanuel Marcon", ("NM101", "Marcon", "Macron")),
        ("Barack Omaba", ("NM101", "Omaba", "Obama")),
        ("Jair Bolsanaro", ("NM101", "Bolsanaro", "Bolsonaro")),
        ("the Untied Nations", ("NM101", "Untied", "United")),
        ("an envoy of San Fransisco", ("NM101", "Fransisco", "Francisco")),
        ("a man of the Worl Bank", ("NM101", "Worl", "World")),
        ("a man of Massachussetts", ("NM101", "Massachussetts", "Massachusetts")),
        ("a man of Sao Paolo", ("NM103", "Sao Paolo", "São Paulo")),
        ("the Labor Party of Norway", None),
        ("Élysée Palace", None),
        ("a man of the Sri Lankan navy", None),
    ],
)
def test_a_convention_is_no_slip(name, wanted):
    assert found(name) == ([] if wanted is None else [wanted])


@pytest.mark.parametrize("form", ["United", "Word", "World", "Lankan", "Labor", "Center", "Korean"])
def test_words_of_names_are_no_slips_of_their_own_names(form):
    assert all(f"{before}{form}{behind}" not in one_way() for before, _, behind in parts[form])


def test_table_is_sorted():
    text = data_path("renderings", "one_way.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")][1:]
    assert rows == sorted(rows)
    assert all(row[1].split("|") == sorted(set(row[1].split("|"))) for row in rows)
