"""The published schemas are current and say what the program says."""

from __future__ import annotations

import tomllib
from pathlib import Path

import jsonschema
import pytest

from auditor.cli.init import CONFIG, GLOSSARY
from auditor.packs import data_path
from tools.schemas import files, schema

ROOT = Path(__file__).resolve().parents[1]


def test_current() -> None:
    published = {path.name: path.read_text(encoding="utf-8") for path in data_path("schema").iterdir()}
    assert published == files()


def validate(name: str, text: str) -> None:
    jsonschema.Draft202012Validator(schema(name)).validate(tomllib.loads(text))


def test_glossaries_fit() -> None:
    for text in [GLOSSARY, *(p.read_text(encoding="utf-8") for p in sorted((ROOT / "glossaries").glob("*.toml")))]:
        validate("glossary", text)


def test_configurations_fit() -> None:
    live = "\n".join(line.removeprefix("# ") if " = " in line else line for line in CONFIG.split("\n"))
    validate("config", live)
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
    ("name", "text"),
    [
        ("glossary", "schema = 1\ndomian = 'x'"),
        ("glossary", "schema = 1\n[[concept]]\nid = 'a'\ntype = 'persn'"),
        ("config", "ingore = []"),
        ("config", "fail-on = 'always'"),
        ("ignore", "[[ignore]]\nrule = 'TA101'"),
    ],
)
def test_what_is_wrong_does_not_fit(name: str, text: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate(name, text)
