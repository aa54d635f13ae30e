"""Conventions forward and backward, what is foreign and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor import names
from auditor.names.docs import attested, page
from auditor.names.given import given_names
from auditor.names.invert import inverse
from auditor.names.scheme import schemes, sources
from auditor.names.spell import fit, word_forms
from auditor.report.languages import convention_name

SCHEMES = [scheme for source in sources() for scheme in schemes(source)]
INVERTED = [(source, scheme) for source in ("ru", "uk") for scheme in inverse(source).schemes]
SURNAMES = {
    "ru": ["Горбачёв", "Чехов", "Жуков", "Хрущёв", "Яковлев", "Григорьев", "Пушкин", "Ходорковский"],
    "uk": ["Шевченко", "Порошенко", "Хмельницький", "Кравчук", "Гончаренко", "Ющенко"],
}


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.id)
def test_convention_holds_to_its_examples(scheme):
    file = scheme.file
    assert file.id == f"{file.source}-{file.target}"
    assert file.authority
    assert file.citation
    assert len(file.examples) >= 10
    assert file.negatives
    for native, form in file.examples.items():
        assert fit(scheme, native.lower(), form.lower()) is not None, native
    for native, form in file.negatives.items():
        assert fit(scheme, native.lower(), form.lower()) is None, native


def test_every_standard_and_target_has_a_name_for_people():
    known = {scheme.target for scheme in SCHEMES}
    assert [target for target in sorted(known) if convention_name(target) == target] == []


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.id)
def test_every_form_fits_and_the_usual_one_costs_nothing(scheme):
    for native in scheme.file.examples:
        forms = word_forms(scheme, native.lower())
        if scheme.file.unwritten:
            assert forms == (), "vowels that nobody wrote cannot be supplied"
            continue
        assert fit(scheme, native.lower(), forms[0]) == 0
        assert all(fit(scheme, native.lower(), form) is not None for form in forms)


@pytest.mark.parametrize(("source", "scheme"), INVERTED, ids=lambda value: getattr(value, "id", ""))
def test_usual_spellings_lead_back_to_the_native_form(source, scheme):
    for native in SURNAMES[source]:
        form = names.romanize(native, source, scheme.target)[0]
        found = [guess.native.replace("ё", "е") for guess in names.natives(form, source)]
        assert native.replace("ё", "е") in found, (form, found)


@pytest.mark.parametrize(("source", "scheme"), INVERTED, ids=lambda value: getattr(value, "id", ""))
def test_a_language_does_not_find_its_own_spelling_foreign(source, scheme):
    for native in SURNAMES[source]:
        for form in names.romanize(native, source, scheme.target)[:3]:
            assert names.foreignness(form, scheme.target) is None, form


@pytest.mark.parametrize(
    ("form", "given", "native", "owner", "regular"),
    [
        ("Gorbatschow", "Michail", "Горбачев", "de", "Gorbachev"),
        ("Tschub", "Nikolai", "Чуб", "de", "Chub"),
        ("Joukov", None, "Жуков", "fr", "Zhukov"),
        ("Lawrow", None, "Лавров", "de", "Lavrov"),
        ("Khrouchtchev", "Nikita", "Хрущев", "fr", "Khrushchev"),
        ("Sjevtsjenko", "Andrij", "Шевченко", "nl", "Shevchenko"),
        ("Lukašenko", "Alexandr", "Лукашенко", "cs", "Lukashenko"),
    ],
)
def test_foreign_spellings_in_english(form, given, native, owner, regular):
    found = names.foreignness(form, "en", given)
    assert found is not None
    assert found.native.replace("ё", "е") == native
    assert found.conventions[0] == owner
    assert regular in found.regular
    assert found.confidence >= 0.5


@pytest.mark.parametrize(
    ("form", "given"),
    [
        ("Kutschera", None), ("Kutschera", "Franz"), ("Vitali", None), ("Modrow", "Hans"), ("Levine", None),
        ("Schumacher", "Michael"), ("Lewandowski", "Robert"), ("Virchow", "Rudolf"), ("Martine", None),
        ("Sergei", None),
        ("Sergey", None), ("Yuri", None), ("Yury", None), ("Egorov", None), ("Yegorov", None), ("Alexei", None),
        ("Aleksey", None), ("Dmitri", None), ("Dmitry", None), ("Zelensky", None), ("Zelenskyy", None),
        ("Vasiliev", None), ("Babiš", "Andrej"), ("Čapek", "Karel"), ("Vučić", "Aleksandar"), ("Plenković", "Andrej"),
        ("Šefčovič", "Maroš"), ("Janša", "Janez"), ("Duda", "Andrzej"), ("Kamiński", "Mariusz"), ("Zeman", "Miloš"),
        ("Washington", None), ("Machine", None), ("Engine", None), ("Bülow", None), ("Kowalewski", "Jan"),
    ],
)  # fmt: skip
def test_ordinary_names_are_not_foreign_in_english(form, given):
    assert names.foreignness(form, "en", given) is None


def test_conventions_of_a_form():
    best = {guess.language for guess in names.conventions("Prokopjew", "Прокопьев", "ru")[:2]}
    assert best == {"de", "pl"}
    assert names.conventions("Borissov")[0].language == "fr"
    assert not any(
        names.conventions(form, native, "ru") for form, native in (("", "Лавров"), ("Lavrov", " "), (" ", ""))
    )
    tied = names.conventions("Lavrov", "Лавров", "ru")
    assert {"en", "cs", "nl"} <= {guess.language for guess in tied if guess.score == tied[0].score}
    assert names.conventions("Ûrij", "Юрий", "ru")[0].convention == "iso9"


@pytest.mark.parametrize(
    ("native", "native_lang", "language", "form"),
    [
        ("Παπανδρέου", "el", "en", "Papandreou"), ("მარგველაშვილი", "ka", "de", "Margwelaschwili"),
        ("Փաշինյան", "hy", "fr", "Pachinian"), ("とうきょう", "ja", "polivanov", "Токё"),
        ("부산", "ko", "revised", "Busan"),
        ("Zedong", "zh", "wade-giles", "Tse-tung"), ("Жапаров", "ky", "en", "Japarov"),
        ("Erdoğan", "tr", "en", "Erdogan"),
    ],
)  # fmt: skip
def test_names_of_other_scripts_are_written(native, native_lang, language, form):
    assert names.romanize(native, native_lang, language)[0] == form


@pytest.mark.parametrize(
    ("form", "native", "native_lang", "owner"),
    [
        ("Kadhafi", "القذافي", "ar", "fr"), ("Chaled", "خالد", "ar", "de"), ("Netanjahu", "נתניהו", "he", "de"),
        ("Ahmadinedschad", "احمدی‌نژاد", "fa", "de"), ("Saakachvili", "სააკაშვილი", "ka", "fr"),
        ("Paschinjan", "Փաշինյան", "hy", "de"), ("Ḥusayn", "حسين", "ar", "ala-lc"),
        ("Pusan", "부산", "ko", "mccune-reischauer"),
    ],
)  # fmt: skip
def test_conventions_of_other_scripts_are_named(form, native, native_lang, owner):
    found = names.conventions(form, native, native_lang)
    assert owner in [guess.language for guess in found if guess.score == found[0].score]


@pytest.mark.parametrize(
    ("form", "language", "native"),
    [
        ("Mitsotakis", "el", "Μητσοτάκης"), ("Papadopoulos", "el", "Παπαδόπουλος"), ("Borissow", "bg", "Борисов"),
        ("Jovanović", "sr", "Јовановић"), ("Djindjic", "sr", "Ђинђић"), ("Gruevski", "mk", "Груевски"),
        ("Chouchkevitch", "be", "Шушкевіч"), ("Saakachvili", "ka", "სააკაშვილი"),
        ("Kwirikaschwili", "ka", "კვირიკაშვილი"), ("Hakobyan", "hy", "Հակոբյան"),
    ],
)  # fmt: skip
def test_other_languages_are_traced_back(form, language, native):
    assert names.natives(form, language)[0].native == native
    anywhere = [guess.native for guess in names.natives_anywhere(form)]
    assert native in anywhere or {guess.native_lang for guess in names.natives_anywhere(form)} <= {"ru", "uk"}


def test_names_of_latin_letters_lead_nowhere():
    assert [names.natives("Smith", code) for code in ("bg", "el", "ka", "hy", "he", "xx")] == [()] * 6
    assert names.natives_anywhere("Macron") == ()


@pytest.mark.parametrize(
    ("form", "native"), [("Arsenyev", "Арсеньев"), ("Artemiev", "Артемьев"), ("Grigoriev", "Григорьев")]
)
def test_soft_signs_that_few_conventions_write_are_found(form, native):
    assert native in [guess.native for guess in names.natives(form)]


@pytest.mark.parametrize("form", ["John Smith", "Emmanuel Macron", "Boris Johnson", "Joe Biden", "Smith"])
def test_names_from_elsewhere_have_no_native_form(form):
    assert names.natives(form) == ()
    assert names.conventions(form) == ()


def test_given_names_are_found_in_every_language_of_the_table():
    for name in given_names():
        for language, forms in name.forms.items():
            for form in forms:
                match = names.compare(form, name.native, None if language == "all" else language, name.language)
                assert match.score is not None
                assert match.score >= 0.5, (form, name.native)


@pytest.mark.parametrize(
    ("right", "wrong"), [("Roscosmos", "Roscomos"), ("Kononenko", "Konoenko"), ("Lukashenko", "Lukashneko")]
)
def test_slips_are_near_misses(right, wrong):
    assert names.near_miss(right, wrong) is not None


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Petelin", "Petlin"), ("Merkel", "Merkle"), ("Johnson", "Johnston"), ("Borisov", "Borissov"),
        ("Putin", "Putina"),
        ("Prokopyev", "Prokofyev"), ("MS-22", "MS-23"), ("Product1", "Product2"), ("Macron", "Marcon"),
        ("Iran", "Iraq"),
    ],
)  # fmt: skip
def test_other_names_are_no_near_misses(a, b):
    assert names.near_miss(a, b) is None


def test_parts():
    found = names.parts("Dr. Alexander Van der Bellen Jr.")
    assert (found.titles, found.given, found.suffixes) == (("Dr.",), ("Alexander",), ("Jr.",))
    assert found.family == ("Van", "der", "Bellen")
    assert names.parts("De Niro").family == ("De", "Niro")
    assert names.parts("Al Gore").family == ("Gore",)
    assert names.parts("Putin, Vladimir").family == ("Putin",)
    assert names.parts("PUTIN Vladimir").family == ("PUTIN",)
    assert names.parts("Sergei Viktorovich Lavrov").middle == ("Viktorovich",)
    assert names.parts("Lavrov Sergei Viktorovich").family == ("Lavrov",)


def test_an_explanation_spells_the_form():
    steps = names.explain("Prokopjew", "Прокопьев", "ru", "de")
    assert "".join(step.after for step in steps) == "prokopjew"
    assert "".join(step.before for step in steps) == "прокопьев"
    assert ("е", "je") in [(step.before, step.after) for step in steps]
    assert names.explain("Prokopyev", "Прокопьев", "ru", "de") == ()


def test_the_page_of_conventions_is_what_the_data_give():
    file = Path(__file__).parent.parent / "docs/conventions.md"
    assert file.read_text(encoding="utf-8") == page(), "run: python -m auditor.names.docs"


def test_what_copy_has_was_counted_on_the_examples_of_today():
    counted = {scheme.id: len(scheme.file.examples) for source in sources() for scheme in schemes(source)}
    stale = [name for name, (many, _) in attested().items() if counted.get(name) != many]
    assert not stale, "run: python -m tools.attest_conventions"
