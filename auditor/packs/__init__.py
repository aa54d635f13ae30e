"""Knowledge files under ``auditor/data``: loaded once, validated, never edited by code."""

from auditor.packs.load import data_path, load_toml, load_tsv, shelved

__all__ = ["data_path", "load_toml", "load_tsv", "shelved"]
