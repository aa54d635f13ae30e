"""What goes to which stream, colour, closed pipes, interruption, faults, cold start."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from auditor.cli import app, console, stored
from auditor.cli.app import VERBS, run
from auditor.report.formats import FORMATS
from auditor.run.gather import Wanted, gather
from auditor.run.pipeline import run as engine
from auditor.run.runner import WORTH
from auditor.run.settings import Settings
from tests.test_formats import CORE, LETTER, package

COPY = "The crew was named on Monday. The pilot is Sean O'Learyzwei of Cork.\n"
ESCAPE = "\x1b["


@pytest.fixture
def draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    path = tmp_path / "draft.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


def program(*arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "auditor", *arguments], capture_output=True, text=True, **more)


@pytest.mark.parametrize(
    ("variables", "options", "colored"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "0"}, [], False),
        ({"FORCE_COLOR": "1"}, ["--no-color"], False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"FORCE_COLOR": "1"}, ["--output", "-"], True),
    ],
)
def test_colour(
    draft: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Any,
    variables: dict[str, str],
    options: list[str],
    colored: bool,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run(["check", "draft.txt", *options]) == 1
    assert (ESCAPE in capsys.readouterr().out) is colored


def test_a_file_gets_no_colour(draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    run(["check", "draft.txt", "--output", "out.txt"])
    assert ESCAPE not in Path("out.txt").read_text(encoding="utf-8")
    assert capsys.readouterr().out == ""


def test_results_on_stdout_are_pure(draft: Path, capsys: Any) -> None:
    run(["check", "draft.txt", "nope.txt", "-v", "--format", "json"])
    told = capsys.readouterr()
    assert json.loads(told.out)["failures"][0]["kind"] == "missing"
    assert "error: nope.txt" in told.err
    assert "note: configuration" in told.err


def test_the_same_bytes_twice(draft: Path, capsys: Any) -> None:
    outputs = []
    for _ in range(2):
        run(["check", "draft.txt", "--format", "json"])
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]


def test_interrupted(draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr("auditor.run.pipeline.run", _raise(KeyboardInterrupt()))
    assert run(["check", "draft.txt"]) == 130
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("fault", [RuntimeError("odd\nthing"), MemoryError(), RecursionError("deep")])
def test_a_fault_of_the_program_is_one_line(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any, fault: BaseException
) -> None:
    monkeypatch.setattr("auditor.run.pipeline.run", _raise(fault))
    assert run(["check", "draft.txt"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("error: ")
    assert told.count("\n") == 1


@pytest.mark.parametrize("line", ["check draft.txt --debug", "--debug check draft.txt", "check --debug -- draft.txt"])
def test_debug_shows_the_traceback(draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any, line: str) -> None:
    monkeypatch.setattr("auditor.run.pipeline.run", _raise(RuntimeError("odd")))
    assert run(line.split()) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["names compare Lawrow", "glossary show per-x", "rule XX999", "config check nowhere"])
def test_every_verb_takes_debug_and_a_file_may_be_called_so(capsys: Any, line: str) -> None:
    assert run([*line.split(), "--debug"]) == 2
    assert "no such option" not in capsys.readouterr().err
    assert run(["check", "--", "--debug"]) == 2
    assert "--debug: no such file" in capsys.readouterr().err.replace("'", "")


def _raise(fault: BaseException) -> Any:
    def engine(*arguments: Any, **more: Any) -> None:
        raise fault

    return engine


def test_a_closed_pipe_is_quiet() -> None:
    """The reader goes away at once; the program ends without a word and with its own exit code."""
    child = subprocess.Popen([sys.executable, "-m", "auditor", "rule"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait(timeout=60) == 0


def test_output_survives_a_narrow_encoding(draft: Path) -> None:
    draft.write_text("The pilot is Seán O'Learyzwei of Córk.\n", encoding="utf-8")
    told = program("check", str(draft), env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert told.returncode == 1
    assert told.stderr == ""


@pytest.mark.parametrize("format", sorted(FORMATS.keys() - {"text", "concise"}))
def test_what_machines_read_is_in_utf_8_whatever_the_terminal(draft: Path, format: str) -> None:
    draft.write_text("The pilot is Seán O'Learyzwei of Córk.\n", encoding="utf-8")
    command = [sys.executable, "-m", "auditor", "check", str(draft), "--isolated", "--format", format]
    wide, narrow = (
        subprocess.run(command, capture_output=True, env=os.environ | {"PYTHONIOENCODING": code}).stdout
        for code in ("utf-8", "cp1252")
    )
    assert narrow == wide
    assert narrow.decode("utf-8")


@pytest.mark.parametrize(
    ("text", "inert"),
    [
        ("::error::x", "[U+003A]:error::x"),
        ("  ::stop-commands::x", "  [U+003A]:stop-commands::x"),
        ("a: ##[add-mask]x", "a: [U+0023]#[add-mask]x"),
        ("a ::b:: c\n::d", "a ::b:: c\n[U+003A]:d"),
    ],
)
def test_a_job_of_github_takes_no_commands_from_articles(text: str, inert: str) -> None:
    assert console.inert(text) == inert


@pytest.mark.skipif(sys.platform == "win32", reason="closes a file descriptor by the shell")
def test_a_closed_stdout_is_no_fault(draft: Path) -> None:
    """The exit code still tells what was found."""
    done = subprocess.run(
        ["sh", "-c", '"$@" >&-', "sh", sys.executable, "-m", "auditor", "check", str(draft), "--isolated"],
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 1)
    assert "fault" not in done.stderr


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["check", "--help"], ["glossary", "add", "--help"]])
def test_help_goes_to_stdout(arguments: list[str], capsys: Any) -> None:
    assert run(arguments) == 0
    told = capsys.readouterr()
    assert told.out.startswith("Usage: auditor")
    assert told.err == ""


@pytest.mark.parametrize("verb", ["names", "glossary", "styles", "config"])
def test_a_group_alone_shows_its_help_and_fails(verb: str, capsys: Any) -> None:
    assert run([verb]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"Usage: auditor {verb}")


@pytest.mark.parametrize("verb", ["audit", "check", "why", "suppress", "baseline", "glossary export"])
def test_a_verb_alone_gives_an_example_and_fails(verb: str, capsys: Any) -> None:
    assert run(verb.split()) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"error: nothing named; as in: auditor {verb} ")
    assert told.err.count("\n") == 1


def _verbs(command: Any, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every verb and every group of verbs below a command."""
    for name, below in getattr(command, "commands", {}).items():
        yield (*words, name)
        yield from _verbs(below, (*words, name))


