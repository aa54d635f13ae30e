"""QT: what happens to quoted words on their way."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit, LinkedQuote
from auditor.reading.article import QuoteMention
from auditor.records import Evidence, Place
from auditor.text.tokens import tokens

NEAR = 90.0  # chrF2 from which two quotes are as good as the same
_RUN = 5  # words in a row that stand in both
_COMMON, _UNKNOWN = 6.0, 3.0  # zipf of a word that says nothing, and of one that the lexicon does not have
_TELLING = 4.5  # what the words must weigh together
_ATLAS = (
    "The library of Ostend showed a rare atlas on March 3.\n\nThe atlas {words}, librarian Anna Vermeulen said.\n\n"
    "A courier will bring the atlas back to Ghent on March 9."
)


def quote_wording(context: Context) -> Iterator[Hit]:
    """Quotes that a sibling quotes in other words; one hit for each, against the farthest wording."""
    worst: dict[QuoteMention, LinkedQuote] = {}
    for link in context.quotes:
        held = worst.get(link.here)
        if not link.one_language or link.speakers or "indirect" in (link.here.kind, link.there.kind):
            continue  # reported speech and translations promise no wording
        if link.chrf < NEAR and link.kind != "same words" and (held is None or link.chrf < held.chrf):
            worst[link.here] = link
    for here, link in worst.items():
        there = link.there
        yield Hit(
            start=here.start,
            end=here.end,
            args={"sibling": link.article, "chrf": f"{link.chrf:.0f}", "speaker": here.speaker or "The speaker"},
            evidence=(
                Evidence(
                    kind="sibling",
                    text=f"{link.article} has: {there.text}",
                    article=link.article,
                    start=there.start,
                    end=there.end,
                ),
                *(Evidence(kind="difference", text=change) for change in link.changed),
            ),
            counterpart=Place(article=link.article, start=there.start, end=there.end),
        )


def quote_speaker(context: Context) -> Iterator[Hit]:
    """Words that a sibling puts into another mouth."""
    seen: set[QuoteMention] = set()
    for link in sorted(context.quotes, key=lambda link: (not link.one_language, link.article, link.there.start)):
        if link.speakers is None or link.here in seen:
            continue
        seen.add(link.here)
        here, there = link.here, link.there
        yield Hit(
            start=here.start,
            end=here.end,
            args={"sibling": link.article, "speaker": link.speakers[0], "other": link.speakers[1]},
            evidence=(
                Evidence(
                    kind="sibling",
                    text=f"{link.article} has {link.speakers[1]} say: {there.text}",
                    article=link.article,
                    start=there.start,
                    end=there.end,
                ),
            ),
            counterpart=Place(article=link.article, start=there.start, end=there.end),
        )


def marks_dropped(context: Context) -> Iterator[Hit]:
    """Words that a sibling quotes and this article gives, word for word, as its own."""
    if not context.siblings:
        return
    reading = context.reading
    words = [token.text.casefold() for token in reading.tokens]
    first: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - _RUN + 1):
        first.setdefault(tuple(words[at : at + _RUN]), []).append(at)
    quoted = [(q.start, q.end) for q in reading.quotes if q.kind != "indirect"]
    seen: set[int] = set()
    for sibling in context.siblings if first else ():
        for quote in sibling.quotes if sibling.base == reading.base else ():
            row = [token.text.casefold() for token in tokens(quote.text)]
            for at in first.get(tuple(row[:_RUN]), ()) if quote.kind != "indirect" and _telling(row, context) else ():
                start, end = reading.tokens[at].start, reading.tokens[min(at + len(row), len(words)) - 1].end
                apart = all(e <= start or s >= end for s, e in quoted)
                if words[at : at + len(row)] == row and apart and at not in seen:
                    seen.add(at)
                    yield _unmarked(sibling.id, quote, start, end)


def _telling(row: list[str], context: Context) -> bool:
    """Whether so many and so rare words are no coincidence."""
    zipf, language = context.lexicon.zipf, context.reading.base
    return sum(max(0.0, _COMMON - (zipf(word, language) or _UNKNOWN)) for word in row) >= _TELLING


def _unmarked(article: str, quote: QuoteMention, start: int, end: int) -> Hit:
    said = f" by {quote.speaker}" if quote.speaker else ""
    return Hit(
        start=start,
        end=end,
        args={"sibling": article, "said": said},
        evidence=(
            Evidence(
                kind="sibling",
                text=f"{article} quotes{said}: {quote.text}",
                article=article,
                start=quote.start,
                end=quote.end,
            ),
        ),
        counterpart=Place(article=article, start=quote.start, end=quote.end),
    )


_VOTE = (
    "The council of Ostend voted on the new quay on March 3.\n\n"
    '"{mark}The new quay will bring the herring boats back into the old town,{end}" said {name}, who had waited for '
    "the vote since January.\n\nHarbour master Pieter Goossens and councillor Anna Vermeulen had quarrelled over it."
)
CHECKS = (
    Check(
        id="QT305",
        slug="quote-marks-dropped",
        title="A sibling has these words between quotation marks",
        mqm="accuracy/omission",
        severity="neutral",
        scope="story",
        why="Words that a source said become the paper's own when the marks are lost, and the other way round a "
        "paraphrase becomes a quotation.",
        message="given as the paper's own words; {sibling} quotes them{said}",
        run=marks_dropped,
        sources=("The Associated Press Stylebook, quotations in the news",),
        examples=(
            Example(
                kind="bad",
                text=_ATLAS.format(words="is ⟦bound in the skin of a drowned walrus⟧"),
                siblings=(_ATLAS.format(words='is "bound in the skin of a drowned walrus"'),),
            ),
            Example(
                kind="good",
                text=_ATLAS.format(words='is "bound in the skin of a drowned walrus"'),
                siblings=(_ATLAS.format(words='is "bound in the skin of a drowned walrus"'),),
            ),
        ),
    ),
    Check(
        id="QT302",
        slug="quote-speaker",
        title="Two articles put the same words into two mouths",
        mqm="accuracy/mistranslation",
        severity="major",
        scope="story",
        why="When speakers are merged on the way, a person is quoted with words that somebody else said.",
        message="said here by {speaker}, in {sibling} by {other}",
        run=quote_speaker,
        sources=("Reuters Handbook of Journalism, quotes: never attribute a quote to the wrong person",),
        examples=(
            Example(
                kind="bad",
                text=_VOTE.format(mark="⟦", end="⟧", name="Pieter Goossens"),
                siblings=(_VOTE.format(mark="", end="", name="Anna Vermeulen"),),
            ),
            Example(
                kind="good",
                text=_VOTE.format(mark="", end="", name="Pieter Goossens"),
                siblings=(_VOTE.format(mark="", end="", name="Pieter Goossens"),),
            ),
        ),
    ),
    Check(
        id="QT301",
        slug="quote-wording",
        title="A quote stands in other words in another article",
        mqm="accuracy/mistranslation",
        severity="minor",
        scope="story",
        why="Quotation marks promise the words that were said. When two articles give one utterance in other words, at "
        "least one of them quotes a translation or a paraphrase.",
        message="{speaker} is quoted in other words in {sibling} (chrF2 {chrf})",
        run=quote_wording,
        sources=("Popović 2015, chrF: character n-gram F-score for automatic MT evaluation, WMT 2015",),
        status="stable",
        examples=(
            Example(
                kind="bad",
                text='The harbour board met in Ostend on March 3.\n\n"⟦The new quay is the best answer to the storms '
                'of this coast,⟧" said harbour master Pieter Goossens.\n\nThe quay in Ostend will open on May 12.',
                siblings=(
                    "The harbour board met in Ostend on March 3.\n\nHarbour master Pieter Goossens called the new quay "
                    '"the best solution for the storms of the coast".\n\nThe quay in Ostend will open on May 12.',
                ),
            ),
            Example(
                kind="good",
                text='"The new quay will open in May," said harbour master Pieter Goossens in Ostend.',
                siblings=('"The new quay will open in May," said harbour master Pieter Goossens in Ostend.',),
            ),
        ),
    ),
)
