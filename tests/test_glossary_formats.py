"""Exchange formats: what goes out comes back, what is lost is told, other programs read the same terms."""

from __future__ import annotations

import json
import string
import tomllib
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import AuditorError, GlossaryError
from auditor.glossary.bad_forms import BAD
from auditor.glossary.edit import Desk
from auditor.glossary.exchange import bring
from auditor.glossary.formats import FORMATS, Read, Wanted, Written, format_of
from auditor.glossary.model import Concept, GlossaryFile, Native, Status, Term
from auditor.glossary.store import parse
from auditor.glossary.write import canonical

BOTH = Wanted(source="en", target="de", date="2026-01-31")
ADA = Concept(
    id="per-lovelace-ada",
    type="person",
    native=Native(text="Ада Лавлейс", lang="ru"),
    terms=(
        Term(text="Ada Lovelace", lang="de", short="Lovelace"),
        Term(text="Ada Lovelace", lang="en", short="Lovelace"),
        Term(text="Augusta King", lang="en", status="admitted", note="née Byron"),
        Term(text="Ada Lovelase", lang="en", status="misspelling", use="Ada Lovelace"),
    ),
    never=("per-king-ada",),
    refs=("wikidata:Q7259",),
    note="mathematician & writer",
)
BASE = Concept(
    id="loc-star-base",
    type="place",
    terms=(
        Term(text="Sternbasis <1>", lang="de"),
        Term(text="Star Base", lang="en", match="stem"),
        Term(text="Starbase", lang="en", status="forbidden"),
        Term(text="Star Station", lang="en", status="deprecated"),
    ),
)
SAMPLE = (BASE, ADA)


def write(name: str, concepts: Sequence[Concept] = SAMPLE, wanted: Wanted = BOTH) -> Written:
    made = FORMATS[name].write
    assert made is not None
    return made(concepts, wanted)


def read(name: str, text: str | bytes, wanted: Wanted = BOTH) -> Read:
    held = FORMATS[name].read
    assert held is not None
    return held(text if isinstance(text, bytes) else text.encode(), wanted)


def there_and_back(name: str, concepts: Sequence[Concept] = SAMPLE) -> tuple[Concept, ...]:
    return read(name, write(name, concepts).text).concepts


def forms(concepts: Sequence[Concept]) -> dict[str, set[tuple[str, str, str]]]:
    return {c.id: {(t.text, t.lang, t.status) for t in c.terms} for c in concepts}


words = st.text(st.sampled_from(string.ascii_letters + "äжß'\"=,;|+-@ \t#"), min_size=1, max_size=9).map(
    lambda t: " ".join(t.split())
)
full = words.filter(bool)
terms = st.builds(
    Term,
    text=full,
    lang=st.sampled_from(["en", "de", "pt-BR"]),
    status=st.sampled_from(list(Status.__args__)),  # type: ignore[attr-defined]
    short=st.none() | full,
    note=st.none() | full,
    since=st.none() | st.just("2024"),
)
concepts = st.builds(
    Concept,
    id=st.from_regex(r"[a-z]{1,4}", fullmatch=True),
    type=st.sampled_from(["person", "org", "term"]),
    terms=st.lists(terms, min_size=1, max_size=3, unique_by=lambda t: (t.text, t.lang)).map(tuple),
    note=st.none() | full,
)


@pytest.mark.parametrize("name", ["csv", "tsv"])
@given(made=st.lists(concepts, max_size=3, unique_by=lambda c: c.id))
def test_tables_hold_everything(name: str, made: list[Concept]) -> None:
    kept = [c for c in made if len([t for t in c.terms if t.status == "preferred"]) <= 1]
    assert list(there_and_back(name, kept)) == kept


def test_tables_hold_the_sample_but_for_nothing() -> None:
    assert there_and_back("csv") == SAMPLE
    assert write("csv").losses == ()


