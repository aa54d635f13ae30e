"""Compiled glossaries: of the whole, what a text can have to do with; audits come out the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import auditor
from auditor.errors import GlossaryError
from auditor.glossary import compiled, load
from auditor.glossary.model import Concept, GlossaryFile, Native, Term
from auditor.glossary.write import canonical

ROOT = Path(__file__).resolve().parents[1]


def person(id: str, text: str, **more: str) -> Concept:
    return Concept(id=id, type="person", terms=(Term(text=text, lang="en", **more),))  # type: ignore[arg-type]


CROWD = tuple(person(f"p{n}", f"Maria Zz{n:03d}{n:03d}") for n in range(compiled.CROWDED + 10))
HELD = (
    person("kovac", "Ana Kovač", short="Kovač"),
    person("brien", "Sinéad O’Brien"),
    person("maria", "Maria"),
    Concept(
        id="tokyo",
        type="place",
        native=Native(text="東京", lang="ja"),
        terms=(Term(text="Edo", lang="en", status="deprecated"),),
    ),
    Concept(id="gorod", type="term", terms=(Term(text="город", lang="ru", match="stem"),)),
    Concept(id="bahn", type="term", terms=(Term(text="Bahnhof", lang="de", match="prefix"),)),
)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDITOR_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(compiled, "_kept", {})
    (tmp_path / "g.toml").write_text(canonical(GlossaryFile(schema=1, concept=(*CROWD, *HELD))), encoding="utf-8")
    return tmp_path / "g.toml"


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Said Kovač.", ["kovac"]),
        ("Said Kovačev.", ["kovac"]),
        ("Said Kovašč, Kvač and Kovaač.", ["kovac"]),
        ("Said O'Briensechs.", ["brien"]),
        ("Said Sinéad-Louise.", ["brien"]),
        ("The Maria sails.", ["maria"]),
        ("Maria Zz007007 sails.", ["maria", "p7"]),
        ("首相は東京で述べた", ["tokyo"]),
        ("в городах", ["gorod"]),
        ("am Bahnhofsplatz", ["bahn"]),
        ("Nothing here.", []),
        ("", []),
    ],
)
def test_what_is_near_a_text(text: str, ids: list[str], cache: Path) -> None:
    assert [c.id for c in compiled.near([cache], [text]).concepts] == ids


def test_it_is_made_once_and_again_when_the_file_changes(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = compiled.near([cache], ["Kovač"])
    assert whole.digest == load([cache]).digest
    with monkeypatch.context() as still:
        still.setattr(compiled, "load", lambda *a: pytest.fail("made twice"))
        assert compiled.near([cache], ["Kovač"]) == whole
        compiled._kept.clear()
        assert compiled.near([cache], ["Kovač"]) == whole
    state = cache.stat()
    cache.write_text(cache.read_text(encoding="utf-8").replace("Ana", "Eva"))
    os.utime(cache, ns=(state.st_atime_ns, state.st_mtime_ns))
    (eva,) = compiled.near([cache], ["Kovač"]).concepts
    assert eva.terms[0].text == "Eva Kovač"


def test_a_spoilt_cache_is_made_again(cache: Path) -> None:
    compiled.near([cache], [])
    for path in (cache.parent / "cache").iterdir():
        path.write_bytes(path.read_bytes()[:-3])
    compiled._kept.clear()
    assert len(compiled.near([cache], ["Kovač"]).concepts) == 1


def test_the_cache_keeps_the_last_few(cache: Path) -> None:
    for number in range(compiled.KEPT + 3):
        path = cache.with_name(f"{number}.toml")
        path.write_text("schema = 1\n", encoding="utf-8")
        compiled.near([path], [])
    assert len(list((cache.parent / "cache").glob("glossary-*.bin"))) == compiled.KEPT


def test_errors_are_those_of_the_files(cache: Path) -> None:
    cache.write_text("schema = 2\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="schema 1 only"):
        compiled.near([cache], ["x"])
    with pytest.raises(GlossaryError, match="no such file"):
        compiled.near([cache.parent / "none.toml"], ["x"])


def test_audits_come_out_as_with_the_whole(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = [ROOT / "glossaries/space.toml"]
    part = auditor.audit([seeds], glossary=files)
    monkeypatch.setattr(compiled, "near", lambda paths, texts, as_of: load(paths, as_of))
    whole = auditor.audit([seeds], glossary=files)
    assert part == whole
