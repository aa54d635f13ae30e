"""What is worked out once: a mapping that makes what it lacks, and what records keep of
themselves, attributes and answers, when they are first asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
R = TypeVar("R")


class Memo(dict[K, V]):
    """``make(key)`` for each key that was asked for, forgotten when there are more than ``most``.

    A look-up of what is there costs no call of a Python function.
    """

    def __init__(self, make: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, key: K) -> V:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._make(key)
        return value


class kept(Generic[V]):
    """A ``cached_property`` without its lock (which Python 3.12 dropped): most records ask each of theirs once."""

    def __init__(self, make: Callable[[Any], V]) -> None:
        self._make, self.__doc__ = make, make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, record: None, owner: type) -> kept[V]: ...

    @overload
    def __get__(self, record: object, owner: type) -> V: ...

    def __get__(self, record: object | None, owner: type) -> kept[V] | V:
        if record is None:
            return self
        value = record.__dict__[self._name] = self._make(record)
        return value


def once(make: Callable[[R], V]) -> Callable[[R], V]:
    """A function of one record (with a ``__dict__``), which keeps the answer for as long as it lives."""
    key = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def answer(record: R) -> V:
        held: dict[str, V] = record.__dict__
        if key not in held:
            held[key] = make(record)
        return held[key]

    return answer
