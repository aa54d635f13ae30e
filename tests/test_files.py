"""What writes files never replaces what is no file."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from auditor.packs.files import write_together, write_whole


def _read_in_background(pipe: Path) -> tuple[threading.Thread, list[bytes]]:
    told: list[bytes] = []
    reader = threading.Thread(target=lambda: told.append(pipe.read_bytes()), daemon=True)
    reader.start()
    return reader, told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe, link, other = tmp_path / "pipe", tmp_path / "link", tmp_path / "other.txt"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for place in (pipe, link):
        reader, told = _read_in_background(pipe)
        write_together([(place, b"found"), (other, b"too")])
        reader.join(10)
        assert told == [b"found"]
        assert other.read_bytes() == b"too"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert link.is_symlink()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_an_open_pipe_by_its_number() -> None:
    ours, theirs = os.pipe()
    place = Path(f"/dev/fd/{theirs}")
    if not place.exists():
        pytest.skip("no /dev/fd here")
    write_whole(place, b"found")
    os.close(theirs)
    with os.fdopen(ours, "rb") as file:
        assert file.read() == b"found"
