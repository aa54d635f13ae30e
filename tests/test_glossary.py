"""Glossary files: loading, layout, changes. The law of `fmt`: same content, same comments, nothing left to change."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import GlossaryError, UsageError
from auditor.glossary import edit, find, load, lock
from auditor.glossary.lines import scan
from auditor.glossary.model import Concept, GlossaryFile, Native, Status, Term, Usage
from auditor.glossary.store import expand, parse, read
from auditor.glossary.write import block, canonical, string

ROOT = Path(__file__).resolve().parents[1]
HERE = Path("g.toml")

words = st.text(
    st.sampled_from("abcÄßж'\"\\#[]{}=, \u200f\u0301") | st.characters(exclude_categories=["Cs"]),
    min_size=1,
    max_size=8,
).filter(lambda text: text.strip())
langs = st.sampled_from(["en", "de", "fr", "pt-BR"])
statuses = st.sampled_from(list(Status.__args__))  # type: ignore[attr-defined]
terms = st.builds(Term, text=words, lang=langs, status=statuses, short=st.none() | words, note=st.none() | words)
slugs = st.from_regex(r"[a-z]{1,3}(-[a-z]{1,3})?", fullmatch=True)
concepts = st.builds(
    Concept,
    id=slugs,
    type=st.sampled_from(["person", "org", "term"]),
    native=st.none() | st.builds(Native, text=words, lang=langs),
    terms=st.lists(terms, max_size=3).map(tuple),
    never=st.lists(slugs, max_size=2).map(tuple),
    refs=st.lists(slugs, max_size=2).map(tuple),
    note=st.none() | words,
    examples=st.lists(
        st.builds(Usage, text=words, lang=langs, finds=st.lists(words, max_size=2).map(tuple)), max_size=2
    ).map(tuple),
)
files = st.builds(
    GlossaryFile,
    schema=st.just(1),
    domain=st.none() | words,
    concept=st.lists(concepts, max_size=4, unique_by=lambda c: c.id).map(tuple),
)


def content(text: str) -> object:
    """What a file says, order of concepts, terms and look-alikes aside."""
    raw = msgspec.convert(tomllib.loads(text), GlossaryFile)
    plain = [
        (c.id, c.type, c.native, Counter(c.terms), set(c.never), set(c.refs), c.note, c.examples)
        for c in sorted(raw.concept, key=lambda c: c.id)
    ]
    return raw.schema, raw.domain, plain


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def comments(text: str) -> Counter[str]:
    lines = scan(text)
    return Counter([c for found in lines.before.values() for c in found] + [*lines.behind.values(), *lines.tail])


@given(files)
def test_the_canonical_form_reads_back_and_is_stable(file: GlossaryFile) -> None:
    text = canonical(file)
    again = parse(HERE, text).file
    assert canonical(again, scan(text)) == text
    assert [c.id for c in again.concept] == sorted(c.id for c in file.concept)
    assert sum(len(c.terms) for c in again.concept) == sum(len(c.terms) for c in file.concept)


@given(files, st.randoms(use_true_random=False))
def test_formatting_keeps_every_comment(file: GlossaryFile, dice: object) -> None:
    """Comments put at the ends of lines and between lines of a file are all there after `fmt`, and stay there."""
    rows: list[str] = []
    for number, row in enumerate(canonical(file).split("\n")):
        if dice.random() < 0.3:  # type: ignore[attr-defined]
            rows.append(f"# own {number}")
        rows.append(f"{row} # behind {number}" if row and dice.random() < 0.3 else row)  # type: ignore[attr-defined]
    text = "\n".join(rows)
    loaded = parse(HERE, text)
    formatted = edit.formatted(loaded)
    assert content(formatted) == content(text)
    assert comments(formatted) == comments(text)
    assert edit.formatted(parse(HERE, formatted)) == formatted


@given(words)
def test_strings_are_toml(text: str) -> None:
    written = string(text)
    assert tomllib.loads(f"x = {written}")["x"] == text
    assert written.isprintable()


@given(files)
def test_lines_of_concepts_and_terms(file: GlossaryFile) -> None:
    text = canonical(file)
    rows = text.split("\n")
    lines, again = scan(text), parse(HERE, text).file
    for index, concept in enumerate(again.concept):
        assert rows[(lines.concept(index) or 0) - 1] == "[[concept]]"
        assert rows[(lines.concept(index, "id") or 0) - 1].startswith("id = ")
        for k, term in enumerate(concept.terms):
            assert f"text = {string(term.text)}" in rows[(lines.term(index, k) or 0) - 1]


@given(files, concepts)
def test_add_changes_one_block_only(
    tmp_path_factory: pytest.TempPathFactory, file: GlossaryFile, more: Concept
) -> None:
    path = tmp_path_factory.mktemp("g") / "g.toml"
    path.write_text(canonical(file), encoding="utf-8")
    before = {c.id: block(c) for c in read(path).file.concept}
    try:
        edit.add(path, more)
    except (GlossaryError, UsageError):
        assert path.read_text(encoding="utf-8") == canonical(file)
        return
    after = {c.id: c for c in read(path).file.concept}
    assert {(nfc(t.text), t.lang) for t in more.terms} <= {(nfc(t.text), t.lang) for t in after[more.id].terms}
    assert {key: block(c) for key, c in after.items() if key != more.id} == {
        key: text for key, text in before.items() if key != more.id
    }
    assert [p.name for p in path.parent.iterdir()] == ["g.toml"]


NOTED = """schema = 1

