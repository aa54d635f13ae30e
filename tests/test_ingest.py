"""Reading files: every row of the bad-input table that touches txt, md, html and stdin."""

from __future__ import annotations

import codecs
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError, UsageError
from auditor.reading.decode import likely_encoding
from auditor.reading.discover import discover
from auditor.reading.ingest import article_id, from_bytes, from_text, read_file

TEXT = "Größe – “so”\r\nzwei\u2028drei\rvier\n"


def read(data: bytes, **options: object) -> str:
    return from_bytes(data, id="x", path="x.txt", **options)[0].text  # type: ignore[arg-type]


def failure(data: bytes, **options: object) -> InputError:
    with pytest.raises(InputError) as caught:
        read(data, **options)
    return caught.value


def test_line_ends_are_left_alone() -> None:
    source = from_bytes(TEXT.encode(), id="x", path="x.txt")[0]
    assert source.text == source.original == TEXT
    assert source.offsets is None
    assert source.sha256 == sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
     (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")],
)  # fmt: skip
def test_byte_order_mark_is_honoured(mark: bytes, encoding: str) -> None:
    assert read(mark + TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Größe für Müller und schöne Grüße", "cp1252"),
        ("Příliš žluťoučký kůň a město", "cp1250"),
        ("Привет, это новости из города", "cp1251"),
        ("Привет, это новости из города", "koi8-r"),
    ],
)
def test_other_encodings_are_named(words: str, encoding: str) -> None:
    data = words.encode(encoding)
    error = failure(data)
    at = next(i for i, byte in enumerate(data) if byte > 127)
    assert error.kind == "encoding"
    assert f"0x{data[at]:02x} at offset {at}" in str(error)
    assert f"--encoding {encoding}" in str(error)
    assert "\n" not in str(error)
    assert read(data, encoding=encoding) == words


def test_utf16_without_mark_is_named() -> None:
    assert "--encoding utf-16-le" in str(failure("Hello there, world".encode("utf-16-le")))


def test_guess_falls_back() -> None:
    assert likely_encoding(b"\xff\xfe\xfd") == "cp1252"


def test_unknown_and_wrong_encoding() -> None:
    with pytest.raises(UsageError, match="no-such"):
        read(b"x", encoding="no-such")
    assert failure(b"a\xe9", encoding="ascii").kind == "encoding"


@pytest.mark.parametrize(
    ("head", "name"),
    [(b"%PDF-1.7\n", "PDF"), (b"PK\x03\x04", "docx"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff\xe0", "JPEG"),
     (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "office"), (b"{\\rtf1", "RTF"), (b"text\x00more", "NUL byte at offset 4")],
)  # fmt: skip
def test_binary_files_are_named(head: bytes, name: str) -> None:
    error = failure(head + b"rest")
    assert error.kind == "binary"
    assert name in str(error)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xff\xfeThe minister spoke in Paris.\n", "encoding"),
        (b"\xfe\xffThe minister spoke in Paris.\n", "encoding"),
        (b"\xff\xfe" + bytes(range(1, 128)) * 3 + b"\x01", "binary"),
        (b"\x01\x02\x1b[The\x03\x04\x05", "binary"),
    ],
)
def test_what_decodes_but_is_no_text_is_refused(data: bytes, kind: str) -> None:
    assert failure(data).kind == kind


@pytest.mark.parametrize(
    "text", ["外交部长王毅星期一在北京说", "\uf0b7 One\n\uf0b7 Two", "Zürich \ue000 and more of the text", "سلام"]
)
def test_copy_in_utf_16_is_read(text: str) -> None:
    assert read(text.encode("utf-16")) == text


def test_too_large_is_refused_with_the_figure(tmp_path: Path) -> None:
    assert "1,001" in str(failure(b"x" * 1001, max_bytes=1000))
    file = tmp_path / "big.txt"
    file.write_bytes(b"x" * 5000)
    with pytest.raises(InputError, match=r"5,000 bytes, more than the limit of 1,000.*--max-bytes 5000") as caught:
        read_file(file, root=tmp_path, max_bytes=1000)
    assert caught.value.kind == "too-large"


