"""The server: documents in, diagnostics, hovers and actions out. Speaks over stdin and stdout."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlparse

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from auditor import __version__
from auditor.errors import AuditorError
from auditor.gate import baseline, suppressions
from auditor.glossary import decisions
from auditor.lsp import actions, desk
from auditor.lsp.positions import Positions, Units
from auditor.records import Entity, EntityMention
from auditor.report.escape import markdown, visible
from auditor.report.rule import check_of, render_rule
from auditor.run.config_file import NAMES

PAUSE = 0.25  # seconds without typing after which a document is audited


WATCHED = (*NAMES, suppressions.NAME, baseline.NAME, decisions.NAME, "glossaries/*.toml")  # what rules an audit


class Server(LanguageServer):
    """Keeps the last audit of each open document; ``held`` are the open ones, by the URI that the editor uses."""

    def __init__(self) -> None:
        super().__init__("auditor", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.held: set[str] = set()
        self.checked: dict[str, desk.Checked] = {}
        self._one = asyncio.Lock()
        self._complaint = ""

    @property
    def units(self) -> Units:
        """What characters are counted in, as agreed when the session began."""
        chosen = str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        return "utf-8" if chosen == "utf-8" else "utf-32" if chosen == "utf-32" else "utf-16"

    async def audit(self, uri: str, pause: float = 0.0) -> None:
        """Audit a document and publish what was found; a newer version of it overtakes an older one."""
        version = self._version(uri)
        await asyncio.sleep(pause)
        async with self._one:
            if version is None or self._version(uri) != version:
                return
            text = self.workspace.get_text_document(uri).source
            try:
                checked = await asyncio.to_thread(desk.check, path_of(uri), text)
            except AuditorError as error:
                self._complain(visible(str(error)))
                return
            self._complaint = ""
            if uri not in self.held:
                return
            self.checked.pop(uri, None)
            if checked is not None:
                self.checked[uri] = checked
        positions = Positions(checked.source.original, self.units) if checked else None
        found = [actions.diagnostic(f, positions) for f in checked.findings] if checked and positions else []
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))

    def _version(self, uri: str) -> int | None:
        """The version of an open document. (The workspace has its own spelling of URIs, so it is not asked which.)"""
        return (self.workspace.get_text_document(uri).version or 0) if uri in self.held else None

    def _complain(self, problem: str) -> None:
        """Show an error, once for as long as it lasts: a broken configuration breaks every audit."""
        if problem != self._complaint:
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, problem))
        self._complaint = problem

    async def again(self) -> None:
        """Audit every open document anew: the glossary or the configuration has changed."""
        for uri in sorted(self.held):
            await self.audit(uri)


def path_of(uri: str) -> Path:
    """The path of a document; one that is no file gets a name in the working folder."""
    path = to_fs_path(uri) if uri.startswith("file:") else None
    return Path(path) if path else Path.cwd() / (Path(unquote(urlparse(uri).path)).name or "untitled.txt")


def create() -> Server:
    """A server with its features."""
    server = Server()
    _follow_documents(server)
    _follow_surroundings(server)
    _answer(server)
    return server


def _follow_documents(server: Server) -> None:
    """Audit documents when they are opened, changed and saved."""

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.held.add(params.text_document.uri)
        await server.audit(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        await server.audit(params.text_document.uri, PAUSE)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    async def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        await server.audit(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        server.held.discard(uri)
        server.checked.pop(uri, None)
        server.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


def _follow_surroundings(server: Server) -> None:
    """Audit anew when what rules the audits has changed."""

    @server.feature(lsp.INITIALIZED)
    async def ready(params: lsp.InitializedParams) -> None:
        await _watch(server)

    @server.feature(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def changed_beside(params: lsp.DidChangeWatchedFilesParams) -> None:
        await server.again()

    @server.feature(lsp.WORKSPACE_DID_CHANGE_CONFIGURATION)
    async def configured(params: lsp.DidChangeConfigurationParams) -> None:
        await server.again()


def _answer(server: Server) -> None:
    """Tell what stands under the pointer, offer repairs, take decisions."""

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hover(params: lsp.HoverParams) -> lsp.Hover | None:
        return _hover(server, params)

    options = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])

    @server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)
    def offered(params: lsp.CodeActionParams) -> list[lsp.CodeAction | lsp.Command]:
        uri = params.text_document.uri
        checked = server.checked.get(uri)
        if checked is None:
            return []
        positions = Positions(checked.source.original, server.units)
        start, end = (positions.offset(p.line, p.character) for p in (params.range.start, params.range.end))
        return list(actions.actions(checked, uri, start, end, positions))

    @server.command(actions.ADMIT)
    async def admit(uri: str, start: int, end: int, text: str) -> None:
        await _decide(server, desk.admit, uri, start, end, text)

    @server.command(actions.ANOTHER)
    async def another(uri: str, start: int, end: int, text: str) -> None:
        await _decide(server, desk.another, uri, start, end, text)


async def _watch(server: Server) -> None:
    """Ask the editor, if it can, to tell when a file changes that rules how documents are audited."""
    beside = server.client_capabilities.workspace and server.client_capabilities.workspace.did_change_watched_files
    if beside and beside.dynamic_registration:
        watchers = [lsp.FileSystemWatcher(f"**/{name}") for name in WATCHED]
        options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
        wanted = lsp.Registration("watched", lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
        await server.client_register_capability_async(lsp.RegistrationParams([wanted]))


def _hover(server: Server, params: lsp.HoverParams) -> lsp.Hover | None:
    """The message, the evidence and the page of the rule for what stands under the pointer."""
    checked = server.checked.get(params.text_document.uri)
    if checked is None:
        return None
    positions = Positions(checked.source.original, server.units)
    at = positions.offset(params.position.line, params.position.character)
    here = [f for f in checked.findings if f.start <= at < f.end]
    if not here:
        return None
    first = min(here, key=lambda f: (f.end - f.start, f.start, f.id))
    told = [f"**{markdown(first.message)}**", *(f"- {markdown(e.text)}" for e in first.evidence)]
    rule = check_of(first.rule)
    page = ["", "---", "", render_rule(rule, level=3)] if rule else []
    value = "\n".join([told[0], "", *told[1:], *page])
    span = actions.range_of(first.start, first.end, positions)
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, value), span)


async def _decide(
    server: Server,
    write: Callable[[desk.Checked, Entity, EntityMention], Path],
    uri: str,
    start: int,
    end: int,
    text: str,
) -> None:
    """Write a decision on the name at a span, if it still stands there, and audit again."""
    checked = server.checked.get(uri)
    found = desk.name_at(checked, start, end) if checked else None
    if checked is None or found is None or found[1].text != text:
        server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, "The text has changed; try again."))
        return
    try:
        file = await asyncio.to_thread(write, checked, found[0], found[1])
    except AuditorError as error:
        server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, visible(str(error))))
        return
    server.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Info, f"Written: {file}"))
    await server.again()
