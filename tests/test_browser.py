"""The pages in a real browser: marks are reached, filters filter, keys move, text stays text, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor import api
from auditor.records import Audit
from auditor.report.html import page_name, render, render_site
from tests import browser as chromium
from tests.browser import Browser, BrowserError
from tests.report_sample import TEXTS, sample

IN_VIEW = """(e => { const r = e.getBoundingClientRect();
  return r.width > 0 && r.bottom > 0 && r.top < innerHeight && r.right > 0 && r.left < innerWidth; })"""
CONTRAST = """(() => {
  const rgb = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const lum = c => { const f = c.slice(0, 3).map(v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * f[0] + 0.7152 * f[1] + 0.0722 * f[2]; };
  const paper = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor);
    if (c.length === 3 || c[3] > 0.99) return c; } return [255, 255, 255]; };
  const bad = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || e.closest("svg, script, select") || e.offsetParent === null) continue;
    const s = getComputedStyle(e), a = lum(rgb(s.color)), b = lum(paper(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const large = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.66 && s.fontWeight >= 600);
    if (ratio < (large ? 3 : 4.5))
      bad.push(`${e.tagName}.${e.className} ${ratio.toFixed(2)} ${e.textContent.slice(0, 30)}`);
  }
  return bad;
})()"""


@pytest.fixture(scope="module")
def page() -> Iterator[Browser]:
    """A browser; the test installs none and is skipped where there is none."""
    program = chromium.find()
    if program is None:
        pytest.skip("needs chromium on the path")
    try:
        opened = Browser(program)
    except BrowserError as exc:
        pytest.skip(f"{program} does not start here: {exc}")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the hand-made audit with its hostile texts, and the same as one document."""
    out = tmp_path_factory.mktemp("site")
    for name, html in {**render_site(sample(), TEXTS), "single.html": render(sample(), TEXTS)}.items():
        (out / name).write_text(html, encoding="utf-8")
    return out


def cards(page: Browser) -> list[dict[str, Any]]:
    """The cards on the page: id, whether it is to be seen, whether it is the current one."""
    script = (
        '[...document.querySelectorAll(".card[data-r]")].map(c => '
        '({id: c.id, rule: c.dataset.r, shown: c.offsetParent !== null, now: c.classList.contains("now")}))'
    )
    found: list[dict[str, Any]] = page.run(script)
    return found


@pytest.mark.parametrize("name", ["index.html", "001_en.html", "003_ar.html", "single.html"])
def test_nothing_is_fetched_and_nothing_complains(page: Browser, folder: Path, name: str) -> None:
    page.open(folder / name)
    assert page.errors == []
    assert page.requests == [(folder / name).as_uri()]
    assert page.run("document.scripts.length") == 1
    assert page.run('document.querySelectorAll("[onclick], [onerror], iframe, img, object").length') == 0


def test_markup_in_the_article_stays_text(page: Browser, folder: Path) -> None:
    page.open(folder / "001_en.html")
    text = page.run('[...document.querySelectorAll(".tx")].map(p => p.textContent).join("\\n")')
    assert "<script>alert(1)</script>" in text
    assert "U+202E" in text
    assert page.errors == []  # an alert would be told as a dialog


