"""The Python API: what it takes, what it gives back, how it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import auditor
from auditor.errors import GlossaryError, UsageError
from auditor.run import runner

COPY = "The crew was named on Monday. The pilot is Sean O'Learyzwei of Cork.\n"
OTHER = "The pilot of the crew that was named on Monday is Sean O'Leary, the agency said.\n"


def test_a_file_that_is_not_there_is_a_failure() -> None:
    audit = auditor.audit(["nope.txt"])
    assert [(f.path, f.kind, f.message) for f in audit.failures] == [
        ("nope.txt", "missing", "no such file or folder (check the path)")
    ]
    assert not audit.articles


def test_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(COPY, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"%PDF-1.4\x00")
    audit = auditor.audit([tmp_path, tmp_path / "nope.txt"])
    assert [a.id for a in audit.articles] == ["a"]
    assert sorted(f.kind for f in audit.failures) == ["binary", "missing"]
    assert not any(f.path in f.message for f in audit.failures)


def test_no_article_at_all(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no article"):
        auditor.audit([tmp_path])


def test_one_path_need_not_be_a_list(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(COPY, encoding="utf-8")
    assert auditor.audit(str(path)) == auditor.audit([path]) == auditor.audit(path)


def test_siblings_and_sources_of_files(tmp_path: Path) -> None:
    for name, text in (("copy/a.txt", COPY), ("old/b.txt", OTHER), ("de/a.txt", "Der Pilot ist Sean O'Leary.")):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    audit = auditor.audit(tmp_path / "copy", against=tmp_path / "old", sources=tmp_path / "de")
    assert sorted(a.role for a in audit.articles) == ["sibling", "source", "subject"]
    one = auditor.audit(tmp_path / "copy" / "a.txt", source=tmp_path / "de" / "a.txt")
    assert sorted(a.role for a in one.articles) == ["source", "subject"]


def test_siblings_and_sources_of_texts() -> None:
    audit = auditor.audit_texts({"a": COPY}, against={"b": OTHER}, sources={"a": "Der Pilot ist Sean O'Leary."})
    assert {a.id: a.role for a in audit.articles} == {"a": "subject", "b": "sibling", "a.source": "source"}
    assert {f.article for f in audit.findings} == {"a"}


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"against": {"a": OTHER}}, "'a' names two texts"),
        ({"against": {"a.source": OTHER}, "sources": {"a": OTHER}}, "'a.source' names two texts"),
        ({"sources": {"aa": OTHER}}, "no article 'aa'.*'a'"),
    ],
)
def test_no_text_is_dropped_in_silence(more: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        auditor.audit_texts({"a": COPY}, **more)


def test_a_date_is_given_to_texts_without_one() -> None:
    assert auditor.audit_texts({"a": COPY}, date="2021-03-31").articles[0].published == "2021-03-31"
    stated = "Bremen, 5 March 2024 (Agency) - The council met on Tuesday.\n"
    assert auditor.audit_texts({"a": stated}, date="2021-03-31").articles[0].published == "2024-03-05"


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({"langauge": "en"}, "no such setting 'langauge'.*'lang"),
        ({"lang": "ger"}, "lang: 'ger' is not a language tag.*write de"),
        ({"fail_on": "majro"}, "did you mean 'major'"),
        ({"select": ["fused-tokne"]}, "select: no check 'fused-tokne'.*did you mean 'fused-token'"),
        ({"select": "TA,fused-tokne"}, "no check 'fused-tokne'"),
        ({"date": "31.3.2024"}, "date: .*2024-03-31"),
        ({"as_of": "20240331"}, "as_of: '20240331' is not a date.*2024-03-31"),
        ({"as_of": "today"}, "as_of: .*a call has no clock.*date.today"),
        ({"preview": "no"}, "preview: .*write true or false"),
        ({"jobs": "two"}, "jobs: .*whole number"),
    ],
)
def test_settings_that_are_not_valid_name_the_nearest(settings: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError) as caught:
        auditor.audit_texts({"a": COPY}, **settings)
    import re

    assert re.search(says, str(caught.value)), str(caught.value)


def test_a_string_is_a_list_of_one_or_several() -> None:
    both, one = (auditor.audit_texts({"a": COPY}, select=s).findings for s in ("TA,NM", ["TA"]))
    assert [f.rule for f in both] == [f.rule for f in one] == ["TA101"]


def test_a_glossary_that_is_not_there() -> None:
    with pytest.raises(GlossaryError):
        auditor.audit_texts({"a": COPY}, glossary="nope.toml")


SCRIPT = """
import auditor
from auditor.run import runner
runner.WORTH, runner.SHARD = 2, 1
print(len(auditor.audit_texts({f"t{n}": "The port opened a new quay." for n in range(3)}).articles))
"""


def test_a_plain_script_starts_no_processes(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (0, "3\n"), done.stderr


def test_processes_that_end_before_their_work_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "WORTH", 2)
    monkeypatch.setattr(runner, "SHARD", 1)
    with pytest.raises(UsageError, match=r"ended before their work.*__main__"):
        list(runner.run_shards(os._exit, [3, 3, 3], 2))
