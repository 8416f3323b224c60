"""A picture large over the console, for the facilitator alone: any key puts it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.widgets.labels import give_keyboard, keyboard_in, label
from desktop.widgets.overlay import Overlay

MARGIN, FOOT = 24, 56
"""Pixels around the picture, and below it for what there is to say."""


class LargePicture(Overlay):
    """The whole picture, never more than its own pixels."""

    def __init__(self, console: QWidget, picture: QImage, said: str) -> None:
        super().__init__(console)
        self._before = keyboard_in(console)
        self.picture = picture
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(said)
        below = label(said, "muted", wrap=True)
        below.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below.setMaximumHeight(FOOT)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 8)
        column.addStretch(1)
        column.addWidget(below)
        self.cover(console)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """It goes; the keyboard goes back to where it was."""
        if not self.isHidden():
            self.uncover(self.window())
            self.deleteLater()
            give_keyboard(self._before)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Nothing behind it may be reached."""
        return False

    def event(self, event: QEvent) -> bool:
        """Esc is for it: it must not hold the room behind it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self.put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.put_away()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -FOOT)
        size = self.picture.size().toSizeF()
        scale = min(room.width() / size.width(), room.height() / size.height(), 1 / self.devicePixelRatioF() * 2)
        place = QRectF(0, 0, size.width() * scale, size.height() * scale)
        place.moveCenter(room.center())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self.picture)
