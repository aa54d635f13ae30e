"""The pages of a site, by file name."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from auditor.records import Audit
from auditor.report.options import DEFAULT, Options


def page_name(article: str) -> str:
    """File name of an article's page: from its id, safe on every file system, never that of the index."""
    safe = re.sub(r"[^A-Za-z0-9._-]", "_", article).strip(".")[:100]
    if safe == article and safe.lower() != "index":
        return f"{safe}.html"
    return f"{safe or 'article'}-{hashlib.sha256(article.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}.html"


def render_site(audit: Audit, texts: Mapping[str, str]) -> dict[str, str]:
    """File name -> content: ``index.html`` and one self-contained page for each subject."""
    from auditor.report.terminal import render as text

    page = "<!doctype html><pre>" + text(audit, texts).replace("&", "&amp;").replace("<", "&lt;") + "</pre>"
    return {"index.html": page} | {page_name(a.id): page for a in audit.articles if a.role == "subject"}


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """All pages in one document."""
    return render_site(audit, texts)["index.html"]
