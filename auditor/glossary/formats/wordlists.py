"""Lists for programs that check spelling: what to accept, and what to write instead. They are written, never read.

Vale (substitution rule, vocabulary), LanguageTool (rules for ``--rulefile``, word list), codespell (dictionary),
typos (configuration), Hunspell (dictionary).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from auditor.glossary.formats import xml
from auditor.glossary.formats.base import GOOD, Losses, Wanted, Written, replacements
from auditor.glossary.ids import slug
from auditor.glossary.model import Concept, Term
from auditor.glossary.write import string

_SPECIAL = re.compile(r"[\\^$.|?*+(){}\[\]]")
_IDENTIFIER = re.compile(r"[^\W\d]\w*")
_CODESPELL = re.compile(r"[\w\-'’]+")


def _swaps(concepts: Iterable[Concept], wanted: Wanted, losses: Losses) -> Iterator[tuple[Term, str]]:
    """Forms to replace, with what replaces them; each form once."""
    seen: set[str] = set()
    for term, use in replacements(concepts, wanted):
        if use is None:
            losses.add("forms without one to use instead", term.text)
        elif term.text in seen:
            losses.add("forms that have several replacements", term.text)
        else:
            seen.add(term.text)
            yield term, use


def _accepted(concepts: Iterable[Concept], wanted: Wanted) -> list[str]:
    """All forms that may be written, each once, in order."""
    terms = [t for c in concepts for t in c.terms if t.status in GOOD and wanted.takes(t.lang)]
    return sorted({form for t in terms for form in (t.text, t.short) if form})


def _words(concepts: Iterable[Concept], wanted: Wanted) -> list[str]:
    """The words of all forms that may be written."""
    return sorted(
        {word for form in _accepted(concepts, wanted) for word in form.split() if any(map(str.isalpha, word))}
    )


def _regex(text: str) -> str:
    return _SPECIAL.sub(lambda m: f"\\{m[0]}", text)


def write_vale(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """A substitution rule for a style of Vale; keys are regular expressions, so the forms are escaped."""
    losses = Losses()
    rows = [
        "extends: substitution", "message: \"Use '%s' instead of '%s'.\"", "level: error", "ignorecase: false", "swap:",
    ]  # fmt: skip
    rows += [f"  {_yaml(_regex(t.text))}: {_yaml(use)}" for t, use in _swaps(concepts, wanted, losses)]
    return Written("".join(row + "\n" for row in rows), losses.all())


def _yaml(text: str) -> str:
    """A double-quoted scalar: JSON strings are YAML."""
    return msgspec.json.encode(text).decode()


def write_vale_vocab(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """``accept.txt`` of a Vale vocabulary: one regular expression a line."""
    return Written("".join(_regex(form) + "\n" for form in _accepted(concepts, wanted)))


def write_languagetool(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """Rules in XML for LanguageTool's ``--rulefile``: one a form, case-sensitive."""
    losses = Losses()
    lang = wanted.source or next(iter(wanted.langs), "en")
    rows = [f'<?xml version="1.0" encoding="UTF-8"?>\n<rules lang={xml.attribute(lang)}>\n']
    rows.append('<category id="GLOSSARY" name="Glossary">\n')
    for number, (term, use) in enumerate(_swaps(concepts, wanted, losses), 1):
        tokens = "".join(f"<token>{xml.text(word)}</token>" for word in re.findall(r"\w+|[^\w\s]", term.text))
        id = f"GLOSSARY_{number}_{slug(term.text).replace('-', '_').upper()}".rstrip("_")
        rows.append(
            f'<rule id="{id}" name={xml.attribute(term.text)}>\n'
            f'<pattern case_sensitive="yes">{tokens}</pattern>\n'
            f"<message>The glossary has <suggestion>{xml.text(use)}</suggestion>.</message>\n"
            f"<example correction={xml.attribute(use)}><marker>{xml.text(term.text)}</marker></example>\n</rule>\n"
        )
    return Written("".join(rows) + "</category>\n</rules>\n", losses.all())


def write_languagetool_words(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """``spelling_custom.txt`` of LanguageTool: one word a line."""
    return Written("".join(word + "\n" for word in _words(concepts, wanted)))


def write_codespell(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """A dictionary for codespell's ``-D``: ``wrong->right``, words only, case aside."""
    losses, rows = Losses(), dict[str, str]()
    for term, use in _swaps(concepts, wanted, losses):
        wrong, right = term.text.lower(), use.lower()
        if not _CODESPELL.fullmatch(term.text):
            losses.add("forms of several words", term.text)
        elif wrong == right or "," in right:
            losses.add("forms that differ in case only", term.text)
        else:
            rows.setdefault(wrong, right)
    return Written("".join(f"{wrong}->{right}\n" for wrong, right in sorted(rows.items())), losses.all())


def write_typos(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """``[default.extend-identifiers]`` for typos: accepted words stand for themselves."""
    losses = Losses()
    table = {word: word for word in _words(concepts, wanted) if _IDENTIFIER.fullmatch(word)}
    for term, use in _swaps(concepts, wanted, losses):
        if _IDENTIFIER.fullmatch(term.text):
            table[term.text] = use
        else:
            losses.add("forms of several words", term.text)
    rows = [f"{string(word)} = {string(use)}\n" for word, use in sorted(table.items())]
    return Written("[default.extend-identifiers]\n" + "".join(rows), losses.all())


def write_hunspell(concepts: Sequence[Concept], wanted: Wanted) -> Written:
    """A Hunspell dictionary (``.dic``): the number of words, then one a line."""
    words = _words(concepts, wanted)
    return Written(f"{len(words)}\n" + "".join(word.replace("/", "\\/") + "\n" for word in words))
