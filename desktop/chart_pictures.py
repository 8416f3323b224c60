"""Charts as pictures to paste into slides, through the painter that draws them on the screen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from desktop.system.fonts import load_fonts
from desktop.widgets.chart_view import paint_drawing
from reports.charts.shapes import Drawing

SCALE = 2
"""Pixels a point."""


def chart_png(drawing: Drawing, scale: int = SCALE) -> bytes:
    """The chart on white, `scale` pixels a point. Needs a Qt application with the product's fonts loaded."""
    picture = QImage(round(drawing.width * scale), round(drawing.height * scale), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    picture.setDotsPerMeterX(round(scale * 72 / 0.0254))
    picture.setDotsPerMeterY(round(scale * 72 / 0.0254))
    with QPainter(picture) as painter:
        painter.scale(scale, scale)
        paint_drawing(painter, drawing)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not picture.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise RuntimeError("Qt could not write a PNG")
    return bytes(buffer.data().data())


@contextmanager
def paint_without_screen() -> Iterator[None]:
    """Pictures can be painted within, also where there is no screen and no window."""
    application = QGuiApplication.instance() or QGuiApplication(["clearway", "-platform", "offscreen"])
    load_fonts()
    yield
    del application  # without one, nothing could be painted until here
