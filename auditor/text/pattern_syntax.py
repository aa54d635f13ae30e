"""Token patterns as people write them: a line of elements, read into what `auditor.text.patterns` matches.

=================  ==================================================================================================
``word``           this word, in lower or upper case
``one|of|these``   one of these words; a class may stand among them: ``he|she|<NAME>``
``!one|of|these``  a word in lower case that is none of these; with built-in classes among them a member of one of
                   these classes: ``!<NN>|team`` is a singular noun, but not *team*
``word~``          the word in any of its inflections (``tell~``: tell, tells, told, telling)
``<CLASS>``        a class of words of the table, or a built-in class (`patterns.KINDS`): ``<NAME>`` begins with a
                   capital letter, ``<CAPS>`` has no other, ``<LOWER>`` has none, ``<ANY>``; ``<NUM>`` begins with a
                   digit, ``<DIGITS>`` has nothing else, ``<YEAR>``, ``<ORDINAL>`` (3rd), ``<AGED>`` (30-year-old);
                   ``<VEHICLE>``, ``<PLACE>``, ``<ORG>``, and ``<PERSON>``, a name of one to three words;
                   ``<VB> <VBD> <VBN> <ED> <VBG> <VBZ> <NN> <NNS> <NV> <NM> <NZ> <JJ> <JJR> <JJS> <RB>``: a word in
                   lower case that is this part of speech and no other (`word_classes`; after ``^`` also with a capital)
``<FIGURE>``       digits in groups: 5,5 or 1.000.000 or 12
``<DECIMAL>``      two groups with a comma between: 5,5
``<CLOCK>``        14:30, 14.30, 14h30
``<SCORE>``        2:1
``[of the|in]``    one of these runs of elements
``element?``       the element may be missing (no more than four in a pattern); ``[...]?`` too
``..3``            a gap of none to three tokens with no punctuation among them (no more than four)
``( )``            the part that is meant; without them it is the whole
``, ; : . - %``    this punctuation stands here and no other (``-``: any dash), never before an element that may be
                   missing; ``,?`` means that a comma may
``"``              a quotation mark, with or without a comma or a full stop beside it
``/``              any punctuation, or the start or end of the sentence; ``of|/`` as the last element: of, or either
``^`` ``$``        start and end of the sentence
=================  ==================================================================================================

Neighbours without punctuation between them are parted by blanks only. ``{2}`` in a replacement is the text of the
second element as written; marks and punctuation are not counted, a group in brackets is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from auditor.text.inflections import inflections
from auditor.text.patterns import KINDS, Element, Variant
from auditor.text.word_classes import TAGS

Classes = Mapping[str, frozenset[str]]
Commonness = Callable[[str], float]
Run = tuple[Element, ...]

VERSION = "8"  # of the language: what is worked out from patterns is kept under it
_PIECE = re.compile(r'\.\.\d|[/\^$",;:.%-]\??(?=[\s()\]]|$)|[(),]|\[[^\[\]]*\]\??|<[A-Z]+>[^\s()\[\],]*|[^\s()\[\],]+')
_WORD = re.compile(r"\w+(?:['’·-]\w+)*~?")
_MARKS = frozenset('/^$",;:.%-')
_ENDS = "|/"  # the last element, or else the end of the clause
_GAP_MOST, _OPTIONAL_MOST, _VARIANTS_MOST = 4, 4, 128
_PERSON_WORDS, _FIGURE_WORDS = 3, 3
_TAG_SHARE = 1e7  # of 10^9 words, about what one class of `word_classes` is


def parse(pattern: str, classes: Classes, key: int, commonness: Commonness) -> list[Variant]:
    """All variants of a pattern. Raises ``ValueError`` where it cannot be read or has no word to be found by.

    ``commonness`` of a word decides by which element a text is searched: the rarest.
    """
    if pattern.count("(") > 1 or pattern.count(")") > 1:
        raise ValueError("only one part can be marked")
    rows: list[Sequence[Run]] = []
    first, last, before = 0, None, ""
    for piece in _PIECE.findall(pattern):
        if piece == "(":
            first = len(rows)
        elif piece == ")":
            last = len(rows)
        elif piece.removesuffix("?") in _MARKS:
            before = piece
        elif before not in ("", ",?") and (piece.startswith("..") or piece.endswith("?")):
            raise ValueError("a mark stands before an element that may be missing")
        else:
            rows.append(_options(piece, classes, before, len(rows) + 1))
            before = ""
    last = len(rows) if last is None else last
    return list(_variants(rows, first, last, before or (_ENDS if pattern.endswith("|/") else ""), key, commonness))


def marked_part(pattern: str) -> tuple[str, range]:
    """What the brackets of a pattern hold, as a pattern of its own, and the numbers of its elements in the whole."""
    before, _, rest = pattern.rpartition("(")
    inside = rest.partition(")")[0].strip()
    count, length = (
        sum(1 for piece in _PIECE.findall(part) if piece.removesuffix("?") not in _MARKS) for part in (before, inside)
    )
    return inside, range(count + 1, count + length + 1)


def mark(pattern: str) -> tuple[tuple[int, str], ...]:
    """The elements in the brackets of a pattern, of one without brackets all, each with its number in the whole."""
    inside, numbers = marked_part(pattern)
    pieces = (piece for piece in _PIECE.findall(inside) if piece.removesuffix("?") not in _MARKS)
    return tuple(zip(numbers, pieces, strict=True))


def _options(piece: str, classes: Classes, before: str, place: int) -> Sequence[Run]:
    """The runs of elements that a piece of the pattern may be; ``place`` is its number."""
    if piece.startswith(".."):
        if not 0 < int(piece[2:]) <= _GAP_MOST:
            raise ValueError(f"a gap is of one to {_GAP_MOST} tokens")
        return [tuple(_kind("ANY", "", place) for _ in range(n)) for n in range(int(piece[2:]) + 1)]
    optional, body = piece.endswith(("?", "|/")), piece.removesuffix("?").removesuffix("|/")
    if body.startswith("["):
        every = [run for row in body[1:-1].split("|") for run in _sequence(row, classes, before, place)]
    else:
        every = _single(body, classes, before, place)
    return [*every, ()] if optional else every


def _sequence(row: str, classes: Classes, before: str, place: int) -> Iterator[Run]:
    """The runs of one alternative of a group: plain elements only."""
    parts: list[Sequence[Run]] = []
    for piece in _PIECE.findall(row):
        if piece.removesuffix("?") in _MARKS:
            before = piece
        else:
            parts.append(_single(piece, classes, before, place))
            before = ""
    for chosen in product(*parts):
        yield tuple(element for run in chosen for element in run)


def _single(body: str, classes: Classes, before: str, place: int) -> list[Run]:
    if body in ("<FIGURE>", "<DECIMAL>", "<CLOCK>", "<SCORE>", "<PERSON>"):
        return list(_composite(body[1:-1], before, place))
    if body.startswith("!"):
        but, kinds = _words(body[1:], classes)
        return [(Element(frozenset(), kinds or ("LOWER",), before, place, but),)]
    words, kinds = _words(body, classes)
    return [(Element(words, kinds, before, place),)]


def _words(body: str, classes: Classes) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words and the built-in classes of an alternation."""
    words: set[str] = set()
    kinds: list[str] = []
    for word in body.split("|"):
        if not word or word == "~":
            raise ValueError("an alternative is empty")
        if word.startswith("<") and word.endswith(">"):
            name = word[1:-1]
            if name in classes:
                words |= classes[name]
            elif name in KINDS:
                kinds.append(name)
            else:
                raise ValueError(f"no class of tokens is called {name}")
        elif not _WORD.fullmatch(word):
            raise ValueError(f"{word} is no word as texts are cut into words")
        else:
            words |= inflections(word[:-1].lower()) if word.endswith("~") else {word.lower()}
    return frozenset(words), tuple(kinds)


