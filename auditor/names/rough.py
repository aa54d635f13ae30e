"""Letters of scripts that have no reading here, by Unidecode: a last resort, good for consonants only."""

from __future__ import annotations

from functools import lru_cache

from auditor.names.sounds import script

CEILING = 0.6  # Unidecode knows letters, not languages: a match through it is never sure
_HAN = ((0x2E80, 0x2FDF), (0x3005, 0x3007), (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))
_MANDARIN = frozenset({"zh", "yue"})


@lru_cache(maxsize=32768)
def roughly(word: str) -> str:
    """The word in ASCII letters of lower case; what Unidecode does not know is left out."""
    from unidecode import unidecode

    return "".join(letter for letter in unidecode(word).lower() if "a" <= letter <= "z")


@lru_cache(maxsize=32768)
def latin(text: str) -> str:
    """The text in ASCII, for ids that people read; as it is where it is ASCII already."""
    if text.isascii():
        return text
    from unidecode import unidecode

    return str(unidecode(text)).replace("'", "")


@lru_cache(maxsize=32768)
def is_rough(form: str) -> bool:
    """Whether some letter of a form belongs to a script without a reading table."""
    return not form.isascii() and "" in map(script, filter(str.isalpha, form))


def is_han(letter: str) -> bool:
    """Whether a letter is a Han character."""
    return any(first <= ord(letter) <= last for first, last in _HAN)


def roughly_known(letter: str, language: str | None) -> bool:
    """Whether Unidecode can stand in for a letter: it reads Han characters as Mandarin does, and so only there."""
    if is_han(letter) and language not in _MANDARIN:
        return False
    return bool(roughly(letter))
