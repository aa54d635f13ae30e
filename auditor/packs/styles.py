"""House styles: the shipped ones by name (``data/styles``), a desk's own by its file.

A file may extend a style or another file; what it says itself holds. Every rule knows its references.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from auditor.errors import ConfigError, UsageError
from auditor.packs.load import data_path, load_toml, read_text, shown
from auditor.packs.nearest import did_you_mean, nearest
from auditor.packs.style_file import SINGLE, TOPICS, Letters, Reference, Ruled, StyleFile

FOLDER = "styles"
_DEEPEST = 8
_UNKNOWN = re.compile(r"unknown field `([^`]+)`")


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """A style with all that it extends. ``id`` is its name or its file; ``backing`` the references of each rule.

    Keys of ``backing`` are topics, for words and languages of romanization ``words.Kyiv`` and ``romanization.ru``.
    """

    id: str
    title: str
    languages: tuple[str, ...]
    extends: tuple[str, ...]
    rules: StyleFile
    backing: dict[str, tuple[Reference, ...]]
    digest: str

    def speaks(self, language: str) -> bool:
        """True when the style is about copy in this language; a region that only one of them names does not matter."""
        base, _, region = language.partition("-")
        own = [tag.partition("-") for tag in self.languages]
        return any(base == tag and not (region and where and region != where) for tag, _, where in own)

    def reference(self, rule: str) -> Reference:
        """Where the house says so, first of all."""
        return self.backing[rule][0]


def names() -> tuple[str, ...]:
    """The shipped styles, in order."""
    return tuple(sorted(path.stem for path in data_path(FOLDER).glob("*.toml")))


def is_file(name: str) -> bool:
    """True when the name of a style means a file."""
    return name.endswith(".toml") or "/" in name or "\\" in name


def load(name: str) -> Style:
    """The style of this name or file.

    Raises `UsageError` for a name that is not known, `ConfigError` with file and line for a file that is missing,
    broken, holds an unknown key or extends itself.
    """
    return _built(Path(name)) if is_file(name) else _shipped(name)  # a file may change while the editor is open


@cache
def _shipped(name: str) -> Style:
    if name not in names():
        raise UsageError(f"no style {name!r}", did_you_mean(name, names()) + " — or name a .toml file")
    return _built(data_path(FOLDER, f"{name}.toml"))


def _built(path: Path) -> Style:
    chain = tuple(_chain(path))
    file, backing = _own(*chain[-1])
    for nearer in reversed(chain[:-1]):
        file, backing = _over(file, backing, *_own(*nearer))
    extends = tuple(_title(place) for place, _ in chain[1:])
    own = _title(path)
    text = "\0".join(read_text(place, ConfigError) for place, _ in chain)
    return Style(
        id=own,
        title=chain[0][1].title or own,
        languages=file.languages,
        extends=extends,
        rules=file,
        backing=backing,
        digest=sha256(text.encode()).hexdigest()[:16],
    )


def _title(path: Path) -> str:
    return path.stem if path.parent == data_path(FOLDER) else shown(path)


def _chain(path: Path) -> Iterator[tuple[Path, StyleFile]]:
    """The file, then what it extends, and so on."""
    seen: list[Path] = []
    here: Path | None = path
    while here is not None:
        seen.append(here.resolve())
        file = _file(here)
        yield here, file
        here = _extended(here, file.extend, seen) if file.extend else None


def _extended(path: Path, name: str, seen: list[Path]) -> Path:
    line = _line(path, "extend")
    if not is_file(name):
        if name not in names():
            hint = did_you_mean(name, names())
            raise ConfigError(shown(path), "no such style", line=line, key="extend", found=name, hint=hint)
        found = data_path(FOLDER, f"{name}.toml")
    else:
        found = path.parent / name
    if found.resolve() in seen or len(seen) > _DEEPEST:
        way = " -> ".join(shown(p) for p in [*seen, found.resolve()])
        raise ConfigError(shown(path), f"extends itself: {way}", line=line, key="extend", hint="take one of them out")
    if not found.is_file():
        hint = "paths are seen from this file's folder"
        raise ConfigError(shown(path), "no such file", line=line, key="extend", found=name, hint=hint)
    return found


def _file(path: Path) -> StyleFile:
    try:
        return load_toml(path, StyleFile, ConfigError)
    except ConfigError as exc:
        wrong = _UNKNOWN.search(exc.message)
        best = nearest(wrong[1], _keys()) if wrong else None
        if best is None:
            raise
        raise ConfigError(
            exc.path, f"unknown key {wrong[1]!r}" if wrong else "", line=exc.line, hint=f"did you mean {best!r}?"
        ) from exc


def _keys() -> set[str]:
    """Every key that a file of style may hold, on whatever floor of it."""
    found: set[str] = set()
    kinds: list[type[msgspec.Struct]] = [StyleFile, Reference, Letters, *Ruled.__subclasses__()]
    for kind in kinds:
        found.update(field.encode_name for field in msgspec.structs.fields(kind))
    return found


def _line(path: Path, key: str, value: str = "") -> int | None:
    """Where the key stands, with the value in its line where one is told."""
    text = read_text(path, ConfigError)
    found = re.search(rf"^[ \t]*{key}[ \t]*=.*{re.escape(value)}", text, re.M)
    return text.count("\n", 0, found.end()) + 1 if found else None


def _own(path: Path, file: StyleFile) -> tuple[StyleFile, dict[str, tuple[Reference, ...]]]:
    """A file alone, and the references of its rules; without one a rule stands for itself."""
    for topic in file.without:
        if topic not in TOPICS:
            hint = did_you_mean(topic, TOPICS)
            raise ConfigError(
                shown(path), "no such topic", line=_line(path, "without"), key="without", found=topic, hint=hint
            )
    return file, {rule: _references(path, file, ruled) for rule, ruled in ruled_by(file)}


def ruled_by(file: StyleFile) -> Iterator[tuple[str, Ruled]]:
    """Every rule with its key in `Style.backing`, in order."""
    for topic in SINGLE:
        if rule := getattr(file, topic):
            yield topic, rule
    for language, names_of in sorted(file.romanization.items()):
        yield f"romanization.{language}", names_of
    for word in file.words:
        yield f"words.{word.use}", word


def _references(path: Path, file: StyleFile, rule: Ruled) -> tuple[Reference, ...]:
    keys = (rule.source,) if isinstance(rule.source, str) else rule.source
    for key in keys:
        if key not in file.sources:
            hint = did_you_mean(key, file.sources) if file.sources else "add it under [sources]"
            raise ConfigError(
                shown(path), "no such source", line=_line(path, "source", key), key="source", found=key, hint=hint
            )
    return tuple(file.sources[key] for key in keys) or (
        Reference(publisher=file.title or shown(path), title=shown(path)),
    )


def _over(
    base: StyleFile,
    backed: dict[str, tuple[Reference, ...]],
    own: StyleFile,
    backing: dict[str, tuple[Reference, ...]],
) -> tuple[StyleFile, dict[str, tuple[Reference, ...]]]:
    """The rules of ``own`` over those of ``base``, topic by topic, word by word."""
    free = {topic: getattr(StyleFile(), topic) for topic in own.without}
    base = msgspec.structs.replace(base, **free)
    named = {form for word in own.words for form in (word.use, *word.instead_of)}
    kept = tuple(word for word in base.words if named.isdisjoint((word.use, *word.instead_of)))
    merged = msgspec.structs.replace(
        own,
        languages=own.languages or base.languages,
        words=(*own.words, *kept),
        romanization=base.romanization | own.romanization,
        **{topic: getattr(own, topic) or getattr(base, topic) for topic in SINGLE},
    )
    held = {rule for rule, _ in ruled_by(merged)}
    return merged, {rule: found for rule, found in (backed | backing).items() if rule in held}