[[concept]]
id = "org-alpha"
type = "org"
terms = [
  { text = "Alpha", lang = "en", status = "preferred" },
]
note = "one\u2028two\x85three"

[[concept]]
id = "org-beta"
type = "org"
terms = [
  { text = "Beta", lang = "en", status = "preferred" },
]
"""


def noted(desk: edit.Desk) -> edit.Changes:
    return {"org-beta": msgspec.structs.replace(desk.get("org-beta"), note="new")}


def test_breaks_that_toml_does_not_know_move_no_block(tmp_path: Path) -> None:
    path = tmp_path / "g.toml"
    path.write_text(NOTED, encoding="utf-8")
    edit.change([path], noted)
    assert path.read_text(encoding="utf-8") == NOTED + 'note = "new"\n'


def test_a_file_keeps_its_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "g.toml"
    path.write_bytes(NOTED.replace("\n", "\r\n").encode())
    edit.change([path], noted)
    assert path.read_bytes() == (NOTED + 'note = "new"\n').replace("\n", "\r\n").encode()


def test_the_digest_depends_on_the_concepts_alone(tmp_path: Path) -> None:
    a = Concept(id="a", type="term", terms=(Term(text="A", lang="en"),))
    b = Concept(id="b", type="term", terms=(Term(text="B", lang="en"),))
    whole, first, second = tmp_path / "w.toml", tmp_path / "1.toml", tmp_path / "2.toml"
    whole.write_text("# two\n" + canonical(GlossaryFile(schema=1, concept=(b, a))), encoding="utf-8")
    first.write_text(canonical(GlossaryFile(schema=1, concept=(b,))), encoding="utf-8")
    second.write_text(canonical(GlossaryFile(schema=1, concept=(a,))), encoding="utf-8")
    one, other = load([whole]), load([first, second])
    assert (one.digest, one.concepts) == (other.digest, other.concepts)
    assert one.digest != load([first]).digest


def test_terms_out_of_their_time_are_left_out(tmp_path: Path) -> None:
    kept = [
        Term(text="always", lang="en"),
        Term(text="from", lang="en", status="admitted", since="2024-05"),
        Term(text="until", lang="en", status="admitted", until="2024"),
    ]
    path = tmp_path / "g.toml"
    path.write_text(canonical(GlossaryFile(schema=1, concept=(Concept(id="a", type="term", terms=tuple(kept)),))))
    seen = {
        day: {t.text for t in load([path], day).concepts[0].terms} for day in ("2024-04-30", "2024-05-01", "2025-01-01")
    }
    assert seen == {
        "2024-04-30": {"always", "until"},
        "2024-05-01": {"always", "from", "until"},
        "2025-01-01": {"always", "from"},
    }
    assert len(load([path]).concepts[0].terms) == 3


def test_a_folder_stands_for_its_files_once(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml", "c.txt"):
        (tmp_path / name).write_text("schema = 1\n")
    assert [p.name for p in expand([tmp_path, tmp_path / "a.toml"])] == ["a.toml", "b.toml"]
    assert find(tmp_path) == ()


def test_look_alikes_may_share_a_form(tmp_path: Path) -> None:
    """A form that is right for one person and wrong for another is no clash when `never` tells them apart."""
    a = Concept(id="a", type="person", terms=(Term(text="Kim", lang="en"),))
    b = Concept(id="b", type="person", terms=(Term(text="Kim", lang="en", status="misspelling"),), never=("a",))
    path = tmp_path / "g.toml"
    path.write_text(canonical(GlossaryFile(schema=1, concept=(a, b))))
    assert len(load([path]).concepts) == 2
    path.write_text(canonical(GlossaryFile(schema=1, concept=(a, msgspec.structs.replace(b, never=())))))
    with pytest.raises(GlossaryError, match="good at"):
        load([path])


def test_a_lock_that_stays_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT", 0.0)
    with lock.locked([tmp_path / "g.toml"]), pytest.raises(GlossaryError, match="another program"):
        edit.add(tmp_path / "g.toml", Concept(id="a", type="term"))
    assert list(tmp_path.iterdir()) == []


def test_two_writers_lose_nothing(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    path = tmp_path / "g.toml"

    def put(number: int) -> None:
        edit.add(path, Concept(id=f"c{number}", type="term", terms=(Term(text=f"T{number}", lang="en"),)))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(put, range(12)))
    assert {c.id for c in load([path]).concepts} == {f"c{n}" for n in range(12)}


def test_the_glossaries_of_the_project_are_clean_and_canonical() -> None:
    from auditor.glossary.lint import lint

    loaded = [read(path) for path in find(ROOT)]
    assert loaded
    assert [f"{p.path}:{p.line}: {p.message}" for p in lint(loaded)] == []
    assert len(load(find(ROOT)).concepts) >= 50
