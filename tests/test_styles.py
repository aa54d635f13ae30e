"""House styles: the shipped files, a desk's own, and what they change; every departure cites its rule."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import auditor
from auditor.checks.style.house_dates import clock, written
from auditor.checks.style.house_style import CHECKS, TOPICS
from auditor.cli.app import program, run
from auditor.errors import ConfigError, UsageError
from auditor.names.romanize import housed
from auditor.packs import styles
from auditor.packs.style_file import Dates, Times
from auditor.report.styles import docs, told

ROOT = Path(__file__).resolve().parents[1]
IDS = {check.id for check in CHECKS}


def found(text: str, style: str | None, lang: str = "en") -> list[tuple[str, str, str]]:
    audit = auditor.audit_texts({"a": text}, lang=lang, style=style)
    return [(f.rule, f.match, f.suggestions[0].text if f.suggestions else "") for f in audit.findings if f.rule in IDS]


@pytest.mark.parametrize("name", styles.names())
def test_shipped(name: str) -> None:
    """Every rule of a shipped style names publisher, title and address; its copy has a language."""
    style = styles.load(name)
    assert style.languages
    for key, rule in styles.ruled_by(style.rules):
        assert rule.source, key
        assert all(ref.publisher and ref.title and ref.url for ref in style.backing[key]), key
        assert told(rule)


def test_docs_are_current() -> None:
    assert (ROOT / "docs/styles.md").read_text(encoding="utf-8") == docs()


def test_every_check_has_its_topic() -> None:
    assert set(TOPICS) == IDS


CASES = [
    ("ap", "He left on Friday, 5 June 2015, for the coast.", [("DT501", "5 June 2015", "June 5, 2015")]),
    ("ap", "He left on the 5th of June for the coast.", [("DT501", "5th of June", "June 5")]),
    ("guardian", "He left on Friday, June 5th, for the coast.", [("DT501", "June 5th", "5 June")]),
    ("guardian", "He left on Sept. 5.", [("DT501", "Sept. 5", "5 September")]),
    ("reuters", "He left on October 5, 2015, for the coast.", [("DT501", "October 5, 2015", "Oct. 5, 2015")]),
    ("guardian", "Between 5 and 7 June and on June 5 and 6 he was away.", []),
    ("guardian", "It was sold on 5 June for £3bn; see June 2015.", []),
    ("bbc", "He came at 12am and left at 12.30 p.m.", [("DT502", "12am", "00:00"), ("DT502", "12.30 p.m", "12:30")]),
    ("ap", "He came at 9.30pm.", [("DT502", "9.30pm.", "9:30 p.m.")]),
    ("guardian", "He came at 9:30 p.m.", [("DT502", "9:30 p.m", "9.30pm")]),
    ("ap", "Rates of 5 to 10 percent are usual.", [("NU501", "10 percent", "10%")]),
    ("un", "The rate is 10 percent or 12%.", [("NU501", "10 percent", "10 per cent"), ("NU501", "12%", "12 per cent")]),
    ("duden", "Die Preise stiegen im Frühjahr um 4,5% in der Stadt.", [("NU501", "4,5%", "4,5\u00a0%")]),
    ("ap", "The council closed 3 streets.", [("NU502", "3", "three")]),
    ("ap", "The boy was aged 5 months. Route 5 buses stop here. They need 5 more.", []),
    ("bbc", "The deal is worth $3 billion or €40m.", [("NU504", "$3 billion", "$3bn")]),
    ("dpa-english", "The deal is worth $3 billion.", [("NU505", "$3 billion", "3 billion dollars")]),
    ("bbc", "The UNESCO list and the AIDS clinic.", [("NM501", "UNESCO", "Unesco"), ("NM501", "AIDS", "Aids")]),
    ("economist", "The Unesco list and Unicef.", [("NM501", "Unesco", "UNESCO")]),
    ("bbc", "He moved from Calcutta to Bombay.", [("NM502", "Calcutta", "Kolkata"), ("NM502", "Bombay", "Mumbai")]),
    ("guardian", "He flew to the Ivory Coast.", [("NM502", "the Ivory Coast", "Ivory Coast")]),
    ("guardian", "He left the U.S.", [("TM501", "U.S", "US")]),
    ("reuters", "He left the US for the UN in May.", [("TM501", "US", "U.S."), ("TM501", "UN", "U.N.")]),
    ("reuters", "It cost US$100 in the port.", []),
    ("un", "It was organised in the harbor.", [("TM502", "organised", "organized"), ("TM502", "harbor", "harbour")]),
    ("reuters", "Mrs. Hollis waited.", [("TM503", "Mrs. Hollis", "Hollis")]),
    ("imprimerie-nationale", "Le maire a dit lundi : “Le pont sera ouvert au public cet été.”", [("QT501", "“", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("style", "text", "expected"), CASES, ids=[f"{s}-{t[:20]}" for s, t, _ in CASES])
def test_departures(style: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    lang = styles.load(style).languages[0].split("-")[0]
    assert found(text, style, lang) == expected
    assert not found(text, None, lang)


def test_other_languages_are_left_alone() -> None:
    assert not found("Die Preise stiegen im Frühjahr um 4,5% in der Stadt.", "guardian", "de")
    assert styles.load("guardian").speaks("en-GB")
    assert not styles.load("guardian").speaks("en-US")


def test_evidence_cites_the_rule() -> None:
    audit = auditor.audit_texts({"a": "Prices rose by 4.5 per cent."}, lang="en", style="guardian")
    clue = audit.findings[0].evidence[0]
    assert (clue.kind, clue.source) == ("style", "https://www.theguardian.com/guardian-observer-style-guide-p")
    assert "The Guardian style" in clue.text
    assert "P, per cent" in clue.text


def test_style_is_in_the_signature_and_not_in_drift() -> None:
    text = "Prices rose by 4.5 per cent in the town, and the council closed twelve streets for the works."
    plain, held = (auditor.audit_texts({"a": text}, lang="en", style=s) for s in (None, "guardian"))
    assert plain.signature["style"] is None
    assert held.signature["style"]["digest"] == styles.load("guardian").digest
    assert len(held.findings) > len(plain.findings)
    assert plain.articles[0].drift == held.articles[0].drift


def desk(folder: Path, text: str, name: str = "desk.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


OWN = """
title = "The Wire"
extend = "guardian"
without = ["times"]

