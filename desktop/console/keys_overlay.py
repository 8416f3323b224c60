"""Which key does what on this page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.console.rail import Step
from desktop.widgets.labels import clear, give_keyboard, keyboard_in, label

_OF_THE_ROOM = (Qt.Key.Key_Escape, Qt.Key.Key_Period, Qt.Key.Key_B)


class KeysOverlay(QWidget):
    """Lies over the window until any key or press puts it away."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._before: tuple[QWidget, ...] = ()
        self._card = QFrame()
        self._card.setObjectName("overlay")
        self._grid = QGridLayout(self._card)
        self._grid.setContentsMargins(32, 24, 32, 24)
        self._grid.setHorizontalSpacing(32)
        self._grid.setVerticalSpacing(8)
        column = QVBoxLayout(self)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self.tr("Keys"))
        self.hide()

    def show_for(self, step: Step) -> None:
        """Shows the keys of a page and those that work everywhere."""
        self._before = keyboard_in(self.window())
        clear(self._grid)
        self._grid.addWidget(label(self.tr("Keys"), "section"), 0, 0, 1, 2)
        for row, (keys, act) in enumerate(self._keys(step) + self._everywhere(), 1):
            self._grid.addWidget(label(keys, "label"), row, 0)
            self._grid.addWidget(label(act), row, 1)
        self.resize(self.window().size())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """What would hold or blank the room only puts this away."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() in _OF_THE_ROOM:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.put_away()

    def put_away(self) -> None:
        """The keyboard goes back to where it was."""
        if self.isHidden():
            return
        self.hide()
        give_keyboard(self._before)

    def _everywhere(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Ctrl+1 … Ctrl+9"), self.tr("Library and the pages below it, in their order")),
            (self.tr("Ctrl+Z, Ctrl+Shift+Z"), self.tr("Undo, redo")),
            (self.tr("Ctrl+N"), self.tr("New engagement")),
            (self.tr("Ctrl+T"), self.tr("Light or dark")),
            (self.tr("F5"), self.tr("Show the room what you are on")),
            (self.tr("Esc"), self.tr("Leave a field; while live, hold the room where it is")),
            (self.tr(".  or  B"), self.tr("While live: blank, and back")),
            (self.tr("Page Down, Page Up"), self.tr("While live: on and back, in any field")),
            (self.tr("Ctrl+R"), self.tr("Room check: screens, clicker, last row")),
            (self.tr("Alt+N, Alt+M, Alt+P, Alt+S"), self.tr("Agenda: next, five minutes more, pause, shorten")),
        ]

    def _keys(self, step: Step) -> list[tuple[str, str]]:
        keys = {**self._keys_of_finding(), **self._keys_of_deciding()}
        return keys.get(step, [])

    def _keys_of_finding(self) -> dict[Step, list[tuple[str, str]]]:
        return {
            Step.LIBRARY: [
                (self.tr("Enter"), self.tr("Open")),
                (self.tr("↓"), self.tr("From the search into the list")),
                (self.tr("Ctrl+D"), self.tr("Duplicate")),
            ],
            Step.PREPARE: [
                (self.tr("Enter"), self.tr("In the agenda: a new time box; in a stakeholder's line: the next person")),
                (self.tr("Alt+↑, Alt+↓"), self.tr("In the agenda: move the time box")),
            ],
            Step.DIAGNOSE: [
                (self.tr("0  1  2  3"), self.tr("Rate the sign")),
                (self.tr("K, X"), self.tr("Not known, does not apply")),
                (self.tr("C, S, T"), self.tr("Claimed, seen, tested")),
                (self.tr("N, E"), self.tr("New note, new evidence")),
                (self.tr("P, L, D, O"), self.tr("Park, come back to this, dissent, decision")),
                (self.tr("V, A"), self.tr("Let the room vote, take the room’s level")),
                (self.tr("R, V, ↑ ↓"), self.tr("In a vote: reveal, another way, another person")),
                (self.tr("Enter, →, Page Down"), self.tr("Next sign")),
                (self.tr("←, Page Up"), self.tr("Back")),
                (self.tr("↑, ↓"), self.tr("The failure mode before, after")),
            ],
            Step.RESULTS: [
                (self.tr("← →"), self.tr("Failure modes, agreement, captured")),
                (self.tr("↓, Enter"), self.tr("In the agreement: choose a warning sign, go back to it")),
                (self.tr("P, D, O"), self.tr("Park, dissent, decision")),
            ],
        }

    def _keys_of_deciding(self) -> dict[Step, list[tuple[str, str]]]:
        return {
            Step.READINESS: [
                (self.tr("C, O, W, X"), self.tr("Confirmed, open, waived, does not apply")),
                (self.tr("E, Y"), self.tr("Evidence; why it is waived or does not apply")),
                (self.tr("Enter, ↓, Page Down"), self.tr("Next point")),
                (self.tr("↑, Page Up"), self.tr("Back")),
            ],
            Step.PLAYBOOK: self._in_the_playbook(),
            Step.PLAN: [
                (self.tr("↑ ↓"), self.tr("Choose an action")),
                (self.tr("A, R"), self.tr("Accept, reject")),
                (self.tr("Enter"), self.tr("Fill in the owner")),
                (self.tr("N"), self.tr("Add an action of the room's own")),
                (self.tr("1  2  3  4"), self.tr("List, picture, timeline, load")),
                (self.tr("Shift+arrows, Backspace"), self.tr("In the picture: move the action, put it back")),
            ],
            Step.CLOSING: [
                (self.tr("W"), self.tr("Say why the workshop is closed with gaps")),
                (self.tr("C"), self.tr("Close the workshop")),
            ],
            Step.REPORT: [
                (self.tr("Ctrl+S"), self.tr("Save the PDF")),
                (self.tr("Ctrl+E, Enter"), self.tr("Write the message, open it in the mail program")),
            ],
        }

    def _in_the_playbook(self) -> list[tuple[str, str]]:
        return [
            (self.tr("→ ←, Page Down, Page Up"), self.tr("The next activity or gate, and back")),
            (self.tr("Enter"), self.tr("Into the register; in it, the next line; on its empty line, on")),
            (self.tr("Tab, Shift+Tab"), self.tr("The next cell, and back")),
            (self.tr("↓ ↑"), self.tr("In a cell: through what is offered")),
            (self.tr("Alt+↑, Alt+↓"), self.tr("Move the line")),
            (self.tr("Del, Ctrl+Del"), self.tr("Clear cells, remove lines")),
            (self.tr("Ctrl+C, Ctrl+V"), self.tr("Copy, paste a block from a spreadsheet")),
            (self.tr("R, A, C, I, Space"), self.tr("In a responsibility matrix: a part, or none")),
            (self.tr("Alt+A"), self.tr("Add everybody present, or a reading of each metric")),
            (self.tr("P, C, H, D"), self.tr("At a gate: passed, with conditions, held, by whom")),
        ]
