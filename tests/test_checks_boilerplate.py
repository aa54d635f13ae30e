"""Hygiene and boilerplate checks on hand-made readings: the exact findings, and nothing else."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.base import Context, Hit
from auditor.checks.page import boilerplate, hygiene, spacing
from auditor.checks.page.characters import confusables, look_alikes
from auditor.checks.page.mojibake import mojibake, repair
from auditor.checks.page.page import open_ends
from auditor.entities.view import EntityView
from auditor.reading.article import Reading
from auditor.reading.ingest import from_text
from auditor.reading.zones.find import layout
from auditor.text.lexicon import LANGUAGES, Lexicon

CASES = tomllib.loads((Path(__file__).parent / "cases" / "hygiene.toml").read_text(encoding="utf-8"))["case"]
BODY = """The council voted on Monday to close the old bridge for repairs.

Traffic will be led over the small ferry until May, the mayor told reporters.

The works will cost four million euros, half of which comes from the state.

Opponents of the plan want to collect signatures and go to court."""


def hits(text: str, lexicon: Lexicon, language: str = "en", path: str = "x.txt") -> list[tuple[str, str, Hit]]:
    source = from_text("x", text, path=path)
    reading = Reading(
        source=source, language=language, language_score=1.0, layout=layout(source), segments=(), tokens=(),
        mentions=(), abbreviations=(), quotes=(), values=(), credits=(),
    )  # fmt: skip
    view = EntityView(mentions=(), entities={})
    context = Context(reading=reading, entities=view, siblings=(), lexicon=lexicon, glossary=None)
    found = [
        (check.id, source.text[hit.start : hit.end], hit)
        for check in (*boilerplate.CHECKS, *hygiene.CHECKS, *spacing.CHECKS)
        if not check.languages or language in check.languages
        for hit in check.run(context)
    ]
    return sorted(found, key=lambda f: (f[2].start, f[2].end, f[0]))


def rules(text: str, lexicon: Lexicon, **options: Any) -> list[tuple[str, str]]:
    return [(rule, " ".join(match.split())) for rule, match, _ in hits(text, lexicon, **options)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_hygiene(case: dict[str, Any], lexicon: Lexicon) -> None:
    found = hits(case["text"], lexicon, case.get("lang", "en"))
    got = [[rule, match, hit.suggestions[0].text if hit.suggestions else ""] for rule, match, hit in found]
    assert got == case["finds"]


def test_chrome_is_reported_by_stretch_and_consent_by_line(lexicon: Lexicon) -> None:
    text = f"Skip to content\n\n{BODY}\n\nWe use cookies.\n\nManage your preferences\n\n• Bridges\n• Ferries"
    found = hits(text, lexicon)
    assert [(rule, " ".join(match.split()), hit.severity) for rule, match, hit in found] == [
        ("TX501", "Skip to content", None),
        ("TX501", "We use cookies.", "major"),
        ("TX501", "Manage your preferences", "major"),
        ("TX501", "• Bridges • Ferries", None),
    ]


def test_what_markup_declares_is_no_fault(lexicon: Lexicon) -> None:
    page = "<nav>Home News Sport</nav><h1>Bridge closed</h1>" + "".join(f"<p>{p}</p>" for p in BODY.split("\n\n"))
    assert not hits(page, lexicon, path="x.html")


@pytest.mark.parametrize(
    ("text", "finds"),
    [
        (
            f"{BODY}\n\nThe mayor said that the ferry would be free and\n\nNobody knows.",
            ["said that the ferry would be free and"[10:]],
        ),
        (f"{BODY}\n\nThe mayor said that the ferry would be free and\n\nthat nobody knew.", []),
        (f"{BODY}\n\nThis is what we have been waiting for", []),
        (f"{BODY}\n\nCome and see the bridge we voted on", []),
    ],
)
def test_truncated(text: str, finds: list[str], lexicon: Lexicon) -> None:
    cut = [match for rule, match in rules(text, lexicon) if rule == "TX502"]
    assert len(cut) == len(finds)
    assert all(match.endswith(want[-12:]) for match, want in zip(cut, finds, strict=True))


def test_glued_caption(lexicon: Lexicon) -> None:
    text = f"{BODY}\n\nThe bridge in the floodImage: Anna Berg/AFP/Getty Images\n\nThe mayor agreed."
    ((rule, match, hit),) = hits(text, lexicon)
    assert (rule, match, hit.suggestions[0].text) == ("TX505", "floodImage", "flood\nImage")


def test_repeated_paragraph(lexicon: Lexicon) -> None:
    first = BODY.split("\n\n")[0]
    assert rules(f"{BODY}\n\n{first}", lexicon) == [("TX506", first)]
    assert not rules(f"{BODY}\n\nShe said yes.\n\nShe said yes.", lexicon)


@given(st.text(alphabet="äöüßéèçñøåšžłЖяї“”’–…€ abcDEF", max_size=40))
def test_mojibake_is_undone(text: str) -> None:
    """What was UTF-8 read as Windows-1252 comes back, and what is sound stays."""
    damaged = "".join(
        bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b) for b in text.encode()
    )
    assert repair(damaged) == text
    assert not list(mojibake(text))


@given(st.text(max_size=60))
def test_checks_never_crash_and_spans_hold(text: str) -> None:
    for start, end, whole in [*mojibake(text), *look_alikes(text)]:
        assert 0 <= start < end <= len(text)
        assert whole != text[start:end]


def test_tables() -> None:
    assert all(open_ends(language) for language in LANGUAGES)
    to_latin, from_latin = confusables()
    assert all(latin.isascii() or latin in "ïë" for latin in to_latin.values())
    assert set(from_latin) == {"cyrillic", "greek"}
