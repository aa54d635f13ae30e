"""``auditor init``: a first configuration and glossary."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

CONFIG = """\
# Settings of auditor; `auditor config show` lists every key with its value and origin.
# Nearest upward from the audited file wins; options of the command line win over it.

# ignore = ["TA"]            # checks to leave out: ids, their beginnings or names
# fail-on = "major"          # exit code 1 from this severity up: critical, major, minor, never
# min-severity = "minor"     # show nothing below; the verdict rests on all findings
# against = ["archive"]      # articles to compare with
# exclude = ["drafts/**"]    # paths that are not audited, not even where a hook names them
# as-of = "today"            # the day on which `since` and `until` are judged; a date makes runs repeatable
# extend = ["../desk.toml"]  # what this file does not say is taken from there
# per-path = { "wire/**" = { lang = "de", ignore = ["TX"], fail-on = "never" } }  # other settings for some paths
"""
GLOSSARY = """\
# Names and terms of the desk: one block a concept, one form a line. `auditor glossary --help` tells the rest.
schema = 1

[[concept]]
id = "org-example-agency"
type = "agency"
terms = [
  { text = "Exempelagentur", lang = "de", status = "preferred" },
  { text = "Example Agency", lang = "en", status = "preferred" },
  { text = "Exempel Agency", lang = "en", status = "misspelling" },
]
"""


def init(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to put them.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
) -> None:
    """Write a first configuration and glossary.

    A commented auditor.toml and glossaries/desk.toml; nothing that exists is touched.

    \b
      auditor init
      auditor init desk/
    """
    from auditor.cli import console, emit

    for name, text in (("auditor.toml", CONFIG), ("glossaries/desk.toml", GLOSSARY)):
        path = folder / name
        if path.exists() and not force:
            console.out(f"kept     {path}\n")
            continue
        emit.write(path, text)
        console.out(f"written  {path}\n")
    console.out("next: auditor audit FOLDER, or auditor check FILE\n")


def register(app: typer.Typer) -> None:
    """Add the verb."""
    app.command("init")(init)
