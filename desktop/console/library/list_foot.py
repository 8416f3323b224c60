"""Below the list: whose library it is, how old its newest backup is, what was done last, and what keys do here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.system.long_text import shortened
from desktop.view_models.library.backing import Backing
from desktop.view_models.library.browsing import Browsing
from desktop.widgets.labels import button, label, restyle
from desktop.words import gettext, spoken

SPACING = 8
"""Pixels."""
MOST_LETTERS = 40
"""Of an act's name on a button."""


class ListFoot(QWidget):
    """Follows the backups; the rest when it is told to."""

    open_wanted, more_wanted = Signal(), Signal()

    def __init__(self, model: Browsing, backing: Backing | None) -> None:
        super().__init__()
        self._model, self._backing = model, backing
        self._age = button("", "quiet", edge="left")
        self._age.clicked.connect(self._show_backups)
        self._steps = self._undo, self._redo = button("", "quiet"), button("", "quiet")
        self._undo.clicked.connect(model.undo)
        self._redo.clicked.connect(model.redo)
        self._more = button(gettext("More"), "quiet", key="Right")
        self._more.setToolTip(gettext("What can be done with the one that is chosen"))
        self._more.clicked.connect(self.more_wanted)
        self._open = button(gettext("Open"), "quiet", key="Enter", edge="right")
        self._open.clicked.connect(self.open_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACING)
        self._practice = label("", "caption")
        line.addWidget(self._practice)
        line.addWidget(self._age)
        line.addWidget(self._undo)
        line.addWidget(self._redo)
        line.addStretch(1)
        line.addWidget(self._more)
        line.addWidget(self._open)
        if backing is not None:
            backing.changed.connect(self._show_age)
        self._show_age()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_practice(self, name: str) -> None:
        """Whose desk it is."""
        self._practice.setText(shortened(name, MOST_LETTERS))
        self._fit()

    def refresh(self) -> None:
        """What can be taken back, and whether there is anything to open."""
        steps = self._model.steps
        texts = ((self._undo, gettext("Undo: {0}"), steps.undo), (self._redo, gettext("Redo: {0}"), steps.redo))
        for made, text, act in texts:
            made.setVisible(act is not None)
            said = act.said(spoken()) if act else ""
            made.setText(text.format(shortened(said, MOST_LETTERS)))
            made.setAccessibleName(text.format(said))
        for made in (self._more, self._open):
            made.setEnabled(bool(self._model.shown))
        self._fit()

    def _fit(self) -> None:
        """What can be done has the room before what there is to know."""
        steps = (made for made in self._steps if not made.isHidden())
        room = self.width() - sum(act.sizeHint().width() + SPACING for act in (*steps, self._more, self._open))
        for known, there in ((self._age, bool(self._age.text())), (self._practice, bool(self._practice.text()))):
            room -= known.sizeHint().width() + SPACING
            known.setVisible(there and room >= 0)
        first = next((part for part in (self._practice, self._age, *self._steps) if not part.isHidden()), None)
        for step in self._steps:
            restyle(step, "edge", "left" if step is first else "")

    def _show_age(self) -> None:
        text = self._backing.age_text() if self._backing is not None else ""
        self._age.setText(text)
        self._age.setAccessibleName(gettext("Backups: {age}").format(age=text))
        self._fit()

    def _show_backups(self) -> None:
        from desktop.console.library.backups_overlay import BackupsOverlay

        if self._backing is not None:
            BackupsOverlay(self._backing, self.window())
