"""The hands of the monkey: each act goes through the widgets in sight, or the keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLineEdit, QPlainTextEdit
from PySide6.QtWidgets import QWidget as Widget
from shiboken6 import isValid

from desktop.application import Clearway
from desktop.console.window import ConsoleWindow
from tests.proofs.monkey_events import Event
from tests.proofs.monkey_world import Weather

sys.path.append(str(Path(__file__).parents[1] / "screens"))
import hotplug

LIKELY = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
"""What a person clicks, nine times in ten."""
SIZES = ((1000, 660), (1366, 700), (1600, 900), (1100, 900), (2200, 1200))


class Hands:
    """Does one act after another on whatever is in front."""

    def __init__(self, clearway: Clearway, weather: Weather, folder: Path, beats: Callable[[], None]) -> None:
        """`beats` is called between the parts of an act of many, as between the letters of a text."""
        self._beats = beats
        self._popups: list[Widget] = []
        """Kept: a popup that Qt made itself would go with the last that knows it in Python."""
        self.clearway, self.weather, self.folder = clearway, weather, folder
        self.opened = 0

    @property
    def window(self) -> ConsoleWindow:
        """The console; in another language it is another one."""
        return self.clearway.window

    def do(self, event: Event) -> None:
        getattr(self, f"_{event.kind}")(event)

    def _declared(self, event: Event) -> None:
        self._press(self._keyboard(), event.value)

    _letter = _move = _clicker = _undo = _page = _declared

    def _room(self, event: Event) -> None:
        """A key while the room's window has the keyboard."""
        control = self.window.door.control
        if control is not None and control.room.isVisible():
            control.room.activateWindow()
            self._press(control.room, event.value)
            if event.chance < 0.5:
                self.window.activateWindow()

    def _press(self, target: Widget, name: str) -> None:
        for combination in [QKeySequence(name)[0]] if QKeySequence(name).count() else []:
            key, held = combination.key(), combination.keyboardModifiers()
            if len(name) == 1 and ord(name) < 128:
                QTest.keyClick(target, name)
            else:
                QTest.keyClick(target, key, held)

    def _keyboard(self) -> Widget:
        if QApplication.activeWindow() is None:
            self.window.activateWindow()
            QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        return popup or QApplication.focusWidget() or QApplication.activeWindow() or self.window

    def _type(self, event: Event) -> None:
        for letter in event.value:
            self._beats()
            target = self._keyboard()
            if " " <= letter < "\x7f":
                QTest.keyClick(target, letter)
            else:
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                    QApplication.sendEvent(target, key)

    def _paste(self, event: Event) -> None:
        QGuiApplication.clipboard().setText(event.value)
        QTest.keyClick(self._keyboard(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _place(self, event: Event) -> tuple[Widget, QPoint] | None:
        """Something in sight and a place in it; what lies over it there gets the click."""
        window = QApplication.activePopupWidget() or self.window
        if window not in self._popups:
            self._popups.append(window)
        control = self.window.door.control
        if event.chance < 0.02 and control is not None and control.room.isVisible():
            window = control.room
        kinds = LIKELY if event.chance < 0.9 else (Widget,)
        seen = [w for kind in kinds for w in window.findChildren(kind) if w.isVisible() and w.width() and w.height()]
        if not seen:
            return None
        widget = seen[int(event.chance * 7919 * len(seen)) % len(seen)]
        inside = QPoint(int(event.chance * 1009) % widget.width(), int(event.chance * 10007) % widget.height())
        over = widget.mapTo(window, inside)
        if not window.rect().contains(over):
            return None
        found = window.childAt(over) or window
        if not isValid(found):
            return None
        return found, found.mapFrom(window, over)

    def _click(self, event: Event) -> None:
        if place := self._place(event):
            held = Qt.KeyboardModifier.ShiftModifier if event.chance * 31 % 1 < 0.05 else Qt.KeyboardModifier.NoModifier
            self._presses(place, held, 1)

    def _presses(self, place: tuple[Widget, QPoint], held: Qt.KeyboardModifier, times: int) -> None:
        """What is pressed may be gone before the button is let go."""
        left = Qt.MouseButton.LeftButton
        for act in (QTest.mousePress, QTest.mouseRelease, QTest.mouseDClick)[: 2 if times == 1 else 3]:
            if isValid(place[0]):
                act(place[0], left, held, place[1])

    def _double(self, event: Event) -> None:
        if place := self._place(event):
            self._presses(place, Qt.KeyboardModifier.NoModifier, 2)

    def _drag(self, event: Event) -> None:
        if place := self._place(event):
            widget, begin = place
            QTest.mousePress(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, begin)
            end = begin + QPoint(int(event.chance * 400) - 200, int(event.chance * 37 % 1 * 300) - 150)
            QTest.mouseMove(widget, end)
            QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def _wheel(self, event: Event) -> None:
        if place := self._place(event):
            widget, at = place
            turned = QPoint(0, 120 if event.chance * 17 % 1 < 0.4 else -120)
            none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase)
            around = QPointF(widget.mapToGlobal(at))
            QApplication.sendEvent(widget, QWheelEvent(QPointF(at), around, QPoint(), turned, *none, False))

    def _focus(self, event: Event) -> None:
        fields = [w for kind in LIKELY[1:] for w in self.window.findChildren(kind) if w.isVisible() and w.isEnabled()]
        if fields:
            fields[int(event.chance * len(fields))].setFocus()

    def _open(self, event: Event) -> None:
        entries = self.clearway.browsing.entries
        if entries:
            self.clearway.browsing.open(entries[int(event.chance * len(entries))].id)

    def _screens(self, event: Event) -> None:
        if hotplug.possible:
            mirror = hotplug.Fake("projector", 0, 1366, 768)
            second = {"one": (), "two": (hotplug.PROJECTOR,), "mirrored": (mirror,)}[event.value]
            hotplug.plug(hotplug.LAPTOP, *second)

    def _resize(self, event: Event) -> None:
        self.window.resize(*SIZES[int(event.chance * len(SIZES))])

    def _drop(self, event: Event) -> None:
        path = self.folder / {"plan": "plan.pdf", "garbage": "garbage.pdf", "text": "text.txt"}[event.value]
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        at, copied, left = QPointF(300, 300), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        drop = QDropEvent(at, copied, data, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, drop)

    def _weather(self, event: Event) -> None:
        self.weather.now = event.value

    def _rest(self, event: Event) -> None:
        timer = QElapsedTimer()
        timer.start()
        while timer.elapsed() < event.chance * 60:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
