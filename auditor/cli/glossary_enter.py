"""``auditor glossary init | add | edit``: what is typed into a glossary."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Annotated, Any

import typer

from auditor.cli.glossary_change import MaybeText, Note, Use, carry_out
from auditor.cli.glossary_desk import START, Home, Id, MaybeLang, Where

_TYPES = "person, org, place, vehicle, mission, title, agency or term"
_STATUSES = "preferred, admitted, deprecated, forbidden, misspelling, untranslatable or candidate"
Short = Annotated[str | None, typer.Option(metavar="TEXT", help="What later mentions use: a surname.")]
Convention = Annotated[str | None, typer.Option(metavar="ID", help="The convention that it follows.")]
Native = Annotated[str | None, typer.Option(metavar="TEXT", help="The name in its own script.")]
NativeLang = Annotated[str | None, typer.Option(metavar="TAG", help="The language of --native.")]
Never = Annotated[list[str] | None, typer.Option(metavar="ID", help="A look-alike that it never is.")]
Match = Annotated[str | None, typer.Option(metavar="MODE", help="How copy is matched: exact, stem or prefix.")]
Case = Annotated[str | None, typer.Option(metavar="MODE", help="Whether case counts: exact or any.")]
Since = Annotated[str | None, typer.Option(metavar="DATE", help="From when it holds.")]
Until = Annotated[str | None, typer.Option(metavar="DATE", help="Until when it holds.")]


def init(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to begin.")] = Path(START),
    domain: Annotated[str | None, typer.Option(metavar="TEXT", help="What it is about.")] = None,
) -> None:
    """Begin an empty glossary.

    A file that is there is left alone.

    \b
      auditor glossary init
      auditor glossary init glossaries/sport.toml --domain sport
    """
    from auditor.cli import console, job
    from auditor.errors import UsageError
    from auditor.glossary import edit
    from auditor.glossary.lock import locked
    from auditor.glossary.model import GlossaryFile
    from auditor.glossary.write import canonical

    if file.suffix != ".toml":
        raise UsageError(f"{file}: a glossary is a .toml file", f"did you mean {file.with_suffix('.toml')}?")
    with locked([file]):
        if file.exists():
            raise UsageError(f"{file}: is there already", "add to it with: auditor glossary add")
        edit.write(file, canonical(GlossaryFile(schema=1, domain=domain)))
    found = file.absolute() in (path.absolute() for path in job.files_here(None))
    named = "" if found else f" --file {shlex.quote(str(file))}"
    console.out(f"begun {file}\nnext: auditor glossary add{named}, or auditor glossary review{named} FOLDER\n")


def add(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The form, as it stands in copy.")],
    lang: Annotated[str, typer.Option(metavar="TAG", help="Its language (BCP 47).")],
    id: Annotated[str, typer.Option("--id", metavar="ID", help="The concept, new or known: per-lavrov-sergei.")],
    type: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help=f"{_TYPES}; default: by the id (per-, org- ...).")
    ] = None,
    status: Annotated[str, typer.Option("--status", metavar="STATUS", help=f"{_STATUSES}.")] = "preferred",
    short: Short = None,
    convention: Convention = None,
    use: Use = None,
    note: Note = None,
    match: Match = None,
    case: Case = None,
    since: Since = None,
    until: Until = None,
    native: Native = None,
    native_lang: NativeLang = None,
    never: Never = None,
    file: Home = None,
) -> None:
    """Put a term into the glossary.

    Other blocks of the file keep their bytes.

    \b
      auditor glossary add "Sergey Lavrov" --lang en --id per-lavrov-sergey --type person --short Lavrov
      auditor glossary add Lawrow --lang en --id per-lavrov-sergey --status misspelling
    """
    from auditor.cli import console, glossary_desk, glossary_fields
    from auditor.glossary import edit

    path, found = glossary_desk.home(file, id)
    others = glossary_desk.read_all(tuple(p for p in found if p.absolute() != path.absolute()))
    options = {"short": short, "convention": convention, "use": use, "note": note, "match": match, "case": case}
    concept = glossary_fields.concept(
        id=id,
        type=type or glossary_fields.type_of(path, id),
        native=native,
        native_lang=native_lang,
        never=tuple(never or ()),
        term={"text": text, "lang": lang, "status": status, "since": since, "until": until, **options},
    )
    done = edit.add(path, concept, others)
    console.out(f"{done} {id} in {path}\n")
    rivals = glossary_desk.also_preferred(path, id, concept.terms[0])
    if rivals:
        console.note(
            console.plain(f"note: {rivals[0]!r} is preferred in {lang}, too — give one of them --status admitted")
        )


def edit(
    id: Id,
    text: MaybeText = None,
    lang: MaybeLang = None,
    new_text: Annotated[
        str | None, typer.Option("--text", metavar="TEXT", help="Another spelling of the form.")
    ] = None,
    status: Annotated[str | None, typer.Option("--status", metavar="STATUS", help=f"{_STATUSES}.")] = None,
    short: Short = None,
    convention: Convention = None,
    use: Use = None,
    match: Match = None,
    case: Case = None,
    since: Since = None,
    until: Until = None,
    note: Note = None,
    new_id: Annotated[str | None, typer.Option("--id", metavar="ID", help="Another id of the concept.")] = None,
    type: Annotated[str | None, typer.Option("--type", metavar="TYPE", help=f"{_TYPES}.")] = None,
    native: Native = None,
    native_lang: NativeLang = None,
    never: Never = None,
    file: Where = None,
) -> None:
    """Change a form, or a concept.

    With TEXT the form; without it the concept (--id, --type, --native, --never, --note). An empty value takes a key
    away. A form that becomes preferred takes the place of the one that was.

    \b
      auditor glossary edit per-lavrov-sergey "Sergei Lavrov" --status preferred
      auditor glossary edit per-lavrov-sergey --never per-lavrov-kirill
      auditor glossary edit per-lavrov-sergey --id per-lavrov-sergei
    """
    from auditor.cli import glossary_fields
    from auditor.glossary import changes

    of_term = {"text": new_text, "status": status, "short": short, "convention": convention, "use": use}
    of_term |= {"match": match, "case": case, "since": since, "until": until}
    of_concept: dict[str, Any] = {"id": new_id, "type": type, "native": native, "native_lang": native_lang}
    of_concept["never"] = never
    if text is None:
        fields = glossary_fields.of_concept(of_concept | {"note": note}, of_term)
        carry_out(lambda desk: changes.edit_concept(desk, id, fields(desk.get(id))), f"changed {new_id or id}", file)
    else:
        settled = glossary_fields.of_term(of_term | {"note": note}, of_concept)
        said = f"changed {new_text or text!r} of {id}"
        carry_out(lambda desk: changes.edit_term(desk, id, text, lang, settled), said, file)


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    for verb in (init, add, edit):
        app.command(verb.__name__)(verb)
