"""A key press in a register of the playbook: against a bare table of Qt's, and in 500 rows against 5."""

from __future__ import annotations

import statistics

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from desktop.application import Clearway
from desktop.console.playbook.page import PlaybookPage
from desktop.console.steps import Step
from desktop.view_models.playbook.filling import FilledRow, Filling
from models.storage import Library
from models.values.sentence import act_called
from tests.bench.figure import Figure, alternately, timed
from tests.bench.libraries import Shelf
from tests.bench.screens import FRAME, application, opened, until

ROWS, FEW, COLUMNS = 500, 5, 5
BLOCKS, KEYS = 6, 25
PASTED, PASTES = 5_000, 3
SETTLE = 30


def registers(shelf: Shelf) -> list[Figure]:
    """From the key until the screen is painted; the disk is written to meanwhile, on its own thread."""
    application()
    many, few = _Register(shelf, ROWS), _Register(shelf, FEW)
    bare = _bare(many.clearway.window)
    field = bare.indexWidget(bare.currentIndex())
    ours: list[float] = []
    floor: list[float] = []
    small: list[float] = []
    for _ in range(BLOCKS):
        many.begin()
        for _ in range(KEYS):
            ours.append(timed(many.press))
            floor.append(timed(lambda: _press(field)))
        few.begin()
        small += [timed(few.press) for _ in range(KEYS)]
    opening, opening_few = alternately(BLOCKS, many.show, few.show)
    for register in (many, few):
        register.end()
    bare.close()
    key = statistics.median(ours)
    pasting = [_pasted(shelf, number) for number in range(PASTES)]
    return [
        Figure(f"a key in a register of {ROWS} rows, bare table", key, statistics.median(floor), 1.5),
        Figure(f"a key in {ROWS} rows, in {FEW} rows", key, statistics.median(small), 1.5),
        Figure(f"showing {ROWS} rows, {FEW} rows", opening, opening_few, 5),
        Figure(f"paste of {PASTED:,} rows until the next key", statistics.median(pasting), FRAME, 3),
    ]


def _pasted(shelf: Shelf, number: int) -> float:
    """From the paste into an empty row until the key after it has been taken; milliseconds."""
    register = _Register(shelf, FEW, f"paste-{number}")
    register.begin()
    lines = (f"A measure of the work {n}\tdays\t{n}\t{n}\tSomebody {n}" for n in range(PASTED))
    QGuiApplication.clipboard().setText("\n".join(lines))
    took = timed(register.paste)
    register.end()
    return took


class _Register:
    """A window at the business metrics of an engagement, with so many of them, typing in the last row."""

    def __init__(self, shelf: Shelf, rows: int, name: str = "register") -> None:
        self.clearway = opened(shelf.empty(f"{name}-{rows}.clearway"), Library)
        self._fill(self.clearway, rows)
        window = self.clearway.window
        window.go_to(Step.PLAYBOOK)
        page = window.pages[Step.PLAYBOOK]
        if not isinstance(page, PlaybookPage):
            raise TypeError("the playbook has another page")
        self.page = page
        self.show()

    def begin(self) -> None:
        """Opens the cell of the last row that is filled."""
        self.clearway.window.activateWindow()
        self.show()
        self.page.part.begin()  # type: ignore[union-attr]
        _come_to_rest()
        QTest.keyClick(self._keyboard(), Qt.Key.Key_Up)
        QTest.keyClick(self._keyboard(), Qt.Key.Key_A)
        _come_to_rest()

    def press(self) -> None:
        """One more letter in the cell."""
        _press(self._keyboard())

    def paste(self) -> None:
        """The clipboard, and the key that follows."""
        QTest.keyClick(self._keyboard(), Qt.Key.Key_Escape)
        QTest.keyClick(self._keyboard(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
        QTest.keyClick(self._keyboard(), Qt.Key.Key_Up)

    def show(self) -> None:
        """Makes the page's tables anew."""
        self.page.show_stop(self.page.model.stops[0].key)
        QApplication.processEvents()

    def end(self) -> None:
        """Closes it once all is on disk."""
        session = self.clearway.window.session
        until(lambda: session is None or not session.unsaved)
        self.clearway.stop()
        self.clearway.window.close()

    def _keyboard(self) -> QWidget:
        return self.clearway.window.focusWidget() or self.page

    def _fill(self, clearway: Clearway, rows: int) -> None:
        session = clearway.window.session
        if session is None:
            raise LookupError("no engagement is open")
        register = session.method.register("metrics")
        filling = Filling(session)
        filling.remove(register, [e.id for e in session.current.entries_of("metrics")])
        values = ("A measure of the work {n}", "days", "{n}", "{n}", "Somebody {n}")
        lines = [
            FilledRow("", {c.id: v.format(n=n) for c, v in zip(register.columns, values, strict=True)})
            for n in range(rows)
        ]
        filling.fill(register, lines, act_called("Fill"))
        until(lambda: not session.unsaved)


def _bare(like: QWidget) -> QTableView:
    """A table as Qt brings it, in the same style, with a field open in the last row."""
    model = QStandardItemModel(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            model.setItem(row, column, QStandardItem(f"A measure of the work {row}"))
    table = QTableView()
    table.setModel(model)
    table.resize(like.size())
    table.setStyleSheet(like.styleSheet())
    table.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    table.show()
    index = model.index(ROWS - 1, 0)
    table.setCurrentIndex(index)
    table.openPersistentEditor(index)
    _come_to_rest()
    return table


def _press(target: QWidget) -> None:
    QTest.keyClick(target, Qt.Key.Key_A)
    QApplication.processEvents()


def _come_to_rest() -> None:
    for _ in range(SETTLE):
        QApplication.processEvents()
