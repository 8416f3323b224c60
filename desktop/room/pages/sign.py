"""The page of one warning sign: the sign, its question, four anchors in rows, and the answer once it is agreed."""

from __future__ import annotations

from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.foot import stretches_foot
from desktop.room.drawing.head import TOP
from desktop.room.drawing.look import GOOD
from desktop.room.drawing.marks import put_figure, put_square, put_tick
from desktop.room.drawing.ring import beside_ring
from desktop.room.drawing.sheet import LEAST_QUESTION, REGULAR, SEMIBOLD, SERIF_REGULAR, TITLE, Desk, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.marks import LEVELS
from desktop.view_models.room.pages import RoomSign
from models.frozen import frozen

FAMILY = "sign"
"""A sign and the vote on it."""
FIRST_ROW, PITCH = 364, 118
"""Where the rows begin, and how high each is: the same for a sign, the vote on it and its result."""
LAST_ROW = 964
"""Where a fifth row ends at the latest."""
EXPLAINED, MOST_LINES = 936, 2
"""Where what a word means ends at the latest, and in how many lines."""
SQUARE, OUT = 76, 28
"""The side of a level's square, and how far a filled row goes beyond the others."""


@frozen
class Rows:
    """Where the rows of a sign stand."""

    top: float
    pitch: float
    words: float
    """Where the names of the levels begin."""
    anchors: float
    """Where the anchors do."""

    def place(self, row: int, area: Box) -> Box:
        """Of one row, from the left margin to the right."""
        return Box(area.x, self.top + row * self.pitch, area.width, self.pitch)


def sign_sheet(desk: Desk, page: RoomSign) -> Sheet:
    """The sign above the failure modes."""
    sheet = sign_main(desk, page, words.also_an_answer())
    foot, _ = stretches_foot(desk, page.modes)
    sheet.absorb(foot)
    return sheet


def sign_main(desk: Desk, page: RoomSign, note: str) -> Sheet:
    """All but the foot. `note` stands below the rows where no answer does."""
    return fitted([partial(_lay, desk, page, note)])


def rows_of(desk: Desk, page: RoomSign) -> Rows:
    """Where the rows stand on the page of a sign: they stay there while it is voted on and when that is shown."""
    return _rows(Sheet(desk, sign_main(desk, page, words.also_an_answer()).step), page)


