"""TA102: two words, or the end and the start of two sentences, run together."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.spans import Spans, in_address, mention_spans, sentences
from auditor.checks.words.fused_breaks import BODIES, break_in
from auditor.checks.words.fused_figures import stuck
from auditor.reading.article import Reading
from auditor.records import Evidence, Suggestion
from auditor.text.lexicon import lexicon
from auditor.text.seam_fronts import front_pairs
from auditor.text.seams import pairs
from auditor.text.tokens import Token, places_of
from auditor.text.traits import trait

_SLIPS = 2  # times that one and the same seam may be lost in an article
_SHORTEST = 5  # letters of a token that may be two words


def run(context: Context) -> Iterator[Hit]:
    """Hits on tokens of the body that fall into two words; names with something stuck to them are TA101's."""
    reading = context.reading
    if not reading.language.startswith("en"):
        yield from (_hit(start, end, left, " ", right) for start, end, left, right in stuck(reading))
    odd = frozenset(reading.traits.having(_ODD))
    lower = {reading.lower[at] for word in odd for at in reading.places[word]}
    bodies = mention_spans(m for m in reading.mentions if m.type in BODIES) if odd else Spans(())
    for sentence in sentences(reading):
        for index in places_of(lower, sentence.words):
            token = sentence.tokens[index]
            if token.text not in odd or in_address(reading.text, token) or _named_so(reading, token):
                continue
            if found := break_in(context, sentence, index, bodies):
                cut, mark = found
                yield _hit(token.start, token.end, token.text[:cut], mark, token.text[cut:])


def _named_so(reading: Reading, token: Token) -> bool:
    """True for a word with one capital that the article has again and again: somebody is called so."""
    return token.text.istitle() and len(reading.places[token.text]) > _SLIPS


def _is_odd(word: str) -> bool:
    """False for most words: a known one, in lower case behind its first letter, that is no pair of small words."""
    if len(word) < _SHORTEST:
        return len(word) > 2 and word[-1].isdecimal() != word[0].isdecimal()
    low = word.lower()
    return not (word[1:].islower() and lexicon().known(word) and low not in pairs() and low not in front_pairs())


_ODD = trait(_is_odd)


def _hit(start: int, end: int, left: str, mark: str, right: str) -> Hit:
    clue = Evidence(kind="lexicon", text=f"“{left}{right}” is no word; “{left}” and “{right}” are")
    return Hit(
        start=start,
        end=end,
        args={"token": left + right, "left": left, "right": right},
        suggestions=(Suggestion(text=f"{left}{mark}{right}"),),
        evidence=(clue,),
    )


TA102 = Check(
    id="TA102",
    slug="fused-words",
    title="Two words run together",
    mqm="design-markup/character-formatting",
    severity="minor",
    why="A missing break glues two sentences, or a name or figure to a word: the seam of a page was lost on the way.",
    message="“{token}” is “{left}” and “{right}” run together",
    run=run,
    examples=(
        Example(kind="bad", text="The flood reached the old ⟦harbourThe⟧ mayor asked residents to leave their homes."),
        Example(
            kind="bad",
            text="The festival of ⟦Berlincelebrated⟧ its tenth year in the old town.",
            fixed="The festival of Berlin celebrated its tenth year in the old town.",
        ),
        Example(kind="bad", text="The price is ⟦non-negotiableThe⟧ mayor told the press on Monday."),
        Example(kind="bad", text="The mill of the town burned down, ⟦statedBerg⟧ on Monday evening."),
        Example(
            kind="bad",
            text="The prize went to ⟦MartaKowalczyk⟧ for her book.",
            fixed="The prize went to Marta Kowalczyk for her book.",
        ),
        Example(kind="bad", text="Crews of the Rescue ⟦ServicesHeavy⟧ rain set in before the evening."),
        Example(kind="bad", text="Two men were held in ⟦LyonBoth⟧ were released on Monday."),
        Example(kind="bad", text="Malmo - ⟦SwedenA⟧ mill burned down in the old town on Monday night."),
        Example(
            kind="bad",
            text="The plan of the council was in a report of ⟦2014published⟧ by the press.",
            fixed="The plan of the council was in a report of 2014 published by the press.",
        ),
        Example(kind="bad", text="The festival was founded in ⟦2014The⟧ next edition opens in the spring."),
        Example(
            kind="bad",
            text="Maria Costa opened the fair. It was ⟦Costawhich⟧ the visitors came to see.",
            fixed="Maria Costa opened the fair. It was Costa which the visitors came to see.",
        ),
        Example(
            kind="bad",
            text="The visitors came to see Maria Costa. For ⟦Costait⟧ was a great day.",
            fixed="The visitors came to see Maria Costa. For Costa it was a great day.",
        ),
        Example(
            kind="bad",
            text="The band played in Turin ⟦andMilan⟧ before the summer, the manager said.",
            fixed="The band played in Turin and Milan before the summer, the manager said.",
        ),
        Example(
            kind="bad",
            text="Maria Kovacova won the race. On Sunday ⟦Kovacovapraised⟧ her team.",
            fixed="Maria Kovacova won the race. On Sunday Kovacova praised her team.",
        ),
        Example(
            kind="bad",
            text="The concert was seen by ⟦300people⟧ in the hall and by more outside.",
            fixed="The concert was seen by 300 people in the hall and by more outside.",
        ),
        Example(
            kind="bad",
            text="The crowd heard the ⟦mayor'sspeech⟧ in the rain and left before the end.",
            fixed="The crowd heard the mayor's speech in the rain and left before the end.",
        ),
        Example(kind="bad", text="The trio stood beside the ⟦stageBBC⟧ reporters had built for the night."),
        Example(kind="bad", text="Die Messe fand im Herbst ⟦inHamburg⟧ statt, sagte der Sprecher.", lang="de"),
        Example(kind="bad", text="La mairie a fermé le pont ⟦pourla⟧ durée des travaux.", lang="fr"),
        Example(kind="bad", text="He picked up the keyboard together with ⟦youSuddenly⟧ there was a man, he said."),
        Example(kind="bad", text="Die Feuerwehr löschte das brennende ⟦HausDer⟧ Schaden ist noch unklar.", lang="de"),
        Example(kind="bad", text="Le procès est reporté au ⟦12mars⟧, parce qu'un témoin est malade.", lang="fr"),
        Example(kind="good", text="Der Lauf über 20km und das 100-Meter-Rennen beginnen um 15h.", lang="de"),
        Example(kind="good", text="She posted the clip on YouTube and paid with PayPal on her iPhone."),
        Example(
            kind="bad",
            text="The mill belongs to the Brandt ⟦familythe⟧ same family that owns the brewery next door.",
            fixed="The mill belongs to the Brandt family the same family that owns the brewery next door.",
        ),
        Example(
            kind="bad",
            text="The flood reached ⟦theharbour⟧ before the mayor asked residents to leave.",
            fixed="The flood reached the harbour before the mayor asked residents to leave.",
        ),
        Example(
            kind="good",
            text="Seasand closed its shops in May. Seasand owes millions, and Seasand has no buyer so far.",
        ),
        Example(kind="limit", text="The flood reached the ⟦oldharbour⟧ before the mayor asked residents to leave."),
    ),
    sources=("MQM design-markup; CLDR 45 segmentation of words (UAX 29) gives the tokens", "data/languages/seams.toml"),
    limits=(
        "Two words in lower case are told apart only where one is a function word of English.",
        "A name with a word of another language is TA101.",
    ),
)

CHECKS: tuple[Check, ...] = (TA102,)
