"""How often native English has the words that programs swap: ``python -m tools.fit_rewording CLEAN_TEXT... [--write]``.

Counts every word of ``auditor/data/checks/spun/`` and every neighbour of one in the clean texts (one file each, written
in English by natives; those of a folder are of one kind: business news, general news), draws the counts towards the
frequencies of the lexicon, and writes the rates, one for each kind, to ``rates.tsv``: words in a million.
Deterministic.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from auditor.checks.phrases.rewording import RATES, programs
from auditor.packs import data_path
from auditor.text.lexicon import lexicon
from auditor.text.tokens import tokens
from auditor.text.traits import plain

PRIOR = 200_000  # words of text that the lexicon counts for
UNSEEN = 0.3  # times that a run of words counts beside those that were seen
RAREST = 1.0  # zipf of a word that the lexicon lacks
HEADER = """# Words and runs that programs swap or put in, and how often native English news has them in a million.
# Made by tools/fit_rewording.py from clean texts (the English originals and references of WMT22, Kocmi et al. 2022; the
# Lee background corpus, Lee et al. 2005; apart from them, business news: Reuters-21578, Lewis 1997) and, for words,
# the frequencies of the lexicon. The texts are not kept. per_million: in general and in business news.
words\tper_million
"""


def counted(texts: Iterable[str], longest: int) -> tuple[Counter[str], int]:
    """Run of words, up to so many, in lower case -> how often the texts have it; and how many words they have."""
    found: Counter[str] = Counter()
    total = 0
    for text in texts:
        words = [plain(token.text) for token in tokens(text)]
        total += len(words)
        found.update(chain.from_iterable(_runs(words, size) for size in range(1, longest + 1)))
    return found, total


def _runs(words: list[str], size: int) -> Iterator[str]:
    return (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))


def per_million(run: str, found: Counter[str], total: int) -> float:
    if " " in run:
        return 1e6 * (found[run] + UNSEEN) / total
    expected: float = 10 ** ((lexicon().zipf(run, "en") or RAREST) - 9)
    return 1e6 * (found[run] + PRIOR * expected) / (total + PRIOR)


def _is_english(run: str) -> bool:
    """False for plurals of what has none: ``alsos``."""
    return all(word.isdigit() or lexicon().zipf(part, "en") for word in run.split() for part in word.split("-") if part)


def rates(kinds: Iterable[Iterable[str]], wanted: Sequence[str]) -> dict[str, list[float]]:
    """Word or run of words -> in a million words of each kind of texts."""
    longest = max(run.count(" ") + 1 for run in wanted)
    counts = [counted(texts, longest) for texts in kinds]
    return {run: [per_million(run, found, total) for found, total in counts] for run in wanted}


def main(arguments: list[str]) -> None:
    kinds: defaultdict[Path, list[str]] = defaultdict(list)
    for path in (Path(name) for name in arguments if not name.startswith("--")):
        kinds[path.parent].append(path.read_text(encoding="utf-8"))
    known = [(word, *map(" ".join, runs)) for program in programs() for word, runs in program.items()]
    wanted = sorted(run for run in set(chain.from_iterable(known)) if _is_english(run))
    found = rates(kinds.values(), wanted)
    table = HEADER + "".join(f"{run}\t{' '.join(f'{rate:.3g}' for rate in found[run])}\n" for run in wanted)
    if "--write" in arguments:
        data_path("checks", "spun", RATES).write_text(table, encoding="utf-8")
    print(f"{len(wanted)} words and runs of {len(kinds)} kinds of texts")


if __name__ == "__main__":
    main(sys.argv[1:])
