"""`auditor`: names, artifacts, provenance and drift in news copy that has crossed languages.

import auditor

audit = auditor.audit(["copy/"])
audit = auditor.audit_texts({"monday": "text of the article"})
auditor.names.compare("Lawrow", "Lavrov", "de", "en").score
auditor.pairs.check("Am 5. Mai", "on 6 May", "de", "en")
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor import names, pairs
    from auditor.api import audit, audit_texts

__version__ = "0.1.0"
__all__ = ["__version__", "audit", "audit_texts", "names", "pairs"]


def __getattr__(name: str) -> Any:
    """Load the parts of the public API when they are first used."""
    if name in ("audit", "audit_texts"):
        return getattr(importlib.import_module("auditor.api"), name)
    if name in ("names", "pairs"):
        return importlib.import_module(f"auditor.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
