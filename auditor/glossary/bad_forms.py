"""The forms that a glossary advises against (or others of its forms), looked for word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from auditor.glossary.inflect import every_word, inflected
from auditor.text.tokens import Token, tokens

if TYPE_CHECKING:
    from auditor.glossary.model import Concept, Glossary, Status, Term

BAD: frozenset[Status] = frozenset(("deprecated", "forbidden", "misspelling"))
ANY_LANGUAGE = "mul"
INFLECTED = 3  # letters that `match = "stem"` allows after the form in a language without rules
_POSSESSIVE = ("'s", "’s", "'", "’")


class BadForm(msgspec.Struct, frozen=True):
    """A form in words, the concept and term it is of, and what to write instead (None where nothing is named)."""

    words: tuple[str, ...]
    concept: Concept
    term: Term
    use: str | None

    def matches(self, index: int, word: str) -> bool:
        """Whether the word at ``index`` of the form is this one, inflected or longer as the term allows."""
        wanted = self.words[index]
        last = index == len(self.words) - 1
        if self.term.match == "stem" and (last or every_word(self.term.lang)):
            return self._inflected(wanted, word, last=last)
        if self.term.case == "any":
            wanted, word = wanted.casefold(), word.casefold()
        if last and self.term.match == "prefix" and word.startswith(wanted):
            return True
        return word == wanted or (last and bare(word) == wanted)

    def _inflected(self, wanted: str, word: str, *, last: bool) -> bool:
        forms = inflected(wanted, self.term.lang)
        words = {word, bare(word)} if last else {word}
        if self.term.case == "any":
            wanted, words = wanted.casefold(), {w.casefold() for w in words}
            forms = frozenset(f.casefold() for f in forms) if forms is not None else None
        if forms is not None:
            return not forms.isdisjoint(words)
        return any(w.startswith(wanted) and len(w) - len(wanted) <= INFLECTED for w in words)


Table = dict[str, tuple[BadForm, ...]]


def bare(word: str) -> str:
    """The word without a possessive ending."""
    return next((word[: -len(ending)] for ending in _POSSESSIVE if word.endswith(ending)), word)


def key(word: str) -> str:
    """Under what a form is found: the first two letters of its first word, case aside."""
    return word[:2].casefold()


def tables(glossary: Glossary, statuses: frozenset[Status] = BAD) -> dict[str, Table]:
    """Language (without region) -> key -> forms of these statuses, those of most words and letters first.

    Forms of any language (``mul``) are in each table; where there is no other, in that of ``mul``.
    """
    found: dict[str, dict[str, list[BadForm]]] = {}
    for concept in glossary.concepts:
        for term in concept.terms:
            if term.status in statuses:
                language = term.lang.split("-")[0]
                for form in _forms(glossary, concept, term):
                    found.setdefault(language, {}).setdefault(key(form.words[0]), []).append(form)
    for start, forms in found.get(ANY_LANGUAGE, {}).items():
        for language in found.keys() - {ANY_LANGUAGE}:
            found[language].setdefault(start, []).extend(forms)
    return {
        language: {start: tuple(sorted(forms, key=_order)) for start, forms in rows.items()}
        for language, rows in found.items()
    }


def found_in(
    tables: dict[str, Table], language: str, held: Sequence[Token], text: str
) -> Iterator[tuple[int, int, BadForm]]:
    """Start, end and form of each place of a form in a text of this language; of forms that begin at one word the
    longest counts, and places do not overlap."""
    table = tables.get(language.split("-")[0]) or tables.get(ANY_LANGUAGE) or {}
    done = 0
    for index, token in enumerate(held) if table else ():
        if token.start < done:
            continue
        for form in table.get(key(token.text), ()):
            end = _end(form, held, index, text)
            if end is not None:
                done = end
                yield token.start, end, form
                break


def _end(form: BadForm, held: Sequence[Token], index: int, text: str) -> int | None:
    """Where the form that begins at this token ends, without a possessive; None when it is not there."""
    if index + len(form.words) > len(held):
        return None
    for offset in range(len(form.words)):
        token = held[index + offset]
        if not form.matches(offset, token.text):
            return None
        between = text[held[index + offset - 1].end : token.start] if offset else ""
        if between.strip(" \u00a0-\r\n") or between.count("\n") > 1:
            return None
    last = held[index + len(form.words) - 1]
    return last.start + len(last.text if form.term.match != "exact" else bare(last.text))


def _order(form: BadForm) -> tuple[int, int, tuple[str, ...], str]:
    return -len(form.words), -sum(map(len, form.words)), form.words, form.concept.id


def _forms(glossary: Glossary, concept: Concept, term: Term) -> Iterator[BadForm]:
    """The form and, where it has one, its short form: unless a good term of the concept has the same."""
    best = glossary.preferred(concept, term.lang)
    good = {form for t in concept.terms if t.status not in BAD for form in (t.text, t.short)}
    full, short = (best.text, best.short) if best else (None, None)
    uses = {term.text: term.use or (short if short and len(term.text.split()) == 1 else full)}
    if term.short and term.short not in good:
        uses.setdefault(term.short, short or full)
    for text, use in uses.items():
        words = tuple(t.text for t in tokens(text))
        if words:
            yield BadForm(words, concept, term, use if use != text else None)
