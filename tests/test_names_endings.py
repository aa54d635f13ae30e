"""Names as inflecting languages write them in a sentence, and names that only look inflected."""

from __future__ import annotations

import tomllib

import pytest

from auditor import names
from auditor.names.readers import _ENDING
from auditor.packs import data_path

INFLECTED = """
cs: Merkelová/Merkel Clintonová/Clinton Obamová/Obama Bidena/Biden Macronovi/Macron Scholzem/Scholz Trumpova/Trump
sk: Merkelová/Merkel Macronom/Macron Bidena/Biden Orbánovi/Orbán
pl: Macrona/Macron Macronowi/Macron Scholzem/Scholz Morawieckiego/Morawiecki Tuska/Tusk Kaczyńskim/Kaczyński Dudy/Duda
sl: Macrona/Macron Macronu/Macron Macronom/Macron Scholzem/Scholz
hr: Macrona/Macron Macronom/Macron Scholzom/Scholz Plenkovića/Plenković Plenkoviću/Plenković
sr: Макрона/Макрон Макрону/Макрон Макроном/Макрон
ru: Макрона/Макрон Макроном/Макрон Байдену/Байден Трампа/Трамп Меркеля/Меркель Шольцем/Шольц
uk: Макрона/Макрон Макроном/Макрон Байдену/Байден Кравчука/Кравчук
lv: Makrons/Macron Baidens/Biden Šolcs/Scholz Makronam/Macron Makronu/Macron
lt: Makronas/Macron Trumpas/Trump Makronui/Macron Makrono/Macron
fi: Macronin/Macron Macronille/Macron Macronista/Macron Niinistön/Niinistö Scholzin/Scholz
et: Macroni/Macron Macronile/Macron Macroniga/Macron Kallase/Kallas
hu: Macronnak/Macron Macront/Macron Macronnal/Macron Bidennek/Biden Orbánnal/Orbán
tr: Macron'un/Macron Biden’ın/Biden
ro: Macronului/Macron
en: Macron's/Macron
de: Scholz’/Scholz
"""
PAIRS = [
    (language, *pair.split("/"))
    for language, _, pairs in (line.partition(": ") for line in INFLECTED.strip().splitlines())
    for pair in pairs.split()
]


@pytest.mark.parametrize(("language", "inflected", "name"), PAIRS, ids=lambda value: value)
def test_case_endings_are_seen_through(language, inflected, name):
    for left, right in ((inflected, name), (f"Otto {inflected}", f"Otto {name}")):
        score = names.score(left, right, language, language)
        assert score is not None
        assert score > 0.5, left


@pytest.mark.parametrize(
    ("a", "b", "language"),
    [
        ("Петрова", "Петров", "ru"), ("Петрова", "Петров", "uk"), ("Petrowa", "Petrow", "pl"),
        ("Petrova", "Petrov", "hr"), ("Petrova", "Petrov", "en"), ("Putina", "Putin", "en"), ("Chuba", "Chub", "en"),
        ("Peters", "Peter", "de"), ("Koskinen", "Koski", "fi"), ("Virtanen", "Virta", "fi"), ("Ponta", "Pont", "ro"),
        ("Ivanović", "Ivanov", "hr"),
    ],
)  # fmt: skip
def test_names_of_others_are_no_cases(a, b, language):
    score = names.score(a, b, language, language)
    assert score is not None
    assert score < 0.5


def test_every_ending_is_within_the_length_that_is_tried():
    raw = tomllib.loads(data_path("variants", "endings.toml").read_text(encoding="utf-8"))["language"]
    items = [item for entry in raw.values() for part in ("pairs", "cases") for item in entry.get(part, "").split()]
    assert max(len(item.partition("=")[0]) for item in items) == _ENDING
    assert all("=" in item for item in items)


@pytest.mark.parametrize(
    ("a", "language", "b", "least", "most"),
    [
        ("Nowakowi", "pl", "Nowak", 0.95, 1.0), ("Nowaka", "pl", "Nowak", 0.7, 0.95),
        ("Kuběnovi", "cs", "Kuběna", 0.9, 1.0),
        ("Титовым", "ru", "Titov", 0.9, 1.0), ("Гордину", "ru", "Gordin", 0.9, 1.0),
        ("Titovo", "lt", "Titov", 0.9, 1.0),
        ("Гордина", "ru", "Gordin", 0.5, 0.8), ("Титова", "ru", "Titov", 0.0, 0.1), ("Marina", "pl", "Marin", 0.0, 0.1),
        ("Anna", "pl", "Ann", 0.0, 0.1), ("Titovini", "et", "Titovin", 0.8, 1.0),
    ],
)  # fmt: skip
def test_an_ending_is_as_sure_as_names_lack_it(a, language, b, least, most):
    score = names.score(a, b, language, "en")
    assert least <= score <= most
    assert names.score(b, a, "en", language) == score


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Ивана Гордина", "Ivan Gordin", True), ("Ольга Гордина", "Oleg Gordin", False),
        ("Ольга Гордина", "Olga Gordin", False), ("Александра Титова", "Alexander Titov", False),
        ("Иваном Титовым", "Ivan Titov", True), ("И. Гордина", "I. Gordin", True),
    ],
)  # fmt: skip
def test_a_given_name_tells_a_case_from_a_woman(a, b, same):
    assert (names.score(a, b, "ru", "en") >= 0.5) == same
