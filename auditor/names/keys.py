"""Blocking keys: what two spellings of one name in any two languages nearly always share."""

from __future__ import annotations

from functools import lru_cache

from auditor.names.given import lookup
from auditor.names.readers import ANY, readings
from auditor.names.skeleton import skeleton
from auditor.names.sounds import sounds
from auditor.names.tables import family_size, korean_families, short_forms
from auditor.names.words import words

_COARSE = str.maketrans({"F": "P", "L": "R"})
_MOST = 6


@lru_cache(maxsize=65536)
def keys(form: str, language: str | None = None) -> frozenset[str]:
    """At most six keys for the last word of a name (its family name, where that is one word).

    Readings that other languages would give the word are included, so that spellings of unknown origin meet.
    """
    found = words(form)
    if not found:
        return frozenset()
    word = found[-1].text
    out = dict.fromkeys(f"{language} {native}" for native in sorted(_families(word, language)))
    if "-" in form and word not in form.lower():  # syllables bound by a hyphen: others write them apart
        out[coarse(skeleton(sounds(form.rpartition("-")[2].lower(), language)))] = None
    whole = () if form.isascii() or not family_size(form) else (form.lower(),)
    for text in dict.fromkeys((word, _joined(form, word), *whole)):
        for reading in readings(text, language, ANY):
            codes, bones = reading.codes, reading.bones
            out[coarse(bones)] = None
            if "h" in codes:
                out[coarse(skeleton(codes.replace("h", "")))] = None
            if language is None and codes[-1:] == "s" and len(codes) > 3:  # Latvian and Lithuanian end foreign names so
                out[coarse(skeleton(codes[:-1]))] = None
    return frozenset([key for key in out if key][:_MOST]) or frozenset((sounds(word, language) or word,))


@lru_cache(maxsize=65536)
def given_keys(word: str) -> frozenset[str]:
    """Keys of a given name: those of its spelling, and the names whose counterpart or short form it may be."""
    return keys(word) | groups(word)


def groups(word: str) -> frozenset[str]:
    """The given names whose counterpart or short form a word may be (``alexander`` for Sasha), by the tables."""
    return frozenset({name.group for name in lookup(word)} | short_forms().get(word.lower(), frozenset()))


@lru_cache(maxsize=65536)
def codes(form: str) -> frozenset[str]:
    """Each way in which readers of some language would sound the last word of a name."""
    found = words(form)
    return frozenset(reading.codes for reading in readings(found[-1].text, None, ANY)) if found else frozenset()


def _families(word: str, language: str | None) -> frozenset[str]:
    """The Korean family names that a word of a Korean text may be."""
    return korean_families().get(word, frozenset()) if language == "ko" else frozenset()


def _joined(form: str, last: str) -> str:
    """The last word with what hyphens bind to it (Tse-tung beside Zedong)."""
    bound = form.split()[-1].lower().strip(".,")
    return bound.replace("-", "") if bound.endswith("-" + last) else last


def coarse(bones: str) -> str:
    """A skeleton without the differences that languages of other scripts do not make (r and l, f and p; n before p)."""
    last, out = "", []
    for code in bones.translate(_COARSE):
        if code != last:
            out.append(code)
            last = code
    return "".join(out).replace("NP", "MP")
