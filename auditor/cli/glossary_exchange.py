"""``auditor glossary import | export``: other programs' formats, each with what it could not hold."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.glossary_desk import Files, Home
from auditor.cli.options import Output

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.glossary.formats import Loss, Wanted

From = Annotated[str | None, typer.Option("--from", metavar="TAG", help="The first language of a format that has two.")]
To = Annotated[str | None, typer.Option("--to", metavar="TAG", help="The second language of a format that has two.")]
Langs = Annotated[
    list[str] | None, typer.Option("--lang", metavar="TAG", help="Only terms of this language; may be repeated.")
]
Kind = Annotated[str | None, typer.Option("--format", metavar="FORMAT", help="Default: by the file's ending.")]


def bring_in(
    source: Annotated[Path, typer.Argument(metavar="FILE", help="What to read; - reads stdin.")],
    format: Kind = None,
    first: From = None,
    second: To = None,
    lang: Langs = None,
    type: Annotated[
        str, typer.Option("--type", metavar="TYPE", help="Type of concepts that do not say theirs.")
    ] = "term",
    file: Home = None,
    replace: Annotated[bool, typer.Option("--replace", help="What comes wins over what is there.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done; write nothing.")] = False,
) -> None:
    """Bring in terms from another format.

    csv, tsv, omegat, utx, tbx (version 2 and ISO 30042:2019, any dialect), tmx and xliff (short segments, as
    candidates), wikidata, ftm. What the file has and a glossary cannot hold is told on stderr.

    \b
      auditor glossary import terms.tbx
      auditor glossary import glossary.txt --format omegat --from de --to en
      auditor glossary import Q42.json --lang en --lang de --lang fr
    """
    from auditor.cli import console, glossary_desk
    from auditor.glossary import edit
    from auditor.glossary.exchange import Brought, bring
    from auditor.glossary.formats import format_named, format_of
    from auditor.report.view import plural

    chosen = format_named(format, reads=True) if format else format_of(source, reads=True)
    wanted = _wanted(first, second, lang, glossary_desk.type_named(type), str(source))
    home, found = glossary_desk.home(file)
    assert chosen.read is not None
    read = chosen.read(_bytes(source), wanted)
    done: list[Brought] = []

    def make(desk: edit.Desk) -> edit.Changes:
        done.append(bring(desk, read.concepts, replace=replace))
        return {} if dry_run else done[0].changes

    edit.change(found, make, home)
    brought = done[0]
    verb = "would bring" if dry_run else "brought"
    terms = sum(len(c.terms) for c in read.concepts)
    console.out(
        f"{verb} {plural(len(read.concepts), 'concept')} with {plural(terms, 'term')} into {home}: "
        f"{brought.added:,} new, {brought.joined:,} joined, {brought.same:,} as they were\n"
    )
    for text in brought.left[:10]:
        console.note(console.plain(f"left out: {text}"))
    if len(brought.left) > 10:
        console.note(f"left out: {len(brought.left) - 10:,} more")
    _tell(read.losses, "not brought")


def export(
    files: Files = None,
    format: Kind = None,
    first: From = None,
    second: To = None,
    lang: Langs = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The date in headers that want one; default: today.")
    ] = None,
    output: Output = None,
) -> None:
    """Write the glossary in another format.

    To exchange: csv, tsv, omegat, utx, tbx (version 2), tbx-core, tbx-min, tbx-basic (ISO 30042:2019), tmx, wikidata,
    ftm. For programs that check spelling: vale, vale-vocab, languagetool, languagetool-words, codespell, typos,
    hunspell. What a format cannot hold is told on stderr.

    \b
      auditor glossary export --output terms.tbx
      auditor glossary export --format utx --from de --to en --output terms.utx
      auditor glossary export --format vale --lang en --output styles/Desk/Names.yml
    """
    from datetime import date as day

    from auditor.cli import emit, glossary_desk
    from auditor.errors import UsageError
    from auditor.glossary import load
    from auditor.glossary.formats import format_named, format_of

    if format is None and output is None:
        raise UsageError("what format?", "--format NAME, or --output FILE with an ending that says it")
    chosen = format_named(format, reads=False) if format else format_of(output or Path(), reads=False)
    held = load(glossary_desk.files_meant(files))
    wanted = _wanted(first, second, lang, "term", ", ".join(held.paths), date or day.today().isoformat())
    assert chosen.write is not None
    written = chosen.write(held.concepts, wanted)
    emit.deliver(written.text, output, chosen.name)
    _tell(written.losses, "not written")


def _wanted(
    first: str | None, second: str | None, langs: list[str] | None, kind: str, path: str, date: str = ""
) -> Wanted:
    from auditor.cli.glossary_fields import check_tag
    from auditor.glossary.formats import Wanted

    for option, tag in (("--from", first), ("--to", second), *(("--lang", tag) for tag in langs or ())):
        check_tag(tag, option)
    return Wanted(
        source=first,
        target=second,
        langs=tuple(langs or ()),
        kind=kind,  # type: ignore[arg-type]
        path=path,
        date=date,
    )


def _bytes(path: Path) -> bytes:
    from auditor.errors import UsageError

    if str(path) == "-":
        return sys.stdin.buffer.read()
    try:
        return path.read_bytes()
    except OSError as exc:
        raise UsageError(f"{path}: {(exc.strerror or 'cannot be read').lower()}", "check the path") from exc


def _tell(losses: Sequence[Loss], verb: str) -> None:
    """The loss report: one line a kind."""
    from auditor.cli import console

    for loss in losses:
        samples = ", ".join(loss.samples) + (" ..." if loss.count > len(loss.samples) else "")
        console.note(console.plain(f"{verb}: {loss.what}: {loss.count:,} ({samples})"))


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("import", no_args_is_help=True)(bring_in)
    app.command("export", no_args_is_help=True)(export)
