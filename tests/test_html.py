"""HTML and Markdown as text: what is kept, what the markup declares, and offsets that lead back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.reading.article import Source
from auditor.reading.html.page import read_html
from auditor.reading.html.tokens import tokens
from auditor.reading.ingest import from_text
from auditor.reading.markdown import read_markdown
from auditor.reading.read import read
from auditor.reading.view import View
from auditor.reading.zones.find import layout
from auditor.text.lexicon import lexicon

PAGE = (Path(__file__).parent / "cases" / "page.html").read_text(encoding="utf-8")


def kinds(source: Source) -> dict[str, str]:
    return {" ".join(source.text[z.start : z.end].split()): z.kind for z in layout(source).excluded}


def test_page() -> None:
    source = from_text("x", PAGE, path="page.html")
    assert source.title == "Stadt sperrt alte Brücke"
    assert source.published == "2024-03-04T09:00:00+01:00"
    assert source.declared_language == "de"
    assert kinds(source) == {
        "Zum Inhalt springen Start Politik": "navigation",
        "Wir verwenden Cookies. OK": "consent",
        "Von Anna Berg": "credit line",
        "Die Brücke im Regen.": "caption",
        "Foto: Anna Berg/APA": "photo credit",
        "Brücke zu! Was nun? — Stadt (@stadt) March 4, 2024": "embedded post",
        "Brücke in Linz offen Wer die neue Fähre am Ende zahlt": "teaser",
        "© 2024 Zeitung Impressum": "navigation",
    }
    blocks = [(b.kind, source.text[b.start : b.end]) for b in layout(source).blocks if b.kind != "excluded"]
    assert blocks == [
        ("headline", "Stadt sperrt alte Brücke"),
        ("body", "Der Stadtrat hat die alte Brücke am Montag für den Verkehr gesperrt & die Fähre bestellt."),
        ("subhead", "Keine Einigung"),
        ("body", "Über die Kosten gibt es noch keine Einigung, sagte die Bürgermeisterin vor der Presse."),
        ("body", "Sie sollen vier Millionen betragen, heißt es im Rathaus der Stadt am Dienstag."),
    ]


def test_words_lead_back_to_the_file() -> None:
    source = from_text("x", PAGE, path="page.html")
    assert source.offsets
    at = source.text.index("Verkehr")
    start, end = source.offsets.span(at, at + len("Verkehr"))
    assert source.original[start:end] == "Ver</b>kehr"
    at = source.text.index("Brücke am")
    start, end = source.offsets.span(at, at + len("Brücke"))
    assert source.original[start:end] == "Br&uuml;cke"


def lawful(view: View, original: str) -> None:
    """The map is monotone and inside the file; what stands one to one is the same there."""
    m = view.offsets
    assert m.length == len(view.text)
    at = 0
    for i, start in enumerate(m.view):
        stop = m.view[i + 1] if i + 1 < len(m.view) else m.length
        assert at <= m.original[i] <= m.ends[i] <= len(original)
        at = m.original[i]
        if m.exact[i]:
            assert view.text[start:stop] == original[m.original[i] : m.ends[i]]
    for zone in view.zones:
        assert 0 <= zone.start < zone.end <= len(view.text)
    assert all(a.end <= b.start for a, b in zip(view.zones, view.zones[1:], strict=False))
    assert all(0 <= s.start < s.end <= len(original) for s in view.markup)


TAGS = st.sampled_from(
    ["<p>", "</p>", "<nav>", "</nav>", "<div class='cookie'>", "</div>", "<b>", "</b>", "<br/>", "<!--", "-->",
     "<script>", "</script>", "&amp;", "&lt", "&#x20;", "<a href=x>", "</a>", "<h1>", "</h1>", "<", ">", "\"",
     "<main>", "</main>",
     "<style>", "<title>", "</title>", "<p hidden>", "text text text", "\n\n", "<li>", "<pre>", "</pre>", "<article>",
     "<html lang='de'>", "<head>", "</head>", "<body>", "<figcaption>", "</figcaption>"]
)  # fmt: skip


@given(st.lists(st.one_of(TAGS, st.text(max_size=6)), max_size=30))
def test_laws_hold_for_any_html(parts: list[str]) -> None:
    html = "".join(parts)
    at = 0
    for token in tokens(html):
        assert token.start == at
        assert token.end > at
        at = token.end
    assert at == len(html)
    lawful(read_html(html), html)
    layout(from_text("x", html, path="x.html"))


MARKS = st.sampled_from(
    ["# ", "## ", "**", "_", "`", "[a](b)", "![c](d)", "> ", "- ", "1. ", "\n", "\n\n", "===\n", "---\n", "```\n",
     "&amp;", "\\*", "word word", "<b>", "<!-- x -->", "title: A\n", "date: 2024-03-04\n"]
)  # fmt: skip


@given(st.lists(st.one_of(MARKS, st.text(max_size=6)), max_size=30))
def test_laws_hold_for_any_markdown(parts: list[str]) -> None:
    text = "".join(parts)
    lawful(read_markdown(text), text)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_markdown(end: str) -> None:
    text = (
        "---\ntitle: 'The bridge'\ndate: 2024-03-04\nlang: en-GB\n---\n# Council *closes* bridge #\n\n"
        "The [council](http://x.y) **voted** for snake_case &amp; 3 \\* 4.\n\n"
        "![A bridge](b.jpg)\n\n> Quoted\n\nOld\n---\n"
    ).replace("\n", end)
    view = read_markdown(text)
    assert view.text.split() == [
        "Council",
        "closes",
        "bridge",
        "The",
        "council",
        "voted",
        "for",
        "snake_case",
        "&",
        "3",
        "*",
        "4.",
        "A",
        "bridge",
        "Quoted",
        "Old",
    ]
    assert (view.title, view.published, view.language) == ("The bridge", "2024-03-04", "en")
    assert [view.text[h.start : h.end] for h in view.headings] == ["Council closes bridge", "Old"]
    assert [(z.kind, view.text[z.start : z.end]) for z in view.zones] == [("caption", "A bridge")]


@pytest.mark.parametrize("declared", ["photo", "of", "English", "e", "\u0435\u043d"])
def test_what_is_no_language_is_not_declared(declared: str) -> None:
    """Words of the front matter that are no tag are nobody's language, in whatever table they are sought."""
    source = from_text("x", f"---\nlang: {declared}\n---\nOK\n", path="x.md")
    assert source.declared_language in (None, "of")
    read(source, lexicon())


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Just words", "Just words"),
        ("3 < 4 and R&D", "3 < 4 and R&D"),
        ("a<script>if (a<b) x='</p>'</script>b", "ab"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<p>One<br>Two<br><br>Three", "One\nTwo\n\nThree"),
        ("<div style='display:none'>all there is</div>", "all there is"),
        ("<p>seen<p style='display: none'>unseen", "seen"),
        ("a <!-- no --> b <!-- open <b>c</b>", "a b open c"),
        ("<td>1</td><td>2</td>", "1\n\n2"),
        ('one <a b=">" two <a c=\'', "one \" two <a c='"),
        ("<a title='3 > 2'>one</a> <a b=\">\"", 'one "'),
        ("&eacute;&nbsp;&#8211;&bogus;", "é\xa0–&bogus;"),
        ("<head><title>T</title><p>No end of head", "No end of head"),
        ("", ""),
    ],
)
def test_odd_html(html: str, text: str) -> None:
    assert read_html(html).text == text


