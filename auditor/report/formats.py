"""The registry of formats. A format is loaded when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from auditor.records import Audit
from auditor.report.options import DEFAULT, Options

Render = Callable[[Audit, Mapping[str, str], Options], str]

_MODULES = {
    "text": "terminal",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "csv": "csv",
    "md": "markdown",
    "html": "html",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "rdjsonl": "rdjsonl",
}


class Format:
    """A reporter by name: ``format(audit, texts, options)`` gives the whole report."""

    __slots__ = ("module",)

    def __init__(self, module: str) -> None:
        self.module = module

    def __call__(self, audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
        render: Render = import_module(f"auditor.report.{self.module}").render
        return render(audit, texts, options)


FORMATS: dict[str, Format] = {name: Format(module) for name, module in _MODULES.items()}
