"""A page while it is being laid out at one size of type."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtGui import QFont, QImage

from desktop.room.drawing.composition import (
    Align,
    Box,
    Composition,
    Face,
    Form,
    PlacedPicture,
    PlacedShape,
    PlacedText,
)
from desktop.room.drawing.look import RoomLook
from desktop.room.drawing.typesetter import Paragraph, Style, Typesetter
from desktop.system.fonts import SANS, SERIF
from desktop.view_models.room.pages import RoomBrand

TALL = 1080
"""All measures are pixels of a window as high as that; the width is what it is then."""
LEAST, LEAST_QUESTION, LEAST_TITLE = 30, 56, 64
"""The smallest type of a text, a question and a title."""
WIDE_MARGIN, NARROW_MARGIN = 96, 64
FOOT = 48
"""From the lowest line to the end of the window."""

STEPS = (1.0, 0.8, 0.6, 0.4, 0.2, 0.0)
"""From the ideal sizes to the smallest permitted. Few, so that most signs are set alike."""
LAST_RESORT = (-0.2, -0.4, -0.6, -0.8, -1.0)
"""Below what is permitted: only where a text is longer than any that a content pack may hold."""

REGULAR = Face(SANS)
SEMIBOLD = Face(SANS, QFont.Weight.DemiBold)
BOLD = Face(SANS, QFont.Weight.Bold)
KICKER = Face(SANS, QFont.Weight.DemiBold, caps=True)
TITLE = Face(SERIF, QFont.Weight.DemiBold)
SERIF_REGULAR = Face(SERIF)


@dataclass(frozen=True)
class Desk:
    """What every page is laid out with."""

    width: int
    height: int
    look: RoomLook
    brand: RoomBrand
    typesetter: Typesetter
    picture: Callable[[bytes], QImage | None]
    """Decodes a logo; None where there is none."""
    ring: float = 0.0
    """Pixels of a window 1080 high that titles leave at the top right to a ring of time."""

    @property
    def unit(self) -> float:
        """A pixel of a window of 1920×1080."""
        return min(self.width / 1920, self.height / 1080)

    @property
    def frame(self) -> Box:
        """The whole window."""
        return Box(0, 0, self.width, self.height)

    @property
    def narrow(self) -> bool:
        """Whether the window is nearly as high as it is wide."""
        return self.width < 1.5 * self.height

    @property
    def scale(self) -> float:
        """A pixel of a window that is 1080 high: type and all that stands beside it grow with the height."""
        return self.height / TALL

    @property
    def area(self) -> Box:
        """What is left between the margins at the sides, from top to bottom."""
        margin = min((NARROW_MARGIN if self.narrow else WIDE_MARGIN) * self.scale, self.width / 12)
        return Box(margin, 0, self.width - 2 * margin, self.height)


class Sheet:
    """Collects what is placed, and knows whether it all fitted."""

    def __init__(self, desk: Desk, step: float) -> None:
        """`step` goes from 1 for the ideal sizes to 0 for the smallest permitted."""
        self.desk, self.look, self.step = desk, desk.look, step
        self.width, self.height = float(desk.width), float(desk.height)
        self.fits = True
        self.whole = True
        self._texts: list[PlacedText] = []
        self._shapes: list[PlacedShape] = []
        self._pictures: list[PlacedPicture] = []

    def px(self, pixels: float) -> float:
        """So many pixels of a window that is 1080 high."""
        return pixels * self.desk.scale

    def space(self, pixels: float) -> float:
        """The same between two things, closer where type had to become smaller."""
        return self.px(pixels) * (0.5 + 0.5 * max(self.step, 0))

    def gap(self, eighths: float) -> float:
        """A distance on the grid of eight pixels; closer where type had to become smaller.

        Halfway between the window's scale and its height's, since type grows with the height.
        """
        scale = (self.desk.unit + self.desk.height / 1080) / 2
        return 8 * eighths * scale * (0.7 + 0.3 * max(self.step, 0))

    def style(self, face: Face, ideal: float, *, least: float = LEAST, leading: float = 1.26) -> Style:
        """Type that ideally has so many pixels of 1080, and at least so many."""
        least = ceil(least * self.desk.height / TALL)
        most = max(round(ideal * self.desk.height / TALL), least)
        size = least + (most - least) * self.step if self.step >= 0 else least * (1 + 0.6 * self.step)
        return Style(face, max(round(size), 1), leading)

    def measure(self, text: str, style: Style, width: float, *, balanced: bool = False) -> Paragraph:
        """Breaks a text into lines and notes if that did not go well."""
        made = self.desk.typesetter.paragraph(text, style, max(width, style.size), balanced=balanced)
        self.whole = self.whole and made.whole
        self.require(made.width <= width + 0.5)
        return made

    def limited(self, text: str, style: Style, width: float, most: int) -> Paragraph:
        """What people typed, in at most so many lines: it may be of any length, and its words of any width."""
        return self.desk.typesetter.limited(text, style, max(width, 2 * style.size), most)

    def evened(self, paragraph: Paragraph, width: float) -> Paragraph:
        """The same lines, about equally long: no word is left alone on the last."""
        return self.desk.typesetter.evened(paragraph, width)

    def require(self, fulfilled: bool) -> None:
        """Notes what has to be so for the page to fit."""
        self.fits = self.fits and fulfilled

    def put(
        self,
        role: str,
        paragraph: Paragraph,
        x: float,
        y: float,
        colour: str,
        ground: str,
        *,
        align: Align = Align.LEFT,
        width: float | None = None,
        face: Face | None = None,
    ) -> Box:
        """Places a paragraph. With `face`, in another than it was measured in, which may not run wider."""
        box = Box(x, y, paragraph.width if width is None else width, paragraph.height)
        style = paragraph.style
        self._texts.append(
            PlacedText(
                role=role,
                text=paragraph.text,
                lines=paragraph.lines,
                box=box,
                face=face or style.face,
                size=style.size,
                leading=paragraph.leading,
                colour=colour,
                ground=ground,
                align=align,
            )
        )
        return box

    def line(self, x: float, y: float, width: float, *, strong: bool = False) -> None:
        """A hairline that parts two rows, or the strong one below the heads of columns."""
        colour = self.look.brand if strong else self.look.rule
        self.panel("rule", Box(x, y, width, max(self.px(3 if strong else 2), 1)), colour)

    def panel(self, role: str, box: Box, fill: str, *, radius: float = 0, edge: str = "", thick: float = 0) -> None:
        """A ground to stand on, perhaps with an outline."""
        self._shapes.append(PlacedShape(role, Form.BOX, box, fill, edge, thick, radius))

    def mark(
        self,
        role: str,
        box: Box,
        ground: str,
        *,
        form: Form = Form.BOX,
        fill: str = "",
        stroke: str = "",
        thick: float = 0,
        radius: float = 0,
        dashed: bool = False,
    ) -> None:
        """A shape that means something, and has to stand out from `ground`."""
        self._shapes.append(PlacedShape(role, form, box, fill, stroke, thick, radius, dashed, ground))

    def path(
        self,
        role: str,
        points: Sequence[tuple[float, float]],
        *,
        fill: str = "",
        stroke: str = "",
        thick: float = 0,
        dashed: bool = False,
        ground: str = "",
    ) -> None:
        """Lines between points in pixels; with `ground`, they mean something and have to stand out from it."""
        across, down = [x for x, _ in points], [y for _, y in points]
        box = Box(min(across), min(down), max(across) - min(across), max(down) - min(down))
        self._shapes.append(
            PlacedShape(role, Form.PATH, box, fill, stroke, thick, dashed=dashed, ground=ground, points=tuple(points))
        )

    def logo(self, role: str, image: QImage, box: Box, *, right: bool = False) -> None:
        """A logo at an end of its box; on a dark page on a white plate, since logos are made for paper."""
        pad = self.gap(1) if self.look.dark else 0.0
        room = box.inset(pad, pad)
        scale = min(room.width / image.width(), room.height / image.height())
        width, height = image.width() * scale, image.height() * scale
        x = room.right - width if right else room.x
        place = Box(x, room.y + (room.height - height) / 2, width, height)
        if pad:
            self.panel(f"{role} plate", place.inset(-pad, -pad), "#FFFFFF", radius=pad)
        self._pictures.append(PlacedPicture(role, place, image))

    def picture(self, role: str, image: QImage, box: Box) -> None:
        """A picture that fills its box."""
        self._pictures.append(PlacedPicture(role, box, image))

    def absorb(self, other: Sheet) -> None:
        """Takes over what was placed on another sheet of the same size."""
        self._texts += other._texts
        self._shapes += other._shapes
        self._pictures += other._pictures

    def finished(self) -> Composition:
        """The page as it will be painted."""
        return Composition(
            width=self.desk.width,
            height=self.desk.height,
            background=self.look.background,
            shapes=tuple(self._shapes),
            pictures=tuple(self._pictures),
            texts=tuple(self._texts),
        )


Layout = Callable[[float], Sheet]
"""Lays the whole page out at a step."""


def fitted(layouts: Sequence[Layout]) -> Sheet:
    """The first arrangement that fits, at its largest type; without broken or undersized words if it can be."""
    broken: Sheet | None = None
    for layout in layouts:
        for sheet in _tried(layout, STEPS):
            if sheet.fits and sheet.whole:
                return sheet
            if sheet.fits and broken is None:
                broken = sheet
    if broken is not None:
        return broken
    last: Sheet | None = None
    for layout in layouts:
        for last in _tried(layout, LAST_RESORT):
            if last.fits:
                return last
    if last is None:
        raise ValueError("a page needs an arrangement")
    return last


def _tried(layout: Layout, steps: Sequence[float]) -> Iterator[Sheet]:
    """An arrangement from its largest type to its smallest; only the two where not even the smallest fits."""
    yield layout(steps[0])
    smallest = layout(steps[-1])
    if smallest.fits:
        yield from map(layout, steps[1:-1])
    yield smallest
