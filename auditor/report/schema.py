"""The JSON Schema of the audit record, generated from the records themselves."""

from __future__ import annotations

from typing import Any

import msgspec

from auditor.packs import data_path
from auditor.records import SCHEMA, Audit

SCHEMA_PATH = data_path("schema", "audit.schema.json")


def audit_schema() -> dict[str, Any]:
    """Schema (draft 2020-12) of what the JSON format holds."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": f"auditor audit record, {SCHEMA}",
    }
    return head | msgspec.json.schema(Audit)


def schema_text() -> str:
    """The published file, byte for byte."""
    return msgspec.json.format(msgspec.json.encode(audit_schema(), order="deterministic"), indent=2).decode() + "\n"


if __name__ == "__main__":  # python -m auditor.report.schema: write the published file anew
    SCHEMA_PATH.write_text(schema_text(), encoding="utf-8", newline="\n")
