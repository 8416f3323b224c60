"""From what the room may see to a page laid out for a window's size."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from desktop.room.all_pages import declared
from desktop.room.drawing.composition import Composition
from desktop.room.drawing.look import make_look
from desktop.room.drawing.ring import BARE, WHOLE, ring_sheet
from desktop.room.drawing.sheet import Desk
from desktop.room.drawing.typesetter import Typesetter
from desktop.view_models.room.entries import RoomRing
from desktop.view_models.room.pages import RoomView

_LARGEST_LOGO = 600
"""Pixels: larger than any logo is shown at 4K."""


class Compositor:
    """Lays pages out; keeps the widths of words and the decoded logos between them."""

    def __init__(self) -> None:
        self._typesetter = Typesetter()
        self._picture = lru_cache(maxsize=4)(_decoded)
        self._look = lru_cache(maxsize=4)(make_look)

    def compose(self, view: RoomView, size: QSize) -> Composition:
        """The page of `view` in a window of `size`."""
        desk = Desk(
            width=max(size.width(), 1),
            height=max(size.height(), 1),
            look=self._look(view.dark, view.brand.primary, view.brand.accent),
            brand=view.brand,
            typesetter=self._typesetter,
            picture=self._picture,
        )
        if view.ring is None:
            return declared(view.page).sheet(desk, view.page).finished()
        return self._with_ring(desk, view, view.ring)

    def _with_ring(self, desk: Desk, view: RoomView, ring: RoomRing) -> Composition:
        """With its name, or alone where a page is too full for that; a page that is fuller still is read in peace."""
        for room in (WHOLE, BARE):
            beside = replace(desk, ring=room)
            sheet = declared(view.page).sheet(beside, view.page)
            if sheet.fits and sheet.step >= 0:
                sheet.absorb(ring_sheet(beside, ring))
                return sheet.finished()
        return declared(view.page).sheet(desk, view.page).finished()


def _decoded(data: bytes) -> QImage | None:
    """A logo's pixels; None where there is none or it cannot be read, for then its owner's name stands instead."""
    # A logo is kept as a PNG. Were Qt asked to find out, it would load what reads all the other kinds of pictures.
    image = QImage.fromData(data, "PNG") if data else QImage()  # type: ignore[arg-type]  # it refuses bytes
    if image.isNull():
        return None
    if max(image.width(), image.height()) > _LARGEST_LOGO:
        mode = Qt.AspectRatioMode.KeepAspectRatio
        image = image.scaled(_LARGEST_LOGO, _LARGEST_LOGO, mode, Qt.TransformationMode.SmoothTransformation)
    return image
