"""Rebuilds auditor/data/conventions/letters.tsv: how often each letter follows each other in Cyrillic words.

``python tools/make_letters.py``. Source: wordfreq's lists, each word counted once.
"""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

from wordfreq import top_n_list

ALPHABETS = {"ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’"}
OUT = Path(__file__).parent.parent / "auditor/data/conventions/letters.tsv"
HEADER = """# Cost of one letter after another, in nats: -log P(next | letter),
# from the 60,000 commonest words of each language, each counted once. ^ is the start of a word, $ its end.
# Source: wordfreq 3.1.1 (Speer 2022). Made by tools/make_letters.py.
language\tletter\tnext\tcost
"""


def rows(language: str, alphabet: str) -> list[str]:
    """TSV lines of one language, in order of the alphabet."""
    pairs: Counter[tuple[str, str]] = Counter()
    for word in top_n_list(language, 60_000):
        word = word.replace("'", "’")
        if set(word) <= set(alphabet):
            pairs.update(zip("^" + word, word + "$", strict=True))
    following = "$" + alphabet
    out = []
    for letter in "^" + alphabet:
        total = sum(pairs[letter, other] for other in following) + 0.5 * len(following)
        for other in following:
            cost = -math.log((pairs[letter, other] + 0.5) / total)
            out.append(f"{language}\t{letter}\t{other}\t{cost:.2f}")
    return out


if __name__ == "__main__":
    lines = [line for language, alphabet in ALPHABETS.items() for line in rows(language, alphabet)]
    OUT.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
