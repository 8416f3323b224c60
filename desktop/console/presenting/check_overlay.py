"""The room check over the console: screens, clicker, last row, before the client comes in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.presenting.control import RoomControl
from desktop.screens.room_check import RoomCheck
from desktop.theme import Theme
from desktop.widgets.labels import button, give_keyboard, keyboard_in, label
from desktop.widgets.overlay import Overlay
from desktop.words import gettext

WIDTH = 640
"""Pixels of the card."""


class RoomCheckOverlay(Overlay):
    """Lies over the page until it is done; what the room was shown before comes back then."""

    def __init__(
        self, control: RoomControl, show_chart: Callable[[bool], None], theme: Theme, console: QWidget
    ) -> None:
        """`show_chart` shows the room the legibility chart, or the facilitator's page again."""
        super().__init__(console)
        self._control, self._show_chart = control, show_chart
        self._before = keyboard_in(console)
        self._was_shown = control.presenter.presenting
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(gettext("Room check"))
        self.check = RoomCheck(control.projector, theme)
        self.check.chart_wanted.connect(lambda: self._show_chart(True))
        done = button(gettext("Done"), "primary", key="Esc")
        done.clicked.connect(self.put_away)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(done)
        card = QFrame()
        card.setObjectName("overlay")
        card.setFixedWidth(WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(32, 24, 32, 24)
        inside.setSpacing(12)
        inside.addWidget(label(gettext("Room check"), "title"))
        inside.addWidget(self.check)
        inside.addLayout(foot)
        column = QVBoxLayout(self)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        self.cover(console)
        self.check.clicker.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Puts the room back to what it was and goes."""
        if self.isHidden():
            return
        self.uncover(self.window())
        self._show_chart(False)
        if not self._was_shown:
            self._control.end()
        self.deleteLater()
        give_keyboard(self._before)

    def event(self, event: QEvent) -> bool:
        """Esc ends the check; it must not hold the room behind it."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        # Nothing else reaches the page behind.
