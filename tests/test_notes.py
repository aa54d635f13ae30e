"""What a page says of where it is from: notes of translation, addresses."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.provenance.addresses import addresses
from auditor.reading.ingest import from_text
from auditor.reading.lines import phrase
from auditor.reading.read import read
from auditor.reading.zones.phrases import phrases
from auditor.text.language import written_in
from auditor.text.lexicon import lexicon

TOOL = Path(__file__).parent.parent / "tools" / "make_language_names.py"
COPY = {
    "en": "The council met on Monday to discuss the bridge. Members voted six to three to close it until the "
    "spring, when repairs are expected to finish, and the mayor said that traffic would be sent over the "
    "old road.",
    "de": "Der Stadtrat hat am Montag über die Brücke beraten. Die Mitglieder stimmten dafür, sie bis zum "
    "Frühjahr zu sperren, und der Bürgermeister will den Verkehr über die alte Straße leiten.",
    "fr": "Le conseil municipal s'est réuni lundi pour discuter du pont. Les membres ont voté sa fermeture "
    "jusqu'au printemps, et le maire veut que la circulation passe par l'ancienne route.",
    "es": "El ayuntamiento se reunió el lunes para hablar del puente. Los concejales votaron cerrarlo hasta la "
    "primavera, y el alcalde quiere que el tráfico pase por la carretera vieja.",
    "it": "Il consiglio comunale si è riunito lunedì per discutere del ponte. I membri hanno votato per "
    "chiuderlo fino alla primavera, e il sindaco vuole che il traffico passi per la vecchia strada.",
    "pl": "Rada miasta obradowała w poniedziałek na temat mostu. Radni głosowali za zamknięciem go do wiosny, a"
    " burmistrz chce, żeby ruch odbywał się starą drogą.",
    "ru": "Городской совет в понедельник обсудил мост через реку. Депутаты проголосовали за его закрытие до "
    "весны, а мэр хочет пустить движение по старой дороге.",
    "uk": "Міська рада в понеділок обговорила міст через річку. Депутати проголосували за його закриття до "
    "весни, а мер хоче пустити рух старою дорогою.",
    "nl": "De gemeenteraad sprak maandag over de brug. De leden stemden voor sluiting tot het voorjaar, en de "
    "burgemeester wil dat het verkeer over de oude weg gaat.",
}


def told(language: str, note: str) -> tuple[str, str | None]:
    """The verdict on plain copy with the note below it, and the language named."""
    article = auditor.audit_texts({"a": f"{COPY[language]}\n\n{note}"}, lang=language).articles[0]
    return article.translated.verdict, article.source_language.code if article.source_language else None


@pytest.mark.parametrize(
    ("language", "note", "source"),
    [
        ("en", "Translated from Spanish by Ana Ruiz", "es"),
        ("en", "(Translation from the French)", "fr"),
        ("en", "Translated by Maria Weber from the German original.", "de"),
        ("en", "By Ann Lee. Translated from Greek by Bob Ray", "el"),
        ("en", "This article was originally published in Portuguese.", "pt"),
        ("en", "This story was first published in Persian on our site.", "fa"),
        ("en", "This report was translated from Polish by machine.", "pl"),
        ("en", "Note: this news was translated automatically from the Turkish language.", "tr"),
        ("en", "Read the original article in Hungarian", "hu"),
        ("de", "Aus dem Englischen von Anna Weber", "en"),
        ("de", "Aus dem Russischen übersetzt von Anna Weber", "ru"),
        ("fr", "Traduit de l’anglais par Anne Roux", "en"),
        ("es", "Traducido del inglés por Ana Ruiz", "en"),
        ("it", "Traduzione dall'inglese di Anna Rossi", "en"),
        ("pl", "Z angielskiego przełożyła Anna Nowak", "en"),
        ("pl", "Tłumaczenie z języka ukraińskiego", "uk"),
        ("ru", "Перевод с английского: И. Иванов", "en"),
        ("uk", "Переклад з польської", "pl"),
        ("nl", "Vertaald uit het Frans door Jan Smit", "fr"),
    ],
)
def test_names_the_language(language: str, note: str, source: str) -> None:
    assert told(language, note) == ("yes", source)


@pytest.mark.parametrize(
    "note",
    ["Machine translation", "Translated by Ann Lee", "Translation: Ann Lee", "Automatically translated by software"],
)
def test_says_no_language(note: str) -> None:
    assert told("en", note) == ("yes", None)


@pytest.mark.parametrize(
    "line",
    [
        "The novel, translated from Arabic by Ann Lee, won the prize.",
        "The film, first released in Japan, was translated from Japanese.",
        "Her memoir was originally written in Hebrew.",
        "A poll first published in French papers in May was wrong.",
        "Originally published in German Quarterly",
        "This article was first published in print.",
        "This post was translated from English to German.",
        "Lost in translation from the start, he said.",
        "The original version of the plan in Spanish towns was cheaper.",
    ],
)
def test_a_sentence_is_no_note(line: str) -> None:
    assert told("en", line)[0] != "yes"


def test_evidence_is_the_note() -> None:
    text = f"Translated from Spanish by Ana Ruiz\n\n{COPY['en']}"
    source = auditor.audit_texts({"a": text}, lang="en").articles[0].source_language
    assert source is not None
    assert source.evidence[0].text == "Translated from Spanish"
    assert source.evidence[0].why == "The page says that it was translated from Spanish"


def test_what_the_page_says_is_stated() -> None:
    said, inferred = (
        f"{COPY['en']}\n\nTranslated from Spanish by Ana Ruiz",
        f"{COPY['en']}\n\nThe novel was in Spanish.",
    )
    edges = auditor.audit_texts({"a": said, "b": inferred}, lang="en").provenance.edges
    assert [(e.source, e.target, e.stated) for e in edges if e.kind == "translated from"] == [
        ("article:a", "language:es", True)
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Source: dziennik.pl", "dziennik.pl"),
        ("He told Gazeta.Ru that it was late.", "Gazeta.Ru"),
        ("REPORT.AZ", "REPORT.AZ"),
        ("See www.corriere.it for more.", "www.corriere.it"),
        ("It was first on ynet.co.il today.", "ynet.co.il"),
        ("He went home.it was late.", None),
        ("He went home.It was late.", None),
        ("At 5 p.m. it rained, i.e. de facto.", None),
        ("The file is at file.de.com today.", None),
        ("The address is example.com today.", None),
    ],
)
def test_addresses_speak_for_the_language_of_their_country(line: str, found: str | None) -> None:
    reading = read(from_text("a", f"{COPY['en']}\n\n{line}"), lexicon(), "en")
    assert [address.text for address in addresses(reading)] == ([found] if found else [])


@pytest.mark.parametrize(
    ("line", "code"),
    [("Czytaj także", "pl"), ("Más información", "es"), ("Tin liên quan", "vi"), ("Share on Facebook", "en")],
)
def test_furniture_speaks_for_its_language(line: str, code: str) -> None:
    assert phrases().language(phrase(line)) == code


@pytest.mark.parametrize("line", ["The bridge is closed", "Foto: Ann Lee"])
def test_furniture_of_several_languages_says_nothing(line: str) -> None:
    assert phrases().language(phrase(line)) is None


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("온라인상점", ("ko",)),
        ("これは橋です", ("ja",)),
        ("安全", ("zh", "ja")),
        ("أخبار", ("ar", "fa", "ur")),
        ("חדשות", ("he",)),
        ("news", ()),
    ],
)
def test_scripts_speak_for_their_languages(words: str, codes: tuple[str, ...]) -> None:
    assert written_in(words) == codes


WORDS = (
    "translated",
    "original",
    "from",
    "in",
    "Spanish",
    "the",
    "this",
    "article",
    "first",
    "published",
    "by",
    "\n",
    ".",
)


@given(st.lists(st.sampled_from(WORDS)))
def test_spans_stand_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    source = auditor.audit_texts({"a": text}, lang="en").articles[0].source_language
    for clue in source.evidence if source else ():
        assert text[clue.start : clue.end] == clue.text


def test_language_names_are_what_cldr_gives() -> None:
    babel = pytest.importorskip("babel", reason="Babel is a development tool, needed only to generate the table")
    core = pytest.importorskip("babel.core")
    spec = importlib.util.spec_from_file_location("make_language_names", TOOL)
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    shipped = tool.TARGET.read_text(encoding="utf-8")
    if f"CLDR {core.get_cldr_version()}," not in shipped or babel.__version__ not in shipped:
        pytest.skip("another version of CLDR is installed than the one the table was made from")
    assert tool.table() == shipped
