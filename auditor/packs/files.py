"""Writing files so that nobody ever sees half of one."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path


def with_breaks_of(path: Path, text: str) -> str:
    """A text with line feeds, with the line ends of the file that it is to replace."""
    try:
        return text.replace("\n", "\r\n") if b"\r\n" in path.read_bytes() else text
    except OSError:
        return text


def write_whole(path: Path, data: bytes) -> None:
    """Write beside and rename; folders are made as needed, a replaced file keeps its mode, a link its target.

    Raises ``OSError``.
    """
    write_together([(path, data)])


def write_together(files: Iterable[tuple[Path, bytes]]) -> None:
    """The same for several files: all are written beside, then all are renamed, in the order given.

    Whoever dies while writing leaves every old file as it was; the last file stands only if all others do. What is no
    file (a pipe, a device such as /dev/stdout) is written to as it is, before any file: it must not be replaced.
    """
    ready: list[tuple[str, Path]] = []
    try:
        for path, data in files:
            if _is_stream(path):
                _pour(path, data)
            else:
                ready.append(_beside(path, data))
        for name, place in ready:
            os.replace(name, place)
    except BaseException:
        for name, _ in ready:
            Path(name).unlink(missing_ok=True)
        raise


def _is_stream(path: Path) -> bool:
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _pour(path: Path, data: bytes) -> None:
    """Write into a pipe or device; a reader that has gone away ends the output, not the job."""
    try:
        with path.open("wb") as file:
            file.write(data)
    except BrokenPipeError:
        return
    except OSError as exc:
        raise OSError(exc.errno, exc.strerror, str(path)) from exc


def _beside(path: Path, data: bytes) -> tuple[str, Path]:
    """Write the data beside the file; where that lies, and the file that it is to replace."""
    place = Path(os.path.realpath(path)) if path.is_symlink() else path
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}-")
    except OSError as exc:
        raise OSError(exc.errno, exc.strerror, str(path)) from exc
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, _mode(place))
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return name, place


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, else what the user's mask leaves of rw-rw-rw-."""
    try:
        return path.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
