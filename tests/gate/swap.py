"""The seeds with every name replaced by another of its kind, and their gold with it.

Nothing in the code may know the seeds' names: the figures must hold on the stand-ins, too.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parent.parent / "seeds"


class Swap:
    """Replaces names and keeps track of where every offset goes."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names
        self.pattern = re.compile("|".join(re.escape(n) for n in sorted(names, key=len, reverse=True)))

    def text(self, text: str) -> str:
        """The text with its names replaced; typographic apostrophes are kept."""
        return self.pattern.sub(lambda m: self.names[m[0]], text)

    def offset(self, text: str, at: int) -> int:
        """Where the offset of the old text lies in the new one."""
        moved = at
        for match in self.pattern.finditer(text):
            if match.end() <= at:
                moved += len(self.names[match[0]]) - len(match[0])
            elif match.start() < at:
                moved = self.offset(text, match.start()) + min(at - match.start(), len(self.names[match[0]]))
                break
        return moved

    def gold(self, gold: Any, texts: dict[str, str], file: str | None = None) -> Any:
        """The gold with names replaced and spans moved."""
        if isinstance(gold, str):
            return self.text(gold)
        if isinstance(gold, list):
            return [self.gold(item, texts, file) for item in gold]
        if not isinstance(gold, dict):
            return gold
        file = gold.get("file", file)
        moved = {self.text(key): self.gold(value, texts, file) for key, value in gold.items() if key != "spans"}
        if file and "start" in gold:
            moved["start"], moved["end"] = (self.offset(texts[file], gold[k]) for k in ("start", "end"))
        if file and "spans" in gold:
            moved["spans"] = [[self.offset(texts[file], at) for at in span] for span in gold["spans"]]
        return moved


def write(folder: Path) -> Path:
    """Write the swapped articles into ``folder/texts`` and the swapped gold beside; returns the gold's path."""
    swap = Swap(tomllib.loads((HERE / "swap.toml").read_text(encoding="utf-8"))["names"])
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))}
    (folder / "texts").mkdir()
    for name, text in texts.items():
        (folder / "texts" / name).write_text(swap.text(text), encoding="utf-8")
    gold = swap.gold(json.loads((HERE / "seeds.json").read_text(encoding="utf-8")), texts)
    path = folder / "gold.json"
    path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return path