def _kind(name: str, before: str, place: int) -> Element:
    return Element(frozenset(), (name,), before, place)


def _composite(name: str, before: str, place: int) -> Iterator[Run]:
    """Classes of which a member is several tokens."""
    if name == "PERSON":
        for length in range(1, _PERSON_WORDS + 1):
            yield tuple(_kind("PERSON", "" if n else before, place) for n in range(length))
        return
    for length in range(1, _FIGURE_WORDS + 1) if name == "FIGURE" else (2,):
        yield tuple(_kind("DIGITS", name.lower() if n else before, place) for n in range(length))
    if name == "CLOCK":
        yield (_kind("CLOCK", before, place),)


def _variants(
    rows: Sequence[Sequence[Run]], first: int, last: int, after: str, key: int, commonness: Commonness
) -> Iterator[Variant]:
    if sum(1 for options in rows if () in options and len(options) == 2) > _OPTIONAL_MOST:
        raise ValueError(f"at most {_OPTIONAL_MOST} elements may be optional")
    every = list(product(*rows))
    if len(every) > _VARIANTS_MOST:
        raise ValueError(f"the pattern has {len(every)} variants; at most {_VARIANTS_MOST} are read")
    for chosen in every:
        elements = tuple(element for run in chosen for element in run)
        lo, hi = sum(e.place <= first for e in elements), sum(e.place <= last for e in elements)
        anchors = [i for i, e in enumerate(elements) if e.words and not e.kinds]
        if not anchors or lo == hi:
            raise ValueError("a pattern needs a word to be found by, inside and outside of what may be missing")
        ends = "/" if chosen[-1] == () else ""
        fixed = [i for i, e in enumerate(elements) if (e.words or e.kinds) and TAGS.issuperset(e.kinds)]
        costs = {i: _share(elements[i].words, commonness) + _TAG_SHARE * len(elements[i].kinds) for i in fixed}
        anchor = min(anchors, key=costs.__getitem__)
        guard = min((i for i in fixed if i != anchor), key=costs.__getitem__, default=anchor)
        yield Variant(key, elements, lo, hi, anchor, guard, ends if after == _ENDS else after)


@lru_cache(maxsize=20_000)
def _share(words: frozenset[str], commonness: Commonness) -> float:
    """How much of a text the words are: classes of words stand in many patterns."""
    return sum(10 ** commonness(word) for word in words)
