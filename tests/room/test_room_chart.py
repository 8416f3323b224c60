"""The legibility chart keeps to the sizes that it names, in light and in dark."""

from __future__ import annotations

from itertools import pairwise

import pytest
from page_audit import audit
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from room_samples import SIZES, view

from desktop.room import words
from desktop.room.compositor import Compositor
from desktop.room.drawing.composition import Composition
from desktop.room.drawing.look import make_look
from desktop.room.drawing.painter import paint
from desktop.view_models.room.pages import RoomChart

EVERY_SIZE = (*SIZES, (1366, 768))


def chart(size: tuple[int, int], *, dark: bool = False) -> Composition:
    return Compositor().compose(view(RoomChart(), dark), QSize(*size))


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("longer", [1, 4 / 3], ids=["English", "a third longer"])
def test_the_chart_keeps_to_its_sizes(
    dressed_app: QApplication, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], longer: float
) -> None:
    def line(part: int) -> str:
        said = f"1/{part}: Can the last row read this line?"
        return said + " longer wordsx"[: round(len(said) * (longer - 1))]

    monkeypatch.setattr(words, "chart_line", line)
    page = chart(size)

    assert [text.text for text in page.texts] == [line(part) for part in (20, 24, 30, 36)] * 2
    for text in page.texts:
        assert text.size >= size[1] / int(text.text[2:4]) > text.size - 1
        assert len(text.lines) == 1
    for one, other in pairwise(page.texts):
        assert one.box.bottom < other.box.y
    assert not audit(page)


@pytest.mark.parametrize("size", EVERY_SIZE)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_chart_is_drawn_as_it_says(dressed_app: QApplication, size: tuple[int, int], dark: bool) -> None:
    page = chart(size, dark=dark)
    picture = QImage(QSize(*size), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paint(painter, page)
    painter.end()

    brand = view(RoomChart(), dark).brand
    light, darker = (make_look(is_dark, brand.primary, brand.accent) for is_dark in (False, True))
    assert picture.pixelColor(2, 2).name().upper() == light.background.upper()
    assert picture.pixelColor(2, size[1] - 2).name().upper() == darker.background.upper()
    for text in page.texts:
        box = text.box
        inked = inked_rows(picture, round(box.x), round(box.right), round(box.y), round(box.bottom))
        assert text.size * 0.6 < len(inked) < text.size * 1.4, "one line of type, as tall as it says"


def inked_rows(picture: QImage, left: int, right: int, top: int, bottom: int) -> list[int]:
    """Rows with anything but the ground in them."""
    ground = picture.pixel(left - 2, top)
    return [y for y in range(top, bottom) if any(picture.pixel(x, y) != ground for x in range(left, right, 2))]
