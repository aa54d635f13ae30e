"""Damaged, invisible and deceptive characters, markup in plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.page.characters import (
    BIDI,
    CONTROLS,
    OTHER,
    ZERO_WIDTH,
    bidi_controls,
    code_points,
    controls,
    look_alikes,
    zero_width,
)
from auditor.checks.page.leftovers import leftovers
from auditor.checks.page.mojibake import mojibake
from auditor.records import Evidence, Suggestion

_REPLACEMENT = "\ufffd"
_LOST = re.compile(_REPLACEMENT + "{1,20}")
_ASKED = re.compile(r"(?<![\w/.@?=&-])[A-Z][a-z]{1,9}(\?)[a-z]{1,12}(?=[ ,.;:])")  # a letter that an encoding has not
_UNICODE = "Unicode Standard 16.0"


def _remove(spans: Callable[[str], Iterable[tuple[int, int]]]) -> Callable[[Context], Iterator[Hit]]:
    """A run that reports each span by its code points and offers to take it out."""

    def run(context: Context) -> Iterator[Hit]:
        text = context.reading.text
        for start, end in spans(text):
            yield Hit(
                start=start,
                end=end,
                args={"codes": code_points(text[start:end][:6])},
                suggestions=(Suggestion(text=""),),
            )

    return run


def _mojibake(context: Context) -> Iterator[Hit]:
    text = context.reading.text
    for asked in _ASKED.finditer(text) if "?" in text else ():
        yield Hit(start=asked.start(1), end=asked.end(1), args={"what": "stands for a letter that was lost"})
    if text.isascii():
        return
    for start, end, repaired in mojibake(text, context.reading.characters):
        clue = Evidence(kind="encoding", text=f"its bytes are another encoding's for “{repaired}”")
        yield Hit(
            start=start,
            end=end,
            args={"what": "was decoded with the wrong encoding"},
            suggestions=(Suggestion(text=repaired),) if repaired else (),
            evidence=(clue,) if repaired else (),
        )
    for match in _LOST.finditer(text):
        yield Hit(start=match.start(), end=match.end(), args={"what": "stands for a letter that was lost"})


def _sound_controls(text: str) -> Iterator[tuple[int, int]]:
    """Control characters that are no part of a damaged word."""
    found = list(controls(text))
    damaged = list(mojibake(text)) if found else []
    return ((start, end) for start, end in found if not any(a <= start < b for a, b, _ in damaged[:100]))


def _look_alike(context: Context) -> Iterator[Hit]:
    text = context.reading.text
    for start, end, whole in look_alikes(text):
        odd = "".join(dict.fromkeys(a for a, b in zip(text[start:end], whole, strict=True) if a != b))
        yield Hit(
            start=start, end=end, args={"codes": code_points(odd)}, suggestions=(Suggestion(text=whole, safety="safe"),)
        )


def _markup(context: Context) -> Iterator[Hit]:
    if context.reading.source.format != "txt":
        return
    for start, end, meant in leftovers(context.reading.text):
        yield Hit(start=start, end=end, suggestions=(Suggestion(text=meant or ""),))


TX101 = Check(
    id="TX101",
    slug="mojibake",
    title="Text decoded with the wrong encoding",
    mqm="design-markup/character-formatting",
    severity="major",
    why="Letters and quotation marks became others; names and numbers of the text can no longer be trusted or found.",
    message="this {what}",
    run=_mojibake,
    spoils=True,
    examples=(
        Example(kind="bad", text="The ⟦cafÃ©⟧ reopened on Monday.", fixed="The café reopened on Monday."),
        Example(kind="bad", text="The mayor said it ⟦wasnâ€™t⟧ true.", fixed="The mayor said it wasn’t true."),
        Example(kind="bad", text="The mayor said it ⟦wasnโ€™t⟧ true.", fixed="The mayor said it wasn’t true."),
        Example(kind="bad", text="The ⟦caf√©⟧ reopened on Monday.", fixed="The café reopened on Monday."),
        Example(kind="bad", text="The mayor said ⟦itÕs⟧ true.", fixed="The mayor said it’s true."),
        Example(kind="bad", text="The ⟦mayor抯⟧ house burned down.", fixed="The mayor’s house burned down."),
        Example(kind="bad", text="The ⟦mayor鈥檚⟧ house burned down.", fixed="The mayor’s house burned down."),
        Example(kind="bad", text="The Ku⟦?⟧ic house reopened on Monday."),
        Example(kind="bad", text="The M⟦�⟧ller house reopened on Monday."),
        Example(kind="good", text="SÃO PAULO: the Âge d’or café in Málaga sold “BÄ”, ÄÖÜ and Ångström."),
    ),
    sources=(_UNICODE, "WHATWG Encoding Standard, windows-1252"),
    status="stable",
)
TX102 = Check(
    id="TX102",
    slug="bidi-control",
    title="Control that turns the direction of the text",
    mqm="design-markup/character-formatting",
    severity="major",
    why="It can make a text show other words than those that stand there.",
    message="invisible control {codes}",
    run=_remove(bidi_controls),
    characters=BIDI,
    examples=(
        Example(kind="bad", text="The invoice is for ⟦\u202e⟧100 euros.", fixed="The invoice is for 100 euros."),
        Example(kind="good", text="The word שלום means peace."),
    ),
    sources=("Unicode UAX #9", "Boucher & Anderson 2021, Trojan Source"),
    status="stable",
)
TX103 = Check(
    id="TX103",
    slug="zero-width",
    title="Invisible character",
    mqm="design-markup/character-formatting",
    severity="minor",
    why="Search, counts and name matching take the word for another one.",
    message="invisible {codes}",
    run=_remove(zero_width),
    characters=ZERO_WIDTH,
    examples=(
        Example(kind="bad", text="The min⟦\u200b⟧ister resigned.", fixed="The minister resigned."),
        Example(
            kind="good", text="The family emoji 👨\u200d👩\u200d👧 and the Persian word می\u200cخواهم need theirs."
        ),
    ),
    sources=(_UNICODE,),
    status="stable",
    limits=("soft hyphens (U+00AD) are left alone",),
)
TX104 = Check(
    id="TX104",
    slug="look-alike-letter",
    title="Letter of another script that looks the same",
    mqm="design-markup/character-formatting",
    severity="major",
    why="The word looks right but is another one for search, for counts and for name matching.",
    message="{codes} among letters of another script",
    run=_look_alike,
    characters=OTHER,
    examples=(
        Example(kind="bad", text="The ⟦Krеmlin⟧ did not answer.", fixed="The Kremlin did not answer."),
        Example(kind="good", text="The α-particle, ΔT and the word Москва keep their letters."),
    ),
    sources=("Unicode UTS #39",),
    status="stable",
)
TX105 = Check(
    id="TX105",
    slug="control-character",
    title="Control character or terminal escape",
    mqm="design-markup/character-formatting",
    severity="minor",
    why="It can move the cursor, hide text or break programs that read the copy.",
    message="control character {codes}",
    run=_remove(_sound_controls),
    characters=CONTROLS,
    examples=(
        Example(kind="bad", text="The minister ⟦\x1b[31m⟧resigned.", fixed="The minister resigned."),
        Example(kind="good", text="The minister\tresigned."),
    ),
    sources=("ECMA-48", _UNICODE),
    status="stable",
)
TX106 = Check(
    id="TX106",
    slug="markup-leftover",
    title="Markup in plain text",
    mqm="design-markup/markup-tag",
    severity="minor",
    why="Readers see code where the page showed a picture, a break or a sign.",
    message="markup was left in the text",
    run=_markup,
    examples=(
        Example(kind="bad", text="Profits rose at Marks ⟦&amp;⟧ Spencer.", fixed="Profits rose at Marks & Spencer."),
        Example(
            kind="bad",
            text="The bridge is closed.⟦<br/>⟧ Traffic goes on.",
            fixed="The bridge is closed. Traffic goes on.",
        ),
        Example(
            kind="bad", text="The bridge is closed.\n\n⟦class=”ads-inline”>⟧\n\nTraffic goes on over the old ferry."
        ),
        Example(kind="bad", text="The bridge is closed. ⟦(adsbygoogle = window.adsbygoogle || []).push({});⟧"),
        Example(kind="bad", text="⟦[ad_1]⟧\n\nThe bridge is closed. Traffic goes on."),
        Example(kind="bad", text="The bridge is closed, said the mayor in a ⟦href = “>⟧ Traffic goes on."),
        Example(kind="bad", text="⟦![]()⟧ The bridge is closed. Traffic goes on."),
        Example(kind="bad", text="The bridge is closed.\n\n⟦p>⟧\n\nTraffic goes on."),
        Example(kind="bad", text="The bridge is closed.\n\n⟦<! –⟧\n\nTraffic goes on."),
        Example(kind="good", text="The page has a <form> element and two <input> tags."),
        Example(kind="good", text="He wrote [sic] that 3 < 4 & 5 > 2; see R&D; <name withheld>."),
    ),
    sources=("HTML Living Standard", "WordPress shortcode API", "CommonMark 0.31, images"),
    status="stable",
)
CHECKS: tuple[Check, ...] = (TX101, TX102, TX103, TX104, TX105, TX106)
