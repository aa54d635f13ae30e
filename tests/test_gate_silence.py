"""Suppressions, comments in the copy, the baseline: what they silence, and what they cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.cli.app import run
from auditor.errors import AuditorError, ConfigError
from auditor.gate import baseline, suppressions
from auditor.gate.comments import comments
from auditor.gate.paths import fits
from auditor.gate.suppressions import Entry

COPY = "The crew was named on Monday. The pilot is Sean O'Learyzwei of Cork.\n"
MORE = COPY + "\nThe board met with Anna O'Bradydrei of Galway in the town hall.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk's folder with one draft that has one fault."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "a.txt").write_text(COPY, encoding="utf-8")
    return tmp_path


def findings(capsys: Any, *arguments: str) -> list[dict[str, Any]]:
    run(["check", *arguments, "--format", "json"])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return found


def test_a_suppression_silences_what_it_names_from_wherever_the_check_is_begun(desk: Path, capsys: Any) -> None:
    assert run(["suppress", "copy/a.txt:1", "--reason", "a nickname", "--by", "kl"]) == 0
    for arguments in (["copy/a.txt"], ["copy"], ["."]):
        assert run(["check", *arguments]) == 0
        capsys.readouterr()
        (found,) = findings(capsys, *arguments)
        assert found["suppressed"] == {"reason": "a nickname", "by": "kl", "until": None}
    assert run(["check", "copy", "--isolated"]) == 1
    (desk / "copy" / "a.txt").write_text(MORE, encoding="utf-8")
    assert run(["check", "copy"]) == 1


def test_suppressing_twice_adds_nothing_and_keeps_comments(desk: Path, capsys: Any) -> None:
    file = desk / suppressions.NAME
    file.write_text("# ours\nschema = 1\n", encoding="utf-8")
    run(["suppress", "--match", "Kyjiw", "--rule", "NM", "--reason", "a title"])
    once = file.read_text(encoding="utf-8")
    assert once.startswith("# ours\n")
    run(["suppress", "--match", "Kyjiw", "--rule", "NM", "--reason", "a title"])
    assert file.read_text(encoding="utf-8") == once


def test_a_file_of_suppressions_keeps_its_line_ends(desk: Path) -> None:
    (desk / suppressions.NAME).write_bytes(b"# kept\r\nschema = 1\r\n")
    run(["suppress", "--rule", "TX", "--match", "x", "--reason", "why"])
    run(["suppress", "--rule", "TX", "--match", "y", "--reason", "why"])
    data = (desk / suppressions.NAME).read_bytes()
    assert data.startswith(b"# kept\r\nschema = 1\r\n\r\n[[ignore]]\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 12


@pytest.mark.parametrize(("day", "code"), [(None, 0), ("2027-01-31", 0), ("2027-02-01", 1)])
def test_an_entry_ends_with_its_last_day(desk: Path, capsys: Any, day: str | None, code: int) -> None:
    run(["suppress", "copy/a.txt:1", "--reason", "until the book is out", "--until", "2027-01-31"])
    capsys.readouterr()
    assert run(["check", "copy", *(["--as-of", day] if day else [])]) == code
    told = capsys.readouterr().err
    assert ("expired on 2027-01-31" in told) is (code == 1)
    assert ("not judged without --as-of" in told) is (day is None)


def test_prune_drops_what_silences_nothing_and_leaves_the_rest(desk: Path, capsys: Any) -> None:
    run(["suppress", "copy/a.txt:1", "--reason", "one"])
    run(["suppress", "--rule", "TX", "--match", "x", "--reason", "general entries wait"])
    (desk / "copy" / "a.txt").write_text("The crew was named on Monday.\n", encoding="utf-8")
    capsys.readouterr()
    run(["check", "copy"])
    assert "silences nothing here" in capsys.readouterr().err
    assert run(["suppress", "--prune", "copy"]) == 0
    assert [e.reason for e in suppressions.load(desk / suppressions.NAME).entries] == ["general entries wait"]


def test_a_date_may_stand_without_quotation_marks(tmp_path: Path) -> None:
    file = tmp_path / suppressions.NAME
    file.write_text("[[ignore]]\nmatch = 'x'\nreason = 'x'\nuntil = 2027-03-31\n", encoding="utf-8")
    assert suppressions.load(file).entries[0].until == "2027-03-31"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("[[ignore]]\nrule = 'TA101'\n", 1, "missing required field `reason`"),
        ("schema = 1\n[[ignore]]\nrule = 'TA101'\nreason = ' '\n", 2, "reason: is empty"),
        ("[[ignore]]\nreason = 'x'\n", 1, "names no finding"),
        ("\n[[ignore]]\nrule = 'fused-tokne'\nreason = 'x'\n", 2, "did you mean 'fused-token'"),
        ("[[ignore]]\nrule = 'TA101'\nreason = 'x'\nuntil = 'soon'\n", 1, "not a date"),
        ("[[ignore]]\nrule = 'TA101'\nreason = 'x'\nuntil = '20270331'\n", 1, "not a date"),
        ("[[ignore]]\nrule = 'TA101'\nreason = 'x'\nuntil = '2027-W13-3'\n", 1, "not a date"),
        ("[[ignore]]\nrule = 'TA101'\nreson = 'x'\n", 3, "unknown field"),
        ("schema = 2\n", None, "unknown schema"),
    ],
)
def test_a_broken_file_holds_nothing(tmp_path: Path, text: str, line: int | None, says: str) -> None:
    file = tmp_path / suppressions.NAME
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        suppressions.load(file)
    assert says in str(caught.value)
    assert line is None or caught.value.line == line


@pytest.mark.parametrize(
    "arguments",
    [
        ["copy/a.txt:1"],
        ["copy/a.txt:1", "--reason", " "],
        ["--reason", "x"],
        ["copy/a.txt:9", "--reason", "x"],
        ["copy/a.txt", "--reason", "x"],
        ["--rule", "TA999", "--reason", "x"],
        ["--rule", "TA101", "--reason", "x", "--until", "soon"],
        ["--rule", "TA101", "--reason", "x", "--until", "20270331"],
        ["--list"],
    ],
)
def test_what_cannot_be_suppressed_writes_nothing(desk: Path, capsys: Any, arguments: list[str]) -> None:
    assert run(["suppress", *arguments]) == 2
    assert capsys.readouterr().err.startswith("error: ")
    assert not (desk / suppressions.NAME).exists()


PAGE = "<p>Before.</p>\n<!-- auditor-ignore {body} -->\n<p>The pilot is Sean O'Learyzwei of Cork, he said.</p>\n"


@pytest.mark.parametrize(
    ("body", "inline", "silent"),
    [
        ("TA101: his nickname", True, True),
        ("fused-token: his nickname", True, True),
        ("NM, ta: his nickname", True, True),
        ("TA101: his nickname", False, False),
        ("TA101", True, False),
        (": everything", True, False),
        ("NM: his nickname", True, False),
    ],
)
def test_comments_count_only_where_the_desk_says_so(
    desk: Path, capsys: Any, body: str, inline: bool, silent: bool
) -> None:
    (desk / "page.html").write_text(PAGE.format(body=body), encoding="utf-8")
    run(["check", "page.html", "--select", "TA101", *(["--inline-suppressions"] if inline else [])])
    told = capsys.readouterr()
    assert "a comment in line 2 asks to leave out" in told.out
    assert ("1 suppressed" in told.out) is silent


def test_comments_speak_for_two_lines_only() -> None:
    text = "a\n<!-- auditor-ignore TA: x -->\n\nb\nc\n"
    (found,) = comments(text)
    assert (found.first, found.last) == (2, 4)
    assert comments("no comment <!-- other -->") == ()


def test_a_page_full_of_comments_is_summed_up(desk: Path, capsys: Any) -> None:
    (desk / "page.html").write_text(PAGE.format(body="TA101: x") * 30, encoding="utf-8")
    run(["check", "page.html"])
    told = " ".join(capsys.readouterr().out.split())
    assert "10 more comments ask to leave out findings" in told


def test_text_files_have_no_comments(desk: Path, capsys: Any) -> None:
    (desk / "a.txt").write_text("<!-- auditor-ignore TA101: x -->\n" + COPY, encoding="utf-8")
    assert run(["check", "a.txt", "--inline-suppressions"]) == 1


def test_the_baseline_never_grows_by_itself(desk: Path, capsys: Any) -> None:
    file = desk / baseline.NAME
    assert run(["baseline", "copy"]) == 0
    assert run(["check", "copy"]) == 0
    first = file.read_bytes()
    (desk / "copy" / "a.txt").write_text(MORE, encoding="utf-8")
    assert run(["check", "copy"]) == 1
    for arguments in (["copy"], ["--prune", "copy"]):
        assert run(["baseline", *arguments]) == 0
        assert file.read_bytes() == first
    run(["baseline", "--update", "copy"])
    assert run(["check", "copy"]) == 0
    (desk / "copy" / "a.txt").write_text("The crew was named on Monday.\n", encoding="utf-8")
    (desk / "copy" / "b.txt").write_text(COPY, encoding="utf-8")
    run(["baseline", "--prune", "copy"])
    assert json.loads(file.read_text(encoding="utf-8"))["findings"] == []
    assert run(["check", "copy"]) == 1


def test_articles_that_an_update_did_not_see_stay_known(desk: Path, capsys: Any) -> None:
    (desk / "b.txt").write_text(COPY, encoding="utf-8")
    run(["baseline", "."])
    (desk / "copy" / "a.txt").write_text("Nothing.\n", encoding="utf-8")
    run(["baseline", "--update", "copy"])
    assert {k.path for k in baseline.load(desk / baseline.NAME).known} == {"b.txt"}


def test_checks_that_did_not_run_lose_nothing(desk: Path, capsys: Any) -> None:
    run(["baseline", "copy"])
    held = (desk / baseline.NAME).read_bytes()
    for options in (["--ignore", "TA"], ["--select", "DT"]):
        run(["baseline", "--update", "copy", *options])
        assert (desk / baseline.NAME).read_bytes() == held


BROKEN = [
    b"",
    b"{}",
    b'{"schema": "auditor-baseline/2", "findings": []}',
    b"[1]",
    b'{"schema": "\xff", "findings": []}',
]


@pytest.mark.parametrize("data", BROKEN)
def test_a_broken_baseline_is_an_error(desk: Path, capsys: Any, data: bytes) -> None:
    (desk / baseline.NAME).write_bytes(data)
    for verb in ("check", "baseline"):
        assert run([verb, "copy"]) == 2
        assert capsys.readouterr().err.startswith(f"error: {baseline.NAME}: ")


def test_what_silences_is_in_the_signature_and_counts_less(desk: Path) -> None:
    (desk / suppressions.NAME).write_text('[[ignore]]\nmatch = "O\'Learyzwei"\nreason = "x"\n', encoding="utf-8")
    plain = auditor.audit("copy", no_glossary=True)
    quiet = auditor.audit("copy", no_glossary=True, suppressions=suppressions.NAME)
    assert plain.signature["silence"] != quiet.signature["silence"]
    scores = [a.articles[0].drift.axes["artifacts"].score for a in (plain, quiet)]
    assert scores[0] is not None
    assert scores[1] is not None
    assert scores[1] < scores[0]
    with pytest.raises(AuditorError):
        auditor.audit("copy", suppressions="nowhere.toml")


@pytest.mark.parametrize(
    ("pattern", "path", "fit"),
    [
        ("wire/**", "wire/a/b.txt", True),
        ("wire", "wire/a/b.txt", True),
        ("wire/*.txt", "wire/a.txt", True),
        ("wire/*.txt", "wire/a/b.txt", False),
        ("*.txt", "wire/a/b.txt", True),
        ("/a.txt", "b/a.txt", False),
        ("**/de/*.txt", "x/y/de/a.txt", True),
        ("**/de/*.txt", "de/a.txt", True),
        ("a?.txt", "ab.txt", True),
        ("a?.txt", "a/.txt", False),
        ("a.txt", "axtxt", False),
        ("./copy/a.txt", "copy/a.txt", True),
    ],
)
def test_patterns_of_paths(pattern: str, path: str, fit: bool) -> None:
    assert fits(pattern, path) is fit


@given(st.builds(Entry, reason=st.text(min_size=1).filter(str.strip), match=st.text(min_size=1), by=st.text()))
def test_what_is_written_is_read_again(tmp_path_factory: pytest.TempPathFactory, entry: Entry) -> None:
    file = tmp_path_factory.mktemp("desk") / suppressions.NAME
    file.write_text(suppressions.added(None, (entry, entry)), encoding="utf-8")
    held = suppressions.load(file)
    assert held.entries == (entry, entry)
    assert suppressions.without(file.read_text(encoding="utf-8"), held, [0, 1]).count("[[ignore]]") == 0