def test_the_title_is_the_heading_of_the_main_part() -> None:
    page = "<header><h1>The Post</h1></header><main><h1>Bridge <i>closed</i></h1><p>The bridge is closed.</p></main>"
    assert from_text("x", page, path="x.html").title == "Bridge closed"


def test_a_form_around_the_page_does_not_hide_it() -> None:
    body = "".join(
        f"<p>The council voted on Monday to close the old bridge number {n} for repairs.</p>" for n in range(4)
    )
    for wrap in ("form", "aside", "div class='social-share'", "header"):
        page = f"<html><body><{wrap}>{body}</{wrap.split()[0]}></body></html>"
        assert not kinds(from_text("x", page, path="x.html"))


@pytest.mark.parametrize(
    "hostile",
    ["<" * 100_000, "<a " * 50_000, '<a b="' * 30_000, "<!--" * 50_000, "<!x" * 50_000, "</a" * 50_000 + ">",
     "<div>" * 40_000, "<p>" * 30_000, "<a>x</a><br>" * 10_000, "<a " + "=" * 100_000 + ">", "<nav>" * 10_000 + "x",
     "&" * 100_000, '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
     "<b>" * 20_000 + "</i>" * 20_000, "<a b " * 4_000 + 'c=">"', '<a b=">" ' * 4_000],
    ids=range(16),
)  # fmt: skip
def test_hostile_html_takes_linear_time(hostile: str) -> None:
    """Four times the text takes no more than about four times the time (ten, for the noise of a busy machine)."""
    few, many = (min(_cost(text) for _ in range(2)) for text in (hostile[len(hostile) // 4 * 3 :], hostile))
    assert many < 10 * few + 0.05


def _cost(text: str) -> float:
    began = time.process_time()
    read_html(text)
    return time.process_time() - began
