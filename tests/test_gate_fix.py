"""Repairs: what is changed, what never is, and that a file keeps its bytes elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.cli.app import run
from auditor.cli.check import Repair, once
from auditor.gate.fix import Edit, applied, diff, plan
from auditor.reading.decode import decode, encode_like
from auditor.reading.ingest import from_text
from auditor.records import Audit, Suggestion, Suppression
from tests.report_sample import audit_of

GLOSSARY = """schema = 1
[[concept]]
id = "per-okara-lena"
type = "person"
terms = [
  { text = "Lena Okara", lang = "en", status = "preferred", short = "Okara" },
  { text = "Lena Okarra", lang = "en", status = "misspelling" },
]
"""
COPY = "The mayor met Lena Okarra on Monday.\n\n“I know Lena Okarra well,” said the mayor of the town.\n"
FIXED = COPY.replace("Okarra", "Okara", 1)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "glossaries" / "desk.toml").write_text(GLOSSARY, encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(COPY.encode())
    return tmp_path


def test_diff_shows_and_fix_makes_the_same(desk: Path, capsys: Any) -> None:
    assert run(["check", "a.txt", "--diff"]) == 1
    told = capsys.readouterr()
    assert "+The mayor met Lena Okara on Monday.\n" in told.out
    assert (desk / "a.txt").read_text(encoding="utf-8") == COPY
    run(["check", "a.txt", "--fix"])
    assert (desk / "a.txt").read_text(encoding="utf-8") == FIXED
    assert "fixed: a.txt: Lena Okarra → Lena Okara" in capsys.readouterr().err
    run(["check", "a.txt", "--fix", "--unsafe-fixes"])
    assert (desk / "a.txt").read_text(encoding="utf-8") == FIXED


@pytest.mark.parametrize(
    ("mark", "encoding", "option", "newline"),
    [
        (b"", "utf-8", None, "\r\n"),
        (b"\xef\xbb\xbf", "utf-8", None, "\n"),
        (b"\xff\xfe", "utf-16-le", None, "\r"),
        (b"", "cp1252", "cp1252", "\r\n"),
        (b"\xff\xfe", "utf-16-le", "utf-16", "\n"),
    ],
)
def test_encoding_mark_line_ends_mode_and_links_are_kept(
    desk: Path, capsys: Any, mark: bytes, encoding: str, option: str | None, newline: str
) -> None:
    def data(text: str) -> bytes:
        return mark + text.replace("\n", newline).encode(encoding)

    (desk / "a.txt").write_bytes(data(COPY))
    (desk / "a.txt").chmod(0o640)
    (desk / "link.txt").symlink_to("a.txt")
    run(["check", "link.txt", "--fix", *(["--encoding", option] if option else [])])
    assert (desk / "a.txt").read_bytes() == data(FIXED)
    assert (desk / "a.txt").stat().st_mode & 0o777 == 0o640
    assert (desk / "link.txt").is_symlink()


def test_a_file_that_has_changed_meanwhile_is_refused(desk: Path, capsys: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from auditor.cli import fixing

    def meanwhile(*given: Any, **more: Any) -> Any:
        (desk / "a.txt").write_text("Another hand was here.\n", encoding="utf-8")
        return found(*given, **more)

    found = fixing.plans
    monkeypatch.setattr(fixing, "plans", meanwhile)
    assert once([Path("a.txt")], {}, None, Repair(fix=True, diff=False, unsafe=False)) == 2
    assert (desk / "a.txt").read_text(encoding="utf-8") == "Another hand was here.\n"
    assert "has changed since it was read" in capsys.readouterr().err


TEXT = "one two three four\n"


def planned(text: str, spans: tuple[tuple[int, int], ...], fix: str = "X", path: str = "a.txt", **more: Any) -> str:
    """The text after the safe repairs of findings on these spans; the sample's mentions and quotes are left out."""
    audit, _ = audit_of(text, spans)
    safe = (Suggestion(text=fix, safety=more.pop("safety", "safe")),)
    unsafe = more.pop("unsafe", False)
    named = more.pop("named", False)
    marked = tuple(msgspec.structs.replace(f, preview=False, suggestions=safe, **more) for f in audit.findings)
    audit = msgspec.structs.replace(audit, findings=marked, quotes=(), entities=audit.entities if named else ())
    return plan(audit, from_text("a", text, path=path), unsafe=unsafe).after


