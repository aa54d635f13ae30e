"""What an index keeps of a name: its words, and of each word the readings under which it is found."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b

from auditor.names.keys import coarse
from auditor.names.skeleton import skeleton
from auditor.names.sounds import script
from auditor.names.words import readings, words
from auditor.packs import data_path

_TABLES = (  # all that moves the keys of a word; what moves its score is read when it is looked up
    ("conventions", "readings.toml"),
    ("conventions", "readers.toml"),
    ("conventions", "scripts.tsv"),
    ("variants", "endings.toml"),
    ("variants", "parts.toml"),
)


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
    known = False
    for codes, bones, cost, _ in readings(word, language, True):
        if codes:
            known = True
            yield coarse(bones) or codes[:1], codes, cost
            if "h" in codes:
                yield coarse(skeleton(codes.replace("h", ""))) or codes[:1], codes, cost
    if not known:
        yield word, word, 0.0


@cache
def stamp() -> bytes:
    """16 bytes that change with the tables that readings are made from."""
    total = blake2b(digest_size=16)
    for place in _TABLES:
        total.update(data_path(*place).read_bytes())
    return total.digest()
