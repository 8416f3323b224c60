"""The top of Diagnose: where one is among the signs, the sign with its question, whom to ask and what to see."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.diagnose.level_row import OUT
from desktop.console.diagnose.sign_map import SignMap
from desktop.system.long_text import without_widow
from desktop.view_models.diagnosing import Diagnosing
from desktop.widgets.labels import label
from desktop.words import gettext, spoken
from models.values.names import group_name


class SignHead(QVBoxLayout):
    """`votes` and `progress` stand beside the question, `more` of what was voted beside the sign."""

    def __init__(self, votes: QWidget, progress: QWidget, more: QWidget) -> None:
        super().__init__()
        self.map = SignMap()
        self._kicker, self._sign = label("", "kicker"), label("", wrap=True)
        self._question = label("", "question", wrap=True)
        self._ask, self._see = label("", "caption"), label("", "caption", wrap=True)
        self.setContentsMargins(OUT, 0, OUT, 0)
        self.setSpacing(4)
        self.addWidget(self.map)
        self.addSpacing(6)
        for part in (self._where(more), self._asked(votes, progress), self._whom()):
            self.addLayout(part)

    def show_sign(self, model: Diagnosing) -> None:
        """The sign on the screen."""
        sign = model.sign
        self._kicker.setText(gettext("Warning sign {0} of {1}").format(model.place, model.total))
        self._sign.setText(sign.title)
        self._question.setText(without_widow(sign.question))
        self._ask.setText(", ".join(group_name(group, spoken()) for group in sign.ask))
        self._see.setText("  ·  ".join(sign.evidence))

    def _where(self, more: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._kicker, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._sign, 1)
        line.addWidget(more, 1)
        return line

    def _asked(self, votes: QWidget, progress: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addWidget(self._question, 1)
        line.addWidget(votes)
        line.addWidget(progress, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _whom(self) -> QHBoxLayout:
        line, top = QHBoxLayout(), Qt.AlignmentFlag.AlignTop
        line.setSpacing(8)
        line.addWidget(label(gettext("Ask"), "label"), 0, top)
        line.addWidget(self._ask, 0, top)
        line.addSpacing(8)
        line.addWidget(label(gettext("See"), "label"), 0, top)
        line.addWidget(self._see, 1, top)
        return line