def test_missing_and_folder(tmp_path: Path) -> None:
    for path, kind in ((tmp_path / "no.txt", "missing"), (tmp_path, "unreadable")):
        with pytest.raises(InputError) as caught:
            read_file(path, root=tmp_path.parent)
        assert caught.value.kind == kind


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert read_file(tmp_path / "empty.txt", root=tmp_path)[0].text == ""


def test_ids() -> None:
    assert article_id("story_1.txt") == "story_1"
    taken = [
        "a/b.txt",
        "a-b.txt",
        "b.txt",
        "A.txt",
        "a.txt",
        "a.md",
        "a.html",
        "index.txt",
        "con.txt",
        "日本.txt",
        ".txt",
        "a b.txt",
    ]
    ids = [article_id(path) for path in taken]
    assert len({i.lower() for i in ids}) == len(ids)


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_ids_are_file_names_and_differ(one: str, other: str) -> None:
    first, second = article_id(one), article_id(other)
    assert first.isascii()
    assert set(first) <= set("abcdefghijklmnopqrstuvwxyz0123456789_-")
    assert 0 < len(first) <= 80
    assert (first == second) == (one == other)


def test_discover(tmp_path: Path) -> None:
    for name in ["b.txt", "a/c.md", "a/d.HTML", "a/e.pdf", ".hidden/f.txt", ".g.txt"]:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x", encoding="utf-8")
    found = discover([tmp_path])
    assert [(f.relative_to(tmp_path).as_posix(), r) for f, r in found] == [
        ("a/c.md", tmp_path), ("a/d.HTML", tmp_path), ("b.txt", tmp_path),
    ]  # fmt: skip
    named = discover([tmp_path / "a" / "e.pdf", tmp_path / "b.txt"])
    assert [f.name for f, _ in named] == ["e.pdf", "b.txt"]
    assert {r for _, r in named} == {tmp_path}
    with pytest.raises(InputError, match="no such file"):
        discover([tmp_path / "nothing"])


def test_same_stem_in_two_folders_gives_two_ids(tmp_path: Path) -> None:
    for name in ("x", "y"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "story.txt").write_text(name, encoding="utf-8")
    found = discover([tmp_path / "y", tmp_path / "x" / "story.txt"])
    assert len({read_file(file, root=root)[0].id for file, root in found}) == 2


def test_format_by_name_and_by_look() -> None:
    assert from_text("x", "<p>Hi</p>", path="a.html").format == "html"
    assert from_text("x", "<!DOCTYPE html><p>Hi</p>").text == "Hi"
    assert from_text("x", "# Hi", path="a.md").text == "Hi"
    assert from_text("x", "<p>Hi</p>", path="a.txt").text == "<p>Hi</p>"


def test_lone_surrogates_do_not_crash() -> None:
    assert from_text("x", "a\ud800b").text == "a\ufffdb"


def test_reports_of_the_program_are_no_articles(tmp_path: Path) -> None:
    """Folders are walked past them; a report named outright is taken."""
    mark = b'<!doctype html><html><head><meta name="generator" content="auditor 0.1"></head><body>x</body></html>'
    for name in ("a.txt", "reports/index.html", "reports/own.txt", "old/index.html", "old/page.htm"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"The council met." if name.endswith("txt") else mark)
    (tmp_path / "old" / "news.html").write_bytes(mark.replace(b"auditor", b"press"))
    found = [file.relative_to(tmp_path).as_posix() for file, _ in discover([tmp_path], leave_out=tmp_path / "reports")]
    assert found == ["a.txt", "old/news.html"]
    assert [file for file, _ in discover([tmp_path / "old/page.htm"])] == [tmp_path / "old/page.htm"]
    assert (tmp_path / "reports/own.txt") in [
        f for f, _ in discover([tmp_path / "reports"], leave_out=tmp_path / "reports")
    ]
