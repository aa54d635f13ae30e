"""Traits of words: the same answers as when each question is asked of each word; gates that let everything pass."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.checks.marks.blank_marks import blank_marks
from auditor.checks.marks.forms import suspects
from auditor.checks.marks.marks import clusters, glued_marks, may_cluster, may_glue
from auditor.text.memo import kept, once
from auditor.text.tokens import between, tokens, whole
from auditor.text.traits import Traits, plain, trait

_LONG, _CAPITAL, _GERMAN = trait(lambda word: len(word) > 3), trait(str.istitle), trait(str.islower, "de")
WORDS = st.lists(st.text("abAB’-", min_size=1, max_size=6), unique=True, max_size=12)
MARKED = st.lists(st.text("aB1 .,;:()[]-–’'%$“”\"", max_size=14), max_size=4)


@settings(max_examples=60)
@given(WORDS)
def test_one_look_up_tells_what_each_question_would(words: list[str]) -> None:
    traits = Traits(words, "en")
    assert list(traits.having(_LONG)) == [word for word in words if len(word) > 3]
    assert list(traits.having(_CAPITAL)) == [word for word in words if word.istitle()]


def test_a_trait_of_a_language_is_asked_in_its_texts_alone() -> None:
    assert list(Traits(["haus"], "de").having(_GERMAN)) == ["haus"]
    assert list(Traits(["haus"], "en").having(_GERMAN)) == []


def test_a_trait_that_comes_later_is_known_to_texts_that_were_sorted_before() -> None:
    traits = Traits(["one", "two"], "en")
    late = trait(lambda word: word == "two")
    assert list(traits.having(late)) == ["two"]


def test_plain() -> None:
    assert plain("Mayor’s") == "mayor's"


def test_what_is_kept_is_made_once() -> None:
    class Page:
        made = 0

        @kept
        def words(self) -> list[str]:
            """The words."""
            self.made += 1
            return ["a"]

    page = Page()
    assert page.words is page.words
    assert page.made == 1
    assert Page.words.__doc__ == "The words."


def test_a_record_keeps_its_answers_apart() -> None:
    class Page:
        asked = 0

    @once
    def words(page: Page) -> list[str]:
        page.asked += 1
        return []

    @once
    def others(page: Page) -> list[str]:
        return ["a"]

    page, other = Page(), Page()
    assert words(page) is words(page)
    assert (page.asked, others(page)) == (1, ["a"])
    assert words(other) is not words(page)


@settings(max_examples=200)
@given(MARKED)
def test_what_a_paragraph_has_is_sought_in_the_whole(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    forms = suspects(text, pieces(text))
    for own in paragraphs:
        assert may_cluster(between(text, tokens(text))) or not list(clusters(own))
        assert may_glue(text) or not list(glued_marks(own))
        assert list(blank_marks(own, forms)) == list(blank_marks(own, suspects(own, pieces(own))))


def pieces(text: str) -> set[str]:
    words = tokens(text)
    return {*text, *(word.text for word in words), *between(text, words)}


@settings(max_examples=200)
@given(st.text("ab1 .,’-", max_size=8), st.text("ab1 .,’-", max_size=8), st.text("ab1 .,’-", max_size=8))
def test_what_is_whole_in_a_part_is_whole_in_all_that_has_it(before: str, part: str, after: str) -> None:
    assert whole(part) <= pieces(before + part + after)
