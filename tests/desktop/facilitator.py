"""A facilitator in the user's words: every act goes through the widgets that a person would use."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.application import Clearway
from desktop.console.presenting.control import RoomControl
from desktop.console.steps import Step
from desktop.console.window import ConsoleWindow
from desktop.view_models.library.opened import Opened
from desktop.view_models.room.showing import Showing
from desktop.view_models.saving import Saving
from desktop.view_models.session import EngagementSession
from models.engagement.acts import Acts
from models.engagement.engagement import Engagement
from models.method.method import Method

W = TypeVar("W", bound=QWidget)
LONGEST_WAIT = 20_000
"""Milliseconds."""


def comes_by_post() -> None:
    """From the room's window a key comes to the console by post, and what it does there may post more."""
    for _ in range(8):
        QApplication.processEvents()


class Facilitator:
    """Looks for what is in sight by its name, presses and types."""

    def __init__(self, clearway: Clearway, qtbot: QtBot) -> None:
        self.clearway = clearway
        self.qtbot = qtbot

    @property
    def window(self) -> ConsoleWindow:
        return self.clearway.window

    @property
    def session(self) -> EngagementSession:
        session = self.window.session
        assert session is not None
        return session

    @property
    def engagement(self) -> Engagement:
        return self.session.engagement

    @property
    def room(self) -> RoomControl:
        """What the open room view is led by."""
        control = self.window.door.control
        assert control is not None
        return control

    @property
    def showing(self) -> Showing:
        """What the room sees of it."""
        return self.room.presenter.showing

    def waits_until(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=LONGEST_WAIT)

    def comes_to_rest(self) -> None:
        """Waits until nothing in the window moves any more."""
        seen: list[list[tuple[int, QRect]]] = []

        def still() -> bool:
            parts = (part for part in self.window.findChildren(QWidget) if part.isVisible())
            seen.append([(id(part), part.geometry()) for part in parts])
            return len(seen) > 3 and all(places == seen[-1] for places in seen[-4:-1])

        self.waits_until(still)

    def waits_until_saved(self) -> None:
        self.waits_until(lambda: self.session.saving is Saving.SAVED and not self.session.unsaved)

    def begins(self, client: str, pilot: str) -> None:
        before = self.window.session
        self.window.begin()
        self.waits_until(lambda: self.window.session not in (None, before))
        self.types_into("Pilot", pilot)
        self.types_into("Client", client)
        self.presses_key(Qt.Key.Key_Return)
        self.waits_until_saved()

    def opens_the_sample(self) -> None:
        self.presses("Open the sample engagement")
        self.waits_until(lambda: self.window.session is not None)

    def shows(self, engagement: Engagement, method: Method) -> None:
        """The window is given it to show, as if the library had just been asked for it."""
        self.window.open_engagement(Opened(engagement, Acts(), self.clearway.ledger.written, method))

    def rates_the_first_sign(self) -> None:
        self.begins("Harbour Trust", "Berth planner")
        self.goes_to(Step.DIAGNOSE)
        self.presses_key(Qt.Key.Key_2)
        self.waits_until_saved()

    def goes_to(self, step: Step) -> None:
        self.presses_key(Qt.Key(Qt.Key.Key_1 + list(Step).index(step)), Qt.KeyboardModifier.ControlModifier)
        self.waits_until(lambda: self.window.step is step)

    def presses(self, name: str) -> None:
        """Clicks the button in sight that is called so."""
        button = self.finds(QAbstractButton, name)
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(button.width() // 2, button.height() // 2))

    def presses_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Sends a key to wherever the keyboard is."""
        target = self.keyboard_goes_to()
        QTest.keyClick(target, key, modifiers)
        self._delivers(target)

    def types(self, text: str) -> None:
        """Types wherever the keyboard is, which the first letter may change."""
        for letter in text:
            target = self.keyboard_goes_to()
            if ord(letter) < 128:
                QTest.keyClicks(target, letter)
                self._delivers(target)
            else:
                self._pastes(target, letter)

    def types_into(self, name: str, text: str) -> None:
        """Puts the keyboard into the field called so and replaces what it holds."""
        field = self.field(name)
        field.setFocus()
        field.selectAll()
        self.types(text)

    def chooses(self, name: str, text: str) -> None:
        """Opens a drop-down and chooses an entry of it."""
        self.chooses_in(self.finds(QComboBox, name), text)

    def chooses_in(self, box: QComboBox, text: str) -> None:
        number = box.findText(text)
        assert number >= 0, f"{box.accessibleName()} does not offer {text!r}"
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        list_ = box.view()
        while list_.currentIndex().row() != number:
            down = list_.currentIndex().row() < number
            QTest.keyClick(list_, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        QTest.keyClick(list_, Qt.Key.Key_Return)

    def field(self, name: str) -> QLineEdit | QPlainTextEdit:
        found = [
            w
            for kind in (QLineEdit, QPlainTextEdit)
            for w in self.window.findChildren(kind)
            if w.isVisible() and w.accessibleName() == name
        ]
        assert found, f"no field in sight is called {name!r}"
        return found[-1]

    def finds(self, kind: type[W], name: str) -> W:
        found = [w for w in self.window.findChildren(kind) if w.isVisible() and w.accessibleName() == name]
        assert found, f"nothing in sight is called {name!r}"
        return found[-1]

    def texts_in_sight(self) -> list[QPlainTextEdit]:
        """The fields of several lines."""
        return [w for w in self.window.findChildren(QPlainTextEdit) if w.isVisible()]

    def reads(self) -> str:
        """All text in sight."""
        labels = [w for kind in (QLabel, QAbstractButton) for w in self.window.findChildren(kind) if w.isVisible()]
        return "\n".join(label.text() for label in labels).replace("\u00a0", " ")

    def keyboard_goes_to(self) -> QWidget:
        active = QApplication.activeWindow()
        if active is None or not active.isVisible():  # without a window manager a closed list stays active
            self.window.activateWindow()
            self.waits_until(self.window.isActiveWindow)
        return QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def _delivers(self, target: QWidget) -> None:
        if target.window() is not self.window:
            comes_by_post()

    def _pastes(self, target: QWidget, text: str) -> None:
        if isinstance(target, QLineEdit):
            target.insert(text)
            target.textEdited.emit(target.text())
        elif isinstance(target, QPlainTextEdit):
            target.insertPlainText(text)

    def closes(self) -> None:
        self.window.close()
        self.clearway.stop()
