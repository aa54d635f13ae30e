"""Set phrases of the news with a word swapped for a dictionary neighbour, from ``data/checks/spun/``.

The tables say which words have which neighbours and which phrases allow none: each word of a phrase may have been
swapped, or several, but one at least. A phrase that the swap would make is left alone where it is in the table, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import msgspec

from auditor.packs import data_path, load_tsv
from auditor.text.tokens import Token

Run = tuple[str, ...]
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


class _Node(msgspec.Struct):
    """A place in the tree of phrases: the words that may follow, and the phrase that ends here."""

    after: dict[str, _Node]
    phrase: SetPhrase | None = None


class _Tables(msgspec.Struct, frozen=True):
    """The tree of all phrases; ``meant``: first word as written -> the runs it begins, and what each stands for."""

    root: _Node
    firsts: frozenset[str]
    phrases: frozenset[Run]
    meant: Mapping[str, tuple[tuple[Run, str], ...]]


def find(text: str, tokens: Sequence[Token], words: Sequence[str]) -> Iterator[Swapped]:
    """The longest swapped phrase at each place of a sentence; ``words`` are its tokens in lower case."""
    tables, last = _tables(), 0
    for at in [at for at, word in enumerate(words) if word in tables.firsts]:
        if at < last or not _goes_on(words[at], words[at + 1 : at + 2]):
            continue
        ends = _walk(tables, tables.root, words, at, at)
        best = max((e for e in ends if _joined(text, tokens, at, e[0])), key=lambda e: e[0], default=None)
        if best:
            last = best[0]
            yield Swapped(best[1], at, last)


def _goes_on(word: str, after: Sequence[str]) -> bool:
    """True where the next word, if there is one, may follow this one in a phrase, or this one may be all of it."""
    seconds = _seconds(word)
    return seconds is None or not seconds.isdisjoint(after)


@cache
def _seconds(word: str) -> frozenset[str] | None:
    """The words that may follow one that begins a phrase; None where it may be all of a phrase."""
    root, meant = _tables().root, _tables().meant
    nodes = [root.after[word]] if word in root.after else []
    found = {run[1] for run, original in meant.get(word, ()) if len(run) > 1 and original in root.after}
    nodes += [root.after[original] for run, original in meant.get(word, ()) if len(run) == 1 and original in root.after]
    for node in nodes:
        if node.phrase:
            return None
        found |= node.after.keys()
        found |= {run[0] for original in node.after for run in neighbours().get(original, ())}
    return frozenset(found)


def _walk(
    tables: _Tables, node: _Node, words: Sequence[str], start: int, at: int, used: tuple[Run, ...] = ()
) -> Iterator[tuple[int, SetPhrase]]:
    """Ends and phrases of all ways to read the words from ``at`` on; ``used``: the neighbours read so far."""
    if node.phrase and is_fault(node.phrase, tuple(words[start:at]), used):
        yield at, node.phrase
    if at == len(words):
        return
    if words[at] in node.after:
        yield from _walk(tables, node.after[words[at]], words, start, at + 1, used)
    for run, original in tables.meant.get(words[at], ()):
        if original in node.after and tuple(words[at : at + len(run)]) == run:
            yield from _walk(tables, node.after[original], words, start, at + len(run), (*used, run))


def is_fault(phrase: SetPhrase, written: Run, used: Sequence[Run]) -> bool:
    """True when neighbours were ``used``, none that this phrase allows, and did not make a phrase of English."""
    return bool(used) and phrase.allowed.isdisjoint(used) and written not in _tables().phrases


def _joined(text: str, tokens: Sequence[Token], start: int, end: int) -> bool:
    """True when nothing but blanks stands between the words."""
    return all(text[tokens[k].end : tokens[k + 1].start].isspace() for k in range(start, end - 1))


@cache
def _tables() -> _Tables:
    root, every, originals = _Node({}), set[Run](), set[str]()
    for phrase in phrases():
        every.add(phrase.words)
        originals.update(phrase.words)
        node = root
        for word in phrase.words:
            node = node.after.setdefault(word, _Node({}))
        node.phrase = phrase
    meant: dict[str, list[tuple[Run, str]]] = {}
    for word in originals & neighbours().keys():
        for run in neighbours()[word]:
            meant.setdefault(run[0], []).append((run, word))
    firsts = frozenset((*root.after, *meant))
    return _Tables(root, firsts, frozenset(every), {first: tuple(sorted(found)) for first, found in meant.items()})


def phrases() -> Iterator[SetPhrase]:
    """The table of phrases; one that has a plural comes twice."""
    for row in load_tsv(data_path("checks", "spun", "phrases.tsv"), ("phrase", "except")):
        allowed = [tuple(run.split()) for run in row["except"].split("|") if run]
        base, mark, _ = row["phrase"].partition("(")
        words = tuple(base.split())
        yield SetPhrase(words, frozenset(allowed))
        if mark:
            more = [(*run[:-1], plural(run[-1])) for run in allowed]
            yield SetPhrase((*words[:-1], plural(words[-1])), frozenset((*allowed, *more)))


@cache
def neighbours() -> Mapping[str, tuple[Run, ...]]:
    """Word, in the plural, too -> the runs of words that programs put in its place."""
    rows = load_tsv(data_path("checks", "spun", "swaps.tsv"), ("word", "swaps"))
    found = {row["word"]: tuple(tuple(run.split()) for run in row["swaps"].split("|")) for row in rows}
    more = {plural(word): tuple((*run[:-1], plural(run[-1])) for run in runs) for word, runs in found.items()}
    return more | found


def plural(word: str) -> str:
    """The regular plural in writing."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(_SIBILANTS) else "s")
