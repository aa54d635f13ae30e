"""Review: what a key does, that a review killed at any point loses nothing, and a keeper's way from first to last."""

from __future__ import annotations

import io
import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import auditor
from auditor.cli.app import run
from auditor.errors import AuditorError
from auditor.glossary import edit
from auditor.glossary.candidate_forms import Form
from auditor.glossary.candidates import Candidate, _native_lang, candidates
from auditor.glossary.decisions import Decision, append, load
from auditor.glossary.model import Concept, Term
from auditor.glossary.review import Card, Session, cards
from auditor.glossary.store import read
from auditor.records import Entity

NAMES = ("Ana Kovač", "Ana Kovac", "Anna Kowatsch", "Ana Kovacs")


def form(text: str, *, known: bool = False) -> Form:
    return Form(
        text=text, language="en", count=1, articles=("a.txt",), conventions=(), known=known, faulty=False, score=None
    )


def candidate(*names: str, id: str = "per-kovac-ana", known: bool = False) -> Candidate:
    terms = [Term(text=n, lang="en", status="candidate" if k or known else "preferred") for k, n in enumerate(names)]
    return Candidate(
        entity="e1",
        name=names[0] if not known else "Ana Kovač",
        reason="competing forms",
        known=known,
        forms=tuple(form(n) for n in names),
        concept=Concept(id=id, type="person", terms=tuple(terms)),
    )


def session(folder: Path, found: tuple[Card, ...], **more: Any) -> Session:
    home = folder / "g.toml"
    files = [home] if home.exists() else []
    return Session(found, files, home, by="Mia", clock=lambda: "2026-01-31T10:00:00Z", **more)


def terms(folder: Path) -> list[tuple[str, str, str | None]]:
    return [(t.text, t.status, t.use) for c in read(folder / "g.toml").file.concept for t in c.terms]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_a_sentence_is_shown_with_the_line_that_the_audit_counts(end: str) -> None:
    rows = ["The council met.", "Ana Kovacova spoke on Monday.", "Later Ana Kovačová left."]
    text = (end * 2).join(rows) + end
    audit = auditor.audit_texts({"a": text}, no_glossary=True)
    shown = [q for c in candidates(audit, every=True, texts={"a": text}) for f in c.forms for q in f.sentences]
    assert {(q.line, q.text) for q in shown} <= {(1, rows[0]), (3, rows[1]), (5, rows[2])}
    assert {q.line for q in shown} >= {3}


@pytest.mark.parametrize(
    ("action", "wanted"),
    [
        ("same", [("Ana Kovač", "preferred", None), ("Ana Kovac", "admitted", None)]),
        ("prefer", [("Ana Kovač", "admitted", None), ("Ana Kovac", "preferred", None)]),
        ("forbid", [("Ana Kovač", "preferred", None), ("Ana Kovac", "forbidden", "Ana Kovač")]),
    ],
)
def test_what_a_key_does(action: Any, wanted: object, tmp_path: Path) -> None:
    held = session(tmp_path, cards([candidate(*NAMES[:2])]))
    assert held.press(action) is None
    assert sorted(terms(tmp_path)) == sorted(wanted)  # type: ignore[call-overload]
    assert [(d.a, d.b, d.verdict, d.by) for d in load([held.file])] == [("Ana Kovač", "Ana Kovac", "same", "Mia")]
    assert held.card is None


@pytest.mark.parametrize("action", ["different", "unsure"])
def test_what_is_not_the_same_stays_out_of_the_glossary(action: Any, tmp_path: Path) -> None:
    held = session(tmp_path, cards([candidate(*NAMES[:2])]))
    held.press(action)
    assert not (tmp_path / "g.toml").exists()
    assert [d.verdict for d in load([held.file])] == [action]
    assert session(tmp_path, cards([candidate(*NAMES[:2])])).card is None
    again = session(tmp_path, cards([candidate(*NAMES[:2])]), again=True)
    assert (again.card is not None) is (action == "unsure")


def test_what_it_should_read_is_preferred(tmp_path: Path) -> None:
    held = session(tmp_path, cards([candidate(*NAMES[1:3])]))
    held.press("edit", "Ana Kovač")
    assert sorted(terms(tmp_path)) == [
        ("Ana Kovac", "admitted", None),
        ("Ana Kovač", "preferred", None),
        ("Anna Kowatsch", "misspelling", "Ana Kovač"),
    ]


