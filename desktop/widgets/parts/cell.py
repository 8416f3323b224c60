"""A cell of the one scale for severity: darker is graver, and the figure says it too."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.theme import Theme

LEVELS = "0123"
NOT_KNOWN, DOES_NOT_APPLY, NOT_ASKED = "?", "–", ""
BANDS = (25, 50, 75)
"""Index of a failure mode from which it stands on the next step of the scale."""
RADIUS = 4
DASHES = [2.0, 2.0]


def band_of(index: float) -> int:
    """The step of the scale on which a failure mode's index stands."""
    return sum(index >= least for least in BANDS)


def paint_cell(painter: QPainter, place: QRectF, mark: str, theme: Theme, font: QFont) -> None:
    """The mark of an answer: its level, not known, does not apply; empty where it was not asked."""
    if mark in LEVELS and mark:
        paint_step(painter, place, int(mark), mark, theme, font)
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mark == DOES_NOT_APPLY:
        painter.setPen(QPen(QColor(theme.hair), 1))
        painter.setBrush(QColor(theme.shade))
    else:
        pen = QPen(QColor(theme.dash if mark == NOT_ASKED else theme.faint), 1)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    _figure(painter, place, mark, theme.muted, font)


def paint_step(painter: QPainter, place: QRectF, level: int, text: str, theme: Theme, font: QFont) -> None:
    """A filled cell on one of the four steps, with any figure in it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.rule), 1) if theme.high_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.levels[level]))
    painter.drawRoundedRect(place, RADIUS, RADIUS)
    _figure(painter, place, text, theme.level_inks[level], font)


def cell_font(font: QFont) -> QFont:
    """The heavy small type of a figure beside text in that font; always the same object, as of `sized`."""
    return _cell_font(QFont(font))


@lru_cache(maxsize=64)
def _cell_font(font: QFont) -> QFont:
    figure = QFont(font)
    figure.setPixelSize(max(round(font.pixelSize() * 13 / 15), 12))
    figure.setWeight(QFont.Weight.DemiBold)
    return figure


def _figure(painter: QPainter, place: QRectF, text: str, ink: str, font: QFont) -> None:
    if text:
        painter.setFont(cell_font(font))
        painter.setPen(QColor(ink))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), text)
