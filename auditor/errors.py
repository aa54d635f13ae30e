"""The error family. Each error is one line that says what happened, where, and what to do next."""

from __future__ import annotations

EXIT_OK = 0
EXIT_FINDINGS = 1
EXIT_FAILED = 2
EXIT_INTERRUPTED = 130


class AuditorError(Exception):
    """Base of every error that a user may see.

    ``message`` says what and where, ``hint`` what to do (``None`` when there is nothing to advise).
    ``exit_code`` is what the command line returns when the error reaches it.
    """

    exit_code = EXIT_FAILED

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} ({self.hint})" if self.hint else self.message


class UsageError(AuditorError):
    """A command or call was given something it cannot work with."""


class DataError(AuditorError):
    """A structured file (pack, glossary, config) is wrong: file, line, key, found, expected."""

    def __init__(
        self,
        path: str,
        problem: str,
        *,
        line: int | None = None,
        key: str | None = None,
        found: object = None,
        expected: str | None = None,
        hint: str | None = None,
    ) -> None:
        self.path, self.line, self.key, self.found, self.expected = path, line, key, found, expected
        where = path if line is None else f"{path}:{line}"
        parts = [f"{where}: " + (f"{key}: " if key else "") + problem]
        if found is not None:
            parts.append(f"found {found!r}")
        if expected:
            parts.append(f"expected {expected}")
        super().__init__("; ".join(parts), hint)


class PackError(DataError):
    """A knowledge file shipped with the package does not hold what its schema demands."""


class ConfigError(DataError):
    """A configuration file is missing, broken or holds an unknown key."""


class GlossaryError(DataError):
    """A glossary is missing, broken or contradicts itself."""


class InputError(AuditorError):
    """One input cannot be read; other inputs go on.

    ``kind`` is a stable slug: ``missing``, ``binary``, ``encoding``, ``too-large``, ``unreadable``.
    """

    def __init__(self, path: str, kind: str, message: str, hint: str | None = None) -> None:
        super().__init__(f"{path}: {message}", hint)
        self.path, self.kind = path, kind
