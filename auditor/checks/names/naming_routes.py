"""Names that show the way they took: Lin Fangzheng for a Japanese, al-Dzhufra, Kovács Gergely, Dawood Oglu (NM201)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_alphabet import listed_forms, strange_letters
from auditor.checks.names.naming_spans import spoken_of
from auditor.checks.names.routes_data import mandarin, routes
from auditor.checks.spans import Spans
from auditor.entities.wording import language_name
from auditor.names.chinese import in_pinyin
from auditor.reading.article import Reading
from auditor.reading.mentions.words import is_given
from auditor.records import Evidence, Suggestion
from auditor.text.lexicon import lexicon
from auditor.text.traits import trait

_CAP = "A-ZÁÉÍÓÖŐÚÜŰ"
_WORD = rf"[{_CAP}][^\W\d_]{{1,20}}"
_NATION = re.compile(r"(?:Japan|South Korea|Korea)(?:ese|n|’s|'s)?")
_HOLDER = re.compile(r" ((?:[A-Za-z-]{2,20} ){1,7})([A-Z][a-z]{1,5} [A-Z][a-z’']{1,11})(?![\w-])")
_FAMILY = re.compile(rf"(?<![\w.-])({_WORD})((?: [{_CAP}]\.)?) $")
_BACK = 26  # characters before a given name in which the family name stands
_COMMON = 2.6  # zipf of a word of English, from which it is no family name of Hungary
_ARTICLED = re.compile(r"(?:[AaEe][ltsrdnz]|[AaEe]sch)-[A-ZŻŹ]\w{3,20}")
_BEFORE_SON = re.compile(rf"(?<![\w-]){_WORD} $")
_SYLLABLES = re.compile(r" ([A-Z][a-z]{1,6}) ([a-z]{2,6})(?![\w-])")
_WEIGHT = 1.0


def routed(context: Context) -> Iterator[Hit]:
    """The names of an English article that came through another language's letters, readings or order."""
    reading = context.reading
    own = [
        *_read_as_chinese(reading),
        *_family_first(reading),
        *_articled(reading),
        *_sons(reading),
        *_cut_korean(reading),
    ]
    found = [*own, *strange_letters(context, Spans((hit.start, hit.end) for hit in own))]
    silent = Spans((zone.start, zone.end) for zone in reading.layout.excluded) if found else None
    for hit in found:
        if silent and not silent.hits(hit.start, hit.end) and not spoken_of(reading.text, hit.start, hit.end):
            yield hit


def _read_as_chinese(reading: Reading) -> Iterator[Hit]:
    """Holders of an office of Japan or Korea whose name is spelt as Mandarin reads it, wherever they stand."""
    found: dict[str, str] = {}
    for word in reading.traits.having(_NATIONAL):
        for at in reading.places[word]:
            token = reading.tokens[at]
            holder = _HOLDER.match(reading.text, token.end)
            nation = "Korean" if "Korea" in word else "Japanese"
            if holder and _of_office(holder[1]) and _mandarin(holder[2], nation):
                found.setdefault(holder[2], nation)
    for family, nation in {name.split()[0]: nation for name, nation in found.items()}.items():
        yield from _mandarin_family(reading.text, family, nation)


def _mandarin_family(text: str, family: str, nation: str) -> Iterator[Hit]:
    """A family name in its Chinese reading, with a given name in it or alone, wherever it stands."""
    for match in re.finditer(rf"(?<![\w-]){re.escape(family)}(?: [A-Z][a-z]{{1,11}})?(?![\w-])", text):
        name = match[0] if " " not in match[0] or in_pinyin(match[0]) else family
        why = f"“{name}” is a {nation} name in its Chinese reading"
        yield _hit(match.start(), name, f"the {nation} one", why, "zh")


def _of_office(words: str) -> bool:
    said = frozenset(words.lower().split())
    return said <= routes().offices and not said.isdisjoint(routes().heads)


def _mandarin(name: str, nation: str) -> bool:
    return bool(mandarin(nation).search(name.lower())) and in_pinyin(name)


