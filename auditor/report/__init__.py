"""Reports: each a pure function of the audit record and the texts, ``render(audit, texts, options) -> str``."""

from auditor.report.formats import FORMATS
from auditor.report.options import Options

__all__ = ["FORMATS", "Options"]
