"""What a caller may ask of a reporter."""

from __future__ import annotations

import msgspec


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """``color``: ANSI colours. ``width``: terminal cells a line. ``indent``: of JSON, 0 for one line.

    ``base``: the audited folder, put before paths in the commands that the text format advises.
    ``verbose``: context and all evidence for every finding, whatever its severity.
    """

    color: bool = False
    width: int = 100
    indent: int = 2
    verbose: bool = False
    base: str = ""


DEFAULT = Options()
