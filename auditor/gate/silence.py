"""Which findings are silenced: by an entry of the desk's file, by the baseline, by a comment if it counts.

Silenced findings stay in the record, marked; they do not move the exit code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from auditor.gate import baseline as base
from auditor.gate import suppressions as supp
from auditor.gate.comments import Comment, comments
from auditor.gate.paths import fits, relative
from auditor.packs.load import shown
from auditor.reading.article import Source
from auditor.records import Finding

_LISTED = 20  # comments of one article that are listed one by one


class Silence(msgspec.Struct, frozen=True, kw_only=True):
    """What silences findings in a run. ``inline``: comments in the copy count; ``as_of``: the day for expiries."""

    suppressions: supp.Suppressions | None = None
    baseline: base.Baseline | None = None
    inline: bool = False
    as_of: str | None = None

    def mark(self, source: Source, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of an article, marked where they are silenced."""
        said = _said(source) if self.inline else ()
        live = self._live()
        if not (said or live or self.baseline):
            return tuple(findings)
        seen = self._path(source, self.suppressions)
        held, place = self.baseline.keys if self.baseline else frozenset(), self._path(source, self.baseline)
        marked = []
        for finding in findings:
            entry: supp.Entry | Comment | None = next((e for e in live if e.silences(finding, seen)), None)
            entry = entry or next((c for c in said if c.silences(finding)), None)
            mark = entry.mark() if entry else None
            known = (place, finding.fingerprint) in held
            marked.append(msgspec.structs.replace(finding, suppressed=mark, baseline=known))
        return tuple(marked)

    def _live(self) -> tuple[supp.Entry, ...]:
        return tuple(e for e in self.suppressions.entries if not e.expired(self.as_of)) if self.suppressions else ()

    @staticmethod
    def _path(source: Source, held: supp.Suppressions | base.Baseline | None) -> str:
        return relative(source.place, source.path, held.file.parent) if held else source.path

    def remarks(self, source: Source) -> tuple[str, ...]:
        """What is to be said of comments in an article: each is listed, whether it counts or not."""
        said = _said(source)
        more = len(said) - _LISTED
        listed = tuple(comment.remark(self.inline) for comment in said[:_LISTED])
        return (*listed, f"{more} more comments ask to leave out findings") if more > 0 else listed

    def digests(self) -> dict[str, str | None]:
        """What of this moves a result, for the signature."""
        return {
            "suppressions": self.suppressions.digest if self.suppressions else None,
            "baseline": self.baseline.digest if self.baseline else None,
        }

    def notes(self, sources: Mapping[str, Source], findings: Sequence[Finding]) -> list[str]:
        """Entries that are past their day, that silence nothing, or whose day cannot be judged."""
        return [words for _, _, words in self.faults(sources, findings)]

    def summary(self, sources: Mapping[str, Source], findings: Sequence[Finding]) -> dict[str, Any]:
        """How many findings are silenced, and which entries no longer do anything (``file:line``)."""
        faults: dict[str, list[str]] = {"expired": [], "unused": []}
        for _, kind, words in self.faults(sources, findings):
            if kind in faults:
                faults[kind].append(words)
        return {
            "suppressed": sum(f.suppressed is not None for f in findings),
            "baseline": sum(f.baseline for f in findings),
            **faults,
        }

    def faults(self, sources: Mapping[str, Source], findings: Sequence[Finding]) -> Iterator[tuple[int, str, str]]:
        """Index of an entry, what is wrong (``expired``, ``unused``, ``clock``), the same in words."""
        held = self.suppressions
        if held is None:
            return
        paths = {i: self._path(s, held) for i, s in sources.items() if s.role == "subject"}
        for index, entry in enumerate(held.entries):
            where = f"{held.where(index)}: {entry.words()}"
            if entry.expired(self.as_of):
                yield index, "expired", f"{where}: expired on {entry.until}, no longer holds"
            elif _concerns(entry, paths.values()) and not any(entry.silences(f, paths[f.article]) for f in findings):
                yield index, "unused", f"{where}: silences nothing here; remove it: auditor suppress --prune PATHS"
        if self.as_of is None and any(e.until for e in held.entries):
            yield -1, "clock", f"{shown(held.file)}: `until` is not judged without --as-of DATE"


def _said(source: Source) -> tuple[Comment, ...]:
    """The comments of an article; formats other than HTML and Markdown have none that a desk writes by hand."""
    return comments(source.original) if source.format in ("html", "md") else ()


def _concerns(entry: supp.Entry, paths: Iterable[str]) -> bool:
    """Whether an entry without effect is worth a word: it names a path that was audited (a general one waits)."""
    return entry.path is not None and any(fits(entry.path, path) for path in paths)


def load(suppressions: str | None, baseline: str | None, *, inline: bool, as_of: str | None) -> Silence:
    """What these files silence. Raises `ConfigError` where one is missing or broken."""
    return Silence(
        suppressions=supp.load(Path(suppressions)) if suppressions else None,
        baseline=base.load(Path(baseline)) if baseline else None,
        inline=inline,
        as_of=as_of,
    )


def known(source: Source, findings: Iterable[Finding], folder: Path) -> tuple[base.Known, ...]:
    """The findings of an article as a baseline in ``folder`` keeps them; suppressed ones are not."""
    path = relative(source.place, source.path, folder)
    return tuple(
        base.Known(path=path, rule=f.rule, match=f.match, fingerprint=f.fingerprint)
        for f in findings
        if f.suppressed is None
    )
