"""TM201: a form that the glossary calls deprecated, forbidden or a misspelling stands in the copy.

Nothing is guessed: the form, its language, how it is matched and what to write instead are the glossary's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from auditor.checks.base import Check, Context, Example, Hit
from auditor.glossary.bad_forms import ANY_LANGUAGE, BadForm, bare, key
from auditor.reading.article import Reading
from auditor.records import Evidence, Severity, Suggestion
from auditor.text.tokens import Token

_SEVERITY: dict[str, Severity] = {"forbidden": "major", "misspelling": "minor", "deprecated": "minor"}
_SAID = {"forbidden": "forbidden", "misspelling": "a misspelling", "deprecated": "no longer to be used"}
_GLOSSARY = """
schema = 1
[[concept]]
id = "term-wildfire"
type = "term"
terms = [
  { text = "wildfire", lang = "en", status = "preferred" },
  { text = "forest blaze", lang = "en", status = "deprecated" },
]
"""


def run(context: Context) -> Iterator[Hit]:
    """A hit for each place of such a form in body text; of forms that begin at one word the longest counts."""
    language = context.reading.language.split("-")[0]
    tables = context.glossary.bad_forms if context.glossary else {}
    table = tables.get(language) or tables.get(ANY_LANGUAGE)
    if not table:
        return
    reading, done = context.reading, 0
    skipped = _Spans([(z.start, z.end) for z in reading.layout.excluded])
    quoted = _Spans([(q.start, q.end) for q in reading.quotes if q.kind != "indirect"])
    for index, token in enumerate(reading.tokens):
        if token.start < done or skipped.hold(token.start):
            continue
        for form in table.get(key(token.text), ()):
            end = _end(form, reading.tokens, index, reading.text)
            if end is not None:
                done = end
                yield _hit(reading, form, token.start, end, quoted.hold(token.start))
                break


def _end(form: BadForm, held: Sequence[Token], index: int, text: str) -> int | None:
    """Where the form that begins at this token ends, without a possessive; None when it is not there."""
    if index + len(form.words) > len(held):
        return None
    for offset in range(len(form.words)):
        token = held[index + offset]
        if not form.matches(offset, token.text):
            return None
        between = text[held[index + offset - 1].end : token.start] if offset else ""
        if between.strip(" \u00a0-\r\n") or between.count("\n") > 1:
            return None
    last = held[index + len(form.words) - 1]
    return last.start + len(last.text if form.term.match != "exact" else bare(last.text))


def _hit(reading: Reading, form: BadForm, start: int, end: int, quoted: bool) -> Hit:
    """Safe to replace outside quotation marks where the form is a mistake, not a matter of taste."""
    status = form.term.status
    safe = status in ("forbidden", "misspelling") and not quoted
    why = f"; {form.term.note}" if form.term.note else ""
    said = Evidence(kind="glossary", text=f"{form.concept.id}: “{form.term.text}” is {_SAID[status]}{why}")
    return Hit(
        start=start,
        end=end,
        args={"said": _SAID[status], "instead": f": write {form.use}" if form.use else ""},
        suggestions=(Suggestion(text=form.use, safety="safe" if safe else "unsafe"),) if form.use else (),
        evidence=(said,),
        severity=_SEVERITY[status],
    )


class _Spans:
    """Stretches of the text, for asking whether a place lies in one."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def hold(self, at: int) -> bool:
        near = bisect_right(self._starts, at) - 1
        return near >= 0 and at < self._spans[near][1]


CHECKS: tuple[Check, ...] = (
    Check(
        id="TM201",
        slug="glossary-form",
        title="A form that the glossary advises against",
        mqm="terminology/inconsistent-with-resource",
        severity="minor",
        why="The desk has decided how the name or term is written; readers and archives meet it in one form only.",
        message="“{match}” is {said} in the glossary{instead}",
        run=run,
        examples=(
            Example(
                kind="bad",
                text="The ⟦forest blaze⟧ was out on Monday.",
                fixed="The wildfire was out on Monday.",
                glossary=_GLOSSARY,
            ),
            Example(kind="good", text="The wildfire was out on Monday.", glossary=_GLOSSARY),
            Example(kind="good", text="The forest blaze was out on Monday."),
        ),
        sources=(
            "ISO 30042:2019 (TBX), administrative status of terms",
            "MQM Core, terminology: inconsistent with terminology resource (themqm.org)",
        ),
        status="stable",
        limits=(
            "It knows what the glossary lists, word by word; inflected forms only where `match` says so, by endings.",
        ),
    ),
)
