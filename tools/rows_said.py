"""Which rows of phrases native English has, so that none of them proves a translation that a native could have written.

    python -m tools.rows_said CLEAN_TEXT... [--mend]

Prints for each row its hits in the clean texts (one file each, written in English by natives), the table and an
example, the most frequent first. ``--mend`` edits the tables: a row that is a finding in any copy, and stands in the
texts at all, becomes one for copy that other rows prove translated (``only_in``); one of these that stands there
``OFTEN`` times or more only speaks for its languages (``clue``). The weight of a row, a log likelihood ratio, is at
most what its hits in so many words leave of it, if translated copy has it ``BELIEVED`` times in a million words. Rows
for reworded English are left; in the tables of governed words a preposition is deleted by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from math import log
from pathlib import Path
from typing import Any

from auditor.checks.phrases.calque_matches import matches
from auditor.checks.phrases.calque_pack import Calque, CalqueFile, files
from auditor.checks.phrases.government import governed
from auditor.packs import load_toml
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon
from tools.tables import ONLY, edited

OFTEN = 12  # hits in two to three million words
BELIEVED = 5.0  # hits in a million words of copy translated from a language of the row
_DEFAULT = Calque(match="", why="", bad="").weight
_WEIGHT = re.compile(r"(?m)^weight = [0-9.]+$")
_AROUND = 25  # characters of an example on either side


def heard(texts: Iterable[str]) -> dict[str, list[str]]:
    """Pattern of a row -> where it stands, with the words around; rows for reworded English are left out."""
    found: dict[str, list[str]] = {}
    for text in texts:
        for hit in matches(read(from_text("a", text), lexicon(), "en")):
            if hit.row.only_in != "spun":
                before, after = text[max(0, hit.start - _AROUND) : hit.start], text[hit.end : hit.end + _AROUND]
                found.setdefault(hit.row.match, []).append(f"{before}[{text[hit.start : hit.end]}]{after}")
    return found


def mended(table: str, hits: Mapping[str, list[str]], words: int) -> str:
    """The table, rows that native English has set back by one step or two and lightened; ``words``: of the texts."""
    return edited(table, lambda lines, row: _mended(lines, row, len(hits.get(row["match"], ())), words))


def _mended(lines: str, row: Mapping[str, Any], count: int, words: int) -> str:
    """The row, set back and lightened; nothing of one that then would say nothing."""
    if not count or row.get("only_in") == "spun":
        return lines
    weight = _left(row.get("weight", _DEFAULT), count, words)
    back = _set_back(lines, row, count)
    if not weight and ONLY not in back:
        return ""
    return _WEIGHT.sub(f"weight = {weight:g}", back) if _WEIGHT.search(back) else f"{back}\nweight = {weight:g}"


def _left(weight: float, count: int, words: int) -> float:
    """What the hits leave of a weight; half a hit is added, for what has none is not impossible."""
    most = round(log(BELIEVED * words / 1_000_000 / (count + 0.5)), 1)
    return min(weight, max(most, 0.0))


def _set_back(lines: str, row: Mapping[str, Any], count: int) -> str:
    if row.get("clue") and not row.get("only_in"):
        return lines
    bare = lines.replace(ONLY, "").replace("\nclue = true", "")
    return f"{bare}\nclue = true{'' if count >= OFTEN else ONLY}"


def main(arguments: list[str]) -> int:
    texts = [Path(name).read_text(encoding="utf-8") for name in arguments if not name.startswith("--")]
    hits, words = heard(texts), sum(len(text.split()) for text in texts)
    tables = [path for path in files() if load_toml(path, CalqueFile).language != "en"]
    where = {word.pattern: "government" for word in governed()}
    for path in tables:
        where |= {row.match: f"{path.parent.name}/{path.name}" for row in load_toml(path, CalqueFile).calque}
    for match in sorted(hits.keys() & where.keys(), key=lambda match: (-len(hits[match]), match)):
        shown = " ".join(hits[match][0].split())
        print(f"{len(hits[match]):5} {where[match]} | {match[:80]} | {shown}")
    for path in tables if "--mend" in arguments else ():
        old = path.read_text(encoding="utf-8")
        if (new := mended(old, hits, words)) != old:
            path.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
