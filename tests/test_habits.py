"""The house's romanization as a glossary shows it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

import auditor
from auditor.cli.app import run
from auditor.entities.house import person
from auditor.entities.people import Pivot
from auditor.glossary.habit_style import style_text
from auditor.glossary.habits import learned
from auditor.glossary.model import Concept, Native, Term
from auditor.packs import styles

YE = [("Сергей Егоров", "Sergey Yegorov"), ("Иван Елисеев", "Ivan Yeliseyev"), ("Сергей Ерохин", "Sergey Yerokhin")]
SKIY = [
    ("Лев Маковский", "Lev Makovskiy"),
    ("Павел Дубровский", "Pavel Dubrovskiy"),
    ("Олег Осинский", "Oleg Osinskiy"),
]


def concepts(names: Sequence[tuple[str, str]], source: str = "ru") -> list[Concept]:
    return [
        Concept(
            id=f"per-{n}",
            type="person",
            native=Native(text=native, lang=source),
            terms=(Term(text=form, lang="en"),),
        )
        for n, (native, form) in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("names", "habits"),
    [
        (YE, {("е", "ye", 3)}),
        ([*YE, *SKIY[:2]], {("е", "ye", 3)}),  # two names are no habit yet
        ([*YE, ("Олег Евдокимов", "Oleg Evdokimov")], set()),  # nor is what the house writes both ways
        (SKIY, {("ский", "skiy", 3)}),
        ([(native, form.replace("skiy", "sky")) for native, form in SKIY], set()),  # the usual spelling needs no rule
        ([(native, "Nobody Else") for native, _ in YE], set()),  # forms that no convention makes
        ([], set()),
    ],
)
def test_learned(names: list[tuple[str, str]], habits: set[tuple[str, str, int]]) -> None:
    found = learned(concepts(names))
    assert {(h.native, h.to, h.seen) for one in found for h in one.habits} == habits


def test_given_names_need_as_many_that_agree() -> None:
    names = [("Сергей Мухин", "Sergey Mukhin"), ("Сергей Дубов", "Sergey Dubov"), ("Сергей Лапин", "Sergey Lapin")]
    assert learned(concepts(names))[0].given == {"Сергей": "Sergey"}
    assert learned(concepts([*names, ("Сергей Котов", "Sergei Kotov")])) == ()


def test_the_order_of_concepts_does_not_matter() -> None:
    names = concepts([*YE, *SKIY])
    assert learned(names) == learned(names[::-1])


def test_the_style_holds_for_names_that_the_glossary_lacks(tmp_path: Path) -> None:
    file = tmp_path / "desk-style.toml"
    file.write_text(style_text(learned(concepts([*YE, *SKIY])), "en", "reuters"), encoding="utf-8")
    style = styles.load(str(file))
    assert style.extends
    pivot = Pivot(language="ru", family="Ельчанский", given="Александр")
    assert person(pivot, style, "en") == ("Yelchanskiy", "Alexander")
    text = "The coach Oleg Evdokimov met the mayor of Cork on Monday. Evdokimov said that he was pleased.\n"
    audit = auditor.audit_texts({"a": text}, lang="en", style=str(file))
    assert ("Oleg Yevdokimov", "style") in {(e.preferred, e.decided_by) for e in audit.entities}


def test_the_verb_writes_what_check_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from auditor.glossary.model import GlossaryFile
    from auditor.glossary.write import canonical

    monkeypatch.chdir(tmp_path)
    Path("glossaries").mkdir()
    text = canonical(GlossaryFile(schema=1, concept=tuple(concepts([*YE, *SKIY]))))
    Path("glossaries/desk.toml").write_text(text, encoding="utf-8")
    assert run(["styles", "learn", "--output", "s.toml"]) == 0
    assert run(["styles", "show", "s.toml"]) == 0
    assert "ye" in {rule.to for rule in styles.load("s.toml").rules.romanization["ru"].rules}
    assert run(["styles", "learn", "--extend", "reuterz"]) == 2
