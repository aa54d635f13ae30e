"""The language server, spoken to over stdio by a real client; and its positions."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from auditor.lsp.desk import Checked, another, check, name_at
from auditor.lsp.positions import Positions, Units

COPY = "𐐀 The crew was named on Monday.\u2028 The pilot is Sean O'Learyzwei of Cork.\n"
GLOSSARY = """schema = 1

[[concept]]
id = "per-okara-lena"
type = "person"
terms = [
  { text = "Lena Okara", lang = "en", status = "preferred", short = "Okara" },
  MORE
]
"""
BAD = '{ text = "Lena Okarra", lang = "en", status = "misspelling" },'
NAMES = "The mayor met Lena Okara on Monday. Later Lena Okarra spoke to the board, and Lena Okara left.\n"


class Editor:
    """A client that keeps what it was told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.client = LanguageClient("test", "1")
        self.told: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: asyncio.Queue[str] = asyncio.Queue()

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: lsp.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(params)

        @self.client.feature(lsp.WINDOW_SHOW_MESSAGE)
        def message(params: lsp.ShowMessageParams) -> None:
            self.messages.put_nowait(params.message)

    async def begin(self, *encodings: str, watch: bool = False) -> lsp.InitializeResult:
        await self.client.start_io(sys.executable, "-m", "auditor", "lsp")
        wanted = [lsp.PositionEncodingKind(e) for e in encodings] or None
        watching = lsp.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True)
        capabilities = lsp.ClientCapabilities(
            general=lsp.GeneralClientCapabilities(position_encodings=wanted),
            workspace=lsp.WorkspaceClientCapabilities(did_change_watched_files=watching) if watch else None,
        )
        made = await self.client.initialize_async(
            lsp.InitializeParams(capabilities=capabilities, root_uri=self.folder.as_uri())
        )
        self.client.initialized(lsp.InitializedParams())
        return made

    def open(self, name: str, text: str) -> str:
        (self.folder / name).write_text(text, encoding="utf-8")
        uri = (self.folder / name).as_uri()
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(lsp.TextDocumentItem(uri, "text", 1, text)))
        return uri

    async def diagnostics(self) -> list[lsp.Diagnostic]:
        return list((await asyncio.wait_for(self.told.get(), 30)).diagnostics)

    async def message(self) -> str:
        return await asyncio.wait_for(self.messages.get(), 30)

    async def end(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()


def session(folder: Path, talk: Callable[[Editor], Awaitable[None]]) -> None:
    """Talk to a server of its own, for a minute at most."""

    async def all_of_it() -> None:
        editor = Editor(folder)
        try:
            await talk(editor)
        finally:
            await asyncio.wait_for(editor.end(), 10)

    asyncio.run(asyncio.wait_for(all_of_it(), 60))


def columns(found: list[lsp.Diagnostic]) -> list[tuple[int, int, int]]:
    return [(d.range.start.line, d.range.start.character, d.range.end.character) for d in found if d.code == "TA101"]


def test_a_session(tmp_path: Path) -> None:
    """Diagnostics, hover, actions, a change that mends the text, a closed document, a broken configuration."""

    async def talk(editor: Editor) -> None:
        made = await editor.begin()
        assert made.capabilities.position_encoding == lsp.PositionEncodingKind.Utf16
        uri = editor.open("a.txt", COPY)
        found = await editor.diagnostics()
        assert columns(found) == [(0, 52, 63)]
        page = await editor.client.text_document_hover_async(
            lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(0, 55))
        )
        assert page is not None
        assert isinstance(page.contents, lsp.MarkupContent)
        assert "TA101 fused-token" in page.contents.value
        offered = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(
                lsp.TextDocumentIdentifier(uri),
                lsp.Range(lsp.Position(0, 55), lsp.Position(0, 55)),
                lsp.CodeActionContext([]),
            )
        )
        edits = [
            a.edit.changes[uri][0].new_text
            for a in offered or ()
            if isinstance(a, lsp.CodeAction) and a.edit and a.edit.changes
        ]
        assert edits == ["O'Leary"]
        change = lsp.TextDocumentContentChangeWholeDocument("The crew was named on Monday.\n")
        editor.client.text_document_did_change(
            lsp.DidChangeTextDocumentParams(lsp.VersionedTextDocumentIdentifier(2, uri), [change])
        )
        assert columns(await editor.diagnostics()) == []
        editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        assert await editor.diagnostics() == []
        (tmp_path / "auditor.toml").write_text("fial-on = 1\n", encoding="utf-8")
        editor.open("b.txt", COPY)
        assert "did you mean 'fail-on'" in await editor.message()

    session(tmp_path, talk)


def desk(folder: Path, more: str = "") -> Path:
    (folder / "auditor.toml").write_text("", encoding="utf-8")
    (folder / "glossaries").mkdir()
    (folder / "glossaries" / "desk.toml").write_text(GLOSSARY.replace("  MORE\n", more), encoding="utf-8")
    return folder / "glossaries" / "desk.toml"


