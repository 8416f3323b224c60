"""Which key does what on this page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop.console.rail import Step
from desktop.widgets.labels import clear, give_keyboard, keyboard_in, label
from desktop.words import gettext

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
        self.setAccessibleName(gettext("Keys"))
        self.hide()

    def show_for(self, step: Step) -> None:
        """Shows the keys of a page and those that work everywhere."""
        self._before = keyboard_in(self.window())
        clear(self._grid)
        self._grid.addWidget(label(gettext("Keys"), "section"), 0, 0, 1, 2)
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
            (gettext("Ctrl+1 … Ctrl+9"), gettext("Library and the pages below it, in their order")),
            (gettext("Ctrl+Z, Ctrl+Shift+Z"), gettext("Undo, redo")),
            (gettext("Ctrl+N"), gettext("New engagement")),
            (gettext("Ctrl+T"), gettext("Light or dark")),
            (gettext("F5"), gettext("Show the room what you are on")),
            (gettext("Esc"), gettext("Leave a field; while live, hold the room where it is")),
            (gettext(".  or  B"), gettext("While live: blank, and back")),
            (gettext("Page Down, Page Up"), gettext("While live: on and back, in any field")),
            (gettext("Ctrl+R"), gettext("Room check: screens, clicker, last row")),
            (gettext("Alt+N, Alt+M, Alt+P, Alt+S"), gettext("Agenda: next, five minutes more, pause, shorten")),
        ]

    def _keys(self, step: Step) -> list[tuple[str, str]]:
        keys = {**self._keys_of_finding(), **self._keys_of_deciding()}
        return keys.get(step, [])

    def _keys_of_finding(self) -> dict[Step, list[tuple[str, str]]]:
        return {
            Step.LIBRARY: [
                (gettext("Enter"), gettext("Open")),
                (gettext("↓"), gettext("From the search into the list")),
                (gettext("Ctrl+D"), gettext("Duplicate")),
            ],
            Step.PREPARE: [
                (gettext("Enter"), gettext("In the agenda: a new time box; in a stakeholder's line: the next person")),
                (gettext("Alt+↑, Alt+↓"), gettext("In the agenda: move the time box")),
            ],
            Step.DIAGNOSE: [
                (gettext("0  1  2  3"), gettext("Rate the sign")),
                (gettext("K, X"), gettext("Not known, does not apply")),
                (gettext("C, S, T"), gettext("Claimed, seen, tested")),
                (gettext("N, E"), gettext("New note, new evidence")),
                (gettext("P, L, D, O"), gettext("Park, come back to this, dissent, decision")),
                (gettext("V, A"), gettext("Let the room vote, take the room’s level")),
                (gettext("R, V, ↑ ↓"), gettext("In a vote: reveal, another way, another person")),
                (gettext("Enter, →, Page Down"), gettext("Next sign")),
                (gettext("←, Page Up"), gettext("Back")),
                (gettext("↑, ↓"), gettext("The failure mode before, after")),
            ],
            Step.RESULTS: [
                (gettext("← →"), gettext("Failure modes, agreement, captured")),
                (gettext("↓, Enter"), gettext("In the agreement: choose a warning sign, go back to it")),
                (gettext("P, D, O"), gettext("Park, dissent, decision")),
            ],
        }

    def _keys_of_deciding(self) -> dict[Step, list[tuple[str, str]]]:
        return {
            Step.READINESS: [
                (gettext("C, O, W, X"), gettext("Confirmed, open, waived, does not apply")),
                (gettext("E, Y"), gettext("Evidence; why it is waived or does not apply")),
                (gettext("Enter, ↓, Page Down"), gettext("Next point")),
                (gettext("↑, Page Up"), gettext("Back")),
            ],
            Step.PLAYBOOK: self._in_the_playbook(),
            Step.PLAN: [
                (gettext("↑ ↓"), gettext("Choose an action")),
                (gettext("A, R"), gettext("Accept, reject")),
                (gettext("Enter"), gettext("Fill in the owner")),
                (gettext("N"), gettext("Add an action of the room's own")),
                (gettext("1  2  3  4"), gettext("List, picture, timeline, load")),
                (gettext("Shift+arrows, Backspace"), gettext("In the picture: move the action, put it back")),
            ],
            Step.CLOSING: [
                (gettext("W"), gettext("Say why the workshop is closed with gaps")),
                (gettext("C"), gettext("Close the workshop")),
            ],
            Step.REPORT: [
                (gettext("Ctrl+S"), gettext("Save the PDF")),
                (gettext("Ctrl+E, Enter"), gettext("Write the message, open it in the mail program")),
            ],
        }

    def _in_the_playbook(self) -> list[tuple[str, str]]:
        return [
            (gettext("→ ←, Page Down, Page Up"), gettext("The next activity or gate, and back")),
            (gettext("Enter"), gettext("Into the register; in it, the next line; on its empty line, on")),
            (gettext("Tab, Shift+Tab"), gettext("The next cell, and back")),
            (gettext("↓ ↑"), gettext("In a cell: through what is offered")),
            (gettext("Alt+↑, Alt+↓"), gettext("Move the line")),
            (gettext("Del, Ctrl+Del"), gettext("Clear cells, remove lines")),
            (gettext("Ctrl+C, Ctrl+V"), gettext("Copy, paste a block from a spreadsheet")),
            (gettext("R, A, C, I, Space"), gettext("In a responsibility matrix: a part, or none")),
            (gettext("Alt+A"), gettext("Add everybody present, or a reading of each metric")),
            (gettext("P, C, H, D"), gettext("At a gate: passed, with conditions, held, by whom")),
        ]
