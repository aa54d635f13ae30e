"""``docs/conventions.md``, made from the data: ``python -m auditor.names.docs`` writes it, ``--check`` compares."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

from auditor.names.scheme import Scheme, schemes, sources
from auditor.names.spell import trace
from auditor.packs import data_path, load_tsv

PAGE = Path("docs/conventions.md")
HEAD = """# Conventions

How names of one language are written in another, as `auditor` knows it. Made from `auditor/data/conventions` by
`python -m auditor.names.docs`; do not edit by hand.

A *press* convention is what a language's papers and dictionaries use, a *standard* what an authority laid down. Each is
an ordered list of rules, run forward (what would German write for Жуков?) and backward (which names could *Schukow*
stand for?).
*verified* says against what the rules were checked: the published table, examples published with it, the language's own
copy (how many of the examples stand in wordfreq's word list), or nothing yet but the authority named.
The worked example cuts a native name as the rules do: `native→spelling`.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_section(source) for source in sources())])


def _section(source: str) -> str:
    rows = [_row(scheme) for scheme in schemes(source)]
    heads = ("convention", "kind", "authority", "date", "verified", "worked example", "not")
    head = (f"| {' | '.join(heads)} |", "|---" * len(heads) + "|")
    return "\n".join([f"## From `{source}`", "", *head, *rows]) + "\n"


def _row(scheme: Scheme) -> str:
    file = scheme.file
    negative, wrong = next(iter(file.negatives.items()))
    said = (f"`{file.id}`", file.kind, file.authority, file.date, _verified(scheme))
    cells = (*said, _worked(scheme), f"{negative}: {wrong}")
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _verified(scheme: Scheme) -> str:
    """What the file says; else whether the language's copy has at least half of the examples."""
    said, found = scheme.file.verified, attested().get(scheme.id)
    if found is None:
        return said
    many, held = found
    usage = f"{held} of {many} in copy"
    if said != "not verified":
        return f"{said}, {usage}"
    return f"press usage, {usage}" if 2 * held >= many else f"not verified, {usage}"


@cache
def attested() -> dict[str, tuple[int, int]]:
    """Convention -> how many examples it has, and how many of them the language's copy has word for word."""
    rows = load_tsv(data_path("conventions", "attested.tsv"), ("convention", "examples", "attested"))
    return {row["convention"]: (int(row["examples"]), int(row["attested"])) for row in rows}


def _worked(scheme: Scheme) -> str:
    """The longest example, piece by piece."""
    native, form = max(scheme.file.examples.items(), key=lambda item: (len(item[0]), item))
    pieces = trace(scheme, native.lower(), form.lower()) or ()
    return f"{native}, {form}: " + " ".join(f"{piece}→{latin or '∅'}" for piece, latin in pieces)


def main(arguments: list[str]) -> int:
    """Write the page, or with ``--check`` return 1 when the file is not what the data give."""
    text = page()
    if "--check" in arguments:
        return 0 if PAGE.exists() and PAGE.read_text(encoding="utf-8") == text else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
