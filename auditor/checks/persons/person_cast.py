"""Who a sentence names, and of which sex, as far as English copy tells: persons in order, no checks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.checks.persons.person_told import told
from auditor.checks.persons.person_words import Sex, feminine_surname, gender, is_person, names, nouns
from auditor.checks.spans import Sentence, sentences
from auditor.packs.renderings import public_things
from auditor.reading.article import Mention, Reading
from auditor.text.memo import once
from auditor.text.tokens import places_of
from auditor.text.traits import plain, trait

_BESIDE = 3  # characters between a role and the name that it belongs to
_PLACED = (["in"], ["at"], ["from"], ["near"], ["against"], ["over"])
_PHRASE = 4  # words from the article to a role
_ARTICLE = 4  # characters in which an article stands
_COMMA = 2  # characters between words that a comma parts
_STEM = 7  # letters that a family name and a slip in it have in common (Frederiksen, Frederickson)


class Person(NamedTuple):
    """Somebody whom a sentence names; ``again``: by a role with the article, so that it may be one named before;
    ``several``: more than one; ``quoted``: as a speaker calls them (my mother), so that the copy's own pronouns do not
    mean them."""

    start: int
    end: int
    sex: Sex
    again: bool = False
    several: bool = False
    quoted: bool = False


@once
def casts(reading: Reading) -> list[list[Person]]:
    """The persons of each sentence, in order."""
    body = sentences(reading)
    named = _named(reading, body)
    starts = [person.start for person in named]
    roles = frozenset(map(plain, reading.traits.having(_NOUN)))
    found = []
    for sentence in body:
        lo, hi = (bisect_left(starts, at) for at in (sentence.segment.start, sentence.segment.end))
        cast = named[lo:hi]
        if not roles.isdisjoint(sentence.words):
            inside = {at for p in cast for at in range(p.start, p.end)}
            cast = sorted((*cast, *(p for p in _by_noun(sentence, cast, roles) if p.start not in inside)))
        found.append(_quoted(sentence, cast) if True in sentence.quoted else cast)
    return found


def pronouns_of(sentence: Sentence) -> list[tuple[int, Sex]]:
    """Where the sentence has a pronoun for one person, and of which sex."""
    pronouns = gender().pronouns
    if pronouns.keys().isdisjoint(sentence.words):
        return []
    return [(at, pronouns[sentence.words[at]].sex) for at in places_of(pronouns, sentence.words)]


def _quoted(sentence: Sentence, cast: Sequence[Person]) -> list[Person]:
    """The persons, with those inside quotation marks told apart."""
    inside = {token.start for token, quoted in zip(sentence.tokens, sentence.quoted, strict=True) if quoted}
    return [person._replace(quoted=True) if person.start in inside else person for person in cast]


def _named(reading: Reading, body: tuple[Sentence, ...]) -> list[Person]:
    """The names that may be persons'; one of no known sex has that of the same person elsewhere, or as told there."""
    like_places = _like_places(reading.mentions)
    people = [m for m in reading.mentions if not (is_thing(m) or _says_which(reading.text, m)) or m.text in like_places]
    givens = {mention.given.split()[0] for mention in people if mention.given}
    bearers = {mention.family for mention in people if mention.given and mention.family}
    sexes: list[Sex] = [
        "?" if mention.text in like_places or _may_be_family(mention, givens, bearers) else _own_sex(mention)
        for mention in people
    ]
    families: dict[str, set[Sex]] = {}
    for mention, sex in zip(people, sexes, strict=True):
        if mention.family and sex != "?":
            families.setdefault(mention.family.casefold(), set()).add(sex)
    for family in _couples(people):
        families[family.casefold()] = {"f", "m"}
    slips: dict[str, set[Sex]] = {}
    for family, own in families.items():
        if len(family) > _STEM:
            slips.setdefault(family[:_STEM], set()).update(own)
    unknown = [m for m, sex in zip(people, sexes, strict=True) if sex == "?" and m.type == "person"]
    by_story = told(reading, body, unknown) if unknown else {}
    found = []
    for mention, sex in zip(people, sexes, strict=True):
        key = (mention.family or mention.text).casefold()
        known = families.get(key) or (slips.get(key[:_STEM], set()) if " " not in key else set())
        if sex == "?":
            sex = next(iter(known)) if len(known) == 1 else by_story.get(mention.family or mention.text, "?")
        found.append(Person(mention.start, mention.end, sex, again=sex == "?" and mention.type == "other"))
    return found


def _like_places(mentions: Sequence[Mention]) -> frozenset[str]:
    """Names of places that may be persons', whole and by the last word: ``Jenna Park``, later ``Park``."""
    pairs = (m.text.split() for m in mentions if m.type == "place" and " " in m.text)
    found = [words for words in pairs if words[0] in names()]
    return frozenset(name for words in found for name in (" ".join(words), words[-1]))


def is_thing(mention: Mention) -> bool:
    """True for a name that cannot be a person's: of another kind, or of no known one and a craft's in the tables."""
    return mention.type not in ("person", "other") or (
        mention.type == "other" and mention.text.split()[0] in public_things()
    )


def _says_which(text: str, mention: Mention) -> bool:
    """True for ``A Biden official``, ``the Sierra line``: a name before the noun that it tells apart."""
    behind = text[mention.end : mention.end + 2]
    if len(behind) < 2 or behind[0] != " " or not behind[1].islower():
        return False
    before = text[max(0, mention.start - _ARTICLE) : mention.start].lower()
    return before.endswith((" a ", " an ", "\na ", "\nan ")) or (mention.type == "other" and before.endswith("the "))


