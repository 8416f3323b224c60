"""A quiet line across the top for what could not be saved: it stays, start after start, until somebody saw to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.kept_acts import KeptActs
from desktop.widgets.labels import button, label
from desktop.widgets.overlay import CardOverlay
from desktop.words import gettext

WIDEST, HIGHEST, LEAST_MARGIN = 760, 520, 24
"""Pixels."""


class KeptBar(QFrame):
    """It never takes the keyboard by itself."""

    def __init__(self, model: KeptActs) -> None:
        super().__init__()
        self.setObjectName("keptBar")
        self._model = model
        self._text = label("", wrap=True)
        show = button(gettext("Show"))
        show.clicked.connect(self._show)
        aside = button(gettext("Keep out of the way"), "quiet")
        aside.clicked.connect(model.put_aside)
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 8, 16, 8)
        line.addWidget(self._text, 1)
        line.addWidget(show)
        line.addWidget(aside)
        self.hide()
        model.changed.connect(self._refresh)

    def text(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._text.text().replace("\u200b", "")

    def _refresh(self) -> None:
        text = self._model.summary()
        self._text.setText(breakable(text))
        self.setVisible(bool(text))

    def _show(self) -> None:
        KeptOverlay(self._model, self.window())


class KeptOverlay(CardOverlay):
    """All that was typed, to be read and copied."""

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide, high = self.width() - 2 * LEAST_MARGIN, self.height() - 2 * LEAST_MARGIN
        self.card.setFixedSize(min(WIDEST, wide), min(HIGHEST, high))

    def _foot(self) -> QHBoxLayout:
        copy = button(gettext("Copy the text"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.words.toPlainText()))
        done = button(gettext("Done"), "primary", key="Esc")
        done.clicked.connect(self.put_away)
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(done)
        return foot
