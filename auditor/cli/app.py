"""The program: its verbs, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Annotated, NoReturn

import typer

from auditor import __version__
from auditor.cli import console
from auditor.errors import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_OK, AuditorError

HELP = """Audits news copy that has crossed languages: names, translation artifacts, quotes, dates, provenance, drift.

\b
  auditor audit copy/                          a report on every article, in reports/
  auditor check draft.txt --against archive/   a verdict on one piece of copy
  auditor names compare Lawrow Lavrov          are these one name, and who writes it so?
"""

_OBJECTS = 100_000  # new ones before rubbish is sought: a start makes many that stay, and nearly no cycles
VERBS = (
    "audit", "check", "names", "quotes", "timeline", "trace", "diff", "why", "rule", "suppress", "baseline",
    "glossary", "styles", "evaluate", "config", "init", "doctor", "lsp",
)  # fmt: skip


def program(verbs: Iterable[str] = VERBS) -> typer.Typer:
    """The program with the verbs that are wanted: each costs milliseconds to build, and one run needs one."""
    app = typer.Typer(
        name="auditor",
        help=HELP,
        epilog="Nothing leaves this machine. Exit codes: 0 clean, 1 findings, 2 not done, 130 interrupted.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    )
    app.callback()(_root)
    for verb in verbs:
        import_module(f"auditor.cli.{verb}").register(app)
    return app


def _version(wanted: bool) -> None:
    if wanted:
        console.out(f"auditor {__version__}\n")
        raise typer.Exit


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code."""
    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))


def run(arguments: list[str]) -> int:
    """The exit code of a command line; no traceback unless ``--debug`` is among the arguments."""
    console.prepare_streams()
    gc.set_threshold(_OBJECTS, 10, 10)
    try:
        verbs = arguments[:1] if arguments[:1] and arguments[0] in VERBS else VERBS
        code = program(verbs)(arguments, prog_name="auditor", standalone_mode=False)
        return code if isinstance(code, int) else EXIT_OK
    except AuditorError as error:
        console.report_error(error)
        _trace(arguments)
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        console.note("interrupted")
        return EXIT_INTERRUPTED
    except MemoryError:
        console.note("error: out of memory — audit fewer or smaller files at once")
    except Exception as error:
        if _is_usage(error):
            return _usage(error)
        console.note(f"error: {type(error).__name__}: {' '.join(str(error).split())} — a fault of auditor; see --debug")
        _trace(arguments)
    return EXIT_FAILED


def _is_usage(error: Exception) -> bool:
    """Typer's own errors: its exceptions carry the message ready to show."""
    return hasattr(error, "format_message") and hasattr(error, "exit_code")


def _usage(error: Exception) -> int:
    """One line with the nearest valid option; for a verb without arguments its help."""
    from auditor.packs.nearest import nearest

    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError" and context is not None:
        bare = context.parent is None
        (console.out if bare else console.note)(context.get_help() + "\n")
        return EXIT_OK if bare else EXIT_FAILED
    message = " ".join(error.format_message().split())  # type: ignore[attr-defined]
    message = " Did you mean ".join(message.split(" Did you mean ")[:2])  # some versions of typer ask twice
    wrong, valid = getattr(error, "option_name", None), getattr(error, "possibilities", None)
    if wrong and valid:
        best = nearest(wrong, valid)
        message = f"no such option {wrong}" + (f"; did you mean {best}?" if best else "")
    where = f" — see: {context.command_path} --help" if context is not None else ""
    console.note(f"error: {message}{where}")
    return EXIT_FAILED


def _trace(arguments: Sequence[str]) -> None:
    if "--debug" in arguments:
        import traceback

        traceback.print_exc()
