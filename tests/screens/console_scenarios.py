"""What once ended the whole process, or left something behind. Played in one, on two screens."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from time import sleep
from unittest.mock import patch

from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QMessageLogContext,
    QPoint,
    QSettings,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from stage import HARMLESS

from desktop.application import Clearway, prepare_qt
from desktop.console.diagnose.page import DiagnosePage
from desktop.console.playbook.register_table import RegisterTable
from desktop.console.presenting.check_overlay import RoomCheckOverlay
from desktop.console.presenting.control import RoomControl
from desktop.console.steps import Step
from desktop.room.window import RoomWindow
from desktop.screens import projector
from models.engagement.engagement import Engagement, Stakeholder
from models.storage import Library
from models.values.sentence import act_called

LONGEST_WAIT = 20_000
CONTROL = Qt.KeyboardModifier.ControlModifier
words: list[str] = []
"""What Qt, the log and `sys.excepthook` said."""


class Desk:
    """A console and a room on two screens."""

    def __init__(self, folder: Path) -> None:
        settings = QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)
        self.path = folder / "library.clearway"
        self.clearway = Clearway(self.path, settings)
        self.console = self.clearway.window
        self.clearway.start()
        self.waits_until(lambda: self.clearway.browsing.known)
        self.begins("Berth planner")

    def begins(self, pilot: str) -> None:
        self.clearway.browsing.begin("Harbour Trust", pilot)
        self.waits_until(lambda: self.console.session is not None and self.engagement.pilot.name == pilot)
        self.activates(self.console)

    @property
    def engagement(self) -> Engagement:
        assert self.console.session is not None
        return self.console.session.engagement

    @property
    def control(self) -> RoomControl:
        assert self.console.door.control is not None
        return self.console.door.control

    @property
    def room(self) -> RoomWindow:
        return self.control.room

    def waits_until(self, condition: Callable[[], bool]) -> None:
        timer = QElapsedTimer()
        timer.start()
        while not condition():
            assert timer.elapsed() < LONGEST_WAIT, "waited too long"
            QApplication.processEvents()
            sleep(0.005)

    def rests(self, milliseconds: int = 30) -> None:
        """A key comes from the room by post, and what it does there may post more."""
        for _ in range(8):
            QApplication.processEvents()
            sleep(milliseconds / 8_000)

    def activates(self, window: QWidget) -> None:
        """As often as it takes: just after the room came up, the console keeps the keyboard."""
        timer = QElapsedTimer()
        timer.start()
        while not window.isActiveWindow() or timer.elapsed() < projector.HANDED:
            assert timer.elapsed() < LONGEST_WAIT, "waited too long"
            window.activateWindow()
            self.rests()

    def presses(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if QApplication.activeWindow() is None:
            self.activates(self.console)
        QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow() or self.console, key, modifiers)
        self.rests()

    def goes_to(self, step: Step) -> None:
        self.presses(Qt.Key(Qt.Key.Key_1 + list(Step).index(step)), CONTROL)
        assert self.console.step is step

    def has_people(self) -> None:
        assert self.console.session is not None
        key = self.engagement.id
        people = [Stakeholder(engagement_id=key, position=n, name=name) for n, name in enumerate(("Ana", "Ben"))]
        self.console.session.edit(act_called("People"), *people)

    def goes_live_and_gives_the_room_the_keyboard(self) -> None:
        self.presses(Qt.Key.Key_F5)
        self.waits_until(self.room.isVisible)
        self.activates(self.room)
        QTest.mouseClick(self.room, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
        self.rests()

    def ends(self) -> None:
        self.waits_until(lambda: not self.clearway.ledger.unsaved)
        self.console.close()
        self.clearway.stop()
        self.console.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        with Library.open(self.path, who="test") as library:
            assert library.check() == []

    def register(self) -> RegisterTable:
        return next(t for t in self.console.findChildren(RegisterTable) if t.isVisible())


def an_empty_register_is_cleared_from_the_room(desk: Desk) -> None:
    """No chosen cell, no act."""
    desk.goes_live_and_gives_the_room_the_keyboard()
    desk.presses(Qt.Key.Key_5, CONTROL)
    assert desk.console.step is Step.PLAYBOOK
    for _ in range(12):
        desk.presses(Qt.Key.Key_Tab)
        for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            desk.presses(key)
            desk.presses(key, CONTROL)
        desk.presses(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        desk.presses(Qt.Key.Key_C, CONTROL)
    assert desk.engagement.current.entries == ()


def nothing_is_cleared_that_nobody_chose(desk: Desk) -> None:
    desk.goes_to(Step.PLAYBOOK)
    table = desk.register()
    table.begin()
    table.paste("First\nSecond")
    desk.rests()
    before = desk.engagement
    assert before.current.cells
    table.clearSelection()
    table.setCurrentIndex(table.rows.index(-1, -1))
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        for held in (Qt.KeyboardModifier.NoModifier, CONTROL):
            table.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, held))
    table.clear_cells()
    table.remove_rows()
    table.move_rows(1)
    table.copy()
    assert desk.engagement == before
    for steps in (-1, 1):
        table.setCurrentIndex(table.rows.index(-1, -1))
        table.go_down(steps)
    assert desk.engagement == before


def a_clickers_key_that_fails_is_logged(desk: Desk) -> None:
    """An IndexError raised by C code under a key that came from the room's window."""
    desk.goes_to(Step.DIAGNOSE)
    desk.goes_live_and_gives_the_room_the_keyboard()
    nothing: tuple[int, ...] = ()

    def fails(page: DiagnosePage, event: QKeyEvent) -> None:
        nothing[0]

    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, "2")
    with patch.object(DiagnosePage, "keyPressEvent", fails):
        QCoreApplication.postEvent(desk.room, press)
        desk.waits_until(lambda: bool(words))
    assert "IndexError" in words.pop()
    assert desk.console.isVisible()
    desk.presses(Qt.Key.Key_PageDown)
    assert desk.console.pages[Step.DIAGNOSE].model.place == 2, "the keys go on"


