"""What siblings tell otherwise in substance: denied, left open, or said on nobody's word."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit, LinkedQuote, LinkedStatement, Shift
from auditor.reading.article import Span
from auditor.records import Evidence, Place

_SHOWN = 160  # characters of the sibling's words in the evidence


def _statements(context: Context, shift: Shift) -> Iterator[Hit]:
    """One hit for each sentence, against the first sibling in its own language, else the first."""
    seen: set[tuple[int, int]] = set()
    rows = [link for link in context.statements if link.shift == shift]
    for link in sorted(rows, key=lambda link: (not link.one_language, link.article)):
        if shift == "attribution" and link.cue is not None:
            continue  # the fault is with the one that names nobody
        span = link.cue or link.here
        if (link.here.start, link.here.end) not in seen:
            seen.add((link.here.start, link.here.end))
            yield _hit(span, link)


def _hit(span: Span, link: LinkedStatement) -> Hit:
    cue = link.cue_there
    start = link.there.start
    word = link.text_there[cue.start - start : cue.end - start] if cue else ""
    return Hit(
        start=span.start,
        end=span.end,
        args={"sibling": link.article, "cue": word, "how": f"has “{word}”" if word else "has no such word"},
        evidence=(_evidence(link.article, link.text_there, link.there.start, link.there.end),),
        counterpart=Place(article=link.article, start=link.there.start, end=link.there.end),
    )


def _evidence(article: str, text: str, start: int, end: int) -> Evidence:
    shown = " ".join(text.split())
    shown = shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1].rstrip() + "…"
    return Evidence(kind="sibling", text=f"{article} has: {shown}", article=article, start=start, end=end)


def _quotes(context: Context, shift: Shift) -> Iterator[Hit]:
    seen: set[tuple[int, int]] = set()
    rows = [link for link in context.quotes if shift in link.shifts]
    for link in sorted(rows, key=lambda link: (not link.one_language, link.article, link.there.start)):
        if (link.here.start, link.here.end) not in seen:
            seen.add((link.here.start, link.here.end))
            yield _quote_hit(link, shift)


def _quote_hit(link: LinkedQuote, shift: Shift) -> Hit:
    here, there = link.here, link.there
    change = next((c.partition(": ")[2] for c in link.changed if c.startswith(shift)), "")
    return Hit(
        start=here.start,
        end=here.end,
        args={"sibling": link.article, "cue": change, "how": f"tells the quotation otherwise ({change})"},
        evidence=(_evidence(link.article, there.text, there.start, there.end),),
        counterpart=Place(article=link.article, start=there.start, end=there.end),
    )


def negation(context: Context) -> Iterator[Hit]:
    """What one article denies and a sibling says."""
    yield from _statements(context, "negation")
    yield from _quotes(context, "negation")


def modality(context: Context) -> Iterator[Hit]:
    """What one article leaves open and a sibling says outright."""
    yield from _statements(context, "modality")
    yield from _quotes(context, "modality")


def attribution(context: Context) -> Iterator[Hit]:
    """What a sibling says on somebody's word and this article as a fact."""
    yield from _statements(context, "attribution")


_FAIR = (
    "The book fair in Ostend closed on March 3 with more visitors than ever.\n\n"
    "{claim}\n\n"
    "Publisher Pieter Goossens sold every copy of his atlas on the first day of the fair in Ostend."
)
_OPENED = "The fire doors of the great hall had {word}been locked during the fair."
_SOLD = "The port will {word} the old warehouse to the publishers of the fair next spring."
_STOLEN = "A courier had stolen the rare atlas from the locked cabinet of the library."

CHECKS = (
    Check(
        id="QT303",
        slug="negation-turned",
        title="One article denies what another says",
        mqm="accuracy/mistranslation",
        severity="major",
        scope="story",
        why="A “not” that was lost or added on the way turns a statement round; both versions read well.",
        message="“{match}”: {sibling} {how}",
        run=negation,
        sources=("MQM Core, accuracy/mistranslation, themqm.org",),
        examples=(
            Example(
                kind="bad",
                text=_FAIR.format(claim=_OPENED.format(word="⟦not⟧ ")),
                siblings=(_FAIR.format(claim=_OPENED.format(word="")),),
            ),
            Example(
                kind="good",
                text=_FAIR.format(claim=_OPENED.format(word="not ")),
                siblings=(_FAIR.format(claim=_OPENED.format(word="not ")),),
            ),
        ),
        limits=("A denial told in other words (failed to, without) is not compared.",),
    ),
    Check(
        id="QT304",
        slug="modality-changed",
        title="A possibility in one article, a fact in another",
        mqm="accuracy/mistranslation",
        severity="minor",
        scope="story",
        why="Between “will” and “may” lies what a source promised; translations drop or add the doubt unnoticed.",
        message="“{match}”: {sibling} {how}",
        run=modality,
        sources=("Palmer 2001, Mood and Modality, Cambridge University Press",),
        examples=(
            Example(
                kind="bad",
                text=_FAIR.format(claim=_SOLD.replace("will {word}", "⟦might⟧ sell")),
                siblings=(_FAIR.format(claim=_SOLD.format(word="sell")),),
            ),
            Example(
                kind="good",
                text=_FAIR.format(claim=_SOLD.format(word="sell")),
                siblings=(_FAIR.format(claim=_SOLD.format(word="sell")),),
            ),
        ),
    ),
    Check(
        id="PV301",
        slug="attribution-dropped",
        title="A fact here, somebody's word in a sibling",
        mqm="accuracy/omission",
        severity="minor",
        scope="story",
        why="“According to the police” is part of the news; without it the paper itself vouches for the claim.",
        message="said as a fact; {sibling} has it on somebody's word (“{cue}”)",
        run=attribution,
        sources=("Reuters Handbook of Journalism, sourcing: attribute every statement that is open to dispute",),
        examples=(
            Example(
                kind="bad",
                text=_FAIR.format(claim=f"⟦{_STOLEN}⟧"),
                siblings=(_FAIR.format(claim=_STOLEN[:-1] + ", according to the police."),),
            ),
            Example(
                kind="good",
                text=_FAIR.format(claim=_STOLEN[:-1] + ", the police said."),
                siblings=(_FAIR.format(claim=_STOLEN[:-1] + ", according to the police."),),
            ),
        ),
        limits=("An attribution a sentence earlier that still holds is not seen.",),
    ),
)
