"""Names that begin in English in copy of another language: Ministry für Verkehr, University de Californie (NM102)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.spans import Spans, in_address, quoted
from auditor.checks.words.residue_lone import lone_words
from auditor.records import Evidence
from auditor.text.lexicon import LANGUAGES, SCALE, lexicon

_ENGLISH = LANGUAGES.index("en")
_ALIEN = round(1.0 * SCALE)  # zipf by which the noun must be commoner in English
_HOME, _NATIVE = round(2.5 * SCALE), round(1.5 * SCALE)  # of a word with a capital that goes on in the copy's language
_AFTER = re.compile(r"[ \u00a0]([^\W\d_]{1,30})(?:['’]([^\W\d_]{1,30}))?(?:[ \u00a0]([^\W\d_]{1,30}))?")
_BEFORE = re.compile(r"([^\W\d_]{1,30})[ \u00a0-]\Z")
_REACH = 32
_WEIGHT = 2.0


def english_heads(context: Context) -> Iterator[Hit]:
    """Nouns of English behind no name of English, with what joins names in the copy's language behind them."""
    reading = context.reading
    own = LANGUAGES.index(reading.base) if reading.base in LANGUAGES else _ENGLISH
    heads = sorted(lone_words().heads.intersection(reading.places)) if own != _ENGLISH else []
    if not heads:
        return
    silent, spoken = Spans((zone.start, zone.end) for zone in reading.layout.excluded), quoted(reading)
    for at in sorted(at for head in heads for at in reading.places[head]):
        token = reading.tokens[at]
        row = lexicon().row(token.text)
        if row[_ENGLISH] - row[own] < _ALIEN or token.text.lower() in lone_words().own[reading.base]:
            continue
        if (
            in_address(reading.text, token)
            or silent.hits(token.start, token.end)
            or spoken.hits(token.start, token.end)
        ):
            continue
        before = _BEFORE.search(reading.text, max(0, token.start - _REACH), token.start)
        if before and before[1][0].isupper() and lexicon().row(before[1])[own] < lexicon().row(before[1])[_ENGLISH] + 1:
            continue  # Columbia University
        end = _end(reading.text, token.end, reading.base, own)
        if end:
            yield _hit(reading.text, token.start, end, token.text)


def _end(text: str, at: int, language: str, own: int) -> int | None:
    """Where a name ends that goes on in the copy's language; None where it does not."""
    after = _AFTER.match(text, at)
    if after is None:
        return None
    word = after[1]
    if word in lone_words().joins[language]:
        return after.end() if after[2] or after[3] else None
    row = lexicon().row(word)
    scripted = word[0] >= "\u0400" and language in ("ru", "uk")
    native = word[0].isupper() and row[own] >= _HOME and row[own] - row[_ENGLISH] >= _NATIVE
    return after.end(1) if scripted or (native and not lone_words().joins[language]) else None


def _hit(text: str, start: int, end: int, head: str) -> Hit:
    form = text[start:end]
    return Hit(
        start=start,
        end=end,
        args={"form": form, "right": "", "why": f"an English name (“{head}”), the rest in the language of the copy"},
        evidence=(Evidence(kind="table", text=f"“{head}” is English", source="data/languages/lone_words.toml"),),
        severity="major",
        points_to="en",
        weight=_WEIGHT,
    )
