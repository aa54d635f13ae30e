"""What reports for people leave out at the user's wish: findings below a severity. The record keeps them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec

from auditor.records import SEVERITIES, Audit, Severity

_KEY = "not shown"


def shown(audit: Audit, floor: Severity, floors: Mapping[str, Severity] | None = None) -> Audit:
    """The same audit without the findings below ``floor`` (or the article's own of ``floors``); its summary says how
    many that are in each article.
    """
    own = {article: SEVERITIES.index(severity) for article, severity in (floors or {}).items()}
    lowest = SEVERITIES.index(floor)
    kept = tuple(f for f in audit.findings if SEVERITIES.index(f.severity) >= own.get(f.article, lowest))
    if len(kept) == len(audit.findings):
        return audit
    ids = {f.id for f in kept}
    hidden = Counter(f.article for f in audit.findings if f.id not in ids)
    note = {"below": floor, "findings": dict(sorted(hidden.items()))}
    return msgspec.structs.replace(audit, findings=kept, summary={**audit.summary, _KEY: note})


def not_shown(audit: Audit, article: str | None = None) -> str | None:
    """``3 below major not shown``, of one article or of all; None where everything is shown."""
    note = audit.summary.get(_KEY)
    if not note:
        return None
    count = note["findings"].get(article, 0) if article else sum(note["findings"].values())
    return f"{count} below {note['below']} not shown" if count else None
