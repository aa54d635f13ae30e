"""HTML pages: hostile text stays text, links lead somewhere, the article is whole, colours can be read."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import auditor.report
from auditor.records import Audit
from auditor.report import FORMATS
from auditor.report.escape import visible
from auditor.report.html import page_name, render, render_site
from auditor.report.html.links import Links
from auditor.report.html.quotes import pairs
from auditor.report.view import Lines, View
from auditor.report.wording import word_diff
from tests.report_sample import TEXTS, audit_of, sample
from tests.test_report_escape import is_dangerous

TEMPLATES = Path(auditor.report.__file__).parent / "templates"
VOID = {"meta", "path", "rect", "circle", "br", "input", "link", "img"}


class Page(HTMLParser):
    """Tags, ids, links and text of a page; fails on a tag that is not closed in order."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.events: list[str] = []
        self.lines: dict[int, str] = {}
        self.scripts: list[str] = []
        self._open: list[str] = []
        self._classes: list[str] = []
        self._line = 0
        self.feed(html)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        table = dict(attrs)
        assert len(table) == len(attrs)
        self.ids += [table["id"] or ""] if "id" in table else []
        self.hrefs += [table["href"] or ""] if "href" in table else []
        self.events += [name for name in table if name.startswith("on") or name == "src"]
        if tag not in VOID:
            self._open.append(tag)
            self._classes.append(table.get("class") or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop() == tag
            self._classes.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1] == "script":
            self.scripts.append(data)
        elif self._open and self._classes[-1] == "ln":
            self._line = int(data)
            self.lines[self._line] = ""
        elif any(c == "tx" for c in self._classes) and not {"zk", "n"} & set(self._classes[-1].split()):
            shown = f"[{data}]" if self._classes[-1] == "cp" else data
            self.lines[self._line] += shown


def site() -> dict[str, str]:
    return render_site(sample(), TEXTS)


def test_one_page_for_each_article_and_an_index() -> None:
    assert sorted(site()) == ["001_en.html", "002_fr.html", "003_ar.html", "004_clean.html", "index.html"]


@pytest.mark.parametrize("name", sorted(site()))
def test_pages_are_well_formed_and_hostile_text_stays_text(name: str) -> None:
    page = Page(site()[name])
    script = (TEMPLATES / "script.js").read_text(encoding="utf-8")
    assert page.scripts == [script]
    assert page.events == []
    assert page.tags["iframe"] + page.tags["object"] + page.tags["link"] + page.tags["img"] == 0
    assert not any(map(is_dangerous, site()[name]))
    assert all(h.startswith("#") or re.fullmatch(r"[\w.-]+\.html(#[\w-]+)?", h) for h in page.hrefs)


def test_ids_are_unique_and_every_link_leads_somewhere() -> None:
    pages = {name: Page(html) for name, html in site().items()}
    for name, page in pages.items():
        assert [i for i, n in Counter(page.ids).items() if n > 1] == []
        for href in page.hrefs:
            target, _, fragment = href.partition("#")
            assert not fragment or fragment in pages[target or name].ids, href


def test_the_pages_of_the_seeds_are_whole_and_small(seed_audit: Audit, seeds: Path) -> None:
    texts = {a.id: (seeds / a.path).read_bytes().decode() for a in seed_audit.articles}
    pages = render_site(seed_audit, texts)
    assert len(pages) == len(seed_audit.articles) + 1
    assert max(len(html.encode()) for html in pages.values()) < 120_000
    parsed = {name: Page(html) for name, html in pages.items()}
    for name, page in parsed.items():
        broken = [h for h in page.hrefs if "#" in h and h.split("#")[1] not in parsed[h.split("#")[0] or name].ids]
        assert broken == []
    for a in seed_audit.articles:
        assert set(parsed[page_name(a.id)].lines.values()) == {x for x in texts[a.id].splitlines() if x.strip()}


def test_the_single_document_is_closed_in_itself() -> None:
    page = Page(render(sample(), TEXTS))
    assert [i for i, n in Counter(page.ids).items() if n > 1] == []
    assert [h for h in page.hrefs if h[0] != "#" or h[1:] not in page.ids] == []


@pytest.mark.parametrize("article", sorted(TEXTS))
def test_the_whole_text_is_shown(article: str) -> None:
    page, lines = Page(site()[page_name(article)]), Lines(TEXTS[article])
    for number in range(1, len(lines) + 1):
        low, high = lines.span(number)
        if TEXTS[article][low:high].strip():
            assert page.lines[number] == visible(TEXTS[article][low:high])


def test_every_live_finding_has_a_card_and_a_mark() -> None:
    html = site()["001_en.html"]
    live = [f for f in sample().findings if f.article == "001_en" and f.suppressed is None and not f.baseline]
    for number, f in enumerate(sorted(live, key=lambda f: (f.start, f.end)), 1):
        assert f'id="a1-f{number}"' in html
        if f.end > f.start:
            assert f'id="a1-p{f.start}"' in html
            assert f'href="#a1-f{number}"' in html
    assert "Silenced findings" in html


def test_no_network_and_a_policy_that_forbids_it() -> None:
    for html in site().values():
        assert "http://" not in re.sub(r"e\.example|http://e", "", html)
        assert "url(" not in html
        assert "@import" not in html
        assert "default-src 'none'" in html
        style = re.search(r"<style>(.*?)</style>", html, re.S)
        assert style
        assert base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode() in html


def test_the_direction_of_writing_is_kept() -> None:
    assert 'dir="rtl"' in site()["003_ar.html"]
    assert 'dir="rtl"' not in site()["001_en.html"]


