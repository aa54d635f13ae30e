"""Marks the rows of calques whose marked part is a fault by itself in translated copy: ``alone = true`` (`Calque`).

    python -m tools.mark_alone CLEAN_TEXT... [--check]

A row is marked where English hardly ever says what it marks: the trigram model that ships with pocketsphinx (CMU
Sphinx en-us.lm; wordfreq has what it lacks) expects it at most ``MOST`` times in a million words, a single word
``MOST_WORD`` and everyday words ``MOST_EVERYDAY`` times, and the clean texts, one file each, have it nowhere. Rows
that are clues only, reworded English, hyphenated words, and what ``not_alone.txt`` lists are left. ``--check`` writes
nothing and exits with 1 where a table would change. pocketsphinx is needed here only.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache, partial
from math import log10
from pathlib import Path

import msgspec

from auditor.checks.phrases.calque_pack import Calque, CalqueFile, Classes, files, marked_alone
from auditor.checks.spans import sentences
from auditor.packs import data_path, load_toml
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.text.lexicon import lexicon
from auditor.text.pattern_index import index
from auditor.text.pattern_syntax import parse
from auditor.text.patterns import Element, Matcher, Variant
from tools.tables import edited

MOST, MOST_WORD, MOST_EVERYDAY = 2.0, 0.1, 0.1  # times in a million words: a run, a word, everyday words
EVERYDAY = 5.2  # zipf of words that stand in any text
_LOG = log10(1.0001)  # pocketsphinx counts in powers of 1.0001
_UNKNOWN = -30.0  # log10 of what it gives for a word that it does not have
_OPEN_CLASS = -0.7  # log10 of how often a class of words fits
_RAREST = 0.3  # zipf of a word that wordfreq does not have, either
_BEAM = 300  # pairs of words that are followed at once
_WORDS = 60  # of an alternation
_LISTED = Path(__file__).resolve().parent / "not_alone.txt"
_ALONE = "\nalone = true"
Pair = tuple[str | None, str | None]


class Trigrams:
    """How often English says a run of words."""

    def __init__(self) -> None:
        import pocketsphinx  # type: ignore[import-not-found,import-untyped,unused-ignore]

        folder = Path(pocketsphinx.__file__).parent / "model" / "en-us"
        self._model = pocketsphinx.NGramModel.readfile(str(folder / "en-us.lm.bin"))
        self._zipf = partial(lexicon().zipf, language="en")
        self._chance = cache(self._told)

    def _told(self, *words: str) -> float:
        """log10 of the chance of the last word after the others."""
        return float(self._model.prob(list(reversed(words)))) * _LOG

    def after(self, two: Pair, word: str) -> float:
        """log10 of the chance of ``word`` after two others, None where these may be any."""
        if self._chance(word) < _UNKNOWN:
            return max(self._zipf(word), _RAREST) - 9
        known = [near for near in two if near is not None and self._chance(near) > _UNKNOWN]
        return self._chance(*known, word) if two[1] is not None and two[1] in known else self._chance(word)

    def expected(self, elements: tuple[Element, ...]) -> float:
        """How often in a million words one of the runs stands that the elements allow."""
        beam: dict[Pair, float] = {(None, None): 1.0}
        for element in elements:
            beam = dict(sorted(self._next(beam, element).items(), key=lambda item: -item[1])[:_BEAM])
        return sum(beam.values()) * 1e6

    def _next(self, beam: Mapping[Pair, float], element: Element) -> dict[Pair, float]:
        grown: dict[Pair, float] = {}
        for pair, share in beam.items():
            if element.kinds or not element.words:
                grown[None, None] = grown.get((None, None), 0.0) + share * 10**_OPEN_CLASS
                continue
            for word in sorted(element.words)[:_WORDS]:
                grown[pair[1], word] = grown.get((pair[1], word), 0.0) + share * 10 ** self.after(pair, word)
        return grown


def candidates(path: Path) -> Iterator[tuple[Calque, list[Variant]]]:
    """The rows of a table that may stand alone, each with the variants of what it marks."""
    file = load_toml(path, CalqueFile)
    shared = load_toml(data_path("checks", "calques", "classes.toml"), Classes)
    classes = {name: frozenset(words) for name, words in shared.classes.items()} | file.sets()
    listed = frozenset(_LISTED.read_text(encoding="utf-8").splitlines())
    for row in file.calque if file.language != "en" else ():
        try:
            alone = marked_alone(row)
        except ValueError:  # what it says needs the words around
            continue
        narrower = alone.match != row.match.strip("()") or row.here
        if not narrower or row.only_in == "spun" or (row.clue and not row.only_in) or _english(alone.match, listed):
            continue
        try:
            yield row, parse(alone.match, classes, 0, partial(lexicon().zipf, language="en"))
        except ValueError:
            continue  # what is marked has no word to be found by


def _english(marked_part: str, listed: frozenset[str]) -> bool:
    """True where what is marked is listed, or is one word that is listed or that the models do not know."""
    words = marked_part.split("|")
    one = " " not in marked_part
    return marked_part in listed or (one and any("-" in word or word in listed for word in words))


def rare(path: Path, model: Trigrams) -> dict[str, list[Variant]]:
    """Pattern of a row that English hardly ever says alone -> the variants of what it marks."""
    return {
        row.match: variants
        for row, variants in candidates(path)
        if sum(model.expected(v.elements[v.first : v.last]) for v in variants) <= _most(variants)
    }


def _most(variants: list[Variant]) -> float:
    if any(v.last - v.first == 1 for v in variants):
        return MOST_WORD
    return MOST_EVERYDAY if any(all(map(_everyday, v.elements[v.first : v.last])) for v in variants) else MOST


def _everyday(element: Element) -> bool:
    return bool(element.kinds) or any(lexicon().zipf(word, "en") >= EVERYDAY for word in element.words)


def said(texts: list[str], found: dict[str, list[Variant]]) -> set[str]:
    """The patterns whose marked part stands in one of the texts."""
    names = list(found)
    variants = [msgspec.structs.replace(v, key=n) for n, name in enumerate(names) for v in found[name]]
    matcher = Matcher(index(variants).get, variants.__getitem__)
    hits: set[str] = set()
    for text in texts:
        reading = read(from_text("a", text), lexicon(), "en")
        for sentence in sentences(reading):
            hits.update(names[m.key] for m in matcher.find(text, sentence.tokens, sentence.words, {}))
    return hits


def marked(table: str, patterns: set[str]) -> str:
    """The table with ``alone = true`` in the rows of these patterns and in no others."""
    return edited(table, lambda lines, row: lines.replace(_ALONE, "") + (_ALONE if row["match"] in patterns else ""))


def main(arguments: list[str]) -> int:
    texts = [Path(name).read_text(encoding="utf-8") for name in arguments if not name.startswith("--")]
    model, changed = Trigrams(), 0
    found = {path: rare(path, model) for path in files()}
    heard = said(texts, {match: variants for rows in found.values() for match, variants in rows.items()})
    for path, rows in found.items():
        old = path.read_text(encoding="utf-8")
        new = marked(old, set(rows) - heard)
        if new != old:
            changed += 1
            if "--check" not in arguments:
                path.write_text(new, encoding="utf-8")
    print(f"{sum(map(len, found.values())) - len(heard)} rows stand alone; {changed} tables changed")
    return int(bool(changed) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
