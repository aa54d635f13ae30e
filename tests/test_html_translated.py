"""The marks that machine translation leaves in a page, and what is made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import auditor
from auditor.reading.article import Translation
from auditor.reading.ingest import from_bytes

COPY = (
    "<p>The council of the town voted on Monday to close the old bridge for repairs until the spring. Traffic will use "
    "the ferry and the villages on the other bank of the river.</p><p>The works will cost four million euros, half of "
    "which comes from the state, the mayor said in the evening in the hall of the school.</p>"
)
EDGE, GOOGLE = "Microsoft Translator", "Google Translate"
SETTINGS = ("GTranslate", "default_language")
GOOG = "https://a.translate.goog/b"
MARKED: list[tuple[str, tuple[str, str], str | None, bool]] = [
    ('<html lang="en" class="js translated-ltr">', (GOOGLE, "translated-ltr"), None, False),
    ('<html class="translated-ltr"><meta name="language" content="es">', (GOOGLE, "translated-ltr"), "es", False),
    ('<html lang="en"><body class="translated-rtl">', (GOOGLE, "translated-rtl"), None, False),
    ('<html lang="en"><h1 _msttexthash="12" _msthash="3">The bridge</h1>', (EDGE, "_msttexthash"), None, False),
    ('<html><meta http-equiv="X-Translated-By" content="Google">', ("Google", "X-Translated-By"), None, False),
    (f'<html><base href="{GOOG}?_x_tr_sl=de&amp;_x_tr_tl=en">', (GOOGLE, "_x_tr_sl"), "de", False),
    (f'<html><link rel="canonical" href="{GOOG}?_x_tr_sl=auto&amp;_x_tr_tl=en">', (GOOGLE, "_x_tr_sl"), None, False),
    ('<script>window.gtranslateSettings = {"default_language":"fr","languages":["fr"]}</script>', SETTINGS, "fr", True),
    ("<script>window.gtranslateSettings = { default_language: 'zh-CN' }</script>", SETTINGS, "zh", True),
]
UNMARKED = [
    '<html lang="en" class="js">',
    '<html><div class="translated-ltr">Here</div>',
    '<a href="https://a-de.translate.goog/b?_x_tr_sl=de">in English</a>',
    '<meta http-equiv="Content-Language" content="en">',
    "<script>var gtranslateSettings = 1;</script>",
    "<script>var default_language = 'de';</script>",
]


def _translation(head: str) -> Translation | None:
    (source,) = from_bytes(f"<!DOCTYPE html>{head}{COPY}".encode(), id="a", path="a.html")
    return source.translation


@pytest.mark.parametrize(("head", "mark", "language", "site"), MARKED)
def test_marks(head: str, mark: tuple[str, str], language: str | None, site: bool) -> None:
    assert _translation(head) == Translation(service=mark[0], mark=mark[1], language=language, site=site)


@pytest.mark.parametrize("head", UNMARKED)
def test_no_marks(head: str) -> None:
    assert _translation(head) is None


def test_of_several_marks_one_that_names_a_language_is_taken() -> None:
    found = _translation('<html class="translated-ltr"><base href="https://a.translate.goog/?_x_tr_sl=pt">')
    assert found
    assert found.language == "pt"


def _audited(tmp_path: Path, head: str) -> auditor.Audit:
    (tmp_path / "a.html").write_text(f"<!DOCTYPE html>{head}{COPY}", encoding="utf-8")
    return auditor.audit([tmp_path / "a.html"])


def test_a_mark_is_stated_and_names_the_language_of_the_head(tmp_path: Path) -> None:
    audit = _audited(tmp_path, MARKED[1][0])
    (article,) = audit.articles
    assert article.translated.verdict == "yes"
    assert article.source_language
    assert article.source_language.code == "es"
    (edge,) = (edge for edge in audit.provenance.edges if edge.kind == "translated from")
    assert edge.stated


def test_the_language_of_a_site_alone_proves_nothing(tmp_path: Path) -> None:
    (article,) = _audited(tmp_path, MARKED[-2][0]).articles
    assert article.translated.verdict == "unclear"


def test_a_site_in_the_language_of_its_copy_says_nothing(tmp_path: Path) -> None:
    (article,) = _audited(tmp_path, '<script>gtranslateSettings = {"default_language":"en"}</script>').articles
    assert article.source_language is None
    assert article.translated.verdict != "yes"
