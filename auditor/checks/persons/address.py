"""TA310: you for a woman or for several people, where the source's polite form has the same word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.persons.person_cast import Person, casts
from auditor.checks.phrases.calques import origins
from auditor.checks.spans import Sentence, sentences
from auditor.packs import data_path, load_toml
from auditor.records import Evidence, Record, Suggestion

_NEAR = 2  # sentences before the pronoun's own in which those may stand whom it means
_WEIGHT = 1.5


class ReaderAddress(Record, frozen=True):
    """What tells that copy speaks to its readers; see the file's header."""

    schema: int
    languages: frozenset[str]
    cues: frozenset[str]
    own: frozenset[str]
    pronouns: dict[str, tuple[str, str]]
    others: dict[str, str]


@cache
def words() -> ReaderAddress:
    """The words of English."""
    return load_toml(data_path("checks", "reader_address.toml"), ReaderAddress)


def run(context: Context) -> Iterator[Hit]:
    """Hits on you and your outside of quotations, in copy that reads as translated and never speaks to its readers.

    A woman or several people must be spoken of in the sentence before the pronoun or in the two sentences before it.
    """
    reading, file = context.reading, words()
    body = sentences(reading)
    if all(file.pronouns.keys().isdisjoint(sentence.words) for sentence in body):
        return
    spoken = origins(reading) & file.languages
    if not spoken or any(_speaks_to_readers(sentence) for sentence in body):
        return
    cast = casts(reading)
    for number, sentence in enumerate(body):
        if reading.text[sentence.segment.start : sentence.segment.end].rstrip().endswith("?"):
            continue
        for at, word in enumerate(sentence.words):
            known = word in file.pronouns and not sentence.quoted[at] and _known(body, cast, number, at)
            if known:
                yield _hit(reading.id, sentence, at, known, spoken)


def _speaks_to_readers(sentence: Sentence) -> bool:
    """True where the copy says you to its readers, or speaks for itself."""
    plain = [word for word, quoted in zip(sentence.words, sentence.quoted, strict=True) if not quoted]
    if not words().own.isdisjoint(plain):
        return True
    return any(f"{one} {two}" in words().cues for one, two in pairwise(plain))


def _known(body: Sequence[Sentence], cast: Sequence[Sequence[Person]], number: int, at: int) -> str | None:
    """``f`` or ``several``: who was spoken of last before the pronoun, a woman or several people; None if neither."""
    for index in range(number, max(-1, number - _NEAR - 1), -1):
        sentence, end = body[index], body[number].tokens[at].start
        found: list[tuple[int, str]] = [
            (p.start, "several" if p.several else p.sex) for p in cast[index] if p.end <= end
        ]
        for token, word, quoted in zip(sentence.tokens, sentence.words, sentence.quoted, strict=True):
            if token.start < end and not quoted and word in words().others:
                found.append((token.start, words().others[word]))
        told = [kind for _, kind in sorted(found) if kind in ("f", "several")]
        if told:
            return told[-1]
    return None


def _hit(article: str, sentence: Sentence, at: int, known: str, spoken: frozenset[str]) -> Hit:
    token, word = sentence.tokens[at], sentence.words[at]
    woman, several = words().pronouns[word]
    better = woman if known == "f" else several
    fixed = (better.capitalize() if token.text[0].isupper() else better,) if word == "your" else ()
    only = next(iter(spoken)) if len(spoken) == 1 else None
    return Hit(
        start=token.start,
        end=token.end,
        args={"pronoun": token.text, "better": better, "languages": ", ".join(sorted(spoken))},
        suggestions=tuple(Suggestion(text=text) for text in fixed),  # after you the verb would have to change
        evidence=(Evidence(kind="article", text="the copy never speaks to its readers", article=article),),
        points_to=only,
        weight=_WEIGHT if only else 0.0,
    )


_TRANSLATED = (
    "The police announced that the family father was life-threateningly injured. It came to a collision on the road "
    "to Oberstadt, and the fire brigade was alarmed. Frieda Vogt leads the office since ten years. "
)

TA310 = Check(
    id="TA310",
    slug="polite-you",
    title="You for she or they",
    mqm="linguistic-conventions/grammar/pronoun",
    severity="major",
    why="German Sie and Ihr, Italian Lei and Suo are also she, they, her, their: the machine takes them for the polite "
    "form, and readers are told that they did what somebody else did.",
    message="“{pronoun}”: nobody is being addressed; probably {better}",
    run=run,
    examples=(
        Example(kind="bad", text=f"{_TRANSLATED}⟦Your⟧ task was new.", fixed=f"{_TRANSLATED}Her task was new."),
        Example(kind="bad", text=f"{_TRANSLATED}Now ⟦you⟧ are ill."),
        Example(kind="good", text="Frieda Vogt leads the office. Your task was new, the mayor said."),
    ),
    sources=("Duden, Die Grammatik: Personalpronomen; Serianni VII.85; data/checks/reader_address.toml",),
    languages=("en",),
    limits=("Silent where the copy speaks to its readers anywhere, or says we.",),
)

CHECKS: tuple[Check, ...] = (TA310,)
