"""TA203: sentences of another language left in the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import groupby

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import Sentence, Spans, sentences
from auditor.checks.words.foreign_lines import foreign_lines
from auditor.entities.wording import language_name
from auditor.records import Evidence
from auditor.text.language import vote
from auditor.text.lexicon import LANGUAGES, SCALE, Lexicon
from auditor.text.words import function_words

_SHORTEST = 4  # words in lower case of a sentence that has a language of its own
_OWN = 0.2  # share of small words of the text's language from which a sentence is not looked at
_SURE = 0.9  # of the vote of these words
_FOREIGN = round(1.5 * SCALE)  # zipf by which a word must be commoner in the other language
_EVERYDAY = round(6.0 * SCALE)  # of a small word
_SHARE = 0.5  # of the words in lower case that must be so
_LINES = 8  # short lines of another language, from which the copy is in two languages on purpose
_MOST = 0.35  # share of the words from which copy with several such sentences is in two languages on purpose


def run(context: Context) -> Iterator[Hit]:
    """Runs of sentences that are in another language as a whole, outside quotation marks."""
    reading = context.reading
    own = reading.base
    if own not in LANGUAGES:
        return
    every, small = sentences(reading), _small_words(own)
    told = [_language(s, own, context.lexicon) if _strange(s, small) else None for s in every]
    there = sum(len(s.words) for s, code in zip(every, told, strict=True) if code)
    several = sum(code is not None for code in told) > 1
    if several and there > _MOST * sum(len(s.words) for s in every):
        return
    found: list[Hit] = []
    for (code, _), group in groupby(zip(told, every, strict=True), key=lambda pair: (pair[0], pair[1].segment.block)):
        if code is not None:
            run_ = [sentence for _, sentence in group]
            found.append(_hit(run_[0].segment.start, run_[-1].segment.end, code))
    told_ = Spans((hit.start, hit.end) for hit in found)
    lines = [line for line in foreign_lines(context) if not told_.hits(line[0], line[1])]
    if len(lines) <= _LINES:
        found += [_line_hit(*line) for line in lines]
    yield from sorted(found, key=lambda hit: hit.start)


@cache
def _small_words(language: str) -> frozenset[str]:
    lists = function_words().get(language)
    return frozenset((*lists.glue, *lists.residue)) if lists else frozenset()


def _is_small(word: str, own: str, lexicon: Lexicon) -> bool:
    """True for a small word of another language, which the text's language has far less."""
    row = lexicon.row(word)
    return max(row) >= _EVERYDAY and max(row) - row[LANGUAGES.index(own)] >= _FOREIGN


def _strange(sentence: Sentence, small: frozenset[str]) -> bool:
    """False for most sentences: enough of the words are small words of the text's own language."""
    return sum(map(small.__contains__, sentence.words)) < _OWN * len(sentence.words)


def _language(sentence: Sentence, own: str, lexicon: Lexicon) -> str | None:
    """The language of a whole sentence, where it is another one; None for names, quotations and few words."""
    first = sentence.tokens[0]
    small = [
        word
        for token, word, quoted in zip(sentence.tokens, sentence.words, sentence.quoted, strict=True)
        if (token.text.islower() or (token is first and _is_small(word, own, lexicon)))
        and word.isalpha()
        and not quoted
    ]
    if len(small) < _SHORTEST or len(small) * 2 < len(sentence.tokens):
        return None
    guess = vote(small, lexicon)
    if guess.code not in LANGUAGES or guess.code == own or guess.score < _SURE:
        return None
    here, there = LANGUAGES.index(own), LANGUAGES.index(guess.code)
    rows = [lexicon.row(word) for word in small]
    foreign = sum(1 for row in rows if row[there] - row[here] >= _FOREIGN)
    return guess.code if foreign >= _SHARE * len(small) else None


def _line_hit(start: int, end: int, code: str | None) -> Hit:
    language = language_name(code) if code else "in another language"
    clue = Evidence(kind="lexicon", text="none of its words is English")
    return Hit(
        start=start,
        end=end,
        args={"language": language},
        evidence=(clue,),
        points_to=code,
        weight=1.0,
        severity="minor",
    )


def _hit(start: int, end: int, code: str) -> Hit:
    language = language_name(code)
    clue = Evidence(kind="lexicon", text=f"its words are {language}")
    return Hit(start=start, end=end, args={"language": language}, evidence=(clue,), points_to=code, weight=3.0)


CHECKS: tuple[Check, ...] = (
    Check(
        id="TA203",
        slug="untranslated-passage",
        title="A sentence or more of another language left in the text",
        mqm="accuracy/untranslated",
        severity="major",
        why="A passage was left out of the translation: its readers cannot tell what it says.",
        message="this passage is {language}, left untranslated",
        run=run,
        spoils=True,
        examples=(
            Example(
                kind="bad",
                text="The mayor was tired. ⟦Der Sprecher der Stadt wollte sich dazu am Montag nicht äußern.⟧ The "
                "council will elect another mayor in May. The town hall stays open until then.",
            ),
            Example(
                kind="bad",
                text="The mayor was tired. ⟦Es ist ein schöner Tag.⟧ The council will elect another mayor in May. The "
                "town hall stays open until then.",
            ),
            Example(
                kind="bad",
                text="Der Bürgermeister war müde. ⟦The spokesman of the town did not want to comment on it.⟧ Der "
                "Gemeinderat wählt im Mai einen anderen. Das Rathaus bleibt bis dahin offen.",
                lang="de",
            ),
            Example(
                kind="bad",
                text="The mayor was tired.\n\n⟦Klicken Sie hier für mehr Informationen⟧\n\nThe council "
                "will elect another mayor in May.",
            ),
            Example(
                kind="good",
                text="The mayor was tired.\n\nCafé de Flore, Rio das Ostras\n\nThe council elects another.",
            ),
            Example(
                kind="good",
                text="The mayor was tired. “Der Sprecher der Stadt wollte sich dazu am Montag nicht äußern,” the paper "
                "wrote. The council will elect another mayor in May.",
            ),
            Example(
                kind="good",
                text="The mayor was tired.\n\nLe maire est fatigué et part en mai.\n\nThe council elects another.\n\n"
                "Le conseil en choisit un autre en mai.",
            ),
        ),
        limits=("Copy of which a third is in another language is taken for copy in two languages.",),
        sources=("wordfreq 3 frequency lists (Speer 2022)",),
    ),
)
