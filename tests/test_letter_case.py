"""Capitals that names lack and capitals that words do not have: what shows them, and what sound copy may do."""

from __future__ import annotations

import pytest

import auditor

BEFORE = "The bridge is closed\n\nThe council voted on Monday to close the bridge until the end of the next summer.\n\n"
AFTER = "\n\nThe works will cost four million euros, half of which comes from the state and half from the town."


def fired(rule: str, text: str) -> list[str]:
    return [f.match for f in auditor.audit_texts({"copy": BEFORE + text + AFTER}, lang="en").findings if f.rule == rule]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The lawyer of Robert kaltenbrunn left early.", ["kaltenbrunn"]),
        ("The lawyer Anna Blum left early. Then Anna blum came back to the blum of the garden.", ["Anna blum"]),
        ("The towns of selm and werne have no bridge.", ["selm", "werne"]),
        ("The mayor of herne met minister petrovic in oberhausen.", ["herne", "petrovic", "oberhausen"]),
        ("It was told by Dr. kaltenbrunn and by Dr. nevio Rosso.", ["kaltenbrunn", "nevio"]),
        ("The singer, carlos ferraz, was not hurt.", ["carlos ferraz"]),
        ("The paper (wzk) told its readers of it.", ["wzk"]),
        ("He thinks that i am right, and i don't.", ["i", "i"]),
        ("Thank you, Mr. president, for the bridge.", ["president"]),
        ("The plan of the european union failed.", ["european union"]),
        ("The nigerian team came from bavaria.", ["nigerian", "bavaria"]),
        ("The German Press Agency (dpa) told it.", []),
        ("The city of glass is a book by Professor emeritus John Berg.", []),
        ("She met van der Berg near the old mill with her iPhone.", []),
        ("The town of his birth and the village of her mother lie apart.", []),
        ("The president elect and the minister designate met in the hall.", []),
        ("Group i of the table, part ii, and vitamin k are shown.", []),
        ("The talks of nato with the us and the un failed.", ["nato", "us", "un"]),
        ("The goal was scored by lionel after an hour.", ["lionel"]),
        ("It was told by mohammad javad to the delegates.", ["mohammad javad"]),
        ("She told us of the un-American plan, and rose to pick an olive and a frank answer.", []),
        ("Kyle Newman has a boat, but Kyle newman has no harbour.", ["Kyle newman"]),
        ("Before the vote Emmanuel macron met Donald trump in the hall.", ["macron", "trump"]),
        ("If Donald did trump that ace, the card of Emmanuel and a macron on it won.", []),
        ("The site nato.example.com and the handle @lionel are gone.", []),
    ],
)
def test_names_in_lower_case(text, wanted):
    assert fired("TX112", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The man was an Engineer of the old school.", ["Engineer"]),
        ("He told the Teacher of the school that the bag had been lost by the door.", []),
        ("He told the Teacher of the school that the Suitcase had been lost by the door.", ["Teacher", "Suitcase"]),
        ("The minister Bruno Salas Added that the plan was sound.", ["Added"]),
        ("He spoke in the direction of the Ex-coach of the club.", ["Ex-coach"]),
        ('"We saw that the whole roof was full of Smoke when we came," he said.', ["Smoke"]),
        ("He read Songs for Teachers in the old hall of the town.", []),
        ("The bridge is closed, said THE minister on Monday.", ["THE"]),
        ("The letter was a gift FROM the council to the town.", ["FROM"]),
        ("The goal was scored in A match that went on for hours.", ["A"]),
        ("It was THE place to be, and cheap AND good, he said.", []),
        ("The sonata in A minor, the way from A to B, and the son of A list stars.", []),
        ("The Minister of the Interior said that the plan was sound.", []),
        ("The Minister of the Interior said that the Government had asked the Mayor.", []),
        ("A Conservative and a Democrat met the Pope in the Senate.", []),
    ],
)
def test_capitals_inside_sentences(text, wanted):
    assert fired("TX113", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The crowd sang for Hans Flack. the club was glad of it.", ["the"]),
        ("It was bought by Marden Bros. the deal was signed in May.", []),
    ],
)
def test_sentences_in_lower_case(text, wanted):
    assert fired("TX108", text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Pdte. Quiroga spoke of the bridge.", ["Pdte."]),
        ("The 17enne was caught with a knife.", ["17enne"]),
        ("The driver, a 34jährige man, fled.", ["34jährige"]),
        ("He ran the 10k in the 1990s and came 3rd.", []),
    ],
)
def test_titles_and_figures_of_other_languages(text, wanted):
    assert [match for match in fired("TA201", text) if match in wanted] == wanted
