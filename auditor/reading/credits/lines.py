"""Credit lines, datelines, closing parentheses and bylines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from auditor.packs.agencies import Cues
from auditor.reading.article import Declared
from auditor.reading.credits.names import Found, is_name
from auditor.records import Credit

_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"\(?\s*([A-Za-zÄÖÜäöüß]{2,4}(?:\s?[/,]\s?[A-Za-zÄÖÜäöüß]{2,4}){0,4})\s*[/(,]?\s*$")
_DASH = re.compile(r"\s*[)/]?\s*\.?\s*(?:[-–—]{1,2}|:)\s")
_PLACE = re.compile(r"(?:[^\W\d_][\w.'’-]{0,30}[ ,/]{1,3}){0,6}(?:\d{1,2}\.? ?)?[\w.]{0,12}[ ,.]{0,2}(?:\d{4})?[,.]? ?")
_CLOSING = re.compile(r"[.!?…\"”»“]\s*[-–—]?\s*[(/\[]?$")
_HEAD = re.compile(
    r",? (?:[^\W\d_][\w.'’-]{0,30},? ){0,3}(?:on )?[^\W\d_]{3,9}\.? \d{1,2}\b|,? [^\W\d_]\w{2,20}, \d{1,2}\. "
)
_TAIL = re.compile(r"[^\W_][»”\"']? [-–—:] ?$")
_SIGNED = re.compile(r"(?:^|\s)([^\W\d_]{2,6}) $")
_SUFFIX = re.compile(r"(?:/[a-z]{2,4})?")  # the desk of a dateline: "(dpa/lhe)"
_BYLINE = re.compile(r"\s{0,8}([^\W\d_]{2,6})(:?) (?=\S)")
_AND = re.compile(r"\s*(?:,|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bi\b|\bи\b|\bта\b|\boch\b|\ba\b|&)\s*")
_NAMES = re.compile(r" ([^;()\n]{3,160})")
_PLACE_TAIL = re.compile(r" (?:in|at) .*$")
_NAME_LENGTH = 60  # characters of a declared maker that no table knows


def is_credit_line(text: str, chain: Sequence[Found], start: int, end: int, cues: Cues) -> bool:
    """Whether the line ``start:end`` holds only names of the chain, initials, years and words of credit lines."""
    if end - start > 160:
        return False
    line = text[start : chain[0].start] + " " + text[chain[-1].end : end]
    if "!" in line or "?" in line:
        return False
    words = _WORD.findall(line)
    initials = sum(1 for word in words if word.casefold() not in cues.credit and not word.isdigit())
    short = all(len(word) <= 4 for word in words if word.casefold() not in cues.credit and not word.isdigit())
    agency = any(hit.is_agency for hit in chain)
    firm = bool(words) or "©" in line or "(" in line
    return (
        short
        and initials <= 5
        and (firm or (agency and not all(hit.form.weak for hit in chain)))
        and (agency or "©" in line)
    )


def initials(text: str, chain: Sequence[Found], start: int, cues: Cues) -> Iterator[Credit]:
    """Initials at the head of a credit line: "kb/wd (Reuters, AFP)"."""
    match = _INITIALS.fullmatch(text, start, chain[0].start)
    if not match:
        return
    for word in _WORD.finditer(text, match.start(1), match.end(1)):
        if word[0].casefold() not in cues.credit:
            yield Credit(name=word[0], kind="initials", role="text", text=word[0], start=word.start(), end=word.end())


def is_dateline(text: str, chain: Sequence[Found], start: int) -> bool:
    """Whether the chain closes a dateline that begins at ``start``: "BERLIN, Jan 3 (Reuters) -", "/TASS/."."""
    first, last = chain[0].start, chain[-1].end
    if first - start > 80:
        return False
    last = _SUFFIX.match(text, last).end()  # type: ignore[union-attr]
    head, opener, closer = text[start:first], text[first - 1 : first], text[last : last + 1]
    if not head.strip() and not chain[0].form.weak and _HEAD.match(text, last):
        return True
    place = head[:-1] if opener in ("(", "/", "[") else head
    if (opener, closer) in (("(", ")"), ("/", "/"), ("[", "]")) and _PLACE.fullmatch(place):
        return bool(_DASH.match(text, last)) or opener == "/" or _is_place(place.strip(), chain[0])
    if re.search(r"\d.{0,12}[-–—]\s?$", head) and closer in (".", ",", ":"):
        return bool(_PLACE.fullmatch(re.sub(r"[-–—]\s?$", "", head)))
    return False


def _is_place(place: str, hit: Found) -> bool:
    """One to four capitalised words that are not the long name of what stands in the brackets."""
    words = place.split()
    own = any(form in place for form in hit.form.owner.forms)
    return 1 <= len(words) <= 4 and all(word[0].isupper() for word in words) and place[-1].isalpha() and not own


def is_closing(text: str, chain: Sequence[Found], end: int) -> bool:
    """Whether the chain stands alone after the last sentence of a paragraph that ends at ``end``: "... said. (dpa)"."""
    if end - chain[-1].end > 8:
        return False
    rest = text[chain[-1].end : end].strip()
    before = text[max(0, chain[0].start - 8) : chain[0].start]
    return (
        rest in (")", "", "]", "/", ").")
        and bool(_CLOSING.search(before))
        and (before.rstrip()[-1:] in "([/-–—" or not any(hit.form.weak for hit in chain))
    )


def opens_line(text: str, chain: Sequence[Found], start: int, end: int) -> bool:
    """Whether the chain vouches for a line that it opens: "Reuters: ..."."""
    first, last = chain[0].start, chain[-1].end
    firm = not any(hit.form.weak for hit in chain)
    bare = first - start <= 8 and not text[start:first].strip()
    return firm and bare and text.startswith(": ", last) and end - last > 12


def closes_line(text: str, chain: Sequence[Found], start: int, end: int) -> bool:
    """Whether the chain signs a headline: "... - Reuters"."""
    first, last = chain[0].start, chain[-1].end
    firm = not any(hit.form.weak for hit in chain)
    bare = end - last <= 8 and not text[last:end].strip()
    return firm and bare and first - start > 20 and bool(_TAIL.search(text, first - 8, first))


def signs_line(text: str, chain: Sequence[Found], start: int, end: int, cues: Cues) -> bool:
    """Whether the line ends with "By" and the chain: "26 July 2017 - 09:50 By AFP"."""
    first, last = chain[0].start, chain[-1].end
    if end - last > 2 or text[last:end].strip() or first - start > 80:
        return False
    signed = _SIGNED.search(text[start:first])
    return bool(signed) and signed[1][0].isupper() and signed[1].casefold() in cues.byline  # type: ignore[index]


def contributes(text: str, chain: Sequence[Found], end: int, cues: Cues) -> bool:
    """Whether the line goes on to say that these people "contributed to this report"."""
    rest = text[chain[-1].end : min(end, chain[-1].end + 160)].casefold()
    return any(phrase in rest for phrase in cues.contributed)


def named_line(text: str, chain: Sequence[Found], start: int, end: int) -> list[Credit]:
    """The person of a line that holds nothing but a name, a comma and the chain: "Jane Miller, AFP"."""
    head = text[start : chain[0].start] if chain[0].start - start <= 60 else ""
    name = head.strip().removesuffix(",")
    if not head.rstrip().endswith(",") or end - chain[-1].end > 2 or not is_name(name):
        return []
    at = text.index(name, start)
    return [Credit(name=name, kind="person", role="text", text=name, start=at, end=at + len(name))]


def byline(text: str, start: int, end: int, cues: Cues, found: Sequence[Found]) -> Iterator[Credit]:
    """Persons and agencies of a line such as "By A. Person and B. Person, Reuters"."""
    match = _BYLINE.match(text, start, end)
    if not match or match[1].casefold() not in cues.byline or not (match[1][0].isupper() and end - start <= 120):
        return
    inside = [hit for hit in found if match.end() <= hit.start and hit.end <= end]
    edge = inside[0].start if inside else end
    people = list(_people(text, match.end(), edge))
    if not people and not (inside and len(_WORD.findall(text[match.end() : edge])) <= 1):
        return
    yield from people
    yield from (hit.credit(text, "text") for hit in inside)


def declared(text: str, lines: Iterable[Declared], cues: Cues, found: Sequence[Found]) -> Iterator[Credit]:
    """Makers that metadata names: persons of a byline, agencies of any such line; what else a credit line says is an
    outlet."""
    for line in lines:
        inside = [hit for hit in found if line.start <= hit.start and hit.end <= line.end]
        yield from (hit.credit(text, "text") for hit in inside)
        if line.kind == "byline":
            opening = _BYLINE.match(text, line.start, line.end)
            start = opening.end() if opening and opening[1].casefold() in cues.byline else line.start
            yield from _people(text, start, inside[0].start if inside else line.end, strict=False)
        elif line.kind == "credit" and not inside and line.end - line.start <= _NAME_LENGTH:
            name = text[line.start : line.end].strip(" ()[]©")
            start = text.index(name, line.start)
            if name:
                yield Credit(name=name, kind="outlet", role="text", text=name, start=start, end=start + len(name))


def reporters(text: str, desk: Iterable[str]) -> Iterator[Credit]:
    """Persons of "(Reporting by A. Person in Place and B. Person; Editing by C. Person)"; ``desk`` has the phrases."""
    for phrase in sorted(desk):
        at = text.find(phrase)
        while at >= 0:
            match = _NAMES.match(text, at + len(phrase))
            if match:
                yield from _people(text, match.start(1), match.end(1), strict=False)
            at = text.find(phrase, match.end() if match else at + 1)


def _people(text: str, start: int, end: int, strict: bool = True) -> Iterator[Credit]:
    """The persons of a list of names; none at all where ``strict`` and one part is no name."""
    people, at = [], start
    for part in [*_AND.finditer(text, start, end), None]:
        stop = part.start() if part else end
        piece = _PLACE_TAIL.sub("", text[at:stop].strip(" .,|-–—"))
        if is_name(piece) and piece.split()[0].casefold() not in ("the", "our", "a", "my"):
            begin = text.index(piece, at)
            people.append(
                Credit(name=piece, kind="person", role="text", text=piece, start=begin, end=begin + len(piece))
            )
        elif piece and strict and not people:
            return
        at = part.end() if part else end
    yield from people
