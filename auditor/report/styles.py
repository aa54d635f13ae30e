"""House styles for people: the list, the page of one style, and ``docs/styles.md``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from auditor.checks.style.house_dates import clock, written
from auditor.packs.style_file import (
    Acronyms,
    Currency,
    Dates,
    Millions,
    Numbers,
    Percent,
    Quotes,
    Romanization,
    Ruled,
    Spelling,
    Thousands,
    Times,
    Titles,
    Word,
)
from auditor.packs.styles import Style, load, names, ruled_by
from auditor.report.languages import language_name
from auditor.report.width import pad

HEAD = """# House styles

Generated from `auditor/data/styles`; do not edit.

`--style NAME` (or `style = "NAME"` in `auditor.toml`) holds copy to the public rules of a house. Without it nothing is
held to any. Each rule names where the house says so; a rule that was not found is left out, not guessed. No public
style guide was found of Agence France-Presse and Deutsche Welle; that is why they are missing.

A desk's own style is a TOML file: `extend` a style, say what differs, leave topics free with `without`.

```toml
extend = "guardian"
without = ["quotes"]

[percent]
write = " per cent"

[[words]]
use = "Kolkata"
instead_of = ["Calcutta"]
keep = ["Calcutta Cup"]
kind = "place"
```

`auditor styles list` names the styles, `auditor styles show NAME` prints the rules of one (or of a file) with sources.
Findings of house style are minor, in preview, and count nothing towards drift: a departure from style is none from the
source. With a style the preferred forms of names follow it, too (acronyms, places, romanization), unless the glossary
says otherwise.

How often the checks fire on clean copy that was written to none of these styles (every third English original of WMT
2022, 22,375 words): The Economist 16, AP 23, The Guardian 31, Reuters 33, UN 52, EU 60, BBC 77. A sample of each was
read: all were departures from the rule they cite.

"""


def told(rule: Ruled) -> str:
    """A rule in words, by its own example where it has one."""
    return _TELL[type(rule)](rule)


def _acronyms(rule: Acronyms) -> str:
    read = "Nato" if rule.write == "initial" else "NATO"
    return f"read as words: {read}" + (f"; as they stand: {', '.join(rule.forms)}" if rule.forms else "")


def _numbers(rule: Numbers) -> str:
    free = f"; figures for {', '.join(rule.figures_for)}" if rule.figures_for else ""
    return f"in words up to {rule.words_to}, in figures from there" + free


def _romanization(rule: Romanization) -> str:
    letters = ", ".join(f"{r.native} {r.to}" for r in rule.rules)
    given = ", ".join(f"{native} {form}" for native, form in rule.given.items())
    return "; ".join(filter(None, (letters, given)))


def _spelling(rule: Spelling) -> str:
    variety = {"en-GB": "British", "en-US": "American", None: ""}[rule.variety]
    return "; ".join(filter(None, (f"verbs in -{rule.suffix}" if rule.suffix else "", variety)))


def _times(rule: Times) -> str:
    return f"{clock(rule, 7, None, None, 'p')}, {clock(rule, 11, None, '30', 'a')}"


def _titles(rule: Titles) -> str:
    offices = {True: "offices with a capital before a name", False: "offices in lower case", None: ""}[rule.capital]
    return "; ".join(filter(None, ("no Mr, Mrs, Ms outside quotations" if rule.courtesy else "", offices)))


def _word(rule: Word) -> str:
    keep = f"; but {', '.join(rule.keep)}" if rule.keep else ""
    return f"{rule.use}, not {', '.join(rule.instead_of)}{keep}"


_TELL: dict[type[Any], Callable[[Any], str]] = {
    Acronyms: _acronyms,
    Currency: lambda rule: ", ".join(f"{noun}, not {sign}" for sign, noun in rule.words.items()),
    Dates: lambda rule: f"{written(rule, 7, 21, None, None)}; {written(rule, 9, 5, '2016', None)}",
    Millions: lambda rule: f"£5{rule.money[0]}, £5{rule.money[1]}",
    Numbers: _numbers,
    Percent: lambda rule: f"4.5{rule.write}",
    Quotes: lambda rule: f"{rule.outer} outer marks",
    Romanization: _romanization,
    Spelling: _spelling,
    Thousands: lambda rule: f"12{rule.separator}500, from {rule.digits} figures",
    Times: _times,
    Titles: _titles,
    Word: _word,
}


def rows(style: Style) -> Iterator[dict[str, Any]]:
    """The rules of a style as plain records: ``{rule, says, note, sources}``, in order."""
    for key, rule in ruled_by(style.rules):
        yield {
            "rule": key,
            "says": told(rule),
            "note": rule.note,
            "sources": [{"text": str(found), "url": found.url} for found in style.backing[key]],
        }


def listing() -> str:
    """One line a style: name, whose, languages, number of rules."""
    found = [load(name) for name in names()]
    widest, whose = max(len(s.id) for s in found), max(len(s.title) for s in found)
    lines = []
    for style in found:
        rules = f"{len(style.backing):>2} rule{'s' if len(style.backing) != 1 else ''}"
        told_of = f"{', '.join(map(_language, style.languages)):<13}  {rules}"
        lines.append(f"{pad(style.id, widest)}  {pad(style.title, whose)}  {told_of}")
    foot = f"{len(found)} styles · auditor styles show NAME · auditor check --style NAME FILE"
    return "\n".join([*lines, "", foot]) + "\n"


def _language(tag: str) -> str:
    base, _, region = tag.partition("-")
    return f"{language_name(base)} ({region})" if region else language_name(base)


def page(style: Style, *, level: int = 1) -> str:
    """The rules of a style, each with where the house says so."""
    head = f"{'#' * level} {style.id}" if level > 1 else f"{style.title} ({style.id})"
    lines = [head, "", f"{style.title}. Copy in {', '.join(map(_language, style.languages)) or 'no language'}."]
    if style.extends:
        lines.append(f"Extends {', '.join(style.extends)}.")
    lines.append("")
    for row in rows(style):
        lines.append(f"- {row['rule'].partition('.')[0]}: {row['says']}" + (f" ({row['note']})" if row["note"] else ""))
        lines += [
            f"  - {source['text']}" + (f" <{source['url']}>" if source["url"] else "") for source in row["sources"]
        ]
    return "\n".join(lines) + "\n"


def sources_of(topic: str, kind: str | None = None) -> list[str]:
    """What each shipped style says on a topic and where: the sources of a check."""
    found = []
    for name in names():
        style = load(name)
        for key, rule in ruled_by(style.rules):
            if key.partition(".")[0] == topic and (kind is None or getattr(rule, "kind", None) == kind):
                found.append(f"{style.title}: {told(rule)} — {style.reference(key)}")
    return found


def docs() -> str:
    """``docs/styles.md``."""
    return HEAD + "\n".join(page(load(name), level=2) for name in names())
