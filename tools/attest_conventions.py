"""Rebuilds auditor/data/conventions/attested.tsv: how many examples of each press convention the language's copy has.

    python -m tools.attest_conventions [--check]
    python -m tools.attest_conventions --doubts

``--check`` writes nothing and exits with 1 where the file is another; ``--doubts`` prints the examples of which the
copy rather has another spelling that the convention accepts. Source: wordfreq's largest list of each language.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from wordfreq import available_languages, get_frequency_dict

from auditor.names.scheme import Scheme, schemes, sources
from auditor.names.spell import word_forms
from tools.written import written

OUT = Path(__file__).parent.parent / "auditor/data/conventions/attested.tsv"
HEADER = """# How many examples of a press convention stand in the copy of its language, word for word.
# Source: wordfreq 3.1.1 (Speer 2022), largest list of each language. Made by tools/attest_conventions.py.
convention\texamples\tattested
"""
STAND_IN = {"hr": "sh", "sr": "sh"}
CLEAR = 2.0  # times as often


def press() -> Iterator[tuple[Scheme, Mapping[str, float]]]:
    """The press conventions into languages that have a list, with it."""
    known = available_languages("best")
    found = [s for source in sources() for s in schemes(source) if s.file.kind == "press"]
    for language in sorted({scheme.target for scheme in found}):
        code = STAND_IN.get(language, language)
        if code in known:
            words = get_frequency_dict(code, "best")
            for scheme in found:
                if scheme.target == language:
                    yield scheme, words
            get_frequency_dict.cache_clear()


def doubts(scheme: Scheme, words: Mapping[str, float]) -> Iterator[str]:
    """Examples that the copy would rather spell otherwise."""
    for native, form in scheme.file.examples.items():
        own = words.get(form.lower(), 0.0)
        best = max(word_forms(scheme, native.lower()), key=lambda other: words.get(other, 0.0), default="")
        if words.get(best, 0.0) > max(CLEAR * own, 2e-8):
            yield f"{scheme.id}\t{native}\t{form}\t{own:.1e}\t{best}\t{words[best]:.1e}"


def main() -> int:
    """Write the table or compare it, or print the doubts."""
    rows, doubtful = [], []
    for scheme, words in press():
        examples = scheme.file.examples.values()
        attested = sum(form.lower() in words for form in examples)
        rows.append(f"{scheme.id}\t{len(examples)}\t{attested}")
        doubtful += doubts(scheme, words)
    if "--doubts" in sys.argv:
        print("\n".join(doubtful))
        return 0
    return written(OUT, HEADER + "\n".join(sorted(rows)) + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