def test_of_several_words_people_choose() -> None:
    audit, _ = audit_of(TEXT, ((4, 7),))
    several = tuple(Suggestion(text=text) for text in ("2", "II"))
    findings = tuple(msgspec.structs.replace(f, preview=False, suggestions=several) for f in audit.findings)
    audit = msgspec.structs.replace(audit, findings=findings, quotes=(), entities=())
    assert plan(audit, from_text("a", TEXT, path="a.txt"), unsafe=True).after == TEXT


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("One the two.", "One two."),
        ("the two.", "two."),
        ("One\nthe two.", "One\ntwo."),
        ("One two the.", "One two."),
        ("One two the", "One two"),
        ("One the\ntwo.", "One\ntwo."),
        ("One (the) two.", "One () two."),
    ],
)
def test_a_word_goes_with_its_blank(text: str, without: str) -> None:
    at = text.index("the")
    assert planned(text, ((at, at + 3),), "") == without


@pytest.mark.parametrize(
    ("text", "span", "path", "more", "changed"),
    [
        (TEXT, (4, 7), "a.txt", {}, True),
        (TEXT, (4, 7), "a.txt", {"safety": "unsafe"}, False),
        (TEXT, (4, 7), "a.txt", {"safety": "unsafe", "unsafe": True}, True),
        (TEXT, (4, 7), "a.txt", {"safety": "unsafe", "unsafe": True, "named": True}, False),
        (TEXT, (4, 7), "a.txt", {"safety": "unsafe", "unsafe": True, "rule": "NM201"}, False),
        (TEXT, (4, 7), "a.txt", {"suppressed": Suppression(reason="r")}, False),
        (TEXT, (4, 7), "a.txt", {"match": "else"}, False),
        ("he said “one two” there\n", (13, 16), "a.txt", {}, False),
        ('he said "one two" there\n', (18, 23), "a.txt", {}, True),
        ('he said "one two there\n', (18, 22), "a.txt", {}, False),
        ('he said "one two there\n\nafter it\n', (24, 29), "a.txt", {}, True),
        ("it’s the mayor’s hat\n", (5, 8), "a.txt", {}, True),
        ("<p>one two</p>", (3, 6), "a.html", {}, True),
        ("<p>one <b>two</b></p>", (3, 13), "a.html", {}, False),
        ("<blockquote><p>one two</p></blockquote>", (15, 18), "a.html", {}, False),
        ("<p>x</p><q>one two</q>", (11, 14), "a.html", {}, False),
        ("> one two\n\nthree\n", (2, 5), "a.md", {}, False),
        ("> one two\n\nthree\n", (11, 16), "a.md", {}, True),
    ],
)
def test_what_is_repaired(text: str, span: tuple[int, int], path: str, more: dict[str, Any], changed: bool) -> None:
    wanted = text[: span[0]] + "X" + text[span[1] :] if changed else text
    assert planned(text, (span,), path=path, **more) == wanted


def test_a_replacement_is_written_as_html() -> None:
    assert planned("<p>one two</p>", ((3, 6),), "<b>&", "a.html") == "<p>&lt;b&gt;&amp; two</p>"


@given(st.lists(st.tuples(st.integers(0, 17), st.integers(1, 6)), max_size=6))
def test_edits_never_overlap(given_spans: list[tuple[int, int]]) -> None:
    spans = tuple((a, min(18, a + n)) for a, n in given_spans if a < min(18, a + n))
    audit, _ = audit_of(TEXT, spans)
    safe = (Suggestion(text="X", safety="safe"),)
    marked = tuple(msgspec.structs.replace(f, preview=False, suggestions=safe) for f in audit.findings)
    edits = plan(msgspec.structs.replace(audit, findings=marked, quotes=()), from_text("a", TEXT)).edits
    assert all(a.end <= b.start for a, b in pairwise(edits))
    assert bool(edits) is bool(spans)


