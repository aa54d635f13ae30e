"""Set phrases of the news with a word swapped for a dictionary neighbour, from ``data/checks/spun/``.

The tables say which words have which neighbours and which phrases allow none: each word of a phrase may have been
swapped, or several, but one at least. A phrase that the swap would make is left alone where it is in the table, too.
There are two books: ``SET`` has what nobody says otherwise, ``PAIRS`` what speaks only in copy known to be reworded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain

import msgspec

from auditor.packs import data_path, load_tsv, shelved
from auditor.packs.shelf import Parts
from auditor.text.memo import Memo
from auditor.text.tokens import Token, places_of
from auditor.text.traits import Traits, plain, trait

Run = tuple[str, ...]
Files = tuple[str, ...]
Book = tuple[str, Files]  # the file of the phrases and those of the neighbours
REWRITERS: tuple[Files, ...] = (
    ("rewriter.tsv",),
    ("rewriter_whole_sites.tsv",),
    ("rewriter_feeds.tsv",),
    ("rewriter_articles.tsv",),
)
"""The neighbours that each of the programs puts in the place of words."""
SET: Book = ("phrases.tsv", ("swaps.tsv",))
PAIRS: Book = ("pairs.tsv", tuple(chain.from_iterable(REWRITERS)))
_KEPT = 50_000  # words that are remembered with what they may begin
_SIBILANTS = ("s", "x", "z", "ch", "sh")


class SetPhrase(msgspec.Struct, frozen=True):
    """A phrase as English has it, and the neighbours that it can do with."""

    words: Run
    allowed: frozenset[Run]


class Swapped(msgspec.Struct, frozen=True):
    """``tokens[start:end]`` stand for ``phrase``."""

    phrase: SetPhrase
    start: int
    end: int


class _Node(msgspec.Struct, frozen=True, array_like=True):
    """A beginning of phrases: the words that may follow, and the phrase that ends here."""

    after: frozenset[str]
    phrase: SetPhrase | None


class _Tables(msgspec.Struct, frozen=True):
    """``seconds``: a word that may begin a phrase as written -> those that may follow, none where it may be all of it.

    ``nodes``: the beginning of a phrase -> how it goes on; ``meant``: a word as written -> the runs that it begins, and
    what each stands for.
    """

    seconds: Mapping[str, frozenset[str] | None]
    nodes: Mapping[str, _Node]
    meant: Mapping[str, tuple[tuple[Run, str], ...]]


def find(
    text: str, tokens: Sequence[Token], words: Sequence[str], firsts: Container[str], book: Book = SET
) -> Iterator[Swapped]:
    """The longest swapped phrase at each place of a sentence; ``words`` are its tokens in lower case.

    ``firsts``: the `openers` of its text.
    """
    tables, last = tables_of(book), 0
    for at in places_of(firsts, words):
        seconds = tables.seconds[words[at]]
        if (seconds and (at + 1 == len(words) or words[at + 1] not in seconds)) or at < last:
            continue
        ends = _walk(tables, "", words, at, at)
        best = max((e for e in ends if _joined(text, tokens, at, e[0])), key=lambda e: e[0], default=None)
        if best:
            last = best[0]
            yield Swapped(best[1], at, last)


def _opens(book: Book, word: str) -> bool:
    return tables_of(book).seconds[plain(word)] is not None


_OPENS = {book: trait(partial(_opens, book)) for book in (SET, PAIRS)}


def openers(traits: Traits, book: Book = SET) -> frozenset[str]:
    """The words of a text, in lower case, with which a phrase of the book may begin."""
    return frozenset(map(plain, traits.having(_OPENS[book])))


def _walk(
    tables: _Tables, begun: str, words: Sequence[str], start: int, at: int, used: tuple[Run, ...] = ()
) -> Iterator[tuple[int, SetPhrase]]:
    """Ends and phrases of all ways to read the words from ``at`` on, after the words ``begun`` of a phrase.

    ``used``: the neighbours read so far.
    """
    node = tables.nodes[begun]
    if node.phrase and is_fault(tables, node.phrase, tuple(words[start:at]), used):
        yield at, node.phrase
    if at == len(words):
        return
    if words[at] in node.after:
        yield from _walk(tables, _longer(begun, words[at]), words, start, at + 1, used)
    for run, original in tables.meant[words[at]]:
        if original in node.after and tuple(words[at : at + len(run)]) == run:
            yield from _walk(tables, _longer(begun, original), words, start, at + len(run), (*used, run))


def _longer(begun: str, word: str) -> str:
    return f"{begun} {word}" if begun else word


def is_fault(tables: _Tables, phrase: SetPhrase, written: Run, used: Sequence[Run]) -> bool:
    """True when neighbours were ``used``, none that this phrase allows, and did not make a phrase of English."""
    return bool(used) and phrase.allowed.isdisjoint(used) and tables.nodes[" ".join(written)].phrase is None


def _joined(text: str, tokens: Sequence[Token], start: int, end: int) -> bool:
    """True when nothing but blanks stands between the words."""
    return all(text[tokens[k].end : tokens[k + 1].start].isspace() for k in range(start, end - 1))


@cache
def tables_of(book: Book = SET) -> _Tables:
    shelf = shelved(f"spun_{book[0].partition('.')[0]}", "2", partial(_compiled, book))
    seconds, nodes = shelf.by_key("seconds", frozenset[str]), shelf.by_key("nodes", _Node)
    meant, nowhere = shelf.by_key("meant", tuple[tuple[Run, str], ...]), _Node(frozenset(), None)
    return _Tables(
        Memo(seconds, _KEPT), Memo(lambda begun: nodes(begun) or nowhere, _KEPT), Memo(lambda w: meant(w) or (), _KEPT)
    )


def _compiled(book: Book) -> Parts:
    known = neighbours(book[1])
    after: defaultdict[str, set[str]] = defaultdict(set)
    whole: dict[str, SetPhrase] = {}
    for phrase in phrases(book):
        for size, word in enumerate(phrase.words):
            after[" ".join(phrase.words[:size])].add(word)
        whole[" ".join(phrase.words)] = phrase
    meant: defaultdict[str, list[tuple[Run, str]]] = defaultdict(list)
    for word in {word for phrase in whole.values() for word in phrase.words} & known.keys():
        for run in known[word]:
            meant[run[0]].append((run, word))
    nodes = {begun: _Node(frozenset(after.get(begun, ())), whole.get(begun)) for begun in (*after, *whole)}
    firsts = {*after[""], *(word for word, found in meant.items() if any(original in nodes for _, original in found))}
    seconds = {word: _seconds(word, nodes, meant, known) for word in firsts}
    return {"seconds": seconds, "nodes": nodes, "meant": {word: sorted(found) for word, found in meant.items()}}


def _seconds(
    word: str,
    nodes: Mapping[str, _Node],
    meant: Mapping[str, list[tuple[Run, str]]],
    known: Mapping[str, tuple[Run, ...]],
) -> frozenset[str]:
    """The words that may follow one that begins a phrase; none where it may be all of a phrase."""
    read = [(run, original) for run, original in ((Run((word,)), word), *meant.get(word, ())) if original in nodes]
    found = {run[1] for run, _ in read if len(run) > 1}
    for node in (nodes[original] for run, original in read if len(run) == 1):
        if node.phrase:
            return frozenset()
        found |= node.after
        found |= {run[0] for original in node.after for run in known.get(original, ())}
    return frozenset(found)


def phrases(book: Book = SET) -> Iterator[SetPhrase]:
    """The table of phrases; one that has a plural comes twice."""
    for row in load_tsv(data_path("checks", "spun", book[0]), ("phrase", "except")):
        allowed = [tuple(run.split()) for run in row["except"].split("|") if run]
        base, mark, _ = row["phrase"].partition("(")
        words = tuple(base.split())
        yield SetPhrase(words, frozenset(allowed))
        if mark:
            more = [(*run[:-1], plural(run[-1])) for run in allowed]
            yield SetPhrase((*words[:-1], plural(words[-1])), frozenset((*allowed, *more)))


@cache
def neighbours(files: Files = SET[1]) -> Mapping[str, tuple[Run, ...]]:
    """Word, in the plural, too -> the runs of words that programs put in its place, by any of the files."""
    found: defaultdict[str, dict[Run, None]] = defaultdict(dict)
    for name in files:
        for row in load_tsv(data_path("checks", "spun", name), ("word", "swaps")):
            found[row["word"]].update(dict.fromkeys(tuple(run.split()) for run in row["swaps"].split("|")))
    more = {plural(word): tuple((*run[:-1], plural(run[-1])) for run in runs) for word, runs in found.items()}
    return more | {word: tuple(runs) for word, runs in found.items()}


def plural(word: str) -> str:
    """The regular plural in writing."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANTS) else "s")
