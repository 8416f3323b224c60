"""One piece of evidence in small: the picture, or what kind of file it is, and whether the client may see it."""

from __future__ import annotations

from pathlib import PurePosixPath

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.widgets.parts.icons import icon_side, paint_icon
from desktop.widgets.parts.inks import inks
from desktop.words import gettext, pgettext
from models.engagement.evidence import Evidence
from models.pictures.naming import shown_name

SIZE = QSize(96, 64)
RADIUS, CORNER = 4.0, 3


class Thumb(QAbstractButton):
    """A click chooses it; Space, or a second click, shows it large; Del takes it away."""

    chosen = Signal()
    large_wanted = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._evidence: Evidence | None = None
        self._picture: QImage | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(SIZE)
        self.clicked.connect(self.chosen)

    def show_evidence(self, evidence: Evidence, picture: QImage | None) -> None:
        """Shows another state of it."""
        who = pgettext("evidence", "for the client") if evidence.for_client else pgettext("evidence", "internal")
        said = evidence.caption.strip() or shown_name(evidence.name)
        self.setAccessibleName(gettext("{name}, {who}").format(name=said, who=who))
        if (evidence, picture) != (self._evidence, self._picture):
            self._evidence, self._picture = evidence, picture
            self.update()

    def nextCheckState(self) -> None:
        """What is chosen says the strip."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def mouseDoubleClickEvent(self, event: object) -> None:
        self.large_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.large_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            event.ignore()  # the page's keys go on working

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, place = inks(self), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        with QPainter(self) as painter:
            painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
            shape = QPainterPath()
            shape.addRoundedRect(place, RADIUS, RADIUS)
            painter.fillPath(shape, colours.color(QPalette.ColorRole.AlternateBase))
            painter.save()
            painter.setClipPath(shape)
            if self._picture is not None:
                painter.drawImage(_filling(self._picture.size(), place), self._picture)
            else:
                self._paint_kind(painter, place)
            painter.restore()
            self._paint_mark(painter)
            strong = self.isChecked() or self.hasFocus()
            role = QPalette.ColorRole.Link if strong or self.underMouse() else QPalette.ColorRole.Mid
            painter.setPen(QPen(colours.color(role), 2 if strong else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, RADIUS, RADIUS)

    def _paint_kind(self, painter: QPainter, place: QRectF) -> None:
        name = self._evidence.name if self._evidence else ""
        ending = PurePosixPath(name).suffix.removeprefix(".").upper()[:5] or "?"
        painter.setPen(inks(self).color(QPalette.ColorRole.WindowText))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), ending)

    def _paint_mark(self, painter: QPainter) -> None:
        """An eye or a lock on a plate in the corner: what leaves is seen at a glance."""
        colours, side = inks(self), icon_side(self)
        plate = QRectF(CORNER, self.height() - side - CORNER - 4, side + 4, side + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(plate, RADIUS, RADIUS)
        name = "eye" if self._evidence and self._evidence.for_client else "lock"
        ink = colours.color(QPalette.ColorRole.WindowText)
        at = QRectF(plate.topLeft() + QPointF(2, 2), plate.size() - QSize(4, 4).toSizeF())
        paint_icon(painter, name, at, ink, colours.color(QPalette.ColorRole.Base))


def _filling(size: QSize, place: QRectF) -> QRectF:
    """Where a picture stands so that it fills the place; its middle is in sight."""
    scale = max(place.width() / max(size.width(), 1), place.height() / max(size.height(), 1))
    filling = QRectF(0, 0, size.width() * scale, size.height() * scale)
    filling.moveCenter(place.center())
    return filling
