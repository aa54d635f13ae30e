"""The convention that wrote the names of a text together."""

from __future__ import annotations

import pytest

from auditor import names
from auditor.names.jointly import SLIP

RU = "ru"


def unknown(*forms: str) -> list[tuple[str, str | None, str | None]]:
    return [(form, None, None) for form in forms]


@pytest.mark.parametrize(
    ("forms", "language"),
    [
        (unknown("Gratschow", "Iwanow", "Antonow", "Mironow"), "de"),
        (unknown("Tsjoebajs", "Ivanov", "Mironov", "Antonov"), "nl"),
        (unknown("Gratchev", "Ivanov", "Mironov", "Choïgou"), "fr"),
        (unknown("Grachov", "Ivanov", "Jrisanov", "Mijáilov"), "es"),
        (unknown("Graczow", "Iwanow", "Czernow", "Mironow"), "pl"),
        ([("Tšernov", "Чернов", RU), ("Šuvalov", "Шувалов", RU), ("Ivanov", "Иванов", RU)], "fi"),
        (unknown("Khrisanov", "Zhdanov", "Shuvalov", "Mikhaylov"), "en"),
        ([("Wesselin", "Веселин", "bg"), ("Schulew", "Шулев", "bg"), ("Iwan", "Иван", "bg")], "de"),
        ([("Chaled", "خالد", "ar"), ("Dschamal", "جمال", "ar"), ("Iwanow", "Иванов", "ru")], "de"),
    ],
)
def test_ambiguous_names_point_to_one_language_together(forms, language):
    found = names.conventions_jointly(forms)
    best = [guess.language for guess in found if guess.posterior == found[0].posterior]
    assert language in best, [(guess.convention, guess.posterior) for guess in found[:4]]


def test_more_names_of_one_language_make_it_likelier():
    few = names.conventions_jointly(unknown("Iwanow", "Antonow"))
    more = names.conventions_jointly(unknown("Iwanow", "Antonow", "Tschernow"))
    rank = {guess.convention: guess.posterior for guess in few}
    assert more[0].language == "de"
    assert more[0].posterior > rank["de"]


def test_an_answer_sums_to_one_and_does_not_depend_on_order():
    forms = unknown("Gratchev", "Ivanov", "Mironov")
    found = names.conventions_jointly(forms)
    assert sum(guess.posterior for guess in found) == pytest.approx(1, abs=0.01)
    assert names.conventions_jointly(forms[::-1] + forms) == found


def test_the_names_that_speak_are_named():
    best = names.conventions_jointly(unknown("Tschernow", "Ivanov", "Iwanow"))[0]
    assert best.language == "de"
    assert "Tschernow" in best.speaking
    assert best.against == ("Ivanov",)


def test_a_standard_is_named_where_it_alone_fits():
    rows = [("Ûrij", "Юрий", RU), ("Ŝukin", "Щукин", RU), ("Âkovlev", "Яковлев", RU)]
    best = names.conventions_jointly(rows)[0]
    assert (best.convention, best.language) == ("iso9", None)


def test_the_prior_decides_between_conventions_that_fit_alike():
    rows = [("Ivanov", "Иванов", RU), ("Mironov", "Миронов", RU)]
    assert names.conventions_jointly(rows, {"cs": 3.0})[0].language == "cs"
    assert names.conventions_jointly(rows, {"nl": 3.0})[0].language == "nl"


def test_names_that_tell_nothing_give_no_answer():
    assert names.conventions_jointly([]) == ()
    assert names.conventions_jointly(unknown("Smith", "Hughes")) == ()
    assert 0 < SLIP < 0.1
