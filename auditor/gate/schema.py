"""The JSON Schema of ``auditor-ignore.toml``, for editors that complete and check TOML."""

from __future__ import annotations

from auditor.gate.suppressions import IgnoreFile
from auditor.packs import data_path
from auditor.packs.schema import json_schema, published

SCHEMA_PATH = data_path("schema", "ignore.schema.json")


def schema_text() -> str:
    """The published file, byte for byte."""
    return published(json_schema(IgnoreFile, "auditor:ignore", "auditor suppressions"))


if __name__ == "__main__":  # python -m auditor.gate.schema: write the published file anew
    SCHEMA_PATH.write_text(schema_text(), encoding="utf-8", newline="\n")
