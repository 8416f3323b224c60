"""Over the list of engagements: what its columns are, once there are any."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.theme import Theme
from desktop.widgets.parts.scale import sized

if TYPE_CHECKING:
    from models.portfolio.standing import PilotStanding


class ListHead(QWidget):
    """As wide as the rows of the list `below` it; hidden while no row says how its pilot stands."""

    def __init__(self, below: QWidget, theme: Theme) -> None:
        super().__init__()
        self._below, self._theme = below, theme
        self._modes: tuple[str, ...] = ()
        self._many = 0
        self.hide()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        self.update()

    def show_standings(self, standings: Mapping[str, PilotStanding], modes: Mapping[str, str]) -> None:
        """Names the modes where all pilots have the same ones."""
        found = {tuple(mode.mode_id for mode in pilot.modes) for pilot in standings.values()}
        ids = found.pop() if len(found) == 1 else ()
        self._modes, self._many = tuple(modes.get(key, "") for key in ids), len(ids)
        self.setFixedHeight(round(self.fontMetrics().height() * 1.5))
        self.setVisible(bool(standings))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        from desktop.console.library.standing_columns import StandingColumns

        line, width = QFontMetrics(self.font()).height(), self._below.width()
        columns = StandingColumns(width - 2 * line, line, self._many)
        if columns.width:
            with QPainter(self) as painter:
                area = QRect(0, 0, width - line, self.height())
                columns.paint_head(painter, area, self._modes, self._theme, sized(self.font(), "key"))
