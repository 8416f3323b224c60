"""From the library to all pilots side by side: loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.console.window import ConsoleWindow
    from desktop.view_models.library.browsing import Browsing


class PortfolioDoor(QObject):
    """Opens the card over the console."""

    def __init__(self, window: ConsoleWindow, browsing: Browsing) -> None:
        super().__init__(window)
        self._window, self._browsing = window, browsing
        window.library_page.portfolio_wanted.connect(self.open)

    def open(self) -> None:
        """All pilots, or those that the library is searched for."""
        from desktop.console.across.overlay import SideBySideOverlay

        overlay = SideBySideOverlay(self._browsing.side_by_side, self._browsing.search, self._window)
        overlay.opened.connect(self._browsing.open)
