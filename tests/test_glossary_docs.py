"""The page for glossary keepers: each command on it is run, in order, and prints what the page says."""

from __future__ import annotations

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from auditor.cli.app import run
from tests.test_cli_cases import matches

PAGE = Path(__file__).resolve().parents[1] / "docs" / "glossary.md"
_FILE = re.compile(r"<!-- file: (\S+) -->\n```\n(.*?)```\n", re.S)
_CONSOLE = re.compile(r"```console\n(.*?)```\n", re.S)


def steps() -> list[tuple[str, str]]:
    """Commands with what they print."""
    found: list[tuple[str, str]] = []
    for block in _CONSOLE.findall(PAGE.read_text(encoding="utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, printed = part.partition("\n")
            found.append((command, printed))
    return found


def test_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in _FILE.findall(PAGE.read_text(encoding="utf-8")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert len(steps()) > 15
    for command, printed in steps():
        left, _, right = command.rpartition(" | ")
        typed = shlex.split(left)[1].replace("\\n", "\n") if left else ""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        run(shlex.split(right)[1:])
        told = capsys.readouterr()
        got = told.out + "".join(
            line for line in told.err.splitlines(keepends=True) if not line.startswith(("note:", "hint:"))
        )
        assert matches(printed, got.lstrip("\n")), f"$ {command}\n{got}"
