"""Further mentions of persons under another language's name: in headlines, by the family name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Spans
from auditor.records import Suggestion

_SHORTEST = 4  # letters of a family name
_WORD = 3.0  # zipf from which it is a word of English as well
_ENDING = r"(?:a|u|e|i|om|em|ov|ova|ovi|owi)?"  # with which the language that spells it so declines it


def again(context: Context, found: Sequence[Hit]) -> Iterator[Hit]:
    """What the hits on persons tell of, wherever else it stands with a capital; the English name is none of it."""
    if not found:
        return
    text, layout = context.reading.text, context.reading.layout
    taken = Spans([*((hit.start, hit.end) for hit in found), *((zone.start, zone.end) for zone in layout.excluded)])
    done: set[str] = set()
    for hit in found:
        name, right = str(hit.args["form"]).split()[-1], str(hit.args["right"])
        if name in done or not _own(context, name, right):
            continue
        done.add(name)
        for match in re.finditer(rf"(?<![\w@#.-]){re.escape(name)}{_ENDING}(?![\w@])", text):
            if not taken.hits(match.start(), match.end()):
                yield _as(hit, match, right.rsplit(" ", 1)[-1])


def _own(context: Context, name: str, right: str) -> bool:
    """True for a family name that neither is in the right name nor means anything else."""
    own = len(name) >= _SHORTEST and name[0].isupper() and name not in right
    return own and context.lexicon.zipf(name.lower(), "en") < _WORD


def _as(hit: Hit, match: re.Match[str], right: str) -> Hit:
    args = {**hit.args, "form": match[0], "right": right}
    return msgspec.structs.replace(
        hit, start=match.start(), end=match.end(), args=args, suggestions=(Suggestion(text=right),)
    )
