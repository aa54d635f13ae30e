"""A hand-made audit with everything a report may meet, hostile text included. All names and texts are invented."""

from __future__ import annotations

from auditor import records as r
from auditor.offsets import LineIndex

EN = (
    "Bridge over the Lumma opens\r\n"
    "\r\n"
    "Engineer Sergej Wolkow said the 5,5 km bridge opens on Friday night. \u201cWe built it together,\u201d Wolkow "
    "told the German Press Agency, and Anna O'Berundund of Trassnadsor agreed.\r\n"
    "\r\n"
    "The council met. He decided to wait <script>alert(1)</script> & \x1b[31mred\x1b[0m \u202egnp.exe\u202c "
    "x\u200by\ttab.\r\n"
    "By clicking on accept you agree to cookies.\r\n"
    "(ab/cd (Reuters, dpa))\r\n"
)
FR = "Le pont ouvre, dit Sergueï Volkov.\n\u00ab\u00a0Nous l\u2019avons construit ensemble\u00a0\u00bb, a dit Volkov.\n"
AR = "قال سيرغي فولكوف إن الجسر يفتتح يوم الجمعة.\nEMBARGOED UNTIL 0600 GMT\n日本語の橋は\u0301長い橋です。\n"
CLEAN = "The ferry sails at noon.\n"
TEXTS = {"001_en": EN, "002_fr": FR, "003_ar": AR, "004_clean": CLEAN}
PATHS = {"001_en": "001_en.txt", "002_fr": "sub dir/002_fr.txt", "003_ar": "003_ar.txt", "004_clean": "004_clean.txt"}
HOSTILE = "\"'><script>alert('x')</script>\u202e\x1b]0;t\x07|`*_[a](http://e.example)\n=cmd()"


def span(article: str, words: str, nth: int = 0) -> tuple[int, int]:
    """Where the words stand in the article for the nth time."""
    at = -1
    for _ in range(nth + 1):
        at = TEXTS[article].index(words, at + 1)
    return at, at + len(words)


def finding(
    number: int,
    article: str,
    rule: str,
    name: str,
    severity: r.Severity,
    words: str,
    message: str,
    *,
    nth: int = 0,
    fix: str | None = None,
    evidence: tuple[r.Evidence, ...] = (),
    preview: bool = False,
    counterpart: r.Place | None = None,
    suppressed: r.Suppression | None = None,
    baseline: bool = False,
) -> r.Finding:
    """A finding on words of the text; on the whole article where ``words`` is empty."""
    start, end = span(article, words, nth) if words else (0, 0)
    index = LineIndex(TEXTS[article])
    (line, column), (end_line, end_column) = index.locate(start), index.locate(end)
    return r.Finding(
        id=f"f{number}",
        fingerprint=f"{number:016x}",
        rule=rule,
        name=name,
        preview=preview,
        severity=severity,
        mqm="accuracy/mistranslation/entity",
        article=article,
        start=start,
        end=end,
        line=line,
        column=column,
        end_line=end_line,
        end_column=end_column,
        match=words,
        message=message,
        suggestions=() if fix is None else (r.Suggestion(text=fix),),
        evidence=evidence,
        counterpart=counterpart,
        suppressed=suppressed,
        baseline=baseline,
    )


