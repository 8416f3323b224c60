"""The readiness points in their groups, each with how it stands, the verdict above them and the question below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from desktop.room import words
from desktop.room.drawing.composition import Box
from desktop.room.drawing.head import Head, put_head
from desktop.room.drawing.marks import put_state
from desktop.room.drawing.sheet import FOOT, LEAST, REGULAR, SEMIBOLD, TITLE, Desk, Layout, Sheet, fitted
from desktop.room.drawing.typesetter import Paragraph
from desktop.room.page import Declared
from desktop.view_models.room.entries import RoomPoint, RoomPointGroup
from desktop.view_models.room.pages import RoomBrand, RoomReadiness
from models.frozen import frozen

ROW, MARK, COUNTED = 92, 44, 40
QUIET = ("not-judged", "does-not-apply")


@frozen
class _Column:
    """A group, measured."""

    group: RoomPointGroup
    heading: Paragraph
    points: tuple[Paragraph, ...]


def readiness_sheet(desk: Desk, page: RoomReadiness) -> Sheet:
    """A column for each group. Where not all finds room, what would show the point is left out, then its question."""
    return fitted(list(_arrangements(desk, page)))


def _arrangements(desk: Desk, page: RoomReadiness) -> Iterator[Layout]:
    yield partial(_lay, desk, page)
    yield partial(_lay, desk, replace(page, shown_by=""))
    yield partial(_lay, desk, replace(page, shown_by="", question=""))


def _lay(desk: Desk, page: RoomReadiness, step: float) -> Sheet:
    sheet = Sheet(desk, step)
    area = desk.area
    head = Head(page.verdict, kicker=words.readiness_kicker(), tone=page.tone)
    top = put_head(sheet, head) + sheet.space(40)
    foot = _put_counts(sheet, page)
    below = _put_question(sheet, page.question, page.shown_by, foot - sheet.space(28)) - sheet.space(22)
    gap = sheet.px(32 if desk.narrow else 48)
    width = (area.width - gap * (len(page.groups) - 1)) / max(len(page.groups), 1)
    columns = [_measured(sheet, group, width) for group in page.groups]
    heading = max((column.heading.height for column in columns), default=0.0) + sheet.px(12)
    rows = max((len(column.points) for column in columns), default=1)
    least = max((text.height for column in columns for text in column.points), default=0.0) + sheet.px(10)
    pitch = min(max(sheet.px(ROW), least), (below - top - heading - sheet.px(3)) / rows)
    sheet.require(pitch >= max(least, sheet.px(MARK + 8)))
    for number, column in enumerate(columns):
        _put_column(sheet, column, Box(area.x + number * (width + gap), top, width, heading), pitch)
    return sheet


def _measured(sheet: Sheet, group: RoomPointGroup, width: float) -> _Column:
    style = sheet.style(SEMIBOLD, 32, leading=1.16)
    return _Column(
        group,
        sheet.measure(group.title, sheet.style(SEMIBOLD, 34), width),
        tuple(sheet.measure(point.title, style, width - sheet.px(MARK + 20)) for point in group.points),
    )


def _put_column(sheet: Sheet, column: _Column, head: Box, pitch: float) -> None:
    look = sheet.look
    sheet.put("group", column.heading, head.x, head.y, look.brand, look.background)
    sheet.line(head.x, head.bottom, head.width, strong=True)
    y = head.bottom + sheet.px(3)
    for point, text in zip(column.group.points, column.points, strict=True):
        place = Box(head.x, y, head.width, pitch)
        if not point.here:
            sheet.line(place.x, place.bottom, place.width)
        _put_point(sheet, point, text, place)
        y += pitch


def _put_point(sheet: Sheet, point: RoomPoint, title: Paragraph, place: Box) -> None:
    """The point that is talked about stands in a frame."""
    look, side = sheet.look, sheet.px(MARK)
    middle, ground = place.y + place.height / 2, look.background
    if point.here:
        out, down = sheet.px(14), sheet.px(5)
        frame = Box(place.x - out, place.y + down / 2, place.width + 2 * out, place.height - down)
        ground, thick = look.surface, max(sheet.px(4), 2)
        sheet.panel("here", frame, ground, radius=sheet.px(4), edge=look.accent_mark, thick=thick)
    put_state(sheet, point.state, Box(place.x, middle - side / 2, side, side))
    colour = look.muted if point.state in QUIET and not point.here else look.ink
    face = SEMIBOLD if point.here else REGULAR
    x = place.x + side + sheet.px(20)
    sheet.put("point", title, x, middle - title.height / 2, colour, ground, face=face)


def _put_question(sheet: Sheet, question: str, shown_by: str, bottom: float) -> float:
    """What is asked, and what would show it, from the bottom up; gives where it begins."""
    look, area = sheet.look, sheet.desk.area
    if not question:
        return bottom
    asked = sheet.measure(question, sheet.style(TITLE, 46, least=LEAST + 6, leading=1.2), area.width, balanced=True)
    said = words.what_shows_it(shown_by) if shown_by else ""
    shown = sheet.measure(said, sheet.style(REGULAR, 34), area.width, balanced=True)
    high = asked.height + (sheet.space(6) + shown.height if said else 0)
    sheet.put("asked", asked, area.x, bottom - high, look.brand, look.background)
    if said:
        sheet.put("shown by", shown, area.x, bottom - shown.height, look.muted, look.background)
    return bottom - high


@frozen
class _Count:
    """How many points are in a state, measured."""

    state: str
    figure: Paragraph
    name: Paragraph
    width: float
    """With the mark."""


def _put_counts(sheet: Sheet, page: RoomReadiness) -> float:
    """Every state with how many points are in it, zero too, from side to side; gives where they begin."""
    area, side = sheet.desk.area, sheet.px(COUNTED)
    style, gap = sheet.style(REGULAR, 32), sheet.px(12)
    items = [_count(sheet, count, area.width / 4) for count in page.counts]
    wide = sum(item.width for item in items) + sheet.px(24) * (len(items) - 1)
    lines = [items] if wide <= area.width else [items[:3], items[3:]]
    high = max(style.size * style.leading, side)
    y = sheet.height - sheet.px(FOOT) - len(lines) * high - sheet.px(4) * (len(lines) - 1)
    top = y - sheet.space(20)
    sheet.line(area.x, top, area.width)
    for line in lines:
        spare = area.width - sum(item.width for item in line)
        sheet.require(spare >= sheet.px(20) * (len(line) - 1))
        apart = spare / max(len(line) - 1, 1) if len(lines) == 1 else sheet.px(60)
        x = area.x
        for item in line:
            _put_count(sheet, item, Box(x, y, side, high), gap)
            x += item.width + apart
        y += high + sheet.px(4)
    return top


def _count(sheet: Sheet, count: tuple[str, int, str], room: float) -> _Count:
    state, number, name = count
    figure = sheet.measure(str(number), sheet.style(SEMIBOLD, 32), room)
    said = sheet.measure(name, sheet.style(REGULAR, 32), room)
    return _Count(state, figure, said, sheet.px(COUNTED + 24) + figure.width + said.width)


def _put_count(sheet: Sheet, item: _Count, place: Box, gap: float) -> None:
    look, side = sheet.look, place.width
    put_state(sheet, item.state, Box(place.x, place.y + (place.height - side) / 2, side, side))
    y = place.y + (place.height - item.figure.height) / 2
    sheet.put("count", item.figure, place.right + gap, y, look.ink, look.background)
    x = place.right + item.figure.width + 2 * gap
    sheet.put("state name", item.name, x, y, look.ink, look.background)


def _said(page: RoomReadiness, _brand: RoomBrand) -> Iterable[str]:
    names = {state: name for state, _, name in page.counts}
    points = (f"{point.title}: {names[point.state]}" for group in page.groups for point in group.points)
    counts = ", ".join(f"{count} {name}" for _, count, name in page.counts)
    return page.verdict, page.question, words.what_shows_it(page.shown_by) if page.shown_by else "", *points, counts


DECLARED = Declared(RoomReadiness, sheet=readiness_sheet, said=_said)
