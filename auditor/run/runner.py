"""Runs a function over shards of work: here, or in a pool of processes.

Results come back in the order of the items, so that the number of workers moves nothing.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

from auditor.errors import UsageError

Item = TypeVar("Item")
Made = TypeVar("Made")

SHARD = 16  # items a worker takes at a time
WORTH = 4 * SHARD  # below, starting processes costs more than it saves


def run_shards(work: Callable[[Item], Made], items: Sequence[Item], jobs: int) -> Iterator[Made]:
    """``work(item)`` for each item, in order. ``jobs`` processes, 0 for as many as there are processors.

    Raises `UsageError` where the processes cannot do their work (each imports the main module anew).
    """
    workers = 1 if len(items) < WORTH else min(jobs or os.cpu_count() or 1, -(-len(items) // SHARD))
    if workers < 2:
        yield from map(work, items)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    shards = [items[at : at + SHARD] for at in range(0, len(items), SHARD)]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        with _uninterrupted():
            results = pool.map(partial(_shard, work), shards)
        try:
            for made in results:
                yield from made
        except BrokenProcessPool as exc:
            hint = 'use jobs=1, or put what starts them under if __name__ == "__main__":'
            raise UsageError("the worker processes ended before their work", hint) from exc
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes that leave Ctrl-C to this one: they inherit that the signal is ignored."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    held = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, held)


def _shard(work: Callable[[Item], Made], items: Sequence[Item]) -> list[Made]:
    return [work(item) for item in items]
