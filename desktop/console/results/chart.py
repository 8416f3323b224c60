"""Where each failure mode stands, the worst first; one at a time opens in place to why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from desktop.console.results.mode_row import ModeHead, ModeRow
from desktop.console.results.opened import Opened
from desktop.console.results.painted import PaintedRow
from desktop.theme import Theme
from desktop.view_models.results.modes import mode_line
from desktop.view_models.room.diagnosis import results_page
from desktop.view_models.session import EngagementSession
from desktop.widgets.labels import clear, let_go
from models.diagnosis.diagnosis import ModeResult, mode_results, worst_first


class Chart(QWidget):
    """`sign_wanted` carries the sign to go to."""

    sign_wanted = Signal(str)

    def __init__(self, session: EngagementSession) -> None:
        super().__init__()
        self._session = session
        self._theme: Theme | None = None
        self._open = ""
        self._opened: Opened | None = None
        self._modes: dict[str, tuple[ModeRow, ModeResult]] = {}
        self._most = max(len(mode.signs) for mode in session.method.modes)
        self._head = ModeHead(self._most, results_page(session).signs_head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(self._lines)

    def refresh(self, theme: Theme) -> None:
        """Draws the answers as they stand; what is open stays open, and the keyboard where it is."""
        self._theme = theme
        self._head.show_theme(theme)
        at = next((mode_id for mode_id, (row, _) in self._modes.items() if row.hasFocus()), "")
        clear(self._lines)
        self._modes, self._opened = {}, None
        for result in worst_first(mode_results(self._session.method, self._session.current)):
            self._add(result, theme)
        if self._open in self._modes:
            self._show(self._open)
        if at in self._modes:
            self._modes[at][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def rows(self) -> list[PaintedRow]:
        """All that can be chosen in it, from above."""
        found: list[PaintedRow] = []
        for mode_id, (row, _) in self._modes.items():
            found.append(row)
            if mode_id == self._open and self._opened is not None:
                found.extend(self._opened.rows)
        return found

    def open_worst(self) -> None:
        """Opens the one that leads."""
        for row, _ in list(self._modes.values())[:1]:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            row.setChecked(True)

    def open_as(self, before: Chart) -> None:
        """What is open there is open here, once it is drawn."""
        self._open = before._open

    def close_open(self) -> bool:
        """Closes what is open; False where nothing is."""
        if self._open not in self._modes:
            return False
        row = self._modes[self._open][0]
        if self._opened is not None and self._opened.isAncestorOf(QApplication.focusWidget() or self):
            row.setFocus(Qt.FocusReason.OtherFocusReason)
        row.setChecked(False)
        return True

    def _add(self, result: ModeResult, theme: Theme) -> None:
        mode_id = result.mode_id
        row = ModeRow(mode_line(self._session, result), self._most, theme)
        row.setChecked(mode_id == self._open)
        row.toggled.connect(lambda shown: self._turn(mode_id, shown))
        self._modes[mode_id] = row, result
        self._lines.addWidget(row)

    def _turn(self, mode_id: str, shown: bool) -> None:
        before, self._open = self._open, mode_id if shown else ""
        if self._opened is not None:
            let_go(self._opened)
            self._opened = None
        if shown and before in self._modes:
            closing = self._modes[before][0]
            closing.blockSignals(True)
            closing.setChecked(False)
            closing.blockSignals(False)
        if shown:
            self._show(mode_id)

    def _show(self, mode_id: str) -> None:
        row, result = self._modes[mode_id]
        if self._theme is None:
            return
        self._opened = Opened(self._session, result, self._most, self._theme)
        self._opened.closed.connect(self.close_open)
        self._opened.sign_wanted.connect(self.sign_wanted)
        self._lines.insertWidget(self._lines.indexOf(row) + 1, self._opened)
        self._opened.show()
