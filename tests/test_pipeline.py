"""Laws of the whole: same bytes in any order with any number of workers, spans that hold, checks that may crash."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor
from auditor.checks import catalogue
from auditor.checks.base import Check, Context, Hit
from auditor.records import Audit
from auditor.run import runner


def spans(audit: Audit) -> list[tuple[str, int, int, str | None]]:
    """Everything in the record that points into an article: article, start, end, the text it claims to be."""
    found: list[tuple[str, int, int, str | None]] = [(f.article, f.start, f.end, f.match) for f in audit.findings]
    found += [(m.article, m.start, m.end, m.text) for e in audit.entities for m in e.mentions]
    found += [(q.article, q.start, q.end, q.text) for q in audit.quotes]
    found += [(c.article, c.start, c.end, None) for c in audit.claims]
    for article in audit.articles:
        found += [(article.id, c.start, c.end, c.text) for c in article.credits]
        found += [(article.id, z.start, z.end, None) for z in article.excluded]
        if article.source_language:
            found += [(article.id, c.start, c.end, c.text) for c in article.source_language.evidence]
    return found


def test_spans_of_the_seeds(seed_audit: Audit, seeds: Path) -> None:
    texts = {a.id: (seeds / a.path).read_text(encoding="utf-8") for a in seed_audit.articles}
    for article, start, end, text in spans(seed_audit):
        assert 0 <= start <= end <= len(texts[article])
        assert text is None or texts[article][start:end] == text


def test_lines_and_columns_of_the_seeds(seed_audit: Audit, seeds: Path) -> None:
    for finding in seed_audit.findings:
        path = next(a.path for a in seed_audit.articles if a.id == finding.article)
        lines = (seeds / path).read_text(encoding="utf-8").split("\n")
        head = finding.match.split("\n")[0]
        assert lines[finding.line - 1][finding.column - 1 :].startswith(head)


def test_a_foreign_spelling_is_told_letter_by_letter(seed_audit: Audit) -> None:
    told = [(f.match, e.steps) for f in seed_audit.findings for e in f.evidence if e.steps]
    assert len(told) >= 5
    for match, steps in told:
        assert "".join(step.after for step in steps) in match.lower()
        assert {step.rule for step in steps} <= {"ru-de", "ru-fr"}


def test_two_runs_give_the_same_bytes(seed_audit: Audit, seeds: Path) -> None:
    again = auditor.audit([seeds], no_glossary=True)
    assert msgspec.json.encode(again) == msgspec.json.encode(seed_audit)


def test_the_order_of_files_does_not_matter(seed_audit: Audit, seeds: Path) -> None:
    turned = auditor.audit(sorted(seeds.glob("*.txt"), reverse=True), no_glossary=True)
    assert msgspec.json.encode(turned) == msgspec.json.encode(seed_audit)


def test_the_number_of_workers_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "WORTH", 2)
    monkeypatch.setattr(runner, "SHARD", 1)
    texts = {f"t{n}": f"The port of Ostend opens quay {n}, harbour master Pieter Goossens said." for n in range(3)}
    one, two = (auditor.audit_texts(texts, jobs=jobs) for jobs in (1, 2))
    assert msgspec.json.encode(one) == msgspec.json.encode(two)


def test_fingerprints_survive_edits_elsewhere() -> None:
    body = "Russian envoy Sergej Lawrow met the board.\n\nThe board of the port said it was ready to sign the papers."
    fingerprints = [
        {(f.rule, f.match): f.fingerprint for f in auditor.audit_texts({"a": text}, lang="en").findings}
        for text in (body, "The weather in Ostend was fine on the day of the visit.\n\n" + body)
    ]
    assert fingerprints[0]
    assert fingerprints[0].items() <= fingerprints[1].items()


def test_without_preview_the_rest_stays(seed_audit: Audit, seeds: Path) -> None:
    audit = auditor.audit([seeds], no_glossary=True, preview=False)
    assert {f.fingerprint for f in audit.findings} == {f.fingerprint for f in seed_audit.findings if not f.preview}


def test_min_severity_moves_nothing_in_the_record(seed_audit: Audit, seeds: Path) -> None:
    assert auditor.audit([seeds], no_glossary=True, min_severity="critical") == seed_audit


def test_select_and_ignore(seeds: Path) -> None:
    only = auditor.audit([seeds], no_glossary=True, select=("NM",), ignore=("NM203",))
    assert {f.rule for f in only.findings} <= {"NM101", "NM102", "NM201", "NM202", "NM205"}
    assert only.findings


def test_a_check_that_crashes_is_off_and_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(context: Context) -> list[Hit]:
        raise ZeroDivisionError("no reason")

    broken = msgspec.structs.replace(catalogue.catalogue()[0], id="TX999", slug="broken", run=crash)
    checks: tuple[Check, ...] = (*catalogue.catalogue(), broken)
    monkeypatch.setattr("auditor.run.pipeline.catalogue", lambda: checks)
    audit = auditor.audit_texts({"a": "The port of Ostend opens a new quay."})
    assert [(f.kind, f.path) for f in audit.failures] == [("AU900", "a")]
    assert "TX999 broken" in audit.failures[0].message


@given(st.text(alphabet="aB'’-–—“”„\"«» .,;:!?()\n\t12%€@#/<>&;дЖéñß\u200b\u202e🚀", max_size=200))
def test_any_text_is_audited(text: str) -> None:
    """No text makes a stage fail, and every span holds."""
    audit = auditor.audit_texts({"a": text, "b": "The port of Ostend opens a new quay."})
    assert not audit.failures
    for article, start, end, words in spans(audit):
        assert article in ("a", "b")
        if article == "a":
            assert 0 <= start <= end <= len(text)
            assert words is None or text[start:end] == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de-AT", "Der Minister sagte am Montag, es koste 1.500 Euro. „Wir haben Zeit“, sagte Anna Berger am 3. Mai."),
        ("fr-CA", "Le maire a parlé l’an dernier. « Le pont est sûr », a déclaré Anne Bergeron le 3 mai 2024."),
        ("ru-KZ", "Мэр Анна Лаврова сказала в понедельник: «Мост стоит 3,5 миллиона». Лаврова ждёт до мая 2024 года."),
        ("pt-BR", "O prefeito disse que a ponte custa 3,5 milhões de euros. “Vamos esperar”, disse Ana Lima em maio."),
    ],
)
def test_a_region_takes_nothing_from_the_language(language: str, text: str) -> None:
    """Quotations, dates and figures are read alike whatever region the language's tag names."""
    here, plain = (auditor.audit_texts({"a": text}, lang=tag) for tag in (language, language[:2]))
    assert plain.quotes
    assert plain.claims
    assert (here.quotes, here.claims) == (plain.quotes, plain.claims)
    assert [(e.id, e.native) for e in here.entities] == [(e.id, e.native) for e in plain.entities]


