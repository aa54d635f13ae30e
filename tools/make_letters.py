"""Rebuilds auditor/data/letters/: how often each letter follows each other in the words of a language.

``python -m tools.make_letters``. Source: wordfreq's lists, and labels of people for languages that it does not have;
each word counted once. Greek accents are left out: they are put back by the endings of surnames.
"""

from __future__ import annotations

import csv
import gzip
import math
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from wordfreq import available_languages, top_n_list

from auditor.names.standing import plain
from tools.person_words import SHARED

ALPHABETS = {
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя’",
    "bg": "абвгдежзийклмнопрстуфхцчшщъьюя",
    "mk": "абвгдѓежзѕијклљмнњопрстќуфхцчџш",
    "sr": "абвгдђежзијклљмнњопрстћуфхцчџш",
    "el": "αβγδεζηθικλμνξοπρσςτυφχψω",
    "ka": "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "hy": "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
}
SERBIAN = {
    "lj": "љ", "nj": "њ", "dž": "џ", "đ": "ђ", "č": "ч", "ć": "ћ", "š": "ш", "ž": "ж", "a": "а", "b": "б", "c": "ц",
    "d": "д", "e": "е", "f": "ф", "g": "г", "h": "х", "i": "и", "j": "ј", "k": "к", "l": "л", "m": "м", "n": "н",
    "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "z": "з",
}  # fmt: skip
OUT = Path(__file__).parent.parent / "auditor/data/letters"
HEADER = """\
# Cost of one letter after another in a language (nats): -log P(next | letter). ^ and $: the ends of a word.
# Source: {source}. Made by tools/make_letters.py.
letter\tnext\tcost
"""
LISTS = "wordfreq 3.1.1 (Speer 2022), the 60,000 commonest words, each counted once"
LABELS = "words of labels of people in Wikidata (CC0), each counted once"


def words(language: str) -> tuple[Iterable[str], str]:
    """The commonest words of a language, or the words of its labels of people, and which of the two."""
    if language == "sr":
        return [_cyrillic(word) for word in top_n_list("sh", 60_000)], LISTS
    if language in available_languages("best"):
        return top_n_list(language, 60_000), LISTS
    with gzip.open(SHARED / "data/person_labels_dev.tsv.gz", "rt", encoding="utf-8") as file:
        labels = [row["label"].lower() for row in csv.DictReader(file, delimiter="\t") if row["lang"] == language]
    return sorted({word for label in labels for word in label.split()}), LABELS


def _greek(word: str) -> str:
    """A Greek word without accents, with the sigma of the end of a word, which the lists do not have."""
    return re.sub("σ$", "ς", plain(word))


def _cyrillic(word: str) -> str:
    """A Serbian word from Latin letters, which stand one for one."""
    for latin, letter in SERBIAN.items():
        word = word.replace(latin, letter)
    return word


def table(language: str, alphabet: str) -> str:
    """The file of one language, in order of the alphabet."""
    pairs: Counter[tuple[str, str]] = Counter()
    found, source = words(language)
    for word in found:
        word = _greek(word) if language == "el" else word.replace("'", "’")
        if set(word) <= set(alphabet):
            pairs.update(zip("^" + word, word + "$", strict=True))
    following = "$" + alphabet
    out = []
    for letter in "^" + alphabet:
        total = sum(pairs[letter, other] for other in following) + 0.5 * len(following)
        for other in following:
            cost = -math.log((pairs[letter, other] + 0.5) / total)
            out.append(f"{letter}\t{other}\t{cost:.2f}\n")
    return HEADER.format(source=source) + "".join(out)


if __name__ == "__main__":
    for code, letters in ALPHABETS.items():
        (OUT / f"{code}.tsv").write_text(table(code, letters), encoding="utf-8")
