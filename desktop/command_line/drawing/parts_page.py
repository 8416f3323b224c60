"""One page with every part that the console is made of, in each of its states: to be looked at, never to be used."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QStyle, QStyleOptionButton, QVBoxLayout, QWidget

from desktop.console.look import Look
from desktop.console.presenting.strip import RoomStrip
from desktop.system.choosing import Choosing
from desktop.theme import Theme
from desktop.view_models.room.showing import Showing
from desktop.widgets.fields import LineField
from desktop.widgets.labels import label, restyle
from desktop.widgets.parts.act import Act
from desktop.widgets.parts.bare import reads_as_text
from desktop.widgets.parts.cell import paint_cell, paint_step
from desktop.widgets.parts.icons import Icon, icon_shapes

SIZE = QSize(700, 984)
POSES = {
    "rest": QStyle.StateFlag.State_None,
    "hover": QStyle.StateFlag.State_MouseOver,
    "focus": QStyle.StateFlag.State_HasFocus,
    "pressed": QStyle.StateFlag.State_Sunken,
    "disabled": QStyle.StateFlag.State_None,
}
MARKS = {
    "0": "In good order",
    "1": "Early",
    "2": "Established",
    "3": "Severe",
    "?": "Not known",
    "–": "",
    "": "Not asked",
}
INDEXES = ((17, 0), (33, 1), (56, 2), (83, 3))
COLUMNS = 12


class _Posed(Act):
    """Stands still in one state."""

    def __init__(self, text: str, role: str, pose: str) -> None:
        super().__init__(text)
        self._pose = POSES[pose]
        self.setEnabled(pose != "disabled")
        if role:
            self.setProperty("role", role)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.state |= self._pose
        if self._pose is QStyle.StateFlag.State_Sunken:
            option.state &= ~QStyle.StateFlag.State_Raised


class _Cells(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(64)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            for place, mark in enumerate(MARKS):
                paint_cell(painter, QRectF(place * 88, 0, 40, 26), mark, self._theme, self.font())
            for place, (index, level) in enumerate(INDEXES):
                paint_step(painter, QRectF(place * 46, 36, 40, 26), level, str(index), self._theme, self.font())


class PartsPage(QWidget):
    """Type, acts, severity, the four states of the room, text that becomes a field, icons."""

    def __init__(self, brand: str, choosing: Choosing) -> None:
        super().__init__()
        self.setObjectName("console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = Look(self, choosing, brand)
        self.resize(SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 20, 32, 20)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addLayout(_type(), 1)
        head.addLayout(_acts())
        column.addLayout(head)
        column.addWidget(label("One scale for severity", "label"))
        column.addWidget(_Cells(self._look.theme))
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(_rooms())
        both.addLayout(_fields(), 1)
        column.addLayout(both)
        column.addWidget(label("Icons", "label"))
        column.addLayout(_icons())
        column.addStretch(1)


def _type() -> QLayout:
    column = QVBoxLayout()
    for text, role in (
        ("Statement 32", "title"),
        ("Question 24", "question"),
        ("Lead 18", "lead"),
        ("Body 15", "body"),
        ("Body, muted for what accompanies", "muted"),
        ("Caption 13", "caption"),
        ("Label 13", "label"),
    ):
        column.addWidget(label(text, role))
    return column


def _acts() -> QLayout:
    grid = QGridLayout()
    for row, pose in enumerate(POSES):
        for place, (text, role) in enumerate((("Agree   A", "primary"), ("Later   L", ""), ("Show   F5", "boxed"))):
            grid.addWidget(_Posed(text, role, pose), row, place)
        grid.addWidget(label(pose, "caption"), row, 3)
    return grid


def _rooms() -> QLayout:
    grid = QGridLayout()
    for place, showing in enumerate((Showing.LIVE, Showing.HELD, Showing.BLANK, Showing.OFF)):
        strip = RoomStrip()
        strip.make_room(1.0, small=False)
        strip.show_state(showing, "")
        strip.setFixedWidth(232)
        grid.addWidget(strip, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
    return grid


def _fields() -> QLayout:
    column = QVBoxLayout()
    for name, text, state in (
        ("rest", "12 November 2026", ""),
        ("invalid", "31 feb", "invalid"),
        ("empty and wanted", "", ""),
    ):
        field = reads_as_text(LineField(name, "such as 15 jan", own_undo=True))
        field.setText(text)
        field.setCursorPosition(0)
        if state:
            restyle(field, state, True)
        column.addWidget(field)
        column.addWidget(label(name, "caption"))
    column.addStretch(1)
    return column


def _icons() -> QLayout:
    grid = QGridLayout()
    for place, name in enumerate(icon_shapes()):
        grid.addWidget(Icon(name, muted=False), place // COLUMNS * 2, place % COLUMNS)
        grid.addWidget(label(name, "caption"), place // COLUMNS * 2 + 1, place % COLUMNS)
    return grid
