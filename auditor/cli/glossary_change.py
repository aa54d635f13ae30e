"""``auditor glossary init | add | edit | remove | merge | split | deprecate``: what changes a glossary by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.cli.glossary_desk import START, Debug, Home, Id, MaybeLang, Where

if TYPE_CHECKING:
    from auditor.glossary.edit import Changes, Desk

_TYPES = "person, org, place, vehicle, mission, title, agency or term"
_STATUSES = "preferred, admitted, deprecated, forbidden, misspelling, untranslatable or candidate"
MaybeText = Annotated[str | None, typer.Argument(metavar="TEXT", help="One form of it; default: the concept itself.")]
Short = Annotated[str | None, typer.Option(metavar="TEXT", help="What later mentions use: a surname.")]
Convention = Annotated[str | None, typer.Option(metavar="ID", help="The convention that it follows.")]
Use = Annotated[str | None, typer.Option(metavar="TEXT", help="The form to use instead.")]
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")]
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
    debug: Debug = False,
) -> None:
    """Begin an empty glossary.

    A file that is there is left alone.

    \b
      auditor glossary init
      auditor glossary init glossaries/sport.toml --domain sport
    """
    from auditor.cli import console
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
    console.out(f"begun {file}\nnext: auditor glossary add, or auditor glossary review FOLDER\n")


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
    debug: Debug = False,
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
    debug: Debug = False,
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
        _change(lambda desk: changes.edit_concept(desk, id, fields(desk.get(id))), f"changed {new_id or id}", file)
    else:
        settled = glossary_fields.of_term(of_term | {"note": note}, of_concept)
        said = f"changed {new_text or text!r} of {id}"
        _change(lambda desk: changes.edit_term(desk, id, text, lang, settled), said, file)


def remove(id: Id, text: MaybeText = None, lang: MaybeLang = None, file: Where = None, debug: Debug = False) -> None:
    """Take a form, or a whole concept, out of the glossary.

    \b
      auditor glossary remove per-lavrov-sergey "Sergej Lavrov" --lang en
      auditor glossary remove per-lavrov-sergey
    """
    from auditor.glossary import changes

    what = f"{text!r} of {id}" if text is not None else id
    _change(lambda desk: changes.remove(desk, id, text, lang), f"removed {what}", file)


def deprecate(
    id: Id,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The form to advise against.")],
    lang: MaybeLang = None,
    status: Annotated[
        str, typer.Option("--status", metavar="STATUS", help="deprecated, forbidden or misspelling.")
    ] = "deprecated",
    use: Use = None,
    note: Note = None,
    file: Where = None,
    debug: Debug = False,
) -> None:
    """Advise against a form.

    \b
      auditor glossary deprecate loc-kolkata Calcutta --lang en --use Kolkata --note "renamed in 2001"
    """
    from auditor.cli import glossary_fields
    from auditor.glossary import changes

    chosen = glossary_fields.bad_status(status)
    said = f"{chosen}: {text!r} of {id}"
    _change(lambda desk: changes.advise_against(desk, id, text, lang, chosen, use, note), said, file)


def merge(
    into: Annotated[str, typer.Argument(metavar="ID", help="The concept that stays.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The concept that becomes part of it.")],
    force: Annotated[bool, typer.Option("--force", help="Even where they were judged different.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; kept with the decision.")] = None,
    file: Where = None,
    debug: Debug = False,
) -> None:
    """Make two concepts one.

    The decision is kept in decisions.jsonl beside the glossary. Concepts that were judged different, or that `never`
    keeps apart, stay two.

    \b
      auditor glossary merge per-lavrov-sergey per-lavrow-sergej
    """
    from auditor.cli import glossary_fields
    from auditor.glossary import changes

    def make(desk: Desk) -> Changes:
        made = changes.merge(desk, into, other)
        if not force:
            glossary_fields.refuse_if_different(desk, into, other)
        return made

    paths = _change(make, f"merged {other} into {into}", file)
    glossary_fields.decide(paths[0], into, other, "same", by)


def split(
    id: Id,
    new_id: Annotated[str, typer.Argument(metavar="NEW", help="The id of the new concept.")],
    texts: Annotated[list[str], typer.Argument(metavar="TEXT...", help="The forms that go to it.")],
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; kept with the decision.")] = None,
    file: Where = None,
    debug: Debug = False,
) -> None:
    """Make two concepts out of one.

    `never` keeps them apart from then on; the decision is kept in decisions.jsonl beside the glossary.

    \b
      auditor glossary split per-borisov-yuri per-borisov-konstantin "Konstantin Borisov"
    """
    from auditor.cli import glossary_fields
    from auditor.glossary import changes

    glossary_fields.check_id(new_id, "NEW")
    said = f"split {new_id} off {id}"
    paths = _change(lambda desk: changes.split(desk, id, new_id, texts), said, file, of=id)
    glossary_fields.decide(paths[0], id, new_id, "different", by)


def _change(make: Callable[[Desk], Changes], said: str, file: Path | None, of: str | None = None) -> tuple[Path, ...]:
    """Make a change in the glossaries here, or in one file, and say so; ``of``: new concepts go where this one is."""
    from auditor.cli import console, glossary_desk
    from auditor.glossary import edit

    found = glossary_desk.files_meant([file] if file else None)
    path = (file or glossary_desk.home(None, of, begin=False)[0]) if of else None
    written = edit.change(found, make, path)
    console.out(f"{said} in {', '.join(map(str, written))}\n" if written else "nothing to change\n")
    return written or found


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    for verb in (init, add, edit, remove, deprecate, merge, split):
        app.command(verb.__name__)(verb)
