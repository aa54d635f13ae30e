"""Rebuilds what is made from the project itself: ``docs/checks.md``, ``docs/conventions.md``, ``docs/styles.md``, the
sample in ``README.md``, ``reports/examples/`` and the JSON Schemas in ``auditor/data/schema/``.

python -m tools.examples           write
python -m tools.examples --check   exit 1 when a committed file is not what would be written
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "reports/examples"
SUFFIX = {"text": "txt", "concise": "concise.txt", "json": "json", "jsonl": "jsonl", "csv": "csv", "md": "md"}


def pages() -> dict[Path, str]:
    """Path -> content of every derived file."""
    from auditor.checks.catalogue import catalogue
    from auditor.names.docs import page as conventions
    from auditor.pairs import checks as pair_checks
    from auditor.report.rule import docs_checks
    from auditor.report.styles import docs as styles
    from tools.schemas import files as schemas

    made = {
        ROOT / "docs/checks.md": docs_checks([*catalogue(), *pair_checks().values()]),
        ROOT / "docs/conventions.md": conventions(),
        ROOT / "docs/styles.md": styles(),
        ROOT / "README.md": readme(),
    }
    made.update({ROOT / "auditor/data/schema" / name: text for name, text in schemas().items()})
    made.update({EXAMPLES / name: text for name, text in reports().items()})
    return made


def readme() -> str:
    """The README with its sample as the program writes it now."""
    command = "auditor check 003_1767c3bae9f4a44f.txt --against . --no-glossary"
    done = subprocess.run(
        [sys.executable, "-m", *command.split()],
        cwd=ROOT / "seeds",
        env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    block = f"<!-- sample -->\n```\n$ {command}\n{done.stdout.rstrip()}\n```\n<!-- /sample -->"
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.sub(r"<!-- sample -->.*<!-- /sample -->", lambda _: block, text, flags=re.DOTALL)


def reports() -> dict[str, str]:
    """One sample of each format: the seeds audited without a glossary."""
    from auditor.report.formats import FORMATS
    from auditor.report.html import render_site
    from auditor.run.gather import Wanted, gather
    from auditor.run.pipeline import run
    from auditor.run.settings import Settings

    found = gather(Wanted(subjects=(ROOT / "seeds",)))
    result = run(found.sources, Settings(no_glossary=True), failures=found.failures)
    made = {f"seeds.{suffix}": FORMATS[name](result.audit, result.texts) for name, suffix in SUFFIX.items()}
    made.update({f"html/{name}": page for name, page in render_site(result.audit, result.texts).items()})
    return made


def main() -> int:
    """Write, or with ``--check`` compare."""
    check, stale = "--check" in sys.argv[1:], []
    for path, text in pages().items():
        if path.is_file() and path.read_bytes() == text.encode("utf-8"):
            continue
        stale.append(path.relative_to(ROOT).as_posix())
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
    for name in stale:
        print(f"stale: {name}" if check else f"wrote {name}")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
