"""The published schemas of glossary and configuration are current and say what the program says."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from types import ModuleType

import jsonschema
import pytest

from auditor.cli.init import CONFIG, GLOSSARY
from auditor.gate import schema as ignore_schema
from auditor.glossary import schema as glossary_schema
from auditor.run import schema as config_schema

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("module", [glossary_schema, config_schema, ignore_schema])
def test_current(module: ModuleType) -> None:
    assert module.SCHEMA_PATH.read_text(encoding="utf-8") == module.schema_text()


def validate(module: ModuleType, text: str) -> None:
    jsonschema.Draft202012Validator(json.loads(module.schema_text())).validate(tomllib.loads(text))


def test_glossaries_fit() -> None:
    for text in [GLOSSARY, *(p.read_text(encoding="utf-8") for p in sorted((ROOT / "glossaries").glob("*.toml")))]:
        validate(glossary_schema, text)


def test_configurations_fit() -> None:
    live = "\n".join(line.removeprefix("# ") if " = " in line else line for line in CONFIG.split("\n"))
    validate(config_schema, live)
    assert set(tomllib.loads(live)) == {
        "ignore",
        "fail-on",
        "min-severity",
        "against",
        "exclude",
        "as-of",
        "extend",
        "per-path",
    }


@pytest.mark.parametrize(
    ("module", "text"),
    [
        (glossary_schema, "schema = 1\ndomian = 'x'"),
        (glossary_schema, "schema = 1\n[[concept]]\nid = 'a'\ntype = 'persn'"),
        (config_schema, "ingore = []"),
        (config_schema, "fail-on = 'always'"),
        (ignore_schema, "[[ignore]]\nrule = 'TA101'"),
    ],
)
def test_what_is_wrong_does_not_fit(module: ModuleType, text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate(module, text)
