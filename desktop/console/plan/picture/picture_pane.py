"""The picture of impact against effort, and below it a way to each of the actions that lie in one place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.plan.picture.impact_marks import Placed
from desktop.console.plan.picture.impact_picture import ImpactPicture, in_one_place
from desktop.theme import Theme
from desktop.widgets.choice_field import ChoiceField
from desktop.widgets.labels import label
from desktop.words import gettext

NONE_YET = ""
"""The key of what stands in the field while none of a pile is chosen."""


class PicturePane(QWidget):
    """Its keyboard is the picture's."""

    keys = ImpactPicture.keys

    def __init__(self) -> None:
        super().__init__()
        self.picture = ImpactPicture()
        self.setFocusProxy(self.picture)
        self._chosen = ""
        self._said, self.piled = label("", "caption"), ChoiceField(gettext("Actions in one place"), [])
        self.piled.chosen.connect(self._choose)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(self._said)
        line.addWidget(self.piled, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.picture, 1)
        column.addWidget(self._line)
        self._line.hide()
        self.picture.opened.connect(self._open)

    def show_marks(self, marks: Sequence[Placed], chosen: str, theme: Theme) -> None:
        """As `ImpactPicture` does."""
        self._chosen = chosen
        self.picture.show_marks(marks, chosen, theme)
        self._show_piled(self.picture.piled())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Later: the picture has yet to take its size, and what has room in it depends on that."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, lambda: self._show_piled(self.picture.piled()))

    def _show_piled(self, pile: Sequence[Placed]) -> None:
        self._said.setText(in_one_place(len(pile)))
        offered = [(mark.key, f"{mark.number}  {mark.title}") for mark in pile]
        here = any(mark.key == self._chosen for mark in pile)
        self.piled.offer(offered if here else [(NONE_YET, gettext("Which?")), *offered])
        self.piled.show_key(self._chosen if here else NONE_YET)
        self._line.setVisible(bool(pile))

    def _open(self, pile: tuple[Placed, ...]) -> None:
        self._show_piled(pile)
        self.piled.showPopup()

    def _choose(self, key: str) -> None:
        if key:
            self.picture.chosen.emit(key)
        self.picture.setFocus(Qt.FocusReason.OtherFocusReason)
