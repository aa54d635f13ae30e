"""Text that stands twice: paragraphs, sentences, headlines, and runs of words that were said again at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.marks import own_alternatives
from auditor.checks.marks.punctuation import body_blocks
from auditor.checks.marks.wording import never_doubled
from auditor.checks.page.echoes import echoed
from auditor.checks.page.headings import headlines, repeat, retold
from auditor.checks.page.near_twins import said_twice, stutters, twins
from auditor.checks.page.spoken_to import spoken_to
from auditor.checks.page.word_pairs import word_pairs
from auditor.checks.spans import Spans, sentences
from auditor.reading.article import Block, Reading, Span
from auditor.records import Evidence, Suggestion
from auditor.text.tokens import echoes

Gram = tuple[str, str, str, str]
"""The runs of words that are compared."""
_DOUBLE = re.compile(r"(?<![\w'’-])(\w{1,8}) (?=\1(?![\w'’-]))", re.IGNORECASE)
_NEXT = re.compile(r"\s*(\w+)")
_LISTED = 5  # letters of words that are judged by another rule if they are in no list
_MIN_REPEAT = 8  # words of a block that may be called repeated
_MIN_NEAR = 15  # the same where the words differ a little
_NEARLY = 0.75  # share of runs that two paragraphs have in common
_MIN_SENTENCE = 6  # words of a sentence that may be called repeated
_FIGURE = re.compile(r"\d[\d.,]{0,9}(?: ?%| (?:percent|million|billion))?")


def repeated(context: Context) -> Iterator[Hit]:
    """Paragraphs, headlines and sentences that stand a second time; in text order. Chats and shops say things again."""
    reading = context.reading
    if spoken_to(reading):
        return
    paragraphs = list(_paragraphs(reading))
    again = list(_sentences(reading, Spans((h.start, h.end) for h in paragraphs)))
    nearly = [repeat(reading, *pair) for pair in twins(reading, [(h.start, h.end) for h in (*paragraphs, *again)])]
    titles = list(headlines(reading))
    told = Spans((h.start, h.end) for h in (*titles, *paragraphs))
    titles += [hit for hit in retold(reading) if not told.hits(hit.start, hit.end)]
    found = [*paragraphs, *_figures(reading), *titles, *again, *nearly]
    yield from sorted(found, key=lambda hit: (hit.start, hit.end))


def _figures(reading: Reading) -> Iterator[Hit]:
    """A figure that the page had set large: it stands alone, and the next paragraph says it again."""
    blocks = [block for block in reading.layout.blocks if block.kind != "excluded"]
    alone = [i for i, block in enumerate(blocks) if _FIGURE.fullmatch(reading.text, block.start, block.end)]
    for i in alone if len(alone) == 1 else ():
        block, after = blocks[i], blocks[i + 1 : i + 2]
        own = reading.text[block.start : block.end]
        told = f" {reading.text[after[0].start : after[0].end]} " if after else ""
        if after and after[0].kind == "body" and re.search(rf"(?<=[ (]){re.escape(own)}(?=[ ,;:)]|\. )", told):
            clue = Evidence(kind="layout", text="a figure alone, as pages set it large", article=reading.id)
            yield Hit(start=block.start, end=block.end, args={"what": "figure"}, evidence=(clue,))


def _paragraphs(reading: Reading) -> Iterator[Hit]:
    """Paragraphs of at least eight words that stand a second time, longer ones also when nearly word for word."""
    seen: dict[str, Span] = {}
    said: set[str] = set()
    parts: dict[Gram, Span] = {}
    waiting: list[tuple[Span, list[str]]] = []
    for block in reading.layout.blocks:
        if block.kind not in ("body", "list"):
            continue
        own = reading.text[block.start : block.end].lower()
        words = own.split()
        if len(words) < _MIN_REPEAT:
            continue
        here, heads = Span(block.start, block.end), words[:-3]
        first = seen.get(own)
        if len(words) >= _MIN_NEAR:
            # runs of words are compared only where enough of them can be known by their first words: hardly ever
            if first is None and sum(map(said.__contains__, heads)) >= _NEARLY * len(heads):
                for span, before in waiting:
                    for gram in _grams(before):
                        parts.setdefault(gram, span)
                waiting.clear()
                first = _nearly(words, parts)
            waiting.append((here, words))
            said.update(heads)
        if first:
            yield repeat(reading, block.start, block.end, "paragraph", first)
        seen.setdefault(own, here)


def _grams(words: Sequence[str]) -> Iterator[Gram]:
    return zip(words, words[1:], words[2:], words[3:], strict=False)


def _nearly(words: Sequence[str], parts: Mapping[Gram, Span]) -> Span | None:
    """The earlier paragraph with most of these runs of words, if it has nearly all."""
    shared = Counter(parts[gram] for gram in _grams(words) if gram in parts)
    best = min(shared, key=lambda span: (-shared[span], span.start), default=None)
    return best if best is not None and shared[best] >= _NEARLY * (len(words) - 3) else None


def _sentences(reading: Reading, told: Spans) -> Iterator[Hit]:
    """Sentences outside the paragraphs that are told already, that stand a second time."""
    seen: dict[tuple[str, ...], Span] = {}
    for sentence in sentences(reading):
        if len(sentence.words) < _MIN_SENTENCE:
            continue
        here = Span(sentence.segment.start, sentence.segment.end)
        first = seen.setdefault(sentence.words, here)
        if first is not here and not told.hits(here.start, here.start + 1):
            yield repeat(reading, here.start, here.end, "sentence", first)


def doubled(context: Context) -> Iterator[Hit]:
    """Function words and runs of words that stand twice in a row; words that are their own alternative."""
    words = never_doubled(context.reading.language)
    others = not context.reading.language.startswith("en")
    twice = bool(echoes(context.reading.lower))
    for block, own in body_blocks(context.reading):
        for match in _DOUBLE.finditer(own) if twice else ():
            if match[1].lower() in words and not (match[1].isupper() or (others and _thrice(own, match))):
                yield _twice(block, match.start(), match.end() + len(match[1]), match[1])
        for start, end, word in own_alternatives(own):
            yield _twice(block, start, end, word)
    if others and twice:
        listed = {word for word in words if len(word) >= _LISTED}
        yield from (
            hit for hit in echoed(context) if context.reading.text[hit.start : hit.end].split()[0] not in listed
        )
    if context.reading.base == "en":
        for start, end, word in word_pairs(context.reading):
            yield Hit(start=start, end=end, suggestions=(Suggestion(text=word),))
        if twice:
            yield from said_twice(context)
    yield from stutters(context)


def _thrice(own: str, match: re.Match[str]) -> bool:
    """Whether the word stands three times in a row, as it does where somebody insists (nie nie nie)."""
    word = match[1].lower()
    before = own[max(0, match.start() - len(word) - 1) : match.start()].lower()
    after = _NEXT.match(own, match.end() + len(word))
    return before == f"{word} " or (after is not None and after[1].lower() == word)


def _twice(block: Block, start: int, end: int, once: str) -> Hit:
    return Hit(start=block.start + start, end=block.start + end, suggestions=(Suggestion(text=once),))


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX111",
        slug="doubled-word",
        title="Words that stand twice",
        mqm="linguistic-conventions/duplication",
        severity="minor",
        why="Words between the two were lost, or two words of the source have one and the same translation.",
        message="“{match}”: once is enough",
        run=doubled,
        languages=("en", "de", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"),
        examples=(
            Example(
                kind="bad",
                text="The mayor thanked the heirs for their ⟦support and support⟧.",
                fixed="The mayor thanked the heirs for their support.",
            ),
            Example(
                kind="bad",
                text="The truth ⟦is that is⟧ expected in May, the heirs said.",
                fixed="The truth is that it is expected in May, the heirs said.",
            ),
            Example(
                kind="bad",
                text="The heirs said ⟦that that⟧ the mill would be sold.",
                fixed="The heirs said that the mill would be sold.",
            ),
            Example(
                kind="good", text="I know that that is true: people and people of Rome, support and support staff."
            ),
            Example(
                kind="bad",
                text="The mayor condemned the ⟦harassment and harassment⟧ of the heirs.",
                fixed="The mayor condemned the harassment of the heirs.",
            ),
            Example(
                kind="bad",
                text="The council closed ⟦the the⟧ bridge on Monday.",
                fixed="The council closed the bridge on Monday.",
            ),
            Example(
                kind="bad",
                text="The mayor said that the ⟦works works⟧ would end in May.",
                fixed="The mayor said that the works would end in May.",
            ),
            Example(
                kind="bad",
                text="The painting is on the wall of the ⟦flyover or flyover⟧ near the old market.",
                fixed="The painting is on the wall of the flyover near the old market.",
            ),
            Example(
                kind="bad",
                text="The mayor told the council that ⟦he would he would⟧ come back in the spring.",
                fixed="The mayor told the council that he would come back in the spring.",
            ),
            Example(
                kind="bad",
                text="La mairie a fermé ⟦le le⟧ pont lundi soir pour des travaux.",
                fixed="La mairie a fermé le pont lundi soir pour des travaux.",
                lang="fr",
            ),
            Example(
                kind="bad",
                text="Władze miasta ⟦zamknęły zamknęły⟧ stary most do końca roku.",
                fixed="Władze miasta zamknęły stary most do końca roku.",
                lang="pl",
            ),
            Example(kind="good", text="Il ponte è stato riaperto piano piano, dopo mesi e mesi.", lang="it"),
            Example(kind="good", text="Nous nous sommes vus, et vous vous en souvenez sans doute.", lang="fr"),
            Example(kind="good", text="He had had enough, and said that that was it; what it is is a shame."),
        ),
        sources=("data/checks/wording.toml",),
    ),
)
