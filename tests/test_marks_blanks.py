"""Blanks beside marks, halves of quotations, dashes before who speaks; and what edited copy may do."""

from __future__ import annotations

import pytest

import auditor
from auditor.checks.marks.blank_marks import blank_marks
from auditor.checks.marks.forms import Form, forms, suspects
from auditor.checks.marks.loose_marks import loose_marks
from auditor.text.tokens import between, tokens


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The mill of 1745.It was old.", [("1745.It", "1745. It")]),
        ("It grew by 5%.The rest fell.", [("5%.The", "5%. The")]),
        ("We met Dr.Berg at noon.", [("Dr.Berg", "Dr. Berg")]),
        ("It began at 5 p.m.the hall was full.", [("p.m.the", "p.m. the")]),
        ("He lives at No .5 now.", [("No .", "No.")]),
        ("Some 12 .500 people came.", [("12 .500", "12,500")]),
        ("Some 12. 000 people came.", [("12. 000", "12,000")]),
        ("the mayor 's plan", [("mayor 's", "mayor's")]),
        ("they didn t go", [("didn t", "didn’t")]),
        ("they did n't go", [("did n't", "didn't")]),
        ("at ten o 'clock sharp", [("o 'clock", "o'clock")]),
        ("“we win”,he said", [("n”,he", "n”, he")]),
        ("the 5 year-old girl", [("5 year-old", "5-year-old")]),
        ("it was late…The fans left", [("ate…The", "ate… The")]),
        ("a year-old girl of 5 years", []),
        ("a mill(small for its age) burned", [("(small", " (small")]),
        ("the mayor(Keller) left", [("(Keller", " (Keller")]),
        ("the mayor (Keller)left the hall", [("(Keller)left", "(Keller) left")]),
        ("the child(ren) and (Un)likely ends", []),
        ("the ( small ) mill", [("( s", "(s"), ("( small )", "( small)")]),
        ("won 3- 0 at home", [("3- 0", "3-0")]),
        ("in Villers-sur-. Nobody", [("Villers-sur-.", "Villers-sur.")]),
        ("turned 3 .5 times", [("3 .5", "3.5")]),
        ("it was 5 ° C there", [("5 ° C", "5 °C")]),
        ("it was 5ºC there", [("5ºC", "5 °C")]),
        ("the mill ( ). It", [("l ( )", "l")]),
        ("it burned, . Then", [("d, .", "d,")]),
        ("the mill (the oldest one)burned", [("(the oldest one)burned", "(the oldest one) burned")]),
        ("it was– and is", [("was– and", "was – and")]),
        ("seen –and liked", [("seen –and", "seen – and")]),
        ("a well- known mill", [("well- known", "well-known")]),
        ("the chiefs -all but two- asked for it", [("two- asked", "two – asked")]),
        (", who left the hall", [(", ", "")]),
        ("the U.S.government of the day", [("U.S.government", "U.S. government")]),
        ("He was tired.he left early.", [("tired.he", "tired. he")]),
        ("It is closed. , the mayor said.", [("closed. ,", "closed,")]),
        (
            "The head of it, said that it is so.",
            [("The head of it, said that", "The head of it said that")],
        ),
        ("The minister, who left, said that it is so. See repubblica.it or shop.they.example now.", []),
        ("Two- or three-story mills, pre- and post-war (1914-1918).", []),
        ("Dr. Berg's plan (a good one), at 5 p.m. on 3 May 1945. It was 5.5% more.", []),
        ("See shop.example.com or f(x); the item(s) cost 12,500.50 – or more – in '45.", []),
        ("The .22 and the .net; at -5 degrees; 10 - 12; A. A. Milne; etc.", []),
    ],
)
def test_blanks(text, wanted):
    words = tokens(text)
    forms = suspects(text, {*text, *(word.text for word in words), *between(text, words)})
    assert [(text[a:b], mended) for a, b, mended in blank_marks(text, forms)] == wanted


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.bad)
def test_a_form_mends_its_own_example(form: Form) -> None:
    words = tokens(form.bad)
    suspected = suspects(form.bad, {*form.bad, *(word.text for word in words), *between(form.bad, words)})
    assert form in suspected[0 if form.glued else 1]
    found = form.pattern.search(form.bad)
    assert found is not None
    assert form.bad[: found.start(1)] + form.better + form.bad[found.end(1) :] == form.fixed


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The road is closed until 10: 30 on Monday.", ["10:30"]),
        ("They defeated the Swedes 3: 1.", ["3-1"]),
        ("The hall is open until 10 : 30 on Monday.", ["10:30"]),
        ("They won 2 :1 at home.", ["2-1"]),
        ("The train from Bergamo -Brescia was late.", ["Bergamo-Brescia"]),
        ("The so - called anti - tank ditch is old.", ["so-called", "anti-tank"]),
        ("The firm's 's shares fell.", [""]),
        ("He was the mill - the oldest one - and co - but left; see p. 4 -Ed.", []),
        ("A ratio of 2 : 5 parts; Romans 8 : 28.", []),
        ("Read Romans 8: 28 on Day 2: 10 miles", []),
    ],
)
def test_scores_and_clocks(text, wanted):
    assert [mended for _, _, mended in loose_marks(text)] == wanted


def marks_of(text: str, rule: str) -> list[str]:
    whole = f"The council met in the old town hall on Monday evening.\n\n{text}\n\nThe mayor left before the vote."
    return [f.match for f in auditor.audit_texts({"a": whole}, lang="en").findings if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "rule", "wanted"),
    [
        ('The heirs saw their"home of many years" burn down.', "TX110", ['their"home']),
        ('The heirs called it a "home of years"and left it.', "TX110", ['years"and']),
        ('The heirs spoke of "Brexit"ers.', "TX110", []),
        ("The mill (the oldest of the county burned down on Monday.", "TX110", ["("]),
        ("The mill burned down :) and a) the roof fell, 1) the wheel broke.", "TX110", []),
        ('"We will wait", "said the mayor of the town.', "TX109", ['"']),
        ('The mayor called the plan “a bad joke" and left.', "TX109", ['"']),
        ("The mayor called the plan ``a bad joke'' and left.", "TX109", ["``"]),
        ("The mayor called the plan <<a bad joke>> and left.", "TX109", ["<<a bad joke>>"]),
        ("“We will wait until the spring,” - she added.", "TX116", ["-"]),
        ("They call it the “bridge of sighs” – the mayor said so – and love it.", "TX116", []),
        ("The mill burned down – said nobody, and it was true.", "TX116", []),
        ("The coach praises the team and continues: – You should wait.", "TX116", ["–"]),
        ("The coach said: – They wait for rain.", "TX116", ["–"]),
        ("The list is short: – Bread and wine.", "TX116", []),
        ("The mill ,which burned, was old !It will not be rebuilt.", "TX107", [" ,", " !"]),
        ("The hall was open until 06 :55 on Monday.", "TX107", [" :"]),
    ],
)
def test_in_articles(text, rule, wanted):
    assert marks_of(text, rule) == wanted
