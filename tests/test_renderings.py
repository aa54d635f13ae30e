"""The tables of names in other languages' forms, and where a foreign place name is proof enough."""

from __future__ import annotations

import pytest

import auditor
from auditor.packs.renderings import public_names, renderings, spellings
from tools import make_spellings


def rules(text: str) -> list[tuple[str, str]]:
    audit = auditor.audit_texts({"copy": text}, lang="en", no_glossary=True)
    return [(f.rule, f.match) for f in audit.findings if f.rule.startswith("NM")]


@pytest.mark.parametrize("kind", ["acronyms", "names", "persons"])
def test_tables_are_sorted_and_no_form_is_right(kind):
    rows = renderings(kind)
    keys = [(row.right, row.sources) for row in rows]
    assert len(rows) > 40
    assert keys == sorted(keys)
    for row in rows:
        assert len(set(row.forms)) == len(row.forms), row.right
        assert row.right not in row.forms


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The chef opened a restaurant in Londres in 2014.", [("NM201", "Londres")]),
        ("Two trains from Nueva York were late.", [("NM201", "Nueva York")]),
        ("Heavy snow fell in Österreich and Switzerland.", [("NM201", "Österreich")]),
        ("She lives in the Rue de Londres with her son.", []),
        ("He opened a bar in Londres Street in 2014.", []),
        ("The train from Colonia to Montevideo was late.", []),
        ("His family came from Breslau before the war.", []),
        ("A fire broke out in Lattaquié on Monday.", [("NM201", "Lattaquié")]),
        ("The train from Maschhad was late.", [("NM201", "Maschhad")]),
        ("Two shells fell in Falludscha at night.", [("NM201", "Falludscha")]),
        ("He has lived in Bengasi for a year.", [("NM201", "Bengasi")]),
        ("She flew from Tombouctou to Bamako.", [("NM201", "Tombouctou")]),
        ("The works in Rostow will last a year.", [("NM201", "Rostow")]),
        ("Snow fell in Esfahan, Meshed and Falluja.", []),
        ("Ships of OTAN will sail next week.", [("NM204", "OTAN")]),
        ("The IWF lifted the ban on the weightlifter.", []),
        ("The World Health Organization (WHO) and the OMS team in Oman met.", []),
        ("Pope Francisco will visit the island in May.", [("NM206", "Francisco")]),
        ("Francisco will visit the island in May.", []),
        ("The Daily Elysium sold well in the shops.", []),
        ("The plan failed, and Ungarn rejected the second one.", [("NM201", "Ungarn")]),
        ("Nobody knows whether help for Lettonie will come.", [("NM201", "Lettonie")]),
        ("In Polish the town is Kijów, in German Kiew.", []),
        ("The port, once called Odessza, was shelled.", []),
        ("The Moskva sank after the fire; Moscow blamed a storm.", []),
        ("Chicken Kiev is served in Kyiv, too.", []),
        ("Vuhledar fell on Monday. The road to Ugledar is cut.", [("NM202", "Ugledar")]),
        ("Anna Nikolaev was in Mykolaiv on Monday.", []),
        ("The town of Vuhledar, formerly Ugledar, fell.", []),
        ("The crew of the Union MS-19 was late.", [("NM103", "Union MS-")]),
        ("The union MS-19 of the nurses met.", []),
        ("The ships of NAVO sailed at noon.", [("NM204", "NAVO")]),
        ("The coach of Lightning Vallecano praised his team.", [("NM103", "Lightning Vallecano")]),
        ("The coach of Rayo Vallecano (Lightning Vallecano) praised his team.", []),
    ],
)
def test_forms(text, wanted):
    assert rules(f"The talks went on for a day.\n\n{text}\n\nNobody was hurt, the police said on Monday.") == wanted