[percent]
write = " per cent"

[[words]]
use = "Kiev"
instead_of = ["Kyiv"]
kind = "place"
"""


def test_own_style_extends(tmp_path: Path) -> None:
    name = desk(tmp_path, OWN)
    style = styles.load(name)
    assert (style.title, style.extends, style.rules.times) == ("The Wire", ("guardian",), None)
    assert found("He left Kyiv at 7 p.m. on June 5; NATO rose 5%.", name) == [
        ("NM502", "Kyiv", "Kiev"),
        ("DT501", "June 5", "5 June"),
        ("NM501", "NATO", "Nato"),
        ("NU501", "5%", "5 per cent"),
    ]


def test_chain_of_files(tmp_path: Path) -> None:
    desk(tmp_path, OWN)
    name = desk(tmp_path, 'extend = "desk.toml"\n[numbers]\nwords_to = 10\n', "sports.toml")
    style = styles.load(name)
    assert style.extends[-1] == "guardian"
    assert style.rules.numbers is not None
    assert (style.rules.numbers.words_to, style.rules.percent and style.rules.percent.write) == (10, " per cent")


def test_a_change_in_the_extended_file_is_seen(tmp_path: Path) -> None:
    """An editor keeps the program running while styles are edited."""
    base, desk = tmp_path / "base.toml", tmp_path / "desk.toml"
    base.write_text('[percent]\nwrite = "%"\n', encoding="utf-8")
    desk.write_text('extend = "base.toml"\n', encoding="utf-8")
    first = styles.load(str(desk)).rules.percent
    base.write_text('[percent]\nwrite = " percent"\n', encoding="utf-8")
    second = styles.load(str(desk)).rules.percent
    assert first
    assert second
    assert (first.write, second.write) == ("%", " percent")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('[percentt]\nwrite = "%"\n', 1, "did you mean 'percent'"),
        ('[percent]\nwrit = "%"\n', 2, "did you mean 'write'"),
        ('\nextend = "gaurdian"\n', 2, "did you mean 'guardian'"),
        ('extend = "desk.toml"\n', 1, "extends itself"),
        ('extend = "none.toml"\n', 1, "no such file"),
        ('[percent]\nwrite = "%"\nsource = "x"\n', 3, "no such source"),
        (
            '[percent]\nwrite = "%"\nsource = "a"\n[titles]\ncourtesy = "never"\nsource = "x"\n'
            '[sources]\na = { publisher = "P", title = "T" }\n',
            6,
            "no such source",
        ),
        ('without = ["time"]\n', 1, "did you mean 'times'"),
        ("[numbers]\nwords_to = 5\n", 2, "words_to"),
        ("percent = \n", 1, "not valid TOML"),
    ],
)
def test_broken(tmp_path: Path, text: str, line: int, says: str) -> None:
    with pytest.raises(ConfigError) as error:
        styles.load(desk(tmp_path, text))
    assert error.value.line == line
    assert says in str(error.value)


def test_cycle_through_two_files(tmp_path: Path) -> None:
    desk(tmp_path, 'extend = "two.toml"\n', "one.toml")
    with pytest.raises(ConfigError, match="extends itself"):
        styles.load(desk(tmp_path, 'extend = "one.toml"\n', "two.toml"))


def test_unknown_name() -> None:
    with pytest.raises(UsageError, match="did you mean 'reuters'"):
        styles.load("reutres")
    with pytest.raises(UsageError, match="did you mean 'reuters'"):
        auditor.audit_texts({"a": "Text."}, style="reutres")


def test_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    desk(tmp_path, OWN)
    Path("copy.txt").write_text("Prices rose by 4.5% in the town on Monday, the mayor said.\n", encoding="utf-8")
    Path("auditor.toml").write_text('style = "desk.toml"\n', encoding="utf-8")
    assert run(["check", "copy.txt", "--format", "concise"]) == 0
    assert "The Wire writes 4.5 per cent" in capsys.readouterr().out
    assert run(["check", "copy.txt", "--style", "guardian", "--format", "concise"]) == 0
    assert "writes" not in capsys.readouterr().out
    assert run(["config", "show"]) == 0
    assert "desk.toml" in capsys.readouterr().out
    assert run(["check", "copy.txt", "--style", "gardian"]) == 2
    assert "did you mean 'guardian'" in capsys.readouterr().err
    assert run(["check", "copy.txt", "--style", "nothing.toml"]) == 2
    assert "nothing.toml" in capsys.readouterr().err


def test_verb() -> None:
    shown = CliRunner().invoke(program(["styles"]), ["styles", "show", "ap", "--json"])
    told_of = json.loads(shown.stdout)
    assert told_of["rules"][0] == {
        "rule": "percent",
        "says": "4.5%",
        "note": None,
        "sources": [{"text": str(s), "url": s.url} for s in styles.load("ap").backing["percent"]],
    }
    listed = CliRunner().invoke(program(["styles"]), ["styles", "list"]).stdout
    assert not any(line.endswith(" 1 rules") for line in listed.splitlines())
    assert all(name in listed for name in styles.names())


@settings(max_examples=30, deadline=None)
@given(
    st.integers(1, 12), st.integers(1, 28), st.integers(1600, 2099), st.sampled_from(["ap", "guardian", "economist"])
)
def test_what_a_house_writes_is_no_departure(month: int, day: int, year: int, name: str) -> None:
    rule = styles.load(name).rules.dates
    assert isinstance(rule, Dates)
    text = f"The bridge was closed on {written(rule, month, day, str(year), None)} for repairs."
    assert not found(text, name)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 12), st.integers(0, 59), st.sampled_from("ap"), st.sampled_from(["ap", "guardian"]))
def test_times_agree_with_themselves(hour: int, minute: int, half: str, name: str) -> None:
    rule = styles.load(name).rules.times
    assert isinstance(rule, Times)
    assert not found(f"The bridge was closed at {clock(rule, hour, None, f'{minute:02}', half)} on Monday.", name)


ROMANIZED = [
    ("Зеленский", "Zelensky"),
    ("Фёдоров", "Fyodorov"),
    ("Евгеньев", "Yevgenyev"),
    ("Алиев", "Aliyev"),
    ("Рублёв", "Rublyov"),
    ("Джугашвили", "Jugashvili"),
    ("Белый", "Bely"),
    ("Руцкой", "Rutskoi"),
]


@pytest.mark.parametrize(("native", "form"), ROMANIZED)
def test_house_romanization(native: str, form: str) -> None:
    rules = styles.load("economist").rules.romanization["ru"].rules
    assert housed(native, "ru", "en", rules) == form


def test_preferred_forms_follow_the_style() -> None:
    text = "NATO and the mayor of Kiev met in the harbour on Monday. NATO is pleased, the mayor of Kiev said."
    named = {}
    for style in (None, "guardian"):
        audit = auditor.audit_texts({"a": text}, lang="en", style=style)
        named[style] = {e.preferred: e.decided_by for e in audit.entities}
    assert named[None]["NATO"] == "institutions"
    assert named["guardian"]["Nato"] == "style"
