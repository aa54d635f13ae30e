"""Settings: found nearest upward, merged in order, validated with the nearest valid value."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import msgspec
import pytest

from auditor.cli.app import run
from auditor.errors import ConfigError, UsageError
from auditor.reading.ingest import from_text
from auditor.run.config import find, resolve
from auditor.run.config_file import FIELDS
from auditor.run.gather import Wanted, gather
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


def test_a_path_through_the_folder_above_is_read_as_it_leads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    far = write(tmp_path / "auditor.toml", 'exclude = ["copy/drafts/**", "desk/../copy/old/**"]\n')
    write(tmp_path / "desk" / "auditor.toml", "")
    files = [write(tmp_path / "copy" / name, "text\n") for name in ("a.txt", "drafts/b.txt", "old/c.txt")]
    monkeypatch.chdir(tmp_path / "desk")
    seen = [Path("..") / file.relative_to(tmp_path) for file in files]
    assert find(seen[0]) == far
    found = gather(Wanted(subjects=tuple(seen), exclude=resolve({}, seen[0]).values.exclude))
    assert [source.id for source in found.sources] == ["a"]


def test_auditor_toml_wins_in_one_folder_and_other_projects_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path / "auditor.toml", "")
    write(tmp_path / "pyproject.toml", "[tool.auditor]\n")
    write(tmp_path / "sub" / "pyproject.toml", "[tool.other]\n")
    write(tmp_path / "broken" / "pyproject.toml", "[tool.other\n")
    write(tmp_path / "odd" / "pyproject.toml", 'tool = ["auditor"]\n')
    for folder in ("", "sub", "broken", "odd"):
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
    places = {"exclude", "against", "sources", "reports", "format"}
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


def test_extend_takes_what_is_not_said_and_keeps_its_own_folder(tmp_path: Path) -> None:
    base = write(tmp_path / "house" / "desk.toml", 'fail-on = "minor"\nignore = ["TX"]\nagainst = ["old"]\n')
    own = write(tmp_path / "a" / "auditor.toml", 'extend = "../house/desk.toml"\nignore = ["TA"]\n')
    found = resolve({}, own)
    assert (found.values.fail_on, found.values.ignore) == ("minor", ("TA",))
    assert Path(found.values.against[0]).resolve() == base.parent / "old"
    assert found.origins["ignore"] == f"{own}:2"
    assert found.origins["fail-on"].endswith("desk.toml:1")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('extend = "auditor.toml"\n', "extends itself"),
        ('extend = ["lost.toml"]\n', "no such file"),
        ("extend = 1\n", "not a file name"),
        ('[per-path."a/**"]\nlnag = "de"\n', "did you mean 'lang'"),
        ('[per-path."a/**"]\nlang = "ger"\n', "write de"),
        ("per-path = 1\n", "not a table"),
    ],
)
def test_what_is_wrong_with_extend_and_paths(tmp_path: Path, text: str, says: str) -> None:
    path = write(tmp_path / "auditor.toml", text)
    with pytest.raises(ConfigError, match=says):
        resolve({}, path)


def test_a_ring_of_configurations_is_refused(tmp_path: Path) -> None:
    write(tmp_path / "b.toml", 'extend = "auditor.toml"\n')
    path = write(tmp_path / "auditor.toml", 'extend = "b.toml"\n')
    with pytest.raises(ConfigError, match=r"auditor\.toml -> .*b\.toml -> .*auditor\.toml"):
        resolve({}, path)


def test_the_environment_stands_between_options_and_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "auditor.toml", 'fail-on = "minor"\nignore = ["TA"]\nmin-severity = "minor"\n')
    monkeypatch.setenv("AUDITOR_FAIL_ON", "critical")
    monkeypatch.setenv("AUDITOR_IGNORE", "TX, NM2")
    monkeypatch.setenv("AUDITOR_EXIT_ZERO", "yes")
    monkeypatch.setenv("AUDITOR_JOBS", "2")
    found = resolve({"fail_on": "never"}, tmp_path)
    values = found.values
    assert (values.fail_on, values.ignore, values.exit_zero, values.jobs) == ("never", ("TX", "NM2"), True, 2)
    assert found.origins["ignore"] == "AUDITOR_IGNORE"
    assert found.origins["min-severity"].endswith("auditor.toml:3")


@pytest.mark.parametrize(
    ("name", "value"),
    [("AUDITOR_FAIL_ON", "x"), ("AUDITOR_JOBS", "x"), ("AUDITOR_EXIT_ZERO", "maybe"), ("AUDITOR_IGNORE", "ZZ")],
)
def test_wrong_variables_are_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError, match=name):
        resolve({}, isolated=True)


def test_a_date_may_stand_without_quotation_marks(tmp_path: Path) -> None:
    write(tmp_path / "auditor.toml", "as-of = 2027-03-31\n")
    assert resolve({}, tmp_path).values.as_of == "2027-03-31"


def test_today_is_a_day(tmp_path: Path) -> None:
    write(tmp_path / "auditor.toml", 'as-of = "today"\n')
    before, found, after = date.today(), resolve({}, tmp_path).values.as_of, date.today()
    assert found in (before.isoformat(), after.isoformat())


DESK = """
[per-path."wire/**"]
fail-on = "never"
[per-path."wire/*.txt"]
lang = "de"
ignore = ["TA"]
"""


def test_settings_for_some_paths(tmp_path: Path) -> None:
    write(tmp_path / "auditor.toml", 'ignore = ["TX"]\n' + DESK)
    settings = resolve({}, tmp_path).settings()
    for name, expected in {
        "a.txt": (None, ("TX",), "major"),
        "wire/a.txt": ("de", ("TX", "TA"), "never"),
        "wire/x/a.txt": (None, ("TX",), "never"),
    }.items():
        place = (tmp_path / name).as_posix()
        source = msgspec.structs.replace(from_text("a", "x"), place=place)
        held = settings.at(source)
        assert (held.lang, held.ignore, held.fail_on) == expected


def test_settings_for_paths_move_verdict_and_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "auditor.toml", DESK)
    copy = "The crew was named on Monday. The pilot is Sean O'Learyzwei of Cork.\n"
    write(tmp_path / "wire" / "a.txt", copy)
    assert run(["check", "wire"]) == 0
    write(tmp_path / "b.txt", copy)
    assert run(["check", "."]) == 1


def test_config_check_names_everything_that_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "auditor.toml", 'against = ["old"]\n')
    monkeypatch.setenv("AUDITOR_MINSEVERITY", "major")
    assert run(["config", "check"]) == 2
    told = capsys.readouterr().err
    assert "did you mean AUDITOR_MIN_SEVERITY?" in told
    assert "auditor.toml:1: against" in told
    write(tmp_path / "auditor.toml", 'fial-on = "x"\nlang = "ger"\n')
    assert run(["config", "check"]) == 2
    assert capsys.readouterr().err.count("auditor.toml:") == 2
    write(tmp_path / "auditor.toml", "")
    monkeypatch.delenv("AUDITOR_MINSEVERITY")
    assert run(["config", "check"]) == 0
    assert capsys.readouterr().out == "ok    auditor.toml\n"


@pytest.mark.parametrize(
    ("exclude", "arguments", "left"),
    [
        ("'drafts/**'", ["."], {"a.txt"}),
        ("'*.old.txt'", ["."], {"a.txt", "drafts/b.txt"}),
        ("'drafts'", ["a.txt", "drafts/b.txt"], {"a.txt"}),
        ("'*.txt'", ["a.txt"], set()),
        ("", [".", "--exclude", "drafts/*.old.txt", "--exclude", "a.txt"], {"drafts/b.txt"}),
    ],
)
def test_what_is_excluded_is_not_audited_even_where_it_is_named(
    exclude: str,
    arguments: list[str],
    left: set[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "auditor.toml", f"exclude = [{exclude}]\n")
    for name in ("a.txt", "drafts/b.txt", "drafts/c.old.txt"):
        write(tmp_path / name, "The pilot is Sean O'Learyzwei of Cork, said the board on Monday.\n")
    assert run(["check", *arguments, "--format", "concise"]) == (1 if left else 0)
    told = capsys.readouterr()
    assert {row.split(":")[0] for row in told.out.splitlines()} == left
    assert "left out by exclude" in told.err


@pytest.mark.parametrize("pattern", ["", " ", ".", "./", "!drafts/**", "00[01]*", "{a,b}*"])
def test_patterns_that_leave_out_nothing_or_everything_are_refused(
    pattern: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("The port opened on Monday.", encoding="utf-8")
    assert run(["check", str(tmp_path), "--isolated", "--exclude", pattern]) == 2
    assert "--exclude" in capsys.readouterr().err
