"""All exchange formats by name."""

from __future__ import annotations

from pathlib import PurePath

from auditor.errors import UsageError
from auditor.glossary.formats import bilingual, columns, entities, tables, tbx, wordlists
from auditor.glossary.formats.base import Format
from auditor.packs.nearest import did_you_mean

FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        Format(
            name="csv", title="table, one row a term", suffixes=(".csv",), read=tables.read_csv, write=tables.write_csv
        ),
        Format(
            name="tsv",
            title="the same with tabs",
            suffixes=(".tsv", ".tab"),
            read=tables.read_tsv,
            write=tables.write_tsv,
        ),
        Format(
            name="omegat",
            title="OmegaT glossary",
            suffixes=(".txt",),
            read=columns.read_omegat,
            write=columns.write_omegat,
        ),
        Format(name="utx", title="UTX 1.11", suffixes=(".utx",), read=columns.read_utx, write=columns.write_utx),
        Format(
            name="tbx",
            title="TBX-Basic, version 2 (martif)",
            suffixes=(".tbx", ".tbxm"),
            read=tbx.read,
            write=tbx.write_v2,
        ),
        Format(name="tbx-core", title="ISO 30042:2019, TBX-Core", read=tbx.read, write=tbx.write_core),
        Format(name="tbx-min", title="ISO 30042:2019, TBX-Min", read=tbx.read, write=tbx.write_min),
        Format(name="tbx-basic", title="ISO 30042:2019, TBX-Basic", read=tbx.read, write=tbx.write_basic),
        Format(
            name="tmx",
            title="TMX 1.4; short segments come in as candidates",
            suffixes=(".tmx",),
            read=bilingual.read_tmx,
            write=bilingual.write_tmx,
        ),
        Format(
            name="xliff",
            title="XLIFF 1.2 and 2; short segments come in as candidates",
            suffixes=(".xlf", ".xliff"),
            read=bilingual.read_xliff,
        ),
        Format(
            name="wikidata",
            title="Wikidata entities (JSON)",
            suffixes=(".json",),
            read=entities.read_wikidata,
            write=entities.write_wikidata,
        ),
        Format(
            name="ftm",
            title="OpenSanctions / FollowTheMoney (JSON lines)",
            suffixes=(".jsonl", ".ftm"),
            read=entities.read_ftm,
            write=entities.write_ftm,
        ),
        Format(name="vale", title="Vale: substitution rule", write=wordlists.write_vale),
        Format(name="vale-vocab", title="Vale: accept.txt of a vocabulary", write=wordlists.write_vale_vocab),
        Format(name="languagetool", title="LanguageTool: rules for --rulefile", write=wordlists.write_languagetool),
        Format(
            name="languagetool-words",
            title="LanguageTool: spelling_custom.txt",
            write=wordlists.write_languagetool_words,
        ),
        Format(name="codespell", title="codespell: dictionary", write=wordlists.write_codespell),
        Format(name="typos", title="typos: extend-identifiers", write=wordlists.write_typos),
        Format(name="hunspell", title="Hunspell: .dic", write=wordlists.write_hunspell),
    )
}


def format_named(name: str, *, reads: bool) -> Format:
    """The format of a name that can be read (or written); a `UsageError` with the nearest one."""
    valid = [f.name for f in FORMATS.values() if (f.read if reads else f.write)]
    if name not in valid:
        raise UsageError(f"--format: no such value {name!r}", did_you_mean(name, valid))
    return FORMATS[name]


def format_of(path: PurePath, *, reads: bool) -> Format:
    """The format that files with this ending have; a `UsageError` where that is not clear."""
    suffix = path.suffix.lower()
    found = next((f for f in FORMATS.values() if suffix in f.suffixes and (f.read if reads else f.write)), None)
    if found is None:
        valid = ", ".join(f.name for f in FORMATS.values() if (f.read if reads else f.write))
        raise UsageError(f"{path}: what format is it?", f"--format {valid}")
    return found
