"""The glossary in other programs' formats: one module a format, each a pure function of bytes or concepts.

Reading gives concepts and writing gives text; both say what could not be carried over (`Loss`).
"""

from auditor.glossary.formats.base import Format, Loss, Read, Wanted, Written
from auditor.glossary.formats.registry import FORMATS, format_named, format_of

__all__ = ["FORMATS", "Format", "Loss", "Read", "Wanted", "Written", "format_named", "format_of"]
