"""Why a spelling stands for a native name: the rules of a convention, piece by piece."""

from __future__ import annotations

from auditor.names.scheme import into
from auditor.names.spell import trace
from auditor.records import Step


def explain(form: str, native: str, native_lang: str, convention: str) -> tuple[Step, ...]:
    """The pieces of ``native`` and what ``convention`` (a language code or an id) wrote for each in ``form``.

    Joining the ``after`` of all steps gives the form in lower case; empty when the convention does not write it so.
    """
    for scheme in into(native_lang, convention):
        left, right = native.lower().split(), form.lower().split()
        if len(left) != len(right):
            return ()
        found = [trace(scheme, one, scheme.folded(other)) for one, other in zip(left, right, strict=True)]
        if all(pieces is not None for pieces in found):
            return tuple(
                Step(rule=scheme.id, before=piece, after=latin) for pieces in found for piece, latin in pieces or ()
            )
    return ()
