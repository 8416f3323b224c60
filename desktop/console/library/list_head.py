"""Over the list of engagements what its columns are, and below it what is usual in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.console.library.engagement_list import OUT
from desktop.theme import Theme
from desktop.widgets.parts.rows import paint_line
from desktop.widgets.parts.scale import sized
from desktop.words import gettext, ngettext, spoken

if TYPE_CHECKING:
    from desktop.console.library.standing_columns import StandingColumns
    from models.portfolio.standing import PilotStanding


class _Aligned(QWidget):
    """As wide as the rows of the list `below` or above it; hidden while no row says how its pilot stands."""

    def __init__(self, below: QWidget, theme: Theme) -> None:
        super().__init__()
        self._below, self._theme = below, theme
        self._many = 0
        self._modes: tuple[str, ...] = ()
        self.hide()

    def show_theme(self, theme: Theme) -> None:
        """Takes on another look."""
        self._theme = theme
        self.update()

    def _place(self) -> QRect:
        return QRect(OUT, 0, self._below.width() - 2 * OUT, self.height())

    def _columns(self) -> StandingColumns:
        from desktop.console.library.standing_columns import StandingColumns, heads_need

        heads = heads_need(self._modes, self.font())
        return StandingColumns(self._place().width(), QFontMetrics(self.font()).height(), self._many, heads)


class ListHead(_Aligned):
    """What the columns are, once there are any."""

    def show_standings(self, standings: Mapping[str, PilotStanding], modes: Mapping[str, str]) -> None:
        """Names the modes where all pilots have the same ones."""
        found = {tuple(mode.mode_id for mode in pilot.modes) for pilot in standings.values()}
        ids = found.pop() if len(found) == 1 else ()
        self._modes, self._many = tuple(modes.get(key, "") for key in ids), len(ids)
        self.setFixedHeight(round(self.fontMetrics().height() * 1.5))
        self.setVisible(bool(standings))
        self.update()

    def event(self, event: QEvent) -> bool:
        """A mode's whole name when the mouse rests on its first word."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            number = self._columns().cell_at(self._place(), event.pos().x())
            if number is not None and number < len(self._modes):
                QToolTip.showText(event.globalPos(), self._modes[number], self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        columns = self._columns()
        if columns.width:
            with QPainter(self) as painter:
                columns.paint_head(painter, self._place(), self._modes, self._theme, sized(self.font(), "key"))


class UsualRow(_Aligned):
    """The middle of each mode over the pilots that are known, where enough stand behind it."""

    def __init__(self, below: QWidget, theme: Theme) -> None:
        super().__init__(below, theme)
        self._middles: tuple[int | None, ...] = ()
        self._said, self._behind = "", 0

    def show_standings(self, standings: Mapping[str, PilotStanding], modes: Mapping[str, str]) -> None:
        """Works it out; of pilots with one and the same modes alone."""
        self._behind = 0
        self.hide()
        if not standings:
            return
        from models.portfolio.usual import spreads
        from models.portfolio.wording import what_is_usual

        found = {tuple(mode.mode_id for mode in pilot.modes) for pilot in standings.values()}
        ids = found.pop() if len(found) == 1 else ()
        known = spreads([*standings.values()], ids)
        middles = {one.mode_id: one.middle for one in known}
        self._middles, self._many = tuple(middles.get(key) for key in ids), len(ids)
        self._modes = tuple(modes.get(key, "") for key in ids)
        self._said = what_is_usual(known, dict(modes), spoken())
        self._behind = min((len(one.figures) for one in known), default=0)
        self.setFixedHeight(round(self.fontMetrics().height() * 3.2))
        self.setAccessibleName(f"{gettext('Usual here')}. {self._said}")
        self.fit()
        self.update()

    def fit(self) -> None:
        """It takes no room where none of its columns finds any."""
        self.setVisible(bool(self._behind) and bool(self._columns().width))

    def paintEvent(self, event: QPaintEvent) -> None:
        columns, place, line = self._columns(), self._place(), QFontMetrics(self.font()).height()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            row = place.adjusted(0, round(line * 0.5), 0, 0)
            text = QRect(row.left(), row.top(), round(row.width() - columns.width), round(line * 1.3))
            paint_line(painter, text, sized(self.font(), "body", bold=True), self._theme.ink, gettext("Usual here"))
            behind = ngettext("Middle of {n} pilot or more", "Middle of {n} pilots or more", self._behind)
            below = text.translated(0, round(line * 1.15))
            paint_line(painter, below, sized(self.font(), "caption"), self._theme.muted, behind.format(n=self._behind))
            columns.paint_usual(painter, row, self._middles, self._said, self._theme, self.font())