def test_decisions_and_another_encoding(tmp_path: Path) -> None:
    """Columns in UTF-8, a form that is admitted from the editor, a decision on words that are gone."""

    async def talk(editor: Editor) -> None:
        glossary = desk(tmp_path, f"  {BAD}\n")
        made = await editor.begin("utf-8", "utf-16")
        assert made.capabilities.position_encoding == lsp.PositionEncodingKind.Utf8
        editor.open("b.txt", COPY)
        assert [c[:2] for c in columns(await editor.diagnostics())] == [(0, 56)]
        editor.client.text_document_did_close(
            lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier((tmp_path / "b.txt").as_uri()))
        )
        assert await editor.diagnostics() == []
        uri = editor.open("a.txt", NAMES)
        before = [d for d in await editor.diagnostics() if "Lena Okarra" in d.message]
        offered = await editor.client.text_document_code_action_async(
            lsp.CodeActionParams(lsp.TextDocumentIdentifier(uri), before[0].range, lsp.CodeActionContext([]))
        )
        commands = [a for a in offered or () if isinstance(a, lsp.Command)]
        assert [c.title for c in commands] == [
            "Add “Lena Okarra” to the glossary as admitted",
            "“Lena Okarra” is another person than Lena Okara",
        ]
        wanted = lsp.ExecuteCommandParams(commands[0].command, commands[0].arguments)
        await editor.client.workspace_execute_command_async(wanted)
        assert not [d for d in await editor.diagnostics() if "Lena Okarra" in d.message]
        assert '{ text = "Lena Okarra", lang = "en", status = "admitted" }' in glossary.read_text(encoding="utf-8")
        gone = lsp.ExecuteCommandParams(commands[0].command, [uri, 0, 3, "Other"])
        await editor.client.workspace_execute_command_async(gone)
        while "The text has changed" not in await editor.message():
            pass

    session(tmp_path, talk)


def test_a_name_is_another_persons(tmp_path: Path) -> None:
    glossary = desk(tmp_path)
    checked = audited(tmp_path / "a.txt", NAMES)
    start = NAMES.index("Lena Okarra")
    found = name_at(checked, start, start + len("Lena Okarra"))
    assert found is not None
    assert another(checked, *found) == glossary
    assert 'never = ["per-okara-lena"]' in glossary.read_text(encoding="utf-8")
    apart = name_at(audited(tmp_path / "a.txt", NAMES), start, start + 4)
    assert apart is not None
    assert apart[0].concept != "per-okara-lena"


