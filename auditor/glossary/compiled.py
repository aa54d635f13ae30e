"""Large glossaries made fast: compiled once into the cache, and of them only the concepts near a text.

A concept is near a text when a word of one of its forms stands in it: as it is, inflected, at either end of a longer
word (a compound, a name with something stuck to it) or one slip away. Words that many forms share (given names, "of")
count only for forms that have no rarer word. All that looks names up afterwards sees what it would see of the whole.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from auditor.glossary.inflect import every_word, stem
from auditor.glossary.model import Concept, Glossary, Term
from auditor.glossary.store import expand, load, valid_on
from auditor.packs.cache import cache_folder, write
from auditor.packs.load import shown
from auditor.text.tokens import APOSTROPHES, tokens

LAYOUT = 1
KEPT = 8  # compiled glossaries in the cache
CROWDED = 64  # forms that share a word from which it says little
SLIPS = 4  # letters of a word from which another one slip away is looked for
LONGEST = 40  # letters of a word that are looked at
_OPEN = "~"  # before a word that others may go on from: a stem, a prefix
_STUCK = 3  # letters of a name that has something stuck to it
_LAST = "\U0010ffff"
_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))


class Compiled(msgspec.Struct, frozen=True, array_like=True):
    """The concepts, encoded one by one, and for each word of a form the concepts that have it.

    ``words`` are in order, parted by line feeds; ``turned`` are the same words read backwards, in their order.
    """

    stamp: str
    digest: str
    words: str
    turned: str
    posts: tuple[tuple[int, ...], ...]
    concepts: tuple[bytes, ...]


class Index:
    """A compiled glossary, unpacked for looking things up."""

    def __init__(self, held: Compiled) -> None:
        self.held = held
        self.words, self.turned = held.words.split("\n"), held.turned.split("\n")
        self.places = {word: n for n, word in enumerate(self.words)}


def near(paths: Sequence[Path | str], texts: Iterable[str], as_of: str | None = None) -> Glossary:
    """What ``load`` gives, with the concepts that are near one of the texts. Raises `GlossaryError`."""
    files = expand(Path(p) for p in paths)
    index = _index(files)
    held, chosen = index.held, sorted(_numbers(index, _asked(texts)))
    decoder = msgspec.msgpack.Decoder(Concept)
    concepts = tuple(valid_on(decoder.decode(held.concepts[n]), as_of) for n in chosen)
    return Glossary(concepts=concepts, paths=tuple(map(shown, files)), digest=held.digest)


_kept: dict[tuple[Path, ...], Index] = {}  # the glossaries last used in this process


def _index(files: tuple[Path, ...]) -> Index:
    """That of the last use, while the files are as they were."""
    places, stamp = tuple(path.absolute() for path in files), _stamp(files)
    index = _kept.get(places)
    if index is None or stamp is None or index.held.stamp != stamp:
        index = Index(_compiled(files, stamp))
        _kept.clear()
        _kept[places] = index
    return index


def _compiled(files: Sequence[Path], stamp: str | None) -> Compiled:
    """From the cache, where it is of these files as they are; else made, and kept where it can be."""
    key = hashlib.blake2b("\n".join(str(p.absolute()) for p in files).encode(), digest_size=8).hexdigest()
    path = cache_folder() / f"glossary-{key}.bin"
    if stamp is not None:
        with suppress(OSError, msgspec.DecodeError):
            held = msgspec.msgpack.decode(path.read_bytes(), type=Compiled)
            if held.stamp == stamp:
                return held
    made = compile_glossary(load(files), stamp or "")
    if stamp is not None and stamp == _stamp(files):
        with suppress(OSError):
            write(path, msgspec.msgpack.encode(made))
            _prune(path.parent)
    return made


def _prune(folder: Path) -> None:
    """Keep the compiled glossaries made last; the others can be made again."""
    held = sorted(((p.stat().st_mtime_ns, p.name, p) for p in folder.glob("glossary-*.bin")), reverse=True)
    for _, _, path in held[KEPT:]:
        path.unlink(missing_ok=True)


def _stamp(files: Sequence[Path]) -> str | None:
    """Size, times and inode of each file, and the layout; None where one is not there (`load` says what to do)."""
    total = hashlib.blake2b(f"{LAYOUT} {Concept.__struct_fields__} {Term.__struct_fields__}".encode(), digest_size=16)
    for path in files:
        try:
            state = path.stat()
        except OSError:
            return None
        total.update(f"{path} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}\n".encode())
    return total.hexdigest()


def compile_glossary(glossary: Glossary, stamp: str) -> Compiled:
    """The concepts and the index over the words of their forms."""
    forms = [(n, words) for n, concept in enumerate(glossary.concepts) for words in _forms(concept)]
    shared = Counter(word for _, words in forms for word in words)
    posts: dict[str, set[int]] = {}
    for number, words in forms:
        rare = [word for word in words if shared[word] <= CROWDED] or [min(words, key=lambda w: (shared[w], w))]
        for word in rare:
            posts.setdefault(word, set()).add(number)
    ordered = sorted(posts)
    encoder = msgspec.msgpack.Encoder()
    return Compiled(
        stamp=stamp,
        digest=glossary.digest,
        words="\n".join(ordered),
        turned="\n".join(sorted(word[::-1] for word in ordered)),
        posts=tuple(tuple(sorted(posts[word])) for word in ordered),
        concepts=tuple(encoder.encode(concept) for concept in glossary.concepts),
    )


def _forms(concept: Concept) -> Iterator[frozenset[str]]:
    """The words of each form of a concept; of those that are inflected, what all their forms begin with, too."""
    for term in concept.terms:
        for form in {term.text, term.short or term.text}:
            words = [token.text for token in tokens(form)]
            if words:
                yield frozenset(map(_folded, words))
            if words and term.match == "stem":
                stems = [stem(w, term.lang) for w in words] if every_word(term.lang) else [stem(words[-1], term.lang)]
                yield frozenset(_OPEN + _folded(s) for s in stems if s)
            if words and term.match == "prefix":
                yield frozenset((_OPEN + _folded(words[-1]),))
    if concept.native and (words := [token.text for token in tokens(concept.native.text)]):
        yield frozenset(map(_folded, words))


def _folded(word: str) -> str:
    return word.translate(_ONE_APOSTROPHE).casefold()


def _asked(texts: Iterable[str]) -> frozenset[tuple[str, bool]]:
    """The words of the texts, and whether each is written like a name."""
    found = {token.text for text in texts for token in tokens(text)}
    parts = {part for word in found if "-" in word for part in word.split("-") if part}
    return frozenset((_folded(w), not w[0].islower()) for w in found | parts)


def _numbers(index: Index, asked: Iterable[tuple[str, bool]]) -> set[int]:
    """The concepts that have one of the words."""
    places = index.places
    found: set[int] = set()
    for word, named in asked:
        for candidate in _parts(word[:LONGEST]):
            if candidate in places:
                found.add(places[candidate])
        if named and SLIPS <= len(word) <= LONGEST:
            found |= {places[w] for w in _slips(word, index.words)}
            found |= {places[w[::-1]] for w in _slips(word[::-1], index.turned)}
    return {number for place in found for number in index.held.posts[place]}


def _parts(word: str) -> Iterator[str]:
    """The beginnings and ends of a word, and all stretches of one that is written without spaces between words."""
    yield word
    yield from (_OPEN + word[:end] for end in range(1, len(word) + 1))
    yield from (word[:end] for end in range(_STUCK, len(word)))
    yield from (word[start:] for start in range(1, len(word) - _STUCK + 1))
    if any("\u0e00" <= c <= "\u0eff" or "\u3040" <= c <= "\u9fff" for c in word):
        yield from (
            word[start:end] for start in range(1, len(word)) for end in range(start + 1, min(start + 9, len(word)))
        )


def _slips(word: str, ordered: Sequence[str]) -> Iterator[str]:
    """Words that share the first half and may be one letter added, left out, changed or swapped away."""
    head, size = word[: len(word) // 2], len(word)
    near = ordered[bisect_left(ordered, head) : bisect_left(ordered, head + _LAST)]
    return (other for other in near if -2 < len(other) - size < 2 and other != word and _one_slip(word, other))


def _one_slip(a: str, b: str) -> bool:
    """Whether what is left between the common beginning and the common end is one letter, or two that are swapped."""
    start, last = 0, min(len(a), len(b))
    while start < last and a[start] == b[start]:
        start += 1
    end = 0
    while end < last - start and a[-1 - end] == b[-1 - end]:
        end += 1
    rest_a, rest_b = a[start : len(a) - end], b[start : len(b) - end]
    return max(len(rest_a), len(rest_b)) <= 1 or (len(rest_a) == 2 and rest_a == rest_b[::-1])
