"""Two wordings side by side: which words of each the other has not."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

import msgspec

from auditor.report.ansi import Paint
from auditor.report.escape import inline
from auditor.report.width import wrap

_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|\s+|[^\w\s]")
_MAX_WORDS = 400


class Part(msgspec.Struct, frozen=True):
    """A run of words; ``changed`` where the other side has other words."""

    text: str
    changed: bool


def word_diff(a: str, b: str) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Both texts in parts; the parts of each join to the text. Case and quotation marks count as no difference."""
    left, right = _TOKEN.findall(a), _TOKEN.findall(b)
    if max(len(left), len(right)) > _MAX_WORDS:
        return (Part(a, False),), (Part(b, False),)
    matcher = difflib.SequenceMatcher(None, [_key(w) for w in left], [_key(w) for w in right], autojunk=False)
    out: tuple[list[Part], list[Part]] = ([], [])
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        for side, words in ((0, left[a1:a2]), (1, right[b1:b2])):
            if words:
                text = "".join(words)
                out[side].append(Part(text, tag != "equal" and bool(text.strip())))
    return _joined(out[0]), _joined(out[1])


Marks = tuple[str, str]
ONLY_HERE: Marks = ("[-", "-]")  # the marks of git's plain word diff
ONLY_THERE: Marks = ("{+", "+}")


def marked(parts: Sequence[Part], marks: Marks, paint: Paint, role: str, width: int) -> list[str]:
    """Lines of at most ``width`` cells for a terminal: changed words between marks, in the colour of a role."""
    plain = "".join(f"{marks[0]}{inline(p.text)}{marks[1]}" if p.changed else inline(p.text) for p in parts)
    lines, within = [], False
    for line in wrap(plain, width):
        painted, at = "", 0
        while at < len(line):
            stop = line.find(marks[within], at)
            end = len(line) if stop < 0 else stop + (len(marks[1]) if within else 0)
            painted += paint(line[at:end], role) if within else line[at:end]
            within, at = within if stop < 0 else not within, end
        lines.append(painted)
    return lines


def _joined(parts: list[Part]) -> tuple[Part, ...]:
    """Changed parts that only a space separates as one."""
    out: list[Part] = []
    for part in parts:
        if part.changed and len(out) > 1 and out[-2].changed and out[-1].text.isspace():
            space, before = out.pop(), out.pop()
            out.append(Part(before.text + space.text + part.text, True))
        elif part.changed and out and out[-1].changed:
            out.append(Part(out.pop().text + part.text, True))
        else:
            out.append(part)
    return tuple(out)


def _key(word: str) -> str:
    return " " if word.isspace() else re.sub(r"[“”„«»]", '"', word.casefold()).replace("’", "'")