@pytest.mark.parametrize("name", ["tbx", "tbx-basic"])
def test_tbx_basic_there_and_back(name: str) -> None:
    back = there_and_back(name)
    assert [(c.id, c.type, c.native, c.refs, c.note) for c in back] == [
        (c.id, c.type, c.native, c.refs, c.note) for c in SAMPLE
    ]
    written = forms(SAMPLE)
    written["per-lovelace-ada"].remove(("Ada Lovelase", "en", "misspelling"))
    written["per-lovelace-ada"].add(("Ada Lovelase", "en", "forbidden"))
    assert forms(back) == written
    assert {t.text: t.short for t in back[1].terms}["Ada Lovelace"] == "Lovelace"
    assert {loss.what for loss in write(name).losses} == {
        "match of terms", "never of concepts", "status misspelling (written as deprecatedTerm)", "use of terms",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "kinds"), [("tbx-core", ["term", "term"]), ("tbx-min", ["place", "person"])])
def test_the_smaller_dialects_say_what_they_lose(name: str, kinds: list[str]) -> None:
    back = read(name, write(name).text.replace("per-", "x-").replace("loc-", "y-")).concepts
    assert [c.type for c in back] == kinds
    told = [{t.text for t in c.terms if name != "tbx-core" or t.status not in BAD} for c in SAMPLE]
    assert [{t.text for t in c.terms} for c in back] == told  # without a status a bad form would be read as a good one
    lost = {loss.what for loss in write(name).losses}
    assert {"native of concepts", "short of terms", "refs of concepts"} <= lost


def test_tbx_in_style_dct_and_with_groups() -> None:
    text = """<tbx type="TBX-Min" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
      xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry id="c1">
      <min:subjectField>sea</min:subjectField><langSec xml:lang="en_gb"><termSec><term>harbour</term>
      <min:administrativeStatus>preferred</min:administrativeStatus><min:partOfSpeech>noun</min:partOfSpeech></termSec><termSec><term>haven</term>
      <min:administrativeStatus>notRecommended</min:administrativeStatus></termSec></langSec></conceptEntry>
      </body></text></tbx>"""
    found = read("tbx-min", text)
    assert forms(found.concepts) == {"c1": {("harbour", "en-GB", "preferred"), ("haven", "en-GB", "deprecated")}}
    assert {loss.what for loss in found.losses} == {"subject fields", "partOfSpeech of terms"}
    grouped = """<martif type="TBX"><text><body><termEntry><langSet xml:lang="fr"><ntig><termGrp><term>port</term>
      <termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></termGrp></ntig></langSet></termEntry>
      </body></text></martif>"""
    assert forms(read("tbx", grouped).concepts) == {"term-port": {("port", "fr", "admitted")}}


def test_utx_there_and_back() -> None:
    back = there_and_back("utx")
    assert forms(back) == {
        "loc-star-base": {
            ("Star Base", "en", "preferred"), ("Starbase", "en", "forbidden"), ("Star Station", "en", "deprecated"),
            ("Sternbasis <1>", "de", "preferred"),
        },
        "per-lovelace-ada": {
            ("Ada Lovelace", "en", "preferred"), ("Augusta King", "en", "admitted"),
            ("Ada Lovelase", "en", "forbidden"), ("Ada Lovelace", "de", "preferred"),
        },
    }  # fmt: skip
    assert "native of concepts" in {loss.what for loss in write("utx").losses}


def test_omegat_there_and_back() -> None:
    back = there_and_back("omegat")
    assert {tuple(t.text for t in c.terms) for c in back} == {
        ("Star Base", "Sternbasis <1>"), ("Ada Lovelace", "Ada Lovelace"), ("Augusta King", "Ada Lovelace"),
    }  # fmt: skip
    with pytest.raises(GlossaryError, match="two columns"):
        write("omegat", SAMPLE, Wanted())
    lost = read("omegat", "# comment\nport\tHafen\tnote\nport\tPforte\nonly\n")
    assert [(t.text, t.status) for t in lost.concepts[0].terms] == [
        ("port", "preferred"), ("Hafen", "preferred"), ("Pforte", "admitted"),
    ]  # fmt: skip
    assert [(loss.what, loss.samples) for loss in lost.losses] == [("lines without two columns", ("line 4",))]


@pytest.mark.parametrize("name", ["omegat", "utx"])
def test_breaks_inside_a_cell_end_no_row(name: str) -> None:
    made = Concept(id="term-x", type="term", terms=(Term(text="a\u2028b", lang="en"), Term(text="c\x85d", lang="de")))
    assert [{t.text for t in c.terms} for c in there_and_back(name, [made])] == [{"a\u2028b", "c\x85d"}]


