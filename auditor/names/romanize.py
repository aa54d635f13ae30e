"""What a language writes for a native name."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

import msgspec

from auditor.names.given import of_native
from auditor.names.scheme import compiled, into
from auditor.names.scheme_file import Rule
from auditor.names.spell import word_forms
from auditor.packs.style_file import Letters

_LIMIT = 24


@lru_cache(maxsize=16384)
def romanize(native: str, native_lang: str, language: str) -> tuple[str, ...]:
    """Spellings of ``native`` in ``language`` (or a standard's id), the usual first; empty without a convention."""
    return _join(native, native_lang, language, table=False)


@lru_cache(maxsize=16384)
def variants(native: str, native_lang: str, language: str) -> tuple[str, ...]:
    """As ``romanize``, with the habitual forms of given names (Alexander, Julia) before the regular ones."""
    return _join(native, native_lang, language, table=True)


@lru_cache(maxsize=4096)
def housed(native: str, native_lang: str, language: str, rules: tuple[Letters, ...]) -> str | None:
    """The usual spelling of ``native`` in ``language`` with a house's own rules before those of the convention."""
    for scheme in into(native_lang, language):
        own = tuple(Rule(native=r.native, to=r.to, after=r.after, before=r.before) for r in rules)
        ready = compiled(msgspec.structs.replace(scheme.file, rules=(*own, *scheme.file.rules)))
        words = [(word, word_forms(ready, word.lower(), 1)) for word in native.split()]
        if words and all(forms for _, forms in words):
            return " ".join(recase(forms[0], word) for word, forms in words)
    return None


def word_variants(native: str, native_lang: str, language: str, table: bool = True) -> tuple[str, ...]:
    """Spellings of one word in lower case, the usual first."""
    found: list[str] = []
    name = of_native(native.lower(), native_lang) if table else None
    if name:
        found.extend(form.lower() for form in name.listed(language))
    for scheme in into(native_lang, language):
        found.extend(word_forms(scheme, native.lower()))
    return tuple(dict.fromkeys(found))


def _join(native: str, native_lang: str, language: str, table: bool) -> tuple[str, ...]:
    words = native.split()
    options = [
        word_variants(word, native_lang, language, table and len(words) > 1 and i == 0)[:8] or ()
        for i, word in enumerate(words)
    ]
    if len(words) == 1 and table:
        options = [word_variants(native, native_lang, language)[:_LIMIT]]
    if not words or not all(options):
        return ()
    ranked = sorted(product(*(range(len(o)) for o in options)), key=lambda pick: (sum(pick), pick))[:_LIMIT]
    return tuple(" ".join(recase(o[i], w) for o, i, w in zip(options, pick, words, strict=True)) for pick in ranked)


def recase(form: str, model: str) -> str:
    """``form`` in the case of ``model``: capital first letter, or all capitals; after hyphens where it has them too.

    A script without capitals (Georgian, Kana) says nothing: a name gets one.
    """
    if len(model) > 1 and model.isupper():
        return form.upper()
    first = model[:1]
    if first.isalpha() and first.title() == first:
        if first.isupper() and "-" not in model:
            return form[:1].title() + form[1:]
        return "-".join(part[:1].title() + part[1:] for part in form.split("-"))
    return form
