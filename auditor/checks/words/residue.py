"""TA201: words of another language left in the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

import msgspec

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import Sentence, Spans, in_address, mention_spans, sentences
from auditor.checks.words.residue_dates import foreign_abbreviations, foreign_dates, foreign_labels
from auditor.checks.words.residue_glosses import glosses
from auditor.checks.words.residue_joins import joined
from auditor.checks.words.residue_left import left_words
from auditor.checks.words.residue_lone import amid, english_days, english_titles, english_words
from auditor.checks.words.residue_nouns import left
from auditor.checks.words.residue_rare import rare
from auditor.checks.words.residue_titles import titled, told_by_form
from auditor.checks.words.residue_words import (
    STRANGE,
    THEIRS_MIN,
    classify,
    function_word,
    is_cyrillic,
    is_foreign,
    is_own_name,
    may_be_name,
)
from auditor.entities.wording import language_name
from auditor.records import Evidence
from auditor.text.lexicon import LANGUAGES, Lexicon
from auditor.text.traits import plain
from auditor.text.words import function_words, loans

_ENGLISH, _GERMAN = LANGUAGES.index("en"), LANGUAGES.index("de")
_CYRILLIC = ("ru", "uk")
_BEYOND_LATIN = "\u0370"  # first letter of the Greek block, behind which Cyrillic stands
_OTHERS = ("CYRIL", "GREEK")
_LONGEST = 8  # words; a longer run is a quotation or a paragraph of its own
_OPENING, _CLOSING = frozenset("(‘'*_["), frozenset(")’'*_]")


class Word(msgspec.Struct, frozen=True):
    """A token that other languages own. ``closed``: it is of a closed class of one of them.

    ``strength``: 2 betrays its language even when it stands alone, 1 in a run, 0 only beside stronger ones.
    """

    index: int
    row: bytes
    closed: bool
    strength: int


def run(context: Context) -> Iterator[Hit]:
    """Hits on runs of foreign words outside names and quotation marks."""
    reading, lexicon = context.reading, context.lexicon
    language = reading.base
    if language not in function_words() or language not in LANGUAGES:
        return
    own, names = LANGUAGES.index(language), mention_spans(reading.mentions)
    strange = frozenset(map(plain, reading.traits.having(STRANGE[language])))
    for sentence in sentences(reading):
        if sentence.segment.language in (None, language, reading.language) and not strange.isdisjoint(sentence.words):
            words = list(_foreign(sentence, own, lexicon, names, reading.text))
            if words and len(words) * 2 <= len(sentence.tokens) + 2:
                for run_ in _runs(words):
                    if hit := _judge(sentence, run_, own, reading.text):
                        yield hit
    if own != _ENGLISH:
        yield from english_days(context)
        yield from english_titles(context)
        yield from english_words(context)
    else:
        yield from left_words(context)
        yield from glosses(context)
        yield from joined(context)
        yield from left(context)
        yield from titled(context)
        yield from told_by_form(context)
        yield from foreign_dates(context)
        yield from foreign_labels(context)
        yield from foreign_abbreviations(context)
        yield from (hit for hit in rare(context) if context.reading.text[hit.start : hit.end] not in loans())


def _foreign(sentence: Sentence, own: int, lexicon: Lexicon, names: Spans, text: str) -> Iterator[Word]:
    for index, (token, word) in enumerate(zip(sentence.tokens, sentence.words, strict=True)):
        if sentence.quoted[index] or not word[0].isalpha():
            continue
        row = lexicon.row(word)
        scripted = _of_other_script(word, own)
        if not scripted and not is_foreign(word, row, own, lower=token.text.islower()):
            continue
        if word in loans() or unicodedata.combining(text[token.end : token.end + 1] or " "):
            continue
        if (scripted or not names.hits(token.start, token.end)) and not in_address(text, token):
            closed, strength = classify(word, row, own, token.text)
            whole = scripted and is_cyrillic(word, sentence.words[index - 1] if index else "")
            yield Word(index, row, closed, 2 if whole else strength)


def _of_other_script(word: str, own: int) -> bool:
    """True for a Greek or Cyrillic word in copy of Latin letters."""
    return word[0] >= _BEYOND_LATIN and LANGUAGES[own] not in _CYRILLIC and unicodedata.name(word[0], "")[:5] in _OTHERS


def _runs(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Neighbouring foreign words, as runs."""
    run_: list[Word] = []
    for word in words:
        if run_ and word.index != run_[-1].index + 1:
            yield run_
            run_ = []
        run_.append(word)
    if run_:
        yield run_


def _judge(sentence: Sentence, run_: list[Word], own: int, text: str) -> Hit | None:
    """The run as a hit, unless it may be part of a name, or is too weak or too long to be a slip."""
    first, last = run_[0].index, run_[-1].index
    plain = own != _ENGLISH and len(run_) == 1 and amid(sentence, first, text, own)
    strongest = 2 if plain else max(word.strength for word in run_)
    if strongest == 0 or len(run_) > _LONGEST:
        return None
    if (
        not plain
        and _beside_name(sentence, first, last, text, own)
        and not (own == _ENGLISH and _joins_own(sentence, run_))
    ):
        return None
    if _meant(text, sentence.tokens[first].start, sentence.tokens[last].end):
        return None
    scripted = _of_other_script(sentence.words[first], own)
    if len(run_) == 1 and not (plain or (strongest == 2 and (scripted or _alone(sentence, first)))):
        return None
    sums = [sum(word.row[k] for word in run_) if k != own else 0 for k in range(len(LANGUAGES))]
    theirs = max(range(len(sums)), key=sums.__getitem__)
    if len(run_) > 1 and not scripted and any(word.row[theirs] < THEIRS_MIN for word in run_):
        return None
    start, end = sentence.tokens[first].start, sentence.tokens[last].end
    code, word = LANGUAGES[theirs], sentence.tokens[max(run_, key=lambda w: (w.strength, -w.index)).index].text
    strong = len(run_) > 1 or run_[0].closed
    return Hit(
        start=start,
        end=end,
        args={"words": text[start:end], "language": language_name(code)},
        evidence=(Evidence(kind="lexicon", text=f"“{word}” is a word of {language_name(code)}, not of this text"),),
        severity="major" if strong else "minor",
        points_to=code,
        weight=2.5 + 0.5 * min(3, len(run_) - 1) if strong else 1.2,
    )