def test_letters_that_are_neither_large_nor_small() -> None:
    """Title-case digraphs change in lower case without being capitals."""
    text = "The river abcǅef rose on Monday, the mayor of the town said."
    assert not auditor.audit_texts({"a": text}, lang="en").failures


@pytest.mark.parametrize("style", [None, "ap"])
def test_digits_that_are_no_numbers_are_no_figures(style: str | None) -> None:
    """Superscripts and circled digits are digits to Unicode, and no ``int`` reads them."""
    text = "Maria Lopez, ²³, left in ²⁰²⁴. She paid ³ million, and ①②-year plans cost ²-fold. Copy of ²⁰²⁴ pages."
    assert not auditor.audit_texts({"a": text}, lang="en", style=style).failures


def test_a_text_that_stands_twice_is_compared_once() -> None:
    """Copies get the same findings, share a story, do not vouch for each other's faults, and are noted."""
    fault = "Astronaut Loral O'Briensechs came home.\n\nThe port of Ostend opens a new quay, Pieter Goossens said."
    alone = auditor.audit_texts({"a": fault}, lang="en")
    both = auditor.audit_texts({"a": fault, "b": fault}, lang="en")
    assert alone.findings
    for article in ("a", "b"):
        found = [(f.rule, f.start, f.end) for f in both.findings if f.article == article]
        assert found == [(f.rule, f.start, f.end) for f in alone.findings]
    assert [s.members for s in both.stories] == [("a", "b")]
    assert not both.quote_links
    assert both.summary["notes"] == ["same text: a, b"]


