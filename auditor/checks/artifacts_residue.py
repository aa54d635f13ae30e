"""TA201: words of another language left in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from auditor.checks.artifacts_spans import Sentence, Spans, in_address, mention_spans, sentences
from auditor.checks.base import Check, Context, Example, Hit
from auditor.packs import data_path, load_tsv
from auditor.records import Evidence, Severity
from auditor.text.lexicon import LANGUAGES, SCALE, Lexicon
from auditor.text.words import function_words, owners

_OWN_MAX = round(2.5 * SCALE)  # a word that the text's language uses more than this is its own
_THEIRS_MIN = round(4.0 * SCALE)
_GAP = round(2.2 * SCALE)
_CLOSED_GAP = round(2.5 * SCALE)
_WIDE_GAP = round(3.3 * SCALE)  # for a function word that stands alone and is seen in the text's language too (und)


class Word(msgspec.Struct, frozen=True):
    """A token that another language owns; ``closed`` when it is of that language's closed classes.

    ``sure``: it betrays its language even when it stands alone.
    """

    index: int
    language: str
    closed: bool
    sure: bool


@cache
def loans() -> frozenset[str]:
    """Words that copy uses as its own or quotes as names of things, whatever the frequency lists say."""
    rows = load_tsv(data_path("allow", "loan_words.tsv"), ("word", "language", "why"))
    return frozenset(row["word"] for row in rows)


def run(context: Context) -> Iterator[Hit]:
    """Hits on runs of foreign words outside names and quotation marks."""
    reading, lexicon = context.reading, context.lexicon
    language = reading.language.split("-")[0]
    if language not in function_words():
        return
    names = mention_spans(reading.mentions)
    for sentence in sentences(reading):
        if sentence.segment.language in (None, language, reading.language):
            words = list(_foreign(sentence, language, lexicon, names, reading.text))
            if words and len(words) * 2 <= len(sentence.tokens) + 2:
                for run_ in _runs(sentence, words):
                    if hit := _judge(sentence, run_, language, reading.text, lexicon):
                        yield hit


def _foreign(sentence: Sentence, language: str, lexicon: Lexicon, names: Spans, text: str) -> Iterator[Word]:
    own = LANGUAGES.index(language)
    for index, (token, word) in enumerate(zip(sentence.tokens, sentence.words, strict=True)):
        if len(word) < 2 or sentence.quoted[index] or not word[0].isalpha():
            continue
        row = lexicon.row(word)
        most = max(row)
        if most < _THEIRS_MIN or most - row[own] < _GAP:
            continue
        found = _classify(word, row, own, token.text)
        if found and word not in loans() and not names.hits(token.start, token.end) and not in_address(text, token):
            yield Word(index, *found)


@cache
def _closed(kind: str) -> dict[str, tuple[str, ...]]:
    return {word.lower(): codes for word, codes in owners(kind).items()}


def _classify(word: str, row: bytes, own: int, text: str) -> tuple[str, bool, bool] | None:
    """Language, closed, sure of a foreign word; ``None`` for what may well be a name or loan."""
    for kind in ("residue", "calendar", "titles"):
        codes = [c for c in _closed(kind).get(word, ()) if c != LANGUAGES[own]]
        best = max(codes, key=lambda c: (row[LANGUAGES.index(c)], c), default=None)
        if best:
            gap = row[LANGUAGES.index(best)] - row[own]
            if gap >= _CLOSED_GAP:
                return best, True, gap >= _WIDE_GAP or row[own] <= _OWN_MAX
    best_index = max(range(len(row)), key=row.__getitem__)
    if row[own] > _OWN_MAX or LANGUAGES[best_index] == "en":
        return None
    if text[0].isupper() and LANGUAGES[best_index] != "de":
        return None
    return LANGUAGES[best_index], False, len(word) >= 5


def _runs(sentence: Sentence, words: Sequence[Word]) -> Iterator[list[Word]]:
    """Neighbouring foreign words of one language, as runs."""
    run_: list[Word] = []
    for word in words:
        if run_ and (word.index != run_[-1].index + 1 or word.language != run_[-1].language):
            yield run_
            run_ = []
        run_.append(word)
    if run_:
        yield run_


def _judge(sentence: Sentence, run_: list[Word], language: str, text: str, lexicon: Lexicon) -> Hit | None:
    first, last = run_[0].index, run_[-1].index
    tokens = sentence.tokens
    if _beside_name(sentence, first, last, text):
        return None
    if len(run_) == 1 and not (run_[0].sure and _alone(sentence, run_[0])):
        return None
    if len(run_) > 8:
        return None
    start, end = tokens[first].start, tokens[last].end
    code = run_[0].language
    shown = text[start:end]
    severity: Severity = "major" if len(run_) > 1 or run_[0].closed else "minor"
    word = tokens[first].text
    figures = f"{lexicon.zipf(word, code):.1f} in {code}, {lexicon.zipf(word, language):.1f} in {language}"
    return Hit(
        start=start,
        end=end,
        args={"words": shown, "language": code},
        evidence=(Evidence(kind="lexicon", text=f"“{word}” has zipf frequency {figures}"),),
        severity=severity,
        points_to=code,
        weight=2.5 + 0.5 * min(3, len(run_) - 1),
    )


def _alone(sentence: Sentence, word: Word) -> bool:
    """A single word counts when it is no name: in lower case, or a noun or function word after a lower-case word."""
    token = sentence.tokens[word.index]
    if token.text[0].islower():
        return len(token.text) >= 3
    return word.index > 0 and sentence.tokens[word.index - 1].text.islower() and len(token.text) >= 4


def _beside_name(sentence: Sentence, first: int, last: int, text: str) -> bool:
    """True where a capitalised or numbered neighbour may make the run part of a foreign name or title."""
    tokens = sentence.tokens
    before = tokens[first - 1] if first else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if before and _close(text, before.end, tokens[first].start) and before.text[:1].isupper() and first > 1:
        return True
    return bool(after and _close(text, tokens[last].end, after.start) and after.text[:1].isupper())


def _close(text: str, start: int, end: int) -> bool:
    return text[start:end].strip(" -–’'") == ""


TA201 = Check(
    id="TA201",
    slug="source-word",
    title="A word of another language left in the text",
    mqm="accuracy/untranslated",
    severity="major",
    why="Words of the source language that survive in the copy stop the reader and show that nobody read it through.",
    message="“{words}” is {language}, left untranslated",
    run=run,
    examples=(
        Example(kind="bad", text="The mayor said ⟦und⟧ the council agreed that the bridge would close."),
        Example(kind="bad", text="The repairs will take until the end of ⟦juillet⟧ at least, the town hall said."),
        Example(kind="good", text="The chef serves sauerkraut, a soupe du jour and gazpacho in his new restaurant."),
        Example(kind="good", text="He read “Die Zeit und das Wetter” aloud before the concert in the town hall."),
    ),
    sources=("wordfreq 3 frequency lists (Speer 2022)", "closed classes: data/languages/function_words.toml"),
    false_alarms="to be measured",
)
