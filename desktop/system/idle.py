"""Tells when nobody has touched the keyboard or the mouse for a while, in any of our windows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES = frozenset((
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
))  # fmt: skip


class Idle(QObject):
    """Listens to each window from when it first has the keyboard; one on the application would be asked too often."""

    def __init__(self, application: QGuiApplication, milliseconds: int, idle: Callable[[], None]) -> None:
        super().__init__(application)
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(idle)
        application.focusWindowChanged.connect(self._listen)
        self._timer.start()

    def wait(self, milliseconds: int) -> None:
        """Waits so long from now on."""
        self._timer.start(milliseconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begins to count anew with every touch."""
        if event.type() in _TOUCHES:
            self._timer.start()
        return False

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)
            self._timer.start()