def _couples(people: Sequence[Mention]) -> set[str]:
    """Family names that the article has for a woman by her title, and for the holder of an office: Mrs Reagan."""
    titles = [(m.family or m.text, (m.role or "").lower()) for m in people if m.role and not m.given]
    ladies = {family for family, title in titles if nouns().get(title) == "f"}
    return ladies & {family for family, title in titles if title not in nouns()}


def is_somebody(person: Person, text: str) -> bool:
    """False for a name of no known kind behind a preposition of place (in Acapulco)."""
    before = text[max(0, person.start - 10) : person.start].split()[-1:]
    return not person.again or text[person.start].islower() or before not in _PLACED


def _may_be_family(mention: Mention, givens: Container[str], bearers: Container[str]) -> bool:
    """True for a given name that stands alone and is nobody's in the article: a man's (Duncan, who is Isadora), a
    woman's where it is somebody's family name there (Maude, who is Donald).

    With a title only where it is somebody's family name there: Dr Lawrence, who is Carmen.
    """
    alone = " " not in mention.text and not mention.given and (mention.role is None or mention.text in bearers)
    titled = nouns().get((mention.role or "").lower())  # Mr Lawrence may be her husband
    may_be = names().get(mention.text) == "m" or mention.text in bearers
    return alone and not titled and may_be and mention.text not in givens


def _own_sex(mention: Mention) -> Sex:
    words = (mention.given or mention.text).replace("-", " ").split()
    by_role = nouns().get((mention.role or "").lower())
    found = by_role or (names().get(words[0], "?") if words else "?")
    surname = (mention.family or mention.text).split()[-1]
    return "f" if found == "?" and feminine_surname(surname) else found


def _is_noun(word: str) -> bool:
    """True for a word that may name a person, of whichever sex."""
    own, words = word.removesuffix("'s"), gender()
    return own in nouns() or (
        own not in words.nobody and own not in words.pronouns and is_person(own) and not _plural(own)
    )


_NOUN = trait(lambda word: _is_noun(plain(word)), "en")


def _by_noun(sentence: Sentence, named: Sequence[Person], roles: frozenset[str]) -> Iterator[Person]:
    beside = {at for p in named for at in (*range(p.start - _BESIDE, p.start), *range(p.end, p.end + _BESIDE))}
    titled, starts = _before_names(sentence, named), {p.start for p in named}
    for at in places_of(roles, sentence.words):
        word, token = sentence.words[at], sentence.tokens[at]
        own, before = word.removesuffix("'s"), sentence.words[at - 1] if at else ""
        sex = nouns().get(own)
        if sex:
            if before in gender().owners or before.endswith(("'s", "s'")):
                yield Person(token.start, token.start, "?")  # whose relative it is
            yield Person(token.start, token.end, sex, False, own in gender().several, before in gender().speakers)
        elif not (_leads(sentence, at, roles) or (token.end in titled and token.text[0].isupper())):  # no title
            first = at - 1 if at and _leads(sentence, at - 1, roles) else at
            again = _known(sentence, first, roles) or sentence.tokens[first].start in beside or token.end in beside
            again = again or _introduces(sentence, at, starts)
            if word.endswith("'s") and not roles.isdisjoint(sentence.words[at + 1 : at + 2]):
                again = False  # the suspect's lawyer: whose lawyer it is
            yield Person(token.start, token.end, "?", again)


def _introduces(sentence: Sentence, at: int, starts: Container[int]) -> bool:
    """True for a role whose bearer is named behind its phrase: the ambassador to Brazil, Anna Berg."""
    for left, right in pairwise(sentence.tokens[at : at + _PHRASE + 2]):
        if right.start - left.end != 1:
            return right.start - left.end == _COMMA and right.start in starts
    return False


def _leads(sentence: Sentence, at: int, roles: frozenset[str]) -> bool:
    """True for a role that says of what kind the next one is: prime minister, which is one person."""
    words, tokens = sentence.words, sentence.tokens
    if at + 1 >= len(words) or words[at] not in roles or words[at + 1] not in roles:
        return False
    kinds = not words[at].endswith("'s") and words[at] not in nouns() and words[at + 1] not in nouns()
    return kinds and tokens[at + 1].start - tokens[at].end == 1


def _before_names(sentence: Sentence, named: Sequence[Person]) -> set[int]:
    """Where words end that stand with a capital right before a name: ``Prime Minister Mette Frederiksen``."""
    found = {at for p in named for at in range(p.start - _BESIDE, p.start)}
    for token in reversed(sentence.tokens if found else ()):
        if token.end in found and token.text[0].isupper():
            found.add(token.start - 1)
    return found


def _known(sentence: Sentence, at: int, roles: frozenset[str]) -> bool:
    """True for a role with the article (``the young host``) and for a person's second one (``actress and host``)."""
    words = sentence.words
    if at > 1 and words[at - 1] == "and" and words[at - 2] in roles:
        return True
    first = next((i for i in range(at - 1, max(-1, at - _PHRASE), -1) if words[i] in gender().known), None)
    tokens = sentence.tokens
    return first is not None and all(tokens[i + 1].start - tokens[i].end == 1 for i in range(first, at))


def _plural(word: str) -> bool:
    """True for several people, whom he or she cannot mean."""
    return word.endswith("s") and is_person(word[:-1])
