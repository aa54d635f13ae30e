"""The run's signature: every setting, pack and glossary that moves a result, so that two audits can be told apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from typing import Any

import msgspec

from auditor import __version__
from auditor.corpus.similarity import signatures
from auditor.entities.rulings import Ruling
from auditor.gate.silence import Silence
from auditor.glossary.model import Glossary
from auditor.packs import shelved, styles
from auditor.packs.load import DATA
from auditor.run.settings import Settings
from auditor.text.lexicon import lexicon_id

_QUIET = {  # moves no result: ways in and out, and the glossary, which has its digest
    "jobs", "fail_on", "exit_zero", "min_severity", "glossary", "no_glossary", "encoding", "skip_unreadable",
    "max_bytes", "against", "sources", "format", "reports", "suppressions", "baseline", "exclude",
    "style",  # has its digest
}  # fmt: skip


def signature(
    settings: Settings, glossary: Glossary | None, rulings: Sequence[Ruling], silence: Silence
) -> dict[str, Any]:
    """Version, settings, digests of packs, glossary and what silences findings, the clock, the metrics' signatures."""
    chosen = msgspec.structs.asdict(settings)
    return {
        "auditor": __version__,
        "settings": {key: value for key, value in sorted(chosen.items()) if key not in _QUIET}
        | {"per_path": [{"pattern": rule.pattern, **msgspec.to_builtins(rule.values)} for rule in settings.per_path]},
        "style": _style(settings.style),
        "glossary": glossary.digest if glossary else None,
        "decisions": _digest(rulings),
        "silence": silence.digests(),
        "packs": packs(),
        "lexicon": lexicon_id(),
        "metrics": signatures(),
    }


def _digest(rulings: Sequence[Ruling]) -> str | None:
    """Digest of what people ruled on names, in order."""
    said = "\n".join(f"{r.a}\t{r.b}\t{r.verdict}" for r in rulings)
    return sha256(said.encode()).hexdigest()[:16] if rulings else None


def _style(name: str | None) -> dict[str, str] | None:
    if name is None:
        return None
    style = styles.load(name)
    return {"id": style.title, "digest": style.digest}


@cache
def packs() -> str:
    """Digest of all knowledge files, short form."""
    return shelved("digest", "1", lambda: {"packs": [_packs()]}).by_number("packs", str)(0)


def _packs() -> str:
    total = sha256()
    for path in sorted(DATA.rglob("*")):
        if path.is_file():
            total.update(path.relative_to(DATA).as_posix().encode() + b"\0" + path.read_bytes())
    return total.hexdigest()[:16]
