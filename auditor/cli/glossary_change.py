"""``auditor glossary remove | deprecate | merge | split``: what becomes of forms and concepts that are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.glossary_desk import Id, MaybeLang, Where

if TYPE_CHECKING:
    from auditor.glossary.edit import Changes, Desk

MaybeText = Annotated[str | None, typer.Argument(metavar="TEXT", help="One form of it; default: the concept itself.")]
Use = Annotated[str | None, typer.Option(metavar="TEXT", help="The form to use instead.")]
Note = Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")]


def remove(id: Id, text: MaybeText = None, lang: MaybeLang = None, file: Where = None) -> None:
    """Take a form, or a whole concept, out of the glossary.

    \b
      auditor glossary remove per-lavrov-sergey "Sergej Lavrov" --lang en
      auditor glossary remove per-lavrov-sergey
    """
    from auditor.glossary import changes

    what = f"{text!r} of {id}" if text is not None else id
    carry_out(lambda desk: changes.remove(desk, id, text, lang), f"removed {what}", file)


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
) -> None:
    """Advise against a form.

    \b
      auditor glossary deprecate loc-kolkata Calcutta --lang en --use Kolkata --note "renamed in 2001"
    """
    from auditor.cli import glossary_fields
    from auditor.glossary import changes

    chosen = glossary_fields.bad_status(status)
    said = f"{chosen}: {text!r} of {id}"
    carry_out(lambda desk: changes.advise_against(desk, id, text, lang, chosen, use, note), said, file)


def merge(
    into: Annotated[str, typer.Argument(metavar="ID", help="The concept that stays.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The concept that becomes part of it.")],
    force: Annotated[bool, typer.Option("--force", help="Even where they were judged different.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; kept with the decision.")] = None,
    file: Where = None,
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

    paths = carry_out(make, f"merged {other} into {into}", file)
    glossary_fields.decide(paths[0], into, other, "same", by)


def split(
    id: Id,
    new_id: Annotated[str, typer.Argument(metavar="NEW", help="The id of the new concept.")],
    texts: Annotated[list[str], typer.Argument(metavar="TEXT...", help="The forms that go to it.")],
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides; kept with the decision.")] = None,
    file: Where = None,
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
    paths = carry_out(lambda desk: changes.split(desk, id, new_id, texts), said, file, of=id)
    glossary_fields.decide(paths[0], id, new_id, "different", by)


def carry_out(make: Callable[[Desk], Changes], said: str, file: Path | None, of: str | None = None) -> tuple[Path, ...]:
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
    for verb in (remove, deprecate, merge, split):
        app.command(verb.__name__)(verb)
