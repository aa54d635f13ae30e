"""“Its” for “it’s” and the other way round (``Its a fact``, ``it’s crew was``, ``who’s pilots``): spans, no checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.text.word_classes import word_classes

_NOUNS = frozenset(("NN", "NNS", "NM"))
_MAYBE = _NOUNS | {"NV", "NZ"}  # before a finite verb also words that may be verbs
_IS = re.compile(  # each pattern begins with letters that stand for themselves: found at once
    r"ts (?<=\b[Ii]ts )(?:a|an|the|not|been|going|also|just|important|clear|unclear|possible|impossible|true|because|"
    r"why|that|very|really|hard|difficult|easy|likely|unlikely|necessary|"
    r"no (?:longer|wonder|secret|surprise|use))(?= [a-z])"
)
_CLAUSE = re.compile(r"(?:[.!?;,“”\"—–] |\b(?:and|but|that|because|if|as|thinks?|said|says|know|hope) |^)$", re.M)
_OWNED = re.compile(
    r"s (?:(?<=\b[Ii]t['’]s )|(?<=\b[Ww]ho['’]s ))([a-z]{3,20}) (?:is|was|has|will|are|were|have|had|would)\b"
)
_GOVERNED = re.compile(
    r" (it['’]s) (?!(?:a|an|the|not|been|going|now|just|also|too|all)\b)([a-z]{3,20})[a-z-]* ?([a-z]*)"
)
_BEFORE = frozenset((
    "against", "among", "at", "by", "despite", "during", "from", "in", "into", "of", "on", "over", "through", "to",
    "towards", "under", "with", "within",
))  # fmt: skip
_ENDED = re.compile(r"['’](?:s|re|ve|ll|m)(?=[.;!?](?:\s|$))")
_PRONOUNS = frozenset(("i", "you", "he", "she", "it", "we", "they", "there"))
_WHOLE = {"s": " is", "re": " are", "ve": " have", "ll": " will", "m": " am"}
_NEAR = 12  # characters before “its” that tell whether a clause begins


def its_and_it_is(text: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, better)`` of the word."""
    for match in _IS.finditer(text):
        at = match.start() - 1
        if text[at] == "I" or _CLAUSE.search(text, max(0, at - _NEAR), at):
            yield at, at + 3, f"{text[at]}t’s"
    for match in _ENDED.finditer(text):  # how painful it’s. The end
        before = text[max(0, match.start() - _NEAR) : match.start()].split()[-1:]
        if before and before[0].lower() in _PRONOUNS:
            yield *match.span(), _WHOLE[match[0][1:]]
    if "t's " not in text and "t’s " not in text and "o's " not in text and "o’s " not in text:
        return
    for match in _OWNED.finditer(text):
        if word_classes().get(match[1]) in _MAYBE:
            start = text.rfind(" ", 0, match.start()) + 1
            start = max(start, text.rfind("\n", 0, match.start()) + 1, match.start() - 4)
            word = text[start : match.start() + 1].strip('“"(')
            better = "whose" if "o" in word else "its"
            yield match.start() + 1 - len(word), match.start() + 1, better.title() if word[0].isupper() else better
    for match in _GOVERNED.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()].split()[-1:]
        noun = word_classes().get(match[2]) in _NOUNS or word_classes().get(match[3]) in _NOUNS
        if noun and before and before[0] in _BEFORE:
            yield *match.span(1), "its"
