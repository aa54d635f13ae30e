"""JSON, JSON Lines and the schema: the contract that other programs rely on."""

from __future__ import annotations

import json

import jsonschema
import msgspec

from auditor.records import Audit
from auditor.report import FORMATS, Options
from tests.report_sample import TEXTS, audit_of, sample
from tools.schemas import schema


def test_the_sample_fits_the_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema("audit"))
    jsonschema.validate(json.loads(FORMATS["json"](sample(), TEXTS)), schema("audit"))


def test_the_audit_of_the_seeds_fits_the_schema(seed_audit: Audit) -> None:
    jsonschema.validate(json.loads(FORMATS["json"](seed_audit, {})), schema("audit"))


def test_json_reads_back_to_the_same_record() -> None:
    for indent in (0, 2):
        text = FORMATS["json"](sample(), TEXTS, Options(indent=indent))
        assert msgspec.json.decode(text, type=Audit) == sample()
        assert (text.count("\n") == 1) == (indent == 0)


def test_absent_values_are_null_and_lists_never() -> None:
    record = json.loads(FORMATS["json"](sample(), TEXTS))
    finding = next(f for f in record["findings"] if f["rule"] == "DT101")
    assert finding["suppressed"] is None
    assert finding["evidence"] == []
    assert record["provenance"]["edges"][0]["from"] == "article:001_en"


def test_jsonl_is_a_tagged_stream_of_the_same_records() -> None:
    rows = [json.loads(line) for line in FORMATS["jsonl"](sample(), TEXTS).splitlines()]
    whole = json.loads(FORMATS["json"](sample(), TEXTS))
    tags = {row["record"] for row in rows}
    plain = [[{k: v for k, v in row.items() if k != "record"} for row in rows if row["record"] == tag] for tag in tags]
    for field, held in whole.items():
        assert not isinstance(held, list) or held in [*plain, []], field
    assert rows[0]["schema"] == whole["schema"]
    assert rows[-1] == {"record": "summary", "summary": whole["summary"]}


def test_a_lone_surrogate_does_not_stop_the_report() -> None:
    audit, texts = audit_of("ab \ud800 cd", ((0, 4),), "\udfff")
    record = json.loads(FORMATS["json"](audit, texts))
    assert record["findings"][0]["match"] == "ab \ufffd"
