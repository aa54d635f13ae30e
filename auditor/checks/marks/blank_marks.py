"""Blanks too few or too many beside a full stop, an apostrophe, a bracket, a hyphen or a figure: spans, no checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache

from auditor.checks.marks.form import Form
from auditor.checks.marks.marks import ASIDE
from auditor.checks.marks.sign_forms import SIGN_FORMS
from auditor.packs import data_path, load_toml
from auditor.records import Record
from auditor.text.segments import segment_rules
from auditor.text.tokens import whole

Suspects = tuple[Sequence[Form], Sequence[Form]]
"""Forms that need a stop or comma glued to a letter, and others."""


class Words(Record, frozen=True):
    """``data/checks/blank_marks.toml``: its header says what each list holds."""

    schema: int
    said: tuple[str, ...]
    openers: tuple[str, ...]


_GLUED = re.compile(r"[.,][A-Za-z]")
_STOPS = (
    # in 1945.It was, by 5%.The rest
    Form((".",), re.compile(r"(?<![\w.,])(?:(?:1[5-9]|20)\d\d|\d{1,3}%)\.()[A-Z][a-zß-ÿ]{1,30}(?=[ ,])"), " "),
    # Mr.Smith, 5 p.m.the
    Form((".",), re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof)\.()[A-Z][a-zß-ÿ]{2,30}"), " "),
    Form(("m.",), re.compile(r"\b[ap]\.m\.()(?:[A-Za-z][a-z]{1,20}|[A-Z]{2,5})(?= )"), " "),
    # 5 km.The road, at 18:00 GMT.The
    Form(
        (".",),
        re.compile(
            r"(?<![\d.,])\d[\d.,]{0,9} ?(?:km/h|mph|kph|km|kg|cm|mm|m|°C|C|F|GMT|UTC|MSK|CES?T|EES?T|BST|E[SD]T|P[SD]T)"
            r"\.()[A-Z][a-zß-ÿ]{1,30}(?=[ ,])"
        ),
        " ",
    ),
    # (agency).The; in 2022,the, in 2022,Russia; by 5%,which; (agency),which
    Form((").",), re.compile(r"\b\w{1,30}\)\.()[A-Z][a-zß-ÿ]{1,30}(?=[ ,])"), " "),
    Form((",",), re.compile(r"(?<![\w.,])(?:(?:1[5-9]|20)\d\d|\d{1,3}%),()[A-Za-z][a-z]{1,20}(?= )"), " "),
    Form(("),",), re.compile(r"\b\w{1,30}\),()[a-z]{2,20}(?= )"), " "),
    # the U.S.government
    Form((".",), re.compile(r"\b(?:[A-Z]\.){2,4}()[a-z]{3,20}(?= )"), " "),
)
_FORMS = (
    # No .5, 1 .000, 1. 000
    Form((" .",), re.compile(r"\bNo( )\.(?=\d)"), ""),
    Form((" .",), re.compile(r"(?<![\d.,])\d{1,3}( \.)\d{3}(?![\d.,])"), ","),
    Form((". 000", ", 000"), re.compile(r"(?<![\d.,])\d{1,3}([.,] )000(?![\d.,])"), ","),
    # the mayor 's plan, was n't, didn t
    Form((" '", " ’"), re.compile(r"\b[A-Za-z]{2,20}( )['’](?:s|t|re|ve|ll)(?= [a-z])"), ""),
    Form(
        ("n t ",),
        re.compile(r"\b(?:did|do|does|was|were|is|are|had|has|have|could|would|should|ca|wo)n( )t(?= )"),
        "’",
    ),
    # e. g., 9 a. m., the U. S. government
    Form((". g.",), re.compile(r"\be\.( )g\."), ""),
    Form(("i. e.",), re.compile(r"\bi\.( )e\."), ""),
    Form(("a. m.", "p. m."), re.compile(r"\d ?[ap]\.( )m\."), ""),
    Form(("U. ",), re.compile(r"\bU\.( )[SKN]\.(?= [a-z])"), ""),
    # February 24,2022; in 2022,Russia
    Form(
        (",19", ",20"),
        re.compile(
            r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2},()(?:19|20)\d\d(?![\d,])"
        ),
        " ",
    ),
    # the head of the, agency
    Form((" the,", " an,"), re.compile(r"\b(?:the|an)(,) (?=[a-z]{3,20} [^,\n–—(]{25})"), ""),
    # did n't, 10 o 'clock, won”,he, 5 year-old
    Form(
        (" n't", " n’t"),
        re.compile(r"\b(?:did|do|does|was|were|is|are|had|has|have|could|would|should)( )n['’]t\b", re.IGNORECASE),
        "",
    ),
    Form(("o 'clock", "o ’clock", "o' clock", "o’ clock"), re.compile(r"\bo( ?['’] ?)clock\b"), "'"),
    Form(('",', "”,"), re.compile(r"[a-z][”\"],()[a-z]{2,20}(?= )"), " "),
    Form((" year-old",), re.compile(r"(?<![\w.,-])\d{1,3}( )year-old\b"), "-"),
    Form(("…",), re.compile(r"[a-z]{3}…()[A-Z][a-z]{1,20}(?= [a-z])"), " "),
    # a town(small for its age), the ( small ) town
    Form(("(",), re.compile(r"(?<=[a-z]{3})()\([a-z]{2,20}(?=[ ,])"), " "),
    Form(("(",), re.compile(r"(?<=[a-z]{3})()\([A-Z][a-zß-ÿ]{3,30}(?=[ ,)])"), " "),
    Form((")",), re.compile(r"\([A-Z][a-zß-ÿ]{4,30}\)()[a-z]{2,20}(?= )"), " "),
    Form(("( ",), re.compile(r"\(( )[A-Za-z0-9](?=[^()\n]{0,160}\))"), ""),
    Form((" )",), re.compile(r"\([^()\n]{1,160}\w( )\)"), ""),
    # red- or green is sound, red- painted is not; won 3- 0; a broken-off-.
    Form(("- ",), re.compile(r"(?<![\w.,/:-])\d{1,2}-( )\d{1,2}(?![\w/%-]|[.,]\d)"), ""),
    Form(("%",), re.compile(r"\b\d[\d.,]{0,12} ?%()[a-z]{2,20}(?= )"), " "),
    # 3 .5 metres, 5 ° C, a town ( ), , .
    Form((" .", " ,"), re.compile(r"(?<![\d.,])\d{1,4}( )[.,]\d{1,2}(?![\d.,])"), ""),
    # 2.5billion dollars, minus 15 ° in
    Form(
        ("illion", "percent", "ters", "tres", "uros", "ollars"),
        re.compile(
            r"(?<![\w.,])\d{1,4}[.,]\d{1,3}()(?:[mbtr]{1,2}illion|percent|(?:kilo)?met(?:er|re)s|euros|dollars)(?![\w-])"
        ),
        " ",
    ),
    Form((" ° ", " °,", " °."), re.compile(r"\d( )°(?= [a-z]|[,.])"), ""),
    # a car of $ 9,000, the tag # Ferry
    Form(("$ ", "£ "), re.compile(r"(?<![\w$£])[$£]( )\d"), ""),
    Form(("# ",), re.compile(r"(?<=[a-z,:] )#( )[A-Z][A-Za-z0-9]{2,30}\b"), ""),
    Form(("º",), re.compile(r"\d( ?º ?)(?:C\b)?"), " °"),
    Form(("° C",), re.compile(r"\d ?°( )C\b"), ""),
    Form(("()", "( )"), re.compile(r"[^\W\d_]( \( ?\))(?=[\s.,;:]|$)"), ""),
    Form((" .", " ,", " ;"), re.compile(r"\w[,;:]( [.,;])(?=\s|$)"), ""),
    Form((". .",), re.compile(r"(?<![. ])\.( \.)(?=\s?$| [A-Z])"), ""),
    Form((" .", " ,"), re.compile(r"\w( [-–—] )[.,](?=\s|$)"), ""),
    # closed. , said
    Form((". ,", ". ;"), re.compile(r"\b[a-z]{2,20}(\. )[,;](?=\s)"), ""),
    Form((",)", ";)", ", )", "; )"), re.compile(r"\([^()\n]{3,160}\w( ?[,;] ?)\)"), ""),
    Form((")",), re.compile(r"\([^()\n]{8,160}\)()[A-Za-z]{2,20}"), " "),
    # the town (AFP)The fire
    Form((")",), re.compile(r"\([A-Z]{2,8}\)()[A-Z][a-z]{1,20}(?= [a-z])"), " "),
    # on Jan.11
    Form(
        ("Jan.", "Feb.", "Mar.", "Apr.", "Aug.", "Sept.", "Sep.", "Oct.", "Nov.", "Dec."),
        re.compile(r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.()[1-9]\d?(?![\w.])"),
        " ",
    ),
    Form((" .",), re.compile(r"\b[a-z]{3,20}( )\.(?=[A-Z][a-z]{1,20} [a-z])"), ""),
    Form(("-.",), re.compile(r"(?<![\w-])[^\W\d_]{2,20}(?:-[^\W\d_]{1,20}){0,4}(-)\.(?=\s|$)"), ""),
)
_NEAR = 40  # characters before the place that are shown with it
_OPENS_ASIDE = re.compile(r" -(?=[a-z])")
_ONE_SIDED = ("- ", "– ", "— ", " –", " —")
_LONE_DASH = re.compile(r"\b[a-z]{2,20}(?: [–—](?=[a-z])|[–—-] )([a-z]{2,20})\b(?![-–—])")
_SUSPENDED = frozenset(("and", "or", "to", "nor", "but", "versus", "through", "not", "as", "rather", "even", "if"))
_HEAD = re.compile(r"[,;:)] ?(?=\w)")


@cache
def _forms() -> tuple[tuple[Form, ...], tuple[Form, ...]]:
    """The forms that need a stop or comma glued to a letter, and the others."""
    words = load_toml(data_path("checks", "blank_marks.toml"), Words)
    openers, said = "|".join(words.openers), "|".join(words.said)
    starters = "|".join(sorted(word.title() for word in segment_rules()["en"].starters if word.isalpha()))
    # docked at the ISS.The crew; the ISS,which
    acronym = r"(?<![\w./@-])[A-Z]{2,8}"
    ended = Form((".",), re.compile(rf"{acronym}\.()(?:{starters})(?= )"), " ")
    went_on = Form((",",), re.compile(rf"{acronym},()(?:which|who|where|the|and|but|said)(?= )"), " ")
    # he was tired.he left
    opened = Form(
        tuple(f".{word} " for word in words.openers),
        re.compile(rf"(?<![\w./@-])[a-z]{{3,20}}\.()(?:{openers})(?= )"),
        " ",
    )
    # The minister of finance, said that
    told = Form(
        tuple(f", {verb} that " for verb in words.said),
        re.compile(rf"(?:^|(?<=[.!?] ))[A-Z][^,.;:?!—–“”\"()\n]{{10,110}}(,) (?:{said}) that\b"),
        "",
    )
    return (*_STOPS, opened, ended, went_on), (*_FORMS, *SIGN_FORMS, told)


@cache
def _needles() -> tuple[tuple[str, frozenset[str]], ...]:
    """What the matches of all forms hold, each with what a text that has it has as a whole word or mark."""
    every = {needle for forms in _forms() for form in forms for needle in form.needles}
    return tuple((needle, whole(needle) or frozenset(needle)) for needle in sorted(every))


def suspects(text: str, pieces: Set[str]) -> Suspects:
    """The forms that may stand in a text, by what each match holds: few for most articles.

    ``pieces``: its characters, words and the stretches between words.
    """
    stops, others = _forms()
    held = {needle for needle, parts in _needles() if parts <= pieces and needle in text}
    found = [form for form in others if not held.isdisjoint(form.needles)]
    return [form for form in stops if not held.isdisjoint(form.needles)] if _GLUED.search(text) else [], found


def blank_marks(text: str, forms: Suspects) -> Iterator[tuple[int, int, str]]:
    """``(start, end, mended)`` of the marks of a paragraph of English; ``forms`` are the `suspects` of its text."""
    if head := _HEAD.match(text):
        yield head.start(), head.end(), ""
    stops, others = forms
    for form in (*stops, *others) if stops and _GLUED.search(text) else others:
        for match in form.pattern.finditer(text) if any(map(text.__contains__, form.needles)) else ():
            start = match.start() if match.start(1) - match.start() <= _NEAR else match.start(1)
            yield start, match.end(), f"{text[start : match.start(1)]}{form.better}{text[match.end(1) : match.end()]}"
    yield from _dashes(text)


def _dashes(text: str) -> Iterator[tuple[int, int, str]]:
    """``it was– and is``, ``seen –and liked``: a blank on one side; no hanging hyphens (``two- or three-story``)."""
    if not any(map(text.__contains__, _ONE_SIDED)):
        return
    for match in _LONE_DASH.finditer(text):
        if "-" not in match[0] or match[1] not in _SUSPENDED:
            left, right = re.split(r" ?[–—-] ?", match[0])
            compound = "-" in match[0] and not _OPENS_ASIDE.search(text, max(0, match.start() - ASIDE), match.start())
            yield match.start(), match.end(), f"{left}-{right}" if compound else f"{left} – {right}"
