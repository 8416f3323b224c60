"""The room view: the window on the projector. It draws a RoomView, knows nothing else, and acts on nothing."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.room.all_pages import described, identity
from desktop.room.compositor import Compositor
from desktop.room.drawing.composition import Composition
from desktop.room.drawing.painter import paint
from desktop.view_models.room.pages import RoomView
from desktop.words import gettext

FADE = 180
"""Milliseconds from one page to another."""


class RoomWindow(QWidget):
    """Shows one page, the whole window over.

    `key_pressed` carries every key press, for whoever leads the room; `closed` says that the window system closed the
    window, which hides it and loses nothing.
    """

    key_pressed = Signal(QKeyEvent)
    closed = Signal()

    def __init__(self, *, still: bool = False) -> None:
        """`still`: nothing is to move that need not."""
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.still = still
        self._compositor = Compositor()
        self._view: RoomView | None = None
        self._composition: Composition | None = None
        self._before, self._after = QPixmap(), QPixmap()
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=FADE)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._fade.valueChanged.connect(self.update)
        self._fade.finished.connect(self._end_fade)
        # It comes to the projector while someone types in the console, and must never keep the program running.
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._name()

    @property
    def view(self) -> RoomView | None:
        """What is shown."""
        return self._view

    @property
    def composition(self) -> Composition | None:
        """What is drawn, text by text; None before the first page."""
        return self._composition

    def show_view(self, view: RoomView) -> None:
        """Draws a page: another one with a short cross-fade, an update of the same at once."""
        if view == self._view:
            return
        fades = self._fades_to(view)
        self._stop_fade()
        if fades:
            self._before = self._drawn()
        self._view = view
        self._compose()
        self.setAccessibleDescription(described(view))
        if fades:
            self._after = self._drawn()
            self._fade.start()
        # At once, not when the console has drawn itself too: the room is what people look at.
        self.repaint()

    def speak_anew(self) -> None:
        """Draws what is shown once more, at once, in the words that are spoken by now."""
        self._stop_fade()
        self._name()
        self._compose()
        if self._view is not None:
            self.setAccessibleDescription(described(self._view))
        self.repaint()

    def sizeHint(self) -> QSize:
        return QSize(1280, 720)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            if self._composition is None:
                painter.fillRect(self.rect(), Qt.GlobalColor.black)
            elif self._fade.state() is QVariantAnimation.State.Running:
                painter.drawPixmap(0, 0, self._before)
                painter.setOpacity(float(self._fade.currentValue()))
                painter.drawPixmap(0, 0, self._after)
            else:
                paint(painter, self._composition)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._stop_fade()
        self._compose()

    def event(self, event: QEvent) -> bool:
        """No shortcut of the application takes a key on its way to whoever leads the room."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.key_pressed.emit(event)
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Nothing here takes the focus, so Tab is a key like any other."""
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Accepted, which hides: a refusal would also keep the whole program from quitting."""
        self._stop_fade()
        event.accept()
        self.closed.emit()

    def _name(self) -> None:
        self.setWindowTitle(gettext("Clearway room view"))
        self.setAccessibleName(gettext("Room view"))

    def _compose(self) -> None:
        if self._view is not None:
            self._composition = self._compositor.compose(self._view, self.size())

    def _fades_to(self, view: RoomView) -> bool:
        if self.still or self._view is None or not self.isVisible():
            return False
        return identity(view.page) != identity(self._view.page)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        if self._composition is not None:
            with QPainter(pixmap) as painter:
                paint(painter, self._composition)
        return pixmap

    def _stop_fade(self) -> None:
        self._fade.stop()
        self._end_fade()

    def _end_fade(self) -> None:
        """Lets the two pictures go: at 4K they are 66 MB."""
        self._before, self._after = QPixmap(), QPixmap()
        self.update()
