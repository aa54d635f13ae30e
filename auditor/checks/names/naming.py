"""Checks on names. They read what the entities say of each mention and turn it into findings."""

from __future__ import annotations

from auditor.checks.base import Check, Example
from auditor.checks.names.naming_halves import half_names
from auditor.checks.names.naming_listed import foreign_forms
from auditor.checks.names.naming_slips import misspelt_names
from auditor.checks.names.naming_spans import hits
from auditor.checks.names.naming_twins import all_mixed

# Languages that do not inflect names, so that a difference is one of spelling.
_UNINFLECTED = ("en", "de", "fr", "es", "it", "nl", "pt", "sv", "da", "nb", "ro", "tr")

FUSED = Check(
    id="TA101",
    slug="fused-token",
    title="A name with a word of another language stuck to it",
    mqm="accuracy/untranslated",
    severity="critical",
    why="Readers and archives take the lump for the person's name, and it betrays machine output that nobody edited.",
    message="“{form}” is {right} with {why}",
    run=lambda context: hits(context, "fused"),
    examples=(
        Example(
            text="The crew of the second flight was named on Monday. The pilot is Sean ⟦O'Learyzwei⟧ of Cork.",
            kind="bad",
            fixed="The crew of the second flight was named on Monday. The pilot is Sean O'Leary of Cork.",
        ),
        Example(
            text="The trio will fly in May, said the engineer Maria ⟦Gonzalesund⟧ on Monday.",
            kind="bad",
            fixed="The trio will fly in May, said the engineer Maria Gonzales on Monday.",
            siblings=("The engineer Maria Gonzales said on Monday that the trio will fly in May.",),
        ),
        Example(
            text="The mayor, Peter Hermannsdorf, met Anna Goldmann and Pat O'Leary in Dublin on Monday.", kind="good"
        ),
    ),
    sources=("data/languages/function_words.toml", "wordfreq 3 frequency lists (Speer 2022)"),
    status="stable",
)

HALF = Check(
    id="NM102",
    slug="half-translated-name",
    title="A compound name of which only one half was translated",
    mqm="accuracy/mistranslation/entity",
    severity="critical",
    why="Nothing is called so: readers cannot tell which institution is meant.",
    message="“{form}” is half of {why}",
    run=half_names,
    examples=(
        Example(
            text="Relations between the two capitals are tense, a diplomat told the ⟦Casa White⟧ on Friday.",
            kind="bad",
            fixed="Relations between the two capitals are tense, a diplomat told the White House on Friday.",
        ),
        Example(
            text="The White House and the Supreme Court are in Washington, and the Louvre is in Paris.", kind="good"
        ),
        Example(
            text="The students of the ⟦Universidad of Valladolid⟧ went on strike on Monday, the rector said.",
            kind="bad",
            fixed="The students of the University of Valladolid went on strike on Monday, the rector said.",
        ),
        Example(text="The list of debtors was put out by the ⟦Ministry of Hacienda⟧ on Friday.", kind="bad"),
        Example(text="The road is paid for by the ⟦Province di Cuneo⟧, its council said on Friday.", kind="bad"),
        Example(text="The Plaza of the Americas and the Université de Lille were closed on Monday.", kind="good"),
    ),
    sources=("data/institutions/institutions.tsv", "data/renderings/generics.tsv"),
    limits=(
        "Of names that are not in the table of institutions it is known which word begins them (Universidad), not what "
        "English calls the whole: a house that keeps such words (Junta of, Palacio of) will want to allow them.",
    ),
    status="stable",
)

MISSPELT = Check(
    id="NM101",
    slug="misspelt-entity",
    title="A slip in a name that stands right elsewhere or that the tables know",
    mqm="linguistic-conventions/spelling",
    severity="major",
    why="A name with a slip is another name: searches miss it, and the reader doubts the rest.",
    message="{why}",
    run=misspelt_names,
    examples=(
        Example(
            text="The regulator Roskomnadzor fined the platform. Roskomnadzor acted on a complaint, it said. "
            "⟦Roskomadzor⟧ did not say who had complained.",
            kind="bad",
            fixed="The regulator Roskomnadzor fined the platform. Roskomnadzor acted on a complaint, it said. "
            "Roskomnadzor did not say who had complained.",
        ),
        Example(
            text="The match in ⟦Barcelnoa⟧ was put off on Monday because of the rain.",
            kind="bad",
            fixed="The match in Barcelona was put off on Monday because of the rain.",
        ),
        Example(text="A report of the ⟦Untied⟧ Nations said on Monday that the harvest had failed.", kind="bad"),
        Example(
            text="The players Petrov and Petrova met the coach Morrison and his aide Morris on Monday.", kind="good"
        ),
    ),
    sources=("Damerau 1964: one insertion, omission, substitution or transposition", "data/renderings/one_way.tsv"),
    limits=(
        "A pun on a company's name (Macrosoft) and a name that nobody else has heard of, one letter from a known one, "
        "are taken for slips; what a convention of another language makes of a name is left to NM201.",
    ),
    status="stable",
)

