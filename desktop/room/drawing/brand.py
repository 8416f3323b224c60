"""The two houses whose meeting it is: each by its logo, its name, or both."""

from __future__ import annotations

from PySide6.QtGui import QImage

from desktop.room.drawing.composition import Box
from desktop.room.drawing.sheet import SEMIBOLD, Sheet
from desktop.room.drawing.typesetter import Paragraph, Style
from desktop.system.long_text import shortened
from models.frozen import frozen

LONGEST_NAME = 120
"""Letters of a house's name that stand beside a title."""
WORDMARK = 1.6
"""How much wider than high a logo is that holds its owner's name; a smaller sign gets the name beside it."""


@frozen
class _House:
    role: str
    image: QImage | None
    plate: float
    """How wide its logo stands."""
    name: Paragraph | None
    width: float


def put_brands(sheet: Sheet, place: Box, name_style: Style, *, centred: bool = False) -> None:
    """The consultancy and the client side by side in `place`, as high as it is."""
    brand, picture = sheet.desk.brand, sheet.desk.picture
    given = [
        ("practice", shortened(brand.practice, LONGEST_NAME), picture(brand.practice_logo)),
        ("client", shortened(brand.client, LONGEST_NAME), picture(brand.client_logo)),
    ]
    given = [house for house in given if house[1] or house[2] is not None]
    gap = place.height * 0.5
    room = (place.width - gap * (len(given) - 1)) / max(len(given), 1)
    houses = [_house(sheet, house, name_style, room, place.height) for house in given]
    x = place.x
    if centred:
        x += (place.width - sum(house.width for house in houses) - gap * (len(houses) - 1)) / 2
    for number, house in enumerate(houses):
        if number:
            bar = max(3 * sheet.desk.unit, 2)
            line = Box(x - gap / 2 - bar / 2, place.y + place.height * 0.1, bar, place.height * 0.8)
            sheet.panel("between brands", line, sheet.look.accent_mark, radius=bar / 2)
        _put(sheet, house, Box(x, place.y, house.width, place.height))
        x += house.width + gap


def put_masthead(sheet: Sheet, place: Box) -> None:
    """The consultancy at the left of `place`, the client at its right, each with its logo at the outside."""
    look, brand, picture = sheet.look, sheet.desk.brand, sheet.desk.picture
    style, half = sheet.style(SEMIBOLD, 32, leading=1.1), place.width / 2 - place.height
    for right, role, name, image in (
        (False, "practice", brand.practice, picture(brand.practice_logo)),
        (True, "client", brand.client, picture(brand.client_logo)),
    ):
        house = _house(sheet, (role, shortened(name, LONGEST_NAME), image), style, half, place.height)
        plate, text = house.plate, house.name
        if house.image is not None:
            x = place.right - plate if right else place.x
            sheet.logo(f"{role} logo", house.image, Box(x, place.y, plate, place.height), right=right)
        if text is not None:
            beside = plate + sheet.px(20) if plate else 0.0
            x = place.right - beside - text.width if right else place.x + beside
            y = place.y + (place.height - text.height) / 2
            sheet.put(role, text, x, y, look.ink if right else look.brand, look.background)


def _house(sheet: Sheet, given: tuple[str, str, QImage | None], style: Style, room: float, height: float) -> _House:
    role, name, image = given
    plate = 0.0
    if image is not None:
        plate = min((height - 2 * sheet.gap(1)) * image.width() / image.height() + 2 * sheet.gap(1), room)
    beside = plate + sheet.gap(2) if plate else 0.0
    if not name or (image is not None and image.width() > WORDMARK * image.height()):
        return _House(role, image, plate, None, plate)
    paragraph = sheet.measure(name, style, room - beside, balanced=True)
    sheet.require(paragraph.height <= height + 0.5)
    return _House(role, image, plate, paragraph, beside + paragraph.width)


def _put(sheet: Sheet, house: _House, place: Box) -> None:
    if house.image is not None:
        sheet.logo(f"{house.role} logo", house.image, Box(place.x, place.y, house.plate, place.height))
    if house.name is not None:
        y = place.y + (place.height - house.name.height) / 2
        sheet.put(house.role, house.name, place.right - house.name.width, y, sheet.look.ink, sheet.look.background)
