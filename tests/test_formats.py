"""Exchange formats: what is read of them, where it stands in the file, and what is refused."""

from __future__ import annotations

import io
import json
import os
import re
import time
import tomllib
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import audit
from auditor.errors import InputError
from auditor.offsets import OffsetMapBuilder
from auditor.reading.article import Source
from auditor.reading.decode import scalars
from auditor.reading.discover import discover
from auditor.reading.formats.dates import published
from auditor.reading.formats.draft import joined, through
from auditor.reading.formats.json_tree import parse as parse_json
from auditor.reading.formats.json_tree import pieces
from auditor.reading.formats.xml_tree import parse
from auditor.reading.ingest import from_bytes, read_file
from auditor.reading.read import read
from auditor.text.lexicon import lexicon

FOLDER = Path(__file__).parent / "formats"
CASES = tomllib.loads((Path(__file__).parent / "cases" / "formats.toml").read_text(encoding="utf-8"))["case"]


def sources(name: str) -> tuple[Source, ...]:
    return read_file(FOLDER / name, root=FOLDER)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['file']} {c['number']}")
def test_article(case: dict[str, object]) -> None:
    found = sources(str(case["file"]))
    source = found[int(str(case["number"])) - 1]
    assert len(found) == case["of"]
    assert source.text.split("\n\n") == case["text"]
    got = {
        "format": source.format,
        "role": source.role,
        "published": source.published,
        "language": source.declared_language,
        "title": source.title,
        "zones": [f"{z.kind}: {source.text[z.start : z.end]}" for z in source.zones],
        "headings": [source.text[h.start : h.end] for h in source.headings],
        "credits": [f"{c.kind}: {c.name}" for c in read(source, lexicon()).credits],
    }
    assert {key: got[key] for key in case if key in got} == {key: case[key] for key in case if key in got}


@pytest.mark.parametrize("name", sorted(p.name for p in FOLDER.iterdir()))
def test_text_stands_in_the_file(name: str) -> None:
    """Words lead back to themselves; every character of the file is in the text or named as markup."""
    for source in sources(name):
        for match in re.finditer(r"\S+", source.text):
            start, end = source.offsets.span(*match.span()) if source.offsets else match.span()
            assert 0 <= start < end <= len(source.original)
            if match[0].isalpha() and match[0].isascii():
                assert source.original[start:end] == match[0]
        for span in source.markup:
            assert 0 <= span.start < span.end <= len(source.original)


def test_articles_of_one_file_have_ids_and_digests_of_their_own() -> None:
    first, second = sources("feed.rss")
    assert (first.id[-2:], second.id[-2:]) == ("-1", "-2")
    assert first.id[:-2] == second.id[:-2]
    assert first.sha256 != second.sha256
    assert first.path == second.path == "feed.rss"


def test_translation_file_is_checked_against_its_own_source() -> None:
    found = {f.article: f for f in audit([FOLDER / "old.xlf", FOLDER / "memory.tmx"]).findings if f.rule == "NU401"}
    assert sorted(f.match for f in found.values()) == ["540", "Nine"]
    weekday = [f for f in audit([FOLDER / "new.xliff"]).findings if f.match == "Tuesday"]
    assert [f.rule for f in weekday] == ["DT402"]


def test_folder_is_searched_for_news_only(tmp_path: Path) -> None:
    for path in FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "sitemap.xml").write_text("<urlset><url/></urlset>", encoding="utf-8")
    (tmp_path / "audit.json").write_text('{"schema": "auditor/1"}', encoding="utf-8")
    names = {file.name for file, _ in discover([tmp_path])}
    assert names == {p.name for p in FOLDER.iterdir()}


