"""Language of documents, paragraphs and spans."""

from __future__ import annotations

import threading

import pytest

from auditor.text.language import UNKNOWN, detect, vote
from auditor.text.lexicon import LANGUAGES, lexicon

SENTENCES = {
    "en": "The council decided on Monday to close the bridge until the end of the year.",
    "de": "Der Stadtrat hat am Montag beschlossen, die Brücke bis Ende des Jahres zu sperren.",
    "fr": "Le conseil a décidé lundi de fermer le pont jusqu'à la fin de l'année.",
    "es": "El ayuntamiento decidió el lunes cerrar el puente hasta finales de año.",
    "it": "Il consiglio ha deciso lunedì di chiudere il ponte fino alla fine dell'anno.",
    "nl": "De gemeenteraad besloot maandag de brug tot het einde van het jaar te sluiten.",
    "pl": "Rada miasta postanowiła w poniedziałek zamknąć most do końca roku.",
    "ru": "Городской совет в понедельник решил закрыть мост до конца года.",
    "uk": "Міська рада в понеділок вирішила закрити міст до кінця року.",
    "pt": "A câmara decidiu na segunda-feira fechar a ponte até ao final do ano.",
    "cs": "Rada města v pondělí rozhodla uzavřít most až do konce roku.",
    "sv": "Kommunen beslutade på måndagen att stänga bron till slutet av året.",
    "da": "Kommunalbestyrelsen besluttede mandag at lukke broen indtil udgangen af året, sagde borgmesteren.",
    "no": "Kommunestyret besluttet mandag å stenge broen ut året, sa ordføreren til avisen i går kveld.",
    "sk": "Mestské zastupiteľstvo v pondelok rozhodlo uzavrieť most do konca roka, povedal primátor.",
    "bg": "Общинският съвет реши в понеделник да затвори моста до края на годината, каза кметът.",
    "el": "Το συμβούλιο αποφάσισε τη Δευτέρα να κλείσει τη γέφυρα.",
    "ja": "市議会は月曜日に橋を閉鎖することを決めた。",
    "ko": "시의회는 월요일에 다리를 폐쇄하기로 결정했다.",
    "zh": "市议会周一决定关闭这座桥直到年底。",
    "he": "מועצת העיר החליטה ביום שני לסגור את הגשר עד סוף השנה.",
    "tr": "Belediye meclisi pazartesi günü köprünün yıl sonuna kadar kapatılmasına karar verdi.",
    "ar": "قرر مجلس المدينة يوم الاثنين إغلاق الجسر حتى نهاية العام.",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_detects(code: str) -> None:
    guess = detect(SENTENCES[code] * 2)
    assert guess.code == code
    assert guess.score > 0.5


@pytest.mark.parametrize("text", ["", "   \n", "12 345 67,8", "OK", "ISS", "?!?!"])
def test_too_short_to_say(text: str) -> None:
    guess = detect(text)
    assert guess.code == UNKNOWN
    assert guess.score <= 0.1


def test_same_answer_every_time_and_from_every_thread() -> None:
    text = SENTENCES["pt"]
    first = detect(text)
    found = []
    threads = [threading.Thread(target=lambda: found.append(detect(text))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [first] * 8


def test_the_global_factory_is_left_alone() -> None:
    from langdetect import detector_factory

    detect(SENTENCES["fr"])
    assert detector_factory._factory is None


@pytest.mark.parametrize("code", LANGUAGES)
def test_vote_on_a_span(code: str) -> None:
    words = SENTENCES[code].strip(".").replace(",", "").split()
    assert vote(words, lexicon()).code == code


def test_vote_on_unseen_words() -> None:
    assert vote(["xqzzt", "wplork", "grmpf"], lexicon()).code == UNKNOWN
    assert vote([], lexicon()).score == 0.0


def test_quote_in_another_language_does_not_mislead() -> None:
    text = SENTENCES["en"] * 3 + " “" + SENTENCES["de"] + "” " + SENTENCES["en"]
    assert detect(text).code == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Sergej Lawrow met Annalena Baerbock in Moskau on Monday, the ministry said.", "en"),
        ("Andrzej Duda met Mateusz Morawiecki in Warszawa on Friday, the office said.", "en"),
        ("Sergej Lawrow spoke in Moskau.", "en"),
        ("Pedro Sánchez and Alberto Núñez Feijóo debated in Madrid.", "en"),
        ("Giorgia Meloni spoke to Matteo Salvini in Palazzo Chigi on Monday.", "en"),
        ("Mark Rutte visited Den Haag and Utrecht with Geert Wilders.", "en"),
        ("Joe Biden sprach mit Rishi Sunak über die Lage.", "de"),
        ("Boris Johnson trat am Donnerstag in London zurück.", "de"),
        ("Emmanuel Macron a rencontré Olaf Scholz à Paris.", "fr"),
        ("Pedro Sánchez se reunió con Joe Biden en Madrid.", "es"),
        ("Giorgia Meloni ha incontrato Joe Biden a Roma.", "it"),
        ("Mark Rutte sprak met Joe Biden in Den Haag.", "nl"),
        ("Donald Tusk spotkał się z Joe Bidenem w Warszawie.", "pl"),
    ],
)
def test_the_names_of_a_flash_do_not_tell_its_language(text: str, code: str) -> None:
    assert detect(text).code == code
