"""From a key to the page it changes, painted: a rating on Diagnose, and each page of the console in turn."""

from __future__ import annotations

import statistics
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.application import Clearway
from desktop.console.shelf.page_shelf import BEHIND
from desktop.console.steps import Step
from models.storage import Library
from tests.bench.figure import Figure, timed
from tests.bench.libraries import Shelf
from tests.bench.screens import application, opened, until

KEYS, ROUNDS, SETTLE = 40, 6, 20
SIZE = 1366, 768


def turns(shelf: Shelf) -> list[Figure]:
    """Medians; the floor of each is one repaint of the same window, with nothing changed."""
    application()
    clearway = opened(shelf.empty("turns.clearway"), Library)
    window = clearway.window
    window.resize(*SIZE)
    while window.make_ahead():  # pages are made while nobody touches a key
        QTest.qWait(2 * BEHIND)
    rated, repainted = _rated(clearway)
    turned, shown = _turned(clearway)
    clearway.stop()
    window.close()
    return [
        Figure("key to painted console page, a rating", rated, repainted, 2),
        Figure("page turn, each page of the console", turned, shown, 4),
    ]


def _rated(clearway: Clearway) -> tuple[float, float]:
    """A rating and a repaint; milliseconds."""
    window, session = clearway.window, clearway.window.session
    page = window.pages[Step.DIAGNOSE]
    if session is None:
        raise LookupError("no engagement is open")
    ours, floor = [], []
    for number in range(KEYS):
        ours.append(timed(partial(_press, page, (Qt.Key.Key_1, Qt.Key.Key_2)[number % 2])))
        until(lambda: not session.unsaved)
        _come_to_rest()
        floor.append(timed(window.repaint))
    return statistics.median(ours), statistics.median(floor)


def _turned(clearway: Clearway) -> tuple[float, float]:
    """From each page to the next, all around, and a repaint of each; milliseconds."""
    window, ours, floor = clearway.window, [], []
    for _ in range(ROUNDS):
        for number, _step in enumerate(list(Step)[1:], 2):
            ours.append(
                timed(partial(_press, window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier))
            )
            _come_to_rest()
            floor.append(timed(window.repaint))
    return statistics.median(ours), statistics.median(floor)


def _press(target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Until what it changed is painted."""
    QTest.keyClick(target, key, modifier)
    QApplication.processEvents()


def _come_to_rest() -> None:
    for _ in range(SETTLE):
        QApplication.processEvents()
