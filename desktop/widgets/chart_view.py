"""Draws on the screen the very charts that the documents print."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.system.fonts import SANS, SERIF
from reports.charts.shapes import Circle, Drawing, Group, Line, Outline, Polygon, PolyLine, Rect, Shape, String
from reports.charts.strip import Strip
from reports.type.fonts import text_width

_FONTS = {
    "SourceSans": (SANS, QFont.Weight.Normal, False),
    "SourceSans-It": (SANS, QFont.Weight.Normal, True),
    "SourceSans-Semibold": (SANS, QFont.Weight.DemiBold, False),
    "SourceSans-Bold": (SANS, QFont.Weight.Bold, False),
    "SourceSerif": (SERIF, QFont.Weight.Normal, False),
    "SourceSerif-Semibold": (SERIF, QFont.Weight.DemiBold, False),
}
_OUTLINE_SIZE = 1000
"""Pixels at which glyph outlines are taken, so that text is placed as exactly as on paper."""


class ChartView(QWidget):
    """Shows one Drawing, as large as fits, with its description for screen readers.

    `pressed` carries how far from the left and the top edge it was pressed, in the drawing's points.
    """

    pressed = Signal(float, float)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawing: Drawing | None = None
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_drawing(self, drawing: Drawing, description: str) -> None:
        """Shows another chart; `description` says in words what it shows."""
        self._drawing = drawing
        self.setAccessibleDescription(description)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        drawing = self._drawing
        return round(width * drawing.height / drawing.width) if drawing else width // 2

    def sizeHint(self) -> QSize:
        return QSize(360, self.heightForWidth(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawing is None:
            return
        with QPainter(self) as painter:
            painter.setClipRect(event.rect())
            left, scale = self._fit(self._drawing)
            painter.translate(left, 0)
            painter.scale(scale, scale)
            paint_drawing(painter, self._drawing)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._drawing is not None:
            left, scale = self._fit(self._drawing)
            self.pressed.emit((event.position().x() - left) / scale, event.position().y() / scale)
        super().mousePressEvent(event)

    def _fit(self, drawing: Drawing) -> tuple[float, float]:
        """Where the drawing begins from the left, and pixels a point."""
        scale = min(self.width() / drawing.width, self.height() / drawing.height)
        return (self.width() - scale * drawing.width) / 2, scale


def paint_drawing(painter: QPainter, drawing: Drawing) -> None:
    """Paints `drawing` with its top left corner at the origin, one unit a point."""
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(0, drawing.height)
    painter.scale(1, -1)
    _paint(painter, drawing)
    painter.restore()


def _paint(painter: QPainter, shape: Shape) -> None:
    if isinstance(shape, Group):
        seen = painter.clipBoundingRect()
        for inner in shape.shapes():
            if not isinstance(inner, Strip) or seen.isEmpty() or _touches(seen, inner):
                _paint(painter, inner)
    elif isinstance(shape, String):
        _paint_text(painter, shape)
    else:
        painter.setPen(_pen(shape))
        painter.setBrush(QBrush(QColor(shape.fill)) if shape.fill else QBrush(Qt.BrushStyle.NoBrush))
        _paint_outline(painter, shape)


def _touches(seen: QRectF, strip: Strip) -> bool:
    return bool(strip.bottom <= seen.bottom() and strip.top >= seen.top())


def _paint_outline(painter: QPainter, shape: Outline) -> None:
    match shape:
        case Rect():
            painter.drawRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), shape.radius, shape.radius)
        case Line():
            painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
        case Circle():
            painter.drawEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
        case Polygon():
            painter.drawPolygon(_points(shape.points))
        case PolyLine():
            painter.drawPolyline(_points(shape.points))


def _points(flat: tuple[float, ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in zip(flat[::2], flat[1::2], strict=True)])


def _paint_text(painter: QPainter, text: String) -> None:
    family, weight, italic = _FONTS[text.font]
    font = QFont(family)
    font.setWeight(weight)
    font.setItalic(italic)
    font.setPixelSize(_OUTLINE_SIZE)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    width = text_width(text.text, text.font, text.size)
    shift = {"end": width, "middle": width / 2}.get(text.anchor, 0)
    outline = QPainterPath()
    outline.addText(0, 0, font, text.text)
    painter.save()
    painter.translate(text.x - shift, text.y)
    size = text.size / _OUTLINE_SIZE
    painter.scale(size, -size)
    painter.fillPath(outline, QColor(text.fill))
    painter.restore()


def _pen(shape: Outline) -> QPen:
    if not shape.stroke:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(QColor(shape.stroke), shape.thickness)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if shape.dashes:
        pen.setDashPattern([length / shape.thickness for length in shape.dashes])
    return pen
