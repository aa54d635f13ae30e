"""The names of one article, joined within it: surname to full name, acronym to long form, designator to vehicle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import msgspec

from auditor.entities.said import homes
from auditor.entities.view import Relation
from auditor.reading.article import Mention, Reading
from auditor.records import EntityType
from auditor.text.casing import in_capitals
from auditor.text.tokens import APOSTROPHES

_APOSTROPHES = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))
_GENITIVE = frozenset({"de", "sv", "nl"})


@lru_cache(maxsize=100_000)
def form_key(text: str) -> str:
    """Under which a form is looked up: one kind of apostrophe and space, no case."""
    return " ".join(text.translate(_APOSTROPHES).split()).casefold()


def deletions(word: str) -> list[str]:
    """The word, and what is left of it without one letter: two words one slip apart share one of these."""
    return [word, *[word[:i] + word[i + 1 :] for i in range(len(word))]]


def one_slip(a: str, b: str) -> bool:
    """True when a letter added, left out, changed or swapped with its neighbour makes ``b`` of ``a``."""
    a, b = a.casefold(), b.casefold()
    return a != b and abs(len(a) - len(b)) < 2 and not set(deletions(a)).isdisjoint(deletions(b))


class Repair(msgspec.Struct, frozen=True):
    """What a damaged form should read; ``language`` is whose word does not belong there, ``part`` that word.

    ``source`` is what the right form rests on: a word of the corpus, the id of an institution.
    """

    relation: Relation
    text: str
    language: str | None
    confidence: float
    part: str | None = None
    source: str | None = None


class Form(msgspec.Struct, frozen=True):
    """All mentions of an article with one ``form_key``: their indexes, the commonest text, its words in lower case.

    Where there is a ``repair``, key, text and words are those of the repaired form. ``homes``: see `said.homes`.
    """

    key: str
    text: str
    mentions: tuple[int, ...]
    type: EntityType
    words: tuple[str, ...]
    given: str | None = None
    family: str | None = None
    repair: Repair | None = None
    homes: frozenset[str] = frozenset()

    @property
    def designator(self) -> str | None:
        """The part with digits that tells one craft from the next, as in ``Soyuz MS-22``."""
        last = self.words[-1]
        if last.isalpha():
            return None
        return last if any(c.isdigit() for c in last) and any(c.isalpha() for c in last) else None


class Local(msgspec.Struct, frozen=True):
    """Forms of one article that name one thing; the fullest form first."""

    article: str
    language: str
    type: EntityType
    forms: tuple[Form, ...]

    @property
    def base(self) -> str:
        """The article's language without its region."""
        return self.language.split("-")[0]

    @property
    def face(self) -> Form:
        return self.forms[0]

    @property
    def count(self) -> int:
        return sum(len(form.mentions) for form in self.forms)


def forms_of(reading: Reading) -> dict[str, Form]:
    """``form_key`` -> form, in text order."""
    rows: dict[str, list[int]] = {}
    for index, mention in enumerate(reading.mentions):
        rows.setdefault(form_key(mention.text), []).append(index)
    if reading.language.split("-")[0] in _GENITIVE:
        _merge_genitives(rows)
    forms = {key: _form(key, indexes, reading.mentions) for key, indexes in rows.items()}
    for index, said in homes(reading).items():
        key = form_key(reading.mentions[index].text)
        if key in forms:
            forms[key] = msgspec.structs.replace(forms[key], homes=forms[key].homes | said)
    return forms


def _merge_genitives(rows: dict[str, list[int]]) -> None:
    """``Putins`` counts as ``Putin`` where the article has both."""
    for key in [k for k in rows if k.endswith("s") and k[:-1] in rows]:
        rows[key[:-1]] = sorted(rows[key[:-1]] + rows.pop(key))


def _form(key: str, indexes: Sequence[int], mentions: Sequence[Mention]) -> Form:
    first = mentions[indexes[0]]
    if all(mentions[i].text == first.text and mentions[i].type == first.type for i in indexes):
        return Form(key, first.text, tuple(indexes), first.type, tuple(key.split(" ")), first.given, first.family)
    kinds = Counter(mentions[i].type for i in indexes)
    kind = min(kinds, key=lambda k: (k == "other", -kinds[k], k))
    texts = Counter(mentions[i].text for i in indexes)
    shouted = {t for t in texts if in_capitals(t, texts)}
    text = min(texts, key=lambda t: (t in shouted, -texts[t], t))
    first = next(m for m in (mentions[i] for i in indexes) if m.text not in shouted)
    return Form(key, text, tuple(indexes), kind, tuple(key.split(" ")), first.given, first.family)


def locals_of(reading: Reading) -> tuple[Local, ...]:
    """The article's names, each with all its forms."""
    forms = forms_of(reading)
    parent = {key: key for key in forms}

    def root(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    for a, b in _links(reading, forms):
        parent[root(a)] = root(b)
    groups: dict[str, list[Form]] = {}
    for key, form in forms.items():
        groups.setdefault(root(key), []).append(form)
    return tuple(_local(reading, group) for group in groups.values())


def _links(reading: Reading, forms: dict[str, Form]) -> Iterable[tuple[str, str]]:
    keys = {index: key for key, form in forms.items() for index in form.mentions}
    for pair in reading.abbreviations:
        yield keys[pair.short], keys[pair.long]
    families: dict[str, list[str]] = {}
    designators: dict[str, list[str]] = {}
    for key, form in forms.items():
        if len(form.words) > 1 and form.type == "person" and form.family:
            families.setdefault(form_key(form.family), []).append(key)
        if len(form.words) > 1 and (mark := form.designator):
            designators.setdefault(mark, []).append(key)
    for table in (families, designators):
        for short, full in table.items():
            if short in forms and len(full) == 1:
                yield short, full[0]


def _local(reading: Reading, group: list[Form]) -> Local:
    if len(group) == 1:
        return Local(reading.id, reading.language, group[0].type, (group[0],))
    ranked = sorted(group, key=lambda f: (-len(f.words), -len(f.key), f.mentions))
    kinds: Counter[EntityType] = Counter()
    for form in ranked:
        kinds[form.type] += len(form.mentions)
    kind = min(kinds, key=lambda k: (k == "other", -kinds[k], k))
    return Local(reading.id, reading.language, kind, tuple(ranked))


def repaired(local: Local, repairs: Mapping[tuple[str, str], Repair]) -> Local:
    """The local with its damaged forms put right; keyed by article and ``form_key``."""
    if not any((local.article, form.key) in repairs for form in local.forms):
        return local
    forms = []
    for form in local.forms:
        repair = repairs.get((local.article, form.key))
        forms.append(_mended(form, repair) if repair else form)
    return msgspec.structs.replace(local, forms=tuple(forms))


def _mended(form: Form, repair: Repair) -> Form:
    key = form_key(repair.text)
    words = repair.text.split()
    family = " ".join(words[-len(form.family.split()) :]) if form.family else None
    given = " ".join(words[: len(form.given.split())]) if form.given else None
    return msgspec.structs.replace(
        form, key=key, text=repair.text, words=tuple(key.split(" ")), family=family, given=given, repair=repair
    )
