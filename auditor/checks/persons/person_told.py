"""What an article tells of the sex of persons whose names say nothing of it: nouns beside them, pronouns after them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from auditor.checks.persons.person_words import Sex, gender, nouns
from auditor.checks.spans import Sentence
from auditor.reading.article import Mention, Reading

_NOUN, _ENDING = 3, 1  # points of a noun beside the name, and of the ending of a name
_PRONOUN = {"f": 2, "m": 1, "?": 0}  # of a sentence: translations say "he" by default
_SHORTEST = 3  # letters of a given name whose ending says nothing yet
_LEAST = 2  # points, and how many times the points of the other sex
_BEFORE, _AFTER = 3, 5  # tokens before the name that two nouns with "and" take, and behind the comma after it


def told(reading: Reading, body: Sequence[Sentence], unknown: Iterable[Mention]) -> dict[str, Sex]:
    """Family name, or given name that stands alone, of those of one sex as the article tells."""
    keys: dict[str, str | None] = {}
    for mention in unknown:
        if mention.family:
            keys[mention.family] = keys.get(mention.family) or mention.given
    alone = _alone(keys)
    people = [m for m in reading.mentions if m.type == "person" or m.text in alone]
    scores: dict[str, Counter[Sex]] = {family: _ending(given) for family, given in keys.items()}
    starts = [m.start for m in people]
    last = None
    for sentence in body:
        lo, hi = (bisect_left(starts, at) for at in (sentence.segment.start, sentence.segment.end))
        for at in range(lo, hi):
            key = alone.get(people[at].text, people[at].family)
            if key is not None and key in scores:
                end = people[at + 1].start if at + 1 < hi else sentence.segment.end
                scores[key].update(dict(_votes(sentence, people[at], end, reading.text)))
        if lo == hi and last is not None and last in scores:
            scores[last].update(dict(_taken_up(sentence)))
        last = alone.get(people[hi - 1].text, people[hi - 1].family) if lo < hi else None
    found = {key: sex for key, score in scores.items() if (sex := _decided(score)) != "?"}
    return {**found, **{given: found[key] for given, key in alone.items() if key in found}}


def _alone(keys: dict[str, str | None]) -> dict[str, str]:
    """Given name -> family name, where one person only has it."""
    count = Counter(given.split()[0] for given in keys.values() if given)
    return {first: key for key, given in keys.items() if given and count[first := given.split()[0]] == 1}


def _ending(given: str | None) -> Counter[Sex]:
    """What the last letter of the first given name is a hint of, in the languages that tell by it."""
    first = (given or "").split()[:1]
    letters = first[0] if first and len(first[0]) > _SHORTEST else ""
    if letters.endswith("a"):
        return Counter({"f": _ENDING})
    return Counter()


def _votes(sentence: Sentence, person: Mention, end: int, text: str) -> Iterator[tuple[Sex, int]]:
    """Sex and points of a noun beside the name, and of the first pronoun between it and ``end``."""
    at = next((i for i, token in enumerate(sentence.tokens) if token.start >= person.start), None)
    behind = next((i for i, token in enumerate(sentence.tokens) if token.start >= person.end), len(sentence.tokens))
    if at is None:
        return
    near = sentence.words[max(0, at - 1) : at]
    if at >= _BEFORE and sentence.words[at - 2] == "and":  # the actress and singer Alma Quiroga
        near = (sentence.words[at - 3], *near)
    if text[person.end : person.end + 2] == ", ":
        near = (*near, *sentence.words[behind : behind + _AFTER])
    found = next((word for word in near if word in nouns()), None)
    if found is not None and not gender().owners & set(near):
        yield nouns()[found], _NOUN
        return
    for index in range(behind, len(sentence.tokens)):
        if sentence.tokens[index].start >= end:
            return
        pronoun = gender().pronouns.get(sentence.words[index])
        if pronoun is not None and not sentence.quoted[index]:
            yield pronoun.sex, _PRONOUN[pronoun.sex]
            return


def _taken_up(sentence: Sentence) -> Iterator[tuple[Sex, int]]:
    """Sex and points of a role with the article in a sentence without names, or of its first pronoun."""
    for before, word in pairwise(sentence.words):
        if before == "the" and word in nouns():
            yield nouns()[word], _NOUN
            return
    pronoun = next((gender().pronouns[word] for word in sentence.words if word in gender().pronouns), None)
    if pronoun is not None:
        yield pronoun.sex, _PRONOUN[pronoun.sex]


def _decided(score: Counter[Sex]) -> Sex:
    if score["f"] > _LEAST and score["f"] >= _LEAST * score["m"]:
        return "f"
    return "m" if score["m"] >= _NOUN and not score["f"] else "?"
