"""A bed of invented stories in five languages with planted, listed drift: ``python -m benchmarks bed``.

Prints, for the half of the kinds of events that the tool may be tuned on and for the half held out, how many of the
plants are found and by which check, how many findings lie on a plant, and how well the stories are told apart.
``python -m benchmarks.bed -v`` lists what was missed and what was found beside the plants.
"""

from __future__ import annotations


def main(arguments: tuple[str, ...] = ()) -> None:
    """Make, audit, score, print."""
    from benchmarks.bed.make import bed
    from benchmarks.bed.score import FINDS, audited, score

    made = bed()
    print(f"{len(made.texts)} articles, {len(made.stories)} stories, {len(made.plants)} plants, {made.digest[:12]}")
    for half, tally in score(made, audited(made)).items():
        print(f"[{half}] recall {tally.recall:.3f}  precision {tally.precision:.3f}  stories F1 {tally.stories:.3f}")
        for drift, rule in FINDS.items():
            print(
                f"  {drift:12} {rule}  found {tally.found[drift]}/{tally.planted[drift]}"
                f"  right {tally.right[rule]}/{tally.fired[rule]}"
            )
        for line in (*tally.missed, "beside the plants:", *tally.wrong) if "-v" in arguments else ():
            print(f"  {line}")
