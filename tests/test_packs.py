"""Knowledge files: loaded into types; errors say file, line, key, found, expected."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from auditor.errors import PackError
from auditor.packs import load_toml, load_tsv
from auditor.packs.installed import installed
from auditor.packs.mqm import rank, typology
from auditor.records import SEVERITIES, Record


class Rule(Record, frozen=True):
    name: str
    weight: float = 1.0


class Pack(Record, frozen=True):
    schema: int
    rule: tuple[Rule, ...] = ()


def test_good_toml(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('schema = 1\n[[rule]]\nname = "x"\n')
    assert load_toml(path, Pack) == Pack(schema=1, rule=(Rule(name="x"),))


@pytest.mark.parametrize(
    ("text", "line", "parts"),
    [
        ('schema = "one"\n', 1, ["schema", "int"]),
        ('schema = 1\n[[rule]]\nname = "x"\n[[rule]]\nname = 3\n', 5, ["rule", "name", "str"]),
        ('schema = 1\n[[rule]]\nname = "x"\nwieght = 2\n', 4, ["wieght"]),
        ("schema = = 1\n", 1, ["not valid TOML"]),
    ],
)
def test_bad_toml(tmp_path: Path, text: str, line: int, parts: list[str]) -> None:
    path = tmp_path / "a.toml"
    path.write_text(text)
    with pytest.raises(PackError) as caught:
        load_toml(path, Pack)
    assert caught.value.line == line
    assert all(part in str(caught.value) for part in ["a.toml", *parts])


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such file"):
        load_toml(tmp_path / "none.toml", Pack)


def test_tsv(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("# source: none\na\tb\n1\t2\n")
    assert list(load_tsv(path, ("a", "b"))) == [{"a": "1", "b": "2"}]
    path.write_text("a\tb\n1\n")
    with pytest.raises(PackError, match=r"a\.tsv:2: wrong number of cells"):
        list(load_tsv(path, ("a", "b")))


def test_mqm() -> None:
    assert set(typology().severities) == set(SEVERITIES)
    assert [typology().severities[s] for s in SEVERITIES] == [0, 1, 5, 25]
    assert [rank(s) for s in SEVERITIES] == [0, 1, 2, 3]


@pytest.mark.parametrize("package", ["wordfreq", "sacrebleu", "msgspec"])
def test_installed_version_is_that_of_the_metadata(package: str) -> None:
    assert installed(package) == version(package)


def test_what_is_not_installed_has_no_version() -> None:
    with pytest.raises(PackageNotFoundError):
        installed("no_such_package_here")
