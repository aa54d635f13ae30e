"""The timeline: moments joined and in order, EDTF in words, nothing dangerous in the terminal."""

from __future__ import annotations

import msgspec
import pytest

from auditor.records import Audit, Claim, ClaimLink, Story
from auditor.report.options import Options
from auditor.report.timeline import moments, timeline
from auditor.report.view import View
from auditor.report.when import when
from tests.report_sample import TEXTS, sample
from tests.test_report_escape import is_dangerous


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2023-02-20", "20 February 2023"),
        ("2023-02", "February 2023"),
        ("2023", "2023"),
        ("XXXX-12-14", "14 December, year not told"),
        ("XXXX-12~", "about December, year not told"),
        ("2023-02-20?", "about 20 February 2023"),
        ("XXXX-WXX-5", "Friday, day not told"),
        ("../2028", "until 2028"),
        ("1998/..", "from 1998 on"),
        ("XXXX-09/..", "from September on, year not told"),
        ("2023-02-13/2023-02-19", "13 February 2023 to 19 February 2023"),
        ("T04", "4 a.m."),
        ("T12", "12 p.m."),
        ("T05:47Z", "05:47 UTC"),
        ("T01:24+01:00", "01:24 UTC+01:00"),
        ("T10:47", "10:47"),
        ("-P1M", "1 month before publication"),
        ("P3D", "3 days after publication"),
        ("P0D", "the day of publication"),
        ("2023-13", "2023-13"),
        ("soon", "soon"),
        ("", ""),
    ],
)
def test_when(value: str, words: str) -> None:
    assert when(value) == words


def _claim(number: int, article: str, value: str) -> Claim:
    return Claim(
        id=f"{article}:c{number}",
        article=article,
        start=0,
        end=3,
        kind="date",
        subject=None,
        value=value,
        precision="day",
    )


def _audit() -> Audit:
    claims = (
        _claim(1, "001_en", "XXXX-05-12"), _claim(2, "001_en", "XXXX-WXX-3"), _claim(3, "001_en", "2031-04-01"),
        _claim(4, "001_en", "XXXX-WXX-3"), _claim(1, "002_fr", "2031-05-12"), _claim(2, "002_fr", "XXXX-WXX-3"),
        _claim(3, "002_fr", "2031-04-03"), _claim(4, "002_fr", "XXXX-01"),
    )  # fmt: skip
    links = (
        ClaimLink(a="001_en:c1", b="002_fr:c1", state="agrees"),
        ClaimLink(a="001_en:c3", b="002_fr:c3", state="conflict"),
    )
    story = Story(id="s1", members=("001_en", "002_fr"), follows=(), score=0.8, evidence=())
    return msgspec.structs.replace(sample(), claims=claims, claim_links=links, stories=(story,))


def test_moments_are_joined_and_in_order() -> None:
    rows = moments(View(_audit(), TEXTS), ["001_en", "002_fr"])
    assert [(m.when, [t.claim.id for t in m.told]) for m in rows] == [
        ("2031-04-01", ["001_en:c3"]),
        ("2031-04-03", ["002_fr:c3"]),
        ("2031-05-12", ["001_en:c1", "002_fr:c1"]),
        ("XXXX-01", ["002_fr:c4"]),
        ("XXXX-WXX-3", ["001_en:c2", "001_en:c4"]),  # Wednesday of one article is not that of another
        ("XXXX-WXX-3", ["002_fr:c2"]),
    ]
    assert rows[0].states == rows[1].states == ("conflict",)
    assert rows[2].states == ("agrees",)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_text_fits_and_is_harmless(width: int) -> None:
    text = timeline(_audit(), TEXTS, "text", Options(width=width))
    assert "12 May 2031  agrees" in text
    assert "conflict: 002:1" in text
    assert max(map(len, text.splitlines())) <= width
    assert not any(map(is_dangerous, text))


def test_without_texts_and_without_dates() -> None:
    assert "2031-04-01" in timeline(_audit(), {})
    bare = msgspec.structs.replace(sample(), claims=(), claim_links=())
    assert timeline(bare, TEXTS).startswith("no date; looked at 4 articles")