def _meant(text: str, start: int, end: int) -> bool:
    """True for a term that the writer uses on purpose: explained in brackets, in brackets itself, in single quotes."""
    before, after = text[max(0, start - 1) : start], text[end : end + 2]
    return after == " (" or before in _OPENING or after[:1] in _CLOSING


def _alone(sentence: Sentence, index: int) -> bool:
    """A single word counts when it is no name: in lower case, or a noun or function word after a lower-case word."""
    token = sentence.tokens[index]
    if token.text[0].islower():
        return len(token.text) >= 3
    return index > 0 and sentence.tokens[index - 1].text.islower() and len(token.text) >= 4


def _beside_name(sentence: Sentence, first: int, last: int, text: str, own: int) -> bool:
    """True where a capitalised or numbered neighbour may make the run part of a foreign name or title."""
    tokens = sentence.tokens
    if _of_other_script(tokens[first].text, own):
        return False
    nouns = own == _GERMAN
    before = tokens[first - 1] if first else None
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if before and _close(text, before.end, tokens[first].start) and may_be_name(before.text, nouns) and first > 1:
        return not (after and function_word(after.text))
    return bool(after and _close(text, tokens[last].end, after.start) and may_be_name(after.text, nouns))


def _joins_own(sentence: Sentence, run_: list[Word]) -> bool:
    """A function word of another language beside a country or people of English: ``Russia und Belarus``."""
    word, at = run_[0], run_[0].index
    near = (*sentence.words[max(0, at - 1) : at], *sentence.words[at + 1 : at + 2])
    return len(run_) == 1 and word.closed and any(is_own_name(other, word.row) for other in near)


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
        Example(
            kind="bad",
            text="The bridge will be closed on ⟦12. Januar 2023⟧ for repairs, the town hall said.",
            fixed="The bridge will be closed on 12 January 2023 for repairs, the town hall said.",
        ),
        Example(
            kind="bad",
            text="The town will close roads, ⟦z.B.⟧ the old bridge, the mayor said on Monday.",
            fixed="The town will close roads, for example the old bridge, the mayor said on Monday.",
        ),
        Example(kind="bad", text="⟦Quelle⟧: town hall\n\nThe bridge will be closed for repairs, the town hall said."),
        Example(kind="bad", text="The operator will invest 3 ⟦Milliarden⟧ euros in trains, the company said."),
        Example(
            kind="bad",
            text="The driver fled on foot, and the ⟦Feuerwehr⟧ was called to the old mill at noon.",
        ),
        Example(
            kind="bad",
            text="The interview ⟦[du suspect]⟧ lasted three hours, and the lawyer kept silent after it.",
        ),
        Example(
            kind="bad",
            text="Der Sprecher teilte am Abend mit, dass ⟦the company⟧ die Halle im Herbst schließen wird.",
            lang="de",
        ),
        Example(
            kind="bad",
            text="Роботи на мосту триватимуть до ⟦декабря⟧, повідомили вчора в міській раді міста.",
            lang="uk",
        ),
        Example(
            kind="bad",
            text="Pierre Lambert spoke on Monday. ⟦M⟧. Lambert said in the town hall that the bridge will be closed.",
        ),
        Example(kind="bad", text="The bridge will be closed, the deputy mayor, ⟦Mme⟧ Lambert, said on Monday evening."),
        Example(
            kind="bad",
            text="The car stopped on the ⟦abfädelspur⟧ of the road to the old harbour, a witness said.",
        ),
        Example(kind="bad", text="A spokesman for the ⟦Regierung⟧ in the capital said that the bridge was old."),
        Example(kind="bad", text="The bridge, of which ⟦tzv.⟧ piles are left, was opened on 3 May."),
        Example(kind="bad", text="The bridge was named after ⟦generale⟧ Cialdini, who came from the town."),
        Example(kind="bad", text="The opening ⟦del⟧ bridge took place at dawn, the town hall said."),
        Example(kind="bad", text="The bridge between Russia ⟦und⟧ China was opened at dawn, the town hall said."),
        Example(kind="bad", text="The mayor stands on the old bridge on Monday. (⟦Symbolbild⟧)"),
        Example(kind="bad", text="The bridge was opened in 1999 ⟦godine⟧, but it was never painted."),
        Example(kind="good", text="The meal was on par with lunch, a la carte, and the de facto chef de mission ate."),
        Example(kind="good", text="Das Album heißt End of the Road, der Titel The Wall lief im Radio.", lang="de"),
        Example(
            kind="good", text="The lake holds gymnocypris przewalskii; the chef serves sauerkraut and a soupe du jour."
        ),
        Example(kind="good", text="The maisons (houses) of the village are painted in bright colours every spring."),
        Example(kind="good", text="He read “Die Zeit und das Wetter” aloud before the concert in the town hall."),
    ),
    sources=("wordfreq 3 frequency lists (Speer 2022)", "closed classes: data/languages/function_words.toml"),
)

CHECKS: tuple[Check, ...] = (TA201,)
