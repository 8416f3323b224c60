"""Which key does what on this page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.view_models.room.sentences import begun
from desktop.widgets.key_meaning import as_meant
from desktop.widgets.keys import KeyAct
from desktop.widgets.labels import clear, give_keyboard, keyboard_in, label, section_head
from desktop.widgets.overlay import LEAST_MARGIN, Overlay
from desktop.widgets.parts.hints import key_caps
from desktop.widgets.parts.scale import scaled
from desktop.widgets.parts.scrolled import on_stage
from desktop.words import gettext

_OF_THE_ROOM = (Qt.Key.Key_Escape, Qt.Key.Key_Period, Qt.Key.Key_B)

_READ_ON = {Qt.Key.Key_Down: 0.1, Qt.Key.Key_Up: -0.1, Qt.Key.Key_PageDown: 0.9, Qt.Key.Key_PageUp: -0.9}
"""Windows full by which a key goes on."""

WIDEST, COLUMN = 1280, 370
"""Pixels at a scale of 1: of the card, and of a column that still reads well."""
Line = tuple[str, KeyAct | None]
"""What is said, and the act that it is said of; without one it is the head of those below it."""


class KeysOverlay(Overlay):
    """Lies over the window until any key or press puts it away; where it is longer than that, some read on in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._before: tuple[QWidget, ...] = ()
        self._card = QFrame()
        self._card.setObjectName("overlay")
        self._columns = QHBoxLayout(self._card)
        self._columns.setContentsMargins(32, 20, 32, 20)
        self._columns.setSpacing(40)
        self._told: tuple[list[Line], list[Line]] = [], []
        """What keys do here, and everywhere."""
        middle = QWidget()
        QVBoxLayout(middle).addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)
        self._stage = on_stage(middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stage)
        self.setAccessibleName(gettext("Keys"))
        self.hide()

    def show_acts(self, here: Sequence[KeyAct], everywhere: Sequence[KeyAct]) -> None:
        """Shows what keys do, one line an act: on the page on the left, on every page on the right."""
        self._before = keyboard_in(self.window())
        self._told = _lines(here), _lines(everywhere)
        clear(self._columns)
        self.cover(self.window())
        self._fit()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As wide as reads well and the window has; where that is enough for three columns, the page has two."""
        wide = min(scaled(self, WIDEST), self.width() - 2 * LEAST_MARGIN)
        self._card.setFixedWidth(wide)
        here, everywhere = self._told
        columns = _halves(here) if wide >= scaled(self, 3 * COLUMN) else [here]
        if self._columns.count() != len(columns) + 1:
            clear(self._columns)
            for place, lines in enumerate(columns):
                self._columns.addLayout(_column("" if place else gettext("Keys here"), lines), 1)
            self._columns.addLayout(_column(gettext("Keys everywhere"), everywhere), 1)

    def event(self, event: QEvent) -> bool:
        """What would hold or blank the room only puts this away."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and as_meant(event).key() in _OF_THE_ROOM:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, pages = self._stage.verticalScrollBar(), _READ_ON.get(Qt.Key(event.key()), 0.0)
        if pages and bar.maximum():
            bar.setValue(bar.value() + round(pages * bar.pageStep()))
        else:
            self.put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.put_away()

    def put_away(self) -> None:
        """The keyboard goes back to where it was."""
        if self.isHidden():
            return
        self.uncover(self.window())
        give_keyboard(self._before)


def _lines(acts: Sequence[KeyAct]) -> list[Line]:
    """One an act; last come acts that begin with the same words ("In a vote: …"), below these as their head."""
    groups: dict[str, list[KeyAct]] = {}
    for act in acts:
        groups.setdefault(_head(act), []).append(act)
    several = {head: group for head, group in groups.items() if head and len(group) > 1}
    found: list[Line] = [(gettext(act.text), act) for act in acts if _head(act) not in several]
    for head, group in several.items():
        found.append((head, None))
        found += [(begun(gettext(act.text).partition(":")[2].lstrip()), act) for act in group]
    return found


def _head(act: KeyAct) -> str:
    """Where what it does is part of something: of what."""
    head, colon, _ = gettext(act.text).partition(":")
    return head.rstrip() if colon else ""


def _halves(lines: list[Line]) -> list[list[Line]]:
    """In two, as even as can be where no line is parted from its head."""
    first = next((place for place, (_, act) in enumerate(lines) if act is None), len(lines))
    places = [place for place, (_, act) in enumerate(lines) if place and (place <= first or act is None)]
    middle = min(places, key=lambda place: abs(place - len(lines) / 2), default=len(lines))
    return [part for part in (lines[:middle], lines[middle:]) if part]


def _column(head: str, lines: list[Line]) -> QGridLayout:
    """Caps, and beside them what they do."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.addLayout(section_head(head), 0, 0, 1, 2)
    for row, (text, act) in enumerate(lines, 1):
        if act is None:
            grid.addWidget(label(text, "label"), row, 0, 1, 2)
        else:
            grid.addWidget(key_caps(act), row, 0)
            grid.addWidget(label(text, wrap=True), row, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 5)
    grid.setRowStretch(len(lines) + 1, 1)
    return grid