def _findings() -> tuple[r.Finding, ...]:
    volkov = span("002_fr", "Volkov")
    sibling = r.Evidence(
        kind="sibling", text='002 has "Volkov"', article="002_fr", start=volkov[0], end=volkov[1], source="entities"
    )
    steps = (r.Step(rule="de-w", before="В", after="w"), r.Step(rule="de-w", before="в", after="w", note=HOSTILE))
    convention = r.Evidence(kind="convention", text="German writes В as w", source="Duden", steps=steps)
    fused = '"O\'Berundund": O\'Berund with the German word "und" (and) stuck to it'
    return (
        finding(
            1,
            "001_en",
            "TA101",
            "fused-token",
            "critical",
            "O'Berundund",
            fused,
            fix="O'Berund",
            evidence=(sibling, convention),
        ),
        finding(
            2,
            "001_en",
            "NM201",
            "foreign-form",
            "minor",
            "Wolkow",
            '"Wolkow" is how German writes Волков',
            fix="Volkov",
            evidence=(convention, sibling),
        ),
        finding(
            3,
            "001_en",
            "NM201",
            "foreign-form",
            "minor",
            "Wolkow",
            '"Wolkow" is how German writes Волков',
            nth=1,
            fix="Volkov",
            evidence=(convention, sibling),
        ),
        finding(4, "001_en", "TA301", "pronoun-gender", "major", "He decided", "a council is no he", fix="It decided"),
        finding(5, "001_en", "DT101", "night-to-ambiguity", "major", "opens on Friday night", "which night?"),
        finding(6, "001_en", "NU101", "foreign-number", "neutral", "5,5 km bridge opens", "5.5 km", preview=True),
        finding(
            7,
            "001_en",
            "TX102",
            "bidi-control",
            "minor",
            "<script>alert(1)</script> & \x1b[31mred",
            HOSTILE,
            fix=HOSTILE,
            evidence=(r.Evidence(kind="article", text=HOSTILE),),
        ),
        finding(
            8,
            "001_en",
            "QT301",
            "quote-wording",
            "minor",
            "We built it together",
            "other words in 002",
            counterpart=r.Place(article="002_fr", start=34, end=60),
        ),
        finding(9, "001_en", "PV101", "no-dateline", "minor", "", "the article has no dateline"),
        finding(10, "001_en", "NM201", "foreign-form", "minor", "Sergej", "silenced", baseline=True),
        finding(
            11,
            "001_en",
            "TX501",
            "page-chrome",
            "major",
            "By clicking on accept",
            "cookie text",
            suppressed=r.Suppression(reason="known " + HOSTILE, by="desk", until="2027-01-01"),
        ),
        finding(12, "003_ar", "NM202", "mixed-forms", "minor", "橋", "wide 橋"),
        finding(13, "003_ar", "NM202", "mixed-forms", "minor", "فولكوف", "rtl"),
    )


def _drift(score: float | None, words: int, **axes: float | None) -> r.Drift:
    table = {
        a: r.AxisScore(
            score=axes.get(a),
            compared=0 if axes.get(a) is None else 7,
            interval=None if axes.get(a) is None else (max(0.0, (axes[a] or 0) - 9.5), min(100.0, (axes[a] or 0) + 12)),
        )
        for a in r.AXES
    }
    return r.Drift(score=score, axes=table, words=words)


def _articles() -> tuple[r.ArticleRecord, ...]:
    start, end = span("001_en", "Wolkow")
    clue = r.SourceClue(text="Wolkow", start=start, end=end, points_to="de", why="German spelling of Волков")
    other = r.SourceClue(text=HOSTILE, start=0, end=6, points_to="de", why=HOSTILE)
    reuters, dpa = span("001_en", "Reuters"), span("001_en", "German Press Agency")
    credits = (
        r.Credit(name="dpa", kind="agency", role="quoted", text="German Press Agency", start=dpa[0], end=dpa[1]),
        r.Credit(name="Reuters", kind="agency", role="text", text="Reuters", start=reuters[0], end=reuters[1]),
    )
    consent, notice = (
        span("001_en", "By clicking on accept you agree to cookies."),
        span("003_ar", "EMBARGOED UNTIL 0600 GMT"),
    )
    common = {"sha256": "0" * 64, "published": None, "language_score": 0.99}
    return (
        r.ArticleRecord(
            id="001_en",
            path=PATHS["001_en"],
            role="subject",
            language="en",
            translated=r.Translated(verdict="yes", score=0.97),
            source_language=r.SourceLanguage(code="de", score=0.93, evidence=(clue, other, clue)),
            credits=credits,
            excluded=(r.Excluded(start=consent[0], end=consent[1], kind="consent"),),
            drift=_drift(41.2, 60, names=62, quotes=38.4, artifacts=80, dates=12, figures=0),
            **common,
        ),
        r.ArticleRecord(
            id="002_fr",
            path=PATHS["002_fr"],
            role="subject",
            language="fr",
            translated=r.Translated(verdict="no", score=0.04),
            source_language=None,
            credits=(),
            excluded=(),
            drift=_drift(3.0, 14, names=3),
            **(common | {"published": "2026-03-02"}),
        ),
        r.ArticleRecord(
            id="003_ar",
            path=PATHS["003_ar"],
            role="subject",
            language="ar",
            translated=r.Translated(verdict="unclear", score=0.5),
            source_language=None,
            credits=(),
            excluded=(r.Excluded(start=notice[0], end=notice[1], kind="notice"),),
            drift=_drift(None, 9),
            **common,
        ),
        r.ArticleRecord(
            id="004_clean",
            path=PATHS["004_clean"],
            role="subject",
            language="en",
            translated=r.Translated(verdict="unclear", score=0.4),
            source_language=None,
            credits=(),
            excluded=(),
            drift=_drift(None, 5),
            **common,
        ),
    )


