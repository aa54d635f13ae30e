"""What people ruled on two names holds in every cluster."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import pytest

import auditor
from auditor.entities.build import build
from auditor.entities.rulings import Rulings
from tests.test_entities import corpus, entities_of, space


class Said(NamedTuple):
    a: str
    b: str
    verdict: str


TEXTS = {
    "a": "The engineer Igor Tarasenko spoke on Monday. Pavel Lomov agreed.",
    "b": "The engineer Ihor Tarassenko spoke on Monday. The writer Mark Twain agreed.",
    "c": "The writer Samuel Clemens spoke on Monday. The engineer Igor Tarasenko agreed.",
}


@pytest.mark.parametrize(
    ("said", "a", "b", "one"),
    [
        ([], "Mark Twain", "Samuel Clemens", False),
        ([Said("Samuel Clemens", "Mark Twain", "same")], "Mark Twain", "Samuel Clemens", True),
        ([Said("samuel  clemens", "Mark Twain", "same")], "Mark Twain", "Samuel Clemens", True),
        (
            [Said("Samuel Clemens", "Mark Twain", "same"), Said("Mark Twain", "Samuel Clemens", "different")],
            "Mark Twain", "Samuel Clemens", False,
        ),
        (
            [Said("Samuel Clemens", "Mark Twain", "same"), Said("Mark Twain", "Samuel Clemens", "unsure")],
            "Mark Twain", "Samuel Clemens", False,
        ),
        (
            [Said("Samuel Clemens", "Pavel Lomov", "same"), Said("Mark Twain", "Pavel Lomov", "same")],
            "Mark Twain", "Samuel Clemens", True,
        ),
        ([Said("Igor Tarasenko", "Ihor Tarassenko", "different")], "Igor Tarasenko", "Ihor Tarassenko", False),
    ],
)  # fmt: skip
def test_rulings_hold(said: list[Said], a: str, b: str, one: bool) -> None:
    found = build(corpus(TEXTS), rulings=said)
    left, right = entities_of(found, a), entities_of(found, b)
    assert left
    assert right
    assert (left == right) == one
    assert len(entities_of(found, "Igor Tarasenko")) == 1


def test_a_ruling_may_name_a_concept() -> None:
    texts = {"a": "The pilot Igor Tarassow spoke on Monday. The singer Boris Grebnev did not."}
    apart = build(corpus(texts), space())
    assert entities_of(apart, "Igor Tarassow") != entities_of(apart, "Boris Grebnev")
    found = build(corpus(texts), space(), [Said("Boris Grebnev", "per-tarasov", "same")])
    assert entities_of(found, "Igor Tarassow") == entities_of(found, "Boris Grebnev")


def test_a_difference_is_stronger_than_a_chain() -> None:
    said = Rulings([Said("x", "y", "same"), Said("y", "z", "same"), Said("X", "z", "different")], [("p", "q")])
    assert said.group("x") == said.group("Z") == "x"
    assert said.group("p") is None
    assert said.forbid(["x", "y"], ["Z"])
    assert said.forbid(["q"], ["p"])
    assert not said.forbid(["x"], ["y"])


def test_decisions_beside_the_glossary_bind_an_audit(tmp_path: Path) -> None:
    glossary = tmp_path / "people.toml"
    glossary.write_text('schema = 1\ndomain = "people"\n', encoding="utf-8")
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    def together(**options: Any) -> tuple[bool, Any]:
        audit = auditor.audit([tmp_path], **options)
        forms = [{m.text for m in e.mentions} for e in audit.entities]
        return any({"Mark Twain", "Samuel Clemens"} <= each for each in forms), audit.signature["decisions"]

    assert together(glossary=[glossary]) == (False, None)
    line = '{"a": "Mark Twain", "b": "Samuel Clemens", "verdict": "same"}\n'
    (tmp_path / "decisions.jsonl").write_text(line, encoding="utf-8")
    joined, digest = together(glossary=[glossary])
    assert joined
    assert len(digest) == 16
    assert together(no_glossary=True) == (False, None)
