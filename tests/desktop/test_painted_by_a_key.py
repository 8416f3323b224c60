"""A letter paints the field that it is typed in, and nothing that lies behind it."""

from __future__ import annotations

from facilitator import Facilitator
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from desktop.console.steps import Step


class Painted(QObject):
    """The widgets behind a field that are painted anew."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.behind: list[str] = []
        self.field = False
        self._at, self._behind = field, set(_around(field))
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.field = self.field or watched.parent() is self._at
            self.behind += [type(watched).__name__] if watched in self._behind else []
        return False


def _around(field: QWidget) -> list[QWidget]:
    """What a field stands on, as far as the page it is on."""
    found, at = [], field
    while at.objectName() != "page" and (at := at.parentWidget()):
        found.append(at)
    return found


def _types_in_both_looks(at: Facilitator) -> None:
    for _ in range(2):
        at.presses_key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        field = at.keyboard_goes_to()
        assert isinstance(field, QPlainTextEdit)
        at.types("The time at")
        field.window().repaint()
        painted = Painted(field)
        field.viewport().repaint()  # as a letter wants it, and at once: nothing else happens meanwhile
        assert painted.field, "the field itself is"
        assert not painted.behind
        ground, surface = field.viewport().grab().toImage(), field.palette().base().color()
        assert ground.pixelColor(ground.width() - 2, 1) == QColor(surface), "and nothing shines through"


def test_in_a_cell_of_a_register(filling: Facilitator) -> None:
    filling.presses_key(Qt.Key.Key_Return)
    filling.types("A")
    _types_in_both_looks(filling)


def test_in_the_line_for_what_is_said(filling: Facilitator) -> None:
    filling.goes_to(Step.DIAGNOSE)
    filling.types("n")
    _types_in_both_looks(filling)
