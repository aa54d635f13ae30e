"""The index of names: what is found, what the file promises, what the command line says."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.cli.app import run
from auditor.errors import UsageError
from auditor.names import compare, index, index_words
from auditor.names.index_file import as_lists, as_numbers, as_strings, numbers
from auditor.names.index_words import slots

ROWS = [
    ("Lavrov", "en", "lavrov"),
    ("Sergej Lawrow", "de", "lavrov"),
    ("Sergueï Lavrov", "fr", "lavrov"),
    ("Сергей Лавров", "ru", "lavrov"),
    ("Lavrova", "en", "lavrova"),
    ("Mao Zedong", "en", "mao"),
    ("Volodymyr Zelensky", "en", "zelensky"),
    ("Wolodymyr Selenskyj", "de", "zelensky"),
    ("Muammar Gaddafi", "en", "gaddafi"),
    ("Ursula von der Leyen", "de", "leyen"),
    ("Soyuz MS-22", "en", None),
    ("Soyuz MS-23", None, "ms-23"),
    ("Xi Jinping", "en", "xi"),
]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> index.NameIndex:
    path = tmp_path_factory.mktemp("index") / "names.idx"
    index.save(path, index.build(ROWS))
    return index.open(path)


@pytest.mark.parametrize(
    ("form", "language", "owner"),
    [
        ("Lavrov", "en", "lavrov"),
        ("Lawrow", "de", "lavrov"),
        ("Lavroff", None, "lavrov"),
        ("S. Lavrov", "en", "lavrov"),
        ("Siergiej Ławrow", "pl", "lavrov"),
        ("Лавров", "ru", "lavrov"),
        ("Mao Tse-tung", "en", "mao"),
        ("Zelenskyy", "en", "zelensky"),
        ("Зеленський", "uk", "zelensky"),
        ("Kadhafi", "fr", "gaddafi"),
        ("Ursula von der Leyen", "fr", "leyen"),
        ("Soyuz MS-23", "en", "ms-23"),
        ("习近平", "zh", "xi"),
    ],
)
def test_finds(held: index.NameIndex, form: str, language: str | None, owner: str) -> None:
    """The best candidate is the one that is meant, and its explanation is that of the comparer."""
    best = held.find(form, language)[0]
    assert best.id == owner
    assert best.match == compare(form, best.text, language, best.language)


def test_order_and_limit(held: index.NameIndex) -> None:
    found = held.find("Lavrov", "en", limit=20)
    scores = [item.match.score or 0.0 for item in found]
    assert scores == sorted(scores, reverse=True)
    assert {item.id for item in found[:4]} == {"lavrov"}
    assert held.find("Lavrov", "en", limit=2) == found[:2]


@pytest.mark.parametrize("form", ["Bundesbank", "ᚠᚢᚦ", "", "...", "MS-24", "Soyuz MS-24"])
def test_finds_nothing(held: index.NameIndex, form: str) -> None:
    assert not [item for item in held.find(form) if (item.match.score or 0) >= 0.5]


def test_same_bytes_in_any_order() -> None:
    rows = ROWS + ROWS[:3]
    random.Random(4).shuffle(rows)
    assert index.build(rows) == index.build(ROWS)


def test_empty_index(tmp_path: Path) -> None:
    index.save(tmp_path / "a.idx", index.build([("   ", None, None)]))
    empty = index.open(tmp_path / "a.idx")
    assert len(empty) == 0
    assert empty.find("Lavrov") == ()


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda data: b"", "empty"),
        (lambda data: b"not an index", "not an index"),
        (lambda data: data[:-3], "damaged"),
        (lambda data: data[:200] + bytes([data[200] ^ 1]) + data[201:], "damaged"),
        (lambda data: data[:8] + b"\x09" + data[9:], "layout 9"),
    ],
)
def test_bad_files(tmp_path: Path, damage, message: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.idx"
    path.write_bytes(damage(index.build(ROWS)))
    with pytest.raises(UsageError, match=message):
        index.open(path)


def test_other_reading_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index knows when the tables that it was built with have changed."""
    path = tmp_path / "a.idx"
    index.save(path, index.build(ROWS))
    assert not index.open(path).stale
    monkeypatch.setattr("auditor.names.index_find.stamp", lambda: b"other")
    assert index.open(path).stale


def test_the_stamp_holds_all_that_makes_keys() -> None:
    """All modules that the makers of keys import, but those that only compare."""
    folder, found, todo = Path(index.__file__).parent, set[str](), ["index_words"]
    while todo:
        module = todo.pop()
        found.add(module)
        text = (folder / f"{module}.py").read_text(encoding="utf-8")
        todo += set(re.findall(r"from auditor\.names\.(\w+) import", text)) - found
    assert found - {"align", "standing", "types"} == set(index_words._MODULES)


