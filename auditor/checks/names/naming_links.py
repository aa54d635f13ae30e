"""One name with hyphens and with blanks in one article (Ata-Jurt and Ata Jurt, Boeing-737 and Boeing 737): NM202."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_mixed import spelling_hit
from auditor.checks.spans import Spans, in_address
from auditor.reading.article import Reading
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.text.traits import trait
from auditor.text.word_classes import word_classes

_LINKED = re.compile(r"[A-Z][^\W\d_]{2,20}(?:-(?:[A-Z][^\W\d_]{2,20}|\d{1,4}))+")
_GOES_ON = re.compile(r"[-\w]| [a-z]+(?:ed|ing)\b")

Span = tuple[int, int]


def _is_name(word: str) -> bool:
    """False for words that are all English ones (Secretary-General)."""
    return _LINKED.fullmatch(word) is not None and not all(part.lower() in word_classes() for part in word.split("-"))


_NAME = trait(_is_name, "en")


def linked(context: Context) -> Iterator[Hit]:
    """The form that stands less often; where both stand as often, the one with hyphens."""
    reading = context.reading
    words = reading.traits.having(_NAME) if reading.base == "en" else ()
    if not words:
        return
    silent = Spans((zone.start, zone.end) for zone in reading.layout.excluded)
    for word in words:
        parted = word.replace("-", " ")
        if parted.split(" ")[0] not in reading.places or parted not in reading.text:
            continue
        with_marks = list(_marked(reading, word, silent))
        without = [span for span in _parted(reading, parted) if not silent.hits(*span)]
        if with_marks and without:
            forms = {word: with_marks, parted: without}
            keep = word if len(with_marks) > len(without) else parted
            counted = ", ".join(f"{form} ×{len(forms[form])}" for form in sorted(forms, key=lambda f: (f != keep, f)))
            for form, spans in forms.items():
                yield from (spelling_hit(*span, form, keep, counted) for span in spans if form != keep)


def _marked(reading: Reading, word: str, silent: Spans) -> Iterator[Span]:
    """Where the word stands by itself, not before a noun that it may be joined for (``New-York-based``)."""
    foreign = foreign_blocks(reading)
    for at in reading.places[word]:
        token = reading.tokens[at]
        shut = silent.hits(token.start, token.end) or lies_in(foreign, token.start, token.end)
        if not shut and not in_address(reading.text, token) and not _GOES_ON.match(reading.text, token.end):
            yield token.start, token.end


def _parted(reading: Reading, name: str) -> Iterator[Span]:
    for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", reading.text):
        yield match.start(), match.end()
