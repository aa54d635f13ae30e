"""Chinese names in Mandarin and as their bearers spell them."""

from __future__ import annotations

import pytest

from auditor import names
from auditor.names.chinese import spellings

SURE = 0.85  # from which forms are taken for one name


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Chow Yun-fat", "Zhou Runfa"), ("Yun-Fat Chow", "Zhou Runfa"), ("Chan Kam-lam", "Chen Jianlin"),
        ("Leung Kwok-hung", "Liang Guoxiong"), ("Lee Hsien Loong", "Li Xianlong"), ("Goh Keng Swee", "Wu Qingrui"),
        ("Lim Boon Keng", "Lin Wenqing"), ("Wong", "Huang"), ("Ng", "Wu"), ("Ng", "Huang"), ("Lim", "Lin"),
        ("Cheung", "Zhang"),
    ],
)  # fmt: skip
def test_mandarin_and_other_readings_may_be_one_name(a, b):
    match = names.compare(a, b, "en", "en")
    assert match.evidence[0].rule == "Chinese reading"
    assert 0.5 <= match.score < SURE
    assert match.score == names.score(b, a, "en", "en") == names.score(a, b, "en", "en")
    assert names.replay(match)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Chow Yun-fat", "Zhou Mingfa"), ("Wong Chi-fung", "Huang Zhiming"), ("Lin Dan", "Ling Tan"), ("Ng", "Zhang"),
        ("Kim", "Jin"), ("Tan", "Chen"),  # Tan is a Mandarin name, too
    ],
)  # fmt: skip
def test_other_characters_are_other_names(a, b):
    assert (names.score(a, b, "en", "en") or 0.0) < 0.5


@pytest.mark.parametrize(
    ("characters", "latin", "same"),
    [("周潤發", "Chow Yun-fat", True), ("周润发", "Zhou Runfa", True), ("周润发", "Chow Yun-hing", False)],
)
def test_characters_are_read(characters, latin, same):
    assert ((names.score(characters, latin, "zh", "en") or 0.0) >= 0.5) == same


def test_other_languages_are_left_alone():
    assert (names.score("Kang", "Jiang", "ko", "en") or 0.0) < 0.5


def test_every_row_has_a_mandarin_reading():
    table = spellings()
    given = {head for heads in table.given.values() for head in heads}
    family = {head for heads in table.family.values() for head in heads}
    assert set(table.shapes.values()) == given | family