def test_undo_brings_back_the_card_and_the_glossary(tmp_path: Path) -> None:
    held = session(tmp_path, cards([candidate(*NAMES[:3])]))
    assert held.undo() is False
    held.press("same")
    before = (tmp_path / "g.toml").read_bytes()
    held.press("forbid")
    assert held.undo()
    assert (tmp_path / "g.toml").read_bytes() == before
    assert held.card is not None
    assert held.card.form.text == "Anna Kowatsch"
    assert session(tmp_path, cards([candidate(*NAMES[:3])])).waiting == held.waiting
    assert held.undo()
    assert terms(tmp_path) == []


def test_joining_what_was_judged_different_wants_a_second_key(tmp_path: Path) -> None:
    append(tmp_path / "decisions.jsonl", Decision(a="Ana Kovac", b="Ana Kovacs", verdict="different"))
    append(tmp_path / "decisions.jsonl", Decision(a="Ana Kovač", b="Ana Kovac", verdict="same", status="admitted"))
    held = session(tmp_path, cards([candidate("Ana Kovač", "Ana Kovac", "Ana Kovacs")]))
    assert [card.form.text for card in held.waiting] == ["Ana Kovacs"]
    assert held.resumed == 1
    assert "“Ana Kovac” and “Ana Kovacs” were judged different" in (held.press("same") or "")
    assert "Ana Kovacs" not in [t for t, _, _ in terms(tmp_path)]
    assert held.press("same") is None
    assert "Ana Kovacs" in [t for t, _, _ in terms(tmp_path)]


def test_a_contradiction_takes_the_decision_back(tmp_path: Path) -> None:
    bad = Concept(id="b", type="person", terms=(Term(text="Ana Kovac", lang="en", status="forbidden"),))
    edit.add(tmp_path / "g.toml", bad)
    held = session(tmp_path, cards([candidate(*NAMES[:2])]))
    with pytest.raises(AuditorError, match="forbidden"):
        held.press("same")
    assert held.card is not None
    assert [d.verdict for d in load([held.file])] == ["same", "unsure"]


