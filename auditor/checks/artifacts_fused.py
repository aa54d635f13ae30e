"""TA102: two words, or the end and the start of two sentences, run together."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.artifacts_spans import in_address, mention_spans, sentences
from auditor.checks.base import Check, Context, Example, Hit
from auditor.records import Evidence, Suggestion
from auditor.text.fusion import Fusion, Kind, split
from auditor.text.tokens import tokens

_SEPARATOR: dict[Kind, str] = {"sentence": ". ", "number+word": " ", "word+word": " ", "name+word": " "}
_MIN_CONFIDENCE = 0.7


def run(context: Context) -> Iterator[Hit]:
    """Hits on tokens of the body that fall into two words; names with something stuck to them are TA101's."""
    reading = context.reading
    names = frozenset(word.text for m in reading.mentions for word in tokens(m.text) if word.text[0].isupper())
    skip = mention_spans(m for m in reading.mentions if m.type in ("org", "vehicle", "mission"))
    for sentence in sentences(reading):
        for token in sentence.tokens:
            if len(token.text) < 5 or token.text.islower() or context.lexicon.known(token.text):
                continue
            if skip.hits(token.start, token.end) or in_address(reading.text, token):
                continue
            found = split(token.text, names - {token.text}, reading.language, context.lexicon)
            if found and found.kind in _SEPARATOR and not found.foreign and found.confidence >= _MIN_CONFIDENCE:
                yield _hit(token.start, token.end, token.text, found)


def _hit(start: int, end: int, token: str, found: Fusion) -> Hit:
    left, right = (part.text for part in found.parts)
    text = f"{left}{_SEPARATOR[found.kind]}{right}"
    return Hit(
        start=start,
        end=end,
        args={"token": token, "left": left, "right": right},
        suggestions=(Suggestion(text=text),),
        evidence=(Evidence(kind="lexicon", text=f"no word list has “{token}”; it has “{left}” and “{right}”"),),
    )


TA102 = Check(
    id="TA102",
    slug="fused-words",
    title="Two words run together",
    mqm="design-markup/character-formatting",
    severity="minor",
    why="A missing break glues two sentences, or a name or figure to a word: the seam of a page was lost on the way.",
    message="“{token}” is “{left}” and “{right}” run together",
    run=run,
    examples=(
        Example(kind="bad", text="The flood reached the old ⟦harbourThe⟧ mayor asked residents to leave their homes."),
        Example(kind="bad", text="The festival was founded in ⟦2014The⟧ next edition opens in the spring."),
        Example(
            kind="bad",
            text="Maria Costa opened the fair. It was ⟦Costawhich⟧ the visitors came to see.",
            fixed="Maria Costa opened the fair. It was Costa which the visitors came to see.",
        ),
        Example(kind="good", text="She posted the clip on YouTube and paid with PayPal on her iPhone."),
        Example(kind="limit", text="The flood reached ⟦theharbour⟧ before the mayor asked residents to leave."),
    ),
    sources=("MQM design-markup; CLDR 45 segmentation of words (UAX 29) gives the tokens",),
    limits=("Words run together in lower case are not seen; a name with a word of another language is TA101.",),
)
