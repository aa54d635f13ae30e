"""The glossary: concepts and their terms, kept in TOML files that people edit and git merges.

``load(paths)`` gives one `Glossary`; `find` names the files of a folder.
"""

from auditor.glossary.model import Concept, Glossary, Term
from auditor.glossary.store import find, load

__all__ = ["Concept", "Glossary", "Term", "find", "load"]
