"""Text that becomes a field: without a box until it is touched; what is still wanted keeps its box."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QStaticText
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from desktop.widgets.labels import restyle
from desktop.widgets.parts.by_width import lines_of

F = TypeVar("F", bound=QLineEdit | QPlainTextEdit | QComboBox)
CARET = 2
"""Pixels that Qt leaves at the right of a text for the caret behind it."""


def reads_as_text(field: F, *, wanted: bool = True, dense: bool = False) -> F:
    """Has the field stand as text while it holds any; the same field, for the layout.

    What is not `wanted` stands as text while it is empty, too. `dense`: in a row of 28.
    """
    if dense:
        field.setProperty("dense", True)

    def look(text: str) -> None:
        restyle(field, "bare", bool(text.strip()) or not wanted)

    if isinstance(field, QLineEdit):
        field.textChanged.connect(look)
        look(field.text())
    elif isinstance(field, QPlainTextEdit):
        field.textChanged.connect(lambda: look(field.toPlainText()))
        look(field.toPlainText())
    else:
        field.currentTextChanged.connect(look)
        look(field.currentText())
    return field


class RestingText:
    """What a field shows while nobody is in it, measured and cut to its place once: it is painted far more often.

    One line at the left or right of its place, in the middle of its height; of what `wraps` as many as it holds.
    """

    def __init__(self, field: QWidget, room: Callable[[], QRect], *, wraps: bool = False) -> None:
        """`room`: where the text stands in the field; asked again only where text or size change, or after `forget`."""
        self._field, self._room, self._wraps = field, room, wraps
        self._lines: list[tuple[QPointF, QStaticText]] = []
        self._font, self._ink = QFont(), QColor()
        self._of: tuple[object, ...] = ()

    def paint(self, painter: QPainter, text: str, role: QPalette.ColorRole) -> None:
        """The text, or as much of it as there is room for, ending in a sign that there is more."""
        of = text, self._field.size()
        if of != self._of:
            self._of = of
            self._measure(text, role)
        painter.setFont(self._font)
        painter.setPen(self._ink)
        for place, line in self._lines:
            painter.drawStaticText(place, line)

    def forget(self) -> None:
        """Its place, its type or its colours are others."""
        self._of = ()

    def _measure(self, text: str, role: QPalette.ColorRole) -> None:
        room, field, font = self._room(), self._field, self._field.font()
        metrics, self._font, self._ink = QFontMetrics(font), font, field.palette().color(role)
        right = isinstance(field, QLineEdit) and bool(field.alignment() & Qt.AlignmentFlag.AlignRight)
        down = metrics.lineSpacing()
        most = max((room.height() + metrics.leading()) // down, 1) if self._wraps else 1
        lines = lines_of(text, font, room.width(), most)
        top = room.y() + (room.height() - metrics.height() - (len(lines) - 1) * down + 1) // 2
        self._lines = []
        for number, shown in enumerate(lines):
            static = QStaticText(shown)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.prepare(font=font)
            out = room.width() - metrics.horizontalAdvance(shown) - CARET if right else 0
            self._lines.append((QPointF(room.x() + out, top + number * down), static))
