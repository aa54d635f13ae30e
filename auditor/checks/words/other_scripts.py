"""TA202: words in another script that were left in copy of Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import quoted
from auditor.checks.words.latin_names import CYRILLIC, latin_persons
from auditor.reading.article import Block
from auditor.text.language import written_in

# Hebrew, Arabic, the scripts of India, Thai and Lao, Georgian, Hangul, kana, Han (Unicode, Blocks.txt). Greek and
# Cyrillic words are judged by the lexicon (TA201) and by look-alikes (TX104).
_LETTERS = (
    r"\u0590-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff\u10a0-\u10ff\u1100-\u11ff\u3041-\u30ff\u3400-\u9fff"
    r"\uac00-\ud7af"
)
_RUN = re.compile(rf"[{_LETTERS}]+(?:[ \u200c\u200d][{_LETTERS}]+)*")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ANNOUNCED = re.compile(r"[:：]\s*\Z")
_GLOSS = re.compile(r"\s?[(（\[]")
_TOLD = re.compile(r"\b(?:means|meaning|called|named|words?|written|spelled|reads?|says|as|characters?|letters?)\s$")
_OPENING = frozenset("(（[【「『《“‘\"'@#/_=")
_FEWEST = 2  # letters; one alone is a symbol
_LINE, _COPY = 4, 10  # letters of a whole line, and how many times as many Latin ones the copy has
_SHOWN = 40  # characters of a line that the message shows
_WEIGHT = 2.0  # nats for the languages of the script
_AROUND = 60  # characters in which a bracket opens or closes around the words
_NAMES = {"cjk": "Chinese characters", "hiragana": "Japanese", "katakana": "Japanese", "hangul": "Korean"}


def run(context: Context) -> Iterator[Hit]:
    """Runs of another script in body text that is mostly Latin, neither quoted, bracketed nor explained."""
    text = context.reading.text
    if context.reading.base in CYRILLIC:
        for start, end in latin_persons(context.reading):
            args = {"words": text[start:end], "script": "Latin letters"}
            yield Hit(start=start, end=end, args=args, severity="minor", weight=1.0)
    if text.isascii() or not _RUN.search("".join(context.reading.characters)):
        return
    quotes, latin = quoted(context.reading), len(_LATIN.findall(text))
    for block in context.reading.layout.blocks:
        if block.kind not in ("body", "list", "subhead"):
            continue
        own = text[block.start : block.end]
        found = [m for m in _RUN.finditer(own) if len(m[0]) >= _FEWEST]
        if found and sum(len(m[0]) for m in found) * 2 > len(_LATIN.findall(own)):
            yield from _line(context, block, found, latin)
            continue
        for m in found:
            start, end = block.start + m.start(), block.start + m.end()
            if not quotes.hits(start, end) and not _explained(own, m.start(), m.end()):
                yield _hit(start, end, m[0], m[0])


def _line(context: Context, block: Block, found: list[re.Match[str]], latin: int) -> Iterator[Hit]:
    """A whole line of another script, that nothing announces and no mark holds; ``latin``: letters of the copy."""
    text = context.reading.text
    own = text[block.start : block.end]
    letters = sum(len(m[0]) for m in found)
    if letters < _LINE or _ANNOUNCED.search(text, max(0, block.start - _AROUND), block.start):
        return
    if own[0] in _OPENING or latin < _COPY * letters:
        return
    start, end = block.start + found[0].start(), block.start + found[-1].end()
    if not quoted(context.reading).hits(start, end) and not _explained(own, found[0].start(), found[-1].end()):
        yield _hit(start, end, text[start : min(end, start + _SHOWN)], "".join(m[0] for m in found))


def _hit(start: int, end: int, shown: str, words: str) -> Hit:
    """``shown``: what the message says of the words."""
    languages = ", ".join(written_in(words))
    args = {"words": shown, "script": _script(words), "languages": languages}
    return Hit(start=start, end=end, args=args, weight=_WEIGHT)


def _explained(text: str, start: int, end: int) -> bool:
    """True when the words stand in brackets or marks, before a gloss, or after a word that announces them."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if before and before[-1] in _OPENING:
        return True
    opened = max(before.rfind(mark) for mark in "(（[【")
    closed = max(before.rfind(mark) for mark in ")）]】")
    return opened > closed or bool(_GLOSS.match(after) or _TOLD.search(before))


def _script(words: str) -> str:
    name = unicodedata.name(words[0], "another script").split()[0].lower()
    return _NAMES.get(name, name.capitalize())


CHECKS: tuple[Check, ...] = (
    Check(
        id="TA202",
        slug="other-script",
        title="Words of another script left in the text",
        mqm="accuracy/untranslated",
        severity="major",
        why="Most readers can neither read nor say them; on scraped pages they are leavings of the source, or "
        "advertising that was put into the text.",
        message="“{words}” is written in {script}, and nothing explains it",
        run=run,
        languages=("en", "de", "fr", "es", "it", "nl", "pl", *CYRILLIC),
        examples=(
            Example(
                kind="bad",
                text="The side lost again on Friday, and the coach had nothing to say after it. ⟦온라인상점⟧",
            ),
            Example(kind="bad", text="The temple bell rang at noon.⟦安全⟧ Visitors left the town by the west gate."),
            Example(
                kind="bad",
                text="The fans wrote to the group after the concert, and the agency answered at once.\n\n"
                "⟦我真的很喜欢这首歌⟧\n\nThe singer thanked those who had come, and promised to be back in spring.",
            ),
            Example(
                kind="bad",
                text="Мост открыл вчера министр транспорта ⟦Paul Martin⟧, который приехал из столицы.",
                lang="ru",
            ),
            Example(
                kind="good",
                text="Министр показал музей, где висит картина Claude Monet и играет Pink Floyd.",
                lang="ru",
            ),
            Example(
                kind="good",
                text="The dish (비빔밥) is served hot; the word 先生 means teacher; he cried “加油” twice.",
            ),
            Example(kind="good", text="李小明 (Li Xiaoming) opened the shop in May, and it is full every day at noon."),
        ),
        limits=("A name given in its own script without brackets or marks is taken for a leaving.",),
        sources=("The Unicode Standard, Blocks.txt and Scripts.txt",),
    ),
)