def package(document: str, core: str = "", **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        if core:
            archive.writestr("docProps/core.xml", core)
        for name, data in more.items():
            archive.writestr(name, data)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LETTER = f"""<w:document {W}><w:body>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Quarry to close</w:t></w:r></w:p>
<w:p><w:r><w:t xml:space="preserve">The quarry </w:t></w:r><w:del><w:r><w:delText>may</w:delText></w:r></w:del>
<w:ins><w:r><w:t>will</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> close in May.</w:t></w:r></w:p><w:p/>
</w:body></w:document>"""
CORE = """<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Quarry</dc:title>
<dcterms:created>2025-03-04T10:00:00Z</dcterms:created><dc:language>en-GB</dc:language></cp:coreProperties>"""


def test_word_document() -> None:
    (source,) = from_bytes(package(LETTER, CORE), id="x", path="x.docx")
    assert source.text == source.original == "Quarry to close\n\nThe quarry will close in May."
    assert source.title == "Quarry"
    assert (source.published, source.declared_language, source.format) == ("2025-03-04T10:00:00Z", "en", "docx")
    assert [source.text[h.start : h.end] for h in source.headings] == ["Quarry to close"]


def test_word_document_that_unpacks_to_too_much_is_refused() -> None:
    data = package(LETTER.replace("Quarry", "Q" * 3_000_000))
    with pytest.raises(InputError, match="unpacks to more than"):
        from_bytes(data, id="x", path="x.docx")


def test_word_document_of_many_members_is_refused() -> None:

    data = package(LETTER, **{f"m{i}": b"" for i in range(2001)})
    with pytest.raises(InputError, match="2,000 members"):
        from_bytes(data, id="x", path="x.docx")


@pytest.mark.parametrize("packing", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_damaged_word_document_is_read_or_refused(packing: int) -> None:
    """A byte that was changed anywhere stops nothing but the file that has it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        archive.writestr("word/document.xml", LETTER)
    data = out.getvalue()
    for at in range(4, len(data), 3):
        with suppress(InputError):
            assert from_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :], id="x", path="x.docx")


def test_half_a_surrogate_in_json_is_no_character() -> None:
    """RFC 8259, 8.2: escapes may name one alone, which no encoding can write."""
    text = r'{"uri": "x", "headline": "A \ud83d\ude00 \udc00", "body_text": "The port \ud800 opens."}'
    (source,) = from_bytes(text.encode(), id="x", path="x.ninjs")
    assert source.text == "A \U0001f600 \ufffd\n\nThe port \ufffd opens."
    assert source.title == "A \U0001f600 \ufffd"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.xml", '<!DOCTYPE rss [<!ENTITY x "y">]><rss><channel/></rss>', "declares a document type of its own"),
        (
            "a.xml",
            '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
            "a document type of its own",
        ),
        ("a.xml", "<rss><channel></rss>", "not well-formed XML"),
        ("a.xml", "<urlset/>", "its root element is <urlset>"),
        ("a.xml", "no markup", "it has no root element"),
        ("a.xml", "<rss><channel/></rss>", "without any text"),
        ("a.xml", "<rss>" + "<a>" * 300 + "</a>" * 300 + "</rss>", "nested more than 200 deep"),
        ("a.json", "{", "not well-formed JSON"),
        ("a.json", '{"a": 1}', "no ninjs article"),
        ("a.json", "[" * 200_000, "nested too deeply"),
        ("a.ninjs", '{"uri": "x", "body_text": ' + "[" * 300 + "]" * 300 + "}", "nested more than 100 deep"),
    ],
)
def test_refused(name: str, text: str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        from_bytes(text.encode(), id="x", path=name)


@pytest.mark.parametrize(
    "codec", ["idna", "undefined", "utf-7", "unicode_escape", "raw_unicode_escape", "rot13", "hex"]
)
@pytest.mark.parametrize("name", ["x.html", "x.rss", "x.xlf"])
def test_codecs_that_no_file_is_written_in_are_not_used(codec: str, name: str) -> None:
    head, title = f"<?xml version='1.0' encoding='{codec}'?>", "<title>+2AA- \\ud800</title>"
    text = f"{head}<rss><channel><item>{title}</item></channel></rss>"
    try:
        sources = from_bytes(text.encode(), id="x", path=name)
    except InputError:
        return
    assert all(source.text == scalars(source.text) for source in sources)


@pytest.mark.parametrize(
    ("name", "opening", "closing"),
    [
        ("x.rss", "<item><description>", "</description></item>"),
        ("x.tmx", '<tu><tuv xml:lang="de"><seg>Wort</seg></tuv><tuv xml:lang="en"><seg>', "</seg></tuv></tu>"),
        ("x.xlf", "<trans-unit><source>Wort</source><target>", "</target></trans-unit>"),
        (
            "x.xml",
            "<newsItem><contentMeta/><contentSet><inlineData>",
            "</inlineData></contentSet></newsItem>",
        ),
    ],
)
def test_units_inside_units_are_read_once(name: str, opening: str, closing: str) -> None:
    """Else a file of some kilobytes unpacks to gigabytes."""
    roots = {
        "x.rss": "<rss><channel>{}</channel></rss>",
        "x.tmx": '<tmx><header srclang="de"/><body>{}</body></tmx>',
        "x.xlf": '<xliff version="1.2"><file source-language="de" target-language="en"><body>{}</body></file></xliff>',
        "x.xml": '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>{}</itemSet></newsMessage>',
    }
    said = "The port opened on Monday. " * 20
    file = roots[name].format(opening * 20 + said + closing * 20)
    sources = from_bytes(file.encode(), id="x", path=name)
    assert sum(source.text.count("The port opened") for source in sources) == 20


def test_paragraphs_inside_a_paragraph_are_paragraphs_of_their_own() -> None:
    nested = f"<w:document {W}><w:body>{'<w:p>' * 50}<w:p><w:r><w:t>The port opened.</w:t></w:r></w:p>{'</w:p>' * 50}"
    (source,) = from_bytes(package(f"{nested}</w:body></w:document>"), id="x", path="x.docx")
    assert source.text == "The port opened."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_a_search_takes_files_only(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The port opened.", encoding="utf-8")
    os.mkfifo(tmp_path / "b.txt")
    os.mkfifo(tmp_path / "c.html")
    (tmp_path / "d.txt").symlink_to("d.txt")
    assert [file.name for file, _ in discover([tmp_path])] == ["a.txt"]


def test_many_lines_take_linear_time() -> None:
    """Four times the lines take no more than about four times the time (ten, for the noise of a busy machine)."""
    few, many = (_cost("<r>" + "A line of text\n" * lines + "</r>") for lines in (15_000, 60_000))
    assert many < 10 * few + 0.05


def _cost(text: str) -> float:
    began = time.process_time()
    parse(text, "x.xml")
    return time.process_time() - began


def test_declared_encoding_is_honoured() -> None:
    feed = '<?xml version="1.0" encoding="{}"?><rss><channel><item><title>Größe für alle</title></item></channel></rss>'
    (source,) = from_bytes(feed.format("ISO-8859-1").encode("latin-1"), id="x", path="x.xml")
    assert source.text == "Größe für alle"
    (source,) = from_bytes(feed.format("no-such-code").encode(), id="x", path="x.xml")
    assert source.text == "Größe für alle"


@pytest.mark.parametrize(
    ("value", "want"),
    [
        ("2025-03-04T10:15:00Z", "2025-03-04T10:15:00Z"),
        ("2025-03-04T10:15:00.123+0100", "2025-03-04T10:15:00+0100"),
        ("2025-03-04", "2025-03-04"),
        ("20250304T101500Z", "2025-03-04T10:15:00Z"),
        ("20250304", "2025-03-04"),
        ("Tue, 04 Mar 2025 10:15:00 GMT", "2025-03-04T10:15:00+00:00"),
        ("yesterday", None),
        ("", None),
    ],
)
def test_date(value: str, want: str | None) -> None:
    assert published(value) == want


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=30)


@given(TEXT, TEXT, st.booleans())
@settings(max_examples=80, deadline=None)
def test_xml_text_is_mapped_to_the_file(before: str, inside: str, section: bool) -> None:
    escaped = inside.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    body = f"<![CDATA[{inside}]]>" if section and "]]>" not in inside else escaped
    head = before.replace("&", "&#38;").replace("<", "&#60;")
    text = f"<r><a x='1'>{head}</a>{body}<!-- c --></r>"
    root = parse(text, "x.xml")
    assert "".join(p.text for p in root.pieces()) == before + inside
    at = 0
    for piece in root.pieces():
        assert at <= piece.start < piece.end <= len(text)
        assert not piece.exact or text[piece.start : piece.end] == piece.text
        at = piece.end


@given(st.dictionaries(TEXT, TEXT, max_size=3), st.booleans())
@settings(max_examples=80, deadline=None)
def test_json_strings_are_mapped_to_the_file(value: dict[str, str], ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    node = parse_json(text)
    assert isinstance(node, dict)
    for key, string in node.items():
        parts = list(pieces(text, string))
        assert "".join(p.text for p in parts) == string.value == value[key]
        assert all(text[p.start : p.end] == p.text for p in parts if p.exact)


@given(st.lists(st.tuples(TEXT, st.booleans()), max_size=5), st.data())
@settings(max_examples=80, deadline=None)
def test_maps_in_line_keep_the_text(parts: list[tuple[str, bool]], data: st.DataObject) -> None:
    """A view of a view: exact pieces stand letter for letter in the file, all others inside it."""
    outer, file = OffsetMapBuilder(), ""
    for piece, exact in parts:
        shown = piece if exact else f"<{piece}>"
        (outer.copy(piece, len(file)) if exact else outer.replace(piece, len(file), len(file) + len(shown)))
        file += shown
    middle, between = outer.build()
    inner, at = OffsetMapBuilder(), 0
    while at < len(middle):
        end = data.draw(st.integers(at + 1, len(middle)))
        (inner.copy if data.draw(st.booleans()) else lambda p, s: inner.replace(p, s, s + len(p)))(middle[at:end], at)
        at = end
    text, within = inner.build()
    found = list(through(text, within, between))
    assert joined(found)[0] == text
    for piece in found:
        assert 0 <= piece.start <= piece.end <= len(file)
        assert not piece.exact or file[piece.start : piece.end] == piece.text


@given(st.binary(max_size=200))
@settings(max_examples=60, deadline=None)
def test_rubbish_is_read_or_refused(data: bytes) -> None:
    for head, name in ((b"<rss>", "x.xml"), (b"{", "x.json"), (b"PK\x03\x04word/document.xml", "x.docx")):
        with suppress(InputError):
            assert from_bytes(head + data, id="x", path=name)