def test_spellings_are_those_of_the_conventions():
    """The derived table is what the tool writes, and no spelling in it is one that English copy has."""
    assert make_spellings.table() == make_spellings.TARGET.read_text(encoding="utf-8")
    rights = [right for row in public_names() for right in row.rights]
    assert len(rights) == len(set(rights))
    assert spellings().keys().isdisjoint(rights)
    assert [row.rights for row in public_names()] == sorted(row.rights for row in public_names())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The town was taken by troops of Surowikin in May.", [("Surowikin", "Surovikin")]),
        ("The order came from the ministry and Szojgu.", [("Szojgu", "Shoigu")]),
        ("A Buk was seen near Tscherkassy, witnesses told police.", [("Tscherkassy", "Cherkasy")]),
        ("The Salioet-Kapsel landed at noon.", []),
        ("The Sojoez-capsule landed at noon.", [("Sojoez", "Soyuz")]),
        ("The order came from Chodorkowski's lawyer.", [("Chodorkowski", "Khodorkovsky")]),
        ("The painter Mike Jermak was born in Ohio. Jermak lives in Rome.", []),
        ("Andrij Jermak was born in 1971. Aides left.", [("Andrij Jermak", "Andriy Yermak")]),
        ("The striker of Dynamo Kiew was hurt.", [("Kiew", "Kyiv")]),
        ("The clerk Anna Moskau was hurt. Moskau lives in Ulm.", []),
        ("The Donezker town hall burned for hours.", [("Donezker", "Donetsk")]),
        ("A Londoner and his wife were hurt.", []),
        ("Shells fell in Malyniwka, Ukraine said.", [("Malyniwka", "Malynivka")]),
        ("Shells fell in Malynivka, Ukraine said.", []),
        ("The bus left Ukraine for Michałowo in Poland.", []),
        ("The bus left Ukraine for Pančevo in Serbia.", []),
        ("The raid on Herszon lasted for hours.", [("Herszon", "Kherson")]),
    ],
)
def test_public_names(text, wanted):
    audit = auditor.audit_texts({"copy": f"The talks went on for a day.\n\n{text}"}, lang="en", no_glossary=True)
    found = [(f.match, f.suggestions[0].text) for f in audit.findings if f.rule == "NM201"]
    assert found == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The envoy Kristijan Šmit left the town on Monday.", [("NM206", "Kristijan Šmit")]),
        ("The letter to Džozef Bajden was read out.", [("NM206", "Džozef Bajden")]),
        ("A question to Ursula fon der Lajen was put off.", [("NM206", "Ursula fon der Lajen")]),
        ("The advice of Donalds Tramps was not heard.", [("NM206", "Donalds Tramps")]),
        ("The adviser Ibrahim Kalyn spoke to the guests.", [("NM206", "Ibrahim Kalyn")]),
        ("The minister, Dawood Oglu, spoke to the guests.", [("NM206", "Dawood Oglu")]),
        ("The clerk Džon Doe left the town on Monday.", [("NM206", "Džon")]),
        ("In Seoul the plans of Li Zaiming were told on Monday.", [("NM206", "Li Zaiming")]),
        ("The painter Li Zaiming left the town on Monday.", []),
        ("Christian Schmidt, Joe Biden, Ursula von der Leyen and Donald Trump met on Monday.", []),
        ("The tramp sold masks. The Tramp is a film of Chaplin. Pat Mask and Ann Rite sang.", []),
    ],
)
def test_names_that_were_given_back_by_sound(text, wanted):
    assert rules(text) == wanted


def test_no_form_of_a_person_is_a_right_name():
    rows = [row for row in renderings("persons") if not row.beside and not row.near]
    rights = {row.right for row in rows if " " in row.right}
    for row in rows:
        assert rights.isdisjoint(row.forms), row.right


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Šmit leaves the town\n\nThe envoy Kristijan Šmit left. A letter to Šmita came; Šmit's aide read it.",
            ["Šmit", "Kristijan Šmit", "Šmita", "Šmit"],
        ),
        ("In Seoul Li Zaiming spoke. Zaiming was late, and Li left.", ["Li Zaiming", "Zaiming"]),
        ("The owner Ilon Mask left. A Mask of clay was found.", ["Ilon Mask"]),
    ],
)
def test_further_mentions_of_a_person(text, wanted):
    assert [match for rule, match in rules(text) if rule == "NM206"] == wanted
