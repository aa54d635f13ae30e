"""Reads TOML and TSV knowledge files and checks them against a type.

An error names the file, the line, the key, what was found and what was expected.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from auditor.errors import DataError, PackError
from auditor.packs.compiled import compiled
from auditor.packs.compiled import shelved as shelved_from
from auditor.packs.shelf import Parts, Shelf

T = TypeVar("T")
DATA = Path(__file__).resolve().parent.parent / "data"
NOT_JSON = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)  # raised for what is no JSON of a shape


def data_path(*parts: str) -> Path:
    """Path of a shipped knowledge file or folder."""
    return DATA.joinpath(*parts)


def load_toml(path: Path, shape: type[T], error: type[DataError] = PackError) -> T:
    """The file at ``path`` as a ``shape`` (a msgspec type). Raises ``error`` where it does not fit."""
    if path.is_relative_to(DATA):
        raw_json = compiled(DATA)(path.relative_to(DATA).as_posix())
        with suppress(msgspec.ValidationError):  # the slow way knows the line
            if raw_json is not None:
                return msgspec.json.decode(raw_json, type=shape)
    text = read_text(path, error)
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as exc:
        raise not_toml(exc, path, text, error) from exc
    return convert(plain_dates(raw), shape, path, text, error)


def not_toml(exc: tomllib.TOMLDecodeError, path: Path, text: str, error: type[DataError]) -> DataError:
    """The error of a file that is no TOML; what is missing at its end is missing in its last line."""
    if text.startswith("\ufeff"):
        return error(shown(path), "begins with a byte-order mark", line=1, hint="save it as UTF-8 without one")
    line = re.search(r"at line (\d+)", str(exc))
    problem = re.sub(r" \(at .*\)$", "" if line else ": the file ends too soon", str(exc))
    return error(shown(path), f"not valid TOML: {problem}", line=int(line[1]) if line else len(text.splitlines()))


def plain_dates(value: Any) -> Any:
    """The value with TOML's own dates as ISO 8601 text: ``2027-03-31`` may stand with or without quotation marks."""
    if isinstance(value, dict):
        return {key: plain_dates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain_dates(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def convert(raw: object, shape: type[T], path: Path, text: str, error: type[DataError] = PackError) -> T:
    """``raw`` as a ``shape``; an error points to the line of ``text`` where the offending key stands."""
    try:
        return msgspec.convert(raw, shape)
    except msgspec.ValidationError as exc:
        problem, _, where = str(exc).partition(" - at ")
        keys = re.findall(r"\[(\d+|\.\.\.)\]|\.([\w-]+)", where.strip("`"))
        key = ".".join(name or f"[{index}]" for index, name in keys) or None
        unknown = re.search(r"unknown field `([^`]+)`", problem)
        if unknown:
            keys.append(("", unknown[1]))
        raise error(shown(path), problem, line=_line_of(text, keys), key=key) from exc


def shelved(name: str, version: str, make: Callable[[], Parts]) -> Shelf:
    """What ``make`` works out from the packs, kept in the cache until a knowledge file or ``version`` changes."""
    return shelved_from(name, DATA, version, make)


def load_tsv(path: Path, columns: tuple[str, ...], error: type[DataError] = PackError) -> Iterator[dict[str, str]]:
    """Rows of a tab-separated file whose header is exactly ``columns``; ``#`` lines and blank lines are skipped."""
    header: list[str] | None = None
    for number, line in enumerate(read_text(path, error).split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if tuple(header) != columns:
                raise error(
                    shown(path), "wrong header", line=number, found=" ".join(header), expected=" ".join(columns)
                )
            continue
        if len(cells) != len(columns):
            raise error(shown(path), "wrong number of cells", line=number, found=len(cells), expected=str(len(columns)))
        yield dict(zip(columns, cells, strict=True))


def read_text(path: Path, error: type[DataError]) -> str:
    """UTF-8 text of a structured file; raises ``error`` where it is missing or not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as exc:
        raise error(shown(path), f"not UTF-8 at byte {exc.start}") from exc
    except OSError as exc:
        raise error(shown(path), (exc.strerror or "cannot be read").lower()) from exc


def shown(path: Path) -> str:
    """The path as a message shows it: relative to the working folder or to the package where it can be."""
    for base in (Path.cwd(), DATA.parent.parent):
        if path.is_relative_to(base):
            return path.relative_to(base).as_posix()
    return path.as_posix()


def _line_of(text: str, keys: list[tuple[Any, Any]]) -> int | None:
    """Line of the key reached by ``keys`` (index, name pairs), as far as it can be followed in the text."""
    at, found = 0, None
    for position, (_, name) in enumerate(keys):
        if name:
            match = re.compile(rf"(?:^|[\[{{,. \t]){re.escape(name)}[\"']?\s*(?:=|\]|\.)", re.M).search(text, at)
            if match is None:
                break
            at, found = match.start() + len(match[0]) - len(match[0].lstrip()), match
            nth = keys[position + 1][0] if position + 1 < len(keys) else ""
            if nth.isdigit():
                heads = list(re.finditer(rf"^\[\[{re.escape(name)}\]\]", text, re.M))
                if int(nth) < len(heads):
                    at, found = heads[int(nth)].start(), heads[int(nth)]
    return text.count("\n", 0, at) + 1 if found else None
