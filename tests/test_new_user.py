"""A new user's path from `init` to a green gate, in one folder, as it would be typed."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from auditor.cli.app import run

DECISIONS = "f\n" * 100  # every competing form is forbidden


def findings(article: str, capsys: Any) -> list[dict[str, Any]]:
    run(["check", article, "--against", "seeds", "--format", "json", "-q"])
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["findings"]
    return found


def test_from_init_to_a_green_gate(seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(seeds, "seeds")
    article = next(Path("seeds").glob("003_*.txt")).as_posix()
    gate = ["check", article, "--against", "seeds", "-q"]

    assert run(["init"]) == 0
    assert run(["config", "check"]) == 0
    assert run(gate) == 1
    capsys.readouterr()
    before = findings(article, capsys)

    assert run(["glossary", "candidates", "seeds", "-q"]) == 0
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(DECISIONS.encode())))
    assert run(["glossary", "review", "seeds", "--by", "ed", "-q"]) == 0
    assert run(["glossary", "lint"]) == 0
    assert run(["glossary", "fmt"]) == 0
    capsys.readouterr()
    safe = [f for f in findings(article, capsys) if any(s["safety"] == "safe" for s in f["suggestions"])]
    assert len(safe) > len([f for f in before if any(s["safety"] == "safe" for s in f["suggestions"])])

    text = Path(article).read_text(encoding="utf-8")
    assert run([*gate, "--fix", "--diff"]) == 1
    shown = capsys.readouterr().out
    assert Path(article).read_text(encoding="utf-8") == text
    wrong = {f["match"] for f in safe}
    for row in shown.splitlines():
        if row.startswith("-") and not row.startswith("---"):
            assert any(form in row for form in wrong)
    quoted = [part for line in text.splitlines() for part in line.split('"')[1::2]]
    assert not any(f"-{part}" in shown for part in quoted)

    run([*gate, "--fix"])
    fixed = Path(article).read_text(encoding="utf-8")
    assert all(part in fixed for part in quoted)
    capsys.readouterr()
    assert len(findings(article, capsys)) < len(before)

    assert run(["baseline", article, "--against", "seeds", "-q"]) == 0
    assert run(gate) == 0
    assert run([*gate, "--isolated"]) == 1


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("deep.json", b'{"uri":"x","body_text":' + b"[" * 100_000, "nested too deeply"),
        ("half.txt", b"The board met \xed\xa0\x80 on Friday.", "bytes ed a0 80 at offset 14 are half of a character"),
        ("auditor.toml", b"select = [\n", "auditor.toml:1: not valid TOML: Invalid value: the file ends too soon"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_its_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any, name: str, data: bytes, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(data)
    (tmp_path / "a.txt").write_text("The board met on Friday.")
    assert run(["check", "a.txt" if name.endswith(".toml") else name]) == 2
    assert told in capsys.readouterr().err


def test_a_full_disk_is_no_fault_of_the_tool(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full here")
    (tmp_path / "a.txt").write_text("The board met on Friday.")
    command = [sys.executable, "-m", "auditor", "check", str(tmp_path / "a.txt"), "--format", "json"]
    with full.open("w") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "error: output: no space left on device — nothing more written\n")
