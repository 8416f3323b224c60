"""What the console shows while the library is locked: nothing but the way in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.console.page import MARGIN
from desktop.console.rail import WIDTH
from desktop.system.long_text import breakable
from desktop.view_models.library.locking import Locking
from desktop.widgets.flow import Flow
from desktop.widgets.labels import button, label
from desktop.widgets.parts.check import ActCheck
from desktop.widgets.parts.scale import scale_of, scaled
from desktop.widgets.parts.secret_field import SecretField
from desktop.words import gettext

WIDEST, NARROW = 640, 900
"""Pixels of a sentence, and of the page, at a scale of 1, below which it has no rail."""


class LockPage(QWidget):
    """Asks for the passphrase, or for the recovery key. No key of it does anything to what lies behind."""

    def __init__(self, model: Locking) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(gettext("Locked"))
        self._model, self._forgotten = model, False
        self.secret, self._rail = SecretField(""), QWidget()
        self._lead = label("", "lead-muted", wrap=True)
        self._why = label("", "danger", wrap=True)
        for text in (self._lead, self._why):
            text.setMaximumWidth(WIDEST)
        self.remember = ActCheck(gettext("Remember it on this computer"))
        self._open = button(gettext("Unlock"), "primary", key="Enter")
        self._open.clicked.connect(self._give)
        self._other = button("", "quiet")
        self._other.clicked.connect(self._turn)
        self._lay_out()
        model.refused.connect(self._refused)
        self._ask_for(forgotten=False)

    def enter(self) -> None:
        """The page comes to the front: the keyboard goes where one types."""
        self._ask_for(forgotten=False)
        self._wait(asking=True)
        self.secret.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._give()
        # Nothing reaches the pages behind.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rail.setFixedWidth(scaled(self, WIDTH))
        self._rail.setVisible(self.width() >= NARROW * scale_of(self))

    def _lay_out(self) -> None:
        """Where the console has its pages: beside a rail with nothing in it."""
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._rail.setObjectName("rail")
        self._rail.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout()
        across.addWidget(self._rail)
        across.addLayout(column, 1)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(label(gettext("This library is locked."), "display", wrap=True))
        column.addWidget(self._lead)
        column.addWidget(self.secret)
        column.addWidget(self._why)
        column.addWidget(self.remember)
        line = Flow(16)
        line.addWidget(self._open)
        line.addWidget(self._other)
        column.addLayout(line)
        column.addStretch(3)

    def _ask_for(self, *, forgotten: bool) -> None:
        self._forgotten = forgotten
        self.secret.take()
        self._say("")
        self.remember.setVisible(not forgotten)
        self._lead.setText(self._asking_for(forgotten))
        self.secret.call(gettext("Recovery key") if forgotten else gettext("Passphrase"))
        other = gettext("Type the passphrase instead") if forgotten else gettext("Forgotten?")
        self._other.setText(other)
        self._other.setAccessibleName(other)

    def _asking_for(self, forgotten: bool) -> str:
        if forgotten:
            return gettext("Type the recovery key from the sheet that was printed with the passphrase.")
        if self._model.has_passphrase:
            return gettext("Its passphrase opens it where you were. The room keeps its page.")
        return gettext("Its passphrase opens it. Nobody reads anything in it before.")

    def _turn(self) -> None:
        self._ask_for(forgotten=not self._forgotten)
        self.secret.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if not self.secret.text or not self._open.isEnabled():
            return
        self._wait(asking=False)
        remember = self.remember.isChecked() and not self._forgotten
        self._model.give(self.secret.take(), is_recovery_key=self._forgotten, remember=remember)

    def _refused(self, sentence: str) -> None:
        self._wait(asking=True)
        self._say(sentence)
        self.secret.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, sentence: str) -> None:
        """Why what was typed does not open it."""
        self._why.setText(breakable(sentence))
        self._why.setVisible(bool(sentence))

    def _wait(self, *, asking: bool) -> None:
        self._open.setEnabled(asking)
        self.secret.setEnabled(asking)
