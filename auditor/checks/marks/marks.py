"""Quotation marks and other punctuation that went wrong when copy was translated or pasted: spans, no checks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from auditor.text.lexicon import lexicon
from auditor.text.segments import segment_rules

_BACKWARDS = re.compile(
    r"“(?:(?:(?<=[.,!?…]“)|(?<=[.,!?…] “))(?=\s{0,3}$|\s[a-z])|(?<=\w“)(?=[\s.,;:!?)]|$)|(?<=\w “)(?=[,.;:!?)]))"
)
_FORWARDS = re.compile(r"”(?<![^\s(]”)(?=[^\W\d_])")
_TWICE = ("““", "””", "“”", '""')
_DOUBLED = re.compile(r"(?:““|””|“”(?=\w)|(?<=\w)“”|\"\"(?=\w)|(?<=[\w.!?,])\"\")")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[‘`´](?=(?:s|t|re|ve|ll|d|m)\b)")
_GERMAN = re.compile(r"„[^„\n]{1,400}?[“”\"]|,,(?=[^\W\d_])[^„\n]{1,400}?[“”\"]")
_GUILLEMETS = re.compile(r"«[^«»\n]{1,400}»|»[^«»\n]{1,400}«|‹[^‹›\n]{1,400}›|<<[^<>\n]{1,400}>>")
_UNLIKE = re.compile(r"(?<![\w\"“”])\"(?=\w| \w)[^\"“”\n]{1,300}(”)|“[^\"“”\n]{1,300}[\w.,!?…](\")(?=[\s.,;:!?)]|$)")
_TYPED = re.compile(r"(?<![\w'`])(?:''|``?|’’)(?=[^\W\d_][^'`’\n]{1,200}(?:''|``?|’’)(?=[\s.,;:!?)]|$))")
_INNER_OPEN = re.compile(r"“ (?=\w)")
_INNER_CLOSE = re.compile(r" ”(?<=[\w.,!?…] ”)(?=[\s.,;:!?)]|$)")
_CLOSES_ASIDE = re.compile(r"[a-z]-(?= [a-z]|,)")
ASIDE = 200  # characters of what stands between hyphens as if they were dashes
_LOOSE_HYPHEN = re.compile(r"(?<![\w-])[^\W_]{1,20} -[a-z]{2,20}(?: -[a-z]{2,20})?(?![\w’'-])")
_CLUSTER = re.compile(r"[,.;:!?]{2,3}(?=\s|$)")
_TWO_MARKS = re.compile(r"[,.;:!?]{2}")
_NEVER = frozenset([",,", ",,,", ",.", "..", ";,", ",;", ":,", ":.", "?.", "!."])
_OWN = re.compile(
    r"(?<![\w'’-])([a-z]{3,20}) or "
    r"(?=\1(?:[,.;:)]|$| (?:and|at|by|for|from|has|in|is|near|of|on|that|to|was|which|with)\b))"
)
_GLOSSED = re.compile(r"(?<![\w'’-])([a-z]{3,20}) \((?=\1\))")
_SMALL = r"a-zß-ÿāăąćčďđēęěğģīįıķļłńňőœřśşšţťūůűųźżžа-яёєіїґ"
_GLUED = re.compile(
    r"[,;.!?](?=[A-Za-zÀ-žЀ-ҁҐґ])"  # one class of characters first: found at once
    rf"(?:(?<=[{_SMALL}]{{3}}[,;])(?=.[{_SMALL}]{{2}})"
    r"|(?<=[a-z]{3}[,;])(?=(?:a|an|as|at|by|he|if|in|is|it|no|of|on|or|so|to|up|us|we) [a-z]{2})"
    rf"|(?<=[A-Za-zß-ÿА-яЁёЄєІіЇїҐґ][{_SMALL}]{{2}}[.!?])(?=[A-ZÀ-ÞĀ-ŽА-ЯЁЄІЇҐ][{_SMALL}]{{1,30}}(?:['’]s)?[\s,])"
    r"|(?<=[a-z]{3}[.!?])(?=[AI] [a-z]{2}))"
)
_GLUED_QUOTE = re.compile(r"”(?<=[a-z.,!?]{3}.)(?=[A-Za-z]{2})|“(?<=[a-z]{3}.)(?=\w)")
_GLUED_STRAIGHT = re.compile(r"\"(?<=[a-z]{3}.)(?=[A-Z][a-z]{2})")
_REOPENED = re.compile(r"[”\"](?<=[\w.,!?…].),? ([“\"])(?=(?:he |she |they )?([a-z]{3,14})\b(?![ ,.]?[”\"]))")
_STRAIGHT = re.compile('"')
_WINDOW = 60
_NAME, _EVERYDAY = 3, 5.7  # letters of a name and of the word behind it, and its zipf
_MOST = 40  # straight marks of a paragraph that are still paired


def foreign_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Quotations in German or French marks: ``„x“``, ``,,x"``, ``«x»``."""
    if "„" in text or ",," in text:
        yield from (match.span() for match in _GERMAN.finditer(text))
    if any(sign in text for sign in ("«", "»", "‹", "<<")):
        yield from (match.span() for match in _GUILLEMETS.finditer(text))


