"""The checks of house style. They fire only where a style is set (``--style``), and cite the rule that they rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.style import house_dates, house_figures, house_words
from auditor.checks.style.house_spans import LIMIT, MQM, WHY, runner
from auditor.packs.style_file import (
    Acronyms,
    Currency,
    Dates,
    Millions,
    Numbers,
    Percent,
    Spelling,
    Thousands,
    Times,
    Titles,
)

_ENGLISH = ("en",)
_MESSAGE = "“{match}”: {house} writes {better}"
_SOURCE = "data/styles: each style names the guide and the entry; auditor styles show NAME"


def _bad(style: str, text: str, better: str | None = None, lang: str = "en") -> Example:
    before, _, rest = text.partition("⟦")
    fixed = None if better is None else before + better + rest.partition("⟧")[2]
    return Example(kind="bad", style=style, text=text, fixed=fixed, lang=lang)


def _good(style: str | None, text: str) -> Example:
    return Example(kind="good", style=style, text=text)


def _check(
    id: str,
    slug: str,
    title: str,
    run: Callable[[Context], Iterable[Hit]],
    *examples: Example,
    languages: tuple[str, ...] = _ENGLISH,
    message: str = _MESSAGE,
    limits: tuple[str, ...] = (),
) -> Check:
    return Check(
        id=id,
        slug=slug,
        title=title,
        mqm=MQM,
        severity="minor",
        why=WHY,
        message=message,
        run=run,
        languages=languages,
        examples=examples,
        sources=(_SOURCE,),
        limits=(LIMIT, *limits),
    )


CHECKS: tuple[Check, ...] = (
    _check(
        "DT501", "house-date", "A date that the house writes another way",
        runner("dates", Dates, house_dates.dates),
        _bad("guardian", "The bridge was opened on ⟦July 21, 2016⟧ by the mayor of the town.", "21 July 2016"),
        _bad("ap", "The bridge will be closed on ⟦3 October⟧ for repairs, the mayor said.", "Oct. 3"),
        _bad("economist", "The vote was set for ⟦5 May⟧ by the council of the town.", "May 5th"),
        _good("bbc", "The bridge was opened on 21 July 2016 and may 5 years later be closed; see you in May."),
        _good("ap", "The bridge was opened on July 21, 2016, and closed on Oct. 3. It was cold in October 2019."),
        _good("guardian", "The talks of July 5-6 went well. The September 11 attacks were remembered."),
        limits=("Dates in a range or a list of days are left alone.",),
    ),
    _check(
        "DT502", "house-time", "A time of day that the house writes another way",
        runner("times", Times, house_dates.times),
        _bad("ap", "The doors of the hall open at ⟦7:00 PM⟧ on Friday.", "7 p.m."),
        _bad("guardian", "The doors of the hall open at ⟦7 p.m.⟧ on Friday.", "7pm"),
        _bad("bbc", "The doors of the hall open at ⟦7:30pm⟧ on Friday.", "19:30"),
        _good("ap", "The doors of the hall open at 7:30 p.m. on Friday and close at noon."),
        limits=("Times of the 24-hour clock are not turned into those of the 12-hour clock.",),
    ),
    _check(
        "NU501", "house-percent", "A percentage that the house writes another way",
        runner("percent", Percent, house_figures.percent),
        _bad("guardian", "Prices rose by ⟦4.5 per cent⟧ in the spring.", "4.5%"),
        _bad("un", "Prices rose by ⟦4.5%⟧ in the spring.", "4.5 per cent"),
        _bad("fundeu", "Los precios subieron un ⟦4,5%⟧ en la primavera de este año.", "4,5\u00a0%", lang="es"),
        _good("ap", "Prices rose by 4.5% in the spring, and the gap is 3 percentage points."),
        _good(None, "Prices rose by 4.5 percent in the spring."),
        languages=("en", "de", "es", "fr"),
    ),
    _check(
        "NU502", "house-number", "A number in figures that the house writes in words, or the other way round",
        runner("numbers", Numbers, house_figures.numbers),
        _bad("ap", "The town has ⟦3⟧ bridges and a ferry, the mayor said.", "three"),
        _bad("guardian", "The town has ⟦twelve⟧ bridges and a ferry, the mayor said.", "12"),
        _bad("economist", "The town has ⟦eleven⟧ bridges and a ferry, the mayor said."),
        _good("economist", "The town has ten bridges and a ferry, the mayor said."),
        _good("ap", "The boy is 4 years old. He scored 3 goals. The road is 5 miles long. It costs 3 euros."),
        _good("eu", "The works took 5 months and the council closed three streets."),
        limits=("Sentences with several numbers are left alone: most houses treat them as a set.",),
    ),
    _check(
        "NU503", "house-thousands", "A large number whose figures the house groups another way",
        runner("thousands", Thousands, house_figures.thousands),
        _bad("un", "About ⟦25000⟧ people live in the old town.", "25,000"),
        _bad("eu", "About ⟦25,000⟧ people live in the old town.", "25\u00a0000"),
        _good("un", "About 25,000 people live in the old town, as they did in 1950 and in 2020."),
        languages=("en", "de", "es", "fr"),
    ),
    _check(
        "NU504", "house-million", "A sum of millions that the house writes another way",
        runner("millions", Millions, house_figures.millions),
        _bad("bbc", "The bridge will cost ⟦£4.5 million⟧ in all.", "£4.5m"),
        _bad("ap", "The bridge will cost ⟦$4.5bn⟧ in all.", "$4.5 billion"),
        _good("bbc", "The bridge will cost £4.5m; five million people will use it."),
    ),
    _check(
        "NU505", "house-currency", "A sign of currency that the house writes out",
        runner("currency", Currency, house_figures.currency),
        _bad("dpa-english", "The ticket costs ⟦€25⟧ at the door of the hall.", "25 euros"),
        _good("dpa-english", "The ticket costs 25 euros at the door of the hall, or £20 by post."),
    ),
    _check(
        "NM501", "house-acronym", "An acronym that the house cases another way",
        runner("acronyms", Acronyms, house_words.acronyms),
        _bad("guardian", "Ships of ⟦NATO⟧ will sail to the gulf next week, its spokesman said.", "Nato"),
        _bad("reuters", "Ships of ⟦Nato⟧ will sail to the gulf next week, its spokesman said.", "NATO"),
        _good("bbc", "Ships of Nato will sail to the gulf, the BBC said; UKIP and the UNHCR disagreed."),
        _good("economist", "Ships of NATO will sail to the gulf, Unicef said."),
        languages=("en", "de", "es", "fr"),
    ),
    _check(
        "NM502", "house-place", "A place for which the house has another name",
        house_words.fixed("place"),
        _bad("ap", "The delegation arrived in ⟦Kiev⟧ on Monday morning.", "Kyiv"),
        _bad("economist", "The cocoa harvest in ⟦Ivory Coast⟧ was poor this year.", "Côte d'Ivoire"),
        _good("guardian", "The delegation had chicken Kiev at the hotel on Monday."),
        _good("bbc", "Scotland won the Calcutta Cup. The delegation arrived in Kolkata."),
        languages=("en", "de", "es", "fr"),
    ),
    _check(
        "TM501", "house-word", "A word for which the house has another",
        house_words.fixed("term"),
        _bad("reuters", "The ⟦US⟧ ambassador left the town on Monday.", "U.S."),
        _bad("guardian", "The ⟦U.S.⟧ ambassador left the town on Monday.", "US"),
        _good("reuters", "The U.S. ambassador left the town on Monday with the UK envoy."),
        languages=("en", "de", "es", "fr"),
    ),
    _check(
        "TM502", "house-spelling", "A word that the house spells another way",
        runner("spelling", Spelling, house_words.spelling),
        _bad("bbc", "The council ⟦organized⟧ a fair by the old bridge.", "organised"),
        _bad("un", "The council ⟦organised⟧ a fair by the old bridge.", "organized"),
        _bad("bbc", "The council chose a new ⟦color⟧ for the old bridge.", "colour"),
        _good("bbc", "The council advised on the size of the prize. The World Health Organization capsized no boat."),
        _good("un", "The council advised, revised and promised; the analysis surprised the programme."),
    ),
    _check(
        "TM503", "house-title", "A title before a name that the house writes another way or leaves out",
        runner("titles", Titles, house_words.titles),
        _bad("reuters", "The ferry was closed on Monday. ⟦Mr Hollis⟧ was not pleased about it.", "Hollis"),
        _bad("ap", "On Monday former ⟦president⟧ Barack Obama visited the old bridge.", "President"),
        _good("ap", "On Monday President Barack Obama visited the bridge; the president was pleased."),
        _good("reuters", "“I thank Mr Hollis for the bridge,” the mayor said on Monday."),
    ),
    _check(
        "QT501", "house-quotation-marks", "Quotation marks of another kind than the house's",
        house_words.marks,
        _bad("eu", "The mayor said on Monday: ⟦“⟧The bridge is safe and will be opened soon.”"),
        _good("guardian", "The mayor said on Monday: “The bridge is safe and will be opened soon.”"),
        message="“{match}”: {house} sets quotations in {better}",
        languages=("en", "de", "es", "fr"),
    ),
)  # fmt: skip

TOPICS: dict[str, str] = {
    "DT501": "dates",
    "DT502": "times",
    "NU501": "percent",
    "NU502": "numbers",
    "NU503": "thousands",
    "NU504": "millions",
    "NU505": "currency",
    "NM501": "acronyms",
    "NM502": "words",
    "TM501": "words",
    "TM502": "spelling",
    "TM503": "titles",
    "QT501": "quotes",
}
