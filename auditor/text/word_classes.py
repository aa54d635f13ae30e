"""Common English words that can be only one part of speech: ``data/languages/english_classes.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from auditor.packs import data_path, load_tsv

TAGS = frozenset({"VB", "VBD", "VBN", "ED", "VBG", "VBZ", "NN", "NNS", "NV", "NM", "NZ", "JJ", "JJR", "JJS", "RB"})
"""Tags of the Penn Treebank (Marcus et al. 1993), and four of our own: ``ED``, past tense and participle in one form
(``decided``); ``NV``, noun or base of a verb (``visit``); ``NM``, noun that has a plural and may do without
(``decision``); ``NZ``, plural or third person (``visits``)."""

# fmt: off
AUXILIARIES = frozenset((
    "am", "are", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must", "shall",
    "should", "was", "were", "will", "would",
))
"""Finite forms of the verbs that help others (Quirk et al., A Comprehensive Grammar, 1985, 3.21)."""
# fmt: on


@cache
def word_classes() -> Mapping[str, str]:
    """Word in lower case -> its tag; a word that may be something else is not there."""
    rows = load_tsv(data_path("languages", "english_classes.tsv"), ("tag", "words"))
    return {word: row["tag"] for row in rows for word in row["words"].split()}
