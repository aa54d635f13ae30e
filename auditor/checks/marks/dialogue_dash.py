"""TX116: speech set off by dashes, as Slavic and Romance papers set it, where English sets quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Check, Context, Example, Hit
from auditor.checks.marks.punctuation import body_blocks
from auditor.reading.lines import ends_sentence
from auditor.reading.quotes.words import words

_DASH = re.compile("[–—―-][ \u00a0]")  # what all speech that is looked for has
_OPENS = re.compile(r"[–—―-][ \u00a0](?=[A-Z“\"‘'0-9])")
_INSIDE = re.compile(r"(?<=[a-z”\"][.!?…] )[–—―-] (?=[A-Z“\"])")
_CLOSES = re.compile(r"[,.!?…]?[ \u00a0]?[–—―][ \u00a0]|[,.!?…][ \u00a0]-[ \u00a0]")
_FRAME = re.compile(r"(?:(?:the|a|an|his|her|its|their|our)[ \u00a0])?(\w+)(?:[ \u00a0](\w+))?(?:[ \u00a0](\w+))?")
_QUOTED = re.compile(r"([.,!?…]?)[”\"]([,.]?) ?([–—-]) ")
_PLAIN = re.compile(r"(?<=[\w,!?…%)]) ?([–—-]) (?=([a-z]{3,14}) (?:the [a-z]|[A-Z]))")
_SPEAKER_LAST = re.compile(r"([a-z]{3,14}) (?:the |a |his |her |their |[A-Z])")
_SPEAKER_FIRST = re.compile(r"(?:he|she|they|the [a-z]+(?: [a-z]+)?|[A-Z]\w+(?: [A-Z]\w+){0,2}) ([a-z]{3,14})\b")
_ANNOUNCED = re.compile(r"([a-z]{3,14}): ([–—―]) (?=[A-Z“\"])")
_NAME = r"[A-ZÀ-Þ][\w’'.-]{1,30}(?: [A-ZÀ-Þ][\w’'.-]{1,30}){0,3}"
_ENDED = re.compile(  # , said the duty officer Anna Berg of the Lugo Police. / , he says.
    rf", (?:([a-z]{{3,14}}) (?:[a-z]{{2,15}} ){{0,4}}{_NAME}(?: (?:at|for|from|in|of|to) (?:the )?{_NAME})?"
    r"|(?:he|she|they) ([a-z]{3,14}))\.$"
)
_ROLE = re.compile(  # , said the driver of the night bus.
    r", ([a-z]{3,14}) (?:the|a|an|one|his|her|its|their) [a-z][\w’'-]{1,20}(?: [\w’'-]{1,20}){0,6}\.$"
)
_OWN = re.compile(r"(?<![\w’'])(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)(?![\w-])")  # who speaks so is not the writer
_OWN_FIRST = re.compile(r"[–—―] (?:I|We|My|Our)(?:['’](?:m|re|ve|ll|d))? [a-z]")
_LEFT_ALONE = re.compile(r"[–—―-] (?:(?:he|she|they) )?([a-z]{3,14})\b")  # – assured Berg. – he said, with a smile
_NAMED_LAST = re.compile(rf"(?<=[a-z]{{3}}) ([–—-]) (?:he|she|{_NAME}) ([a-z]{{3,14}})\.$")
_VERB_LAST = re.compile(rf"(?<=[a-zA-Z]) ([–—-]) ([a-z]{{3,14}}) (?:the [a-z]{{3,20}}|{_NAME})\.$")
_GOES_ON = frozenset(("continued", "continues"))
_DASHES = (" - ", " – ", " — ")
_FAR = 400  # characters of speech before its frame
_SENTENCE = 40  # characters of a paragraph that is a sentence
_LONG = 20  # characters of a paragraph that may be speech


def dialogue(context: Context) -> Iterator[Hit]:
    """Speech that opens with a dash and names its speaker behind another one, and dashes between speech and speaker."""
    blocks = [(block, own) for block, own in body_blocks(context.reading) if _DASH.search(own)]
    framed = any(_opened(own, 0) or _ended(own) or any(_announced(own)) for _, own in blocks)
    for block, own in blocks:
        if (
            _opened(own, 0)
            or _ended(own)
            or _frame_alone(own)
            or (framed and _OPENS.match(own) and len(own) >= _LONG and ends_sentence(own))
        ):
            yield _hit(block.start)
        elif inside := next((m.start() for m in _INSIDE.finditer(own) if _opened(own, m.start())), None):
            yield _hit(block.start + inside)
        else:
            apart = () if _OPENS.match(own) else _set_off(own)
            yield from (_hit(block.start + at) for at in (*_announced(own), *apart))


def _hit(at: int) -> Hit:
    return Hit(start=at, end=at + 1, weight=1.0, args={"languages": "pl, ru, uk, fr, es, pt"})


def _opened(own: str, at: int) -> bool:
    """Whether speech opens there and its frame stands behind another dash."""
    opening = _OPENS.match(own, at)
    return opening is not None and any(
        _frames(own, found.end()) for found in _CLOSES.finditer(own, opening.end(), opening.end() + _FAR)
    )


def _ended(own: str) -> bool:
    """``- We will see, said Berg.``: the frame at the end, behind a comma, and no quotation marks."""
    if not _OPENS.match(own) or any(sign in own for sign in '“”"'):
        return False
    found, role = _ENDED.search(own), _ROLE.search(own)
    if found is not None and (found[1] or found[2]) in words("en").verbs:
        return True
    if role is not None and role[1] in words("en").verbs and _OWN.search(own, 0, role.start()):
        return True
    if _framed_last(own):
        return True
    return _OWN_FIRST.match(own) is not None and len(own) >= _SENTENCE and own.endswith((".", "!", "?"))


def _framed_last(own: str) -> re.Match[str] | None:
    """The dash and frame at the end of a paragraph: ``– Berg replied.``, ``- asked the mayor.``"""
    near = max(0, len(own) - _FAR)
    found = _NAMED_LAST.search(own, near) or _VERB_LAST.search(own, near)
    return found if found and found[2] in words("en").verbs else None


def _frame_alone(own: str) -> bool:
    """``– assured Berg.``: a paragraph that begins with the frame of the speech before it."""
    found = _LEFT_ALONE.match(own)
    return found is not None and found[1] in words("en").verbs - words("en").weak


def _frames(text: str, at: int) -> bool:
    """True where a verb of saying stands among the first words: ``he said``, ``said the coach``, ``Nowak admitted``."""
    found = _FRAME.match(text, at)
    return found is not None and any(word in words("en").verbs for word in found.groups() if word)


def _announced(own: str) -> Iterator[int]:
    """``The coach says: – We wait.``: the dash behind a verb of saying and its colon."""
    return (found.start(2) for found in _ANNOUNCED.finditer(own) if found[1] in words("en").verbs | _GOES_ON)


def _set_off(own: str) -> Iterator[int]:
    """Dashes between a quotation, or speech without marks, and who says it: ``“We wait”, – said the mayor``."""
    if not any(sign in own for sign in ("- ", "– ", "— ")):
        return
    verbs = words("en").verbs
    framed = _framed_last(own)
    if framed and (framed.re is _VERB_LAST or sum(map(own.count, _DASHES)) == 1):
        yield framed.start(1)
    for found in _QUOTED.finditer(own):
        last, first = _SPEAKER_LAST.match(own, found.end()), _SPEAKER_FIRST.match(own, found.end())
        spoken = found[1] or found[2] or own[0] in '“"'
        if (last and last[1] in verbs) or (spoken and first and first[1] in verbs):
            yield found.start(3)
    for found in _PLAIN.finditer(own):
        if found[2] in verbs - words("en").weak:
            yield found.start(1)


CHECKS: tuple[Check, ...] = (
    Check(
        id="TX116",
        slug="dialogue-dash",
        title="Speech behind a dash",
        mqm="linguistic-conventions/punctuation",
        severity="minor",
        why="Polish, Russian, French and others begin speech with a dash; in English copy nobody sees where it ends.",
        message="speech stands in quotation marks in English copy, not behind a dash",
        run=dialogue,
        languages=("en",),
        examples=(
            Example(
                kind="bad",
                text="⟦–⟧ We began the season very poorly. Then something changed – he said in an interview.",
            ),
            Example(kind="bad", text="⟦—⟧ We will see, — said the mayor of the town."),
            Example(kind="bad", text="⟦-⟧ We will see what the spring brings, said Anna Berg."),
            Example(kind="bad", text="⟦–⟧ We will see in the spring, says officer Anna Berg of the Lugo Police."),
            Example(kind="bad", text="⟦–⟧ It is a quiet spring in the old town, he says."),
            Example(kind="bad", text="⟦-⟧ It was hard, - Nowak admitted after the match."),
            Example(kind="bad", text="“We will wait until the spring”, ⟦-⟧ said the mayor of the town."),
            Example(kind="bad", text="“We will wait until the spring.” ⟦–⟧ Anna Berg told reporters."),
            Example(kind="bad", text="We will wait until the spring, ⟦-⟧ says the mayor of the town."),
            Example(
                kind="bad",
                text="The plan failed. ⟦–⟧ I will not resign, I will wait for the spring – said the mayor of the town.",
            ),
            Example(
                kind="good", text="They call it “the bridge of sighs” – the council says it is safe – and love it."
            ),
            Example(
                kind="good", text="– The bridge will be shut until spring.\n– Buses take another road, the mayor said."
            ),
            Example(kind="good", text="The mayor said – and she said it twice – that the bridge was safe."),
            Example(kind="bad", text="⟦—⟧ We saw the smoke over the harbour, said the driver of the night bus."),
            Example(kind="bad", text="⟦–⟧ We look at every one of these cases and will ask for an expert's opinion."),
            Example(kind="bad", text="The bridge was never safe for lorries\n⟦–⟧ assured Berg at the town hall."),
            Example(kind="bad", text="The crews worked all night in spite of the rain ⟦-⟧ Berg said."),
            Example(kind="bad", text="Nobody would have let the ferry sail ⟦–⟧ asked the mayor."),
            Example(kind="good", text="The road – shut since the flood – will open in May, the mayor said."),
            Example(
                kind="limit",
                text="⟦–⟧ They will see what the spring brings.",
            ),
        ),
        sources=(
            "The Chicago Manual of Style, 17th ed., 6.91 and 13.9",
            "Wielki słownik ortograficzny PWN, pauza dialogowa; D. E. Rosenthal, Spravočnik po pravopisaniju, § 47",
        ),
        limits=("Speech whose speaker is named in another paragraph is not seen.",),
    ),
)
