"""The same utterance in several articles: pairs of quotes, and how their wording differs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from auditor.corpus.items import QuoteItem
from auditor.corpus.similarity import chrf, similarity
from auditor.records import QuoteLink, QuoteLinkKind

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
SAME_SPEAKER = 38.0  # chrF2 from which two quotes of one speaker are one utterance
ANY_SPEAKER = 60.0  # chrF2 from which the speaker need not be known
CONTAINED = 0.35  # share of the shorter quote's word weight that the other must have, for one speaker
ENOUGH = 6.0  # word weight from which equal words need no further sign that they are one utterance
SAME_WORDS = 95.0
SAME_UTTERANCE = 55.0


def link_quotes(items: Sequence[QuoteItem], relatives: Mapping[str, Sequence[str]]) -> tuple[QuoteLink, ...]:
    """For each quote its best counterpart in each related article, each pair once."""
    by_article: dict[str, list[QuoteItem]] = defaultdict(list)
    for item in items:
        by_article[item.article].append(item)
    chosen: dict[tuple[str, str], tuple[QuoteItem, QuoteItem]] = {}
    for article in sorted(by_article):
        for other in relatives.get(article, ()):
            if article < other and other in by_article:
                for a, b in _best(by_article[article], by_article[other]):
                    chosen[a.id, b.id] = (a, b)
    return tuple(_link(a, b) for _, (a, b) in sorted(chosen.items()))


def _best(ones: Iterable[QuoteItem], others: Sequence[QuoteItem]) -> list[tuple[QuoteItem, QuoteItem]]:
    """Greedy matching, best pair first; every quote is used once."""
    scored = [(s, a, b) for a in ones for b in others if (s := _nearness(a, b)) > 0]
    used: set[str] = set()
    pairs = []
    for _, a, b in sorted(scored, key=lambda row: (-row[0], row[1].id, row[2].id)):
        if a.id not in used and b.id not in used:
            used |= {a.id, b.id}
            pairs.append((a, b))
    return pairs


def _nearness(a: QuoteItem, b: QuoteItem) -> float:
    """0 when the two cannot be one utterance, else how near they are (chrF2, 0 to 100)."""
    if a.quote.kind == b.quote.kind == "indirect":
        return 0.0
    if a.speaker and b.speaker and a.speaker != b.speaker:
        return 0.0
    known = a.speaker is not None and a.speaker == b.speaker
    shared = sum(min(weight, b.stems[key]) for key, weight in a.stems.items() if key in b.stems)
    lighter = min(sum(a.stems.values()), sum(b.stems.values()))
    if _squash(a.quote.text) == _squash(b.quote.text):
        return 100.0 if known or lighter > ENOUGH or _same_setting(a, b) else 0.0
    if not shared:
        return 0.0
    score = chrf(a.quote.text, b.quote.text)
    several = sum(key in b.stems for key in a.stems) >= 2
    if score >= (SAME_SPEAKER if known else ANY_SPEAKER) or (known and several and shared >= CONTAINED * lighter):
        return score
    return 0.0


def _same_setting(a: QuoteItem, b: QuoteItem) -> bool:
    """The sentences around two equal quotes share a word that is not in the quotes."""
    around = (k for k in a.sentence if k in b.sentence and k not in a.stems)
    return any(min(a.sentence[k], b.sentence[k]) >= 1 for k in around)


def _squash(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _link(a: QuoteItem, b: QuoteItem) -> QuoteLink:
    figures = similarity(a.quote.text, b.quote.text)
    kind: QuoteLinkKind = "paraphrase"
    if figures.chrf >= SAME_WORDS or _squash(a.quote.text) == _squash(b.quote.text):
        kind = "same words"
    elif figures.chrf >= SAME_UTTERANCE:
        kind = "same utterance"
    return QuoteLink(
        a=a.id, b=b.id, chrf=figures.chrf, ter=figures.ter, bleu=figures.bleu, kind=kind, changed=_changed(a, b)
    )


def _changed(a: QuoteItem, b: QuoteItem) -> tuple[str, ...]:
    """What differs, for people to read: words, medium, completeness."""
    ones, others = _WORD.findall(a.quote.text), _WORD.findall(b.quote.text)
    folded = SequenceMatcher(None, [w.casefold() for w in ones], [w.casefold() for w in others], autojunk=False)
    words = tuple(
        f"{' '.join(ones[i:j]) or '(nothing)'} → {' '.join(others[k:m]) or '(nothing)'}"
        for tag, i, j, k, m in folded.get_opcodes()
        if tag != "equal"
    )
    medium = a.quote.medium or "", b.quote.medium or ""
    said = (f"medium: {medium[0] or '(not named)'} → {medium[1] or '(not named)'}",) if medium[0] != medium[1] else ()
    kinds = (f"kind: {a.quote.kind} → {b.quote.kind}",) if a.quote.kind != b.quote.kind else ()
    return words + said + kinds
