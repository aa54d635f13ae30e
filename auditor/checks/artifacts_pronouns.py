"""TA301: he or she for an institution, as the gender of the source language's noun would have it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from auditor.checks.artifacts_calques import find
from auditor.checks.artifacts_spans import Sentence, Spans, sentences
from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.copy_kinds import copy_kinds
from auditor.entities.wording import languages
from auditor.packs import data_path, load_toml, load_tsv
from auditor.reading.article import Mention, Reading
from auditor.records import Evidence, Record, Suggestion

LANGUAGES = ("de", "fr", "es", "it", "pt", "ru", "uk", "pl", "cs")
_PRONOUNS = {"he": ("m", "it"), "she": ("f", "it"), "him": ("m", "it"), "his": ("m", "its"), "her": ("f", "its")}
_WEIGHT = 1.6
_DETERMINERS = frozenset(("the", "this", "our", "a"))
_MARKS = frozenset("\"”“»«’'")
_SPEAKER = 2  # tokens of a sentence that only says who spoke
_SUBJECT = 4  # tokens in which a sentence names its subject


class _PersonNouns(Record, frozen=True):
    schema: int
    endings: tuple[str, ...]
    collective_verbs: tuple[str, ...]
    words: tuple[str, ...]


class Antecedent(msgspec.Struct, frozen=True):
    """An institution noun in reach of the pronoun, and the languages whose noun has the pronoun's gender."""

    noun: str
    start: int
    end: int
    languages: tuple[str, ...]


@cache
def genders() -> dict[str, dict[str, str]]:
    """English noun -> language -> m, f, n or -."""
    rows = load_tsv(data_path("checks", "pronoun_nouns.tsv"), ("noun", *LANGUAGES))
    return {row["noun"]: {code: row[code] for code in LANGUAGES} for row in rows}


@cache
def _file() -> _PersonNouns:
    return load_toml(data_path("languages", "person_nouns.toml"), _PersonNouns)


@cache
def _persons() -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset(_file().words), _file().endings


@cache
def _collective_verbs() -> frozenset[str]:
    return frozenset(_file().collective_verbs)


@cache
def is_person(word: str) -> bool:
    """True for a noun or pronoun that may name a person, in singular, plural or possessive."""
    words, endings = _persons()
    stem = word.removesuffix("'s").removesuffix("'")
    forms = {stem, *stem.split("-")}
    if len(stem) > 3:  # "is" is no plural of "I"
        forms |= {stem.removesuffix("s"), stem.removesuffix("es")}
    return not words.isdisjoint(forms) or (len(stem) >= 6 and stem.removesuffix("s").endswith(endings))


def run(context: Context) -> Iterator[Hit]:
    """Hits on third-person pronouns that can only stand for an institution.

    With a verb of what bodies do, or with the institution as the subject of the same sentence, the paragraph up to the
    pronoun must name no person (in the second case the one before neither, and in copy that is shown to be translated
    only the sentence); else the whole text up to it.
    """
    reading = context.reading
    if _PRONOUNS.keys().isdisjoint(reading.vocabulary):
        return
    translated = "translated" in copy_kinds(find(reading), len(reading.tokens))
    people = Spans((m.start, m.end) for m in reading.mentions if _may_be_person(reading.text, m))
    block, clean_text, clean_block, clean_before, last = -1, True, True, True, None
    persons = frozenset(filter(is_person, reading.vocabulary))
    for sentence in sentences(reading):
        if sentence.segment.block != block:
            clean_before = clean_block
            block, clean_block, last = sentence.segment.block, True, None
        at = _pronoun(sentence, reading.text)
        personal = not persons.isdisjoint(sentence.words) or people.hits(sentence.segment.start, sentence.segment.end)
        if at is not None and clean_block and not personal and (clean_text or _collective(sentence, at)):
            found = _antecedent(sentence, at, last, clean_text)
        elif at is not None and not personal and (translated or (clean_block and clean_before)):
            found = _subject(sentence, at)
        else:
            found = None
        if at is not None and found:
            yield _hit(reading, sentence, at, found)
        clean_block = clean_block and not personal
        clean_text = clean_text and not personal
        last = sentence


def _pronoun(sentence: Sentence, text: str) -> int | None:
    """The first pronoun outside quotation marks; none where it names the speaker of what was quoted before it.

    A sentence of two words is such a speaker, too: ``he said.``, cut off by a stop.
    """
    if len(sentence.words) <= _SPEAKER:
        return None
    at = next((i for i, word in enumerate(sentence.words) if word in _PRONOUNS and not sentence.quoted[i]), None)
    return None if at is not None and text[: sentence.tokens[at].start].rstrip()[-1:] in _MARKS else at


