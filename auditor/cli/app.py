"""The program: its verbs, and the one place where an error becomes a line and an exit code."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from types import FrameType
from typing import Annotated, Any, NoReturn

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

_BY_SIGNAL = 128  # exit codes above it, as shells have them
_ENDING = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_OBJECTS = 500_000  # new ones before rubbish is sought: a start makes many that stay, and nearly no cycles
DEBUG = "--debug"
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
    debug: Annotated[bool, typer.Option(DEBUG, help="With any verb: show the traceback of an error.")] = False,
) -> None:
    pass


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    """A time limit, a job that was cancelled, a terminal that was closed: whoever waits for workers has to end them."""
    raise SystemExit(_BY_SIGNAL + number)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and leave with its exit code; told to end, it takes its workers with it."""
    for number in _ENDING:
        signal.signal(number, _end)
    console.leave(run(list(sys.argv[1:] if arguments is None else arguments)))


def collect_seldom() -> None:
    """Let the garbage collector of the process look for rubbish less often: an audit makes next to none."""
    gc.set_threshold(_OBJECTS, 10, 10)


def run(arguments: list[str]) -> int:
    """The exit code of a command line; no traceback unless ``--debug`` stands somewhere among the options."""
    arguments, debug = _without_debug(arguments)
    console.prepare_streams()
    collect_seldom()
    try:
        verbs = arguments[:1] if arguments[:1] and arguments[0] in VERBS else VERBS
        code = program(verbs)(arguments, prog_name="auditor", standalone_mode=False)
        return code if isinstance(code, int) else EXIT_OK
    except AuditorError as error:
        console.report_error(error)
        _trace(debug)
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        console.note("interrupted")
        return EXIT_INTERRUPTED
    except MemoryError:
        console.note("error: out of memory — audit fewer or smaller files at once")
    except OSError as error:
        console.note(
            f"error: {error.filename or 'output'}: {(error.strerror or str(error)).lower()} — nothing more written"
        )
        _trace(debug)
    except Exception as error:
        if _is_usage(error):
            return _usage(error, arguments)
        console.note(f"error: {type(error).__name__}: {' '.join(str(error).split())} — a fault of auditor; see --debug")
        _trace(debug)
    return EXIT_FAILED


def _is_usage(error: Exception) -> bool:
    """Typer's own errors: its exceptions carry the message ready to show."""
    return hasattr(error, "format_message") and hasattr(error, "exit_code")


def _usage(error: Exception, arguments: Sequence[str]) -> int:
    """One line that says what is wrong; for a group without a verb its help."""
    context = getattr(error, "ctx", None)
    bare = type(error).__name__ == "NoArgsIsHelpError"
    if bare and hasattr(context.command, "commands"):  # type: ignore[union-attr]
        top = context.parent is None  # type: ignore[union-attr]
        (console.out if top else console.note)(context.get_help() + "\n")  # type: ignore[union-attr]
        return EXIT_OK if top else EXIT_FAILED
    see = f" — see: {context.command_path} --help" if context is not None else ""
    console.note(f"error: {_nothing_named(context) if bare else _said(error, context, arguments)}{see}")
    return EXIT_FAILED


def _said(error: Exception, context: Any, arguments: Sequence[str]) -> str:
    """What is wrong with the arguments: all that is missing, or the nearest option to one that there is not."""
    from auditor.packs.nearest import nearest

    if type(error).__name__ == "MissingParameter" and context is not None:
        return f"missing: {', '.join(_missing(context, arguments))}"
    message = " ".join(error.format_message().split()).rstrip(".")  # type: ignore[attr-defined]
    message = " Did you mean ".join(message.split(" Did you mean ")[:2])  # some versions of typer ask twice
    if type(error).__name__ == "NoSuchOption":
        wrong = error.option_name  # type: ignore[attr-defined]
        best = nearest(wrong, getattr(error, "possibilities", None) or ())
        return f"no such option {wrong}" + (f"; did you mean {best}?" if best else "")
    return message[:1].lower() + message[1:]


def _missing(context: Any, arguments: Sequence[str]) -> list[str]:
    """All required arguments and options that were not given."""
    command, words = context.command, context.command_path.split()[1:]
    given = command.make_context(words[-1], list(arguments[len(words) :]), context.parent, resilient_parsing=True)
    missing = [p for p in command.params if p.required and given.params.get(p.name) in (None, (), [])]
    return [f"{p.opts[0]} {p.metavar}" if p.opts[0].startswith("-") else p.metavar for p in missing]


def _nothing_named(context: Any) -> str:
    """For a verb without any argument: its first example."""
    lines = (line.strip() for line in (context.command.help or "").splitlines())
    example = next((line for line in lines if line.startswith("auditor ")), "")
    return "nothing named" + (f"; as in: {example}" if example else "")


def _without_debug(arguments: list[str]) -> tuple[list[str], bool]:
    """The arguments without ``--debug``, which every verb takes and none declares, and whether it was there."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    kept = [argument for argument in options if argument != DEBUG]
    return kept + arguments[len(options) :], len(kept) < len(options)


def _trace(wanted: bool) -> None:
    if wanted:
        import traceback

        traceback.print_exc()