def _mention(article: str, words: str, language: str, *conventions: str, nth: int = 0) -> r.EntityMention:
    start, end = span(article, words, nth)
    return r.EntityMention(
        article=article, start=start, end=end, text=words, language=language, conventions=conventions
    )


def _entities() -> tuple[r.Entity, ...]:
    return (
        r.Entity(
            id="e1",
            type="person",
            preferred="Sergei Volkov",
            native="Сергей Волков",
            concept=None,
            decided_by="majority of the siblings",
            mentions=(
                _mention("001_en", "Sergej Wolkow", "en", "de"),
                _mention("001_en", "Wolkow", "en", "de", nth=1),
                _mention("002_fr", "Sergueï Volkov", "fr", "fr", "bgn-pcgn"),
                _mention("002_fr", "Volkov", "fr", "en", "iso9", nth=1),
                _mention("003_ar", "سيرغي فولكوف", "ar"),
            ),
        ),
        r.Entity(
            id="e2",
            type="org",
            preferred="Trassnadzor",
            native=None,
            concept="org-t",
            decided_by="glossary",
            mentions=(_mention("001_en", "Trassnadsor", "en", "de"),),
        ),
    )


def sample() -> r.Audit:
    """The audit of ``TEXTS``."""
    q1, q2 = span("001_en", "We built it together,"), span("002_fr", "Nous l\u2019avons construit ensemble")
    d1, d2 = span("001_en", "Friday night"), span("001_en", "5,5 km")
    return r.Audit(
        schema=r.SCHEMA,
        tool=r.Tool(name="auditor", version="0.0.0"),
        signature={"zeta": 1, "glossary": None, "alpha": [HOSTILE], "chrf": "chrF2|nrefs:1"},
        articles=_articles(),
        entities=_entities(),
        quotes=(
            r.Quote(
                id="q1",
                article="001_en",
                start=q1[0],
                end=q1[1],
                text="We built it together,",
                speaker="Wolkow",
                verb="told",
                medium="German Press Agency",
                kind="direct",
            ),
            r.Quote(
                id="q2",
                article="002_fr",
                start=q2[0],
                end=q2[1],
                text="Nous l\u2019avons construit ensemble",
                speaker="Volkov",
                verb="a dit",
                medium=None,
                kind="direct",
            ),
            r.Quote(
                id="q3",
                article="001_en",
                start=d1[0],
                end=d1[1],
                text=HOSTILE,
                speaker=None,
                verb=None,
                medium=None,
                kind="partial",
            ),
        ),
        quote_links=(
            r.QuoteLink(a="q1", b="q2", chrf=48.123, ter=71.4, bleu=9.1, kind="paraphrase", changed=("We → Nous",)),
        ),
        claims=(
            r.Claim(
                id="c1",
                article="001_en",
                start=d1[0],
                end=d1[1],
                kind="date",
                subject="bridge",
                value="XXXX-WXX-5",
                precision="day",
            ),
            r.Claim(
                id="c2",
                article="003_ar",
                start=0,
                end=3,
                kind="date",
                subject=None,
                value="2026-03-06",
                precision="day",
            ),
            r.Claim(
                id="c3",
                article="001_en",
                start=d2[0],
                end=d2[1],
                kind="figure",
                subject=HOSTILE,
                value="5.5",
                precision="exact",
            ),
        ),
        claim_links=(r.ClaimLink(a="c1", b="c2", state="differs in precision"),),
        stories=(
            r.Story(
                id="s1", members=("001_en", "002_fr", "003_ar"), follows=(), score=0.8, evidence=("Volkov", "Lumma")
            ),
            r.Story(id="s2", members=("004_clean",), follows=("s1",), score=1.0, evidence=()),
        ),
        provenance=r.Provenance(
            nodes=(
                r.Node(id="article:001_en", kind="article", name="001_en.txt"),
                r.Node(id="agency:reuters", kind="agency", name="Reuters"),
                r.Node(id="language:de", kind="language", name="German"),
                r.Node(id="agency:x", kind="agency", name=HOSTILE),
            ),
            edges=(
                r.Edge(
                    source="article:001_en",
                    target="agency:reuters",
                    kind="credits",
                    stated=True,
                    score=1.0,
                    evidence=("Reuters",),
                ),
                r.Edge(
                    source="article:001_en",
                    target="language:de",
                    kind="translated from",
                    stated=False,
                    score=0.93,
                    evidence=("Wolkow",),
                ),
                r.Edge(
                    source="article:001_en",
                    target="agency:x",
                    kind="quotes",
                    stated=False,
                    score=0.5,
                    evidence=(HOSTILE,),
                ),
            ),
        ),
        findings=_findings(),
        failures=(r.Failure(path="broken\x1b.pdf", stage="reading", kind="binary", message="a PDF " + HOSTILE),),
        summary={"articles": 4},
    )


