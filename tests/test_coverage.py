"""What is said of an article that could not be audited in full: languages, short texts, missing dates."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

import auditor
from auditor.records import Audit
from auditor.report.formats import FORMATS

FRENCH = "Le conseil municipal s'est réuni vendredi soir et a adopté un nouveau budget pour les écoles de la ville."
GERMAN = "Der Bürgermeister sagte am Freitag, dass die Stadt in diesem Jahr mehr Geld für Schulen und Straßen braucht."
ENGLISH = "The council of the town met on Friday evening and adopted a new budget for the schools, the mayor said."
RUSSIAN = "Мэр города сказал в пятницу, что в этом году нужно больше денег на школы, улицы и больницы района."


def remarks(text: str, **settings: str) -> str:
    return "; ".join(auditor.audit_texts({"a": text}, **settings).summary["remarks"].get("a", ()))


def notes(audit: Audit) -> list[str]:
    found: list[str] = audit.summary["notes"]
    return found


def test_english_needs_no_remark() -> None:
    assert remarks(f"{ENGLISH}\n\n{ENGLISH}") == ""


def test_how_many_checks_speak_the_language() -> None:
    said = remarks(f"{FRENCH}\n\n{FRENCH}")
    count, of = (int(word) for word in said.split(" checks speak French")[0].split(" of "))
    assert 0 < count < of
    assert remarks(f"{FRENCH}\n\n{FRENCH}", lang="fr-CA") == said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}", "line 3 is in German"),
        (f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}\n\n{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}", "lines 3, 9 are in German"),
        (f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}\n\n{RUSSIAN}", "line 7 is in Russian"),
        (f"{ENGLISH}\n\n{ENGLISH}" + f"\n\n{GERMAN}" * 5, "1, 3 are in English"),
    ],
)
def test_paragraphs_of_another_language_are_named(text: str, says: str) -> None:
    assert says in remarks(text)


@pytest.mark.parametrize("text", ["Budget adopted.", "Wahl", "12 Uhr"])
def test_a_text_too_short(text: str) -> None:
    assert remarks(text).startswith(
        "too short to tell the language, its sentences parted as in English; name it with --lang"
    )
    assert "too short" not in remarks(text, lang="de")


def test_an_empty_text_has_its_own_note() -> None:
    assert notes(auditor.audit_texts({"a": ""})) == ["a: no text"]


def test_a_missing_date_is_noted_where_a_weekday_hangs_on_it() -> None:
    assert any(n.startswith("no date: weekdays are not resolved") for n in notes(auditor.audit_texts({"a": ENGLISH})))
    assert not any("no date" in n for n in notes(auditor.audit_texts({"a": ENGLISH}, date="2021-03-31")))
    plain = ENGLISH.replace("on Friday evening", "in the hall")
    assert not any("no date" in n for n in notes(auditor.audit_texts({"a": plain})))


def test_one_note_for_all_articles_of_which_the_same_is_to_be_said() -> None:
    texts: Mapping[str, str] = {f"t{n}": f"{FRENCH} {n}" for n in range(6)}
    told = [n for n in notes(auditor.audit_texts(texts)) if "speak French" in n]
    assert len(told) == 1
    assert told[0].endswith("(t0, t1, t2 and 3 more)")


@pytest.mark.parametrize("name", ["text", "md", "html"])
def test_the_reports_say_so(name: str) -> None:
    text = f"{FRENCH}\n\n{GERMAN}\n\n{FRENCH}"
    told = " ".join(FORMATS[name](auditor.audit_texts({"a": text}), {"a": text}).split())
    assert "checks speak French" in told
    assert "line 3 is in German" in told


def test_checks_that_speak_a_language_leave_paragraphs_of_another_alone() -> None:
    """Odessa stands in the German paragraph, Odesa in the English ones: each language writes it its own way."""
    own = "The port of Odesa opened a new quay on Friday, and the mayor of Odesa thanked the workers of the harbour."
    other = "Der Hafen von Odessa hat am Freitag eine neue Mole eröffnet, und der Bürgermeister dankte den Arbeitern."
    both = auditor.audit_texts({"a": f"{own}\n\n{other}\n\n{own}"}, lang="en")
    assert not [f for f in both.findings if f.rule in ("NM201", "NM202") and f.line == 3]
