"""TM201: a form that the glossary calls deprecated, forbidden or a misspelling stands in the copy.

Nothing is guessed: the form, its language, how it is matched and what to write instead are the glossary's.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import Spans
from auditor.glossary.bad_forms import BadForm, found_in
from auditor.records import Evidence, Severity, Suggestion

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
    if context.glossary is None or not context.glossary.bad_forms:
        return
    reading = context.reading
    skipped = Spans((z.start, z.end) for z in reading.layout.excluded)
    quoted = Spans((q.start, q.end) for q in reading.quotes if q.kind != "indirect")
    body = [token for token in reading.tokens if not skipped.hits(token.start, token.end)]
    for start, end, form in found_in(context.glossary.bad_forms, reading.language, body, reading.text):
        yield _hit(form, start, end, quoted.hits(start, end))


def _hit(form: BadForm, start: int, end: int, quoted: bool) -> Hit:
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
