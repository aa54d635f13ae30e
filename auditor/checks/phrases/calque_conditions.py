"""What a row of phrases asks of the words around it: its neighbours, the sentence, the topics of the article."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.checks.phrases.calque_pack import Calque
from auditor.text.patterns import Match

_AROUND = 100  # words on either side that count as those of the sentence
_TOPIC, _LONG = 2, 140  # words of a topic that copy of more different words must have: one league makes no sport
Topics = Mapping[str, frozenset[str]]


def allowed(row: Calque, match: Match, words: tuple[str, ...], topics: Topics) -> bool:
    """True when neither the neighbours nor the sentence speak against the row."""
    after = words[match.end] if match.end < len(words) else ""
    before = words[match.start - 1] if match.start else ""
    if after in row.not_before or before in row.not_after:
        return False
    if not (row.here or row.not_here):
        return True
    around = frozenset((*words[max(0, match.start - _AROUND) : match.start], *words[match.end : match.end + _AROUND]))
    return (not row.here or _any(row.here, around, topics)) and not _any(row.not_here, around, topics)


def topical(row: Calque, vocabulary: frozenset[str], topics: Topics) -> bool:
    """True when the words of the article are about what the row needs, and not about what it must not have."""
    least = _TOPIC if len(vocabulary) > _LONG else 1
    every = all(_about(topic, vocabulary, topics, least) for topic in row.needs)
    return every and not _any(row.unless, vocabulary, topics)


def _about(topic: str, vocabulary: frozenset[str], topics: Topics, least: int) -> bool:
    """True when the word is there, or ``least`` words of the topic."""
    return topic in vocabulary or len(vocabulary & topics[topic]) >= least


def _any(wanted: tuple[str, ...], words: frozenset[str], topics: Topics) -> bool:
    """True when one of the words, or a word of one of the topics, is there."""
    return any(word in words or not words.isdisjoint(topics[word]) for word in wanted)
