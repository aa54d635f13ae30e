"""What single settings may hold: the same rules for the command line and the configuration file."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import FieldInfo

from auditor.errors import UsageError
from auditor.gate.suppressions import is_day
from auditor.glossary.tags import problem_of_tag
from auditor.packs.nearest import did_you_mean
from auditor.records import SEVERITIES, Record
from auditor.run.settings import FAIL_ON, Settings

TODAY = "today"


class Problem(Record, frozen=True):
    """What is wrong with a value, and what to write instead."""

    message: str
    hint: str | None = None


def problem_with(key: str, value: Any) -> Problem | None:
    """What is wrong with the value of a key, None when nothing is (types are not judged here)."""
    judge = _JUDGES.get(key)
    return judge(value) if judge and value is not None else None


def settings_of(given: Mapping[str, Any]) -> Settings:
    """Settings by field name, as a program gives them; a string stands for a list of one, or of several with commas.

    Raises `UsageError` for a name or a value that is not valid, with the nearest one that is.
    """
    fields = _fields()
    settled: dict[str, Any] = {}
    for name, value in given.items():
        if name not in fields:
            raise UsageError(f"no such setting {name!r}", did_you_mean(name, fields))
        many = isinstance(fields[name].default, tuple)
        settled[name] = listed(value) if many and isinstance(value, str) else value
        if bad := problem_with(fields[name].encode_name, settled[name]):
            raise UsageError(f"{name}: {bad.message}", bad.hint)
        if name == "as_of" and value == TODAY:
            raise UsageError("as_of: a call has no clock", "pass a day: date.today().isoformat()")
        try:
            settled[name] = getattr(msgspec.convert({fields[name].encode_name: settled[name]}, Settings), name)
        except msgspec.ValidationError as exc:
            problem = str(exc).partition(" - at ")[0]
            raise UsageError(f"{name}: {problem}", advice(problem, value)) from exc
    return Settings(**settled)


@cache
def _fields() -> Mapping[str, FieldInfo]:
    return {f.name: f for f in msgspec.structs.fields(Settings)}


def listed(value: str) -> tuple[str, ...]:
    """``QT,TM`` as ``("QT", "TM")``."""
    return tuple(part.strip() for part in value.split(",") if part.strip())


def advice(problem: str, value: Any) -> str | None:
    """What to write instead of a value of the wrong type, told from the words of msgspec's error."""
    if "Expected `array`" in problem and isinstance(value, str):
        return f'write a list: ["{value}"]'
    if "Expected `bool`" in problem:
        return "write true or false, without quotation marks"
    if "Expected `int`" in problem:
        return "write a whole number, without quotation marks"
    return "write it between quotation marks" if "Expected `str" in problem else None


def _tag(value: Any) -> Problem | None:
    wrong = problem_of_tag(value) if isinstance(value, str) else None
    return Problem(message=f"{value!r} is not a language tag of BCP 47", hint=wrong) if wrong else None


def _day(value: Any) -> Problem | None:
    if isinstance(value, str) and is_day(value):
        return None
    return Problem(message=f"{str(value)!r} is not a date", hint='write it as "2024-03-31"')


def _encoding(value: Any) -> Problem | None:
    try:
        codecs.lookup(value)
    except (LookupError, TypeError, ValueError):
        known = ("utf-8", "utf-16", "cp1250", "cp1251", "cp1252", "iso-8859-1", "iso-8859-2", "iso-8859-15", "koi8-r")
        return Problem(message=f"{value!r} is not an encoding", hint=did_you_mean(str(value), known))
    return None


def _format(value: Any) -> Problem | None:
    from auditor.report.formats import FORMATS

    return _choice(value, tuple(FORMATS))


def _choice(value: Any, valid: tuple[str, ...]) -> Problem | None:
    if value in valid:
        return None
    return Problem(message=f"no such value {value!r}", hint=did_you_mean(str(value), valid))


def _checks(value: Any) -> Problem | None:
    """Ids, beginnings of ids and names of checks; each has to name one."""
    from auditor.gate.rules import advice

    for pattern in value if isinstance(value, list | tuple) else ():
        if hint := advice(str(pattern)):
            return Problem(message=f"no check {pattern!r}", hint=hint)
    return None


def _style(value: Any) -> Problem | None:
    """A style that is shipped; a file is looked at when it is read."""
    from auditor.packs import styles

    if not isinstance(value, str) or styles.is_file(value) or value in styles.names():
        return None
    return Problem(message=f"no style {value!r}", hint=did_you_mean(value, styles.names()) + " — or name a .toml file")


def _patterns(value: Any) -> Problem | None:
    """Patterns of paths."""
    from auditor.gate.paths import advice

    for pattern in value if isinstance(value, list | tuple) else ():
        if isinstance(pattern, str) and (hint := advice(pattern)):
            return Problem(message=f"no pattern of paths: {pattern!r}", hint=hint)
    return None


def _at_least(lowest: int) -> Callable[[Any], Problem | None]:
    def judge(value: Any) -> Problem | None:
        if isinstance(value, int) and value < lowest:
            return Problem(message=f"{value} is too small", hint=f"at least {lowest}")
        return None

    return judge


_JUDGES: dict[str, Callable[[Any], Problem | None]] = {
    "lang": _tag,
    "from-lang": _tag,
    "date": _day,
    "as-of": lambda value: None if value == TODAY else _day(value),
    "encoding": _encoding,
    "format": _format,
    "select": _checks,
    "ignore": _checks,
    "exclude": _patterns,
    "style": _style,
    "min-severity": lambda value: _choice(value, SEVERITIES),
    "fail-on": lambda value: _choice(value, FAIL_ON),
    "jobs": _at_least(0),
    "max-bytes": _at_least(1),
}
