"""The same utterance in several articles: pairs of quotes, and how their wording differs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache

import msgspec

from auditor.checks.base import Shift
from auditor.corpus.features import likeness
from auditor.corpus.items import QuoteItem
from auditor.corpus.similarity import chrf, similarity
from auditor.corpus.stance import modality_changed, negation_turned
from auditor.packs.load import data_path, load_toml
from auditor.records import QuoteLink, QuoteLinkKind, Record

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_LABELS = frozenset({"medium", "kind", "negation", "modality"})
SAME_WORDS = 95.0
SAME_UTTERANCE = 55.0


class Lines(Record, frozen=True):
    """``data/corpus/quotes.toml``: from where two quotes are one utterance."""

    schema: int
    same_speaker: float
    any_speaker: float
    other_speaker: float
    contained: float
    enough: float
    across: float
    across_any: float
    across_other: float
    shared: float
    longer: int


class QuotePair(msgspec.Struct, frozen=True):
    """Two quotes of one utterance, the link as the audit keeps it, and what they say otherwise."""

    a: QuoteItem
    b: QuoteItem
    link: QuoteLink
    shifts: tuple[Shift, ...]

    @property
    def one_language(self) -> bool:
        """Whether wording can be compared at all."""
        return self.a.language == self.b.language

    @property
    def two_speakers(self) -> bool:
        """Whether the two articles name different people."""
        return self.a.person and self.b.person and self.a.speaker != self.b.speaker


@cache
def lines() -> Lines:
    """The lines as shipped."""
    return load_toml(data_path("corpus", "quotes.toml"), Lines)


def link_quotes(
    items: Sequence[QuoteItem], relatives: Mapping[str, Sequence[str]], story: Mapping[str, str]
) -> tuple[QuotePair, ...]:
    """For each quote its best counterpart in each related article, each pair once.

    Articles of two stories (``story``: article -> story) share a quote only where both name the same speaker.
    """
    by_article: dict[str, list[QuoteItem]] = defaultdict(list)
    for item in items:
        by_article[item.article].append(item)
    chosen: dict[tuple[str, str], tuple[QuoteItem, QuoteItem]] = {}
    for article in sorted(by_article):
        for other in relatives.get(article, ()):
            if article < other and other in by_article:
                for a, b in _best(by_article[article], by_article[other]):
                    if story.get(article) == story.get(other) or (a.speaker and a.speaker == b.speaker):
                        chosen[a.id, b.id] = (a, b)
    return tuple(QuotePair(a, b, _link(a, b), _shifts(a, b)) for _, (a, b) in sorted(chosen.items()))


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
    """0 when the two cannot be one utterance, else how near they are (0 to 100)."""
    if a.quote.kind == b.quote.kind == "indirect":
        return 0.0
    return _in_one_language(a, b) if a.language == b.language else _across(a, b)


def _in_one_language(a: QuoteItem, b: QuoteItem) -> float:
    """chrF2 where it, or the words in common, reach what the speakers ask for."""
    known, rules = a.speaker is not None and a.speaker == b.speaker, lines()
    shared = sum(min(weight, b.stems[key]) for key, weight in a.stems.items() if key in b.stems)
    lighter = min(sum(a.stems.values()), sum(b.stems.values()))
    others = bool(a.speaker and b.speaker and not known)
    if _squash(a.quote.text) == _squash(b.quote.text) and not others:
        return 100.0 if known or lighter > rules.enough or _same_setting(a, b) else 0.0
    if not shared:
        return 0.0
    score = chrf(a.quote.text, b.quote.text)
    if others:
        return score if score >= rules.other_speaker and _long(a, b) else 0.0
    several = sum(key in b.stems for key in a.stems) >= 2
    if score >= (rules.same_speaker if known else rules.any_speaker):
        return score
    return score if known and several and shared >= rules.contained * lighter else 0.0


def _across(a: QuoteItem, b: QuoteItem) -> float:
    """The likeness of what is said, as a percentage: words of two languages have no chrF2."""
    rules = lines()
    if not _long(a, b):
        return 0.0
    score, shared = likeness(a.features, b.features)
    if a.speaker and b.speaker:
        least = rules.across if a.speaker == b.speaker else rules.across_other
    else:
        least = rules.across_any
    return 100 * score if score >= least and shared >= rules.shared else 0.0


def _long(a: QuoteItem, b: QuoteItem) -> bool:
    return min(len(q.quote.text.split()) for q in (a, b)) >= lines().longer


def _shifts(a: QuoteItem, b: QuoteItem) -> tuple[Shift, ...]:
    """What one of the two denies, or leaves open, and the other does not."""
    if not _long(a, b):
        return ()
    negation: tuple[Shift, ...] = ("negation",) if negation_turned(a.stance, b.stance) else ()
    open_ = modality_changed(a.stance, b.stance, one_language=a.language == b.language)
    return (*negation, *(("modality",) if open_ else ()))


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
    elif figures.chrf >= SAME_UTTERANCE or a.language != b.language:
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
    shifts = tuple(f"{shift}: {_cue(a, shift)} → {_cue(b, shift)}" for shift in _shifts(a, b))
    return (words if a.language == b.language else ()) + said + kinds + shifts


def labelled(change: str) -> bool:
    """Whether a change is one of another kind than words: ``medium: A → B``."""
    label, colon, _ = change.partition(": ")
    return bool(colon) and label in _LABELS


def turned(change: str) -> str:
    """A change as `QuoteLink.changed` has it, told from the other side: ``medium: A → B`` as ``medium: B → A``."""
    before, arrow, after = change.partition(" → ")
    label, colon, word = before.partition(": ") if labelled(change) else ("", "", before)
    return f"{label}{colon}{after}{arrow}{word}"


def _cue(item: QuoteItem, shift: Shift) -> str:
    cue = item.stance.negated if shift == "negation" else item.stance.doubt
    start = item.quote.start
    return item.quote.text[cue.start - start : cue.end - start] if cue else "(nothing)"
