"""The JSON Schema of ``auditor.toml``, for editors that complete and check TOML."""

from __future__ import annotations

import msgspec

from auditor.packs import data_path
from auditor.run.config import Values

SCHEMA_PATH = data_path("schema", "config.schema.json")


def schema_text() -> str:
    """The published file, byte for byte."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:auditor:config",
        "title": "auditor configuration",
    }
    whole = head | msgspec.json.schema(Values)
    return msgspec.json.format(msgspec.json.encode(whole, order="deterministic"), indent=2).decode() + "\n"


if __name__ == "__main__":  # python -m auditor.run.schema: write the published file anew
    SCHEMA_PATH.write_text(schema_text(), encoding="utf-8", newline="\n")
