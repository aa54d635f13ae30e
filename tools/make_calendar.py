"""Writes auditor/data/languages/calendar_cldr.tsv: month and weekday names of CLDR, by way of Babel.

    python -m tools.make_calendar [--check]

``--check`` writes nothing and exits with 1 where the file differs from what CLDR gives. Babel is needed here only.
"""

from __future__ import annotations

from auditor.packs import data_path
from auditor.packs.languages import LANGUAGES
from tools.written import written

TARGET = data_path("languages", "calendar_cldr.tsv")
HEADER = """\
# Month and weekday names: Unicode CLDR through Babel {version} (Unicode License v3).
# Made by tools/make_calendar.py; weekdays count from Monday = 1. Other cases are in calendar.toml.
language\tkind\tnumber\tform
"""


def table() -> str:
    """The whole file."""
    import babel

    return HEADER.format(version=babel.__version__) + "".join("\t".join(map(str, row)) + "\n" for row in rows())


def rows() -> list[tuple[str, str, int, str]]:
    """(language, kind, number, form), forms in lower case without the final dot; weekdays count from Monday = 1."""
    from babel import Locale

    found = set()
    for code in LANGUAGES:
        locale = Locale.parse(code)
        for context in ("format", "stand-alone"):
            for width, suffix in (("wide", ""), ("abbreviated", "-short")):
                for number, name in locale.months[context][width].items():
                    found.add((code, "month" + suffix, number, name.lower().rstrip(".")))
            for number, name in locale.days[context]["wide"].items():
                found.add((code, "weekday", number + 1, name.lower()))
    wide = {(code, number, form) for code, kind, number, form in found if kind == "month"}
    return sorted(row for row in found if row[1] != "month-short" or (row[0], row[2], row[3]) not in wide)


if __name__ == "__main__":
    raise SystemExit(written(TARGET, table()))