def test_every_finding_leads_to_its_mark_and_back(
    page: Browser, seed_audit: Audit, seeds: Path, tmp_path: Path
) -> None:
    texts = {a.id: (seeds / a.path).read_bytes().decode() for a in seed_audit.articles}
    site = render_site(seed_audit, texts)
    worst = max(seed_audit.articles, key=lambda a: sum(f.article == a.id for f in seed_audit.findings))
    (tmp_path / "a.html").write_text(site[page_name(worst.id)], encoding="utf-8")
    page.open(tmp_path / "a.html")
    reached = page.run(
        f"""(() => {{ const seen = {IN_VIEW}, out = [];
        for (const card of document.querySelectorAll(".card[data-r]")) {{
          const link = card.querySelector("a.no");
          if (!link) continue;
          scrollTo(0, 0);
          link.click();
          const mark = document.querySelector(":target");
          out.push([card.id, !!mark && seen(mark) && mark.classList.contains("m") ? mark.textContent : null]);
          const back = mark && mark.closest("p").querySelector(`a[href="#${{card.id}}"]`);
          scrollTo(0, 0);
          if (back) back.click();
          out[out.length - 1].push(!!back && location.hash === "#" + card.id && seen(card));
        }}
        return out; }})()"""
    )
    live = sorted((f for f in seed_audit.findings if f.article == worst.id and f.end > f.start),
                  key=lambda f: (f.start, f.end))  # fmt: skip
    assert len(reached) == len(live)
    lost = [row for row in reached if row[1] is None or not row[2]]
    assert lost == []
    for (_, words, _), finding in zip(reached, live, strict=True):
        assert finding.match.lstrip().startswith(words.strip()[:5]) or words.strip() in texts[worst.id]


def test_filters_filter(page: Browser, folder: Path) -> None:
    page.open(folder / "001_en.html")
    every = cards(page)
    assert all(c["shown"] for c in every)
    page.run('document.querySelector(".show-minor").click()')
    left = [c for c in cards(page) if c["shown"]]
    assert 0 < len(left) < len(every)
    assert page.run('document.querySelectorAll(".card.minor").length') == len(every) - len(left)
    assert page.run('document.querySelector(".tools .shown").textContent') == f"{len(left)} of {len(every)} shown"
    page.run('document.querySelector(".show-minor").click()')
    page.run('(s => { s.value = "NM201"; s.dispatchEvent(new Event("change", {bubbles: true})); })'
             '(document.querySelector("select.rules"))')  # fmt: skip
    assert {c["rule"] for c in cards(page) if c["shown"]} == {"NM201"}
    page.open(folder / "001_en.html")
    page.run('document.querySelector(".show-preview").click()')
    assert [c["rule"] for c in cards(page) if not c["shown"]] == ["NU101"]


def test_the_index_is_searched(page: Browser, folder: Path) -> None:
    page.open(folder / "index.html")
    rows = '[...document.querySelectorAll("table.articles tbody tr")].filter(r => !r.hidden).length'
    assert page.run(rows) == 4
    page.run('(f => { f.value = "french"; f.dispatchEvent(new Event("input")); })(document.querySelector(".find"))')
    assert page.run(rows) == 1
    assert page.run('document.querySelector(".tools .shown").textContent') == "1 of 4 shown"
    page.run('(f => { f.value = ""; f.dispatchEvent(new Event("input")); })(document.querySelector(".find"))')
    page.run('document.querySelector(".faulty").click()')
    assert page.run(rows) == 1


def test_keys_move_from_finding_to_finding(page: Browser, folder: Path) -> None:
    page.open(folder / "001_en.html")
    at = '[...document.querySelectorAll(".card[data-r]")].findIndex(c => c.classList.contains("now"))'
    steps = []
    for key in "jjjk":
        page.key(key)
        steps.append(page.run(at))
        assert page.run(f'{IN_VIEW}(document.querySelector(".card.now"))')
        assert page.run('document.activeElement === document.querySelector(".card.now")')
    assert steps == [0, 1, 2, 1]
    page.key("k")
    page.key("k")
    page.key("k")
    assert page.run(at) == 0
    page.run('document.querySelector(".show-critical").click(), document.activeElement.blur()')
    page.key("j")
    assert "critical" not in page.run('document.querySelector(".card.now").className')
    page.run('location.hash = document.querySelectorAll(".card[data-r]")[3].id')
    page.run("new Promise(done => setTimeout(done, 50))")
    page.key("j")
    assert page.run(at) == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["index.html", "001_en.html", "003_ar.html"])
