"""The text formats: what stands where, silence, colour, width, and whole reports kept under tests/golden/report."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

import auditor
from auditor.errors import UsageError
from auditor.records import Audit, Place, Provenance, Tool
from auditor.report import FORMATS, Options, summary
from auditor.report.names_table import names_table
from auditor.report.quotes_table import quotes_table
from auditor.report.timeline import timeline
from auditor.report.trace.render import render as trace
from auditor.report.view import View
from auditor.report.why import render_why
from auditor.report.width import cells
from tests.report_sample import TEXTS, audit_of, sample
from tests.test_report_escape import is_dangerous

GOLDEN = Path(__file__).parent / "golden" / "report"
REPORTS = {
    "sample.txt": lambda: FORMATS["text"](sample(), TEXTS),
    "sample.concise.txt": lambda: FORMATS["concise"](sample(), TEXTS),
    "sample.md": lambda: FORMATS["md"](sample(), TEXTS),
    "sample.csv": lambda: FORMATS["csv"](sample(), TEXTS),
    "sample.github.txt": lambda: FORMATS["github"](sample(), TEXTS),
    "sample.gitlab.json": lambda: FORMATS["gitlab"](sample(), TEXTS),
    "sample.junit.xml": lambda: FORMATS["junit"](sample(), TEXTS),
    "sample.rdjsonl": lambda: FORMATS["rdjsonl"](sample(), TEXTS),
    "sample.summary.txt": lambda: summary.render(sample(), TEXTS),
    "sample.why.txt": lambda: render_why(sample(), TEXTS, "001_en.txt", 3),
    "sample.names.txt": lambda: names_table(sample()),
    "sample.quotes.txt": lambda: quotes_table(sample(), TEXTS),
    "sample.timeline.txt": lambda: timeline(sample(), TEXTS),
    "sample.trace.txt": lambda: trace(sample(), TEXTS, "text"),
    "sample.trace.dot": lambda: trace(sample(), TEXTS, "dot"),
}


@pytest.mark.parametrize("name", sorted(REPORTS))
def test_golden(name: str) -> None:
    """The whole report, byte for byte; AUDITOR_UPDATE_GOLDEN=1 writes it anew."""
    path, text = GOLDEN / name, REPORTS[name]()
    if os.environ.get("AUDITOR_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    assert path.read_bytes().decode() == text


def test_reporters_are_loaded_when_used() -> None:
    code = "import sys, auditor.report, auditor.report.html; print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "'jinja2'" not in loaded
    assert "'auditor.report.terminal'" in loaded
    code = "import sys, auditor.report; print(sorted(sys.modules))"
    assert "terminal" not in subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout


def test_findings_come_grouped_and_worst_first() -> None:
    text = FORMATS["text"](sample(), TEXTS)
    rows = re.findall(r"^ +\S+ (critical|major|minor|neutral) +(\w+\d+) ", text.split("002_fr")[0], re.M)
    assert [s for s, _ in rows] == sorted((s for s, _ in rows), key=["critical", "major", "minor", "neutral"].index)
    assert [rule for _, rule in rows].count("NM201") == 1
    assert '"Wolkow" ×2' in text


def test_silenced_findings_are_counted_and_not_shown() -> None:
    text = FORMATS["text"](sample(), TEXTS)
    assert "1 suppressed · 1 in the baseline" in text
    assert "TX501" not in text
    assert "TX501" not in FORMATS["concise"](sample(), TEXTS)


def test_a_clean_article_says_what_was_looked_at() -> None:
    text = FORMATS["text"](sample(), TEXTS)
    assert "nothing found; looked at 5 words, 0 names, 0 quotes, 0 dates and figures, 0 siblings" in text


def test_an_empty_audit_is_no_empty_screen() -> None:
    audit = Audit(
        schema="auditor/1", tool=Tool(name="auditor", version="0"), signature={}, articles=(), entities=(), quotes=(),
        quote_links=(), claims=(), claim_links=(), stories=(), provenance=Provenance(), findings=(), failures=(),
        summary={},
    )  # fmt: skip
    assert "no article was audited" in FORMATS["text"](audit, {})
    assert "0 articles" in summary.render(audit, {})
    for name in FORMATS:
        FORMATS[name](audit, {})


def test_colour_only_when_asked_and_nothing_else_changes() -> None:
    plain, painted = (FORMATS["text"](sample(), TEXTS, Options(color=c)) for c in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain
    assert painted.count("\x1b[0m") * 2 == painted.count("\x1b[")


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_asked(width: int) -> None:
    text = FORMATS["text"](sample(), TEXTS, Options(width=width))
    assert [line for line in text.splitlines() if cells(line) > width] == []


def test_a_missing_text_loses_context_only() -> None:
    text = FORMATS["text"](sample(), {})
    assert "O'Berundund" in text
    assert "^^^" not in text


def test_concise_is_one_line_a_finding_or_failure() -> None:
    lines = FORMATS["concise"](sample(), TEXTS).splitlines()
    live = [f for f in sample().findings if f.suppressed is None and not f.baseline]
    assert len(lines) == len(live) + len(sample().failures)
    pattern = r"[^:]+:\d+:\d+: (critical|major|minor|neutral) [A-Z]{2}\d+ .+|[^:]+: error .+"
    assert all(re.fullmatch(pattern, line) for line in lines)


def test_why_names_evidence_steps_and_ways_out() -> None:
    text = render_why(sample(), TEXTS, "001_en.txt", 3, 140)
    assert "TA101" in text
    assert "NM201" not in text
    assert 'sibling: 002 has "Volkov" (line 1)' in text
    assert "de-w: В → w" in text
    assert "write “O'Berund” instead" in text
    assert "--ignore TA101" in text


def test_why_shows_the_name_of_the_other_file_harmless() -> None:
    hostile = "b\x1b[31m\u202e.txt"
    articles = tuple(msgspec.structs.replace(a, path=hostile) if a.id == "002_fr" else a for a in sample().articles)
    beside = Place(article="002_fr", start=0, end=7)
    findings = tuple(msgspec.structs.replace(f, counterpart=beside) for f in sample().findings)
    text = render_why(msgspec.structs.replace(sample(), articles=articles, findings=findings), TEXTS, "001_en.txt", 3)
    assert "Beside it: " in text
    assert not any(map(is_dangerous, text.replace("\n", "")))


@pytest.mark.parametrize("path", ["001_en.txt", "./001_en.txt", "001_en", "001", "some/where/001_en.txt", "002_fr.txt"])
def test_why_finds_the_file(path: str) -> None:
    assert render_why(sample(), TEXTS, path, 1)


@pytest.mark.parametrize(
    ("path", "line", "said"),
    [
        ("001_em.txt", 3, "did you mean 001_en.txt?"),
        ("001_en.txt", 99, "the file has 8 lines"),
        ("001_en.txt", 0, "no line 0"),
    ],
)
def test_why_says_what_is_wrong_with_the_place(path: str, line: int, said: str) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        render_why(sample(), TEXTS, path, line)


def test_why_without_finding_names_the_nearest() -> None:
    text = render_why(sample(), TEXTS, "001_en.txt", 2)
    assert "no finding here" in text
    assert "3:17  minor NM201" in text


@pytest.mark.parametrize("format", ["json", "csv", "md", "text"])
def test_tables_hold_every_row(format: str) -> None:
    names = names_table(sample(), format)  # type: ignore[arg-type]
    quotes = quotes_table(sample(), TEXTS, format)  # type: ignore[arg-type]
    for form in {m.text for e in sample().entities for m in e.mentions}:
        assert form in names
    assert quotes.count("across languages") == (1 if format == "text" else 2)
    if format == "json":
        assert len(msgspec.json.decode(names)) == 6
        assert len(msgspec.json.decode(quotes)) == 3


def test_wording_is_compared_in_one_language_only() -> None:
    audit, texts = audit_of("We built it, they said. We made it.", ((0, 22), (24, 34)))
    assert View(audit, texts).likeness(audit.quote_links[0]) == "chrF2 1 · TER 1 · BLEU 1"
    assert View(sample(), TEXTS).likeness(sample().quote_links[0], short=True) == "across languages"


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_views_keep_to_the_width(width: int) -> None:
    options = Options(width=width)
    for text in (quotes_table(sample(), TEXTS, "text", options), trace(sample(), TEXTS, "text", options)):
        assert max(map(cells, text.splitlines())) <= width


@pytest.mark.parametrize("width", [80, 120])
def test_wide_views_keep_to_the_width_of_a_terminal(width: int) -> None:
    audit = sample()
    longer = tuple(msgspec.structs.replace(a, path=f"2023-02-20-wire/{a.path}") for a in audit.articles)
    table = summary.render(msgspec.structs.replace(audit, articles=longer), TEXTS, Options(width=width))
    why = render_why(audit, TEXTS, "001_en.txt", 3, width=width)
    for text in (table, why, names_table(audit, "text", width)):
        assert [line for line in text.splitlines() if cells(line) > width and "`" not in line] == []


def test_what_more_than_two_articles_quote_is_told_once() -> None:
    said = "The boats were loose long before the storm came in from the north"
    texts = {
        name: f"A storm tore nine boats loose in Ostend.\n\n“{said}{more},” harbour master Pieter Goossens said."
        for name, more in (("a", ""), ("b", " and from the west"), ("c", " that night"))
    }
    audit = auditor.audit_texts(texts, no_glossary=True)
    rows = quotes_table(audit, texts, options=Options(width=200)).splitlines()
    assert rows[:2] == ["Told in several articles (1 utterance, 3 pairs)", "  one utterance  told 3 times"]
    assert sum(said.split()[2] in row for row in rows) == 3
    assert any("like a:3 (same" in row for row in rows)
    assert any(row.strip() == f"{said}{{+ that night+}}," for row in rows)


def test_tables_for_programs_tell_articles_by_path_and_numbers_as_numbers() -> None:
    def rows(table: str) -> list[dict[str, Any]]:
        return list(msgspec.json.decode(table))

    paths = {a.path for a in sample().articles}
    quotes = rows(quotes_table(sample(), TEXTS, "json"))
    dates = rows(timeline(sample(), TEXTS, "json"))
    origins = rows(trace(sample(), TEXTS, "json"))
    names = rows(names_table(sample(), "json"))
    assert all((quotes, dates, origins, names))
    assert {row["article"] for row in (*quotes, *dates, *origins)} <= paths
    assert {path for row in names for path in row["articles"]} <= paths
    assert all(row["count"] == sum(row["articles"].values()) for row in names)
    assert all(isinstance(row["line"], int) for row in (*quotes, *dates))
    assert all(isinstance(row["score"], float) and all(isinstance(n, int) for n in row["lines"]) for row in origins)
    assert all(row["line"] is None for row in rows(timeline(sample(), {}, "json")))
    assert any(path in told for row in quotes for told in row["told_also_in"] for path in paths)
