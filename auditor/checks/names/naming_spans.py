"""From a faulty mention to a hit: only the words that change are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.entities.proofs import RULED
from auditor.entities.view import Relation, ResolvedMention
from auditor.entities.wording import language_name
from auditor.records import Suggestion

_BEFORE = 40  # characters before a form in which it is spoken of
_TONGUE = (
    r"(?:Belarusian|Czech|Dutch|English|French|German|Hungarian"
    r"|Italian|Polish|Romanian|Russian|Spanish|Turkish|Ukrainian)"
)
_TOLD = re.compile(
    r"(?:\b(?:spell(?:ing|ed|s)?|spelt|transliterat\w{2,6}|written|pronounc\w{1,5})\b[^.;]{0,22}"
    r"|\b(?:once|formerly|previously|also|then|now|officially) (?:called|named|known as)\b[^.;,]{0,18}"
    r"|\b(?:known|renamed)\b[^.;,]{0,18}\bas |\bformerly "
    rf"|\bin {_TONGUE},? |\b{_TONGUE}s? call |\b{_TONGUE}: |[Cc]hicken )[“\"‘']?$"
)
_TOLD_IN = re.compile(rf"[”\"’']?,? in {_TONGUE}\b")


def hits(context: Context, relation: Relation) -> Iterator[Hit]:
    """A hit for each mention of the article that stands so to its entity and has a replacement."""
    for mention in context.entities.mentions:
        if mention.relation == relation and mention.replacement:
            yield hit(mention, mention.replacement, language_name(context.reading.language))


def hit(mention: ResolvedMention, replacement: str, language: str) -> Hit:
    """The hit on the words of the mention that the replacement changes.

    ``form`` and ``right`` (the words and what should replace them), ``why`` (the first piece of evidence) and
    ``language`` fill the message. Safe to apply only where the glossary rules the form out. A ``why`` that quotes the
    whole name is about all of it.
    """
    why = mention.evidence[0].text if mention.evidence else ""
    whole = f"“{mention.text}”" in why
    start, end, right = (0, len(mention.text), replacement) if whole else narrow(mention.text, replacement)
    form = mention.text[start:end]
    ruled = any(e.kind == RULED for e in mention.evidence)
    return Hit(
        start=mention.start + start,
        end=mention.start + end,
        args={"form": form, "right": right, "why": why, "language": language},
        suggestions=(Suggestion(text=right, safety="safe" if ruled else "unsafe"),),
        evidence=mention.evidence,
        points_to=mention.points_to,
        weight=mention.weight,
    )


def narrow(text: str, replacement: str) -> tuple[int, int, str]:
    """The span of ``text`` and the part of ``replacement`` that are left without the words both begin or end with."""
    old, new = text.split(" "), replacement.split(" ")
    first = 0
    while first < min(len(old), len(new)) - 1 and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first - 1 and old[-1 - last] == new[-1 - last]:
        last += 1
    start = sum(len(word) + 1 for word in old[:first])
    end = len(text) - sum(len(word) + 1 for word in old[len(old) - last :])
    return start, end, " ".join(new[first : len(new) - last])


def spoken_of(text: str, start: int, end: int) -> bool:
    """True where a form is spoken of (known in Russian as Kharkov, in Polish Kijów), or names a dish (chicken Kiev).

    A form alone in brackets behind a name explains it: Vuhledar (Ugledar)."""
    if text[max(0, start - 2) : start] == " (" and text[end : end + 1] == ")" and text[max(0, start - 3)].isalpha():
        return True
    return bool(_TOLD.search(text[max(0, start - _BEFORE) : start]) or _TOLD_IN.match(text, end))
