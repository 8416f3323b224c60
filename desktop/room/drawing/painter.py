"""Paints a composition."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.room.drawing.composition import Align, Box, Composition, Form, PlacedShape, PlacedText

_LINE = (
    Qt.AlignmentFlag.AlignVCenter
    | Qt.TextFlag.TextSingleLine
    | Qt.TextFlag.TextDontClip
    | Qt.TextFlag.TextIncludeTrailingSpaces
)
_FLAGS = {
    Align.LEFT: int(_LINE | Qt.AlignmentFlag.AlignLeft),
    Align.CENTRE: int(_LINE | Qt.AlignmentFlag.AlignHCenter),
    Align.RIGHT: int(_LINE | Qt.AlignmentFlag.AlignRight),
}
_TICK = ((0.06, 0.54), (0.36, 0.84), (0.94, 0.16))
"""The corners of a tick, as shares of its box."""


def paint(painter: QPainter, composition: Composition) -> None:
    """Paints the page with its top left corner at the origin."""
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.fillRect(QRectF(0, 0, composition.width, composition.height), QColor(composition.background))
    for shape in composition.shapes:
        _paint_shape(painter, shape)
    for picture in composition.pictures:
        painter.drawImage(_rect(picture.box), picture.image)
    for text in composition.texts:
        _paint_text(painter, text)
    painter.restore()


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.width, box.height)


def _paint_shape(painter: QPainter, shape: PlacedShape) -> None:
    pen = QPen(Qt.PenStyle.NoPen)
    if shape.stroke:
        pen = QPen(QColor(shape.stroke), shape.thickness)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap if shape.dashed else Qt.PenCapStyle.RoundCap)
        if shape.dashed:
            pen.setDashPattern([3, 2.5])
    painter.setPen(pen)
    painter.setBrush(QColor(shape.fill) if shape.fill else Qt.BrushStyle.NoBrush)
    # A pen paints half its thickness to either side: drawn so much further in, nothing stands over the box.
    place = shape.box.inset(shape.thickness / 2, shape.thickness / 2)
    match shape.form:
        case Form.BOX:
            radius = min(shape.radius, place.width / 2, place.height / 2)
            painter.drawRoundedRect(_rect(place), radius, radius)
        case Form.TICK:
            corners = [QPointF(place.x + x * place.width, place.y + y * place.height) for x, y in _TICK]
            painter.drawPolyline(QPolygonF(corners))
        case Form.RANGE:
            middle = place.y + place.height / 2
            painter.drawLine(QPointF(place.x, middle), QPointF(place.right, middle))
            for x in (place.x, place.right):
                painter.drawLine(QPointF(x, place.y), QPointF(x, place.bottom))
        case Form.POINTER:
            top = QPointF(place.x + place.width / 2, place.y)
            foot = [QPointF(place.right, place.bottom), QPointF(place.x, place.bottom)]
            painter.drawPolygon(QPolygonF([top, *foot]))
        case Form.PATH:
            outline = QPolygonF([QPointF(x, y) for x, y in shape.points])
            (painter.drawPolygon if shape.fill else painter.drawPolyline)(outline)


def _paint_text(painter: QPainter, text: PlacedText) -> None:
    painter.setFont(text.face.font(text.size))
    painter.setPen(QColor(text.colour))
    flags = _FLAGS[text.align]
    for number, line in enumerate(text.lines):
        place = QRectF(text.box.x, text.box.y + number * text.leading, text.box.width, text.leading)
        painter.drawText(place, flags, line)
