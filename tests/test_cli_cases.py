"""Golden runs of the command line: each case of `tests/cli/*.toml` is a command, files, and what comes of them.

Fields: ``name``; ``run`` (as typed after ``auditor``); ``files`` (path -> text), ``hex`` (path -> bytes); ``stdin``;
``exit``; ``stdout`` / ``stderr`` (a line ``...`` stands for any lines, ``[..]`` for anything in a line; not given:
not looked at); ``after`` (path -> text); ``present``,
``absent`` (paths).
"""

from __future__ import annotations

import io
import re
import shlex
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from auditor.cli.app import run

FOLDER = Path(__file__).parent / "cli"
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(FOLDER.glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]
]


def matches(wanted: str, got: str) -> bool:
    """Whether output fits a pattern of lines."""
    pattern = ""
    for line in wanted.strip("\n").split("\n"):
        pattern += r"(?:.*\n)*" if line == "..." else re.escape(line).replace(re.escape("[..]"), ".*") + r"\s*\n"
    return re.fullmatch(pattern, got.rstrip("\n") + "\n") is not None if wanted.strip() else not got.strip()


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    for name, text in case.get("files", {}).items():
        place(tmp_path / name, text.encode("utf-8"))
    for name, digits in case.get("hex", {}).items():
        place(tmp_path / name, bytes.fromhex(digits))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(case.get("stdin", "").encode("utf-8"))))
    code = run(shlex.split(case["run"]))
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    for stream, got in (("stdout", told.out), ("stderr", told.err)):
        if stream in case:
            assert matches(case[stream], got), f"{stream}:\n{got}"
    assert code == case.get("exit", 0), told.err
    for name, text in case.get("after", {}).items():
        assert (tmp_path / name).read_text(encoding="utf-8") == text
    for name in case.get("present", []):
        assert (tmp_path / name).stat().st_size > 0
    for name in case.get("absent", []):
        assert not (tmp_path / name).exists()


def place(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("wanted", "got", "fits"),
    [
        ("a\n...\nc", "a\nb\nb\nc\n", True),
        ("a\n...", "a\n", True),
        ("a [..] c", "a b c", True),
        ("a", "a\nb", False),
        ("", "", True),
        ("", "x", False),
        ("a.c", "abc", False),
    ],
)
def test_patterns(wanted: str, got: str, fits: bool) -> None:
    assert matches(wanted, got) is fits
