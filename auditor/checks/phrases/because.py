"""TA311: a reason that stands as a sentence of its own, as the source's word for "for" leaves it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.phrases.calques import origins
from auditor.checks.spans import sentences

LANGUAGES = frozenset(("de", "nl", "sv", "da", "no"))
_WORD, _WEIGHT = "because", 0.8
_SHORT = 4  # words of a sentence that is an answer, or an aside, rather than a reason
_JOINED = frozenset(",;:–—-")


def run(context: Context) -> Iterator[Hit]:
    """Hits on the first word of sentences that are nothing but a reason, in copy that reads as translated.

    A sentence with a mark inside it has room for the main clause; quotations speak as people do.
    """
    reading = context.reading
    alone = [s for s in sentences(reading) if s.words[:1] == (_WORD,) and len(s.words) > _SHORT and not any(s.quoted)]
    if not alone:
        return
    spoken = origins(reading) & LANGUAGES
    if not spoken:
        return
    for sentence in alone:
        text = reading.text[sentence.segment.start : sentence.segment.end].rstrip()
        if text.endswith(".") and _JOINED.isdisjoint(text):
            only = next(iter(spoken)) if len(spoken) == 1 else None
            first = sentence.tokens[0]
            yield Hit(start=first.start, end=first.end, points_to=only, weight=_WEIGHT if only else 0.0)


_TRANSLATED = (
    "The police announced that the family father was life-threateningly injured. It came to a collision on the road "
    "to Oberstadt, and the fire brigade was alarmed. "
)

TA311 = Check(
    id="TA311",
    slug="reason-alone",
    title="A reason left standing as a sentence",
    mqm="linguistic-conventions/grammar",
    severity="minor",
    why="German denn, Dutch want and Swedish för begin a main clause; because begins half a sentence, and readers wait "
    "for the rest.",
    message="“{match}” begins a sentence that has no main clause: join it to the one before, or leave the word out",
    run=run,
    examples=(
        Example(kind="bad", text=f"{_TRANSLATED}⟦Because⟧ the town has only one hospital."),
        Example(kind="good", text="Because the road was shut, they walked. They were late because of the rain."),
        Example(kind="good", text="The band played on. Because it was there."),
    ),
    sources=("Duden, Die Grammatik: denn; Algemene Nederlandse Spraakkunst 10.3: want; Quirk et al. 13.6, 15.45",),
    languages=("en",),
)

CHECKS: tuple[Check, ...] = (TA311,)
