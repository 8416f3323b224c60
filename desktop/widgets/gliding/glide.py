"""What marks the chosen one of several goes to the next in a moment."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QRectF, QVariantAnimation, Signal

TAKES = 120
"""Milliseconds."""


class Glide(QObject):
    """`moved`: it is at another place on its way, or there. Whether things may move at all is for who asks to say."""

    moved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._way = QVariantAnimation(self, duration=TAKES, easingCurve=QEasingCurve(QEasingCurve.Type.OutCubic))
        self._way.valueChanged.connect(lambda _: self.moved.emit())
        self._way.finished.connect(self.moved)

    @property
    def place(self) -> QRectF | None:
        """Where it is on its way; None where it is there."""
        under_way = self._way.state() is QVariantAnimation.State.Running
        return QRectF(self._way.currentValue()) if under_way else None

    def go(self, start: QRectF, end: QRectF) -> None:
        """Sends it from one place to another; from where it is, while it is on its way."""
        start = self.place or start
        self._way.stop()
        self._way.setStartValue(start)
        self._way.setEndValue(end)
        self._way.start()
