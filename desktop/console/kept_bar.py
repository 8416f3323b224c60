"""A quiet line across the top for what could not be saved: it stays, start after start, until somebody saw to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from desktop.view_models.kept_acts import KeptActs
from desktop.widgets.labels import button, label
from desktop.widgets.overlay import CardOverlay
from desktop.widgets.parts.bar import Bar
from desktop.words import gettext, pgettext


class KeptBar(Bar):
    """It stays until somebody has seen to what it tells of."""

    def __init__(self, model: KeptActs) -> None:
        show, aside = button(gettext("Show")), button(gettext("Keep out of the way"), "quiet")
        super().__init__(show, aside)
        self._model = model
        show.clicked.connect(self._show)
        aside.clicked.connect(model.put_aside)
        model.changed.connect(self._tell)

    def _tell(self) -> None:
        self.say(self._model.summary())

    def _show(self) -> None:
        KeptOverlay(self._model, self.window())


class KeptOverlay(CardOverlay):
    """All that was typed, to be read and copied."""

    widest = 760
    highest = 520

    def __init__(self, model: KeptActs, console: QWidget) -> None:
        super().__init__(console, gettext("Not saved"))
        self.words = QPlainTextEdit(model.text())
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(gettext("What could not be saved"))
        what = gettext("Clearway could not write this into the library. Type or paste what you need where it belongs.")
        self.inside.addWidget(label(what, wrap=True))
        self.inside.addWidget(self.words, 1)
        self.inside.addLayout(self._foot())
        self.cover(console)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _foot(self) -> QHBoxLayout:
        copy = button(gettext("Copy the text"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.words.toPlainText()))
        done = button(pgettext("act", "Done"), "primary", key="Esc")
        done.clicked.connect(self.put_away)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(done)
        return foot
