"""Exchange formats of newsrooms and translators: each gives the articles of a file as views that lead back to it."""

from auditor.reading.formats.detect import SUFFIXES, documents, is_known
from auditor.reading.formats.document import Document
from auditor.reading.formats.docx import docx, is_docx
from auditor.reading.formats.xml_tree import declared_encoding

__all__ = ["SUFFIXES", "Document", "declared_encoding", "documents", "docx", "is_docx", "is_known"]
