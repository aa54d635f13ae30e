"""What the checks of house style share: the rule that holds, where it holds, and how a departure is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeVar

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Spans
from auditor.packs import data_path, load_toml
from auditor.packs.style_file import Ruled
from auditor.packs.styles import Style
from auditor.reading.article import Reading
from auditor.records import Evidence, Record, Suggestion

R = TypeVar("R", bound=Ruled)
Found = tuple[int, int, str]
WHY = "A house writes one way throughout, so that copy from several hands reads as one; this is written another way."
LIMIT = "Counted on clean copy without a style, where it never fires; docs/styles.md has the counts under each style."
MQM = "style/organization-style"


class Words(Record, frozen=True):
    """``data/checks/house_style.toml``, whose header says what each list holds."""

    series: frozenset[str]
    scored: frozenset[str]
    offices: tuple[str, ...]
    office_before: frozenset[str]
    courtesy: tuple[str, ...]
    acronyms: frozenset[str]
    british: dict[str, str]


@cache
def words() -> Words:
    """The lists as shipped."""
    return load_toml(data_path("checks", "house_style.toml"), Words)


def style_of(context: Context) -> Style | None:
    """The style of the run, where it speaks of copy in the article's language."""
    style = context.style
    return style if style is not None and style.speaks(context.reading.language) else None


def runner(
    topic: str, kind: type[R], find: Callable[[Context, R], Iterator[Found]]
) -> Callable[[Context], Iterator[Hit]]:
    """A check on one topic: ``find`` yields the spans that depart, with what the house would write.

    Headlines, where space rules, and what is not body text are left alone.
    """

    def run(context: Context) -> Iterator[Hit]:
        style = style_of(context)
        rule = getattr(style.rules, topic) if style else None
        if style is None or not isinstance(rule, kind):
            return
        silent = closed(context.reading)
        for start, end, better in find(context, rule):
            if not silent.hits(start, end) and context.reading.text[start:end] != better:
                yield hit(context, style, topic, start, end, better)

    return run


def closed(reading: Reading) -> Spans:
    """Headlines, and what is not body text."""
    heads = [(b.start, b.end) for b in reading.layout.blocks if b.kind in ("headline", "subhead")]
    return Spans(heads + [(zone.start, zone.end) for zone in reading.layout.excluded])


def quoted(reading: Reading) -> Spans:
    """What stands between quotation marks."""
    return Spans((q.start, q.end) for q in reading.quotes if q.kind != "indirect")


def hit(context: Context, style: Style, rule: str, start: int, end: int, better: str) -> Hit:
    """A departure from a rule, with the reference that backs the rule."""
    match = context.reading.text[start:end]
    backing = style.reference(rule)
    clue = Evidence(kind="style", text=f"{style.title} style: {backing.entry}", source=backing.url)
    return Hit(
        start=start,
        end=end,
        args={"match": match, "house": style.title, "better": better},
        suggestions=(Suggestion(text=better),),
        evidence=(clue,),
    )