def test_a_document_is_compared_with_what_the_desk_compares_with(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('against = ["old"]\n', encoding="utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "b.txt").write_text(NAMES, encoding="utf-8")
    checked = audited(tmp_path / "a.txt", NAMES + "It rained.\n")
    assert [(a.id, a.role) for a in checked.audit.articles] == [("a", "subject"), ("b", "sibling")]
    assert {f.article for f in checked.findings} <= {"a"}


def test_a_document_is_read_as_the_desk_is_set_up(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('against = ["archive"]\ndate = "2031-03-03"\n', encoding="utf-8")
    (tmp_path / "archive" / "reports").mkdir(parents=True)
    empty = audited(tmp_path / "draft.txt", COPY)
    assert [a.role for a in empty.audit.articles] == ["subject"]
    assert empty.audit.articles[0].published == "2031-03-03"
    (tmp_path / "auditor.toml").write_text(
        'against = ["archive"]\nreports = "archive/reports"\nexclude = ["archive/old*"]\n', encoding="utf-8"
    )
    for name in ("new.txt", "old.txt", "reports/page.html"):
        (tmp_path / "archive" / name).write_text(NAMES, encoding="utf-8")
    found = audited(tmp_path / "draft.txt", COPY)
    assert [(a.role, a.path) for a in found.audit.articles] == [("subject", "draft.txt"), ("sibling", "new.txt")]


@given(st.text(alphabet="aЁ𐀀\n\r\u2028é", max_size=30), st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.data())
def test_positions_go_both_ways(text: str, units: Units, data: Any) -> None:
    positions = Positions(text, units)
    offset = data.draw(st.integers(0, len(text)))
    line, character = positions.position(offset)
    inside_a_break = text[offset - 1 : offset + 1] == "\r\n"
    assert positions.offset(line, character) == offset or inside_a_break
    assert positions.offset(line + 1000, 0) == len(text)


def test_a_document_is_found_whatever_its_name_and_told_of_a_new_configuration(tmp_path: Path) -> None:
    """URIs with escapes; files that rule an audit are watched; a broken configuration is told of once."""

    async def talk(editor: Editor) -> None:
        watched: list[str] = []

        @editor.client.feature(lsp.CLIENT_REGISTER_CAPABILITY)
        def registered(params: lsp.RegistrationParams) -> None:
            options = params.registrations[0].register_options
            watched.extend(str(w["globPattern"]) for w in options["watchers"])

        await editor.begin(watch=True)
        uri = editor.open("a b#é.txt", COPY)
        assert "%20" in uri
        assert len(columns(await editor.diagnostics())) == 1
        assert {"**/auditor.toml", "**/glossaries/*.toml", "**/decisions.jsonl"} <= set(watched)
        (tmp_path / "auditor.toml").write_text('ignore = ["TA101"]\n', encoding="utf-8")
        changed = lsp.DidChangeWatchedFilesParams(
            [lsp.FileEvent((tmp_path / "auditor.toml").as_uri(), lsp.FileChangeType.Created)]
        )
        editor.client.workspace_did_change_watched_files(changed)
        assert columns(await editor.diagnostics()) == []
        (tmp_path / "auditor.toml").write_text('fial-on = "major"\n', encoding="utf-8")
        for _ in range(2):
            editor.client.workspace_did_change_watched_files(changed)
        await editor.message()
        (tmp_path / "auditor.toml").write_text('exclude = ["a b*"]\n', encoding="utf-8")
        editor.client.workspace_did_change_configuration(lsp.DidChangeConfigurationParams({}))
        for _ in range(3):  # each change before may still bring its own
            if not (told := await editor.diagnostics()):
                break
        assert told == []
        assert editor.messages.empty()
        page = await editor.client.text_document_hover_async(
            lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(0, 55))
        )
        assert page is None

    session(tmp_path, talk)


def test_what_the_configuration_excludes_is_not_audited(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('exclude = ["drafts/**"]\n', encoding="utf-8")
    assert check(tmp_path / "drafts" / "a.txt", COPY) is None
    assert check(tmp_path / "a.txt", COPY) is not None


def test_a_document_is_held_against_the_text_that_it_was_translated_from(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('sources = "src"\n', encoding="utf-8")
    assert audited(tmp_path / "a.txt", COPY).settings.pairs == ()
    (tmp_path / "src").mkdir()
    told = "Die Bürgermeisterin traf am Montag 40 Feuerwehrleute in Bremen und dankte ihnen für die Arbeit.\n"
    copy = "The mayor met 400 firefighters in Bremen on Monday and thanked them for the work that they did.\n"
    for name in ("a.de.txt", "b.txt"):
        (tmp_path / "src" / name).write_text(told, encoding="utf-8")
    for name, place in (("a.txt", "a.de.txt"), ("b.txt", "b.txt")):
        checked = audited(tmp_path / name, copy)
        assert [(a.role, a.path.endswith(place)) for a in checked.audit.articles if a.role == "source"] == [
            ("source", True)
        ]
        assert checked.settings.pairs[0][0] == checked.source.id != checked.settings.pairs[0][1]
        assert any("40" in f.message for f in checked.findings)


def test_a_sibling_of_the_same_name_is_compared(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text('against = ["old"]\n', encoding="utf-8")
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.txt").write_text(NAMES, encoding="utf-8")
    checked = audited(tmp_path / "a.txt", NAMES + "It rained.\n")
    assert [(a.path, a.role) for a in checked.audit.articles] == [("a.txt", "subject"), ("old/a.txt", "sibling")]


def test_a_file_for_translators_is_read_as_the_command_line_reads_it(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("", encoding="utf-8")
    name, units = (
        "copy.xlf",
        (("Der Pilot sagte das.", "The pilot  said so."), ("Er flog 450 Stunden.", "He flew 540 hours.")),
    )
    rows = "".join(f"<trans-unit><source>{a}</source><target>{b}</target></trans-unit>" for a, b in units)
    head = '<xliff version="1.2"><file original="c" source-language="de" target-language="en"><body>'
    text = f"{head}{rows}</body></file></xliff>"
    checked = audited(tmp_path / name, text)
    assert [a.role for a in checked.audit.articles] == ["subject", "source"]
    assert all(text[f.start : f.end] == f.match for f in checked.findings)
    assert "540" in {f.match.split()[0] for f in checked.findings}


def test_all_articles_of_a_feed_are_audited(tmp_path: Path) -> None:
    (tmp_path / "auditor.toml").write_text("", encoding="utf-8")
    items = "".join(
        f"<item><title>{t}</title><description>{t} The mayor left the the town on Monday.</description></item>"
        for t in ("One.", "Two.")
    )
    checked = audited(tmp_path / "feed.rss", f'<rss version="2.0"><channel><title>x</title>{items}</channel></rss>')
    assert len({f.article for f in checked.findings}) == 2


def audited(path: Path, text: str) -> Checked:
    checked = check(path, text)
    assert checked is not None
    return checked
