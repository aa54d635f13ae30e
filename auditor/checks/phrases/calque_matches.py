"""Every place where a row of phrases, or a set phrase with a word swapped, stands in the body of an article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec

from auditor.checks.phrases.calque_conditions import allowed, topical
from auditor.checks.phrases.calque_pack import GOVERNED, Calque, pack
from auditor.checks.phrases.calque_wording import suggestions, told
from auditor.checks.phrases.copy_kinds import Found
from auditor.checks.phrases.replacements import fitted, loses
from auditor.checks.phrases.swapped import phrases_swapped
from auditor.checks.spans import Sentence, sentences
from auditor.reading.article import Reading
from auditor.text.patterns import NAMED, Marked, Match
from auditor.text.tokens import Token, places_of
from auditor.text.traits import plain, trait

_KINDS = {"vehicle": "VEHICLE", "mission": "VEHICLE", "person": "PERSON", "place": "PLACE", "org": "ORG"}
_BRACKETS = re.compile(r"\([^()\n]{1,80}\)|\[[^\[\]\n]{1,80}\]")
_BEFORE = 8  # words of a pattern that ends on an owner
_WORDING = frozenset(("TA401", "TA402"))  # grammar is another before an owner: “eight citizen’s cards”, “in Monday’s”
# fmt: off
_SHORT_FOR = frozenset((  # with ’s they stand for “is”, “has” or “us”
    "it", "he", "she", "that", "this", "there", "here", "what", "who", "where", "when", "how", "why", "which", "let",
    "one", "everyone", "everybody", "someone", "somebody", "anyone", "anybody", "nobody", "something", "everything",
    "anything", "nothing", "another", "other", "so", "now",
))
# fmt: on
_OWNER = trait(lambda word: plain(word).endswith("'s") and plain(word)[:-2] not in _SHORT_FOR)
_TITLES = frozenset(("headline", "subhead"))


def matches(reading: Reading) -> Iterator[Found]:
    """Every row that fires in the body, overlapping or not; brackets and what they hold may stand inside a match."""
    packed = pack()
    body, marked = sentences(reading), _marked(reading)
    vocabulary = frozenset(chain.from_iterable(sentence.words for sentence in body))
    bracketed = not reading.characters.isdisjoint("([")
    bare = _BRACKETS.sub(lambda found: " " * len(found[0]), reading.text) if bracketed else reading.text
    titles = {number for number, block in enumerate(reading.layout.blocks) if block.kind in _TITLES}
    owners = frozenset(map(plain, reading.traits.having(_OWNER)))
    yield from phrases_swapped(reading, body, marked["PERSON"])
    for sentence in body:
        seen: set[tuple[int, int, int]] = set()
        for text, view, near in _views(reading.text, bare, sentence, owners):
            for match in packed.matcher.find(text, view.tokens, view.words, marked, near):
                row = packed.rows[match.key]
                if near is not None and row.check not in _WORDING:
                    continue
                if (row.beside and view is not sentence) or (row.prose and sentence.segment.block in titles):
                    continue
                if allowed(row, match, view.words, packed.topics) and topical(row, vocabulary, packed.topics):
                    first, last = (
                        (match.start, match.end) if row.clue and not row.only_in else (match.first, match.last)
                    )
                    if row.check == GOVERNED and _is_named(view, match.start):
                        continue
                    if row.cased and not all(token.text[0].isupper() for token in view.tokens[first:last]):
                        continue
                    start, end = view.tokens[first].start, view.tokens[last - 1].end
                    if (match.key, start, end) not in seen:
                        seen.add((match.key, start, end))
                        better = _instead(row, match, view.words, reading.text, start, end)
                        yield Found(told(row, match), start, end, better, row.languages)


def _is_named(sentence: Sentence, at: int) -> bool:
    """A word with a capital inside the sentence, which is a name and governs nothing (Precious)."""
    return at > 0 and sentence.tokens[at].text[0].isupper()


def _instead(row: Calque, match: Match, words: Sequence[str], text: str, start: int, end: int) -> tuple[str, ...]:
    """What can stand in the place of ``start:end``; nothing where words of the copy would be lost with it.

    A row that is a clue wherever it stands suggests nothing to anybody.
    """
    if (row.clue and not row.only_in) or loses(row, match):
        return ()
    old = text[start:end]
    every = (fitted(text, start, end, better) for better in suggestions(row, match, words, old))
    return tuple(better for better in dict.fromkeys(every) if better.lower() != old.lower())


_View = tuple[str, Sentence, frozenset[int] | None]


def _views(text: str, bare: str, sentence: Sentence, owners: frozenset[str]) -> Iterator[_View]:
    """The sentence as it stands, without the ’s of its owners and, where brackets stand in it, without them.

    With each the places where its patterns are looked for: None for everywhere.
    """
    yield text, sentence, None
    if not owners.isdisjoint(sentence.words):
        yield _owned(text, sentence, owners)
    start, end = sentence.segment.start, sentence.segment.end
    if bare is text or text[start:end] == bare[start:end]:
        return
    kept = [i for i, token in enumerate(sentence.tokens) if not bare[token.start].isspace()]
    if 0 < len(kept) < len(sentence.tokens):
        view = Sentence(
            sentence.segment,
            tuple(sentence.tokens[i] for i in kept),
            tuple(sentence.words[i] for i in kept),
            tuple(sentence.quoted[i] for i in kept),
        )
        yield bare, view, None


def _owned(text: str, sentence: Sentence, owners: frozenset[str]) -> _View:
    """The sentence with ``father`` for ``father’s``: only the last word of a pattern can stand there."""
    tokens, words = sentence.tokens, sentence.words
    places = frozenset(places_of(owners, words))
    near = frozenset(at - k for at in places for k in range(_BEFORE))
    view = msgspec.structs.replace(
        sentence,
        tokens=tuple(
            Token(token.start, token.end - 2, token.text[:-2]) if at in places else token
            for at, token in enumerate(tokens)
        ),
        words=tuple(word[:-2] if at in places else word for at, word in enumerate(words)),
    )
    return text, view, near


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