FOREIGN = Check(
    id="NM201",
    slug="foreign-form",
    title="A name as another language spells it",
    mqm="linguistic-conventions/spelling/transliteration",
    severity="minor",
    why="Readers know the name as their own press spells it; another language's form hides who is meant.",
    message="{why}; {language} copy has {right}",
    run=foreign_forms,
    examples=(
        Example(
            kind="bad",
            text="W muzeum otwarto wystawę o życiu pisarza. Anton ⟦Chekhov⟧ urodził się w Taganrogu nad morzem.",
            lang="pl",
        ),
        Example(
            text="The foreign minister, Sergei ⟦Lawrow⟧, arrived in Geneva on Monday for talks.",
            kind="bad",
            fixed="The foreign minister, Sergei Lavrov, arrived in Geneva on Monday for talks.",
        ),
        Example(
            text="The fire was out by noon. The train from ⟦Jekaterinburg⟧ arrived late, the driver said.",
            kind="bad",
            fixed="The fire was out by noon. The train from Yekaterinburg arrived late, the driver said.",
        ),
        Example(text="A statement came at noon; according to ⟦Peskow⟧, the decision will stand.", kind="bad"),
        Example(text="The talks will go on, the spokesman said: Benjamin ⟦Netanjahu⟧ wants them to.", kind="bad"),
        Example(
            text="Nobody was hurt, the ministry said. The order came from ⟦Szojgu⟧, according to two officers.",
            kind="bad",
            fixed="Nobody was hurt, the ministry said. The order came from Shoigu, according to two officers.",
        ),
        Example(
            text="The Bulgarian minister Dimitar ⟦Zarew⟧ met the farmers in the hall on Monday.",
            kind="bad",
            fixed="The Bulgarian minister Dimitar Zarev met the farmers in the hall on Monday.",
        ),
        Example(
            text="The activist ⟦Wiktar⟧ Babarenka spoke to the pupils in the hall on Monday.",
            kind="bad",
            fixed="The activist Viktar Babarenka spoke to the pupils in the hall on Monday.",
        ),
        Example(
            text="The Ukrainian boxer Wladimir Klitschko met the Slovak deputy Sergej Kozlov on Monday.", kind="good"
        ),
        Example(text="The coach Mike Zelenski won the cup. Zelenski is from Ohio, his club said.", kind="good"),
        Example(
            text="The painter Piotr Malinowski met the singer Jana Zelenková in Kolín, where Lasota was born.",
            kind="good",
        ),
        Example(
            text="Sergei and Sergey, Yuri and Yury, Elena and Yelena are all found in good papers.",
            kind="good",
        ),
    ),
    sources=(
        "docs/conventions.md: the convention of each language with its authority",
        "data/renderings/public_names.tsv",
    ),
    status="stable",
    languages=(
        *_UNINFLECTED,
        "pl",
        "cs",
        "ru",
        "uk",
    ),  # inflected, but only whole forms of other conventions are looked for
)

MIXED = Check(
    id="NM202",
    slug="mixed-forms",
    title="One name in several spellings within an article",
    mqm="style/inconsistent-style",
    severity="minor",
    why="Readers may take two spellings for two people.",
    message="the article spells one name in several ways: {counted}",
    run=all_mixed,
    examples=(
        Example(
            text="President Volodymyr Zelensky spoke on Monday. Zelensky thanked the allies; ⟦Zelenskyy⟧ then left.",
            kind="bad",
            fixed="President Volodymyr Zelensky spoke on Monday. Zelensky thanked the allies; Zelensky then left.",
        ),
        Example(
            text="The club Galatasaray lost to Beşiktaş on Sunday. Beşiktaş is third; ⟦Besiktas⟧ fans were glad.",
            kind="bad",
            fixed="The club Galatasaray lost to Beşiktaş on Sunday. Beşiktaş is third; Beşiktaş fans were glad.",
        ),
        Example(
            text="The trainer called Derek Lukasen and Kiko Bandoro. Bandoro came late; ⟦Derrick⟧ Lukasen was ill.",
            kind="bad",
            fixed="The trainer called Derek Lukasen and Kiko Bandoro. Bandoro came late; Derek Lukasen was ill.",
        ),
        Example(
            text="The mayor Matteo Bandoro met Kiko Vezzandro. Bandoro was late; the hall of ⟦Vizzandro⟧ was full.",
            kind="bad",
        ),
        Example(
            text="The mayor Jan Wołowiec spoke on Monday. The critics of ⟦Volovets⟧ had left the hall, a clerk said.",
            kind="bad",
        ),
        Example(text="President Volodymyr Zelenskyy spoke on Monday. Zelenskyy thanked the allies.", kind="good"),
        Example(text="Roberto Alder and Roberta Alder met Daniel Morrit and Danielle Morrit on Monday.", kind="good"),
    ),
    sources=("The Associated Press Stylebook: one spelling throughout",),
    languages=_UNINFLECTED,
)

CHECKS: tuple[Check, ...] = (MISSPELT, HALF, FOREIGN, MIXED, FUSED)
