"""Decisions on pairs of names: nothing acknowledged is lost, the last counts, groups follow from pairs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import GlossaryError
from auditor.glossary.decisions import Decision, Verdicts, append, beside, load

names = st.sampled_from("abcdef")
decisions = st.builds(Decision, a=names, b=names, verdict=st.sampled_from(["same", "different", "unsure"]))


@given(st.lists(decisions, max_size=12))
def test_the_last_decision_counts_whichever_way_round(made: list[Decision]) -> None:
    held = Verdicts(made)
    for d in made:
        last = [x for x in made if set(x.pair) == set(d.pair)][-1]
        assert held.of(d.a, d.b) == held.of(d.b, d.a) == last


@given(st.lists(decisions, max_size=12))
def test_what_is_the_same_is_one_group_and_what_stands_against_joining_is_told(made: list[Decision]) -> None:
    held = Verdicts(made)
    for a in "abcdef":
        group = held.group(a)
        assert a in group
        assert all(held.group(b) == group for b in group)
        for b in "abcdef":
            against = held.between([a], [b])
            apart = [d for d in held.last.values() if d.verdict == "different"]
            crossing = [
                d for d in apart if (d.a in group and d.b in held.group(b)) or (d.b in group and d.a in held.group(b))
            ]
            assert set(against) == set(crossing)


def test_what_a_killed_writer_left_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    first, second = (Decision(a="x", b=b, verdict="same") for b in "yz")
    append(path, first)
    with path.open("ab") as file:
        file.write(b'{"a":"x","b":"w","verd')
    assert load([path]) == (first,)
    append(path, second)
    assert load([path]) == (first, second)
    assert path.read_bytes().count(b"\n") == 2


def test_a_last_line_without_its_end_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text('{"a":"x","b":"y","verdict":"same","more":"of another version"}', encoding="utf-8")
    append(path, Decision(a="x", b="z", verdict="different"))
    assert [d.b for d in load([path])] == ["y", "z"]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "decisions.jsonl"
    path.write_text('\n{"a":"x","b":"y","verdict":"maybe"}\n{}\n', encoding="utf-8")
    with pytest.raises(GlossaryError, match=r"decisions\.jsonl:2: not a decision"):
        load([path])


def test_they_lie_beside_the_glossaries(tmp_path: Path) -> None:
    assert beside([tmp_path / "g.toml"]) == ()
    append(tmp_path / "decisions.jsonl", Decision(a="x", b="y", verdict="same"))
    assert beside([tmp_path / "g.toml", tmp_path / "h.toml"]) == (tmp_path / "decisions.jsonl",)
