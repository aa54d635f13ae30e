"""Which version of a package is installed."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path


def installed(package: str) -> str:
    """The version, by the name of the folder that describes the package (PEP 427) where there is just one.

    To ask `importlib.metadata` is to import a parser of mails. Raises ``PackageNotFoundError``.
    """
    spec = find_spec(package)
    if spec and spec.origin:
        beside = list(Path(spec.origin).parent.parent.glob(f"{package}-*.dist-info"))
        if len(beside) == 1:
            return beside[0].stem.rpartition("-")[2]
    from importlib.metadata import version

    return version(package)
