"""From a key to the page it changes, painted: a rating on Diagnose, and each page of the console in turn."""

from __future__ import annotations

import statistics
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QStackedWidget, QWidget

from desktop.application import Clearway
from desktop.console.shelf.page_shelf import BEHIND
from desktop.console.steps import Step
from models.storage import Library
from tests.bench.figure import Figure, timed_on_this_thread
from tests.bench.libraries import Shelf
from tests.bench.screens import application, opened, until

KEYS, ROUNDS, SETTLE = 40, 6, 20
SIZE = 1366, 768
LINES, COLUMNS = 30, 5
"""Of labels on a bare page: about as much type as a page of the console has."""
RATED_BEFORE, TURNED_BEFORE = 3.2, 3.4


def turns(shelf: Shelf) -> list[Figure]:
    """Medians of what the interface's thread works, beside a turn between two bare pages of labels.

    The goals are what both were, beside the same floor, before the console was drawn in one hand.
    """
    application()
    bare = _bare_turn()
    clearway = opened(shelf.empty("turns.clearway"), Library)
    window = clearway.window
    window.resize(*SIZE)
    while window.make_ahead():  # pages are made while nobody touches a key
        QTest.qWait(2 * BEHIND)
    rated, turned = _rated(clearway), _turned(clearway)
    clearway.stop()
    window.close()
    return [
        Figure("key to painted console page, a rating", rated, bare, RATED_BEFORE),
        Figure("page turn, each page of the console", turned, bare, TURNED_BEFORE),
    ]


def _rated(clearway: Clearway) -> float:
    """Milliseconds."""
    page, session = clearway.window.pages[Step.DIAGNOSE], clearway.window.session
    if session is None:
        raise LookupError("no engagement is open")
    found = []
    for number in range(KEYS):
        found.append(timed_on_this_thread(partial(_press, page, (Qt.Key.Key_1, Qt.Key.Key_2)[number % 2])))
        until(lambda: not session.unsaved)
        _come_to_rest()
    return statistics.median(found)


def _turned(clearway: Clearway) -> float:
    """From each page to the next, all around; milliseconds."""
    turn = partial(_press, clearway.window, modifier=Qt.KeyboardModifier.ControlModifier)
    found = []
    for _ in range(ROUNDS):
        for number in range(1, len(Step)):
            found.append(timed_on_this_thread(partial(turn, Qt.Key(Qt.Key.Key_1 + number))))
            _come_to_rest()
    return statistics.median(found)


def _bare_turn() -> float:
    """Milliseconds from a page of labels to another, painted."""
    stack = QStackedWidget()
    for page in range(2):
        of_labels = QWidget()
        grid = QGridLayout(of_labels)
        for place in range(LINES * COLUMNS):
            grid.addWidget(QLabel(f"Label {place} of page {page}"), *divmod(place, COLUMNS))
        stack.addWidget(of_labels)
    stack.resize(*SIZE)
    stack.show()
    _come_to_rest()
    found = []
    for number in range(KEYS):
        found.append(timed_on_this_thread(partial(_turn, stack, number % 2)))
        _come_to_rest()
    stack.close()
    return statistics.median(found)


def _turn(stack: QStackedWidget, page: int) -> None:
    stack.setCurrentIndex(page)
    QApplication.processEvents()


def _press(target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Until what it changed is painted."""
    QTest.keyClick(target, key, modifier)
    QApplication.processEvents()


def _come_to_rest() -> None:
    for _ in range(SETTLE):
        QApplication.processEvents()