def turned(text: str) -> Iterator[tuple[int, int]]:
    """A curly mark that faces the wrong way, stands twice, or has a blank on its inner side."""
    if "“" not in text and "”" not in text and '""' not in text:
        return
    if "„" not in text:
        for match in _BACKWARDS.finditer(text):
            yield match.end() - 1, match.end()
        yield from (match.span() for match in _FORWARDS.finditer(text))
    if any(pair in text for pair in _TWICE):
        yield from (match.span() for match in _DOUBLED.finditer(text))
    for match in _INNER_OPEN.finditer(text):
        before = text[max(0, match.start() - 2) : match.start()]
        if before[-1:] in ("", " ", "(") and not (before[:1] in ".,!?…" and text[match.end()].islower()):
            yield match.start(), match.end()
    yield from (match.span() for match in _INNER_CLOSE.finditer(text))


def unlike(text: str) -> Iterator[tuple[int, int]]:
    """The closing mark of a straight and a curly half (``"x”``), and accents or apostrophes that stand for marks."""
    if '"' in text and ("“" in text or "”" in text):
        for match in _UNLIKE.finditer(text):
            yield match.span(match.lastindex or 0)
    if "''" in text or "`" in text or "’’" in text:
        yield from (match.span() for match in _TYPED.finditer(text))


def apostrophes(text: str) -> Iterator[tuple[int, int]]:
    """A quotation mark or an accent where an apostrophe belongs: ``Genoa‘s``."""
    if any(sign in text for sign in "‘`´"):
        yield from (match.span() for match in _APOSTROPHE.finditer(text))


def inner_blanks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Straight marks of one paragraph, opened and closed in turn, with a blank on the inner side."""
    if text.startswith('" ', start) and end - start > _WINDOW:
        yield start, start + 2
    count = text.count('"', start, end)
    if not count or count % 2 or count > _MOST:
        return
    marks = [match.start() for match in _STRAIGHT.finditer(text, start, end)]
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        outside = (opening == start or text[opening - 1] in " (—–-") and (
            closing + 1 == end or text[closing + 1] in " .,;:!?)—–"
        )
        if not outside or closing - opening < 4:
            continue
        if text[opening + 1] == " ":
            yield opening, opening + 2
        if text[closing - 1] == " ":
            yield closing - 1, closing + 1


def may_cluster(between: Iterable[str]) -> bool:
    """False for a text between whose words no two marks stand side by side."""
    return any(map(_TWO_MARKS.search, between))


def may_glue(text: str) -> bool:
    """False for a text of which no part has `glued_marks`."""
    return _GLUED.search(text) is not None


def clusters(text: str) -> Iterator[tuple[int, int]]:
    """Marks that never stand together: ``,,``, ``,.``, ``:,``."""
    for match in _CLUSTER.finditer(text):
        if match[0] in _NEVER and text[match.start() - 1 : match.start()].isalnum():
            yield match.span()


def loose_hyphens(text: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, mended)`` of a hyphen with a blank before it: ``clean -up``, ``36 -year -old``, ``-but two-``."""
    for match in _LOOSE_HYPHEN.finditer(text) if " -" in text else ():
        aside = _CLOSES_ASIDE.search(text, match.end(), match.end() + ASIDE)
        yield *match.span(), match[0].replace(" -", " – " if aside else "-")


