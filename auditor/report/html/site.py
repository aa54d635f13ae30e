"""The pages of a site, by file name."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.records import Audit, Finding
from auditor.report.escape import inline, visible
from auditor.report.html.index import index_page
from auditor.report.html.links import Links, anchors, page_name
from auditor.report.html.method import method
from auditor.report.html.pages import article_page
from auditor.report.html.text import safe
from auditor.report.languages import convention_name, decided, language_name
from auditor.report.options import DEFAULT, Options
from auditor.report.shown import not_shown
from auditor.report.terminal import points_away
from auditor.report.view import View, plural
from auditor.report.width import clip_right

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def render_site(audit: Audit, texts: Mapping[str, str]) -> dict[str, str]:
    """File name -> content: ``index.html`` and one self-contained page for each subject."""
    view = View(audit, texts)
    links = Links(view, single=False)
    spans = anchors(links)
    shared = _shared(view, links)
    site = {"index.html": _page("index.html.j2", shared, title="Audit", index=index_page(view, links))}
    for a in view.subjects:
        page = article_page(view, links, a, spans.get(a.id, set()))
        site[page_name(a.id)] = _page("article.html.j2", shared, title=view.titles[a.id], pages=[page])
    return site


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """One document: the page of a single subject, or the index with all pages under it."""
    view = View(audit, texts)
    links = Links(view, single=True)
    spans = anchors(links)
    pages = [article_page(view, links, a, spans.get(a.id, set())) for a in view.subjects]
    index = index_page(view, links) if len(pages) != 1 else None
    title = view.titles[view.subjects[0].id] if len(pages) == 1 else "Audit"
    return _page("single.html.j2", _shared(view, links), title=title, pages=pages, index=index)


def _shared(view: View, links: Links) -> dict[str, Any]:
    return {"audit": view.audit, "view": view, "links": links, "method": method(view), "points_away": points_away}


def _page(template: str, shared: dict[str, Any], **own: object) -> str:
    return environment().get_template(template).render(**shared, **own)


@cache
def environment() -> Environment:
    """Templates that escape everything and show dangerous characters as code points."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    env = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_finalize,
    )
    style, script = (_TEMPLATES / name for name in ("style.css", "script.js"))
    env.globals.update(
        decided=decided,
        not_shown=not_shown,
        told_beside=_told_beside,
        style=style.read_text(encoding="utf-8"),
        script=script.read_text(encoding="utf-8"),
        style_hash=_csp_hash(style),
        script_hash=_csp_hash(script),
    )
    env.filters.update(
        safe_text=safe,
        one_line=inline,
        clip=lambda text, width: clip_right(inline(text), width),
        language=language_name,
        convention=convention_name,
        plural=plural,
    )
    return env


def _told_beside(finding: Finding) -> bool:
    """True where a piece of evidence already points to the counterpart."""
    other = finding.counterpart
    return other is not None and any((e.article, e.start) == (other.article, other.start) for e in finding.evidence)


def _finalize(value: object) -> object:
    return visible(value) if type(value) is str else value


def _csp_hash(path: Path) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
