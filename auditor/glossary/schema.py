"""The JSON Schema of a glossary file, for editors that complete and check TOML."""

from __future__ import annotations

from auditor.glossary.model import GlossaryFile
from auditor.packs import data_path
from auditor.packs.schema import json_schema, published

SCHEMA_PATH = data_path("schema", "glossary.schema.json")


def schema_text() -> str:
    """The published file, byte for byte."""
    return published(json_schema(GlossaryFile, "auditor:glossary:1", "auditor glossary, schema 1"))


if __name__ == "__main__":  # python -m auditor.glossary.schema: write the published file anew
    SCHEMA_PATH.write_text(schema_text(), encoding="utf-8", newline="\n")
