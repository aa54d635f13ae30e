"""TA312: *a* before a vowel, *an* before a consonant: a word was put in place of another one."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import sentences
from auditor.records import Suggestion
from auditor.text.indefinite import article
from auditor.text.tokens import places_of

_ARTICLES = frozenset({"a", "an"})
_COMMON = 3.0  # zipf from which a word is sure to be an English one


def articles(context: Context) -> Iterator[Hit]:
    """Each *a* or *an* that the next word does not allow; quotations too, for nobody says them so."""
    text = context.reading.text
    for sentence in sentences(context.reading):
        for at in places_of(_ARTICLES, sentence.words[:-1]):
            word, own, after = sentence.words[at], sentence.tokens[at], sentence.tokens[at + 1]
            if own.text[1:] != word[1:] or (own.text[0] == "A" and at) or text[own.end : after.start] != " ":
                continue
            right = article(sentence.words[at + 1]) if not after.text.isupper() else None
            if right and right != word and context.lexicon.zipf(sentence.words[at + 1], "en") >= _COMMON:
                better = right.title() if own.text[0] == "A" else right
                yield Hit(start=own.start, end=own.end, suggestions=(Suggestion(text=better),), args={"right": better})


CHECKS: tuple[Check, ...] = (
    Check(
        id="TA312",
        slug="indefinite-article",
        title="“A” before a vowel or “an” before a consonant",
        mqm="linguistic-conventions/grammar",
        severity="minor",
        why="No writer says it so: a translation or rewording program put the next word in another one's place.",
        message="“{match}” stands where the next word asks for “{right}”",
        run=articles,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The judge waits for ⟦a⟧ expert report on the bridge, her office said.",
                fixed="The judge waits for an expert report on the bridge, her office said.",
            ),
            Example(
                kind="bad",
                text="⟦An⟧ university in the north will teach the language from autumn.",
                fixed="A university in the north will teach the language from autumn.",
            ),
            Example(
                kind="good",
                text="A one-off fee, an hour, a European, an honest man, an historic vote, a use, an MP, a ukulele.",
            ),
            Example(kind="good", text="Vitamin A every day, hepatitis A or B, and plan A again."),
        ),
        sources=("data/checks/indefinite.toml", "wordfreq 3 frequency lists (Speer 2022)"),
    ),
)