def test_a_real_audit_leaves_quotes_alone() -> None:
    text = 'The mayor of the tоwn spoke.\n\n"The tоwn is ours," the mayor said on Monday.\n'  # Cyrillic o
    audit: Audit = auditor.audit_texts({"a": text}, lang="en")
    assert plan(audit, from_text("a", text)).after == text.replace("tоwn", "town", 1)


def test_a_diff_is_what_patch_takes() -> None:
    assert diff("a", "x\n", "x\n") == ""
    assert diff("a", "x\r\ny", "x\r\nz") == (
        "--- a/a\n+++ b/a\n@@ -1,2 +1,2 @@\n x\r\n-y\n\\ No newline at end of file\n+z\n\\ No newline at end of file\n"
    )


@given(st.text(), st.sampled_from(["utf-8", "utf-16-le", "cp1252"]), st.booleans())
def test_encoding_goes_both_ways(text: str, encoding: str, mark: bool) -> None:
    try:
        data = (b"\xef\xbb\xbf" if mark and encoding == "utf-8" else b"") + text.encode(encoding)
        read = decode(data, "a", None if mark and encoding == "utf-8" else encoding)
    except (UnicodeError, auditor.errors.AuditorError):
        return
    try:
        assert encode_like(data, encoding, read, read) == data
    except ValueError:
        assert "\ufeff" in text


def test_edits_are_applied_in_place() -> None:
    assert applied("abcdef", [Edit(0, 1, "", "x"), Edit(2, 4, "XYZ", "y")]) == "bXYZef"


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.txt", "--unsafe-fixes"],
        ["-", "--fix"],
        ["a.txt", "--diff", "--format", "json"],
        ["a.txt", "--watch", "--fix"],
        ["-", "--watch"],
        ["-", "--files-from", "-"],
        ["--quiet"],
        ["--files-from", "nowhere"],
    ],
)
def test_options_that_contradict_each_other(desk: Path, capsys: Any, arguments: list[str]) -> None:
    assert run(["check", *arguments]) == 2
    assert capsys.readouterr().err.startswith("error: ")


@pytest.mark.parametrize("listed", ["a.txt\nb.png\nlost.txt\n", "a.txt\0b.png\0", "a.txt\r\n\r\n", "./a.txt\na.txt"])
def test_files_from_takes_the_articles_of_a_list(desk: Path, capsys: Any, listed: str) -> None:
    (desk / "b.png").write_bytes(b"\x89PNG")
    (desk / "list").write_bytes(listed.encode())
    assert run(["check", "--files-from", "list", "--format", "concise"]) == 1
    assert {row.split(":")[0] for row in capsys.readouterr().out.splitlines()} == {"a.txt"}
    (desk / "list").write_bytes(b"b.png\n")
    assert run(["check", "--files-from", "list"]) == 0


def test_watch_checks_again_after_a_change(desk: Path) -> None:
    """The child says when it waits; then a change brings another run, and an interrupt ends it."""
    import signal

    command = [sys.executable, "-m", "auditor", "check", "a.txt", "--watch", "--format", "concise", "--isolated"]
    child = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=desk)
    assert child.stderr is not None
    guard = threading.Timer(30, child.kill)
    guard.start()
    try:
        for line in child.stderr:
            if line.startswith("watching"):
                break
        (desk / "a.txt").write_text("The pilot is Sean O'Learyzwei of Cork, said the board.\n", encoding="utf-8")
        told = []
        for line in child.stderr:
            told.append(line)
            if line.startswith("watching"):
                break
        child.send_signal(signal.SIGINT)
        out, _ = child.communicate(timeout=20)
    finally:
        guard.cancel()
        child.kill()
    assert any("changed, checked again" in line for line in told)
    assert "O'Learyzwei" in out
    assert child.returncode == 130


