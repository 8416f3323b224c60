"""A metric on its way: where it was, where it is now, and where it is to be."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.room import playbook_words as words
from desktop.room.drawing.composition import Box, Face
from desktop.room.drawing.rows import Row
from desktop.room.drawing.sheet import REGULAR, SEMIBOLD, TITLE, Sheet
from desktop.room.drawing.typesetter import Paragraph
from desktop.view_models.room.entries import RoomReading

NAME = 0.34
"""The share of the width that the metric's name takes, where the figures stand beside it."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with what it is below."""

    role: str
    value: Paragraph
    label: Paragraph

    @property
    def height(self) -> float:
        return self.value.height + self.label.height


def reading_row(sheet: Sheet, reading: RoomReading, width: float) -> Row:
    """The figures stand beside the metric's name, in a narrow window below it."""
    look, stacked = sheet.look, sheet.desk.narrow
    gap, bar = sheet.gap(4), max(14 * sheet.desk.unit, 6)
    share = width if stacked else width * NAME
    name = sheet.limited(reading.metric, sheet.style(SEMIBOLD, 42), share, 2)
    unit = sheet.limited(reading.unit, sheet.style(REGULAR, 34), share, 1) if reading.unit else None
    room = width if stacked else width - share - gap
    figures = _figures(sheet, reading, room)
    words_height = name.height + (unit.height if unit else 0)
    figures_height = max(figure.height for figure in figures) + sheet.gap(1) + bar
    height = words_height + sheet.gap(1) + figures_height if stacked else max(words_height, figures_height)

    def put(place: Box, ground: str) -> None:
        sheet.put("strong", name, place.x, place.y, look.ink, ground)
        if unit:
            sheet.put("rest", unit, place.x, place.y + name.height, look.muted, ground)
        x = place.x if stacked else place.x + share + gap
        y = place.y + words_height + sheet.gap(1) if stacked else place.y
        _put_figures(sheet, figures, Box(x, y, room, 0), ground)
        _put_way(sheet, reading.way, Box(x, y + figures_height - bar, room, bar), ground)

    return Row(height, reading.here, put)


def _figures(sheet: Sheet, reading: RoomReading, width: float) -> tuple[_Figure, ...]:
    each = (width - 2 * sheet.gap(2)) / 3
    known = bool(reading.latest)
    return (
        _figure(sheet, ("baseline", reading.baseline, words.baseline()), (REGULAR, 44), each),
        _figure(sheet, ("latest", reading.latest, words.read_on(reading.on, known)), (TITLE, 60), each),
        _figure(sheet, ("target", reading.target, words.target()), (REGULAR, 44), each),
    )


def _figure(sheet: Sheet, texts: tuple[str, str, str], face: tuple[Face, int], width: float) -> _Figure:
    """`texts`: role, value and label. A long figure is set smaller: cut, it would be another figure."""
    role, value, label = texts
    sizes = [face[1], 44, 36, 30]
    styles = [sheet.style(face[0], size, leading=1.1) for size in sizes]
    fitting = (style for style in styles if sheet.desk.typesetter.width(value, style) <= width)
    style = next(fitting, styles[-1])
    return _Figure(
        role,
        sheet.limited(value or "?", style, width, 1),
        sheet.limited(label, sheet.style(REGULAR, 30), width, 2),
    )


def _put_figures(sheet: Sheet, figures: tuple[_Figure, ...], place: Box, ground: str) -> None:
    """At the left, in the middle and at the right, all on one line to stand on."""
    look = sheet.look
    tallest = max(figure.value.leading for figure in figures)
    for figure, at in zip(figures, (0.0, 0.5, 1.0), strict=True):
        colour = look.accent if figure.role == "latest" and figure.value.text != "?" else look.ink
        x = place.x + (place.width - figure.value.width) * at
        y = place.y + (tallest - figure.value.leading) * 0.8
        sheet.put(figure.role, figure.value, x, y, colour, ground)
        x = place.x + (place.width - figure.label.width) * at
        sheet.put("label", figure.label, x, place.y + tallest, look.muted, ground)


def _put_way(sheet: Sheet, way: float | None, place: Box, ground: str) -> None:
    """How far it has come; dashed while that is not known."""
    look, radius = sheet.look, place.height / 2
    if way is None:
        y = place.y + radius
        ends = ((place.x, y), (place.right, y))
        sheet.path("way edge", ends, stroke=look.edge, thick=place.height * 0.3, dashed=True, ground=ground)
        return
    sheet.panel("way track", place, look.track, radius=radius)
    if way:
        done = Box(place.x, place.y, max(place.width * way, place.height), place.height)
        sheet.mark("way", done, look.track, fill=look.accent, radius=radius)
