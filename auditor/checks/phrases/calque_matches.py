"""Every place where a row of phrases, or a set phrase with a word swapped, stands in the body of an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from auditor.checks.phrases import set_phrases
from auditor.checks.phrases.calque_conditions import allowed, topical
from auditor.checks.phrases.calque_pack import Calque, pack
from auditor.checks.phrases.calque_wording import suggestions, told
from auditor.checks.phrases.copy_kinds import SPUN, Found
from auditor.checks.phrases.replacements import fitted, loses
from auditor.checks.spans import Sentence, sentences
from auditor.reading.article import Reading
from auditor.text.patterns import NAMED, Marked, Match

_KINDS = {"vehicle": "VEHICLE", "mission": "VEHICLE", "person": "PERSON", "place": "PLACE", "org": "ORG"}
_BRACKETS = re.compile(r"\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\]")
_TITLES = frozenset(("headline", "subhead"))


def matches(reading: Reading) -> Iterator[Found]:
    """Every row that fires in the body, overlapping or not; brackets and what they hold may stand inside a match."""
    packed = pack()
    body, marked = sentences(reading), _marked(reading)
    vocabulary = frozenset(chain.from_iterable(sentence.words for sentence in body))
    bracketed = not reading.characters.isdisjoint("([")
    bare = _BRACKETS.sub(lambda found: " " * len(found[0]), reading.text) if bracketed else reading.text
    titles = {number for number, block in enumerate(reading.layout.blocks) if block.kind in _TITLES}
    for sentence in body:
        yield from _swapped(reading, sentence, marked)
        seen: set[tuple[int, int, int]] = set()
        for text, view in _views(reading.text, bare, sentence):
            for match in packed.matcher.find(text, view.tokens, view.words, marked):
                row = packed.rows[match.key]
                if (row.beside and view is not sentence) or (row.prose and sentence.segment.block in titles):
                    continue
                if allowed(row, match, view.words, packed.topics) and topical(row, vocabulary, packed.topics):
                    first, last = (
                        (match.start, match.end) if row.clue and not row.only_in else (match.first, match.last)
                    )
                    if row.cased and not all(token.text[0].isupper() for token in view.tokens[first:last]):
                        continue
                    start, end = view.tokens[first].start, view.tokens[last - 1].end
                    if (match.key, start, end) not in seen:
                        seen.add((match.key, start, end))
                        better = _instead(row, match, view.words, reading.text, start, end)
                        yield Found(told(row, match), start, end, better, row.languages)


def _instead(row: Calque, match: Match, words: Sequence[str], text: str, start: int, end: int) -> tuple[str, ...]:
    """What can stand in the place of ``start:end``; nothing where words of the copy would be lost with it.

    A row that is a clue wherever it stands suggests nothing to anybody.
    """
    if (row.clue and not row.only_in) or loses(row, match):
        return ()
    old = text[start:end]
    every = (fitted(text, start, end, better) for better in suggestions(row, match, words, old))
    return tuple(better for better in dict.fromkeys(every) if better.lower() != old.lower())


def _views(text: str, bare: str, sentence: Sentence) -> Iterator[tuple[str, Sentence]]:
    """The sentence as it stands and, where brackets stand in it, without them."""
    yield text, sentence
    start, end = sentence.segment.start, sentence.segment.end
    if bare is text or text[start:end] == bare[start:end]:
        return
    kept = [i for i, token in enumerate(sentence.tokens) if not bare[token.start].isspace()]
    if 0 < len(kept) < len(sentence.tokens):
        yield (
            bare,
            Sentence(
                sentence.segment,
                tuple(sentence.tokens[i] for i in kept),
                tuple(sentence.words[i] for i in kept),
                tuple(sentence.quoted[i] for i in kept),
            ),
        )


def _swapped(reading: Reading, sentence: Sentence, marked: Marked) -> Iterator[Found]:
    """Set phrases with a word swapped, unless they are a person's name."""
    for swap in set_phrases.find(reading.text, sentence.tokens, sentence.words):
        tokens = sentence.tokens[swap.start : swap.end]
        if not any(token.start in marked["PERSON"] for token in tokens):
            phrase = " ".join(swap.phrase.words)
            row = Calque(
                match=phrase, why=f"reworded: the set phrase is {phrase}", bad="", languages=SPUN, check="TA401"
            )
            capitals = [token.text[0].isupper() for token in tokens]
            better = phrase.title() if all(capitals) else phrase[0].upper() + phrase[1:] if capitals[0] else phrase
            yield Found(row, tokens[0].start, tokens[-1].end, (better,), row.languages)


def _marked(reading: Reading) -> Marked:
    """The tokens in names, by the classes that patterns have for names."""
    starts = reading.starts
    found: dict[str, set[int]] = {kind: set() for kind in NAMED}
    for mention in reading.mentions:
        kind = _KINDS.get(mention.type)
        if kind:
            first = bisect_left(starts, mention.start)
            found[kind].update(starts[first : bisect_left(starts, mention.end, first)])
    return {kind: frozenset(starts) for kind, starts in found.items()}
