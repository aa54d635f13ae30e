"""The JSON Schema of the audit record, generated from the records themselves."""

from __future__ import annotations

from typing import Any

from auditor.packs import data_path
from auditor.packs.schema import json_schema, published
from auditor.records import SCHEMA, Audit

SCHEMA_PATH = data_path("schema", "audit.schema.json")


def audit_schema() -> dict[str, Any]:
    """Schema (draft 2020-12) of what the JSON format holds."""
    return json_schema(Audit, SCHEMA.replace("/", ":"), f"auditor audit record, {SCHEMA}")


def schema_text() -> str:
    """The published file, byte for byte."""
    return published(audit_schema())


if __name__ == "__main__":  # python -m auditor.report.schema: write the published file anew
    SCHEMA_PATH.write_text(schema_text(), encoding="utf-8", newline="\n")
