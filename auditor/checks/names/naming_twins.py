"""One name in two spellings: marks, vowels, doubled letters and the like (NM202)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations, groupby

from auditor.checks.base import Context, Hit
from auditor.checks.names.naming_anagrams import anagrams
from auditor.checks.names.naming_links import linked
from auditor.checks.names.naming_mixed import bare, mixed, spelling_hit, with_and_without
from auditor.checks.names.naming_public import differing, one_edit
from auditor.checks.names.naming_respelt import respelt
from auditor.checks.names.naming_variants import listed_twins
from auditor.checks.persons.person_words import names
from auditor.reading.article import Mention, Reading
from auditor.reading.elsewhere import foreign_blocks, lies_in
from auditor.text.lexicon import Lexicon
from auditor.text.tokens import tokens

Span = tuple[int, int]
_GIVEN, _WORD = 4, 6  # letters of a given name beside one family name, and of any other word of a name
_SHORT = 5  # letters of a name of which one spelling stands once beside another that stands more often
_PART = 2  # letters in which the two may differ, in one place
_CARELESS, _AHEAD = 2.6, 1.0  # zipf of the rarer spelling where it is commonest, and by which the other is commoner
_MANY = 3  # spellings that no two persons account for
_SURE = 6  # consonants of a name that a bare slip in it has as well, whatever else is called so (Frederickson)
_BONES = 3  # consonants that both spellings have, at least, in a word that stands alone
_VOWELS = frozenset("aeiouyäöü")
_UNVOICED = str.maketrans("bdgvz", "ptkfs")
_SOUNDS = (
    ("ph", "f"), ("ck", "k"), ("tz", "z"), ("sch", "sh"), ("th", "t"), ("kh", "h"), ("w", "v"), ("c", "k"), ("j", "y"),
)  # fmt: skip


def all_mixed(context: Context) -> Iterator[Hit]:
    """Names in several good spellings, with and without marks, with other vowels, and as they sound; each word once.

    A spelling that one of them keeps is none that another one marks."""
    done: set[int] = set()
    kept: set[str] = set()
    listed = listed_twins(context)
    twin = (*twin_forms(context), *respelt(context), *anagrams(context), *linked(context))
    for found in (*mixed(context), *listed, *with_and_without(context), *twin):
        if found.end not in done and found.args["form"] not in kept:
            done.add(found.end)
            kept.add(str(found.args["right"]))
            yield found


def twin_forms(context: Context) -> Iterator[Hit]:
    """The rarer of two spellings of a name that differ in a vowel or a doubled letter: Derrick and Derek Lucassen."""
    foreign = foreign_blocks(context.reading)
    for forms, keep in twins(context.reading, context.lexicon):
        counted = ", ".join(f"{form} ×{len(forms[form])}" for form in sorted(forms, key=lambda f: (f != keep, f)))
        for form, spans in forms.items():
            for start, end in spans if form != keep else ():
                if not lies_in(foreign, start, end):
                    yield spelling_hit(start, end, form, keep, counted)


def twins(reading: Reading, lexicon: Lexicon) -> Iterator[tuple[Mapping[str, Sequence[Span]], str]]:
    """Form -> where it stands, of two spellings of one name each, and the one to keep."""
    yield from _given(reading.mentions)
    yield from _single(reading.mentions, lexicon)
    yield from _short(reading.mentions, lexicon)
    yield from _doubled(reading.mentions, lexicon)
    yield from _families(reading.mentions, lexicon)


def _given(mentions: Sequence[Mention]) -> Iterator[tuple[Mapping[str, Sequence[Span]], str]]:
    """Given names before one family name: Derrick and Derek Lucassen."""
    families: dict[str, dict[str, list[Span]]] = {}
    for mention in mentions:
        if mention.family and mention.given:
            span = mention.start, mention.start + len(mention.given)
            families.setdefault(mention.family, {}).setdefault(mention.given, []).append(span)
    for forms in families.values():
        for one, other in combinations(sorted(forms), 2):
            if one.count(" ") != other.count(" "):
                continue
            if (
                min(len(one), len(other)) >= _GIVEN
                and _bones(one) == _bones(other)
                and not _two_sexes(*(name.split()[-1] for name in (one, other)))
            ):
                yield _both(one, other, forms)


def _families(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mapping[str, Sequence[Span]], str]]:
    """Family names behind one given name that begin and go on alike in the ear: Philip Paishan and Philip Bishan."""
    groups: dict[str, dict[str, list[Span]]] = {}
    for mention in mentions:
        if mention.family and mention.given and len(mention.family) > _SHORT and mention.family.isalpha():
            start = mention.start + mention.text.rfind(mention.family)
            span = start, start + len(mention.family)
            groups.setdefault(mention.given, {}).setdefault(mention.family, []).append(span)
    for forms in groups.values():
        alike: dict[str, list[str]] = {}
        for form in sorted(forms):
            alike.setdefault(_bones(form).translate(_UNVOICED), []).append(form)
        heard = (same for bones, same in alike.items() if len(bones) >= _BONES)
        for one, other in chain.from_iterable(combinations(same, 2) for same in heard):
            near = one[0] != other[0] and abs(len(one) - len(other)) < _PART
            if near and not all(lexicon.known(form.lower()) for form in (one, other)):
                yield _both(one, other, forms)


def _two_sexes(one: str, other: str) -> bool:
    """True for Mario and Maria, as the table or the ending tells."""
    sexes = {names().get(one, "?"), names().get(other, "?")}
    return {"f", "m"} <= sexes or {one[-1], other[-1]} in ({"o", "a"}, {"e", "o"}, {"i", "a"})


def _single(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mapping[str, Sequence[Span]], str]]:
    """Words of names of which one is in no list: Bonduso and Bandoso."""
    groups: dict[str, dict[str, list[Span]]] = {}
    for mention in mentions:
        for start, end, word, bones in _words(mention.text):
            groups.setdefault(bones, {}).setdefault(word, []).append((mention.start + start, mention.start + end))
    for forms in groups.values():
        for one, other in combinations(sorted(forms), 2) if len(forms) > 1 else ():
            pair = _both(one, other, forms)
            rare = other if pair[1] == one else one
            ends = {one[-1], other[-1]}
            same_end = len(ends) == 1 or ends == {"j", "y"} or not _VOWELS.intersection(ends)
            if same_end and bare(one) != bare(other) and not lexicon.known(rare.lower()):
                yield pair


def _short(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mapping[str, Sequence[Span]], str]]:
    """Names of five letters and more that sound alike, or have two letters swapped, once each beside a frequent one."""
    spans: dict[str, list[Span]] = {}
    givens: dict[str, set[str]] = {}
    for mention in mentions:
        word = mention.family or mention.text
        if mention.type in ("person", "other") and len(word) >= _SHORT and word.istitle() and word.isalpha():
            start = mention.start + mention.text.rfind(word)
            spans.setdefault(word, []).append((start, start + len(word)))
            givens.setdefault(word, set()).update(filter(None, (mention.given,)))
    often: defaultdict[str, set[str]] = defaultdict(set)
    for word, places in spans.items():
        if len(places) > 1:
            often[_bones(word)].add(word)
            often["".join(sorted(word))].add(word)
    for rare in sorted(word for word, places in spans.items() if len(places) == 1) if often else ():
        for keep in sorted({*often[_bones(rare)], *often["".join(sorted(rare))]}):
            if keep[0] != rare[0]:
                continue
            swapped = sorted(rare) == sorted(keep) and one_edit(keep, rare)
            alike = _bones(rare) == _bones(keep) and max(map(len, differing(rare, keep))) <= _PART
            if len(givens[rare] | givens[keep]) > 1 or _two_sexes(rare, keep) or rare.removesuffix("s") == keep:
                continue
            own = lexicon.most(rare.lower())
            careless = own <= _CARELESS and own <= max(0.0, lexicon.most(keep.lower()) - _AHEAD)
            bones = _bones(rare)
            sure = len(bones) >= _SURE and bones == _bones(keep) and not givens.get(rare)
            if (sure or (careless and (swapped or alike))) and bare(rare) != bare(keep):
                yield {form: spans[form] for form in (rare, keep)}, keep


def _doubled(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[tuple[Mapping[str, Sequence[Span]], str]]:
    """Three spellings and more that differ in doubled letters alone: Abot, Abbot and Abott. The commonest is kept."""
    groups: dict[str, dict[str, list[Span]]] = {}
    for mention in mentions:
        word = mention.family or mention.text
        if mention.type in ("person", "other") and word.istitle() and word.isalpha() and len(word) > _BONES:
            start = mention.start + mention.text.rfind(word)
            single = "".join(letter for letter, _ in groupby(word.lower()))
            groups.setdefault(single, {}).setdefault(word, []).append((start, start + len(word)))
    for forms in groups.values():
        if len(forms) >= _MANY:
            yield forms, max(sorted(forms), key=lambda form: lexicon.zipf(form.lower(), "en"))


@lru_cache(10_000)
def _words(name: str) -> tuple[tuple[int, int, str, str], ...]:
    """Start, end, form and bones of the words of a name that are compared."""
    words = [word for word in tokens(name) if len(word.text) >= _WORD and word.text.istitle()]
    found = ((word.start, word.end, word.text, _bones(word.text)) for word in words)
    return tuple(row for row in found if len(row[-1]) > _BONES)


def _both(one: str, other: str, forms: Mapping[str, Sequence[Span]]) -> tuple[Mapping[str, Sequence[Span]], str]:
    """The two forms, and the one that stands more often, or first."""
    return {form: forms[form] for form in (one, other)}, min((one, other), key=lambda f: (-len(forms[f]), forms[f][0]))


@lru_cache(10_000)
def _bones(word: str) -> str:
    """The first letter and the consonants, doubled ones and those of one sound as one."""
    plain = bare(word)
    for letters, sound in _SOUNDS:
        plain = plain.replace(letters, sound)
    kept = plain[:1]
    for letter in plain[1:]:
        if letter not in _VOWELS and letter != "h" and letter != kept[-1]:
            kept += letter
    return kept
