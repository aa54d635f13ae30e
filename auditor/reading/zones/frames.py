"""Frames of furniture: rows of places with several wordings each (``data/zones/frames.toml``).

A frame stands for the thousands of wordings that a call or label has once it was translated (``The text continues under
the picture``, ``Rest of the article after the ad``) without any of them being written down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

import msgspec

from auditor.packs import data_path, load_toml
from auditor.records import Record, ZoneKind
from auditor.text.memo import kept

Words = tuple[str, ...]
_MAX_WORDS = 16  # of a line that is compared as a whole, or up to its colon


class FrameFile(Record, frozen=True):
    """``slots``: name -> wordings. The tables: kind of zone -> frames, as the file's header tells."""

    schema: int
    language: str
    slots: dict[str, tuple[str, ...]]
    whole: dict[ZoneKind, tuple[str, ...]]
    start: dict[ZoneKind, tuple[str, ...]]
    call: dict[ZoneKind, tuple[str, ...]]
    label: dict[ZoneKind, tuple[str, ...]]
    before: dict[str, tuple[str, ...]]


class Place(msgspec.Struct, frozen=True):
    """The wordings of one place of a frame, and how many words they may have (0: the place may be empty)."""

    forms: frozenset[Words]
    sizes: tuple[int, ...]


class Frame(msgspec.Struct, frozen=True):
    """A row of places that says what kind of furniture a line is."""

    kind: ZoneKind
    places: tuple[Place, ...]

    def ends(self, words: Words) -> set[int]:
        """How many of the first words the frame may cover; grows with its places only."""
        at = {0}
        for place in self.places:
            at = {k + size for k in at for size in place.sizes if not size or words[k : k + size] in place.forms}
            if not at:
                break
        return {k for k in at if k <= len(words)}


class Opened(msgspec.Struct, frozen=True, dict=True):
    """The frames that may begin with a word."""

    frames: tuple[Frame, ...] = ()

    @kept
    def seconds(self) -> frozenset[str]:
        """The words of which one stands second where any of the frames covers two or more."""
        return frozenset(word for frame in self.frames for word in _seconds(frame.places))

    @kept
    def brief(self) -> bool:
        """Whether one of the frames may have a single word."""
        return any(sum(min(place.sizes) for place in frame.places) < 2 for frame in self.frames)

    def covering(self, words: Words) -> tuple[Frame, ...]:
        """The frames, if any of them may cover all of these words."""
        return self.frames if len(words) < 2 or words[1] in self.seconds else ()

    def leading(self, words: Words) -> tuple[Frame, ...]:
        """The frames, if any of them may cover the first of these words."""
        return self.frames if self.brief else self.covering(words)


_NONE = Opened()


class Frames(msgspec.Struct, frozen=True):
    """Frames by the words that they may begin with."""

    whole: dict[str, Opened]
    start: dict[str, Opened]
    call: dict[str, Opened]
    label: dict[str, Opened]

    def entire(self, words: Words) -> ZoneKind | None:
        """Kind of a line that consists of these words (lower case, runs of numbers as ``0``)."""
        return _covered(self.whole, words)

    def labelled(self, words: Words) -> ZoneKind | None:
        """Kind of a line that has these words before its colon."""
        return _covered(self.label, words)

    def opening(self, words: Words, *, short: bool) -> ZoneKind | None:
        """Kind of a line that begins with these words; ``short``: it is no sentence."""
        if not words:
            return None
        tables = (self.call, self.start) if short else (self.call,)
        every = chain.from_iterable(table.get(words[0], _NONE).leading(words) for table in tables)
        return next((frame.kind for frame in every if frame.ends(words[:_MAX_WORDS])), None)


def _covered(frames: dict[str, Opened], words: Words) -> ZoneKind | None:
    every = frames.get(words[0], _NONE).covering(words) if 0 < len(words) <= _MAX_WORDS else ()
    return next((frame.kind for frame in every if len(words) in frame.ends(words)), None)


@cache
def _file() -> FrameFile:
    return load_toml(data_path("zones", "frames.toml"), FrameFile)


def before_words() -> dict[str, tuple[str, ...]]:
    """Labels that are found stuck to a paragraph's first word: of advertising, and kickers in capitals."""
    return _file().before


def frames() -> Frames:
    """The shipped frames."""
    file = _file()
    return Frames(*(_index(table, file.slots) for table in (file.whole, file.start, file.call, file.label)))


def _index(table: dict[ZoneKind, tuple[str, ...]], slots: dict[str, tuple[str, ...]]) -> dict[str, Opened]:
    found: defaultdict[str, list[Frame]] = defaultdict(list)
    known: dict[str, Place] = {}
    for kind, texts in table.items():
        for text in texts:
            places = tuple(known.get(part) or known.setdefault(part, _place(part, slots)) for part in text.split())
            for word in sorted(set(_firsts(places))):
                found[word].append(Frame(kind, places))
    return {word: Opened(tuple(rows)) for word, rows in found.items()}


def _place(text: str, slots: dict[str, tuple[str, ...]]) -> Place:
    """A place as it is written: ``word|<slot>?``, ``<slot?>``."""
    optional = text.endswith(("?", "?>"))
    forms: set[Words] = set()
    for option in text.rstrip("?").split("|"):
        name = option.rstrip("?>").removeprefix("<")
        forms.update(tuple(form.split()) for form in (slots[name] if option.startswith("<") else (option,)))
    return Place(frozenset(forms), tuple(sorted({*map(len, forms), *([0] if optional else [])})))


def _firsts(places: Sequence[Place]) -> Iterator[str]:
    for place in places:
        yield from (form[0] for form in place.forms)
        if 0 not in place.sizes:
            return


def _seconds(places: Sequence[Place]) -> Iterator[str]:
    for at, place in enumerate(places):
        yield from (form[1] for form in place.forms if len(form) > 1)
        yield from _firsts(places[at + 1 :])
        if 0 not in place.sizes:
            return
