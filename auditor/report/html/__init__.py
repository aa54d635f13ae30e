"""HTML: a page for each article and an index; no network, readable without scripts."""

from auditor.report.html.links import page_name
from auditor.report.html.site import render, render_site

__all__ = ["page_name", "render", "render_site"]
