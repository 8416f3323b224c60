"""The cover: whose pilot this is, who worked on it, and when."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, FrameBreak, NextPageTemplate, PageBreak, Paragraph

from models.values.colour import mix
from models.values.months import long_date
from reports.layout.page_frame import BLOCK_MARGIN, COVER_LOGOS, DETAILS_MARGINS, INSIDE, block_bounds, block_ink
from reports.layout.page_kit import PageKit, stacked_height
from reports.layout.tables import plain_table
from reports.type.fonts import SANS, SANS_SEMIBOLD, SERIF_SEMIBOLD
from reports.words.facts import Facts
from reports.words.text import one_line, shortened, shown

TITLE_SIZES = ((34, 40), (28, 34), (22, 28), (17, 22))
DETAIL_LIMITS = (150, 100, 60, 30)
"""Characters a detail may take; the first limit at which they all fit is used."""
CONTACT_LINES = 5


Details = Sequence[tuple[str, str]]
"""(label, value as it can be shown)."""


def cover(kit: PageKit, facts: Facts, kind: str, further: Details = ()) -> list[Flowable]:
    """Logos above, the pilot's name on the brand's colour, who and when below; `further` details come last."""
    return [
        *_logos(kit),
        FrameBreak(),
        *_block(kit, facts, kind),
        FrameBreak(),
        _details(kit, [*_detail_pairs(kit, facts), *further]),
        NextPageTemplate(INSIDE),
        PageBreak(),
    ]


def _logos(kit: PageKit) -> list[Flowable]:
    left = kit.logo(kit.brand.practice_logo, 180, COVER_LOGOS - 14)
    right = kit.logo(kit.brand.client_logo, 180, COVER_LOGOS - 14, right=True)
    name = kit.paragraph(shortened(one_line(kit.brand.practice), 70), "cover-strong")
    half = kit.width / 2
    style = [("ALIGN", (1, 0), (1, 0), "RIGHT"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    return [plain_table([[left or name, right or []]], [half, half], style)]


def _block(kit: PageKit, facts: Facts, kind: str) -> list[Flowable]:
    """The title in the largest size that fits; a name too long for the smallest is shortened with …."""
    words = facts.words
    ink = block_ink(kit)
    bottom, top = block_bounds(kit)
    room = top - bottom - 2 * BLOCK_MARGIN - 120
    soft = mix(ink, kit.primary, 0.16)
    kicker = ParagraphStyle(
        "kicker", fontName=SANS_SEMIBOLD, fontSize=9, leading=12, textColor=HexColor(soft), spaceAfter=14
    )
    under = ParagraphStyle("under", fontName=SANS, fontSize=13, leading=18, textColor=HexColor(soft), spaceBefore=12)
    pilot = facts.engagement.pilot.name.strip() or words.gettext("An AI pilot on its way to production")
    above = kit.styled(kind, kicker)
    low = [
        _largest(kit, pilot, kit.width * 0.86, room),
        kit.styled(shortened(one_line(facts.engagement.client.name), 150), under),
    ]
    used = stacked_height([above, *low], kit.width)
    return [above, kit.space(max(top - bottom - 2 * BLOCK_MARGIN - used - 1, 0)), *low]


def _largest(kit: PageKit, text: str, width: float, room: float) -> Paragraph:
    text, ink = shortened(one_line(text), 400), block_ink(kit)
    while True:
        for size, leading in TITLE_SIZES:
            style = ParagraphStyle(
                "cover", fontName=SERIF_SEMIBOLD, fontSize=size, leading=leading, textColor=HexColor(ink),
                rightIndent=40, splitLongWords=1,
            )  # fmt: skip
            title = kit.styled(text, style, "H1")
            if title.wrap(width, room)[1] <= room:
                return title
        text = shortened(text, len(text) * 3 // 4)


def _details(kit: PageKit, details: Details) -> Flowable:
    """Label and value, three to a row; what has nothing to say is left out, what is too long is shortened with …."""
    room = block_bounds(kit)[0] - DETAILS_MARGINS
    for most in DETAIL_LIMITS:
        table = _detail_table(kit, details, most)
        if stacked_height([table], kit.width) <= room:
            break
    return table


def _detail_table(kit: PageKit, details: Details, most: int) -> Flowable:
    cells: list[list[Flowable]] = [
        [kit.paragraph(name, "cover-label"), kit.paragraph(shortened(value, most), "cover-value")]
        for name, value in details
        if value
    ]
    cells += [[]] * (-len(cells) % 3)
    rows = [cells[start : start + 3] for start in range(0, len(cells), 3)]
    style = [("BOTTOMPADDING", (0, 0), (-1, -1), 16), ("RIGHTPADDING", (0, 0), (-1, -1), 16)]
    return plain_table(rows, [kit.width / 3] * 3, style)


def _detail_pairs(kit: PageKit, facts: Facts) -> list[tuple[str, str]]:
    words, engagement, _ = facts.words, facts.engagement, facts.words.gettext
    current = engagement.current.assessment
    contact = "\n".join(shown(kit.brand.contact.strip()).split("\n")[:CONTACT_LINES])
    return [
        (_("Client"), one_line(engagement.client.name)),
        (_("Workshop held on"), long_date(current.held_on, words) if current.held_on else ""),
        (_("Facilitated by"), one_line(current.facilitator)),
        (_("Prepared by"), one_line(kit.brand.practice)),
        (_("Production wanted by"), _target(facts)),
        (_("This document"), long_date(facts.today, words)),
        (_("Contact"), contact),
        (_("Confidentiality"), one_line(kit.brand.confidentiality)),
    ]


def _target(facts: Facts) -> str:
    day = facts.engagement.pilot.target_date
    return long_date(day, facts.words) if day else ""
