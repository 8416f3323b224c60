"""What was shown and marked for the client: small beside its sign, whole at the end of the record."""

from __future__ import annotations

from reports.layout.flowables import Flowable
from reports.layout.grids import plain_table
from reports.layout.page_kit import PageKit
from reports.layout.pictures import picture
from reports.words.facts import Facts
from reports.words.plates import Plate, plate_name, plates, plates_title, where_and_when
from reports.words.text import shortened

SMALL_WIDTH, SMALL_HEIGHT, BETWEEN = 84.0, 44.0, 8.0
MOST_SMALL = 2
"""Thumbnails beside one sign; of more, the numbers are named."""
LONGEST_CAPTION = 600
SHARE = 0.4
"""Of a page's height that a picture takes at most: two stand on a page, with their captions."""
UNDER = 64.0
"""Points that a caption needs."""


def shown_small(kit: PageKit, facts: Facts, sign_id: str) -> list[Flowable]:
    """The pictures beside a sign as thumbnails, and where they stand whole."""
    found = [plate for plate in plates(facts) if plate.evidence.sign_id == sign_id]
    if not found:
        return []
    small = [
        drawn
        for plate in found
        if (drawn := picture(kit, plate.evidence.sha256, SMALL_WIDTH, SMALL_HEIGHT, _alternative(plate, facts)))
    ]
    row = small[:MOST_SMALL]
    pictures = [plain_table([[*row]], [SMALL_WIDTH + BETWEEN] * len(row), [], before=3)] if row else []
    names = facts.words.gettext(", ").join(plate_name(plate, facts) for plate in found)
    return [*pictures, kit.space(2), kit.paragraph(names, "caption")]


def plate_section(kit: PageKit, facts: Facts) -> list[Flowable]:
    """Every picture as large as it stands well, two on a page; then the files that are none."""
    found = plates(facts)
    if not found:
        return []
    head = kit.heading(facts.words.gettext("What was shown"), plates_title(facts, len(found)))
    parts = [parts for plate in found if (parts := _plate(kit, facts, plate))]
    if not parts:
        return []
    first = [*head, kit.space(6), *parts[0]]
    return [*kit.together(first), *(part for plate in parts[1:] for part in kit.together(plate))]


def _plate(kit: PageKit, facts: Facts, plate: Plate) -> list[Flowable]:
    """The picture with what there is to say below it; of a file, that it was seen. Empty for one that is broken."""
    height = kit.height * SHARE - UNDER
    drawn = picture(kit, plate.evidence.sha256, kit.width, height, _alternative(plate, facts))
    name, caption = plate_name(plate, facts), shortened(plate.caption, LONGEST_CAPTION)
    if not plate.evidence.is_picture:
        name = facts.words.gettext("{plate}: a file that was seen").format(plate=name)
    elif drawn is None:
        return []
    texts = [kit.paragraph(name, "section"), *([kit.paragraph(caption, "body")] if caption else [])]
    described = plate.evidence.alternative.strip()
    if described and described != caption:
        texts.append(kit.paragraph(shortened(described, LONGEST_CAPTION), "caption"))
    texts.append(kit.paragraph(where_and_when(plate, facts), "caption"))
    return [*([drawn, kit.space(4)] if drawn else []), *texts, kit.space(14)]


def _alternative(plate: Plate, facts: Facts) -> str:
    """What a screen reader says in place of the picture."""
    said = plate.evidence.alternative.strip() or plate.caption or plate.backs
    return facts.words.gettext("Photo: {what}").format(what=said)
