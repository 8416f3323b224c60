"""The room check over the console: screens, clicker, last row, before the client comes in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.console.presenting.control import RoomControl
from desktop.screens.room_check import RoomCheck
from desktop.theme import Theme
from desktop.widgets.overlay import CardOverlay
from desktop.words import gettext


class RoomCheckOverlay(CardOverlay):
    """Lies over the page until it is done; what the room was shown before comes back then."""

    widest = 640

    def __init__(
        self, control: RoomControl, show_chart: Callable[[bool], None], theme: Theme, console: QWidget
    ) -> None:
        """`show_chart` shows the room the legibility chart, or the facilitator's page again."""
        super().__init__(console, gettext("Room check"))
        self._control, self._show_chart = control, show_chart
        self._was_shown = control.presenter.presenting
        self.check = RoomCheck(control.projector, theme)
        self.check.chart_wanted.connect(lambda: self._show_chart(True))
        self.inside.addWidget(self.check)
        self.end_with_done()
        self.cover(console)
        self.check.clicker.setFocus(Qt.FocusReason.OtherFocusReason)

    def ended(self) -> None:
        """Puts the room back to what it was."""
        self._show_chart(False)
        if not self._was_shown:
            self._control.end()
