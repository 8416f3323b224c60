"""Lines of known height to be read from the last row, in light and in dark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.fonts import SANS
from desktop.theme import Theme, make_theme

SIZES = (20, 24, 30, 36)
"""Parts of the screen's height: a question is set at 1/20, nothing in the room below 1/36."""

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True)
class ChartLine:
    """One line as it is drawn."""

    text: str
    pixels: int
    place: QRect
    theme: Theme


class LegibilityChart(QWidget):
    """Fills the room view. Each line names its size, so that somebody at the back can call out the last one read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Legibility chart"))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def lines(self) -> list[ChartLine]:
        """The upper half in the light theme, the lower half in the dark one, both from large to small."""
        return [line for area, theme in self._halves() for line in self._lines(area, theme)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for area, theme in self._halves():
            painter.fillRect(area, QColor(theme.background))
        for line in self.lines():
            painter.setPen(QColor(line.theme.ink))
            painter.setFont(_font(line.pixels))
            painter.drawText(line.place, _WRAP, line.text)
        painter.end()

    def _halves(self) -> list[tuple[QRect, Theme]]:
        half = self.height() // 2
        upper, lower = QRect(0, 0, self.width(), half), QRect(0, half, self.width(), self.height() - half)
        return [(upper, make_theme(dark=False)), (lower, make_theme(dark=True))]

    def _lines(self, area: QRect, theme: Theme) -> list[ChartLine]:
        margin = self.width() // 20
        width = self.width() - 2 * margin
        sized = [(self._pixels(part), self._text(part)) for part in SIZES]
        heights = [_height(pixels, text, width) for pixels, text in sized]
        gap = max(area.height() - sum(heights), 0) // (len(SIZES) + 1)
        top = area.top() + gap
        made = []
        for (pixels, text), height in zip(sized, heights, strict=True):
            made.append(ChartLine(text, pixels, QRect(margin, top, width, height), theme))
            top += height + gap
        return made

    def _text(self, part: int) -> str:
        return self.tr("1/{0}: Can the last row read this line?").format(part)

    def _pixels(self, part: int) -> int:
        return max(-(-self.height() // part), 1)  # never below the size that it names


def _font(pixels: int) -> QFont:
    font = QFont(SANS)
    font.setPixelSize(pixels)
    return font


def _height(pixels: int, text: str, width: int) -> int:
    return QFontMetrics(_font(pixels)).boundingRect(QRect(0, 0, width, 100_000), _WRAP, text).height()