def test_tmx_there_and_back_as_candidates() -> None:
    back = there_and_back("tmx")
    assert [[(t.text, t.lang, t.status) for t in c.terms] for c in back] == [
        [("Sternbasis <1>", "de", "candidate"), ("Star Base", "en", "candidate")],
        [("Ada Lovelace", "de", "candidate"), ("Ada Lovelace", "en", "candidate")],
    ]


@pytest.mark.parametrize(
    "text",
    [
        '<xliff version="1.2"><file source-language="en" target-language="de"><body>'
        "<trans-unit id='1'><source>harbour <g id='1'>master</g></source><target>Hafenmeister</target></trans-unit>"
        "<trans-unit id='2'><source>We left the old harbour at dawn today</source><target>x</target></trans-unit>"
        "<trans-unit id='3'><source>quay</source></trans-unit></body></file></xliff>",
        '<xliff version="2.0" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">'
        "<unit id='1'><segment><source>harbour <pc id='1'>master</pc></source><target>Hafenmeister</target></segment>"
        "</unit><unit id='2'><segment><source>We left the old harbour today</source><target>x</target></segment>"
        "</unit><unit id='3'><segment><source>quay</source></segment></unit></file></xliff>",
    ],
)
def test_xliff(text: str) -> None:
    found = read("xliff", text)
    assert [[(t.text, t.lang, t.status) for t in c.terms] for c in found.concepts] == [
        [("harbour master", "en", "candidate"), ("Hafenmeister", "de", "candidate")]
    ]
    assert [loss.what for loss in found.losses] == ["sentences, which are no terms", "units without a translation"]


def wikidata(**more: object) -> bytes:
    entity = {
        "id": "Q7259",
        "labels": {
            "en": {"language": "en", "value": "Ada Lovelace"},
            "mul": {"language": "mul", "value": "A. Lovelace"},
        },
        "aliases": {"en": [{"language": "en", "value": "Augusta King"}]},
        "descriptions": {"en": {"language": "en", "value": "mathematician"}},
        "claims": {
            "P31": [{"rank": "normal", "mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}],
            "P1559": [{"mainsnak": {"datavalue": {"value": {"text": "Ada", "language": "en"}}}}],
        },
    }
    return json.dumps({"entities": {"Q7259": entity | more}}).encode()


def test_wikidata_there_and_back() -> None:
    (ada,) = read("wikidata", wikidata()).concepts
    assert (ada.id, ada.type, ada.refs, ada.note) == (
        "per-lovelace-ada",
        "person",
        ("wikidata:Q7259",),
        "mathematician",
    )
    assert ada.native == Native(text="Ada", lang="en")
    assert forms([ada])[ada.id] == {
        ("Ada Lovelace", "en", "preferred"), ("Augusta King", "en", "admitted"), ("A. Lovelace", "mul", "preferred"),
    }  # fmt: skip
    (again,) = there_and_back("wikidata", [ada])
    assert forms([again]) == forms([ada])
    assert (again.refs, again.native) == (ada.refs, ada.native)
    (line,) = read(
        "wikidata", b"[\n" + json.dumps(json.loads(wikidata())["entities"]["Q7259"]).encode() + b",\n]"
    ).concepts
    assert line == ada


def test_opensanctions_there_and_back() -> None:
    row = {
        "id": "NK-1", "schema": "Person", "caption": "Ana Kovač",
        "properties": {"name": ["Ana Kovač", "Ana Kovac"], "alias": ["A. Kovač"], "wikidataId": ["Q1"]},
    }  # fmt: skip
    data = json.dumps(row) + "\n" + json.dumps({"id": "x", "schema": "Address", "properties": {}}) + "\n"
    found = read("ftm", data, Wanted())
    (ana,) = found.concepts
    assert [(t.text, t.status, t.lang) for t in ana.terms] == [
        ("Ana Kovač", "preferred", "mul"), ("Ana Kovac", "admitted", "mul"), ("A. Kovač", "admitted", "mul"),
    ]  # fmt: skip
    assert ana.refs == ("opensanctions:NK-1", "wikidata:Q1")
    assert [loss.what for loss in found.losses] == ["entities that are no names"]
    written = FORMATS["ftm"].write
    assert written is not None
    (again,) = read("ftm", written([ana], Wanted()).text, Wanted()).concepts
    assert again == ana


@pytest.mark.parametrize("name", ["tbx", "tmx", "xliff"])
@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><x>&e;</x>',
        '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x><tu>&c;</tu></x>',
        "<x><unclosed>",
        "",
    ],
)
def test_hostile_and_broken_xml_is_refused(name: str, text: str) -> None:
    with pytest.raises(GlossaryError):
        read(name, text)


