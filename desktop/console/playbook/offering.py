"""What a cell of a register could hold, listed below it while one types."""

from __future__ import annotations

from unicodedata import bidirectional

from PySide6.QtCore import QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QWidget

from desktop.console.playbook.cell_field import CellField
from desktop.view_models.playbook.carried import about_person
from desktop.view_models.playbook.sheet import RegisterSheet
from desktop.words import gettext, spoken

NAMED = ("person", "choice", "reference")
"""Kinds of columns that hold one of several names, so that a beginning can be completed."""
MOST_OFFERS = 8
"""Lines of the list before it scrolls."""


class Offering(QObject):
    """Follows the field that is open in a table. What is chosen from the list stands in the field as if typed."""

    def __init__(self, sheet: RegisterSheet, table: QWidget) -> None:
        super().__init__(table)
        self._sheet, self._table = sheet, table
        self._list: OfferList | None = None
        self._line: ReadingLine | None = None
        self._field: CellField | None = None
        self._row = self._column = 0
        self._sought = ""
        self._choosing = False

    def open(self, field: CellField, row: int, column: int) -> None:
        """Another field is open, in that cell."""
        self.close()
        if self._sheet.places[column].plain:
            return
        self._field, self._row, self._column, self._sought = field, row, column, ""
        field.stepped.connect(self._step)
        QTimer.singleShot(0, field, self._show)

    def typed(self, text: str) -> None:
        """Shows what agrees with the text; what is chosen from the list leaves the list as it is."""
        if not self._choosing:
            self._sought = text
        self._show()

    def follow(self) -> None:
        """The field may stand elsewhere now."""
        self._show()

    def close(self) -> None:
        """The field is closed."""
        self._field = None
        for part in (self._list, self._line):
            if part is not None:
                part.hide()

    def _show(self) -> None:
        if self._field is None:
            return
        if self._list is None:
            self._list = OfferList(self._table.window())
            self._list.picked.connect(self._take)
        typed = self._field.toPlainText()
        chosen = self._sheet.understood(self._column, typed)
        completed = self._sheet.places[self._column].kind in NAMED and _goes_on(typed, chosen)
        self._field.show_completion(chosen[len(typed) :] if completed else "")
        self._list.show_for(self._field, self._sheet.offers(self._column, self._sought), chosen)
        self._say(self._field, completed=completed)

    def _say(self, field: CellField, *, completed: bool) -> None:
        """How what is typed is understood, and who that is, where nothing is offered."""
        typed = field.toPlainText()
        word = None if completed else self._sheet.reading(self._column, typed)
        told = (
            word.sentence.said(spoken()) if word else "",
            *about_person(self._sheet, self._row, self._column, typed),
        )
        text = "\n".join(filter(None, told))
        if self._line is None and text:
            self._line = ReadingLine(self._table.window())
        if self._line is not None:
            offered = self._list is not None and self._list.isVisible()
            self._line.show_for(field, "" if offered else text)

    def _step(self, steps: int) -> None:
        if self._list is not None and (text := self._list.step(steps)):
            self._take(text)

    def _take(self, text: str) -> None:
        if self._field is None:
            return
        self._choosing = True
        self._field.selectAll()
        self._field.insertPlainText(text)
        self._field.selectAll()
        self._choosing = False


class OfferList(QListWidget):
    """What a cell could hold, below it. It never takes the keyboard."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offers")
        self.setAccessibleName(gettext("Offered"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.itemClicked.connect(lambda item: self.picked.emit(item.text()))
        self.hide()

    def show_for(self, field: QWidget, texts: tuple[str, ...], chosen: str) -> None:
        """Shows the texts under the field, or above it where there is more room; none hides the list."""
        if not texts or texts == (chosen,):
            self.hide()
            return
        if [self.item(n).text() for n in range(self.count())] != list(texts):
            self.clear()
            self.addItems(list(texts))
        self.setCurrentRow(texts.index(chosen) if chosen in texts else -1)
        self._place(field)
        self.show()
        self.raise_()

    def step(self, steps: int) -> str:
        """The text after or before the one that is marked; empty where nothing is offered."""
        if not self.isVisible():
            return ""
        row = self.currentRow() + steps if self.currentRow() >= 0 else (0 if steps > 0 else self.count() - 1)
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        return self.currentItem().text()

    def _place(self, field: QWidget) -> None:
        height = self.sizeHintForRow(0) * min(self.count(), MOST_OFFERS) + 2 * self.frameWidth() + 8
        _place_below(self, field, QSize(max(field.width(), self.sizeHintForColumn(0) + 40), height))


class ReadingLine(QLabel):
    """How what is being typed is understood, below the field. It never takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_for(self, field: QWidget, text: str) -> None:
        """Shows the text under the field; none hides the line."""
        if text:
            self.setText(text)
            _place_below(self, field, self.sizeHint())
            self.raise_()
        self.setVisible(bool(text))
        field.setAccessibleDescription(text)


def _goes_on(typed: str, name: str) -> bool:
    """Whether a name goes on from what is typed, to its right."""
    begun = len(name) > len(typed) > 0 and name.casefold().startswith(typed.casefold())
    return begun and bidirectional(typed[0]) not in ("R", "AL")


def _place_below(widget: QWidget, field: QWidget, size: QSize) -> None:
    """Under the field within its window, or above it where there is more room."""
    window = field.window()
    top, height = field.mapTo(window, QPoint(0, 0)), size.height()
    width = min(size.width(), window.width() - 16)
    below = top.y() + field.height() + 2
    y = below if below + height <= window.height() else max(top.y() - height - 2, 0)
    widget.setGeometry(min(top.x(), window.width() - width - 8), y, width, height)
