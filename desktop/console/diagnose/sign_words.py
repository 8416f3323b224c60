"""Under the answer: what is meant by the words of the sign, and how to rate what the anchors leave open."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.diagnose.bullet_list import BulletList
from desktop.system.long_text import as_tip
from desktop.view_models.diagnosing import Diagnosing
from desktop.widgets.labels import bring_into_sight, button, label
from desktop.words import gettext
from models.method.method import WarningSign

SETTLE = 60
"""Milliseconds until wrapped texts that have just been shown have taken the height they need."""


class SignWords(QWidget):
    """One quiet line that names the words; it unfolds when it is wanted, and stays unfolded from sign to sign."""

    def __init__(self, model: Diagnosing) -> None:
        super().__init__()
        self._model = model
        self._shown: WarningSign | None = None
        self._ask = button(gettext("Words and how to rate"), "small", key="W")
        self._ask.setCheckable(True)
        self._ask.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # pressed, it leaves the keyboard to the page
        self._ask.toggled.connect(self._unfold)
        self._names = label("", "caption", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._ask)
        line.addWidget(self._names, 1, Qt.AlignmentFlag.AlignVCenter)
        self._meanings, self._rules = BulletList(), BulletList()
        self._unfolded = QWidget()
        self._settled = QTimer(self, singleShot=True, interval=SETTLE)
        self._settled.timeout.connect(lambda: bring_into_sight(self._unfolded))
        inner = QVBoxLayout(self._unfolded)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        inner.addWidget(self._meanings)
        inner.addWidget(self._rules)
        self._unfolded.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._unfolded)

    def show_sign(self) -> None:
        """Names the words of the sign on the screen."""
        if self._shown is self._model.sign:  # it says the same with each answer
            return
        self._shown = self._model.sign
        meanings, rules = self._model.explained, self._model.how_to_rate
        self._names.setText(", ".join(self._model.words))
        self._names.setToolTip(as_tip("\n".join(meanings)))
        for part, items in ((self._meanings, meanings), (self._rules, rules)):
            part.show_items(items)
            part.setVisible(bool(items))
        self.setVisible(bool(meanings or rules))

    @property
    def unfolded(self) -> bool:
        """Whether what is meant stands below."""
        return self._ask.isChecked()

    def turn(self) -> None:
        """Unfolds it, or folds it up again."""
        self._ask.toggle()

    def _unfold(self, wanted: bool) -> None:
        self._unfolded.setVisible(wanted)
        if wanted:
            self._settled.start()