def test_a_document_type_without_entities_is_let_pass() -> None:
    text = write("tbx").text.replace("<martif ", '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n<martif ')
    assert len(read("tbx", text).concepts) == 2


def test_another_reader_has_the_same_terms() -> None:
    tbx = pytest.importorskip("translate.storage.tbx")
    utx = pytest.importorskip("translate.storage.utx")
    store = tbx.tbxfile.parsestring(write("tbx").text.encode())
    seen = {str(node.text) for unit in store.units for node in unit.xmlelement.iter("term")}
    ours = {t.text for c in SAMPLE for t in c.terms} | {"Lovelace", "Ада Лавлейс"}
    assert seen == ours
    assert [unit.getid() for unit in store.units] == [c.id for c in SAMPLE]
    table = utx.UtxFile(BytesIO(write("utx").text.encode()))
    rows = {(unit.source, unit.target) for unit in table.units if unit.source}
    assert rows == {
        (s.text, t.text) for c in SAMPLE for s in c.terms if s.lang == "en" for t in c.terms if t.lang == "de"
    }


LISTS = {
    "vale": (
        "extends: substitution\nmessage: \"Use '%s' instead of '%s'.\"\nlevel: error\nignorecase: false\nswap:\n"
        '  "Starbase": "Star Base"\n  "Star Station": "Star Base"\n  "Ada Lovelase": "Ada Lovelace"\n'
    ),
    "vale-vocab": "Ada Lovelace\nAugusta King\nLovelace\nStar Base\nSternbasis <1>\n",
    "languagetool-words": "Ada\nAugusta\nBase\nKing\nLovelace\nStar\nSternbasis\n",
    "codespell": "starbase->star base\n",
    "hunspell": "7\nAda\nAugusta\nBase\nKing\nLovelace\nStar\nSternbasis\n",
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_for_spelling_programs(name: str) -> None:
    assert write(name).text == LISTS[name]


def test_typos_and_languagetool_are_well_formed() -> None:
    table = tomllib.loads(write("typos").text)["default"]["extend-identifiers"]
    assert table["Starbase"] == "Star Base"
    assert table["Lovelace"] == "Lovelace"
    from lxml import etree

    rules = etree.fromstring(write("languagetool").text.encode())
    assert [r.findtext(".//suggestion") for r in rules.iter("rule")] == ["Star Base", "Star Base", "Ada Lovelace"]
    assert [t.text for t in next(rules.iter("pattern"))] == ["Starbase"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("csv", "a,b\n1,2\n", "names no columns of terms"),
        ("csv", "text,lang,status\nport,en,prefered\n", "did you mean 'preferred'"),
        ("csv", "text,lang\nport,ger\n", "write de"),
        ("utx", "port\tHafen\n", "not UTX"),
        ("wikidata", "{", "not JSON"),
        ("ftm", "nonsense\n", "not JSON"),
        ("omegat", b"\xff\xfe\x00", "not UTF-16"),
        ("omegat", b"\xe9", "not UTF-8 at byte 0"),
    ],
)
def test_what_cannot_be_read_is_named(name: str, text: str | bytes, said: str) -> None:
    with pytest.raises(AuditorError) as caught:
        read(name, text)
    assert said in str(caught.value)


def test_one_column_a_language() -> None:
    found = read("csv", "\ufeffen;de;remark\nharbour|port;Hafen;x\n;Kai;\n")
    assert [[(t.text, t.lang, t.status) for t in c.terms] for c in found.concepts] == [
        [("harbour", "en", "preferred"), ("port", "en", "admitted"), ("Hafen", "de", "preferred")],
        [("Kai", "de", "preferred")],
    ]
    assert [loss.what for loss in found.losses] == ["columns that are not known"]


def test_the_ending_says_the_format() -> None:
    assert format_of(Path("a.TBX"), reads=True).name == "tbx"
    with pytest.raises(AuditorError, match="what format is it"):
        format_of(Path("a.xyz"), reads=True)