def glued_marks(text: str) -> Iterator[tuple[int, int, int, int]]:
    """``word,word`` and ``word.Word``: the mark, then the start of the word before and the end of the word after."""
    for match in _GLUED.finditer(text):
        left, right = _around(text, match.start(), match.end())
        if left is not None and right is not None:
            yield match.start(), match.end(), left, right


def stopped_names(texts: Iterable[str]) -> frozenset[str]:
    """``Word.Word``, with two capitals, that stands more than once: a name (One.Tel)."""
    found = Counter(
        own[left:right]
        for own in texts
        for start, end, left, right in glued_marks(own)
        if own[start] == "." and own[left].isupper() and own[end].isupper()
    )
    return frozenset(form for form, count in found.items() if count > 1)


def begins_sentence(name: str, word: str) -> bool:
    """Whether a full stop parts a name that no list has (``Hao-chun``) from a word that begins sentences."""
    opens = word.lower() in segment_rules()["en"].starters or lexicon().zipf(word, "en") >= _EVERYDAY
    return name[:1].isupper() and len(name) >= _NAME and word.istitle() and len(word) >= _NAME and opens


def glued_quotes(text: str) -> Iterator[tuple[int, int, int]]:
    """``ready”said`` and ``firm“Vimar``: the start and end of the two words, and where the blank is missing."""
    if "”" in text or "“" in text:
        for match in _GLUED_QUOTE.finditer(text):
            yield *_run(text, match.start()), match.end() if match[0] == "”" else match.start()
    count = text.count('"')
    if not count or count % 2 or count > _MOST:
        yield from ((*_run(text, m.start()), m.start()) for m in (_GLUED_STRAIGHT.finditer(text) if count else ()))
        return
    marks = [match.start() for match in _STRAIGHT.finditer(text)]
    for opening, closing in zip(marks[::2], marks[1::2], strict=True):
        free = not text[opening - 1 : opening].isalnum() or opening == 0
        if not free and text[opening - 1].islower() and text[opening + 1].isalnum() and not _joined(text, closing):
            yield *_run(text, opening), opening
        elif free and _joined(text, closing) and (text[closing - 1].islower() or text[closing - 1] in ".,!?"):
            yield *_run(text, closing), closing + 1


def _joined(text: str, at: int) -> bool:
    """Whether two letters at least follow a mark at once."""
    return text[at + 1 : at + 3].isalpha() and len(text[at + 1 : at + 3]) > 1


def _run(text: str, at: int) -> tuple[int, int]:
    """What stands before a mark up to a blank, and the word behind it."""
    start, end = at, at + 1
    while start > 0 and at - start < _WINDOW and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and end - at < _WINDOW and text[end].isalpha():
        end += 1
    return start, end


def reopened(text: str, verbs: frozenset[str]) -> Iterator[int]:
    """Places of marks that open a second quotation before the verb of saying: ``“We wait,” “said the mayor``."""
    if "”" not in text and '"' not in text:
        return
    for match in _REOPENED.finditer(text):
        if match[2] in verbs:
            yield match.start(1)


def _around(text: str, start: int, end: int) -> tuple[int | None, int | None]:
    """Where the words beside a mark begin and end; None inside an address or number."""
    left = start
    while left > 0 and start - left < _WINDOW and (text[left - 1].isalpha() or text[left - 1] in "'’-"):
        left -= 1
    right = end
    while right < len(text) and right - end < _WINDOW and (text[right].isalpha() or text[right] in "'’-"):
        right += 1
    clean_left = left == 0 or text[left - 1] in " \n\t(“\"'‘«„\u00a0"
    clean_right = right == len(text) or text[right] in " \n\t).,;:!?”\"'’»\u00a0"
    return (left if clean_left else None), (right if clean_right else None)


def own_alternatives(text: str) -> Iterator[tuple[int, int, str]]:
    """``(start, end, word)`` of words that are their own alternative or gloss: ``road or road``, ``king (king)``."""
    for match in _OWN.finditer(text) if " or " in text else ():
        yield match.start(), match.end() + len(match[1]), match[1]
    for match in _GLOSSED.finditer(text) if " (" in text else ():
        yield match.start(), match.end() + len(match[1]) + 1, match[1]