def test_each_form_finds_itself(held: index.NameIndex) -> None:
    for text, language, owner in ROWS:
        assert (text, language, owner) in [(f.text, f.language, f.id) for f in held.find(text, language)]


def test_crowds_stay_bounded(tmp_path: Path) -> None:
    """A name that thousands bear is found among them, and the work does not grow with them."""
    rows = [("Ivan Ivanov", "en", f"p{n}") for n in range(3000)] + [("Ivan Ivanov Petrov", "en", "other")]
    index.save(tmp_path / "a.idx", index.build(rows))
    found = index.open(tmp_path / "a.idx").find("Ivan Ivanov", "en", limit=5)
    assert [item.match.score for item in found] == [1.0] * 5


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=12), st.sampled_from(["en", "ru", None]), st.none()), max_size=6))
def test_any_text_is_held(tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str | None, None]]) -> None:
    path = tmp_path_factory.mktemp("any") / "a.idx"
    index.save(path, index.build(rows))
    opened = index.open(path)
    assert len(opened) == len({row for row in rows if row[0].strip() and slots(row[0])})
    for text, language, _ in rows:
        opened.find(text, language)


@given(st.lists(st.lists(st.integers(0, 2**32 - 1), max_size=4), max_size=4))
def test_sections_give_back(lists: list[list[int]]) -> None:
    from auditor.names.index_file import Lists

    held = Lists(*map(memoryview, as_lists(lists)))
    assert [list(held.get(at)) for at in range(len(lists))] == lists


@given(st.lists(st.text(max_size=5), max_size=5))
def test_strings_give_back(texts: list[str]) -> None:
    from auditor.names.index_file import Strings

    held = Strings(*map(memoryview, as_strings(sorted(set(texts)))))
    assert [held[at] for at in range(len(held))] == sorted(set(texts))
    assert all(held[held.find(text) or 0] == text for text in texts)
    assert held.find("no such text") is None


def test_numbers_are_bounded() -> None:
    with pytest.raises(IndexError):
        numbers(memoryview(as_numbers([1, 2])), 1, 3)


TABLE = "form\tlanguage\tid\nLawrow\tde\tlavrov\nLavrov\ten\tlavrov\nMerkel\t\t\n"


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, out = tmp_path / "names.tsv", tmp_path / "names.idx"
    table.write_text(TABLE, encoding="utf-8")
    assert run(["names", "index", "build", "--list", str(table), "--output", str(out)]) == 0
    assert "3 forms" in capsys.readouterr().err
    assert run(["names", "index", "find", str(out), "Lavroff"]) == 0
    text = capsys.readouterr().out
    assert "Lavrov" in text
    assert "Lawrow" in text
    assert "Merkel" not in text
    assert run(["names", "index", "find", str(out), "Lavroff", "--limit", "1", "--format", "json"]) == 0
    assert [row["id"] for row in json.loads(capsys.readouterr().out)] == ["lavrov"]


def test_command_line_takes_articles_and_glossaries(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article, glossary, out = tmp_path / "a.txt", tmp_path / "g.toml", tmp_path / "names.idx"
    article.write_text("Chancellor Angela Merkel met Emmanuel Macron in Berlin on Monday. Merkel spoke.\n" * 3, "utf-8")
    glossary.write_text(
        'schema = 1\n[[concept]]\nid = "per-orban"\ntype = "person"\nterms = [\n'
        '  { text = "Viktor Orbán", lang = "en", status = "preferred", short = "Orbán" },\n]\n',
        "utf-8",
    )
    assert run(["names", "index", "build", str(article), "--glossary", str(glossary), "--output", str(out)]) == 0
    assert run(["names", "index", "find", str(out), "Orban"]) == 0
    assert "per-orban" in capsys.readouterr().out
    assert run(["names", "index", "find", str(out), "Merkelová"]) == 0
    assert "Angela Merkel" in capsys.readouterr().out


@pytest.mark.parametrize(
    "args",
    [
        ["build", "--output", "x.idx"],
        ["build", "--output", "x.idx", "--list", "missing.tsv"],
        ["build", "--output", "x.idx", "--list", "wrong.tsv"],
        ["find", "missing.idx", "Lavrov"],
        ["find", "wrong.tsv", "Lavrov"],
    ],
)
def test_command_line_refuses(
    args: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.tsv").write_text("name\tlang\nLavrov\ten\n", encoding="utf-8")
    assert run(["names", "index", *args]) == 2
    assert capsys.readouterr().err.startswith("error: ")
    assert not (tmp_path / "x.idx").exists()
