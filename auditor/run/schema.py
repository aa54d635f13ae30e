"""The JSON Schema of ``auditor.toml``, for editors that complete and check TOML."""

from __future__ import annotations

from auditor.packs import data_path
from auditor.packs.schema import json_schema, published
from auditor.run.config_file import ConfigFile

SCHEMA_PATH = data_path("schema", "config.schema.json")


def schema_text() -> str:
    """The published file, byte for byte."""
    return published(json_schema(ConfigFile, "auditor:config", "auditor configuration"))


if __name__ == "__main__":  # python -m auditor.run.schema: write the published file anew
    SCHEMA_PATH.write_text(schema_text(), encoding="utf-8", newline="\n")
