"""Names that came through the readings, the letters or the order of another language."""

from __future__ import annotations

import pytest

import auditor


def forms(text: str) -> list[str]:
    audit = auditor.audit_texts({"copy": text}, lang="en", no_glossary=True)
    return [f.match for f in audit.findings if f.rule == "NM201"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("South Korean President Jin Xueping left. Jin Xueping was late.", ["Jin Xueping", "Jin Xueping"]),
        ("Japanese Foreign Minister Tian Zhonglin spoke to the guests.", ["Tian Zhonglin"]),
        ("The Japanese Prime Minister Lin Fang was in the hall.", ["Lin Fang"]),
        ("South Korean President Han Sanghun met Japanese Prime Minister Ken Anan.", []),
        ("The Japanese Foreign Minister met the Chinese Foreign Minister Tian Zhonglin.", []),
        ("The pro-Japanese leader Tian Zhonglin fled. The Japanese dish was good.", []),
        ("The deputy Kovácsik Gergely spoke to the guests.", ["Kovácsik Gergely"]),
        ("The writer Tarnai W. Árpád spoke to the guests.", ["Tarnai W. Árpád"]),
        ("The deputy Gergely Kovácsik met László Péter in Kovácsik Gergely Street.", []),
        ("King Béla was crowned. On Monday István came, but Péter did not.", []),
        ("The oasis of al-Dzhufra and the tribe of al-Haschd.", ["al-Dzhufra", "al-Haschd"]),
        ("The oasis of al-Jufra and the tribes of al-Hashd, al-Sudani and El-Sisi.", []),
        ("The adviser Kadir Oglu spoke to the guests.", ["Kadir Oglu"]),
        ("The Turkish Foreign Minister Cem Dorkyl left. Dorkyl was late.", ["Dorkyl", "Dorkyl"]),
        ("Croatia's Prime Minister Goran Petkovich spoke to the guests.", ["Petkovich"]),
        ("The Minister of Foreign Affairs of Turkey Dorkyl was late.", ["Dorkyl"]),
        ("The Iranian Deputy Foreign Minister Karim Dastaní spoke to the guests.", ["Dastaní"]),
        ("The Japanese ambassador Yosito Kisimoto spoke to the guests.", ["Yosito", "Kisimoto"]),
        ("The Serbian singer Goran Petkovich spoke to the guests.", []),
        ("The Serbian president met Sean Kirchy, a clerk of Turkey. Kyle sang.", []),
        ("The Hungarian Prime Minister Viktor Orbán met the Polish Foreign Minister Adam Rotfeld.", []),
        ("The Czech Foreign Minister Karel Schwarzenberg met the Chinese Premier Li Qiang.", []),
        ("The clerk Park Deok seop met Kim Jae-hoon and Lee Ann in Seoul.", ["Park Deok seop"]),
        ("The adviser Ali Heydar Oglu Mammadov spoke to the guests.", []),
    ],
)
def test_the_way_a_name_took(text, wanted):
    assert forms(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The talks with Secretary of State Anthony Blinken went on.", ["Anthony"]),
        ("The talks with the actor Anthony Blinken went on.", []),
        ("The talks with Secretary of State Antony Blinken went on.", []),
    ],
)
def test_the_given_name_of_an_office_holder(text, wanted):
    findings = auditor.audit_texts({"copy": text}, lang="en", no_glossary=True).findings
    assert [f.match for f in findings if f.rule == "NM101"] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The QZX court sat on Monday. The QZX was late. Nobody heard the ZQX's clerk.", ["ZQX"]),
        ("The QZX court sat on Monday. The QZX was late. Nobody heard the court (ZQX).", []),
        ("The QZX court sat on Monday. Nobody heard the ZQX clerk.", []),
    ],
)
def test_acronyms_of_the_same_letters(text, wanted):
    findings = auditor.audit_texts({"copy": text}, lang="en", no_glossary=True).findings
    assert [f.match for f in findings if f.rule == "NM202"] == wanted