def _lay(desk: Desk, page: RoomSign, note: str, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area, look, rows = desk.area, sheet.look, _rows(sheet, page)
    y = put_sign_title(sheet, page.title)
    sheet.put("question", _question(sheet, page), area.x, y, look.brand, look.background)
    for level in range(len(page.levels) + 1):
        sheet.line(area.x, rows.place(level, area).y, area.width)
    room = area.right - rows.anchors - sheet.px(64)
    for level, text in enumerate(page.anchors):
        anchor = sheet.measure(
            text, sheet.style(REGULAR, 37, leading=1.2 if sheet.step > 0 else 1.13), room, balanced=True
        )
        sheet.require(anchor.height <= rows.pitch - sheet.px(6))
        put_row(sheet, page, level, anchor, rows, chosen=level == page.chosen)
    _put_below(sheet, page, note, rows)
    return sheet


def _rows(sheet: Sheet, page: RoomSign) -> Rows:
    """Below the question, which may need a third line."""
    area = sheet.desk.area
    title = _sign_title(sheet, page.title)
    question = sheet.px(TOP) + title.height + sheet.space(30) + _question(sheet, page).height
    top = max(sheet.px(FIRST_ROW), question + sheet.px(14))
    left = area.x + sheet.px(SQUARE + (24 if sheet.desk.narrow else 30))
    widest = max(_level_name(sheet, level).width for level in page.levels)
    column = widest + sheet.px(28) if sheet.desk.narrow else max(widest + sheet.px(28), sheet.px(246))
    return Rows(top, min(sheet.px(PITCH), (sheet.px(LAST_ROW) - top) / 5), left, left + column)


def _level_name(sheet: Sheet, name: str) -> Paragraph:
    """In two lines where it is long."""
    return sheet.measure(name, sheet.style(SEMIBOLD, 36, leading=1.16), sheet.px(216 if sheet.desk.narrow else 290))


def put_sign_title(sheet: Sheet, text: str) -> float:
    """What the sign is; gives where the question, or the finding, begins."""
    look, area = sheet.look, sheet.desk.area
    label, title = _label(sheet), _sign_title(sheet, text)
    y = sheet.px(TOP)
    sheet.put("kicker", label, area.x, y + (title.leading - label.leading) * 0.8, look.accent, look.background)
    sheet.put("sign", title, area.x + label.width + sheet.px(22), y, look.ink, look.background)
    return y + title.height + sheet.space(30)


def _label(sheet: Sheet) -> Paragraph:
    return sheet.measure(words.sign_label(), sheet.style(SEMIBOLD, 30), sheet.desk.area.width / 3)


def _sign_title(sheet: Sheet, text: str) -> Paragraph:
    room = sheet.desk.area.width - _label(sheet).width - sheet.px(22)
    return beside_ring(sheet, text, sheet.style(SERIF_REGULAR, 46, leading=1.174), room, sheet.px(TOP))


def _question(sheet: Sheet, page: RoomSign) -> Paragraph:
    leading = 1.167 if sheet.step > 0 else 1.12
    style = sheet.style(TITLE, 72, least=LEAST_QUESTION, leading=leading)
    y = sheet.px(TOP) + _sign_title(sheet, page.title).height + sheet.space(30)
    return beside_ring(sheet, page.question, style, sheet.desk.area.width, y)


def put_row(sheet: Sheet, page: RoomSign, level: int, anchor: Paragraph, rows: Rows, *, chosen: bool) -> str:
    """One level with what would be seen; the one agreed is filled, and nothing moves. Gives the row's ground."""
    look, area = sheet.look, sheet.desk.area
    place = rows.place(level, area)
    ground, ink = (look.brand, look.brand_ink) if chosen else (look.background, look.ink)
    side = sheet.px(SQUARE)
    box = Box(place.x, place.y + (place.height - side) / 2, side, side)
    if chosen:
        wide = Box(place.x - sheet.px(OUT), place.y, place.width + 2 * sheet.px(OUT), place.height)
        sheet.panel(f"chosen {level}", wide, ground, radius=sheet.px(4))
        sheet.panel("level square", box, look.brand_ink, radius=sheet.px(6))
        put_figure(sheet, LEVELS[level], box, look.brand, look.brand_ink)
    else:
        put_square(sheet, LEVELS[level], box)
    name = _level_name(sheet, page.levels[level])
    colour = look.tone(GOOD) if level == 0 and not chosen else ink
    sheet.put("level", name, rows.words, place.y + (place.height - name.height) / 2, colour, ground)
    sheet.put("anchor", anchor, rows.anchors, place.y + (place.height - anchor.height) / 2, ink, ground)
    return ground


def _put_below(sheet: Sheet, page: RoomSign, note: str, rows: Rows) -> None:
    """That not knowing is an answer too; or that it was the answer."""
    look, area = sheet.look, sheet.desk.area
    y = rows.place(len(page.levels), area).y + sheet.px(22)
    if page.chosen is not None:
        place, side = rows.place(page.chosen, area), sheet.px(44)
        tick = Box(area.right - side, place.y + (place.height - side) / 2, side, side)
        put_tick(sheet, tick, look.brand, look.brand_ink)
    answer = words.answered(None, page.answer, page.levels, page.agreed)
    made = sheet.measure(answer or note, sheet.style(SEMIBOLD if answer else REGULAR, 32), area.width)
    role, colour = ("answer", look.brand) if answer else ("hint", look.muted)
    sheet.put(role, made, area.x, y, colour, look.background)
    _put_explained(sheet, page, Box(area.x + made.width, y, area.width - made.width, made.height))


def _put_explained(sheet: Sheet, page: RoomSign, place: Box) -> None:
    """What is meant by one of the words: the first that has room beside what stands there, on two lines at the most."""
    style, room = sheet.style(REGULAR, 30, leading=1.18), place.width - sheet.px(40)
    lines = (sheet.limited(text, style, room, MOST_LINES + 1) for text in page.explained)
    high = sheet.px(EXPLAINED) - place.y
    fitting = next((line for line in lines if line.height <= high and len(line.lines) <= MOST_LINES), None)
    if fitting is not None:
        x = place.right - fitting.width
        sheet.put("explained", fitting, x, place.y, sheet.look.muted, sheet.look.background)


def said(page: RoomSign) -> tuple[str, ...]:
    """The sign in words, part by part."""
    anchors = (
        f"{number} {level}: {anchor}"
        for number, (level, anchor) in enumerate(zip(page.levels, page.anchors, strict=True))
    )
    answer = words.answered(page.chosen, page.answer, page.levels, page.agreed)
    return page.place, page.mode, page.title, page.question, *anchors, *page.explained, answer


DECLARED = Declared(
    RoomSign,
    sheet=sign_sheet,
    said=lambda page, _brand: said(page),
    identity=lambda page: (page.place, page.question),
    family=FAMILY,
)
