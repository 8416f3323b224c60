"""A metric on its way: where it was, where it is now, and where it is to be."""

from __future__ import annotations

from desktop.room import words
from desktop.room.drawing.composition import Box, Face
from desktop.room.drawing.rows import Row, put_rows
from desktop.room.drawing.sheet import REGULAR, SEMIBOLD, TITLE, Sheet
from desktop.room.drawing.typesetter import Paragraph
from desktop.view_models.room.entries import RoomReading, RoomReadings
from models.frozen import frozen

FEWEST = 2
"""Metrics in sight: each takes the room of two rows where the window is narrow."""
NAME = 0.34
"""The share of the width that the metric's name takes, where the figures stand beside it."""
PAD = 14


@frozen
class _Figure:
    """A figure with what it is below."""

    role: str
    value: Paragraph
    label: Paragraph

    @property
    def height(self) -> float:
        return self.value.height + self.label.height


def put_readings(sheet: Sheet, readings: RoomReadings, place: Box) -> None:
    """One row a metric, the newest in sight."""
    sheet.line(place.x, place.y, place.width, strong=True)
    y = place.y + sheet.px(3)
    rows = [_row(sheet, reading, place.width) for reading in readings.rows]
    rest = (readings.above, readings.below)
    put_rows(sheet, rows, Box(place.x, y, place.width, place.bottom - y), rest, FEWEST)


def _row(sheet: Sheet, reading: RoomReading, width: float) -> Row:
    """The figures stand beside the metric's name, in a narrow window below it."""
    look, stacked, ground = sheet.look, sheet.desk.narrow, sheet.look.background
    gap, bar, pad = sheet.px(32), max(sheet.px(14), 6), sheet.space(PAD)
    share = width if stacked else width * NAME
    named = f"{reading.metric}, {reading.unit}" if stacked and reading.unit else reading.metric
    name = sheet.limited(named, sheet.style(SEMIBOLD, 38), share, 2)
    unit = sheet.limited(reading.unit, sheet.style(REGULAR, 32), share, 1) if reading.unit and not stacked else None
    room = width if stacked else width - share - gap
    figures = _figures(sheet, reading, room)
    words_height = name.height + (unit.height if unit else 0)
    figures_height = max(figure.height for figure in figures) + sheet.px(8) + bar
    high = words_height + sheet.px(8) + figures_height if stacked else max(words_height, figures_height)

    def put(place: Box) -> None:
        top = place.y + pad
        sheet.put("metric", name, place.x, top, look.ink, ground)
        if unit:
            sheet.put("unit", unit, place.x, top + name.height, look.muted, ground)
        x = place.x if stacked else place.x + share + gap
        y = top + words_height + sheet.px(8) if stacked else top
        _put_figures(sheet, figures, Box(x, y, room, 0))
        _put_way(sheet, reading.way, Box(x, y + figures_height - bar, room, bar))
        if reading.here:
            thick = max(sheet.px(5), 2)
            line = Box(place.x, place.bottom - thick, place.width, thick)
            sheet.mark("here", line, ground, fill=look.accent_mark)

    return Row(high + 2 * pad, reading.here, put)


def _figures(sheet: Sheet, reading: RoomReading, width: float) -> tuple[_Figure, ...]:
    each = (width - 2 * sheet.px(16)) / 3
    known = bool(reading.latest)
    return (
        _figure(sheet, ("baseline", reading.baseline, words.baseline()), (REGULAR, 40), each),
        _figure(sheet, ("latest", reading.latest, words.read_on(reading.on, known)), (TITLE, 52), each),
        _figure(sheet, ("target", reading.target, words.target()), (REGULAR, 40), each),
    )


def _figure(sheet: Sheet, texts: tuple[str, str, str], face: tuple[Face, int], width: float) -> _Figure:
    """`texts`: role, value and label. A long figure is set smaller: cut, it would be another figure."""
    role, value, label = texts
    styles = [sheet.style(face[0], size, leading=1.1) for size in (face[1], 40, 36, 30)]
    fitting = (style for style in styles if sheet.desk.typesetter.width(value, style) <= width)
    style = next(fitting, styles[-1])
    return _Figure(
        role,
        sheet.limited(value or "?", style, width, 1),
        sheet.limited(label, sheet.style(REGULAR, 30), width, 2),
    )


def _put_figures(sheet: Sheet, figures: tuple[_Figure, ...], place: Box) -> None:
    """At the left, in the middle and at the right, all on one line to stand on."""
    look = sheet.look
    tallest = max(figure.value.leading for figure in figures)
    for figure, at in zip(figures, (0.0, 0.5, 1.0), strict=True):
        colour = look.brand if figure.role == "latest" and figure.value.text != "?" else look.ink
        x = place.x + (place.width - figure.value.width) * at
        y = place.y + (tallest - figure.value.leading) * 0.8
        sheet.put(figure.role, figure.value, x, y, colour, look.background)
        x = place.x + (place.width - figure.label.width) * at
        sheet.put("label", figure.label, x, place.y + tallest, look.muted, look.background)


def _put_way(sheet: Sheet, way: float | None, place: Box) -> None:
    """How far it has come; dashed while that is not known."""
    look, radius = sheet.look, place.height / 4
    if way is None:
        y = place.y + place.height / 2
        ends = ((place.x, y), (place.right, y))
        sheet.path("way edge", ends, stroke=look.edge, thick=place.height * 0.3, dashed=True, ground=look.background)
        return
    sheet.panel("way track", place, look.track, radius=radius)
    if way:
        done = Box(place.x, place.y, max(place.width * way, place.height), place.height)
        sheet.mark("way", done, look.track, fill=look.brand, radius=radius)
