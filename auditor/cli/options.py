"""Options that several verbs share, declared once."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer


def formats() -> list[str]:
    """Formats of reports, for completion."""
    from auditor.report.formats import FORMATS

    return list(FORMATS)


def checks() -> list[str]:
    """Ids and names of checks, for completion."""
    from auditor.gate.rules import every

    return [name for check in every() for name in (check.id, check.slug)]


def styles() -> list[str]:
    """Names of shipped house styles, for completion."""
    from auditor.packs.styles import names

    return list(names())


def severities() -> list[str]:
    """Severities from the mildest, for completion."""
    from auditor.records import SEVERITIES

    return list(SEVERITIES)


def thresholds() -> list[str]:
    """What ``--fail-on`` takes, for completion."""
    from auditor.run.settings import FAIL_ON

    return list(FAIL_ON)


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help="Files, or folders to search for articles; - reads stdin."),
]
MaybePaths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="PATH...", help="Files, or folders to search for articles; - reads stdin."),
]
TableShape = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, json, csv or md.")]
TextOrJson = Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or json.")]
Output = Annotated[Path | None, typer.Option(metavar="FILE", help="Where it goes (default: stdout).")]
Lang = Annotated[str | None, typer.Option(metavar="TAG", help="Language of the articles (BCP 47); default: detected.")]
FromLang = Annotated[
    str | None, typer.Option(metavar="TAG", help="Language they were translated from; default: inferred.")
]
GlossaryFiles = Annotated[
    list[Path] | None, typer.Option("--glossary", metavar="FILE", help="Glossary file or folder; may be repeated.")
]
NoGlossary = Annotated[bool, typer.Option("--no-glossary", help="Use no glossary, not even one found in glossaries/.")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        metavar="CHECK",
        help="Only these checks: ids, their beginnings or names (TA101,NM,fused-token); may be repeated.",
        autocompletion=checks,
    ),
]
Ignore = Annotated[
    list[str] | None, typer.Option(metavar="CHECK", help="Leave these checks out.", autocompletion=checks)
]
Style = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="House style to hold the copy to: a name (auditor styles list) or a TOML file.",
        autocompletion=styles,
    ),
]
NoPreview = Annotated[bool, typer.Option("--no-preview", help="Leave out checks that are still in preview.")]
MinSeverity = Annotated[
    str | None,
    typer.Option(
        metavar="SEVERITY",
        help="Show only findings from neutral, minor, major or critical up; verdict, drift and JSON rest on all.",
        autocompletion=severities,
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        metavar="SEVERITY",
        help="Exit 1 on findings from critical, major or minor up, or never (check, diff: major; audit: never).",
        autocompletion=thresholds,
    ),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit 0 even on findings (never when the job failed).")]
InlineSuppressions = Annotated[
    bool,
    typer.Option(
        "--inline-suppressions",
        help="Let comments in HTML and Markdown copy silence findings: <!-- auditor-ignore TA101: reason -->.",
    ),
]
Against = Annotated[
    list[Path] | None,
    typer.Option(metavar="DIR", help="Articles to compare with (the audited files left out); may be repeated."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Leave out paths that match (drafts/**, *.bak.txt); may be repeated."),
]
Date = Annotated[
    str | None, typer.Option("--date", metavar="DATE", help="Publication date of articles that state none themselves.")
]
AsOf = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="The day on which `since` and `until` of terms and suppressions are judged, or today."
    ),
]
StdinFilename = Annotated[
    str | None, typer.Option(metavar="NAME", help="What to call stdin; its suffix tells the format.")
]
Encoding = Annotated[
    str | None, typer.Option(metavar="NAME", help="Encoding of the files; default: UTF-8 or their mark.")
]
Jobs = Annotated[
    int | None, typer.Option("--jobs", "-j", metavar="N", help="Processes; 0 (default) for as many as the work needs.")
]
MaxBytes = Annotated[int | None, typer.Option(metavar="N", help="Refuse files larger than this (default 16 MiB).")]
SkipUnreadable = Annotated[
    bool, typer.Option("--skip-unreadable", help="Do not fail on files that are binary, too large or not text.")
]
Isolated = Annotated[
    bool,
    typer.Option("--isolated", help="Ignore configuration, glossaries, baseline and suppressions found in the folder."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes and no progress bar, only results and errors.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="All evidence; and on stderr what was read from where.")]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colours (also: NO_COLOR=1).")]
AuditFile = Annotated[
    Path | None, typer.Option("--audit", metavar="FILE", help="Read this audit.json instead of auditing the paths.")
]


def _reading(
    lang: Lang = None,
    from_lang: FromLang = None,
    glossary: GlossaryFiles = None,
    no_glossary: NoGlossary = False,
    date: Date = None,
    as_of: AsOf = None,
    stdin_filename: StdinFilename = None,
    encoding: Encoding = None,
    jobs: Jobs = None,
    max_bytes: MaxBytes = None,
    skip_unreadable: SkipUnreadable = False,
    isolated: Isolated = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    no_color: NoColor = False,
) -> None:
    """What every verb that reads articles takes."""


def _choosing(
    against: Against = None,
    exclude: Exclude = None,
    select: Select = None,
    ignore: Ignore = None,
    no_preview: NoPreview = False,
    style: Style = None,
) -> None:
    """What decides which findings there are."""


def _showing(
    min_severity: MinSeverity = None,
    fail_on: FailOn = None,
    exit_zero: ExitZero = False,
    inline_suppressions: InlineSuppressions = False,
) -> None:
    """What decides which of them are shown and count."""


def reads_articles(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options of reading; it gets them as the dict ``flags``."""
    return _extended(verb, _reading)


def reports_findings(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options of reading and of judging; it gets them as the dict ``flags``."""
    return _extended(verb, _choosing, _showing, _reading)


def judges_findings(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb that records findings the same options, without those of showing and counting them."""
    return _extended(verb, _choosing, _reading)


def _extended(verb: Callable[..., None], *templates: Callable[..., None]) -> Callable[..., None]:
    own = [p for p in inspect.signature(verb, eval_str=True).parameters.values() if p.name != "flags"]
    shared = [p for t in templates for p in inspect.signature(t, eval_str=True).parameters.values()]

    @functools.wraps(verb)
    def run(**given: Any) -> None:
        flags = {p.name: given.pop(p.name) for p in shared}
        verb(**given, flags=flags)

    params = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in [*own, *shared]]
    run.__signature__ = inspect.Signature(params)  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in params}
    del run.__wrapped__
    return run
