"""He behind a woman who speaks: ``Ms Keller said that it burned. Then he added that ...``; no checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from auditor.checks.persons.person_cast import Person, pronouns_of
from auditor.checks.spans import Sentence
from auditor.reading.quotes.words import words as saying

_BACK = 2  # sentences before the pronoun's own in which nobody of its sex may be spoken of
_NEAR = 3  # words between a speaker and the verb
_LEAST = 2  # times that the speaker is named in the copy
_BETWEEN = frozenset(("also", "has", "had", "then", "further", "later"))
_MORE = frozenset(("speaks", "spoke", "talked", "talks"))  # of those who go on speaking


def carried(body: Sequence[Sentence], cast: Sequence[Sequence[Person]], text: str) -> Iterator[tuple[int, int, Person]]:
    """Sentence, word and speaker, where a man goes on speaking whom the copy does not have there.

    Not she behind a man: machines say "he" by default, and a family name may be taken for a man's given name. She is
    named more than once and is the only person of the last sentence that names anybody, the verb beside her name; no
    pronoun and no person of the other sex, or of none that is known, stands in the last sentences.
    """
    speaker: Person | None = None
    said = -_BACK  # the sentence that named the speaker, or took the name up wrongly
    counts = Counter(_key(p, text) for people in cast for p in people)
    for number, sentence in enumerate(body):
        people = [p for p in cast[number] if p.start < p.end and not p.again]
        spoken = [(at, sex) for at, sex in pronouns_of(sentence) if not sentence.quoted[at]]
        if speaker is not None and number - said <= _BACK:
            odd = [at for at, sex in spoken if sex != speaker.sex]
            subject = next((at for at in odd if _says(sentence, at)), None)
            before = [p for p in people if subject is not None and p.start < sentence.tokens[subject].start]
            if subject is not None and all(p.sex == speaker.sex for p in before):
                yield from ((number, at, speaker) for at in odd if at <= subject)
                said = number
                continue
            if odd or any(p.sex != speaker.sex and not p.quoted for p in people):
                speaker = None
        named = [p for p in people if not p.quoted]
        if named:
            speaker = _speaker(sentence, named, text) if counts[_key(named[0], text)] >= _LEAST else None
            if speaker is not None and any(sex != speaker.sex for _, sex in spoken):
                speaker = None
            said = number


def _key(person: Person, text: str) -> str:
    return text[person.start : person.end].rpartition(" ")[2].casefold()


def _speaker(sentence: Sentence, named: Sequence[Person], text: str) -> Person | None:
    """The only person of a sentence, a woman and by name, beside a verb of saying."""
    only = named[0]
    if len(named) > 1 or only.several or only.sex != "f" or not text[only.start].isupper():
        return None
    tokens, verbs = sentence.tokens, saying("en").verbs | _MORE
    first = next((at for at, token in enumerate(tokens) if token.start >= only.start), len(tokens))
    last = next((at for at, token in enumerate(tokens) if token.start >= only.end), len(tokens))
    near = [*range(max(0, first - _NEAR), first), *range(last, min(last + _NEAR, len(tokens)))]
    return only if any(sentence.words[at] in verbs and not sentence.quoted[at] for at in near) else None


def _says(sentence: Sentence, at: int) -> bool:
    """True for a pronoun that is the subject of a verb of saying."""
    if sentence.words[at] != "he":
        return False
    behind = [word for word in sentence.words[at + 1 : at + 3] if word not in _BETWEEN]
    return bool(behind) and behind[0] in saying("en").verbs | _MORE
