"""`auditor evaluate` gives the figures of the reference scorer, and reads bad input with one clear line."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from auditor.errors import UsageError
from auditor.records import (
    SCHEMA,
    ArticleRecord,
    Audit,
    Claim,
    ClaimLink,
    Credit,
    Drift,
    Entity,
    EntityMention,
    Excluded,
    Finding,
    Place,
    Provenance,
    Quote,
    QuoteLink,
    SourceLanguage,
    Story,
    Suggestion,
    Tool,
    Translated,
)
from auditor.run import evaluate as engine
from auditor.run.gold import Gold, GoldArticle, read_gold, read_texts

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("AUDITOR_SHARED", ROOT.parent / "shared"))
ORIGINAL, GOLD = SHARED / "tools" / "evaluate_audit.py", SHARED / "gold" / "seeds.json"
needs_shared = pytest.mark.skipif(not (ORIGINAL.exists() and GOLD.exists()), reason="the reference scorer is not here")


def finding(number: int, article: str, start: int, end: int, text: str, **more: object) -> Finding:
    place = {"line": 1, "column": 1, "end_line": 1, "end_column": 1}
    fixed = {"rule": "TA101", "name": "x", "preview": False, "severity": "minor", "mqm": "m", "message": "m"}
    return Finding(
        **{
            "id": f"f{number}",
            "fingerprint": f"{number}",
            "article": article,
            "start": start,
            "end": end,
            "match": text[start:end],
            **place,
            **fixed,
            **more,
        }
    )


def invented(gold: Gold, texts: dict[str, str], seed: int, share: float) -> Audit:
    """An audit that has about ``share`` of what the annotation holds, and some noise."""
    dice = random.Random(seed)
    keep = lambda: dice.random() < share  # noqa: E731
    articles, findings, ids = [], [], {}
    for g in gold.articles:
        if not keep() and seed % 2:
            continue
        key, text = f"id-{g.file[:3]}", texts[g.file]
        ids[g.file] = key
        excluded = [
            Excluded(start=z.start, end=min(len(text), z.end + dice.choice((0, 40))), kind="tags")
            for z in g.zones
            if keep()
        ]
        credits = [
            Credit(name=a.upper(), kind="agency", role="text", text=a, start=0, end=1) for a in g.agencies if keep()
        ]
        credits += [Credit(name="Zed", kind="agency", role="text", text="Zed", start=0, end=1)] * (not keep())
        source = SourceLanguage(code=g.source_language or "nl", score=0.5, evidence=()) if keep() else None
        articles.append(
            ArticleRecord(
                id=key,
                path=f"copy/{g.file}",
                role="subject",
                sha256="0",
                published=None,
                language="en",
                language_score=1.0,
                translated=Translated(verdict=dice.choice(("yes", "yes", "no")), score=0.5),
                source_language=source,
                credits=tuple(credits),
                excluded=tuple(excluded),
                drift=Drift(score=None, axes={}, words=0),
            )
        )
        for row in g.findings:
            for start, end in row.spans:
                if keep():
                    wide = dice.choice((0, 0, 3, 200))
                    offered = [Suggestion(text=row.suggestion)] if row.suggestion and keep() else []
                    severity = dice.choice(("neutral", "minor", "major", row.severity))
                    findings.append(
                        finding(
                            len(findings),
                            key,
                            max(0, start - wide),
                            min(len(text), end + wide),
                            text,
                            suggestions=tuple(offered),
                            severity=severity,
                        )
                    )
        for _ in range(4):
            at = dice.randrange(len(text) - 10)
            other = Place(article=key, start=0, end=1) if not keep() else None
            findings.append(finding(len(findings), key, at, at + 9, text, counterpart=other))
    return Audit(
        schema=SCHEMA,
        tool=Tool(name="auditor", version="0"),
        signature={},
        articles=tuple(articles),
        entities=_entities(gold, ids, keep),
        provenance=Provenance(),
        findings=tuple(findings),
        failures=(),
        summary={},
        **_links(gold, ids, keep, dice),
    )


def _entities(gold: Gold, ids: dict[str, str], keep) -> tuple[Entity, ...]:
    found = []
    for name in gold.names:
        mentions = tuple(
            EntityMention(
                article=ids[file],
                start=0,
                end=1,
                text=form if keep() else f"Mr {form} of it",
                language="en",
                conventions=("xx", name.system.get(form, "en")) if keep() else (),
            )
            for form, files in name.forms.items()
            for file in files
            if file in ids and keep()
        )
        joined = "all" if not keep() and name.id < "m" else name.id
        preferred = name.preferred if keep() else next(iter(name.forms))
        found.append(
            Entity(
                id=joined,
                type="other",
                preferred=preferred,
                native=None,
                concept=None,
                decided_by="x",
                mentions=mentions,
            )
        )
    return tuple(found)


def _links(gold: Gold, ids: dict[str, str], keep, dice: random.Random) -> dict[str, object]:
    quotes, quote_links, claims, claim_links = [], [], [], []
    for pair in gold.quotes:
        if pair.a.file in ids and pair.b.file in ids:
            for place in dice.sample((pair.a, pair.b), 2):
                quotes.append(
                    Quote(
                        id=f"q{len(quotes)}",
                        article=ids[place.file],
                        start=place.start + dice.choice((0, 30)),
                        end=place.end,
                        text="",
                        speaker=None,
                        verb=None,
                        medium=None,
                        kind="direct",
                    )
                )
            if keep():
                a, b = quotes[-2].id, quotes[-1].id
                quote_links.append(QuoteLink(a=a, b=b, chrf=1.0, ter=1.0, bleu=1.0, kind="paraphrase"))
    for event in gold.dates:
        held = [c for c in event.claims[:2] if c.file in ids]
        for place in held:
            claims.append(
                Claim(
                    id=f"c{len(claims)}",
                    article=ids[place.file],
                    start=place.start,
                    end=place.end,
                    kind="date",
                    subject=None,
                    value="",
                    precision="day",
                )
            )
        if len(held) == 2:
            state = event.state if keep() else "open"
            claim_links.append(ClaimLink(a=claims[-1].id, b=claims[-2].id, state=state))
    stories = [
        Story(id=f"s{n}", members=tuple(ids[m] for m in s.members if m in ids), follows=(), score=1.0, evidence=())
        for n, s in enumerate(gold.stories)
        if keep()
    ]
    return {
        "quotes": tuple(quotes),
        "quote_links": tuple(quote_links),
        "claims": tuple(claims),
        "claim_links": tuple(claim_links),
        "stories": tuple(s for s in stories if s.members),
    }


@needs_shared
@pytest.mark.parametrize(("seed", "share"), [(0, 0.0), (2, 1.0), (3, 0.5), (4, 0.8), (5, 0.9), (6, 0.3)])
def test_figures_agree_with_the_reference_scorer(seed: int, share: float, tmp_path: Path) -> None:
    gold = read_gold(GOLD)
    texts = read_texts(gold, [ROOT / "seeds"])
    audit = invented(gold, texts, seed, share)
    path = tmp_path / "a.json"
    path.write_bytes(msgspec.json.encode(audit))
    told = subprocess.run(
        [sys.executable, str(ORIGINAL), str(path), str(GOLD), "--json"], capture_output=True, text=True, check=True
    )
    assert engine.evaluate(audit, gold, texts).figures == json.loads(told.stdout)


@needs_shared
def test_rows_say_what_was_missed() -> None:
    gold = read_gold(GOLD)
    texts = read_texts(gold, [ROOT / "seeds"])
    scores = engine.evaluate(invented(gold, texts, 0, 0.0), GOLD, ROOT / "seeds")
    wanted = sum(row.level != "may" for article in gold.articles for row in article.findings)
    assert len(scores.details["missed"]) == wanted
    assert "-- missed" in engine.as_text(scores)


EMPTY = {key: [] for key in ("articles", "names", "distinct", "stories", "quotes", "dates")}
NAME = {"id": "x", "preferred": "Anna Keller", "forms": {"Keller": ["a.txt"]}, "system": {}}
ALONE = {"event": "e", "claims": [{"file": "a.txt", "start": 0, "end": 1}], "state": "agrees"}


def annotation(**more: object) -> bytes:
    return json.dumps({"schema": 1, **EMPTY, **more}).encode()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"{", "not a reference"),
        (b"\xff", "not a reference"),
        (b"{}", "schema"),
        (annotation(names=[NAME | {"forms": {}}]), r"names\[0\]\.forms"),
        (annotation(names=[NAME | {"forms": {"Keller": []}}]), r"names\[0\]\.forms"),
        (annotation(names=[NAME | {"preferred": " "}]), r"names\[0\]\.preferred"),
        (annotation(names=[NAME | {"system": {"": "de"}}]), r"names\[0\]\.system"),
        (annotation(dates=[ALONE]), r"dates\[0\]\.claims"),
    ],
)
def test_a_broken_reference_is_one_clear_error(content: bytes, problem: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=problem):
        read_gold(path)


def test_texts_that_are_not_there_are_named(tmp_path: Path) -> None:
    gold = Gold(schema=1, articles=(), names=(), distinct=(), stories=(), quotes=(), dates=())
    assert read_texts(gold, [tmp_path]) == {}
    article = GoldArticle(file="a.txt", source_language=None, agencies=(), zones=(), findings=())
    with pytest.raises(UsageError, match=r"a\.txt"):
        read_texts(msgspec.structs.replace(gold, articles=(article,)), [tmp_path])