@pytest.mark.parametrize("id_", ["a/b", "../x", "index", "INDEX", "audit", "", ".", "con\x1b", "é" * 300, "a b"])
def test_page_names_are_safe(id_: str) -> None:
    name = page_name(id_)
    assert re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]*\.html", name)
    assert name.lower() not in ("index.html", "audit.html")
    assert len(name) < 130


def test_two_ids_never_share_a_page() -> None:
    assert len({page_name(i) for i in ["a/b", "a_b", "a b", "a\\b", "A_b"]}) == 5


@given(
    st.text(st.sampled_from("ab <&\"'\u202e\x1b\n\r\u2028日"), max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5),
    st.text(st.sampled_from("<>&\"'\u202e\x1b\n{}%`|"), max_size=12),
)
@settings(max_examples=40)
def test_any_text_any_spans_any_words(text: str, spans: list[tuple[int, int]], message: str) -> None:
    fitted = tuple(sorted((min(s, e, len(text)), min(max(s, e), len(text))) for s, e in spans))
    audit, texts = audit_of(text, fitted, message)
    pages = render_site(audit, texts)
    for html in pages.values():
        page = Page(html)
        assert len(page.scripts) == 1
        assert page.events == []
        assert [i for i, n in Counter(page.ids).items() if n > 1] == []
        assert not any(map(is_dangerous, html))
    lines, shown = Lines(text), Page(pages["a.html"]).lines
    assert shown == {
        n: visible(text[slice(*lines.span(n))]) for n in range(1, len(lines) + 1) if text[slice(*lines.span(n))].strip()
    }
    for name, report in FORMATS.items():
        out = report(audit, texts)
        assert not any(map(is_dangerous, out.replace("\r\n", "\n"))), name
        assert out == report(audit, texts)


def test_word_differences_lose_no_word() -> None:
    a, b = "We built “the bridge” together, he said", 'They built "the bridge" with us'
    left, right = word_diff(a, b)
    assert "".join(p.text for p in left) == a
    assert "".join(p.text for p in right) == b
    assert [p.text for p in left if p.changed] == ["We", "together, he said"]
    assert [p.text for p in right if p.changed] == ["They", "with us"]


def _luminance(color: str) -> float:
    full = color[1:] if len(color) == 7 else "".join(c * 2 for c in color[1:])
    parts = [int(full[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(a: str, b: str) -> float:
    high, low = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1, 2], ids=["light", "dark", "print"])
def test_text_has_wcag_aa_contrast(theme: int) -> None:
    css = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    block = re.findall(r":root \{(.*?)\}", css, re.S)[theme]
    colors = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})", block))
    grounds = [colors[g] for g in ("paper", "sheet", "raised")]
    pairs = [(colors[c], g) for c in ("ink", "soft", "link", "out") for g in grounds]
    for name in ("critical", "major", "minor", "neutral", "good"):
        pairs += [(colors[name], g) for g in (*grounds, colors[f"{name}-tint"])]
        pairs += [(colors["ink"], colors[f"{name}-tint"])]
        pairs += [(colors["out"], colors[f"{name}-tint"])] if name not in ("good", "neutral") else []
    poor = [(a, b, round(_contrast(a, b), 2)) for a, b in pairs if _contrast(a, b) < 4.5]
    assert poor == []


@pytest.mark.parametrize("role", ["sibling", "source"])
def test_what_has_no_page_is_named_and_not_linked(role: str) -> None:
    audit = sample()
    others = tuple(a if a.id == "001_en" else msgspec.structs.replace(a, role=role) for a in audit.articles)
    pages = render_site(msgspec.structs.replace(audit, articles=others), TEXTS)
    assert sorted(pages) == ["001_en.html", "index.html"]
    for name, html in pages.items():
        page = Page(html)
        assert {h.split("#")[0] for h in page.hrefs} <= {"", *pages}
        assert all(h.split("#")[1] in Page(pages[h.split("#")[0] or name]).ids for h in page.hrefs if "#" in h)
    assert "002, line 1" in pages["001_en.html"]


def test_pages_do_without_the_texts() -> None:
    pages = render_site(sample(), {})
    assert "O&#39;Berundund" in pages["001_en.html"]
    for name, html in pages.items():
        assert all(h.split("#")[1] in Page(pages[h.split("#")[0] or name]).ids for h in Page(html).hrefs if "#" in h)


def test_what_differs_beside_the_words_is_turned_with_the_pair() -> None:
    audit = sample()
    link = msgspec.structs.replace(audit.quote_links[0], changed=("We → Nous", "medium: dpa → (not named)"))
    view = View(msgspec.structs.replace(audit, quote_links=(link,)), TEXTS)
    links = Links(view, single=False)
    assert pairs(view, links, "001_en")[0].substance == ["medium: dpa → (not named)"]
    assert pairs(view, links, "002_fr")[0].substance == ["medium: (not named) → dpa"]


def test_a_story_that_follows_another_says_so() -> None:
    assert "follows</dt><dd>story 1: <a" in site()["004_clean.html"]


def test_a_story_is_never_called_by_its_inner_id() -> None:
    audit = sample()
    first, second = (
        audit.stories[0],
        msgspec.structs.replace(
            audit.stories[-1],
            follows=(audit.stories[0].id,),
            evidence=(f"follows {audit.stories[0].id}: “Friday” here",),
        ),
    )
    view = View(msgspec.structs.replace(audit, stories=(first, second)), TEXTS)
    assert view.story_evidence(second) == ["follows story 1: “Friday” here"]
    assert view.story_evidence(first) == list(first.evidence)
