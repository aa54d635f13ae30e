"""The JSON Schema of a glossary file, for editors that complete and check TOML."""

from __future__ import annotations

import msgspec

from auditor.glossary.model import GlossaryFile
from auditor.packs import data_path

SCHEMA_PATH = data_path("schema", "glossary.schema.json")


def schema_text() -> str:
    """The published file, byte for byte."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:auditor:glossary:1",
        "title": "auditor glossary, schema 1",
    }
    whole = head | msgspec.json.schema(GlossaryFile)
    return msgspec.json.format(msgspec.json.encode(whole, order="deterministic"), indent=2).decode() + "\n"


if __name__ == "__main__":  # python -m auditor.glossary.schema: write the published file anew
    SCHEMA_PATH.write_text(schema_text(), encoding="utf-8", newline="\n")
