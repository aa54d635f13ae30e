"""Which language a text is in: a lexicon vote, and langdetect as second opinion on documents that leave doubt.

langdetect is used through private factories: its global one is seeded at random and races on first use.
"""

from __future__ import annotations

import random
import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from math import exp, log
from typing import TYPE_CHECKING, Any

import msgspec

from auditor.packs import data_path, load_toml
from auditor.records import Record
from auditor.text.lexicon import LANGUAGES, SCALE, Lexicon, lanes, lexicon

if TYPE_CHECKING:
    from langdetect.detector_factory import DetectorFactory

UNKNOWN = "und"
_SEED = 20221
_CAP = 500  # characters given to langdetect
_VOTERS = 150  # words of a document that vote
_SURE, _MANY = 0.95, 50  # a vote of so many words that needs no second opinion: 7,000 of 7,000 were right (WMT22)
_FEW, _SMALL, _TOLD = 40, 2, 0.4  # words of a flash, those in lower case that tell its language, and how surely
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ\-][^\W\d_]+)*")
_LOCK = threading.Lock()


class _Kindred(Record, frozen=True):
    """``data/languages/kindred.toml``; see its header."""

    schema: int
    wide: tuple[str, ...]
    kin: dict[str, tuple[str, ...]]
    scripts: dict[str, str]
    shared: dict[str, tuple[str, ...]]


@cache
def _kindred() -> _Kindred:
    return load_toml(data_path("languages", "kindred.toml"), _Kindred)


class LanguageGuess(msgspec.Struct, frozen=True):
    """A BCP 47 code (``und`` when nothing can be said) and how sure, in [0, 1]."""

    code: str
    score: float


NOTHING = LanguageGuess(UNKNOWN, 0.0)


def vote(words: Sequence[str], lexicon: Lexicon) -> LanguageGuess:
    """The lexicon language with the largest sum of log frequencies over ``words``.

    For spans of three words or more; a single word gives a low score unless only one language has it. The share of
    words that no language has counts against the score: mostly unseen words give ``und``.
    """
    rows = lexicon.packed(words)
    seen = len(rows) - rows.count(0)
    if not seen:
        return NOTHING
    sums = lanes(sum(rows))
    best = sums.index(max(sums))
    if seen * 2 < len(words):
        return LanguageGuess(UNKNOWN, round(1 - seen / len(words), 3))
    # Half a nat for each tenth of zipf would be the sum itself; words of a text depend on each other, so damp it.
    damp = log(10) / SCALE / max(1.0, seen**0.5)
    odds = sum([exp((lane - sums[best]) * damp) for lane in sums])
    return LanguageGuess(LANGUAGES[best], round(seen / len(words) / odds, 3))


def leader(words: Iterable[str], lexicon: Lexicon) -> str:
    """The code of the language that `vote` would name, if it named one."""
    sums = lanes(sum(lexicon.packed(words)))
    return LANGUAGES[sums.index(max(sums))]


def detect(text: str) -> LanguageGuess:
    """Language of a document: script first, then lexicon vote; langdetect where the vote is unsure or has near kin.

    Deterministic; reads the beginning of the text. Text with fewer than four words or twenty letters
    gives ``und`` with a low score.
    """
    sample = text[: _CAP * 4]
    words = list(map(re.Match.group, islice(_WORD.finditer(sample), _VOTERS)))
    letters = sum(map(len, words))
    by_script = _script_language(sample) if letters else None
    if by_script:
        return LanguageGuess(by_script, 0.99 if letters >= 20 else 0.5)
    if len(words) < 4 or letters < 20:
        return LanguageGuess(UNKNOWN, 0.1 if words else 0.0)
    small = [word for word in words if word.islower()] if len(words) < _FEW else []
    if len(small) >= _SMALL:  # a flash is half names, and these are of any language
        told = vote(small, lexicon())
        if told.code != UNKNOWN and told.code not in _kindred().kin and told.score >= _TOLD:
            return told
    voted = vote(words, lexicon())
    if voted.code == UNKNOWN or voted.score < 0.3:
        return _langdetect(sample, wide=True) or LanguageGuess(voted.code, min(voted.score, 0.4))
    if voted.score >= _SURE and len(words) >= _MANY and voted.code not in _kindred().kin:
        return voted
    second = _langdetect(sample, wide=voted.code in _kindred().kin)
    if second and second.code in _kindred().kin.get(voted.code, ()) and second.score >= 0.85:
        return LanguageGuess(second.code, round(second.score * 0.8, 3))
    if second is None or second.code == voted.code:
        return voted if second is None else LanguageGuess(voted.code, round(1 - (1 - voted.score) / 2, 3))
    return LanguageGuess(voted.code, round(voted.score * 0.7, 3))


def _script_language(sample: str) -> str | None:
    """The language that a script other than Latin, Cyrillic and Arabic gives away, when it prevails."""
    if sample[:_CAP].isascii() or "".join(filter(str.isalpha, sample[:_CAP])).isascii():
        return None
    scripts = Counter(_script(char) for char in sample[:_CAP] if char.isalpha())
    kana = scripts["HIRAGANA"] + scripts["KATAKANA"]
    (name, count), total = scripts.most_common(1)[0], scripts.total()
    if kana * 10 > total:
        return "ja"
    return _kindred().scripts.get(name) if count * 2 > total else None


def written_in(words: str) -> tuple[str, ...]:
    """The languages that words in another script than Latin and Cyrillic are likely in; kana among them is Japanese."""
    known, scripts = _kindred(), {_script(char) for char in words if char.isalpha()}
    if scripts & {"HIRAGANA", "KATAKANA"}:
        return (known.scripts["HIRAGANA"],)
    names = sorted(scripts & (known.scripts.keys() | known.shared.keys()))
    return tuple(
        dict.fromkeys(code for name in names for code in known.shared.get(name, known.scripts.get(name, "").split()))
    )


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "?").split(" ", 1)[0].split("-", 1)[0]


def _langdetect(sample: str, *, wide: bool) -> LanguageGuess | None:
    """langdetect's guess on the capped sample; ``None`` where it finds no features."""
    from langdetect.lang_detect_exception import LangDetectException

    detector: Any = _factory(wide).create()
    detector.n_trial = 1
    detector.max_text_length = _CAP
    detector.append(sample[: _CAP * 2])
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return None
    if not found:
        return None
    return LanguageGuess({"zh-cn": "zh"}.get(found[0].lang, found[0].lang), round(min(found[0].prob, 0.99) * 0.9, 3))


def _factory(wide: bool) -> DetectorFactory:
    with _LOCK:
        return _load(wide)


@cache
def _load(wide: bool) -> DetectorFactory:
    """A seeded factory of our own with the candidates' profiles, in a fixed order."""
    from pathlib import Path

    import langdetect
    from langdetect.detector_factory import DetectorFactory

    folder = Path(langdetect.__file__).parent / "profiles"
    codes = sorted({*LANGUAGES, *_kindred().wide}) if wide else list(LANGUAGES)
    factory = DetectorFactory()
    factory.load_json_profile([(folder / code).read_text(encoding="utf-8") for code in codes])
    factory.seed = random.Random(_SEED).randrange(2**31)
    return factory
