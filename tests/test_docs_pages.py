"""Pages of use: their commands are run in order, and print what stands there.

``AUDITOR_UPDATE_GOLDEN=1`` writes the outputs anew.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import textwrap
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from auditor.cli.app import VERBS, run

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("desk", "research")
_BLOCK = re.compile(r"```(?P<kind>\w+)(?: file=(?P<file>\S+))?\n(?P<body>.*?)```", re.S)


def printed(command: str, last: int) -> tuple[str, int]:
    """What a command prints, and its exit code."""
    if command == "echo $?":
        return f"{last}\n", 0
    program, *arguments = shlex.split(command)
    assert program == "auditor"
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told):
        code = run(arguments)
    return told.getvalue(), code


@pytest.mark.parametrize("name", PAGES)
def test_the_page_prints_what_the_program_prints(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = ROOT / "docs" / f"{name}.md"
    text, last = page.read_text(encoding="utf-8"), 0

    def rewritten(block: re.Match[str]) -> str:
        nonlocal last
        if block["file"]:
            path = tmp_path / block["file"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block["body"], encoding="utf-8")
        if block["kind"] != "console":
            return block[0]
        out = ""
        for command in re.findall(r"^\$ (.+)$", block["body"], re.M):
            shown, last = printed(command, last)
            out += f"$ {command}\n{shown}"
        return f"```console\n{out}```"

    made = _BLOCK.sub(rewritten, text)
    if os.environ.get("AUDITOR_UPDATE_GOLDEN"):
        page.write_text(made, encoding="utf-8", newline="\n")
    assert made == text


@pytest.mark.parametrize(
    "name", [".pre-commit-hooks.yaml", "action.yml", "docs/integrations.md", "docs/desk.md", "docs/research.md"]
)
def test_commands_that_are_written_down_have_verbs_and_options_that_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    found = re.findall(r"(?:`|\$ |entry: |- |/bin/|\| |^)\"?auditor\"? ([a-z][^`\n|]*)", text, re.M)
    commands = [command for command in found if command.split()[0] in VERBS]
    assert commands or name == "action.yml"
    for command in commands:
        told = io.StringIO()
        verb = [word for word in command.split()[:2] if re.fullmatch(r"[a-z]+", word) and word != "copy"]
        with redirect_stdout(told):
            run([*verb[: 2 if verb[0] in ("glossary", "config", "names") else 1], "--help"])
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", command):
            assert option in told.getvalue(), f"{command}: {option}"


def test_the_hooks_have_the_ids_that_the_page_names() -> None:
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    assert re.findall(r"^- id: (\S+)$", hooks, re.M) == ["auditor", "auditor-glossary"]
    assert "--isolated" in (ROOT / "action.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("paths", "wanted"), [(".", ["."]), ("a b.txt\r\n\r\n  copy \n", ["a b.txt", "copy"]), ("-x\n", ["-x"])]
)
def test_the_action_checks_the_paths_that_were_given(tmp_path: Path, paths: str, wanted: list[str]) -> None:
    """The last step of ``action.yml`` as it stands there, with a program in place of auditor that tells its arguments;
    bash 3.2, which runners of macOS have, knows no ``readarray``."""
    bin = tmp_path / "auditor" / "bin"
    bin.mkdir(parents=True)
    (bin / "auditor").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\nexit 1\n', encoding="utf-8")
    (bin / "auditor").chmod(0o755)
    script = textwrap.dedent((ROOT / "action.yml").read_text(encoding="utf-8").rpartition("run: |\n")[2])
    given = {"RUNNER_TEMP": str(tmp_path), "PATHS": paths, "TRUSTED": "false", "FAIL_ON": "major", "SARIF": ""}
    told = subprocess.run(["bash", "-e", "-c", script], env=os.environ | given, capture_output=True, text=True)
    assert told.returncode == 1
    assert told.stdout.splitlines() == [
        "check",
        "--fail-on",
        "major",
        "--isolated",
        "--format",
        "github",
        "--",
        *wanted,
    ]
    assert "readarray" not in script
