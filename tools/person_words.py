"""Words that stand for each other in the development labels of people, a Latin one and one in another script."""

from __future__ import annotations

import csv
import gzip
import os
from collections import defaultdict
from pathlib import Path

from auditor.names.sounds import script

SHARED = Path(os.environ.get("AUDITOR_SHARED", Path(__file__).parent.parent.parent / "shared"))
SCRIPTS = frozenset({"Arab", "Armn", "Cyrl", "Geor", "Grek", "Hang", "Hebr", "Kana"})
LATIN = ("en", "de", "fr", "es", "nl", "da")

Word = tuple[str, str, str, str]


def words() -> dict[str, list[Word]]:
    """Script -> words that stand for each other: (Latin word, its language, native word, its language)."""
    people: dict[str, dict[str, str]] = defaultdict(dict)
    with gzip.open(SHARED / "data/person_labels_dev.tsv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            people[row["person"]].setdefault(row["lang"], row["label"].lower())
    found: dict[str, set[Word]] = defaultdict(set)
    for labels in people.values():
        base = next((code for code in LATIN if code in labels), None)
        for lang, label in labels.items() if base else ():
            latin, native = labels[base or ""].split(), label.replace("・", " ").replace("＝", "-").split()
            if script(label) in SCRIPTS and len(latin) == len(native) == 2:
                found[script(label)].update((a, base or "", b, lang) for a, b in zip(latin, native, strict=True))
    return {name: sorted(rows) for name, rows in sorted(found.items())}
