"""Settings: found nearest upward, merged in order, validated with the nearest valid value."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import ConfigError, UsageError
from auditor.run.config import find, resolve
from auditor.run.config_file import FIELDS
from auditor.run.settings import Settings, Values


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults_without_a_file(tmp_path: Path) -> None:
    found = resolve({}, tmp_path, isolated=True)
    assert found.values == Values()
    assert set(found.origins.values()) == {"default"}
    assert found.settings("never").fail_on == "never"


def test_nearest_wins_upward_from_the_file(tmp_path: Path) -> None:
    far = write(tmp_path / "auditor.toml", "")
    near = write(tmp_path / "a" / "pyproject.toml", "[tool.auditor]\n")
    deep = write(tmp_path / "a" / "b" / "copy.txt", "")
    assert find(deep) == near
    assert find(tmp_path / "c.txt") == far


def test_auditor_toml_wins_in_one_folder_and_other_projects_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "auditor.toml", "")
    write(tmp_path / "pyproject.toml", "[tool.auditor]\n")
    write(tmp_path / "sub" / "pyproject.toml", "[tool.other]\n")
    write(tmp_path / "broken" / "pyproject.toml", "[tool.other\n")
    for folder in ("", "sub", "broken"):
        assert find(tmp_path / folder) == tmp_path / "auditor.toml"


def test_flags_over_file_over_defaults(tmp_path: Path) -> None:
    path = write(tmp_path / "auditor.toml", '# desk\nfail-on = "minor"\nignore = ["TA"]\n')
    found = resolve({"fail_on": "critical", "select": None, "ignore": ()}, tmp_path)
    assert found.values.fail_on == "critical"
    assert found.values.ignore == ("TA",)
    assert found.origins["fail-on"] == "--fail-on"
    assert found.origins["ignore"] == f"{path}:3"
    assert found.origins["preview"] == "default"


def test_lines_of_a_pyproject_are_those_of_its_section(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", '[project]\nignore = 1\n\n[tool.auditor]\nignore = ["NM"]\n')
    assert resolve({}, tmp_path).origins["ignore"] == f"{path}:5"


def test_paths_are_relative_to_the_file(tmp_path: Path) -> None:
    write(tmp_path / "auditor.toml", 'against = ["old"]\nreports = "out"\nglossary = ["g.toml"]\n')
    values = resolve({}, tmp_path / "sub").values
    assert values.against == (str(tmp_path / "old"),)
    assert values.reports == str(tmp_path / "out")
    assert values.glossary == (str(tmp_path / "g.toml"),)


def test_isolated_reads_no_file(tmp_path: Path) -> None:
    write(tmp_path / "auditor.toml", "nonsense = 1\n")
    assert resolve({}, tmp_path, isolated=True).file is None


@pytest.mark.parametrize(
    ("text", "line", "key", "says"),
    [
        ("\nfail_on = 'minor'\n", 2, "fail_on", "did you mean 'fail-on'"),
        ("ingore = []\n", 1, "ingore", "did you mean 'ignore'"),
        ("fail-on = 'majro'\n", 1, "fail-on", "did you mean 'major'"),
        ("min-severity = 'hgih'\n", 1, "min-severity", "one of"),
        ("lang = 'ger'\n", 1, "lang", "write de"),
        ("lang = 'EN'\n", 1, "lang", "write en"),
        ("max-bytes = 'much'\n", 1, "max-bytes", "Expected `int`"),
        ("max-bytes = 0\n", 1, "max-bytes", "at least 1"),
        ("preview = 'no'\n", 1, "preview", "Expected `bool`"),
        ("ignore = 'TA'\n", 1, "ignore", "Expected `array`"),
        ("encoding = 'utf-9'\n", 1, "encoding", "did you mean 'utf-8'"),
        ("date = '31.3.2024'\n", 1, "date", "2024-03-31"),
        ("format = 'jsn'\n", 1, "format", "did you mean 'json'"),
    ],
)
def test_what_is_wrong_names_line_key_and_nearest(tmp_path: Path, text: str, line: int, key: str, says: str) -> None:
    path = write(tmp_path / "auditor.toml", text)
    with pytest.raises(ConfigError) as caught:
        resolve({}, path)
    assert (caught.value.line, caught.value.key) == (line, key)
    assert says in str(caught.value)


def test_broken_toml_names_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "auditor.toml", "ignore = [\n\n=")
    with pytest.raises(ConfigError, match=r"auditor\.toml:3: not valid TOML"):
        resolve({}, path)


def test_a_broken_section_of_a_pyproject_is_not_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", "[tool.auditor]\nignore = [\n")
    with pytest.raises(ConfigError, match="not valid TOML"):
        resolve({}, path)


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        ({"lang": "germn"}, "--lang: 'germn'"),
        ({"from_lang": "ua"}, "write uk"),
        ({"fail_on": "always"}, "--fail-on"),
        ({"as_of": "tomorrow"}, "--as-of"),
        ({"encoding": "cp125"}, "did you mean 'cp1252'|did you mean 'cp125"),
    ],
)
def test_wrong_flags_name_the_option(flags: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        resolve(flags, isolated=True)


def test_every_key_of_the_file_is_a_setting_or_says_where_things_are() -> None:
    places = {"against", "sources", "reports", "format"}
    assert set(FIELDS.values()) - places <= {*Settings.__struct_fields__}


@pytest.mark.parametrize(
    ("select", "ignore", "rule", "wanted"),
    [
        ((), (), "TA101", True),
        (("TA",), (), "TA101", True),
        (("TA",), (), "NM201", False),
        (("fused-token",), (), "TA101", True),
        ((), ("TA1",), "TA101", False),
        (("TA",), ("TA101",), "TA101", False),
        (("TA101",), ("TA",), "TA101", True),
        (("ta101",), (), "TA101", True),
    ],
)
def test_the_longer_of_select_and_ignore_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], rule: str, wanted: bool
) -> None:
    assert Settings(select=select, ignore=ignore).wants(rule, "fused-token") is wanted