def _family_first(reading: Reading) -> Iterator[Hit]:
    """``Kovács Gergely``: a given name of Hungary behind what is neither a given name nor a word of English."""
    for given in reading.traits.having(_HUNGARIAN):
        for at in reading.places[given]:
            token = reading.tokens[at]
            before = _FAMILY.search(reading.text, max(0, token.start - _BACK), token.start)
            if before and _is_family(before[1], initial=bool(before[2])) and not _named_after(reading.text, token.end):
                form = reading.text[before.start() : token.end]
                why = f"“{form}” has the family name first, as Hungarian has it"
                yield _hit(before.start(), form, f"{given}{before[2]} {before[1]}", why, "hu")


def _is_family(word: str, *, initial: bool) -> bool:
    """False for a title, a given name, and a word of English without an initial behind it."""
    low = word.lower()
    if low in routes().never_first or is_given(word):
        return False
    return initial or lexicon().zipf(low, "en") < _COMMON


def _named_after(text: str, end: int) -> bool:
    """True for a street, a hall or a prize called after somebody, and where a second family name follows."""
    after = re.match(r"[ -](\w{1,20})", text[end : end + 22])
    return after is not None and (after[1].lower() in routes().never_next or after[1][0].isupper())


def _articled(reading: Reading) -> Iterator[Hit]:
    """Arabic names behind their article in the letters of German, Russian or Polish: al-Dschufra, al-Dzhufra."""
    for word in reading.traits.having(_ARABIC):
        language, right = _plain_arabic(word) or ("", word)
        for at in reading.places[word]:
            why = f"“{word}” is how {language_name(language)} spells Arabic"
            yield _hit(reading.tokens[at].start, word, right, why, language)


def _plain_arabic(word: str) -> tuple[str, str] | None:
    """The language whose letters a word behind an Arabic article has, and the word in those of English."""
    if not _ARTICLED.fullmatch(word):
        return None
    for language, pairs in routes().arabic.items():
        right = word
        for old, new in pairs:
            right = right.replace(old, new).replace(old.capitalize(), new.capitalize())
        if right != word:
            return language, right
    return None


def _sons(reading: Reading) -> Iterator[Hit]:
    """Turkish surnames in -oğlu in two words, as they come through Arabic."""
    for word in reading.traits.having(_SON):
        for at in reading.places[word]:
            token = reading.tokens[at]
            before = _BEFORE_SON.search(reading.text, max(0, token.start - _BACK), token.start)
            if before and not re.match(r" [A-Z]", reading.text[token.end : token.end + 2]):
                form = reading.text[before.start() : token.end]
                right = f"{before[0].strip()}{word.lower()}"
                if form in listed_forms().get(word, ()):  # another check knows whose it is
                    continue
                yield _hit(before.start(), form, right, f"“{form}” is a Turkish surname cut in two", "ar")


def _cut_korean(reading: Reading) -> Iterator[Hit]:
    """Korean given names of which the second syllable stands apart in lower case: Lee Jae myeong."""
    for family in reading.traits.having(_KOREAN):
        for at in reading.places[family]:
            token = reading.tokens[at]
            rest = _SYLLABLES.match(reading.text, token.end)
            if rest and rest[2] in routes().korean_ends:
                form = reading.text[token.start : rest.end()]
                why = f"“{form}” is a Korean name with the given name cut in two"
                yield _hit(token.start, form, f"{family} {rest[1]}-{rest[2]}", why, "ko")


def _hit(start: int, form: str, right: str, why: str, language: str) -> Hit:
    return Hit(
        start=start,
        end=start + len(form),
        args={"form": form, "right": right, "why": why, "language": language_name("en")},
        suggestions=() if right.startswith("the ") else (Suggestion(text=right),),
        evidence=(Evidence(kind="table", text=why, source="data/checks/family_first.toml"),),
        points_to=language,
        weight=_WEIGHT,
    )


_NATIONAL = trait(lambda word: _NATION.fullmatch(word), "en")
_HUNGARIAN = trait(lambda word: word in routes().hungarian, "en")
_ARABIC = trait(_plain_arabic, "en")
_KOREAN = trait(lambda word: word in routes().korean_families, "en")
_SON = trait(lambda word: word in routes().sons, "en")
