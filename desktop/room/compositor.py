"""From what the room may see to a page laid out for a window's size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from desktop.room.blank import blank_sheet
from desktop.room.commitment import commitment_sheet
from desktop.room.composition import Composition
from desktop.room.look import make_look
from desktop.room.results import results_sheet
from desktop.room.sheet import Desk
from desktop.room.sign import sign_sheet
from desktop.room.typesetter import Typesetter
from desktop.room.welcome import welcome_sheet
from desktop.view_models.room import BlankPage, CommitmentPage, ResultsPage, RoomView, SignPage, WelcomePage

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
            look=self._look(view.dark, view.brand.primary),
            brand=view.brand,
            typesetter=self._typesetter,
            picture=self._picture,
        )
        match view.page:
            case WelcomePage():
                sheet = welcome_sheet(desk, view.page)
            case SignPage():
                sheet = sign_sheet(desk, view.page)
            case ResultsPage():
                sheet = results_sheet(desk, view.page)
            case CommitmentPage():
                sheet = commitment_sheet(desk, view.page)
            case BlankPage():
                sheet = blank_sheet(desk)
        return sheet.finished()


def _decoded(data: bytes) -> QImage | None:
    """A logo's pixels; None where there is none or it cannot be read, for then its owner's name stands instead."""
    image = QImage.fromData(data) if data else QImage()
    if image.isNull():
        return None
    if max(image.width(), image.height()) > _LARGEST_LOGO:
        mode = Qt.AspectRatioMode.KeepAspectRatio
        image = image.scaled(_LARGEST_LOGO, _LARGEST_LOGO, mode, Qt.TransformationMode.SmoothTransformation)
    return image
