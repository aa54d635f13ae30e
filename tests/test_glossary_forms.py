"""TM201 and the look-up behind it: which words of the copy a glossary advises against, and what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

import auditor
from auditor.glossary.inflect import inflected, stem
from auditor.glossary.model import Concept, Glossary, GlossaryFile, Term
from auditor.glossary.write import canonical
from auditor.records import Finding


def concept(*terms: Term, id: str = "x") -> Concept:
    return Concept(id=id, type="term", terms=terms)


GOOD = Term(text="Kolkata", lang="en")


def found(text: str, folder: Path, *terms: Term) -> list[Finding]:
    path = folder / "g.toml"
    path.write_text(canonical(GlossaryFile(schema=1, concept=(concept(*terms),))), encoding="utf-8")
    audit = auditor.audit_texts({"a": text}, lang="en", glossary=path, select=("TM201",))
    return list(audit.findings)


@pytest.mark.parametrize(
    ("text", "term", "matches"),
    [
        ("The train to Calcutta left.", Term(text="Calcutta", lang="en", status="forbidden"), ["Calcutta"]),
        ("Calcutta's train left Calcutta.", Term(text="Calcutta", lang="en", status="forbidden"), ["Calcutta"] * 2),
        ("The Calcuttans left.", Term(text="Calcutta", lang="en", status="forbidden"), []),
        ("The Calcuttans left.", Term(text="Calcutta", lang="en", status="forbidden", match="stem"), []),
        ("The Calcuttans left.", Term(text="Calcutta", lang="en", status="forbidden", match="prefix"), ["Calcuttans"]),
        ("Two Calcuttas left.", Term(text="Calcutta", lang="en", status="forbidden", match="stem"), ["Calcuttas"]),
        ("Two Calcutta's left.", Term(text="Calcutta", lang="en", status="forbidden", match="stem"), ["Calcutta's"]),
        ("The calcutta left.", Term(text="Calcutta", lang="en", status="forbidden"), []),
        ("The calcutta left.", Term(text="Calcutta", lang="en", status="forbidden", case="any"), ["calcutta"]),
        ("The train to Calcutta left.", Term(text="Calcutta", lang="de", status="forbidden"), []),
        ("The train to Calcutta left.", Term(text="Calcutta", lang="en-GB", status="forbidden"), ["Calcutta"]),
        ("The train to Calcutta left.", Term(text="Calcutta", lang="en", status="admitted"), []),
        ("It left Old\nCalcutta City.", Term(text="Old Calcutta", lang="en", status="forbidden"), ["Old\nCalcutta"]),
        ("It is old.\n\nOld\n\nCalcutta", Term(text="Old Calcutta", lang="en", status="forbidden"), []),
        ("It left Old, Calcutta.", Term(text="Old Calcutta", lang="en", status="forbidden"), []),
    ],
)
def test_what_is_found(text: str, term: Term, matches: list[str], tmp_path: Path) -> None:
    findings = found(text, tmp_path, GOOD, term)
    assert [f.match for f in findings] == matches
    assert all(text[f.start : f.end] == f.match for f in findings)


@pytest.mark.parametrize(
    ("status", "severity", "safety"),
    [("forbidden", "major", "safe"), ("misspelling", "minor", "safe"), ("deprecated", "minor", "unsafe")],
)
def test_severity_and_safety_follow_the_status(status: str, severity: str, safety: str, tmp_path: Path) -> None:
    term = Term(text="Calcutta", lang="en", status=status)  # type: ignore[arg-type]
    (finding,) = found("The train to Calcutta left.", tmp_path, GOOD, term)
    assert (finding.severity, finding.suggestions[0].safety) == (severity, safety)
    assert finding.suggestions[0].text == "Kolkata"


def test_nothing_inside_quotation_marks_is_safe_to_change(tmp_path: Path) -> None:
    term = Term(text="Calcutta", lang="en", status="forbidden")
    (finding,) = found('"We left Calcutta at dawn," said the driver, Anna Keller.', tmp_path, GOOD, term)
    assert finding.suggestions[0].safety == "unsafe"


def test_a_surname_is_replaced_by_the_surname() -> None:
    good = Term(text="Sergey Lavrov", lang="en", short="Lavrov")
    bad = Term(text="Sergej Lawrow", lang="en", status="misspelling", short="Lawrow")
    table = Glossary(concepts=(concept(good, bad),)).bad_forms["en"]
    uses = {" ".join(form.words): form.use for forms in table.values() for form in forms}
    assert uses == {"Sergej Lawrow": "Sergey Lavrov", "Lawrow": "Lavrov"}


def test_the_longest_form_counts(tmp_path: Path) -> None:
    long = Term(text="New Calcutta", lang="en", status="forbidden", use="New Town")
    short = Term(text="New", lang="en", status="deprecated")
    findings = found("The train to New Calcutta left.", tmp_path, Term(text="New Town", lang="en"), long, short)
    assert [(f.match, f.suggestions[0].text) for f in findings] == [("New Calcutta", "New Town")]


def test_without_a_preferred_form_there_is_no_suggestion(tmp_path: Path) -> None:
    (finding,) = found("The train to Calcutta left.", tmp_path, Term(text="Calcutta", lang="en", status="forbidden"))
    assert finding.suggestions == ()
    assert finding.message == "“Calcutta” is forbidden in the glossary"


@pytest.mark.parametrize(
    ("language", "word", "forms", "others"),
    [
        ("en", "city", ["cities"], ["citys'", "cits"]),
        ("en", "branch", ["branches"], ["branchs"]),
        ("en", "fireman", ["firemen"], ["firemans"]),
        ("de", "Behörde", ["Behörden"], ["Behördes" * 2]),
        ("de", "Amt", ["Amtes", "Amts", "Amte"], ["Amtung"]),
        ("de", "Ministerin", ["Ministerinnen"], ["Ministeriner"]),
        ("fr", "journal", ["journaux"], ["journauxs"]),
        ("fr", "grand", ["grande", "grands", "grandes"], ["grandeur"]),
        ("es", "ciudad", ["ciudades"], ["ciudadano"]),
        ("es", "avión", ["aviones"], ["avións"]),
        ("it", "banco", ["banchi"], ["banconota"]),
        ("pl", "Warszawa", ["Warszawy", "Warszawie", "Warszawę", "Warszawą"], ["Warszawiak"]),
        ("pl", "Kowalski", ["Kowalskiego", "Kowalskim"], ["Kowalskiana"]),
        ("ru", "Самара", ["Самары", "Самаре", "Самару", "Самарой"], ["Самарский"]),
        ("ru", "Петров", ["Петрова", "Петрову", "Петровым", "Петрове"], ["Петровка"]),
        ("uk", "Одеса", ["Одеси", "Одесі", "Одесу", "Одесою"], ["одеський"]),
    ],
)
def test_inflected_forms(language: str, word: str, forms: list[str], others: list[str]) -> None:
    held = inflected(word, language)
    assert held is not None
    assert {word, *forms} <= held
    assert not held & set(others)
    assert all(form.startswith(stem(word, language)) for form in held)


def test_each_word_of_a_french_term_is_inflected(tmp_path: Path) -> None:
    term = Term(text="feu forestier", lang="fr", status="deprecated", match="stem", case="any")
    path = tmp_path / "g.toml"
    path.write_text(canonical(GlossaryFile(schema=1, concept=(concept(term),))), encoding="utf-8")
    text = "Les feux forestiers ont repris lundi dans la région, selon les pompiers."
    audit = auditor.audit_texts({"a": text}, lang="fr", glossary=path, select=("TM201",))
    assert [f.match for f in audit.findings] == ["feux forestiers"]


def test_a_form_of_any_language_counts_in_each(tmp_path: Path) -> None:
    good = Term(text="Kolkata", lang="mul")
    (finding,) = found(
        "The train to Calcutta left.", tmp_path, good, Term(text="Calcutta", lang="mul", status="forbidden")
    )
    assert finding.suggestions[0].text == "Kolkata"


def test_a_listed_misspelling_is_one_finding(tmp_path: Path) -> None:
    """A check on names and the glossary's own would make the same words of it: the graver one stays."""
    terms = (
        Term(text="Anna Perlmutter", lang="en", status="preferred", short="Perlmutter"),
        Term(text="Anna Perlmuter", lang="en", status="misspelling"),
    )
    people = GlossaryFile(schema=1, concept=(Concept(id="per-perlmutter-anna", type="person", terms=terms),))
    glossary = tmp_path / "people.toml"
    glossary.write_text(canonical(people), encoding="utf-8")
    text = "The mayor, Anna Perlmuter, opened the bridge on Monday. Perlmutter spoke for an hour."
    audit = auditor.audit_texts({"copy": text}, glossary=glossary, lang="en")
    (one,) = [f for f in audit.findings if f.rule in ("NM101", "TM201")]
    assert (one.severity, one.suggestions[0].safety) == ("major", "safe")
    assert text[: one.start] + one.suggestions[0].text + text[one.end :] == text.replace("Perlmuter", "Perlmutter")