def test_every_verb_has_help_with_an_example_and_a_whole_first_line(capsys: Any) -> None:
    verbs = list(_verbs(typer.main.get_command(app.program()), ()))
    assert len(verbs) > len(VERBS)
    for words in verbs:
        assert run([*words, "--help"]) == 0
        told = capsys.readouterr().out
        assert f"  auditor {' '.join(words)}" in told, words
        assert "...\n" not in told.partition("Commands:")[2], words


def test_a_program_built_again_has_each_verb_once() -> None:
    def registered(group: typer.Typer) -> int:
        return len(group.registered_commands) + sum(
            registered(below.typer_instance) for below in group.registered_groups
        )

    first = registered(app.program())
    assert registered(app.program()) == first


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom auditor.cli.app import run\nrun(['--help'])\n"
        "heavy = ('wordfreq', 'sacrebleu', 'numpy', 'lxml', 'langdetect', 'babel', 'jinja2', 'rich', 'rapidfuzz')\n"
        "print([m for m in heavy if m in sys.modules], file=sys.stderr)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stderr.strip() == "[]"


def test_a_bar_is_drawn_on_terminals_only_and_for_long_work_only(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr(console, "PATIENCE", 0.0)
    with console.progress() as tell:
        tell("check", 1, 3)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    with console.progress() as tell:
        tell("check", 1, 3)
        tell("check", 3, 3)
    assert "check" in capsys.readouterr().err
    with console.progress(quiet=True) as tell:
        tell("check", 1, 3)
    monkeypatch.setattr(console, "PATIENCE", 60.0)
    with console.progress() as tell:
        tell("check", 1, 3)
    assert capsys.readouterr().err == ""


def test_a_check_that_crashes_is_off_and_the_others_complete(
    draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    import msgspec

    from auditor.checks.catalogue import catalogue

    def crash(context: object) -> Any:
        raise ValueError("no such thing")

    broken = msgspec.structs.replace(catalogue()[-1], id="TX999", slug="broken", run=crash)
    monkeypatch.setattr("auditor.run.pipeline.catalogue", lambda: (*catalogue(), broken))
    assert run(["check", "draft.txt", "--format", "json"]) == 2
    told = capsys.readouterr()
    audit = json.loads(told.out)
    assert [f["kind"] for f in audit["failures"]] == ["AU900"]
    assert "TA101" in {f["rule"] for f in audit["findings"]}
    assert "TX999 broken stopped on this article" in told.err


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("auditor ch", {"check"}),
        ("auditor check --fail-on m", {"major", "minor"}),
        ("auditor check --format js", {"json", "jsonl"}),
        ("auditor rule fused-tok", {"fused-token"}),
        ("auditor glossary l", {"list", "lint"}),
    ],
)
def test_shell_completion(words: str, offered: set[str]) -> None:
    asked = {"_AUDITOR_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    assert offered <= set(program(env=os.environ | asked).stdout.split())


def test_an_audit_of_the_working_folder_twice_gives_the_same_bytes(draft: Path, capsys: Any) -> None:
    """Reports of the first run are not read in the second, wherever they lie."""
    records = []
    for folder in ("reports", "reports", "elsewhere", "elsewhere"):
        assert run(["audit", ".", "--reports", folder]) == 0
        records.append(Path(folder, "audit.json").read_bytes())
    assert len(set(records)) == 1
    capsys.readouterr()


def test_a_format_on_stdout_stays_pure_beside_reports(draft: Path, capsys: Any) -> None:
    assert run(["audit", ".", "--format", "json", "--reports", "r"]) == 0
    told = capsys.readouterr()
    assert [a["path"] for a in json.loads(told.out)["articles"]] == ["draft.txt"]
    assert "reports: " in told.err
    assert Path("r/index.html").is_file()


def test_a_stored_audit_finds_its_texts_or_says_where_by_offset(draft: Path, capsys: Any) -> None:
    draft.write_text(
        'First line.\n"We will not leave the town," said the mayor, Anna Keller, on Monday.\n', encoding="utf-8"
    )
    assert run(["audit", "draft.txt", "--format", "json", "--output", "a.json"]) == 0
    assert run(["quotes", "--audit", "a.json", "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("draft.txt,2,")
    draft.unlink()
    assert run(["quotes", "--audit", "a.json", "--format", "csv"]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert (head.split(",")[1], row.split(",")[1]) == ("offset", "13")


def test_a_stored_audit_reads_its_texts_as_the_audit_did(tmp_path: Path) -> None:
    items = "".join(f"<item><title>T{n}</title><description>{COPY}</description></item>" for n in (1, 2))
    (tmp_path / "feed.rss").write_text(f'<rss version="2.0"><channel>{items}</channel></rss>', encoding="utf-8")
    (tmp_path / "wide.txt").write_bytes(COPY.encode("utf-16"))
    (tmp_path / "letter.docx").write_bytes(package(LETTER, CORE))
    made = engine(gather(Wanted(subjects=(tmp_path,))).sources, Settings(no_glossary=True))
    assert len(made.texts) == 4
    assert stored.texts_of(made.audit, [tmp_path]) == made.texts
    (tmp_path / "wide.txt").write_text("another text\n", encoding="utf-8")
    assert stored.texts_of(made.audit, [tmp_path]) == {i: t for i, t in made.texts.items() if i != "wide"}


def test_doctor_knows_the_declared_dependencies(draft: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    declared = ["msgspec>=0.18", "no-such-thing (>=1)", 'extra-thing; extra == "serve"']
    monkeypatch.setattr("importlib.metadata.requires", lambda name: declared)
    assert run(["doctor"]) == 2
    assert "FAIL  libraries: not installed: no-such-thing;" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_run_that_is_told_to_end_ends_with_its_workers(number: signal.Signals, tmp_path: Path) -> None:
    """A worker that stayed would hold the streams open, and whoever reads them would wait for ever."""
    for index in range(WORTH):
        (tmp_path / f"{index}.txt").write_text(COPY * 40, encoding="utf-8")
    command = [sys.executable, "-m", "auditor", "check", str(tmp_path), "--isolated", "-j", "2", "--verbose"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        time.sleep(1.5)
        run.send_signal(number)
        run.communicate(timeout=60)
    assert run.returncode in (128 + number, 0, 1)  # a fast machine may be done
