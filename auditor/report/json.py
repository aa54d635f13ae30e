"""The audit record as JSON: the same bytes for the same record."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from auditor.records import Audit
from auditor.report.escape import json_strings
from auditor.report.options import DEFAULT, Options


def encode(value: object) -> str:
    """JSON on one line, keys of maps in order, dangerous characters as ``\\uXXXX``."""
    try:
        return json_strings(msgspec.json.encode(value, order="deterministic").decode())
    except UnicodeEncodeError:  # a lone surrogate, which only a text handed over by a program can hold
        import json

        plain = msgspec.to_builtins(value, order="deterministic")
        return json.dumps(plain, ensure_ascii=True, separators=(",", ":"))


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """The whole record; ``options.indent`` spaces a level, 0 for one line."""
    text = encode(audit)
    return (msgspec.json.format(text, indent=options.indent) if options.indent else text) + "\n"
