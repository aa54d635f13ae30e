"""What an index keeps of a name: its words, and of each word the readings under which it is found."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pkgutil import get_data

from auditor.names.keys import coarse, groups
from auditor.names.readers import ANY, readings
from auditor.names.skeleton import skeleton
from auditor.names.sounds import ABJAD, script
from auditor.names.words import words
from auditor.packs import data_path

_FOLDERS = ("conventions", "variants")
_BREATH = frozenset("h")  # sounds that some languages leave out
_MATRES = frozenset("hvwj")  # ... and consonant letters that also write vowels, where vowels are not written
_GROUP = 0.6  # what it costs to take a given name for its short form or counterpart


def slots(form: str) -> tuple[tuple[str, ...], ...]:
    """The words by which a name is found, each with other ways to divide it (``zedong`` for ``ze-dong``).

    Particles and initials are left out unless there is nothing else.
    """
    found = words(form)
    kept = [w.text for w in found if not w.weak and not _initial(w.text)] or [w.text for w in found]
    out: list[tuple[str, ...]] = [(text,) for text in kept]
    last = form.split()[-1].lower().strip(".,") if kept else ""
    if "-" in last and last.endswith("-" + kept[-1]):
        out[-1] = (kept[-1], last.replace("-", ""))
    return tuple(out)


def _initial(word: str) -> bool:
    return len(word.strip(".")) == 1 and script(word) == "Latn"


def keyed(word: str, language: str | None) -> Iterator[tuple[str, str, float]]:
    """Block, reading and the doubt of the reading, for each way to read a word; the word itself where none is known."""
    found = [reading for reading in readings(word, language, ANY) if reading.codes]
    unsure = _MATRES if script(word) in ABJAD else _BREATH
    for reading in found:
        codes, cost = reading.codes, reading.cost
        yield coarse(reading.bones) or codes[:1], codes, cost
        if not unsure.isdisjoint(codes):
            bare = "".join(code for code in codes if code not in unsure)
            yield coarse(skeleton(bare)) or codes[:1], codes, cost
    if not found:
        yield word, word, 0.0
    for group in sorted(groups(word)):
        yield "=" + group, "=" + group, _GROUP


_MODULES = (  # what makes keys of forms
    "given", "index_words", "indic", "keys", "parts", "readers", "rough", "scheme", "scheme_file", "skeleton", "sounds",
    "spell", "tables", "words",
)  # fmt: skip


@cache
def stamp() -> bytes:
    """16 bytes that change with the data and the code of keys: an index built with others may miss what it holds."""
    total = blake2b(digest_size=16)
    for module in _MODULES:
        total.update(get_data("auditor.names", f"{module}.py") or b"")
    for folder in _FOLDERS:
        for path in sorted(data_path(folder).iterdir()):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.digest()
