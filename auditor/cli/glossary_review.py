"""``auditor glossary candidates | review``: from what an audit finds to what the glossary says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.cli.glossary_desk import Home
from auditor.cli.options import Against, AuditFile, MaybePaths, reads_articles
from auditor.errors import EXIT_FAILED

if TYPE_CHECKING:
    from auditor.glossary.candidates import Candidate
    from auditor.glossary.review import Action, Card, Session
    from auditor.records import Audit

Every = Annotated[bool, typer.Option("--all", help="Also names with one spelling only.")]
KEYS: dict[str, tuple[Action, str]] = {
    "s": ("same", "same"), "d": ("different", "different"), "u": ("unsure", "unsure"), "p": ("prefer", "prefer"),
    "f": ("forbid", "forbid"), "e": ("edit", "edit"),
}  # fmt: skip
MENU = "[s]ame [d]ifferent [u]nsure [p]refer [f]orbid [e]dit  [l]ater [z] undo [q]uit [?]"
HELP = """\
  s  the same: into the glossary, as a misspelling where a check finds fault with it, else as admitted
  d  different: never one entity, and not asked again
  u  unsure: kept as open (--again asks anew)
  p  prefer: the same, and the form to use from now on
  f  forbid: the same, but never to be written so
  e  edit: the same, misspelt; type what it should read
  l  later: no decision      z  take the last decision back      q  end; all decisions are kept
"""


@reads_articles
def candidates(
    flags: dict[str, Any],
    paths: MaybePaths = None,
    against: Against = None,
    audit: AuditFile = None,
    every: Every = False,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, json or toml.")] = "text",
) -> None:
    """Find names that want a decision.

    Competing spellings in articles and forms that the glossary lacks, with sentences, whose convention each follows,
    what speaks against taking them together, and the block to put into the glossary.

    \b
      auditor glossary candidates seeds/
      auditor glossary candidates seeds/ --format toml > glossaries/new.toml
    """
    from auditor.cli import console, emit, glossary_views

    emit.known_format(format, glossary_views.CANDIDATE_FORMATS)
    found, record, _, code = _candidates(paths, flags | {"against": against}, audit, every)
    console.out(glossary_views.candidates(found, format, record, every=every, width=emit.table_width(None)))
    raise typer.Exit(code)


@reads_articles
def review(
    flags: dict[str, Any],
    paths: MaybePaths = None,
    against: Against = None,
    audit: AuditFile = None,
    every: Every = False,
    file: Home = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; default: who is logged in.")] = None,
    again: Annotated[bool, typer.Option("--again", help="Also what was left unsure.")] = False,
) -> None:
    """Decide on names, one card a decision.

    One key a card on a terminal, one line a card elsewhere. Each decision goes into decisions.jsonl beside the glossary
    and into the glossary at once: a review can be ended, or killed, at any point.

    \b
      auditor glossary review seeds/
      auditor glossary review --audit reports/audit.json --file glossaries/desk.toml
    """
    from auditor.cli import console, glossary_desk, glossary_fields
    from auditor.glossary.review import Session, cards

    home, here = glossary_desk.home(file or _named(flags))
    found, _, files, code = _candidates(paths, flags | {"against": against}, audit, every)
    who = by or glossary_fields.user()
    session = Session(cards(found), files or here, home, by=who, clock=glossary_fields.now, again=again)
    if session.resumed:
        console.out(f"{session.resumed} earlier decisions brought into the glossary\n")
    if not session.total:
        console.out("nothing to decide\n")
        raise typer.Exit(code)
    kept = _run(session)
    left = len(session.waiting)
    console.out(f"\n{len(session.done)} decided, {left} left; decisions in {session.file}, glossary {home}\n")
    raise typer.Exit(code if kept else EXIT_FAILED)


def _named(flags: dict[str, Any]) -> Path | None:
    """The one file that --glossary names."""
    given = [Path(p) for p in flags.get("glossary") or ()]
    return given[0] if len(given) == 1 and given[0].suffix == ".toml" else None


def _candidates(
    paths: list[Path] | None, flags: dict[str, Any], audit: Path | None, every: bool
) -> tuple[tuple[Candidate, ...], Audit, tuple[Path, ...], int]:
    """Candidates of articles or of a stored audit, the record, the glossaries used, and the exit code."""
    from auditor.cli import job
    from auditor.glossary import decisions, load, store
    from auditor.glossary.candidates import candidates as suggested

    result, code = job.audit_of(paths, flags, audit)
    given = [Path(p) for p in flags.get("glossary") or ()]
    files = () if flags.get("no_glossary") else (store.expand(given) if given else job.files_here(paths))
    held = load(files) if files else None
    told = decisions.Verdicts(decisions.load(decisions.beside(files)))
    found = suggested(result.audit, held, every=every, texts=result.texts, verdicts=told)
    return found, result.audit, tuple(files), code


def _run(session: Session) -> bool:
    """Cards until the last is decided, or the user ends; whether what was last decided could be kept."""
    from auditor.cli import console
    from auditor.errors import AuditorError

    shown: Card | None = None
    kept = True
    while (card := session.card) is not None:
        if card is not shown:
            console.out(_card(session, card))
            shown = card
        key = _key()
        if key in ("q", ""):
            break
        try:
            told = _act(session, key)
            kept = True
        except AuditorError as error:
            kept = False
            told = f"{error.message}" + (f" — {error.hint}" if error.hint else "")
        if told:
            console.out(f"  {console.plain(told)}\n" if told is not HELP else told)
    return kept


def _act(session: Session, key: str) -> str | None:
    """What a key does; returns what to say."""
    if key == "z":
        return None if session.undo() else "nothing to take back"
    if key == "l":
        session.later()
        return None
    if key not in KEYS:
        return HELP
    action, _ = KEYS[key]
    text = _line("  it should read: ").strip() if action == "edit" else None
    if text == "":
        return "not changed"
    return session.press(action, text)


def _card(session: Session, card: Card) -> str:
    """One card: the question, the form in its sentences, what speaks against it, the keys."""
    from auditor.cli import console, glossary_views
    from auditor.report.escape import inline
    from auditor.report.width import fold

    number = session.total - len(session.waiting) + 1
    head = f"\n{number}/{session.total}  {inline(card.base)}   {card.candidate.concept.type}   "
    head += f"{card.candidate.concept.id}{'' if card.candidate.known else ' (new)'}\n"
    asked = (
        "is that one name for the glossary?"
        if card.form.text == card.base
        else f"is “{inline(card.form.text)}” the same?"
    )
    rows = [asked, glossary_views.form_line(card.form), *map(glossary_views.quoted, card.form.sentences)]
    rows += [f"! {inline(text)}" for text in card.candidate.conflicts if card.form.text in text]
    rows += [f"! {glossary_views.decision(d)}" for d in session.warnings(card)]
    told = fold("".join(f"  {row}\n" for row in rows), console.room())
    return f"{head}{told}  {MENU}  s = {card.status}\n"


def _key() -> str:
    """One key on a terminal, the first letter of a line elsewhere; empty at the end of the input."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        line = sys.stdin.readline()
        return (line.strip()[:1].lower() or "?") if line else ""
    from auditor.cli.keys import key

    return key()


def _line(prompt: str) -> str:
    """A line of text."""
    from auditor.cli import console

    console.out(prompt)
    return sys.stdin.readline()


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("candidates", no_args_is_help=True)(candidates)
    app.command("review", no_args_is_help=True)(review)
