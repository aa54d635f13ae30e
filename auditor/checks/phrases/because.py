"""TA311: half a sentence that stands as a whole one: a reason, as the source's word for "for" leaves it, a contrast."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.phrases.calques import origins
from auditor.checks.spans import Sentence, sentences
from auditor.text.inflections import verb_readings
from auditor.text.word_classes import AUXILIARIES, word_classes

LANGUAGES = frozenset(("de", "nl", "sv", "da", "no"))
_WORD, _WEIGHT = "because", 0.8
_SHORT = 4  # words of a sentence that is an answer, or an aside, rather than a reason
_JOINED = frozenset(",;:–—-")
_CONTRASTS = frozenset(("although", "though", "whereas", "while"))
_SUBJECTS = frozenset(
    ("a", "an", "he", "his", "it", "its", "she", "the", "their", "these", "they", "this", "those", "we")
)
_PAST = frozenset(("ED", "VBD"))


def run(context: Context) -> Iterator[Hit]:
    """Hits on the first word of sentences that are but a reason or a contrast, in copy that reads as translated.

    A sentence with a mark inside it has room for the main clause; quotations speak as people do.
    """
    reading = context.reading
    if reading.vocabulary.isdisjoint(_CONTRASTS | {_WORD}):
        return
    alone = [s for s in sentences(reading) if _opens(s) and _unjoined(reading.text, s)]
    spoken = origins(reading) if alone else frozenset()
    for sentence in alone:
        reason = sentence.words[0] == _WORD
        if told := spoken & LANGUAGES if reason else spoken:
            only = next(iter(told)) if reason and len(told) == 1 else None
            first = sentence.tokens[0]
            yield Hit(start=first.start, end=first.end, points_to=only, weight=_WEIGHT if only else 0.0)


def _opens(sentence: Sentence) -> bool:
    """A sentence of some length, of nobody's speech, that begins with a word of half a sentence, and has no more."""
    words = sentence.words
    if len(words) <= _SHORT or any(sentence.quoted):
        return False
    return words[0] == _WORD or (words[0] in _CONTRASTS and words[1] in _SUBJECTS and _one_verb(words[1:]))


def _one_verb(words: Sequence[str]) -> bool:
    """One finite verb at most: there is no main clause."""
    finite = sum(
        word in AUXILIARIES or (before not in AUXILIARIES and _may_be_finite(word))
        for word, before in zip(words, ("", *words), strict=False)
    )
    return finite <= 1


def _may_be_finite(word: str) -> bool:
    return word_classes().get(word) in _PAST or any(tag in _PAST for _, tag in verb_readings(word))


def _unjoined(text: str, sentence: Sentence) -> bool:
    """A whole sentence without a mark inside it, which would leave room for a main clause."""
    whole = text[sentence.segment.start : sentence.segment.end].rstrip()
    return whole.endswith(".") and _JOINED.isdisjoint(whole)


_TRANSLATED = (
    "The police announced that the family father was life-threateningly injured. It came to a collision on the road "
    "to Oberstadt, and the fire brigade was alarmed. "
)

TA311 = Check(
    id="TA311",
    slug="reason-alone",
    title="A reason or contrast left standing as a sentence",
    mqm="linguistic-conventions/grammar",
    severity="minor",
    why="German denn, Dutch want and Swedish för begin a main clause, and other languages let a contrast stand alone; "
    "because, although and while begin half a sentence, and readers wait for the rest.",
    message="“{match}” begins a sentence that has no main clause: join it to the one before, or leave the word out",
    run=run,
    examples=(
        Example(kind="bad", text=f"{_TRANSLATED}⟦Because⟧ the town has only one hospital."),
        Example(kind="bad", text=f"{_TRANSLATED}⟦Although⟧ the owner of the mill denied the charges in court."),
        Example(kind="good", text="While he was away the house burned. Although ill he went to court."),
        Example(kind="good", text="Because the road was shut, they walked. They were late because of the rain."),
        Example(kind="good", text="The band played on. Because it was there."),
    ),
    sources=("Duden, Die Grammatik: denn; Algemene Nederlandse Spraakkunst 10.3: want; Quirk et al. 13.6, 15.45",),
    languages=("en",),
)

CHECKS: tuple[Check, ...] = (TA311,)