def killed(work: Callable[[Callable[[str], None]], object], after: int) -> list[str]:
    """Run ``work`` in a process of its own that is killed at the given line of our code; what it said till then."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover
        lines = 0

        def trace(frame: Any, event: str, arg: object) -> Any:
            nonlocal lines
            if "auditor" not in frame.f_code.co_filename:
                return None
            lines += event == "line"
            if lines >= after:
                os.kill(os.getpid(), signal.SIGKILL)
            return trace

        try:
            sys.settrace(trace)
            work(lambda said: os.write(into, said.encode() + b"\n") and None)
        finally:
            os._exit(0)
    os.close(into)
    with os.fdopen(out, encoding="utf-8") as told:
        said = told.read().split("\n")[:-1]
    os.waitpid(child, 0)
    return said


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@needs_fork
@pytest.mark.parametrize("step", range(24))
def test_a_review_killed_at_any_point_loses_nothing(step: int, tmp_path: Path) -> None:
    found = cards([candidate(*NAMES)])

    def work(say: Callable[[str], None]) -> None:
        held = session(tmp_path, found)
        while held.card:
            text = held.card.form.text
            held.press("forbid")
            say(text)

    said = killed(work, 20 + step * 157)
    if (tmp_path / "g.toml").exists():
        read(tmp_path / "g.toml")
    kept = load([p for p in [tmp_path / "decisions.jsonl"] if p.exists()])
    assert [d.b for d in kept][: len(said)] == said
    again = session(tmp_path, found)
    assert [card.form.text for card in again.waiting] == list(NAMES[1 + len(kept) :])
    while again.card:
        again.press("forbid")
    assert sorted(t for t, s, _ in terms(tmp_path) if s == "forbidden") == sorted(NAMES[1:])
    left = {p.name for p in tmp_path.iterdir()} - {"g.toml", "decisions.jsonl", ".auditor.lock"}
    assert len(left) <= 1, left


@needs_fork
@pytest.mark.parametrize("step", range(8))
def test_fmt_and_add_killed_at_any_point_leave_a_whole_file(step: int, tmp_path: Path) -> None:
    path = tmp_path / "g.toml"
    text = "schema = 1\n[[concept]]\ntype = 'term'\nid = 'a'\nterms = [{ lang = 'en', text = 'A' }]\n"
    path.write_text(text, encoding="utf-8")
    more = Concept(id="b", type="term", terms=(Term(text="B", lang="en"),))
    formatted = edit.formatted(read(path))
    killed(lambda say: (edit.reformat(path), edit.add(path, more)), 10 + step * 149)
    whole = path.read_text(encoding="utf-8")
    assert whole in (text, formatted) or whole.startswith(formatted)
    edit.add(path, more)
    assert [c.id for c in read(path).file.concept] == ["a", "b"]


@needs_fork
def test_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    children = []
    for n in range(6):
        child = os.fork()
        if child == 0:  # pragma: no cover
            try:
                for k in range(4):
                    term = Term(text=f"T{n}{k}", lang="en")
                    edit.add(tmp_path / "g.toml", Concept(id=f"c{n}-{k}", type="term", terms=(term,)))
            finally:
                os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    assert len(read(tmp_path / "g.toml").file.concept) == 24
    assert [p.name for p in tmp_path.iterdir()] == ["g.toml"]


def test_a_keeper_from_first_to_last(
    seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """init, check, candidates, review, lint, fmt, check again: fewer open questions, preferred forms are the desk's."""
    (tmp_path / "copy").mkdir()
    for path in seeds.glob("*.txt"):
        (tmp_path / "copy" / path.name).write_bytes(path.read_bytes())
    subject = next(path for path in sorted((tmp_path / "copy").iterdir()) if path.name.startswith("003"))
    monkeypatch.chdir(tmp_path)

    def auditor(*arguments: str, typed: str = "") -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        code = run(list(arguments))
        return code, capsys.readouterr().out

    assert auditor("glossary", "init")[0] == 0
    code, text = auditor("check", str(subject), "--against", "copy", "--format", "json")
    assert code == 1
    before = json.loads(text)
    code, text = auditor("glossary", "candidates", "copy", "--format", "json")
    open_before = json.loads(text)
    code, text = auditor("glossary", "review", "copy", "--by", "Mia", typed="s\n" * 40)
    assert code == 0
    assert "0 left" in text
    assert auditor("glossary", "lint") == (0, auditor("glossary", "lint")[1])
    assert auditor("glossary", "fmt", "--check")[0] == 0
    code, text = auditor("glossary", "candidates", "copy", "--format", "json")
    assert len(json.loads(text)) < len(open_before)
    assert "nothing to decide" in auditor("glossary", "review", "copy", "--by", "Mia")[1]
    code, text = auditor("check", str(subject), "--against", "copy", "--format", "json")
    after = json.loads(text)
    decided = {e["preferred"] for e in after["entities"] if e["decided_by"] == "glossary"}
    assert len(decided) >= 5
    assert not any(e["decided_by"] == "glossary" for e in before["entities"])
    told = load([Path("glossaries/decisions.jsonl")])
    assert {d.by for d in told} == {"Mia"}
    whole = subject.read_text(encoding="utf-8")
    code, text = auditor("check", str(subject), "--against", "copy", "--fix", "--diff")
    assert code == 1
    assert subject.read_text(encoding="utf-8") == whole
    taken = {
        t.text for c in read(Path("glossaries/desk.toml")).file.concept for t in c.terms if t.status != "preferred"
    }
    assert changed_words(text) <= {word for form in taken for word in form.split()}
    assert auditor("check", str(subject), "--against", "copy", "--fix")[0] in (0, 1)
    assert auditor("baseline", str(subject), "--against", "copy")[0] == 0
    assert auditor("check", str(subject), "--against", "copy")[0] == 0


def changed_words(diff: str) -> set[str]:
    """The words that stand in lines taken away and not in those put there."""
    lines = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
    gone, come = (
        {word.strip(".,") for line in lines if line[:1] == sign for word in line[1:].split()} for sign in "-+"
    )
    return gone - come


@pytest.mark.parametrize(
    ("name", "native", "language"),
    [
        ("Nikolai Gusev", "Николай Гусев", "ru"),
        ("Mykola Shevchenko", "Микола Шевченко", "uk"),
        ("Rumen Radkov", "Румен Радков", None),
        ("Aisulu Tasmagambetova", "Айсұлу Тасмағамбетова", None),
    ],
)
def test_the_language_of_a_native_form_is_left_open_where_it_is_not_sure(
    name: str, native: str, language: str | None
) -> None:
    entity = Entity(id="e", type="person", preferred=name, native=native, concept=None, decided_by="x", mentions=())
    assert _native_lang(entity) == language


def test_a_review_whose_decision_cannot_be_kept_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    (tmp_path / "a.txt").write_text(
        "The violinist Anna Keller met Rolf Brandt in Bremen on Monday.\n", encoding="utf-8"
    )

    def refuse(*given: Any) -> None:
        raise AuditorError("cannot write in this folder")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("auditor.glossary.review.decisions.append", refuse)
    monkeypatch.setattr(sys, "stdin", io.StringIO("s\n"))
    assert run(["glossary", "review", "a.txt", "--all", "--by", "Mia"]) == 2
    assert "cannot write in this folder" in capsys.readouterr().out
