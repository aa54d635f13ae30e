"""One writer at a time: a lock on a folder of glossaries, which dies with the process that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from auditor.errors import GlossaryError
from auditor.packs.load import shown

WAIT = 10.0  # seconds until a lock that another holds is an error
NAME = ".auditor.lock"


@contextmanager
def locked(paths: Iterable[Path]) -> Iterator[None]:
    """Hold the folders of these files, in one order for all, so that writers neither lose terms nor wait in a ring."""
    folders = sorted({path.absolute().parent for path in paths})
    with ExitStack() as held:
        for folder in folders:
            held.enter_context(_one(folder))
        yield


@contextmanager
def _one(folder: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    path = folder / NAME
    lock = FileLock(path, timeout=WAIT)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(poll_interval=0.01)
    except Timeout:
        raise GlossaryError(shown(folder), "another program is writing here", hint="try again in a moment") from None
    except OSError as exc:
        problem = f"cannot write in this folder: {(exc.strerror or 'refused').lower()}"
        raise GlossaryError(shown(folder), problem, hint="change its rights, or work on a copy") from exc
    try:
        yield
    finally:
        with suppress(OSError):  # while it is held: who waits for it sees that it is gone, and makes a new one
            path.unlink()
        lock.release()
