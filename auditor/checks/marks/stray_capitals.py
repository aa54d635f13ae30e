"""Capitals that words do not have inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.capitals_between import between
from auditor.checks.marks.capitals_spans import ordinary_capitals
from auditor.checks.marks.loud_words import loud_words
from auditor.checks.marks.punctuation import body_blocks
from auditor.checks.marks.wording import wording
from auditor.checks.spans import titles
from auditor.reading.article import Reading
from auditor.records import Suggestion
from auditor.text.tokens import places_of

_FORMER = re.compile(r"(?<=[a-z] )Ex-[a-z]{4,20}(?= [a-z]|[,.;])")
_BEFORE = frozenset(f"{char} " for char in f"{ascii_lowercase},;")
_TITLED = re.compile(r" (?:the|a|an) [A-Z][a-z]")
_LONG = re.compile(r"[^\W\d_]{4,40}")
_NEAR, _FEW, _MOST = (
    120,
    5,
    0.7,
)  # characters on either side, longer words there, and their share of capitals in a title
_CAPITAL = re.compile(r"[A-Z](?<=[a-z,;] .)[a-z]{1,8}(?= [a-z]|(?<=; However), [a-z])")


def stray_capitals(context: Context) -> Iterator[Hit]:
    """Function words with a capital between two words in lower case, and others behind a semicolon."""
    reading, words, behind = context.reading, wording().closed, wording().semicolon
    places = [at for word in reading.places.keys() & (words | behind) for at in reading.places[word]]
    starts = [reading.tokens[at].start for at in places]
    if not any(reading.text[start - 2 : start] in _BEFORE for start in starts):
        return
    quotes = titles(reading)
    for block, own in body_blocks(reading):
        for match in _CAPITAL.finditer(own):
            start, end = block.start + match.start(), block.start + match.end()
            known = match[0] in words or (match[0] in behind and own[match.start() - 2] == ";")
            if not known or own.endswith(f" {match[0].lower()} ", 0, match.start()):  # TX111's
                continue
            if _is_title(own, match.start()):
                continue
            named = match[0] in wording().titling and _TITLED.match(own, match.end())  # the party For the People
            if not named and not quotes.hits(start, end):
                yield Hit(start=start, end=end, suggestions=(Suggestion(text=match[0].lower()),))


def _is_title(own: str, at: int) -> bool:
    """True inside a line that sets most of its longer words with a capital, as headlines do."""
    long = _LONG.findall(own, max(0, at - _NEAR), at + _NEAR)
    return len(long) >= _FEW and sum(word[0].isupper() for word in long) >= _MOST * len(long)


def half_capitals(reading: Reading) -> Iterator[tuple[int, int]]:
    """``the news Agency said``: the second word of a common noun, no first one of a name."""
    table, tokens, text = wording().half, reading.tokens, reading.text
    for at in places_of(table, reading.lower[:-1]) if not table.keys().isdisjoint(reading.places.keys()) else ():
        one, two = tokens[at], tokens[at + 1]
        half = one.text.islower() and two.text.istitle() and two.text.lower() in table[one.text]
        if half and text[one.end : two.start] == " " and not text[two.end : two.end + 2].strip().isupper():
            yield two.start, two.end


def all_capitals(context: Context) -> Iterator[Hit]:
    """All of TX113."""
    yield from stray_capitals(context)
    for match in _FORMER.finditer(context.reading.text) if "Ex" in context.reading.text else ():
        yield Hit(start=match.start(), end=match.end(), suggestions=(Suggestion(text=match[0].lower()),))
    reading = context.reading
    for start, end in sorted(
        {*ordinary_capitals(reading), *loud_words(reading), *half_capitals(reading), *between(reading)}
    ):
        yield Hit(start=start, end=end, suggestions=(Suggestion(text=context.reading.text[start:end].lower()),))


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX113",
        slug="stray-capital",
        title="A function word or common noun with a capital inside a sentence",
        mqm="linguistic-conventions/spelling/capitalization",
        severity="minor",
        why="Two sentences were run together, pieces were joined by a machine, or German capitals were kept.",
        message="“{match}” has a capital inside the sentence",
        run=all_capitals,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="The council voted on Monday; ⟦The⟧ bridge will be closed until May.",
                fixed="The council voted on Monday; the bridge will be closed until May.",
            ),
            Example(
                kind="bad",
                text='"We have good players, we have a stadium and we have the money that other clubs lack, and what '
                'we need now is time ⟦The⟧ season is long for all of us," the owner said.',
            ),
            Example(
                kind="bad",
                text="The riders were quick ⟦Again⟧ on the second day of the race.",
                fixed="The riders were quick again on the second day of the race.",
            ),
            Example(
                kind="bad",
                text="The car was pushed to the side, and the ⟦Trailer⟧ caught fire on the road.",
                fixed="The car was pushed to the side, and the trailer caught fire on the road.",
            ),
            Example(kind="bad", text="The fire was put out by noon, the news ⟦Agency⟧ said on Monday."),
            Example(
                kind="bad",
                text="The mayor spoke of the support ⟦Strengthening⟧ exporters and of the bridge in the old town.",
                fixed="The mayor spoke of the support strengthening exporters and of the bridge in the old town.",
            ),
            Example(
                kind="bad",
                text="The feast in the old town hall, ⟦Hosted⟧ by the mayor of the county, went on until Monday.",
                fixed="The feast in the old town hall, hosted by the mayor of the county, went on until Monday.",
            ),
            Example(
                kind="good", text="The band Travelling played on Monday night, and the film Wanted was shown at noon."
            ),
            Example(
                kind="good",
                text="The fire at Gunning was put out at noon, and the army took Eastern villages without a fight.",
            ),
            Example(
                kind="bad",
                text="The man was an ⟦Engineer⟧ of forty, the police said on Monday.",
                fixed="The man was an engineer of forty, the police said on Monday.",
            ),
            Example(
                kind="bad",
                text="The bridge will be closed to lorries, said ⟦THE⟧ minister after the vote.",
                fixed="The bridge will be closed to lorries, said the minister after the vote.",
            ),
            Example(
                kind="bad",
                text="The goal was scored in ⟦A⟧ match that went on for two hours in the rain.",
                fixed="The goal was scored in a match that went on for two hours in the rain.",
            ),
            Example(
                kind="good", text="Ferry Driver Who Hit a Bridge in Lindau Did Not Have a Medical Check, Mayor Says."
            ),
            Example(kind="good", text="She leads the party For the Valley, and wrote the book On the River."),
            Example(kind="good", text="It was THE place to be, in A minor, for A levels, from A to B, in an A team."),
            Example(kind="good", text="The ship sailed from Bremen to Port Said in Egypt, where it was held."),
            Example(kind="good", text="He read The Times and wrote “and Then there were none” in Of Mice and Men."),
        ),
        sources=("data/checks/wording.toml", "data/languages/english_classes.tsv"),
        limits=(
            "Offices and bodies (the Minister, the Hospital Board) are a matter of house style and are left alone.",
            "THE, AND, WITH in capitals throughout are taken for stress in copy that nothing shows to be translated.",
            "Nouns for people count behind “a”, and elsewhere only in copy that has other such capitals.",
        ),
    ),
)