def audit_of(text: str, spans: tuple[tuple[int, int], ...], message: str = "m") -> tuple[r.Audit, dict[str, str]]:
    """A small audit of any text with a finding, a mention, a quote, a claim and an excluded stretch on given spans."""
    index = LineIndex(text)
    findings, mentions, quotes, claims = [], [], [], []
    for number, (start, end) in enumerate(spans):
        words = text[start:end]
        (line, column), (end_line, end_column) = index.locate(start), index.locate(end)
        findings.append(
            r.Finding(
                id=f"f{number}",
                fingerprint=str(number),
                rule="TA101",
                name="fused-token",
                preview=number % 2 == 1,
                severity=r.SEVERITIES[number % 4],
                mqm="accuracy/untranslated",
                article="a",
                start=start,
                end=end,
                line=line,
                column=column,
                end_line=end_line,
                end_column=end_column,
                match=words,
                message=message,
                suggestions=(r.Suggestion(text=message),),
                evidence=(r.Evidence(kind="article", text=words, article="a", start=start, end=end, source=message),),
                counterpart=r.Place(article="a", start=start, end=end),
            )
        )
        mentions.append(r.EntityMention(article="a", start=start, end=end, text=words, language="en"))
        quotes.append(
            r.Quote(id=f"q{number}", article="a", start=start, end=end, text=words, speaker=message, verb=None,
                    medium=None, kind="direct")
        )  # fmt: skip
        claims.append(
            r.Claim(id=f"c{number}", article="a", start=start, end=end, kind="figure", subject=message, value=words,
                    precision="exact")
        )  # fmt: skip
    article = r.ArticleRecord(
        id="a",
        path=message or "a.txt",
        role="subject",
        sha256="0",
        published=None,
        language="en",
        language_score=1.0,
        translated=r.Translated(verdict="yes", score=1.0),
        source_language=r.SourceLanguage(
            code="de",
            score=1.0,
            evidence=tuple(
                r.SourceClue(text=text[s:e], start=s, end=e, points_to="de", why=message) for s, e in spans if e > s
            ),
        ),
        credits=tuple(
            r.Credit(name=message, kind="agency", role="text", text=text[s:e], start=s, end=e)
            for s, e in spans
            if e > s
        ),
        excluded=tuple(r.Excluded(start=s, end=e, kind="notice") for s, e in spans[:1] if e > s),
        drift=_drift(50.0, 3, names=50.0),
    )
    entity = r.Entity(
        id="e", type="other", preferred=message, native=message, concept=None, decided_by=message,
        mentions=tuple(mentions),
    )  # fmt: skip
    links = () if len(quotes) < 2 else (r.QuoteLink(a="q0", b="q1", chrf=1.0, ter=1.0, bleu=1.0, kind="same words"),)
    pairs = () if len(claims) < 2 else (r.ClaimLink(a="c0", b="c1", state="conflict"),)
    audit = r.Audit(
        schema=r.SCHEMA,
        tool=r.Tool(name="auditor", version="0.0.0"),
        signature={message: message},
        articles=(article,),
        entities=(entity,),
        quotes=tuple(quotes),
        quote_links=links,
        claims=tuple(claims),
        claim_links=pairs,
        stories=(r.Story(id="s", members=("a",), follows=(), score=1.0, evidence=(message,)),),
        provenance=r.Provenance(
            nodes=(r.Node(id="article:a", kind="article", name="a"), r.Node(id="x", kind="outlet", name=message)),
            edges=(
                r.Edge(source="article:a", target="x", kind="credits", stated=True, score=1.0, evidence=(message,)),
            ),
        ),
        findings=tuple(findings),
        failures=(r.Failure(path=message, stage="reading", kind="binary", message=message),),
        summary={},
    )
    return audit, {"a": text}