def test_every_word_can_be_read(page: Browser, folder: Path, name: str, scheme: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1, for large text 3 to 1, with every fold open."""
    page.media(scheme)
    page.open(folder / name)
    page.run('document.querySelectorAll("details").forEach(d => d.open = true)')
    bad = page.run(CONTRAST)
    page.media("light")
    assert bad == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("name", ["index.html", "001_en.html"])
def test_no_page_is_wider_than_the_window(page: Browser, folder: Path, name: str, width: int) -> None:
    page.size(width)
    page.open(folder / name)
    wide = page.run("document.documentElement.scrollWidth")
    page.size(1280)
    assert wide <= width


@pytest.mark.parametrize("width", [390, 430])
def test_the_drift_table_is_whole_on_a_phone(page: Browser, folder: Path, width: int) -> None:
    page.size(width)
    page.open(folder / "001_en.html")
    hidden = page.run("(b => b.scrollWidth - b.clientWidth)(document.querySelector('.drift > .scroll'))")
    page.size(1280)
    assert hidden == 0


def test_arabic_is_set_from_right_to_left_and_the_report_is_not(page: Browser, folder: Path) -> None:
    page.open(folder / "003_ar.html")
    assert page.run('getComputedStyle(document.querySelector(".tx")).direction') == "rtl"
    assert page.run('getComputedStyle(document.querySelector(".card")).direction') == "ltr"


def test_on_paper_the_findings_stay_and_the_tools_go(page: Browser, folder: Path) -> None:
    page.media("dark", "print")
    page.open(folder / "001_en.html")
    told = page.run(
        '[getComputedStyle(document.body).backgroundColor, document.querySelector(".tools").offsetParent === null, '
        'document.querySelectorAll(".card").length === [...document.querySelectorAll(".card")].filter('
        "c => c.offsetParent !== null).length]"
    )
    page.media("light")
    assert told == ["rgb(255, 255, 255)", True, True]
    assert len(page.send("Page.printToPDF")["data"]) > 10_000


CUT = """[...document.querySelectorAll(".scroll")].filter(e => e.scrollWidth > e.clientWidth + 1)
  .map(e => `${e.firstElementChild.className} ${e.scrollWidth} > ${e.clientWidth}`)"""


@pytest.mark.parametrize("width", [1000, 1200, 1400])
def test_on_a_desk_screen_no_table_is_cut(
    page: Browser, seed_audit: Audit, seeds: Path, tmp_path: Path, width: int
) -> None:
    texts = {a.id: (seeds / a.path).read_bytes().decode() for a in seed_audit.articles}
    for name, html in render_site(seed_audit, texts).items():
        (tmp_path / name).write_text(html, encoding="utf-8")
    page.size(width)
    cut = {}
    for path in sorted(tmp_path.glob("*.html")):
        page.open(path)
        page.run('document.querySelectorAll("details").forEach(d => d.open = true)')
        cut[path.name] = page.run(CUT)
    page.size(1280)
    assert not any(cut.values()), cut


def test_words_without_end_are_broken(page: Browser, tmp_path: Path) -> None:
    name = "x" * 120
    (tmp_path / f"{name}.txt").write_text(
        f"{'W' * 400} met Sergej {'L' * 300} in Kiew on Monday, 13 May 2024. “{'q' * 300},” said Mr {'B' * 200}.\n"
    )
    done = api.audit([tmp_path / f"{name}.txt"])
    for file, html in render_site(done, {a.id: (tmp_path / f"{name}.txt").read_text() for a in done.articles}).items():
        (tmp_path / file).write_text(html, encoding="utf-8")
        page.size(1000)
        page.open(tmp_path / file)
        page.run('document.querySelectorAll("details").forEach(d => d.open = true)')
        cut, wide = page.run(CUT), page.run("document.documentElement.scrollWidth")
        page.size(1280)
        assert (cut, wide <= 1000) == ([], True)


def test_on_paper_the_index_has_no_tools_and_no_cut_table(page: Browser, folder: Path) -> None:
    page.size(690)  # A4 without its margins
    page.media("light", "print")
    page.open(folder / "index.html")
    told = page.run('[document.querySelector(".tools").offsetParent === null, document.documentElement.scrollWidth]')
    page.media("light")
    page.size(1280)
    assert told[0]
    assert told[1] <= 690