def desk(*held: Concept) -> Desk:
    text = canonical(GlossaryFile(schema=1, concept=held))
    return Desk([parse(Path("g.toml"), text)])


def test_what_the_desk_says_wins_unless_told_otherwise() -> None:
    other = msgspec.structs.replace(
        ADA, id="x", terms=(Term(text="Ada King", lang="en"), Term(text="Ada Lovelace", lang="fr")), never=()
    )
    done = bring(desk(ADA), [other])
    new = done.changes["per-lovelace-ada"]
    assert new is not None
    assert (done.added, done.joined) == (0, 1)
    assert [t.text for t in new.terms if t.status == "preferred" and t.lang == "en"] == ["Ada Lovelace"]
    done = bring(desk(ADA), [other], replace=True)
    new = done.changes["per-lovelace-ada"]
    assert new is not None
    assert [t.text for t in new.terms if t.status == "preferred" and t.lang == "en"] == ["Ada King"]


def test_the_same_again_changes_nothing() -> None:
    done = bring(desk(*SAMPLE), SAMPLE)
    assert (done.changes, done.added, done.joined, done.same) == ({}, 0, 0, 2)


def test_what_contradicts_is_left_out_and_told() -> None:
    wrong = Concept(id="y", type="place", terms=(Term(text="Star Base", lang="en", status="forbidden"),))
    fine = Concept(id="z", type="place", terms=(Term(text="Moon Base", lang="en"), Term(text="Starbase", lang="en")))
    done = bring(desk(*SAMPLE), [wrong, fine])
    assert list(done.changes) == ["z"]
    assert len(done.left) == 2
    new = done.changes["z"]
    assert new is not None
    assert [t.text for t in new.terms] == ["Moon Base"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "Q5", "en", "Ada", "Person"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "labels",
                    "aliases",
                    "en",
                    "value",
                    "claims",
                    "P31",
                    "mainsnak",
                    "schema",
                    "properties",
                    "name",
                    "caption",
                ]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("name", ["wikidata", "ftm"])
@given(value=json_values)
def test_json_of_any_shape_is_read_or_refused(name: str, value: object) -> None:
    rows = [
        {"id": "Q1", "schema": "Person", "labels": value, "aliases": value, "claims": value, "properties": value},
        value,
    ]
    for row in rows:
        try:
            read(name, json.dumps(row) + "\n")
        except GlossaryError:
            continue


@pytest.mark.parametrize("name", ["wikidata", "ftm"])
@pytest.mark.parametrize("data", [b'{"id": "Q1", "labels": {"en": {"value": "\xff"}}}', b"[" * 100_000])
def test_json_that_is_none_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(GlossaryError):
        read(name, data)


def test_a_native_name_needs_its_language() -> None:
    for head, row in (("native_lang", "ru"), ("native", "Ада"), ("native,native_lang", ",ru")):
        made = read("csv", f"text,lang,{head}\nAda,en,{row}\n")
        assert made.concepts[0].native is None
        assert [loss.samples for loss in made.losses] == [("Ada",)]


def test_a_label_of_a_region_is_the_first_preferred_one() -> None:
    terms = (Term(text="Kyiv", lang="en-GB"), Term(text="Kiev", lang="en-GB"))
    made = read(
        "wikidata", write("wikidata", [Concept(id="loc-kyiv", type="place", terms=terms, refs=("wikidata:Q1",))]).text
    )
    assert [(t.text, t.status) for t in made.concepts[0].terms] == [("Kyiv", "preferred"), ("Kiev", "admitted")]


@pytest.mark.parametrize("name", [f.name for f in FORMATS.values() if f.read])
@given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_bytes_of_any_kind_are_read_or_refused(name: str, data: bytes) -> None:
    try:
        read(name, data)
    except GlossaryError:
        return


def test_what_no_collection_knows_comes_back_under_its_own_id() -> None:
    plain = tuple(msgspec.structs.replace(c, refs=()) for c in SAMPLE)
    back = there_and_back("wikidata", plain)
    assert [(c.id, c.type, c.refs) for c in back] == [(c.id, c.type, ()) for c in plain]
    assert [(c.id, c.refs) for c in there_and_back("ftm", plain)] == [("per-lovelace-ada", ())]
    other = b'{"id": "P31", "type": "property", "labels": {"en": {"language": "en", "value": "instance of"}}}'
    assert read("wikidata", other).concepts == ()
