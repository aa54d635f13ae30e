"""Marks that are the wrong ones, one too few or one too many, of English copy: forms, no checks.

``(AP) _ A bank``, ``an office of.”.``, ``the U.S mediator``, ``six (6) mills``, ``These, took``, ``a mill.” said``.
"""

from __future__ import annotations

import re

from auditor.checks.marks.form import Form

_COUNTED = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_SAID_TWICE = "|".join(rf"(?<=\b{word} \()0?{number}\)" for number, word in enumerate(_COUNTED, 1))
_BARE = ("is", "was", "the")  # they own nothing
_SMALL = ("the", "are", "is", "was", "of", "that", "and", "for", "with", "said", "by", "in")
_TOLD = (
    "added|admitted|announced|asked|claimed|commented|concluded|continued|emphasi[sz]ed|explained|followed|noted|recalled|replied|"
    "said|says|stated|stressed|told|wrote"
)
_SUBJECT = "the|he|she|it|they|this|there|his|her|its|their|some|many|most|not"
SIGN_FORMS = (
    # ROME (AP) _ A bank
    Form((" _ ",), re.compile(r"[\w).”\"] (_) (?=[A-Za-z“\"])"), "–"),
    # Spokesman:US envoy, an hour later:The
    Form((":",), re.compile(r":(?<=[a-z]{3}:)()(?:[A-Z][a-z]{1,20}|[A-Z]{2,4})(?= [a-z])"), " "),
    # the mayor –Berg said, ROME (AP) –Banks
    Form((" –", " —"), re.compile(r"( [–—])(?<=[a-z,.)’”] [–—])[A-Z][a-z]{1,20}"), " – "),
    # it is over.”. He left
    Form(("”.", '".'), re.compile(r"[a-z]{3}[.!?][”\"](\.)(?=\s|$)"), ""),
    # .“The mill
    Form((".“", '."'), re.compile(r"(?<![^\s])(\.)[“\"](?=[A-Z][a-z])"), ""),
    # the U.S envoy, at 7 p.m on Monday
    Form(("U.S ", "U.K ", "U.N "), re.compile(r"\bU\.[SKN]()(?= [A-Za-z])"), "."),
    Form(("p.m ", "a.m ", "p.m,", "a.m,"), re.compile(r"\d ?[ap]\.m()(?=,? [A-Za-z0-9])"), "."),
    # six (6) mills, six (6)-year-old mills
    Form((" (",), re.compile(rf"( \((?i:{_SAID_TWICE}))(?=[ ,.;-])"), ""),
    # a four-year-contract
    Form(
        ("-year-", "-month-", "-week-", "-day-", "-hour-"),
        re.compile(
            r"\b\w{1,12}-(?:year|month|week|day|hour)(-)(?!a-|ahead|and-|by-|deep|end|high|in-|long|of-|old|on-|or-|out|over|per-"
            r"|plus|round|run|strong|tall|thick|to-|wide)[a-z]{4,20}(?=[ .,;])"
        ),
        " ",
    ),
    # towns including, Lyon; These, took place; Although, the mill
    Form(("including, ", "such as, "), re.compile(r"\b(?:including|such as)(,) (?=[A-Z][a-z])"), ""),
    Form(
        ("These, ", "Those, "),
        re.compile(r"(?:^|(?<=[.!?] ))(?:These|Those)(,) (?:are|were|have|had|took|will|can|came|[a-z]{2,12}ed)\b"),
        "",
    ),
    Form(
        ("Although, ", "Whereas, ", "Despite, "),
        re.compile(rf"\b(?:Although|Whereas|Despite)(,) (?:{_SUBJECT})\b(?![^,.]{{0,30}} (?:said|says),)"),
        "",
    ),
    # the mayor?s house, we don?t
    Form(("?",), re.compile(r"(\?)(?<=[a-z]{2}\?)(?:s|t|re|ve|ll|d|m)(?= )"), "’"),
    # “The mill is closed.” said the mayor
    Form(
        ('." ', ".” "),
        re.compile(rf"\b[A-Za-z0-9]{{1,20}}(\.)[”\"](?= (?:{_TOLD}) (?:[A-ZÀ-Þ]|(?:the|he|she|they|a|an|his|her) ))"),
        ",",
    ),
    # an area of ??1.5 hectares; the plans ’ of the town; the mayor of, (a lawyer); he came and? The town
    Form(("??",), re.compile(r"(?<![^\s(])(\?\?)(?=\w)"), ""),
    Form((" ’ ", " ' ", " ‘ "), re.compile(r"(?<=[a-z])( [’'‘])(?= [A-Za-z][a-z]* )"), ""),
    Form((", (",), re.compile(r"\b(?:of|by|from|with|for|in|at|to)(,) \("), ""),
    Form(("and?", "or?", "because?", "whose?"), re.compile(r"(?<=[a-z]) (?:and|or|because|whose)(\?)(?=\s)"), ""),
    # the suspects‘ plan; there are'sound grounds'; article 8. 32; Orehovo - Zuevsky
    Form(("s‘ ",), re.compile(r"\b[a-z]{2,20}s(‘)(?= [a-z])"), "’"),
    Form(
        tuple(f" {word}{sign}" for word in _SMALL for sign in "'‘"),
        re.compile(rf"(?<= )(?:{'|'.join(_SMALL)})()['‘](?=[a-z]{{3,20}}\b)"),
        " ",
    ),
    Form((". ",), re.compile(r"\b(?:[Aa]rticle|[Pp]aragraph|[Ss]ection|[Cc]lause) \d{1,3}\.( )\d{1,3}\b"), ""),
    Form((" - ",), re.compile(r"\b[A-Z][A-Za-z]{2,20}( - )[A-Z][a-z]{2,20}sk(?:y|iy|aya|oye|ie)\b"), "-"),
    # is's, the's
    Form(
        tuple(f"{word}{sign}s " for word in _BARE for sign in "'’"),
        re.compile(rf"\b(?:{'|'.join(_BARE)})(['’]s)(?= [a-z])"),
        "",
    ),
)
