"""Counts every check's findings on clean copy and writes ``auditor/data/checks/false_alarms.tsv``.

    python -m tools.false_alarms            count and write
    python -m tools.false_alarms --show ID  print where one check fires

Clean copy is the WMT 2022 general test set (development data, not part of the repository): English originals, and human
references into English as fair copy. Human text holds some true faults, so a figure above zero is not always an alarm.
Articles are audited one by one; checks that need siblings are counted on all originals audited together.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterator

import auditor
from auditor.checks.catalogue import catalogue
from auditor.packs import data_path
from auditor.records import Audit
from tools.person_words import SHARED

OUT = data_path("checks", "false_alarms.tsv")
HEAD = """# How often each check fires on clean copy; made by tools/false_alarms.py. Source: WMT 2022 general test,
# Kocmi et al.: English originals, one by one and all together (for checks that need siblings), and references.
"""


def texts() -> dict[str, dict[str, str]]:
    """Set name -> id -> text."""
    sets: dict[str, dict[str, str]] = {"originals": {}, "references": {}}
    seen: set[str] = set()
    with gzip.open(SHARED / "data/wmt22_docs.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = "\n\n".join(row["source"])
            if row["source_lang"] == "en" and text not in seen:
                seen.add(text)
                sets["originals"][row["id"]] = text
            if row["target_lang"] == "en" and "refA" in row["targets"]:
                sets["references"][row["id"]] = "\n\n".join(row["targets"]["refA"])
    return sets


def audits(docs: dict[str, str], *, together: bool) -> Iterator[Audit]:
    """One audit an article, or one of all."""
    if together:
        yield auditor.audit_texts(docs, lang="en", no_glossary=True)
        return
    for key, text in docs.items():
        yield auditor.audit_texts({key: text}, lang="en", no_glossary=True)


def main() -> None:
    """Count, write the table, or show where one check fires."""
    show = sys.argv[2] if sys.argv[1:2] == ["--show"] else None
    sets = texts()
    runs = [("originals", False), ("originals", True), ("references", False)]
    counts: list[Counter[str]] = []
    for name, together in runs:
        count: Counter[str] = Counter()
        for audit in audits(sets[name], together=together):
            for finding in audit.findings:
                count[finding.rule] += 1
                if finding.rule == show:
                    text = sets[name][finding.article]
                    around = text[max(0, finding.start - 60) : finding.end + 40]
                    print(f"{name} {finding.article} {finding.match!r}: {finding.message} in …{around!r}")
            for failure in audit.failures:
                print(failure, file=sys.stderr)
        counts.append(count)
    if show is None:
        write(counts, [sum(len(t.split()) for t in sets[name].values()) for name, _ in runs])


def write(counts: list[Counter[str]], words: list[int]) -> None:
    """The table, one row a check."""
    columns = ("originals", "together", "references")
    rows = ["\t".join(("check", *columns, *(f"{c}_words" for c in columns)))]
    rows += ["\t".join(map(str, (c.id, *(n[c.id] for n in counts), *words))) for c in catalogue()]
    OUT.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