def _may_be_person(text: str, mention: Mention) -> bool:
    """True for a person, and for a name of no known kind unless an institution noun stands before it."""
    if mention.type == "other":
        word = text[max(0, mention.start - 40) : mention.start].rsplit(None, 1)[-1:]
        return not (word and word[0].lower() in genders())
    return mention.type == "person"


def _collective(sentence: Sentence, at: int) -> bool:
    """True when the pronoun is the subject of a verb of what bodies do (an adverb may stand between)."""
    return sentence.words[at] in ("he", "she") and not _collective_verbs().isdisjoint(sentence.words[at + 1 : at + 3])


def _antecedent(sentence: Sentence, at: int, last: Sentence | None, same: bool) -> Antecedent | None:
    """The institution noun that fits: in the sentence before, or (``same``) earlier in the pronoun's own."""
    gender = _PRONOUNS[sentence.words[at]][0]
    spans = [(last, range(len(last.words)))] if last else []
    if same:
        spans.append((sentence, range(at)))
    found = None
    for place, span in spans:
        for i in span:
            nouns = genders().get(place.words[i])
            fits = tuple(code for code in LANGUAGES if nouns and nouns[code] == gender)
            if fits and not place.quoted[i]:
                found = Antecedent(place.words[i], place.tokens[i].start, place.tokens[i].end, fits)
    return found


def _subject(sentence: Sentence, at: int) -> Antecedent | None:
    """The institution noun that opens the pronoun's own sentence, where it is the only noun that fits."""
    if sentence.words[0] not in _DETERMINERS or sentence.words[at] not in _PRONOUNS:
        return None
    found = _antecedent(sentence, at, None, True)
    near = found is not None and any(token.start == found.start for token in sentence.tokens[1:_SUBJECT])
    return found if near else None


def _hit(reading: Reading, sentence: Sentence, index: int, found: Antecedent) -> Hit:
    token = sentence.tokens[index]
    neuter = _PRONOUNS[sentence.words[index]][1]
    follower = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
    start, end = token.start, token.end
    if sentence.words[index] in ("he", "she") and follower and reading.text[end : follower.start] == " ":
        end = follower.end
    better = neuter.capitalize() if token.text[0].isupper() else neuter
    text = better + reading.text[token.end : end]
    only = found.languages[0] if len(found.languages) == 1 else None
    gender = "masculine" if _PRONOUNS[sentence.words[index]][0] == "m" else "feminine"
    return Hit(
        start=start,
        end=end,
        args={
            "pronoun": token.text,
            "noun": found.noun,
            "gender": gender,
            "languages": ", ".join(found.languages),
            "where": languages(found.languages[:3]),
        },
        suggestions=(Suggestion(text=text),),
        evidence=(
            Evidence(
                kind="article",
                text=f"no person in reach; “{found.noun}” is {gender} in {languages(found.languages)}",
                article=reading.id,
                start=found.start,
                end=found.end,
            ),
        ),
        points_to=only,
        weight=_WEIGHT,
    )


TA301 = Check(
    id="TA301",
    slug="pronoun-gender",
    title="He or she for an institution",
    mqm="linguistic-conventions/grammar/pronoun",
    severity="major",
    why="A machine keeps the gender of the source language's noun; readers look for a person who is not there.",
    message="“{pronoun}” stands for the {noun}, which is {gender} in {where}; English says “it”",
    run=run,
    examples=(
        Example(
            kind="bad",
            text="The regional council met behind closed doors. After four hours ⟦he decided⟧ to close the harbour.",
            fixed="The regional council met behind closed doors. After four hours it decided to close the harbour.",
        ),
        Example(
            kind="bad",
            text="The company closed two plants last year. Since then ⟦she has⟧ lost a third of its turnover.",
            fixed="The company closed two plants last year. Since then it has lost a third of its turnover.",
        ),
        Example(
            kind="bad",
            text="Anna Alder owns the mill.\n\nThe fair was quiet.\n\nThe club will rebuild ⟦his⟧ stadium by 2030.",
            fixed="Anna Alder owns the mill.\n\nThe fair was quiet.\n\nThe club will rebuild its stadium by 2030.",
        ),
        Example(kind="good", text="The council met the mayor. After four hours he decided to close the harbour."),
        Example(kind="good", text="The council published its report. It decided to close the harbour in March."),
    ),
    sources=("Duden, TLFi, RAE, Treccani, Ozhegov, PWN (genders): data/checks/pronoun_nouns.tsv",),
    status="stable",
    languages=("en",),
    limits=("Persons who are only named in an earlier paragraph are not seen as antecedents.",),
)
