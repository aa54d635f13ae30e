"""Furniture of the page in the copy, and copy that was cut, glued or doubled when the page was turned into text."""

from __future__ import annotations

from auditor.checks.base import Check, Example
from auditor.checks.page.chrome import chrome
from auditor.checks.page.page import cut, empty_quotes, glued, leftover
from auditor.checks.page.repeats import repeated
from auditor.packs.languages import LANGUAGES

_BODY = """The council voted on Monday to close the bridge for repairs.

Traffic will be led over the old ferry until May.

The works cost four million euros, the mayor told reporters in the town hall.

Opponents of the plan want to collect signatures against it until the end of the month."""

_LONG = """The city council voted on Monday evening to close the old river bridge for repairs until next summer.

Traffic will be led over the small ferry and through the villages on the other bank, the mayor told reporters.

The works will cost four million euros, half of which comes from the state and the other half from the city itself.

Opponents of the plan want to collect signatures against it and to bring the matter before the court this month."""

_MORE = "The ferry can take forty cars at a time and will go every half an hour from five in the morning to midnight."

TX501 = Check(
    id="TX501",
    slug="page-chrome",
    title="Text of the page in the copy",
    mqm="design-markup/boilerplate",
    severity="minor",
    why="Menus, cookie notices, tags and teasers are not part of the report, but are read and translated with it.",
    message="{what} of the page has been left in the copy",
    run=chrome,
    examples=(
        Example(kind="bad", text=f"⟦Skip to main content⟧\n\n{_BODY}"),
        Example(
            kind="bad",
            text=f"{_BODY}\n\n⟦By clicking on Accept all cookies, you consent to their use.⟧",
        ),
        Example(kind="bad", text=f"{_BODY}\n\n  ⟦• Traffic\n  • Bridges\n  • Budget⟧"),
        Example(kind="bad", text=f"{_BODY}\n\n⟦Comment on our editorial and share it on your networks⟧"),
        Example(kind="bad", text=f"{_BODY} ⟦Follow our channel on Telegram⟧"),
        Example(kind="bad", text=f"{_BODY}\n\n⟦The reportage goes on under the picture⟧\n\n{_MORE}"),
        Example(kind="bad", text=f"{_BODY}\n\n⟦The text was translated automatically with the help of AI.⟧\n\n{_MORE}"),
        Example(kind="bad", text=f"{_MORE} ⟦Read all about it in our live blog.⟧ The mayor left at noon.\n\n{_BODY}"),
        Example(kind="bad", text=f"The mayor was booed on the bridge. ⟦READ ALSO The ferry is full⟧\n\n{_BODY}"),
        Example(kind="bad", text=f"Council wants to close the old bridge ⟦| Inland⟧\n\n{_BODY}"),
        Example(kind="bad", text=f"Council closes the bridge\n\n⟦Thus: 05/04/2020 9:04 PM⟧\n\n{_BODY}"),
        Example(kind="bad", text=f"Council closes the bridge\n\n⟦4 hours ago⟧\n\n{_BODY}"),
        Example(kind="bad", text=f"{_BODY} ⟦(Reporter Wu Bo)⟧"),
        Example(kind="bad", text=f"{_BODY}\n\n⟦EFE mos/cae⟧"),
        Example(
            kind="good",
            text=f"{_BODY}\n\nThe watchdog fined the firm because it set cookies without asking.",
        ),
        Example(kind="good", text=f"Council closes the bridge\n\nLINDAU, May 4 (Reuters) - {_BODY}\n\n(dpa, AFP)"),
        Example(kind="good", text=f"Council closes the bridge – the mayor is angry\n\nBy Anna Berg\n\n{_BODY}"),
        Example(kind="good", text=f"{_BODY}\n\nHe shared the news on Facebook. The video was on his Telegram channel."),
    ),
    sources=("MQM Core: design and markup",),
    status="stable",
)
TX502 = Check(
    id="TX502",
    slug="truncated-sentence",
    title="Sentence that breaks off",
    mqm="design-markup/truncation",
    severity="major",
    why="The rest of the sentence was lost on the way; what it said may matter.",
    message="the text breaks off after “{word}”",
    run=cut,
    examples=(
        Example(
            kind="bad",
            text="The council voted on Monday to close ⟦the bridge for repairs and⟧\n\nTraffic will use the old ferry.",
        ),
        Example(
            kind="bad",
            text=f"{_LONG}\n\n{_MORE}\n\nThe towns nearby fear for their shops and want the ⟦state to pay a part⟧",
        ),
        Example(kind="bad", text=f"{_BODY} ⟦[…]⟧"),
        Example(
            kind="bad",
            text=f"{_LONG} Both sides say that they have the better plan and the town ⟦will have to choose between…⟧",
        ),
        Example(
            kind="bad",
            text="The council met on Monday evening. It voted to close the bridge in ⟦the old town for "
            "repairs,⟧\n\nTraffic will use the ferry, the mayor told reporters in the town hall.\n\n"
            + _MORE
            + "\n\nThe town "
            "pays for it with the help of the state.",
        ),
        Example(
            kind="bad",
            text=f"{_LONG}\n\n• The ferry goes every hour.\n\n• The bridge is open to ⟦those who live on the⟧",
        ),
        Example(
            kind="bad",
            text="The council met on Monday evening.\n\nThe mayor spoke of a great day ⟦for all the town: “⟧",
        ),
        Example(kind="bad", text=f"{_LONG}\n\nOn Tuesday the mayor wrote to ⟦the friends of the ferry:⟧"),
        Example(kind="bad", text="The ferry sank in the port on Monday, ⟦reports.⟧ Nobody was on board of it."),
        Example(
            kind="bad",
            text=f"{_LONG}\n\nThe mayor was angry. She called it the worst mistake of the last ⟦ten years in the town⟧"
            f"\n\n{_MORE}\n\nThe ministry said on Tuesday that the state would pay its half of the costs by May.",
        ),
        Example(kind="good", text="What are we waiting for\n\nThe council voted on Monday to close the bridge."),
    ),
    sources=("MQM Core: truncation",),
    status="stable",
    languages=LANGUAGES,
)
TX503 = Check(
    id="TX503",
    slug="leftover-fragment",
    title="Left-over fragment after the end",
    mqm="design-markup/truncation",
    severity="minor",
    why="A caption or teaser without its picture or link reads like the beginning of a lost paragraph.",
    message="a fragment stands after the last paragraph",
    run=leftover,
    examples=(
        Example(kind="bad", text=f"{_LONG}\n\n⟦Statement of the council⟧"),
        Example(kind="good", text=_BODY),
    ),
    sources=("MQM Core: truncation",),
    status="stable",
)
TX504 = Check(
    id="TX504",
    slug="empty-quotes",
    title="Empty quotation marks",
    mqm="linguistic-conventions/punctuation",
    severity="minor",
    why="The quoted words, often a button or a link, were lost.",
    message="nothing stands between the quotation marks",
    run=empty_quotes,
    examples=(
        Example(kind="bad", text='The minister called the plan ⟦""⟧ and left the room.'),
        Example(kind="good", text='“Yes.” “No.” He said "never" "again" and left.'),
    ),
    sources=("MQM Core: punctuation",),
    status="stable",
)
TX505 = Check(
    id="TX505",
    slug="caption-credit-glued",
    title="Caption glued to its photo credit",
    mqm="design-markup/markup-tag",
    severity="minor",
    why="The line break between caption and credit was lost; the two words are now one that nobody knows.",
    message="“{caption}” and “{credit}” are stuck together",
    run=glued,
    examples=(
        Example(
            kind="bad",
            text=f"A bridge.\n\nThe ferry was used in the great ⟦floodImage⟧: Anna Berg/AFP/Getty Images\n\n{_BODY}",
        ),
        Example(
            kind="good", text=f"{_BODY}\n\nThe ferry in the flood Image: Anna Berg/AFP/Getty Images\n\nThe mayor left."
        ),
    ),
    sources=("MQM Core: markup",),
    status="stable",
)
TX506 = Check(
    id="TX506",
    slug="repeated-text",
    title="A paragraph, sentence or headline that stands twice",
    mqm="linguistic-conventions/duplication",
    severity="minor",
    why="It was pasted twice, or a headline or pull quote of the page was taken for text.",
    message="this {what} stands twice",
    run=repeated,
    examples=(
        Example(kind="bad", text=f"{_BODY}\n\n⟦The council voted on Monday to close the bridge for repairs.⟧"),
        Example(
            kind="bad", text=f"Council closes the old bridge for repairs\n\n⟦Council closes the old bridge⟧\n\n{_BODY}"
        ),
        Example(
            kind="bad",
            text=f"{_BODY}\n\nFerry full from Monday on\n\n⟦Ferry full from Monday on⟧ In Lindau cars wait for hours.",
        ),
        Example(kind="bad", text=f"{_BODY}\n\n⟦27⟧\n\nThe ferry was used 27 times on Sunday, more often than ever."),
        Example(
            kind="bad",
            text=f"{_BODY}\n\n⟦The works would cost four million euros, the mayor told reporters at the town hall.⟧",
        ),
        Example(kind="bad", text=f"{_BODY}\n\nThe mayor is angry. ⟦Traffic will be led over the old ferry until May.⟧"),
        Example(
            kind="bad",
            text="Lindau council closes the old bridge for repairs\n\n⟦Old bridge in Lindau closes for repairs⟧"
            f"\n\n{_LONG}",
        ),
        Example(kind="good", text=f"Lindau council closes the old bridge\n\nFerry full from Monday on\n\n{_LONG}"),
        Example(kind="good", text=_BODY),
        Example(
            kind="good",
            text="In 2021 the ferry carried ten thousand cars. In 2022 the ferry carried ten thousand cars.",
        ),
    ),
    status="stable",
    sources=("MQM Core: duplication",),
)
CHECKS: tuple[Check, ...] = (TX501, TX502, TX503, TX504, TX505, TX506)
