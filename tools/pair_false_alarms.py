"""Counts how often each check of a text against its source fires on good human translations.

    python -m tools.pair_false_alarms        count and write ``auditor/data/checks/pair_false_alarms.tsv``

The segments are those of ``python -m benchmarks pairs`` (WMT 2022 general test, references).
"""

from __future__ import annotations

from collections import Counter

from auditor import pairs
from auditor.packs import data_path
from auditor.pairs.catalogue import checks
from benchmarks.pairs import load

OUT = data_path("checks", "pair_false_alarms.tsv")
HEAD = """# How often each check of a text against its source fires on human translations; made by
# tools/pair_false_alarms.py. Source: WMT 2022 general test, Kocmi et al., references.
check\tfindings\tsegments
"""


def main() -> None:
    """Count and write the table, one row a check."""
    segments = load()
    count = Counter(finding.rule for pair in segments for finding in pairs.check(*pair))
    rows = [f"{id}\t{count[id]}\t{len(segments)}\n" for id in sorted(check.id for check in checks().values())]
    OUT.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
