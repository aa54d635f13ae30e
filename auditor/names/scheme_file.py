"""The file of a convention, as data: what it holds, and what it takes over from the convention that it extends."""

from __future__ import annotations

from functools import cache
from typing import Literal

import msgspec

from auditor.errors import PackError
from auditor.packs import data_path, load_toml
from auditor.records import Record

Kind = Literal["press", "standard"]
Verified = Literal["published table", "published examples", "press usage", "not verified"]
FOLDER = "conventions"


class Rule(Record, frozen=True):
    """``native`` is written ``to`` between ``after`` and ``before`` (letters; V vowel, C consonant, ^ start, $ end)."""

    native: str
    to: str
    after: str | None = None
    before: str | None = None


class SchemeFile(Record, frozen=True):
    """One convention as its file holds it; spellings in ``to`` and ``letters`` are separated by "/", usual first.

    ``verified``: against what the rules were checked, besides the citation. ``extends``: the id of a convention whose
    letters and rules hold where this file says nothing else (its own rules are tried first). ``superseded``: the year
    from which another standard took its place. ``unwritten``: vowels ("/" between them) that may follow any consonant,
    which may be doubled too, for scripts that write neither: such a convention says whether a spelling fits, not which
    is usual. ``decompose``: the native form is read in Unicode's decomposed form (Hangul by its letters, Vietnamese
    without its marks).
    """

    schema: int
    id: str
    source: str
    target: str
    kind: Kind
    authority: str
    citation: str
    date: str
    verified: Verified
    examples: dict[str, str]
    negatives: dict[str, str]
    letters: dict[str, str] = msgspec.field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    extends: str | None = None
    superseded: str | None = None
    fold: dict[str, str] | None = None
    unwritten: str | None = None
    decompose: bool = False


@cache
def read_scheme(name: str) -> SchemeFile:
    """The convention in the file ``name`` with what it takes over; raises ``PackError`` where it does not fit."""
    file = load_toml(data_path(FOLDER, name), SchemeFile)
    if file.extends is None:
        return file
    if file.extends == file.id or not data_path(FOLDER, f"{file.extends}.toml").exists():
        raise PackError(f"{FOLDER}/{name}", "extends no other convention", key="extends", found=file.extends)
    base = read_scheme(f"{file.extends}.toml")
    return msgspec.structs.replace(
        file,
        letters=base.letters | file.letters,
        rules=(*file.rules, *base.rules),
        fold=base.fold if file.fold is None else file.fold,
        unwritten=base.unwritten if file.unwritten is None else file.unwritten,
        decompose=base.decompose or file.decompose,
    )
