"""From spans of the view to spans of the file: words as the file has them, notices one by one."""

from __future__ import annotations

import msgspec

import auditor
from auditor.reading.article import Layout, Notice
from auditor.reading.ingest import from_text
from auditor.reading.read import read
from auditor.records import Credit, Excluded, SourceClue, SourceLanguage
from auditor.report.formats import FORMATS
from auditor.run import publish
from auditor.text.lexicon import Lexicon

PAGE = "<html><body><p>In <b>Ki</b>ew met the council of the town on Monday, (Reu<i>ters</i>).</p></body></html>"


def test_words_of_clues_and_credits_are_those_of_the_file(lexicon: Lexicon) -> None:
    reading = read(from_text("a", PAGE, format="html"), lexicon)
    at, by = reading.text.index("Kiew"), reading.text.index("Reuters")
    clue = SourceClue(text="Kiew", start=at, end=at + 4, points_to="de", why="German name")
    credit = Credit(name="Reuters", kind="agency", role="text", text="Reuters", start=by, end=by + 7)
    guess = publish.source_language(reading, SourceLanguage(code="de", score=1.0, evidence=(clue,)))
    assert guess is not None
    told = publish.credits(msgspec.structs.replace(reading, credits=(credit,)))
    for record, words in ((guess.evidence[0], "Ki</b>ew"), (told[0], "Reu<i>ters")):
        assert record.text == words == PAGE[record.start : record.end]


def test_a_clue_without_words_keeps_what_it_says(lexicon: Lexicon) -> None:
    reading = read(from_text("a", PAGE, format="html"), lexicon)
    clue = SourceClue(text="no words", start=0, end=0, points_to="de", why="casing")
    guess = publish.source_language(reading, SourceLanguage(code="de", score=1.0, evidence=(clue,)))
    assert guess is not None
    assert guess.evidence[0].text == "no words"


def test_notices_of_different_kinds_stand_by_themselves() -> None:
    lines = [
        "EMBARGOED UNTIL 0600 GMT",
        "CORRECTS spelling of the name in paragraph 2",
        "",
        "The council met on Monday.",
    ]
    text = "\n".join(lines)
    audit = auditor.audit_texts({"a": text})
    spans = [(z.start, z.end) for z in audit.articles[0].excluded if z.kind == "notice"]
    assert [text[start:end] for start, end in spans] == lines[:2]
    shown = FORMATS["text"](audit, {"a": text})
    assert f"notice, line 1: {lines[0]}" in shown
    assert f"notice, line 2: {lines[1]}" in shown


def test_a_notice_over_lines_stays_one(lexicon: Lexicon) -> None:
    reading = read(from_text("a", "One line.\nTwo lines.\nThree lines."), lexicon)
    notices = (Notice(0, 9, "update"), Notice(10, 20, "update"), Notice(21, 33, "kill"))
    layout = Layout(reading.layout.blocks, (Excluded(start=0, end=33, kind="notice"),), notices)
    found = publish.excluded(msgspec.structs.replace(reading, layout=layout))
    assert [(z.start, z.end) for z in found] == [(0, 20), (21, 33)]
