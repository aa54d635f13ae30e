"""A text against its source: numbers, names, dates, negation, and what was left untranslated."""

from auditor.pairs.api import audit, check
from auditor.pairs.catalogue import checks

__all__ = ["audit", "check", "checks"]
