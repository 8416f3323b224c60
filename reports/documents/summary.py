"""The one-page summary: what a sponsor reads on a phone the same evening. One page, whatever the data."""

from __future__ import annotations

from dataclasses import replace

from models.values.months import long_date
from reports.archive.document_text import DocumentText, document_text
from reports.documents.kinds import DOCUMENTS, DocumentKind, PageSize
from reports.layout.flowables import Flowable
from reports.layout.page_frame import build_pdf
from reports.layout.page_kit import PageKit, stacked_height
from reports.layout.page_look import PHONE
from reports.pages.on_a_phone import Room, last_lines, sections
from reports.words.facts import Facts
from reports.words.phrases import LONGEST_NAME
from reports.words.text import one_line, shortened

ROOMS = (
    Room(420, 210, 300, 150, 130), Room(360, 170, 240, 130, 110), Room(260, 120, 160, 110, 100),
    Room(180, 90, 110, 90, 100), Room(180, 90, 110, 90, 110, strip=False), Room(180, 90, 110, 90, 100, strip=False),
    Room(110, 70, 80, 70, 100, strip=False), Room(70, 50, 0, 50, 80, strip=False), Room(40, 40, 0, 30, 24, strip=False),
)  # fmt: skip
"""How much each section may say; the first at which the page holds all of it is used."""
LEAST_GAP, MOST_GAP = 6.0, 34.0
"""Points between two sections: they share what is left of the page."""


def summary(facts: Facts, page_size: PageSize) -> bytes:
    """The decision first, then the verdict and why, what works, three actions, and the cost."""
    kit = PageKit(facts, page_size, title_level=1, look=PHONE)
    for room, closing in (
        (replace(room, shortened=[], recorded=[]), closing) for room in ROOMS for closing in (True, False)
    ):
        parts = sections(kit, facts, room)
        last = last_lines(kit, room, closing)
        parts += [last] if last else []
        left = kit.height - sum(stacked_height(part, kit.width) for part in parts) - 1
        if left >= LEAST_GAP * (len(parts) - 1):
            break
    gap = kit.space(min(max(left / max(len(parts) - 1, 1), 0), MOST_GAP))
    story: list[Flowable] = [*parts[0]]
    for part in parts[1:]:
        story += [gap, *part]
    return build_pdf(kit, _text(facts), story, cover=False)


def _text(facts: Facts) -> DocumentText:
    """The head names the pilot alone, and the day."""
    text = document_text(facts, DOCUMENTS[DocumentKind.SUMMARY].said(facts.words), numbered=False)
    pilot = shortened(one_line(facts.engagement.pilot.name), LONGEST_NAME)
    kind = facts.words.gettext("{document}, {date}").format(
        document=text.kind, date=long_date(facts.today, facts.words)
    )
    return replace(text, about=pilot or text.about, kind=kind)
