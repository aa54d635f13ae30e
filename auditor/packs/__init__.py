"""Knowledge files under ``auditor/data``: loaded once, validated, never edited by code."""

from auditor.packs.load import data_path, derived, load_toml, load_tsv

__all__ = ["data_path", "derived", "load_toml", "load_tsv"]