@pytest.mark.parametrize("id", ["a", "z"])
def test_a_source_that_is_the_article_itself_is_none_of_its_story(id: str) -> None:
    copy = "The port of Ostend opened a new quay on May 6, harbour master Pieter Goossens said.\n"
    audit = auditor.audit_texts({id: copy, "b": copy}, sources={id: copy})
    assert [set(s.members) for s in audit.stories] == [{id, "b"}]
    assert {e.kind for e in audit.provenance.edges if e.target == f"article:{id}.source"} == {"translated from"}
    assert not any(e.source == f"article:{id}.source" and e.kind == "rewritten from" for e in audit.provenance.edges)


def test_a_declared_source_is_compared_and_believed() -> None:
    """Against its source an article's changed figure and day are found; the source itself is no subject."""
    from auditor.reading.ingest import from_text
    from auditor.run.pipeline import run
    from auditor.run.settings import Settings

    target = "The port of Hamburg handled 12 million containers last year, the operator said on Monday."
    source = "Der Hamburger Hafen schlug im Vorjahr 11 Millionen Container um, teilte der Betreiber am Dienstag mit."
    sources = [from_text("t", target), from_text("s", source, role="source")]
    audit = run(sources, Settings(pairs=(("t", "s"),))).audit
    assert {(f.rule, f.article, f.match) for f in audit.findings} == {
        ("NU401", "t", "12 million"),
        ("DT402", "t", "Monday"),
    }
    article = next(a for a in audit.articles if a.id == "t")
    assert article.source_language is not None
    assert (article.translated.verdict, article.source_language.code) == ("yes", "de")
    assert [s.members for s in audit.stories] == [("t",)]


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("K√∂nigsberg said on Monday that it would go on.", ["TX101"]),
        ("He spoke of the Р\xa0РѕСЃСЃРёСЏ Р\xa0РѕСЃСЃРёСЏ in Berlin.", ["TX101", "TX101"]),
        ("The House- Blanche said no. The week- end is long.", ["NM102", "TX110"]),
    ],
)
def test_one_fault_is_one_finding(text: str, rules: list[str]) -> None:
    assert [f.rule for f in auditor.audit_texts({"a": text}, lang="en").findings] == rules


@pytest.mark.parametrize(
    ("draft", "changed", "rule"),
    [
        ("The crew met. Astronaut Loral O'Briensechs came home on Monday, she said.", ("Monday", "Tuesday"), "TA101"),
        (
            "The regulator Roskomnadzor fined it. Roskomnadzor acted, it said. Roskomadzor kept silent.",
            ("fined", "punished"),
            "NM101",
        ),
    ],
)
def test_an_earlier_draft_does_not_prove_a_name(draft: str, changed: tuple[str, str], rule: str) -> None:
    audit = auditor.audit_texts({"first": draft, "second": draft.replace(*changed)}, lang="en")
    assert {f.article for f in audit.findings if f.rule == rule} == {"first", "second"}


def test_two_articles_of_their_own_prove_a_name() -> None:
    texts = {
        "one": "The crew met. Astronaut Loral O'Briensechs came home on Monday, she said.",
        "two": "In Houston, flight engineer Dr O'Briensechs was welcomed by her family.",
    }
    assert not [f for f in auditor.audit_texts(texts, lang="en").findings if f.rule == "TA101"]
