"""The JSON Schemas that the package publishes in ``auditor/data/schema/``, made from the records that read the files.

Editors complete and check TOML by them, other programs the audit record. `tools.examples` writes the files.
"""

from __future__ import annotations

from typing import Any

import msgspec

from auditor.gate.suppressions import IgnoreFile
from auditor.glossary.model import GlossaryFile
from auditor.records import SCHEMA, Audit
from auditor.run.config_file import ConfigFile

_HEADS: dict[str, tuple[type[msgspec.Struct], str, str]] = {
    "audit": (Audit, SCHEMA.replace("/", ":"), f"auditor audit record, {SCHEMA}"),
    "config": (ConfigFile, "auditor:config", "auditor configuration"),
    "glossary": (GlossaryFile, "auditor:glossary:1", "auditor glossary, schema 1"),
    "ignore": (IgnoreFile, "auditor:ignore", "auditor suppressions"),
}
NAMES = tuple(_HEADS)


def schema(name: str) -> dict[str, Any]:
    """The schema (draft 2020-12) of one of ``NAMES``."""
    record, id, title = _HEADS[name]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{id}", "title": title}
    return head | msgspec.json.schema(record)


def files() -> dict[str, str]:
    """Name of each published file -> its text."""
    return {
        f"{name}.schema.json": msgspec.json.format(
            msgspec.json.encode(schema(name), order="deterministic"), indent=2
        ).decode()
        + "\n"
        for name in NAMES
    }
