"""The kind of a line by its own wording and form; consent is judged later, over runs of lines."""

from __future__ import annotations

from auditor.reading.lines import Line, phrase
from auditor.reading.zones import widgets
from auditor.reading.zones.lines import (
    is_about,
    is_address,
    is_barred,
    is_buttons,
    is_dateline,
    is_hashtags,
    is_imprint,
    is_pointer,
    is_post_attribution,
    is_trail,
)
from auditor.reading.zones.meta import meta_line
from auditor.reading.zones.model import quoted
from auditor.reading.zones.phrases import Phrases
from auditor.reading.zones.rows import is_code, is_follow, is_profile, is_row
from auditor.reading.zones.signed import is_credit_line
from auditor.reading.zones.titles import section_alone
from auditor.records import ZoneKind

_MAX_OPENING = 30  # words: a longer line is judged by all its wording, not by its first words
_MAX_SOURCE = 8  # words of "Source: ..."
_MAX_SHORT = 12  # words of a menu line or a credit line


def own_kind(line: Line, table: Phrases) -> ZoneKind | None:
    """Kind of a line by its own wording and form. Consent is judged later, over runs of lines."""
    words = line.words
    if not words:
        return None
    if len(words) <= _MAX_OPENING:
        kind = table.entire(words) or _opening(line, table) or _labelled(line, table) or _framed(line, table)
        if kind:
            return kind
        if is_post_attribution(line) or widgets.posted(line):
            return "embedded post"
        if is_dateline(line, table):
            return "dateline"
        if kind := meta_line(line, table):
            return kind
        if is_credit_line(line):
            return "credit line"
        if is_address(line):
            return "markup"
        if (
            is_trail(line, table)
            or is_buttons(line, table)
            or section_alone(line)
            or is_pointer(line)
            or widgets.is_rates(line)
            or is_row(line)
            or is_code(line)
            or is_follow(line)
        ):
            return "navigation"
        if is_hashtags(line) or is_barred(line):
            return "tags"
        if is_imprint(line) or line.text.startswith("+++"):
            return "navigation"
    if is_about(line) or is_profile(line):
        return "navigation"
    weights = table.weights(words)
    if not weights:
        return None
    weight, kind = max((weight, kind) for kind, weight in weights.items())
    return kind if weight >= max(1.0, len(words) / 40) and kind != "consent" else None


def _opening(line: Line, table: Phrases) -> ZoneKind | None:
    """Kind of a line by its first words; menus and credit lines are short, and menus are no sentences."""
    kind = table.opening(line.words)
    short = len(line.words) <= _MAX_SHORT
    if kind == "navigation":
        return kind if short and not line.text.endswith(".") else None
    return kind if kind != "credit line" or short else None


def _framed(line: Line, table: Phrases) -> ZoneKind | None:
    """Kind of a line that a frame covers or opens; what somebody is quoted with is no call of the page."""
    short = len(line.words) <= _MAX_SHORT and not line.text.endswith(".")
    return None if quoted(line.text) else table.framed(line.words, short=short)


def _labelled(line: Line, table: Phrases) -> ZoneKind | None:
    """Kind of ``Tags: ...``, ``Read also: ...``."""
    head, colon, rest = line.bare.partition(":")
    if not colon or not rest.strip() or len(head) > 40 or "©" in head:
        return None
    kind = table.label.get(phrase(head)) or (None if line.text.endswith(".") else table.labelled(phrase(head)))
    if kind == "photo credit" or (kind == "credit line" and len(line.words) > _MAX_SOURCE):
        return None
    return kind