def keys_keep_their_order(desk: Desk) -> None:
    """What one key opens, the next is typed into, though all came in one turn."""
    desk.goes_to(Step.DIAGNOSE)
    desk.goes_live_and_gives_the_room_the_keyboard()
    for letter in "nbob.2k3":
        key = Qt.Key(ord(letter.upper()))
        QCoreApplication.postEvent(
            desk.room, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        )
    QCoreApplication.postEvent(
        desk.room, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
    )
    desk.waits_until(lambda: desk.console.pages[Step.DIAGNOSE].model.place == 2)
    assert [note.text for note in desk.engagement.current.notes] == ["bob.2k3"]
    assert desk.engagement.current.ratings == {}
    assert desk.console.pages[Step.DIAGNOSE].model.place == 2


def overlays(desk: Desk) -> list[QWidget]:
    return [w for w in desk.console.findChildren(RoomCheckOverlay) if w.isVisible()]


def a_room_check_ends_with_its_engagement(desk: Desk) -> None:
    desk.presses(Qt.Key.Key_R, CONTROL)
    (overlay,) = overlays(desk)
    desk.console.resize(1200, 700)
    desk.rests(120)
    assert overlay.size() == desk.console.size(), "nothing behind it can be clicked"
    desk.console.go_to(Step.LIBRARY)
    desk.rests()
    assert overlays(desk) == []
    desk.console.go_to(Step.PREPARE)
    desk.console.check_room()
    assert len(overlays(desk)) == 1
    desk.begins("Another")
    desk.rests()
    assert overlays(desk) == []
    assert desk.console.door.control is None
    desk.console.check_room()
    for row in overlays(desk)[0].findChildren(QPushButton):
        if row.isVisible() and row.isEnabled() and row.property("key"):
            row.click()
    desk.rests()
    done = next(b for b in overlays(desk)[0].findChildren(QPushButton) if b.accessibleName() == "Done")
    done.click()
    assert overlays(desk) == []


def a_room_check_ends_with_an_engagement_that_is_undone(desk: Desk) -> None:
    desk.console.check_room()
    desk.console.history().undo()
    desk.rests(200)
    desk.clearway.browsing.undo()
    desk.waits_until(lambda: desk.console.session is None)
    desk.rests()
    assert overlays(desk) == []


def a_ballot_ends_with_its_page(desk: Desk) -> None:
    desk.has_people()
    desk.goes_to(Step.DIAGNOSE)
    page = desk.console.pages[Step.DIAGNOSE]
    for key in (Qt.Key.Key_V, Qt.Key.Key_B):
        desk.presses(key)
    page.panel.ballot_wanted.emit()
    assert page.ballot.isVisible()
    desk.console.resize(1100, 700)
    desk.rests(120)
    assert page.ballot.size() == desk.console.size()
    desk.console.go_to(Step.LIBRARY)
    desk.rests()
    assert not page.ballot.isVisible()
    desk.console.go_to(Step.DIAGNOSE)
    page.panel.ballot_wanted.emit()
    desk.begins("Another")
    desk.rests()
    left = [w for w in desk.console.findChildren(QWidget) if w.accessibleName() == "Ballot" and w.isVisible()]
    assert left == []
    desk.console.resize(1240, 720)
    desk.rests(120)


def the_keys_are_put_away_with_their_page(desk: Desk) -> None:
    desk.goes_to(Step.DIAGNOSE)
    desk.console.show_keys()
    desk.console.resize(1100, 700)
    desk.rests(120)
    assert desk.console.keys.size() == desk.console.size()
    desk.console.go_to(Step.RESULTS)
    assert not desk.console.keys.isVisible()
    desk.console.show_keys()
    desk.begins("Another")
    assert not desk.console.keys.isVisible()


SCENARIOS: tuple[Callable[[Desk], None], ...] = (
    an_empty_register_is_cleared_from_the_room,
    nothing_is_cleared_that_nobody_chose,
    a_clickers_key_that_fails_is_logged,
    keys_keep_their_order,
    a_room_check_ends_with_its_engagement,
    a_room_check_ends_with_an_engagement_that_is_undone,
    a_ballot_ends_with_its_page,
    the_keys_are_put_away_with_their_page,
)


def hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if kind is not QtMsgType.QtDebugMsg and not text.startswith(HARMLESS):
        words.append(text)


def play(scenario: Callable[[Desk], None], folder: Path) -> None:
    """On a library of its own, which is sound at the end."""
    folder.mkdir()
    try:
        desk = Desk(folder)
        scenario(desk)
        desk.ends()
    except Exception:
        words.append(traceback.format_exc())


def main() -> None:
    sys.excepthook = lambda kind, error, trace: words.append("".join(traceback.format_exception(kind, error, trace)))
    qInstallMessageHandler(hear)
    logging.basicConfig(level=logging.WARNING)
    projector.HANDED = 100  # how long it takes the keyboard back is for test_projector.py
    application = QApplication([])
    prepare_qt(application)
    for scenario in SCENARIOS:
        play(scenario, Path(sys.argv[1]) / scenario.__name__)
        if words:
            sys.exit("\n".join((scenario.__name__, *words)))
        print(f"played {scenario.__name__}", flush=True)


if __name__ == "__main__":
    main()