KILLED = """
import os, random, signal, sys, time
from pathlib import Path
import msgspec
from auditor.cli.app import run
from auditor.gate import baseline, suppressions
from auditor.records import Audit
before, after = (Path(name).read_bytes() for name in ("before", "after"))
quiet = os.open(os.devnull, os.O_WRONLY)
def work():
    os.dup2(quiet, 1), os.dup2(quiet, 2)
    number = 0
    while True:
        number += 1
        Path("b.txt").write_bytes(before), os.replace("b.txt", "a.txt")
        run(["check", "a.txt", "--fix", "-q"])
        run(["baseline", "--update", "a.txt", "-q"])
        run(["suppress", "--match", f"x{number}", "--reason", "r"])
        run(["audit", "a.txt", "-q", "--format", "json", "--output", "out.json"])
run(["check", "a.txt", "-q"]), run(["audit", "a.txt", "-q", "--format", "json", "--output", "out.json"])
run(["baseline", "a.txt", "-q"]), run(["suppress", "--match", "x", "--reason", "r"])
random.seed(7)
seen = set()
for _ in range(30):
    child = os.fork()
    if not child:
        work()
    time.sleep(random.uniform(0.005, 0.12))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    held = Path("a.txt").read_bytes()
    assert held in (before, after), held
    seen.add(held)
    baseline.load(Path(baseline.NAME))
    suppressions.load(Path(suppressions.NAME))
    msgspec.json.decode(Path("out.json").read_bytes(), type=Audit)
print("sound", len(seen))
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_at_any_point_leaves_no_half_written_file(desk: Path) -> None:
    (desk / "before").write_text(COPY, encoding="utf-8")
    (desk / "after").write_text(FIXED, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", KILLED], cwd=desk, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines()[-1].startswith("sound")


REPORTS = """
import os, signal, sys
from pathlib import Path

from auditor.packs.files import write_together

folder, names = Path("reports"), ["a.html", "b.html", "audit.json", "index.html"]
for step in range(1, 100):
    write_together((folder / name, b"old") for name in names)
    child = os.fork()
    if not child:
        calls = 0

        def traced(frame, event, arg):
            global calls
            calls += event == "line"
            if calls == step * 17:
                os.kill(os.getpid(), signal.SIGKILL)
            return traced

        sys.settrace(traced)
        write_together((folder / name, b"new") for name in names)
        os._exit(0)
    os.waitpid(child, 0)
    held = [(folder / name).read_bytes() for name in names]
    assert set(held) <= {b"old", b"new"}, held
    assert held == sorted(held), held  # new ones first: the last is new only where all are
    print(held.count(b"new"))
    if held[-1] == b"new":
        break
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_files_of_one_audit_are_replaced_in_order_and_the_index_last(desk: Path) -> None:
    done = subprocess.run([sys.executable, "-c", REPORTS], cwd=desk, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    assert set(done.stdout.split()) >= {"0", "4"}


def test_an_audit_writes_its_index_last(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr("auditor.cli.emit.write_together", lambda files: written.extend(path.name for path, _ in files))
    (desk / "copy.txt").write_text(COPY, encoding="utf-8")
    assert run(["audit", "copy.txt", "-q"]) == 0
    assert written[-2:] == ["audit.json", "index.html"]
    assert {"copy.html", "copy.json"} <= set(written)


def test_a_diff_without_repairs_does_not_say_how_to_make_them(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "sound.txt").write_text("The mayor met Lena Okara on Monday.\n", encoding="utf-8")
    run(["check", str(desk / "sound.txt"), "--diff", "--isolated"])
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "0 fixes in 0 files would be made\n"


def test_what_is_only_read_is_named(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "a.rss").write_bytes((Path(__file__).parent / "formats/feed.rss").read_bytes())
    run(["check", str(desk / "a.rss"), "--fix", "--isolated"])
    assert "note: only read, never repaired: a.rss (repaired are .txt, .md, .html)" in capsys.readouterr().err
