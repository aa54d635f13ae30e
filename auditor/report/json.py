"""The audit record as JSON: the same bytes for the same record."""

from __future__ import annotations

import re
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
        return encode(_mended(msgspec.to_builtins(value)))


def _mended(value: object) -> object:
    """The value with U+FFFD for each lone surrogate: what JSON can hold, at the same offsets."""
    if isinstance(value, str):
        return re.sub("[\ud800-\udfff]", "\ufffd", value)
    if isinstance(value, dict):
        return {_mended(k): _mended(v) for k, v in value.items()}
    return [_mended(v) for v in value] if isinstance(value, (list, tuple)) else value


def render(audit: Audit, texts: Mapping[str, str], options: Options = DEFAULT) -> str:
    """The whole record; ``options.indent`` spaces a level, 0 for one line."""
    text = encode(audit)
    return (msgspec.json.format(text, indent=options.indent) if options.indent else text) + "\n"
