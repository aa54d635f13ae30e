"""A house style's file out of the habits of a glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.glossary.habits import Habits
from auditor.glossary.write import string, strings
from auditor.packs.style_file import Letters


def style_text(found: Sequence[Habits], language: str, extend: str | None = None) -> str:
    """The TOML of a style (``packs/style_file.py``); each habit stands as a comment above the rules that keep it."""
    return "".join(f"{line}\n" for line in _lines(found, language, extend))


def _lines(found: Sequence[Habits], language: str, extend: str | None) -> Iterator[str]:
    yield "# What the preferred names of the glossary show of the house's romanization, by `auditor styles learn`."
    yield "schema = 1"
    yield f"languages = {strings([language])}"
    yield from [f"extend = {string(extend)}"] if extend else ()
    for habits in found:
        yield ""
        for h in habits.habits:
            yield f"# {h.native} → {h.to} (usually {h.usual}), in {h.seen} names: {h.example}"
        yield f"[romanization.{habits.source}]"
        if habits.rules:
            yield from ("rules = [", *(f"  {_rule(rule)}," for rule in habits.rules), "]")
        if habits.given:
            forms = ", ".join(f"{string(native)} = {string(form)}" for native, form in habits.given.items())
            yield f"given = {{ {forms} }}"


def _rule(rule: Letters) -> str:
    keys = {"native": rule.native, "to": rule.to, "after": rule.after, "before": rule.before}
    return "{ " + ", ".join(f"{key} = {string(value)}" for key, value in keys.items() if value is not None) + " }"
