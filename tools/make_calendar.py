"""Writes auditor/data/languages/calendar_cldr.tsv: month and weekday names of CLDR, by way of Babel.

python tools/make_calendar.py > auditor/data/languages/calendar_cldr.tsv
"""

from __future__ import annotations

from babel import Locale
from babel import __version__ as babel_version

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pl", "ru", "uk", "pt", "cs", "sv")


def rows() -> list[tuple[str, str, int, str]]:
    """(language, kind, number, form), forms in lower case without the final dot; weekdays count from Monday = 1."""
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
    print(f"# Month and weekday names: Unicode CLDR through Babel {babel_version} (Unicode License v3).")
    print("# Made by tools/make_calendar.py; weekdays count from Monday = 1. Other cases are in calendar.toml.")
    print("language\tkind\tnumber\tform")
    for row in rows():
        print(*row, sep="\t")
