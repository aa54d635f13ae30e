"""How likely an article is a translation, and from which languages: log likelihood ratios added up.

Style says how likely a translation is at all and, for the languages it was trained on, from which one; what speaks for
a language (names, residue, calques, agencies) says both, for any language; what the text is about only helps to tell
languages apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import exp, log

import msgspec

from auditor.packs import data_path, load_toml
from auditor.reading.article import Reading
from auditor.records import Record
from auditor.text.memo import once
from auditor.text.source_places import NAMES_PLACE, languages, topics
from auditor.text.source_style import NATIVE, Style, judge, log_sum


class Settings(Record, frozen=True):
    """Priors and thresholds of the verdict: ``data/style/verdict.toml`` says what each means."""

    schema: int
    prior: float
    repeated: float
    alternative: float
    style_share: float
    style_nats: float
    relative: float
    relatives: dict[str, tuple[str, ...]]
    stranger: float
    stranger_lead: float
    stranger_home: float
    topic_nats: float
    topic_swing: float
    topic_half: float
    yes: float
    unnamed: float
    no: float
    named: float
    witnesses: int
    witnessed: float
    by_style: float
    at_home: float
    home_words: int
    read_as: float
    read_share: float
    maker: float
    local: float
    quoted: float
    worldwide: frozenset[str]
    stated: float
    address: float
    furniture: float


class Sign(msgspec.Struct, frozen=True):
    """What speaks for one or more languages, the likeliest first; ``weight`` in nats. Repeating a kind adds little."""

    kind: str
    languages: tuple[str, ...]
    weight: float


class Odds(msgspec.Struct, frozen=True):
    """Probability that the text is a translation, and of each language, given that it is one."""

    translated: float
    shares: dict[str, float]
    styled: bool

    @property
    def likeliest(self) -> tuple[str, float]:
        return max(((code, share) for code, share in self.shares.items()), key=lambda pair: (pair[1], pair[0]))


@cache
def settings() -> Settings:
    return load_toml(data_path("style", "verdict.toml"), Settings)


def odds(reading: Reading, signs: Sequence[Sign]) -> Odds:
    """The odds by style, places and signs."""
    style, half = _style(reading), settings().topic_half
    named = _places_named(reading)
    about = {code: count / (count + half) for code, count in named.items()}
    said = sum(sign.weight for sign in signs if not sign.languages)
    return weigh(totals(signs), style, about, said, _home(named))


@once
def _style(reading: Reading) -> Style | None:
    """The style of English copy."""
    return judge(_body(reading)) if reading.base == "en" else None


@once
def _places_named(reading: Reading) -> Mapping[str, float]:
    """Language -> how many words of the text name its places and people."""
    return topics({word: len(reading.places[word]) for word in reading.traits.having(NAMES_PLACE)})


def _home(named: Mapping[str, float]) -> str | None:
    """The language that nearly all words for places speak for, where there are some."""
    s = settings()
    code = max(named, key=lambda code: (named[code], code), default=None)
    return code if code and named[code] >= max(s.home_words, s.at_home * sum(named.values())) else None


def borne_out(reading: Reading, signs: Sequence[Sign], code: str) -> bool:
    """Whether the page itself, more than one phrase, or style speaks for the language; or where the text is at home.

    A foreign topic is no sign of a translation. But what is known to be one, and hardly names any places but those of
    one language, comes from there.
    """
    s, style = settings(), _style(reading)
    if style is not None and style.probabilities.get(code, 0.0) >= s.by_style:
        return True
    speaking = [sign for sign in signs if code in sign.languages]
    if len({sign.kind for sign in speaking}) >= s.witnesses and totals(signs).get(code, 0.0) >= s.witnessed:
        return True
    return _home(_places_named(reading)) == code or any(sign.weight >= s.stated for sign in speaking)


def weigh(
    summed: Mapping[str, float],
    style: Style | None,
    about: Mapping[str, float],
    said: float = 0.0,
    home: str | None = None,
) -> Odds:
    """The odds from nats of signs by language, style, and how far the text is about a language's places (0 to 1).

    ``said``: nats of the signs of a translation that name no language. ``home``: the language whose places alone the
    text is about.
    """
    scores = _scores(summed, style, about, home)
    named = {code: value + settings().topic_nats * about.get(code, 0.0) for code, value in scores.items()}
    whole = log_sum(named.values())
    shares = {code: exp(value - whole) for code, value in named.items()}
    return Odds(_translated(scores, style, about, said), shares, style is not None)


def totals(signs: Iterable[Sign]) -> dict[str, float]:
    """Language -> summed nats; a sign for several languages counts for each, a repeated kind of sign ever less."""
    s, seen = settings(), Counter[str]()
    summed: dict[str, float] = {}
    for sign in signs:
        worth = sign.weight * s.repeated ** seen[sign.kind]
        seen[sign.kind] += 1
        for place, code in enumerate(sign.languages):
            summed[code] = summed.get(code, 0.0) + (worth * s.alternative if place else worth)
    return summed


def read_as(reading: Reading, signs: Sequence[Sign]) -> frozenset[str]:
    """The languages that the article reads as if translated from; none where that is open."""
    s, found = settings(), odds(reading, signs)
    if not found.styled or found.translated < s.read_as:
        return frozenset()
    return frozenset(code for code, share in found.shares.items() if share >= s.read_share)


def _body(reading: Reading) -> str:
    parts = [reading.text[block.start : block.end] for block in reading.layout.blocks if block.kind != "excluded"]
    return "\n\n".join(parts)


def _scores(
    summed: Mapping[str, float], style: Style | None, about: Mapping[str, float], home: str | None
) -> dict[str, float]:
    """Language -> log of its share in the style (blended with an even one) plus the nats of its signs."""
    s = settings()
    codes = languages() if summed.keys() <= _places() else tuple(sorted({*languages(), *summed}))
    shares = _shares(style, codes, about, summed, home) if style else dict.fromkeys(codes, 1 / len(codes))
    return {c: log(s.style_nats * shares[c] + (1 - s.style_nats) / len(codes)) + summed.get(c, 0.0) for c in codes}


@cache
def _places() -> frozenset[str]:
    return frozenset(languages())


def _shares(
    style: Style, codes: Sequence[str], about: Mapping[str, float], summed: Mapping[str, float], home: str | None
) -> dict[str, float]:
    """The share that style gives to each language.

    The model must call copy from a language that it never saw by one that it knows. So an unknown language gets an even
    share as far as the text is about its places rather than those of a known one, or a part of the share of a known
    relative if the signs speak for it no less than for any of these, or of any known one if they clearly do, or if the
    text is at home there.
    """
    s = settings()
    known = {code: p for code, p in style.probabilities.items() if code != NATIVE}
    total = sum(known.values()) or 1.0
    rival = max(about.get(code, 0.0) for code in known)
    shares = {c: known[c] / total if c in known else max(0.0, about.get(c, 0.0) - rival) / len(known) for c in codes}
    for code, relatives in s.relatives.items():
        if 0 < summed.get(code, 0.0) >= max(summed.get(other, 0.0) for other in relatives):
            shares[code] = max(shares[code], s.relative * max(known[other] for other in relatives) / total)
    most, rivals = max(known.values()) / total, max(summed.get(code, 0.0) for code in known) + s.stranger_lead
    for code in summed.keys() - known.keys():
        if summed[code] >= rivals:
            shares[code] = max(shares[code], s.stranger * most)
    if home and home not in known:
        shares[home] = max(shares[home], s.stranger_home * most)
    return shares


def _translated(scores: Mapping[str, float], style: Style | None, about: Mapping[str, float], said: float) -> float:
    """Probability that the text is a translation: any language of the scores, against native copy."""
    s = settings()
    summed = s.prior + said + log_sum([v + s.topic_swing * (2 * about.get(c, 0.0) - 1) for c, v in scores.items()])
    if style:
        native = min(max(style.probabilities[NATIVE], 1e-4), 1 - 1e-4)
        summed += s.style_share * (log((1 - native) / native) - log(len(style.probabilities) - 1))
    return 1 / (1 + exp(-summed))
