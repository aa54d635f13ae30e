"""Language tags: whether one is a tag of BCP 47, and what was probably meant."""

from __future__ import annotations

import re
from functools import cache

from auditor.packs import data_path, load_toml
from auditor.records import Record

# language[-script][-region][-variant...]; extensions and grandfathered tags are not used for news copy
_TAG = re.compile(
    r"(?P<language>[A-Za-z]{2,3})(?:-(?P<script>[A-Za-z]{4}))?(?:-(?P<region>[A-Za-z]{2}|\d{3}))?"
    r"(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3})){0,4}"
)


class LanguageCodes(Record, frozen=True):
    """``codes``: two-letter codes, by white space; ``instead``: what to write for codes that are not to be used."""

    codes: str
    instead: dict[str, str]


@cache
def language_codes() -> LanguageCodes:
    """The code list as shipped."""
    return load_toml(data_path("languages", "iso639.toml"), LanguageCodes)


def problem_of_tag(tag: str) -> str | None:
    """What to do about a tag that is not well-formed, not registered or not in canonical case; None when it is fine."""
    found = _TAG.fullmatch(tag)
    if found is None:
        return "write a code such as en, de or pt-BR"
    language = found["language"].lower()
    table = language_codes()
    if language in table.instead:
        return f"write {table.instead[language]}"
    if len(language) == 2 and language not in table.codes.split():
        return "write a code such as en, de or pt-BR"
    proper = canonical(tag)
    return None if tag == proper else f"write {proper}"


def mended_tag(tag: str) -> str | None:
    """The tag that was surely meant by one with a problem: another code of the language, or other case."""
    language, _, rest = tag.partition("-")
    meant = canonical(language_codes().instead.get(language.lower(), language) + (f"-{rest}" if rest else ""))
    return meant if problem_of_tag(meant) is None else None


def canonical(tag: str) -> str:
    """The tag in the case that RFC 5646, 2.1.1 recommends (``EN-gb`` -> ``en-GB``)."""
    first, *rest = tag.split("-")
    cased = [p.title() if len(p) == 4 and p.isalpha() else p.upper() if len(p) == 2 else p.lower() for p in rest]
    return "-".join([first.lower(), *cased])
