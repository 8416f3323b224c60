"""What the rows of the results share: type, ground and bar, and which keys they leave to the page."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter

from desktop.theme import Theme
from desktop.widgets.gliding.rows import GlidingRow
from desktop.widgets.labels import bring_into_sight
from desktop.widgets.parts.by_width import HighByWidth
from desktop.widgets.parts.rows import BAR
from desktop.widgets.parts.scale import scaled, sized

OUT = 16
"""Pixels by which the ground of a row goes out at both sides of what it says."""
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
AROUND = 6
"""Pixels, at a scale of 1, above and below what wraps: the hairlines keep away from its letters."""
SIGHT = 24
"""Pixels kept in sight above and below the row that has the keyboard."""
_OF_THE_PAGE = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    }
)


class PaintedRow(HighByWidth, GlidingRow):
    """A row that is pressed. It is as high as what it says, and says all of it to a screen reader."""

    def __init__(self, theme: Theme, high: int, out: int = OUT) -> None:
        super().__init__()
        self.theme, self._high, self.out = theme, high, out
        self.setProperty("role", "row")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.ask_by_width()

    def told(self, room: int) -> tuple[tuple[str, int, str], ...]:
        """The texts that may wrap between edges so far apart: each with its width, and the name of its type."""
        return ()

    def room(self) -> int:
        """Pixels between its two edges."""
        return max(self.width() - 2 * self.out, 1)

    def px(self, pixels: float) -> int:
        """So many pixels at a scale of 1."""
        return scaled(self, pixels)

    def type(self, size: str = "body", *, bold: bool = False, serif: bool = False) -> QFont:
        """The type of that name."""
        return sized(self.font(), size, bold=bold, serif=serif)

    def heightForWidth(self, width: int) -> int:
        tall = 0
        for text, wide, size in self.told(max(width - 2 * self.out, 1)):
            box = QRect(0, 0, max(wide, 40), 10_000)
            tall = max(tall, QFontMetrics(self.type(size)).boundingRect(box, WRAP, text).height())
        return max(self.px(self._high), tall + self.px(AROUND))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        page = self.parentWidget()
        while page is not None and page.objectName() != "page":
            page = page.parentWidget()
        if page is not None and event.key() in _OF_THE_PAGE:  # on its way up the page would be scrolled by it
            page.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        bring_into_sight(self, SIGHT)

    def paint_ground(self, painter: QPainter, *, chosen: bool = False, hair: bool = True) -> None:
        """The ground and the bar of what is chosen or under the mouse, and the hairline below."""
        at_hand = (chosen or self.hasFocus()) and not self.gliding
        if at_hand or self.underMouse():
            painter.fillRect(self.rect(), QColor(self.theme.soft))
        if at_hand:
            painter.fillRect(0, 0, BAR, self.height(), QColor(self.theme.accent))
        if hair:
            painter.setPen(QColor(self.theme.hair))
            painter.drawLine(self.out, self.height() - 1, self.width() - self.out, self.height() - 1)

    def write(self, painter: QPainter, place: QRect, text: str, font: QFont, colour: str, flags: int = WRAP) -> None:
        """A text in its place."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(place, flags, text)


@lru_cache(maxsize=64)
def in_two_lines(text: str, font: QFont, width: int) -> str:
    """The text, or as much of it as stands in two lines: sought by measuring, so it is kept."""
    metrics = QFontMetrics(font)
    box = QRect(0, 0, max(width, 40), 10_000)
    most = 2 * metrics.lineSpacing() + 1
    if metrics.boundingRect(box, WRAP, text).height() <= most:
        return text
    low, high = 0, len(text)
    while low < high - 1:
        middle = (low + high) // 2
        shown = f"{text[:middle].rstrip()}…"
        if metrics.boundingRect(box, WRAP, shown).height() <= most:
            low = middle
        else:
            high = middle
    return f"{text[:low].rsplit(' ', 1)[0].rstrip(' ,;:')}…"
