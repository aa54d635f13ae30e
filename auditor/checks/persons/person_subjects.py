"""Who of those that a sentence names is a subject, and who speaks, as far as the words beside them tell; no checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from auditor.checks.persons.person_cast import Person
from auditor.checks.persons.person_words import Sex, gender
from auditor.checks.spans import Sentence
from auditor.reading.quotes.words import words as saying
from auditor.text.word_classes import AUXILIARIES, word_classes

LONGEST = 200
"""Words of a sentence that is read."""
_NEAR = 3  # words between a speaker and the verb
_APART = 14  # words of an apposition between them
_PHRASE = 40  # characters of an office and its field, from its noun to the name
_ROLES = 4  # names and roles before a name of which one may be its bearer's
_BESIDE = 2  # characters between a title and the name that it belongs to
_OPENS = 4  # words before a name that opens its sentence, titles and all
_BEHIND = 2  # words between a verb of saying and the subject behind it
_MORE = frozenset(("speaks", "spoke", "talked", "talks"))  # of those who go on speaking
_ASKING = frozenset(("asked", "asks", "interviewed", "interviews", "questioned"))
_FINITE = frozenset(("VBD", "VBZ", "ED"))
_BETWEEN = frozenset(("also", "herself", "himself", "just", "never", "now", "still", "then", "who"))
_GOVERNING = frozenset(
    ("about", "against", "and", "at", "between", "by", "for", "from", "in", "of", "on", "over", "to", "under", "with")
)


@cache
def speech() -> frozenset[str]:
    """Verbs of saying and speaking."""
    return saying("en").verbs | _MORE


def unpaired(body: Sequence[Sentence], text: str) -> frozenset[int]:
    """Paragraphs with a straight quotation mark too many: nobody knows what is quoted there."""
    marks = Counter[int]()
    for sentence in body:
        marks[sentence.segment.block] += text.count('"', sentence.segment.start, sentence.segment.end)
    return frozenset(block for block, count in marks.items() if count % 2)


def is_heading(sentence: Sentence, text: str) -> bool:
    """True for a line without a mark at its end, in which copy names those of whom it speaks later."""
    return text[sentence.segment.start : sentence.segment.end].rstrip()[-1:].isalnum()


def apart(people: Sequence[Person], text: str) -> list[Person]:
    """Those of whom the copy itself speaks, without the roles beside a name (the editor Anna Berg)."""
    told = [p for p in people if p.start < p.end and not p.quoted]
    named = [p for p in told if text[p.start].isupper() and (p.sex != "?" or not p.again)]
    beside = {at for p in named for at in (*range(p.start - _BESIDE, p.start), *range(p.end + 1, p.end + _BESIDE + 1))}
    return [p for p in told if p.sex != "?" or not p.again or beside.isdisjoint((p.start, p.end))]


def last_word(person: Person, text: str) -> str:
    """The family name, or the noun of a role, in lower case."""
    return text[person.start : person.end].rpartition(" ")[2].lower()


def titles_of(cast: Sequence[Sequence[Person]], text: str) -> dict[str, set[Sex]]:
    """Role -> the sexes of those beside whose names it stands: Minister Anna Berg, the minister of justice, Anna B."""
    found: dict[str, set[Sex]] = {}
    for people in cast:
        for at, person in enumerate(people):
            if person.sex == "?" or not text[person.start].isupper():
                continue
            title = text[max(0, person.start - _PHRASE) : person.start].split()[-1:]
            roles = [r for r in people[max(0, at - _ROLES) : at] if r.sex == "?" and person.start - r.end <= _PHRASE]
            for word in (*map(str.lower, title), *(last_word(role, text) for role in roles)):
                found.setdefault(word, set()).add(person.sex)
    return found


def speaks(sentence: Sentence, person: Person) -> bool:
    """True for a person beside a verb of saying, or before one with an apposition between commas."""
    words, tokens, verbs = sentence.words, sentence.tokens, speech()
    first = next((at for at, token in enumerate(tokens) if token.start >= person.start), len(tokens))
    last = next((at for at, token in enumerate(tokens) if token.start >= person.end), len(tokens))
    near = [*range(max(0, first - _NEAR), first), *range(last, min(last + _NEAR, len(tokens)))]
    if any(words[at] in verbs and not sentence.quoted[at] for at in near):
        return True
    commas = last < len(tokens) and tokens[last].start - person.end > 1
    behind = range(last + 1, min(last + _APART, len(tokens))) if commas else ()
    return any(words[at] in verbs and tokens[at].start - tokens[at - 1].end > 1 for at in behind)


def oblique(person: Person, text: str) -> bool:
    """True for a name behind a preposition or with a genitive's ending: whoever acts there is somebody else."""
    before = text[max(0, person.start - 12) : person.start].split()[-1:]
    return bool(before and before[0] in _GOVERNING) or text[person.end : person.end + 2] in ("'s", "’s")


def acts(sentence: Sentence, person: Person, text: str) -> bool:
    """True for the subject of a verb, as far as the words beside it tell."""
    tokens, words = sentence.tokens, sentence.words
    first = next((at for at, token in enumerate(tokens) if token.start >= person.start), len(tokens))
    last = next((at for at, token in enumerate(tokens) if token.start >= person.end), len(tokens))
    if first > 1 and words[first - 1] in _GOVERNING:
        return False
    if first <= 1 or not saying("en").verbs.isdisjoint(words[max(0, first - _BEHIND) : first]):
        return True
    if text[person.end : person.end + 1] == ",":
        return first <= _OPENS
    behind = [word for word in words[last : last + 2] if word not in _BETWEEN and not word.endswith("ly")][:1]
    verb = behind[0] if behind and text[person.end : person.end + 1] == " " else ""
    return verb in AUXILIARIES or verb in saying("en").verbs or word_classes().get(verb) in _FINITE


def is_object(sentence: Sentence, at: int, sex: Sex) -> bool:
    """True for the speaker as the object of what somebody else does: ``He thanked her for it``."""
    if sex == "m":
        return sentence.words[at] == "him"
    behind = sentence.words[at + 1 : at + 2]
    return sentence.words[at] == "her" and (not behind or behind[0] in gender().ends)


def asks(sentence: Sentence, person: Person) -> bool:
    """True for a person who asks, so that somebody else answers: ``When Ms Keller asked why, he laughed``."""
    tokens = sentence.tokens
    last = next((at for at, token in enumerate(tokens) if token.start >= person.end), len(tokens))
    first = next((at for at, token in enumerate(tokens) if token.start >= person.start), len(tokens))
    near = sentence.words[max(0, first - _BEHIND) : first] + sentence.words[last : last + _NEAR]
    return not _ASKING.isdisjoint(near)
