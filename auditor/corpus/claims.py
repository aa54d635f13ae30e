"""Dates, times and figures of one thing in several articles, and how they stand to each other.

Two claims are about one thing when their sentences are counterparts (`align`), or share enough: entities, the class of
event, words by rarity. A contradiction is only seen between counterparts, where each has just one such value to give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

import msgspec

from auditor.corpus.align import Aligned, Alignments
from auditor.corpus.claim_bonds import bond_of, lines
from auditor.corpus.claim_states import bounded, comparable, date, same_noun, same_unit, state
from auditor.corpus.concepts import is_toll
from auditor.corpus.items import ClaimItem
from auditor.records import ClaimLink, ClaimState


class Match(msgspec.Struct, frozen=True):
    """Two claims, how they stand, and how much their surroundings share."""

    a: ClaimItem
    b: ClaimItem
    state: ClaimState
    bond: float


_AGREED = ("agrees", "differs in precision")
_REACH = 40  # how many claims before and after an old plan are looked at for its successor
_KEYS = 30  # a key that more claims of one article share brings no candidates


def link_claims(
    items: Sequence[ClaimItem],
    relatives: Mapping[str, Sequence[str]],
    story: Mapping[str, str],
    alignments: Alignments,
    kin: Container[tuple[str, str]] = (),
) -> tuple[Match, ...]:
    """For each claim its best counterpart of each state in each related article and in its own, each pair once.

    ``story`` maps articles to their story: claims of different stories must have more in common, and never conflict.
    A relative day stays open against a date only in one story and in articles that are ``kin`` (lesser id first).
    """
    by_article: dict[str, list[ClaimItem]] = defaultdict(list)
    for item in items:
        by_article[item.article].append(item)
    found: dict[tuple[str, str], Match] = {}
    for article in sorted(by_article):
        for match in _inside(by_article[article]):
            found[match.a.id, match.b.id] = match
        for other in relatives.get(article, ()):
            if article < other and other in by_article:
                one_story = story.get(article) == story.get(other)
                pair = _Pair(
                    by_article[article],
                    by_article[other],
                    alignments.get((article, other), ()),
                    one_story,
                    (article, other) in kin,
                )
                for match in pair.matches():
                    found[match.a.id, match.b.id] = match
    return tuple(found[key] for key in sorted(found))


def records(matches: Sequence[Match]) -> tuple[ClaimLink, ...]:
    """The links as the audit keeps them."""
    return tuple(ClaimLink(a=m.a.id, b=m.b.id, state=m.state) for m in matches)


def _inside(items: Sequence[ClaimItem]) -> Iterator[Match]:
    """In one article only a plan and its successor are linked: the best successor of each plan."""
    planned = lines().superseded_words
    for at, old in enumerate(items):
        if old.value.modifier not in planned:
            continue
        near = items[max(0, at - _REACH) : at + _REACH]
        others = [x for x in near if x.value.kind == "date" and x.value.modifier not in planned]  # only these supersede
        states = ((x, state(old.value, x.value, planned)) for x in others if comparable(old.value, x.value))
        matches = [Match(old, x, "superseded", round(bond_of(old, x), 4)) for x, s in states if s == "superseded"]
        matches = [m for m in matches if m.bond >= lines().superseded]
        if matches:
            yield max(matches, key=lambda m: (m.bond, m.b.id))


class _Pair:
    """The claims of two related articles, and which of their sentences are counterparts."""

    def __init__(
        self,
        ones: Sequence[ClaimItem],
        others: Sequence[ClaimItem],
        aligned: Sequence[Aligned],
        one_story: bool,
        kin: bool,
    ) -> None:
        self.ones, self.others, self.one_story, self.near = ones, others, one_story, one_story or kin
        self.aligned = {(pair.a, pair.b): pair for pair in aligned}

    def matches(self) -> Iterator[Match]:
        """All equal claims; of the others, for each claim and state the strongest bond, seen from either side.

        A claim that the other article confirms somewhere cannot be in conflict with it elsewhere.
        """
        scored = [m for a, b in self._candidates() if (m := self._match(a, b))]
        best: dict[tuple[str, ClaimState], Match] = {}
        for match in sorted(scored, key=lambda m: (-m.bond, m.a.id, m.b.id)):
            best.setdefault((match.a.id, match.state), match)
            best.setdefault((match.b.id, match.state), match)
        agreed = {end.id for m in scored if m.state in _AGREED for end in (m.a, m.b)}
        chosen = {(m.a.id, m.b.id): m for m in (*best.values(), *(m for m in scored if m.state == "agrees"))}
        for match in chosen.values():
            free = match.state in _AGREED or not agreed & {match.a.id, match.b.id}
            if free and (match.state != "conflict" or self._alone(match, agreed)):
                yield match

    def _candidates(self) -> Iterator[tuple[ClaimItem, ClaimItem]]:
        """Pairs whose sentences are counterparts, or share an entity or a word which is not in a crowd of claims."""
        index: dict[str, list[int]] = defaultdict(list)
        standing: dict[int | None, list[int]] = defaultdict(list)  # segment of the other article -> its claims
        for at, other in enumerate(self.others):
            standing[other.value.segment].append(at)
            for key in _keys(other):
                index[key].append(at)
        counterparts: dict[int | None, list[int]] = defaultdict(list)  # segment here -> those claims
        for i, j in self.aligned:
            counterparts[i] += standing.get(j, ())
        for one in self.ones:
            near = {at for key in _keys(one) if len(index.get(key, ())) <= _KEYS for at in index.get(key, ())}
            near.update(counterparts.get(one.value.segment, ()))
            for at in sorted(near):
                yield one, self.others[at]

    def _match(self, a: ClaimItem, b: ClaimItem) -> Match | None:
        rules, pair = lines(), self._aligned(a, b)
        nouns = pair is not None and a.value.kind == b.value.kind == "count"
        if not comparable(a.value, b.value) and not (nouns and self._same_count(a, b)):
            return None
        found, bond = state(a.value, b.value, rules.superseded_words), bond_of(a, b)
        if found == "conflict" and _counted_anew(a, b):
            found = "superseded" if a.published and b.published and a.published[:16] != b.published[:16] else "open"
        if found is None:
            return None
        if found == "conflict":
            holds = self.one_story and pair is not None and self._contrary(a, b, pair)
        else:
            holds = (pair is not None and pair.score >= rules.counterpart) or bond >= self._demand(a, b, found)
        return Match(a, b, found, round(bond, 4)) if holds else None

    def _contrary(self, a: ClaimItem, b: ClaimItem, pair: Aligned) -> bool:
        """Whether sentences this alike are about one thing: surely counterparts, or the only counts of one noun."""
        if pair.mutual and pair.score >= lines().conflict:
            return True
        return pair.score >= lines().lone and self._lone_noun(a, b)

    def _lone_noun(self, a: ClaimItem, b: ClaimItem) -> bool:
        if a.value.kind != "count" or a.value.unit is None or b.value.unit is None:
            return False
        return _counts_of(a, self.others) == _counts_of(b, self.ones) == 1

    def _demand(self, a: ClaimItem, b: ClaimItem, found: ClaimState) -> float:
        """What the surroundings of two claims must share when their sentences are no counterparts."""
        rules = lines()
        if found == "open":
            if a.value.kind != "date" or not a.subject or a.subject != b.subject:
                return float("inf")
            if bounded(a.value, b.value):
                return rules.bounds
            return rules.open if self.near and a.events & b.events else float("inf")
        if found != "agrees" and not self.near:
            return float("inf")
        return float(getattr(rules, found.replace(" ", "_"))) * (1.0 if self.one_story else rules.other_story)

    def _aligned(self, a: ClaimItem, b: ClaimItem) -> Aligned | None:
        if a.value.segment is None or b.value.segment is None:
            return None
        return self.aligned.get((a.value.segment, b.value.segment))

    def _same_count(self, a: ClaimItem, b: ClaimItem) -> bool:
        """Two counts in sentences that are counterparts: of one number, or of nouns of one concept."""
        return a.value.value == b.value.value or _one_noun(a, b)

    def _alone(self, match: Match, agreed: set[str]) -> bool:
        """Whether each sentence has only this value of its kind that the other does not confirm."""
        return all(
            sum(
                x.value.segment == end.value.segment
                and x.id not in agreed
                and x.value.kind == end.value.kind
                and (x.value.kind != "date" or date(x.value) is not None)
                for x in side
            )
            == 1
            for end, side in ((match.a, self.ones), (match.b, self.others))
        )


def _counted_anew(a: ClaimItem, b: ClaimItem) -> bool:
    """Tolls of one kind of event: a later count takes the place of an earlier one."""
    return a.value.kind == b.value.kind == "count" and any(map(is_toll, a.events & b.events))


def _counts_of(item: ClaimItem, there: Sequence[ClaimItem]) -> int:
    """How many counts of the same noun there are."""
    return sum(x.value.kind == "count" and _one_noun(item, x) for x in there)


def _one_noun(a: ClaimItem, b: ClaimItem) -> bool:
    return same_unit(a.value, b.value) or same_noun(a.value, b.value, (a.language, b.language))


def _keys(item: ClaimItem) -> set[str]:
    return {*item.entities, *item.near, *(key for key, weight in item.stems.items() if weight >= 0.5)}
