"""The JSON Schemas that the package publishes, generated from the records that read the files."""

from __future__ import annotations

from typing import Any

import msgspec


def json_schema(record: type[msgspec.Struct], id: str, title: str) -> dict[str, Any]:
    """The schema (draft 2020-12) of what decodes into ``record``."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{id}", "title": title}
    return head | msgspec.json.schema(record)


def published(schema: dict[str, Any]) -> str:
    """The published file, byte for byte."""
    return msgspec.json.format(msgspec.json.encode(schema, order="deterministic"), indent=2).decode() + "\n"
