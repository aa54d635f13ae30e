"""``auditor glossary diff | stats | test``: what changed, what is used, what the examples prove."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.cli.glossary_desk import Files
from auditor.cli.options import Against, AuditFile, MaybePaths, TableShape, TextOrJson, reads_articles

if TYPE_CHECKING:
    from auditor.glossary.model import Concept, Usage


def diff(
    files: Files = None,
    against: Annotated[
        str, typer.Option("--against", metavar="REF", help="A branch or commit of git, or another glossary file.")
    ] = "main",
    format: TextOrJson = "text",
) -> None:
    """Say what changed, in words.

    Compares the glossaries with git's main, another branch or commit, or another file.

    \b
      auditor glossary diff
      auditor glossary diff glossaries/space.toml --against HEAD~3
      auditor glossary diff glossaries/space.toml --against /tmp/their-space.toml
    """
    import msgspec

    from auditor.cli import console, emit, glossary_desk
    from auditor.glossary.differences import differences
    from auditor.report.escape import inline

    as_json = emit.as_json(format)
    loaded = glossary_desk.read_all(glossary_desk.files_meant(files))
    new = {c.id: c for f in loaded for c in f.file.concept}
    found = differences(_before([f.path for f in loaded], against), new)
    if as_json:
        console.out(msgspec.json.encode(found).decode() + "\n")
        return
    signs = {"new": "+", "gone": "-", "changed": "~"}
    for d in found:
        console.out(f"{signs[d.kind]} {inline(d.id)}  {d.kind}\n" + "".join(f"    {inline(x)}\n" for x in d.details))
    counts = ", ".join(f"{sum(d.kind == kind for d in found)} {kind}" for kind in signs)
    console.out(f"{counts}; against {console.plain(against)}\n")


def _before(paths: list[Path], against: str) -> dict[str, Concept]:
    """The concepts of a file, or of the files as git has them at a commit."""
    from auditor.glossary import store

    if Path(against).is_file():
        return {c.id: c for c in store.read(Path(against)).file.concept}
    texts = [(path, _in_git(path, against)) for path in paths]
    return {c.id: c for path, text in texts if text is not None for c in store.parse(path, text).file.concept}


def _in_git(path: Path, ref: str) -> str | None:
    """The text of a file at a commit; None where it was not there."""
    import subprocess

    from auditor.errors import UsageError

    def git(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = ["git", "-C", str(path.absolute().parent), *arguments]
        try:
            return subprocess.run(command, capture_output=True, check=False)
        except OSError as exc:
            raise UsageError("git cannot be run", "name a file: --against FILE") from exc

    if ref.startswith("-") or git("rev-parse", "--verify", "--quiet", f"{ref}^{{commit}}").returncode != 0:
        inside = git("rev-parse", "--is-inside-work-tree").returncode == 0
        problem = f"no branch, commit or file {ref!r}" if inside else f"{path} is not under git"
        raise UsageError(problem, "name another: --against REF or FILE")
    shown = git("show", f"{ref}:./{path.name}")
    return shown.stdout.decode("utf-8", "replace").replace("\r\n", "\n") if shown.returncode == 0 else None


@reads_articles
def stats(
    flags: dict[str, Any],
    paths: MaybePaths = None,
    against: Against = None,
    audit: AuditFile = None,
    format: TableShape = "text",
    write: Annotated[bool, typer.Option(help="Keep the counts in <glossary>.stats.json.")] = True,
) -> None:
    """Count how the glossary is used.

    How often each concept stands in the articles, when it was last seen, which forms are open; kept in
    <glossary>.stats.json beside each glossary, where what is not seen keeps its day.

    \b
      auditor glossary stats copy/
      auditor glossary stats --audit reports/audit.json --format csv
    """
    from auditor.cli import console, emit, glossary_desk, job
    from auditor.glossary import candidates, decisions, load, store
    from auditor.glossary import stats as counted
    from auditor.glossary.lock import locked
    from auditor.report.table import write_table

    shape = emit.table_format(format)
    given = [Path(p) for p in flags.get("glossary") or ()]
    files = store.expand(given) if given else glossary_desk.files_meant(None)
    result, code = job.audit_of(paths, flags | {"against": against}, audit)
    held = load(files)
    told = decisions.Verdicts(decisions.load(decisions.beside(files)))
    open = candidates.candidates(result.audit, held, verdicts=told)
    now = counted.uses(result.audit, result.texts, held, open)
    for path in files if write else ():
        ids = {c.id for c in store.read(path).file.concept}
        own = [u for u in now if u.id in ids]
        with locked([path]):
            target = counted.path_of(path)
            emit.write(target, counted.text_of(counted.updated(counted.read(target), own, len(result.audit.articles))))
    rows = [
        (
            u.id,
            u.count,
            u.articles,
            u.last_seen or "",
            u.shown,
            ", ".join(u.open),
        )
        for u in now
    ]
    heads = ("id", "uses", "articles", "last seen", "forms", "open")
    console.out(write_table(heads, rows, shape, emit.table_width(None)))
    if shape == "text":
        used = sum(u.count > 0 for u in now)
        new = sum(not c.known for c in open)
        waiting = sum(len(u.open) for u in now)
        console.out(f"\n{used} of {len(now)} concepts used; open for review: {waiting} forms, {new} names\n")
    raise typer.Exit(code)


def run_examples(files: Files = None) -> None:
    """Run the examples that concepts keep.

    Each example is a sentence with the words that the glossary should find fault with in it; exits 1 where it finds
    others.

    \b
      auditor glossary test
      auditor glossary test glossaries/space.toml
    """
    from auditor.cli import console, glossary_desk
    from auditor.glossary import load
    from auditor.report.escape import inline

    meant = glossary_desk.files_meant(files)
    examples = [(c.id, k, x) for c in load(meant).concepts for k, x in enumerate(c.examples, 1)]
    failed = 0
    for (id, number, example), found in zip(examples, _found(meant, [x for _, _, x in examples]), strict=True):
        if found != example.finds:
            failed += 1
            wanted, got = (", ".join(map(inline, words)) or "nothing" for words in (example.finds, found))
            console.out(f"{id}, example {number}: finds {got}, not {wanted}\n    {inline(example.text)}\n")
    total = len(examples)
    if not total:
        console.out(
            'no examples; a concept keeps them so: examples = [{ text = "...", lang = "en", finds = ["..."] }]\n'
        )
    else:
        console.out(f"{total - failed} of {total} examples hold\n")
    raise typer.Exit(1 if failed else 0)


def _found(files: tuple[Path, ...], examples: list[Usage]) -> list[tuple[str, ...]]:
    """The words that the glossary finds fault with in each example, in order."""
    import auditor

    found: dict[str, list[str]] = {}
    for lang in sorted({x.lang for x in examples}):
        texts = {str(n): x.text for n, x in enumerate(examples) if x.lang == lang}
        audit = auditor.audit_texts(texts, lang=lang, glossary=files, select=("TM201",))
        for f in sorted(audit.findings, key=lambda f: f.start):
            found.setdefault(f.article, []).append(f.match)
    return [tuple(found.get(str(n), ())) for n in range(len(examples))]


def register(app: typer.Typer) -> None:
    """Add the verbs."""
    app.command("diff")(diff)
    app.command("stats", no_args_is_help=True)(stats)
    app.command("test")(run_examples)
