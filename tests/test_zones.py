"""Zones: what is left out, what must stay, and the laws of a layout."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.reading.article import Layout, Source
from auditor.reading.ingest import from_text, read_file
from auditor.reading.lines import lines, make_line
from auditor.reading.zones.find import layout
from auditor.reading.zones.lines import dateline_prefix, notice_kind
from auditor.reading.zones.photos import photo_credit
from auditor.reading.zones.phrases import phrases
from auditor.reading.zones.signed import is_credit_line
from auditor.records import Excluded

CASES = tomllib.loads((Path(__file__).parent / "cases" / "zones.toml").read_text(encoding="utf-8"))["case"]


def squash(text: str) -> str:
    return " ".join(text.split())


def left_out(source: Source, found: Layout) -> list[list[str]]:
    return [[zone.kind, squash(source.text[zone.start : zone.end])] for zone in found.excluded]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
def test_case(case: dict[str, Any]) -> None:
    source = from_text("x", case["text"])
    found = layout(source)
    assert left_out(source, found) == case["excluded"]
    heads = [source.text[b.start : b.end] for b in found.blocks if b.kind in ("headline", "subhead")]
    assert heads == case.get("heads", heads)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_do_not_matter(case: dict[str, Any], end: str) -> None:
    source = from_text("x", case["text"].replace("\n", end))
    assert left_out(source, layout(source)) == case["excluded"]


def lawful(source: Source, found: Layout) -> None:
    """Blocks are ordered and disjoint, hold every non-blank character once, and agree with what is excluded."""
    text, at = source.text, 0
    for block in found.blocks:
        assert not text[at : block.start].strip()
        assert block.start < block.end
        assert text[block.start : block.end].strip() == text[block.start : block.end].strip("\x1c\x1d\x1e\x1f")
        at = block.end
    assert not text[at:].strip()
    dropped = [b for b in found.blocks if b.kind == "excluded"]
    assert all(any(z.start <= b.start and b.end <= z.end for z in found.excluded) for b in dropped)
    kept = [b for b in found.blocks if b.kind != "excluded"]
    assert not any(z.start < b.end and b.start < z.end for b in kept for z in found.excluded)
    assert list(found.excluded) == sorted(found.excluded, key=lambda z: z.start)


BITS = st.sampled_from(
    ["We use cookies. By clicking you agree.", "Skip to content", "• Tag", "— A B (@ab) May 1, 2024", "Photo: A B/AFP",
     "The council voted on Monday to close the old bridge for repairs.", "BERLIN (dpa) - ", "Read also: this", "3/16",
     "(dpa/AFP)", "CORRECTS:", "http://x.y/z.jpg", "Foto:", "ab/cd (AFP)", "\r\n", "\u2028", "May 1, 2024", ":", "/",
     "\n", "\n\n", " "]
)  # fmt: skip


@given(st.lists(st.one_of(BITS, st.text(max_size=12)), max_size=25))
def test_laws_hold_for_any_text(parts: list[str]) -> None:
    source = from_text("x", "".join(parts))
    lawful(source, layout(source))


@given(st.lists(BITS, max_size=20), st.data())
def test_declared_zones_are_kept(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    piece = text[start:end]
    start, end = start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
    zones = (Excluded(start=start, end=end, kind="navigation"),) if start < end else ()
    source = Source(id="x", path="x", role="subject", sha256="", original=text, text=text, zones=zones)
    found = layout(source)
    lawful(source, found)
    for zone in zones:
        held = sum(
            min(z.end, zone.end) - max(z.start, zone.start)
            for z in found.excluded
            if z.start < zone.end and zone.start < z.end
        )
        assert held >= len("".join(text[zone.start : zone.end].split()))


def test_body_of_the_seeds_is_complete(seeds: Path, shared: Path) -> None:
    gold = json.loads((shared / "gold" / "seeds.json").read_text(encoding="utf-8"))
    for article in gold["articles"]:
        source = read_file(seeds / article["file"], root=seeds)[0]
        zones = [(z["start"], z["end"]) for z in article["zones"]]
        spans = [s for f in article["findings"] if f["kind"] in ("boilerplate", "truncation") for s in f["spans"]]
        for zone in layout(source).excluded:
            for at in range(zone.start, zone.end):
                inside = any(start <= at < end for start, end in [*zones, *spans])
                assert inside or source.text[at].isspace(), source.text[zone.start : zone.end]


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("APA/AFP/Rami Berg", "APA/AFP/Rami Berg"),
        ("© Quelle: Anna Berg/AP/dpa", "© Quelle: Anna Berg/AP/dpa"),
        ("A bridge in Genoa. Photo: Anna Berg/AFP.", "Photo: Anna Berg/AFP."),
        ("The bridge in the floodImage: Anna Berg/AFP", "Image: Anna Berg/AFP"),
        ("Un pont à Gênes, le 5 juin. (ANNA BERG / AFP)", "(ANNA BERG / AFP)"),
        ("Photo:", "Photo:"),
        ("Photo: ***", None),
        ("Getty Images", "Getty Images"),
        ("In the Picture: Five Films", None),
        ("He wrote on the portal that the AP/Reuters report was wrong", None),
        ("Ministers met in Paris/London", None),
        ("The army left the town. Photo: it shows nothing of the sort", None),
    ],
)
def test_photo_credit(text: str, credit: str | None) -> None:
    at = photo_credit(make_line(text, 0, len(text), 0), phrases())
    assert (None if at is None else text[at:]) == credit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dpa", True),
        ("kb/wd (Reuters, AFP)", True),
        ("mgo/dpa", True),
        ("(red)", False),
        ("Washington (AFP)", False),
        ("File", False),
    ],
)
def test_credit_line(text: str, expected: bool) -> None:
    assert is_credit_line(make_line(text, 0, len(text), 0)) is expected


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("PARIS, 3 janvier (AFP) – Le ministre a dit lundi qu'il allait partir bientôt.", "PARIS, 3 janvier (AFP) – "),
        ("WASHINGTON — The minister said on Monday that he would resign from office.", "WASHINGTON — "),
        ("МОСКВА, 3 января. /ТАСС/. Министр сообщил, что он уйдет в отставку скоро.", "МОСКВА, 3 января. /ТАСС/. "),
        ("NASA - the space agency - said on Monday it would launch the thing.", None),
        ("He left (on Monday) - and then the others came back to the town.", None),
        (
            "Lindau News Agency, Lindau, May 4, the council voted to close the old bridge.",
            "Lindau News Agency, Lindau, May 4, ",
        ),
        ("MADRID.- The council voted on Monday evening to close the old bridge.", "MADRID.- "),
        ("Sky News in May said that the council voted to close the old bridge.", None),
    ],
)
def test_dateline_prefix(text: str, prefix: str | None) -> None:
    size = dateline_prefix(make_line(text, 0, len(text), 0), phrases())
    assert (text[:size] if size else None) == prefix


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("UPDATE 1-Minister resigns", "update"),
        ("(CORRECTS number of dead)", "correction"),
        ("Ed: update with quotes", "update"),
        ("BULLETIN KILL", "kill"),
        ("Sperrfrist: 3. März 2024, 10 Uhr", "embargo"),
        ("Kill Bill: a film", None),
        ("EMBARGO ON OIL TAKES EFFECT", None),
        ("Update on the war", None),
    ],
)
def test_notice(text: str, kind: str | None) -> None:
    assert notice_kind(make_line(text, 0, len(text), 0), phrases()) == kind


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The city council voted on Monday evening to close the\nold bridge over the river for repairs until the next\n"
        "summer, and traffic will be led over the ferry.\n\nThe mayor agreed."
    )
    assert [line.text.count("\n") for line in lines(text)] == [2, 0]


def test_hostile_text_takes_linear_time() -> None:
    for bad in ["(" * 20000, "A/" * 20000, "a: " * 20000, "© " * 20000, "• x\n" * 5000, "A " * 20000, "Ä." * 20000]:
        lawful(from_text("x", bad), layout(from_text("x", bad)))
