"""Where the passphrase is set, changed and removed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.view_models.library.locking import Locking
from desktop.widgets.file_dialogs import ask_where, documents_folder
from desktop.widgets.labels import button, label
from desktop.widgets.overlay import CardOverlay
from desktop.widgets.parts.check import ActCheck
from desktop.widgets.parts.secret_field import SecretField
from desktop.words import gettext, spoken


class PassphraseCard(CardOverlay):
    """Nothing is refused for being weak; how long it lasts is said while it is typed."""

    widest = 560

    def __init__(self, model: Locking, console: QWidget) -> None:
        super().__init__(console, gettext("The library’s passphrase"))
        self._model = model
        self.present = SecretField(gettext("Present passphrase"))
        self.new, self.again = SecretField(gettext("New passphrase")), SecretField(gettext("The same again"))
        self._without, self.strength = label("", wrap=True), label("", "caption", wrap=True)
        self.sheet = ActCheck(gettext("Make a recovery sheet to print"))
        self.sheet.setChecked(True)
        self.remember = ActCheck(gettext("Remember it on this computer"))
        self._done = button(gettext("Change it") if model.has_passphrase else gettext("Lock the library"), "primary")
        self._done.clicked.connect(self._set)
        self._lay_out(console)
        self.present.setVisible(model.has_passphrase)  # only now: a part without a parent would be a window
        for field in (self.new, self.again):
            field.line.textChanged.connect(self._say)
        self.sheet.toggled.connect(self._say_without)
        self._say_without(self.sheet.isChecked())
        self._say()
        first = self.present if model.has_passphrase else self.new
        first.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, console: QWidget) -> None:
        for part in (self._without, self.present, self.new, self.again, self.strength, self.sheet, self.remember):
            self.inside.addWidget(part)
        foot = QHBoxLayout()
        if self._model.has_passphrase:
            remove = button(gettext("Remove it"), "quiet", edge="left")
            remove.clicked.connect(self._remove)
            foot.addWidget(remove)
        foot.addStretch(1)
        leave = button(gettext("Leave it"), "quiet", key="Esc")
        leave.clicked.connect(self.put_away)
        foot.addWidget(leave)
        foot.addWidget(self._done)
        self.inside.addLayout(foot)
        self.cover(console)

    def _say_without(self, sheet: bool) -> None:
        """What it means to forget it, with a sheet and without one."""
        with_one = gettext(
            "Without its passphrase nobody reads this library or its backups, you neither: the sheet is the way back."
        )
        alone = gettext(
            "Without its passphrase nobody reads this library or its backups, you neither. "
            "No sheet is made: do not forget it."
        )
        self._without.setText(with_one if sheet else alone)

    def _say(self) -> None:
        from models.values.strength import told_strength

        new, again = self.new.text, self.again.text
        said = gettext("Four words that have nothing to do with each other are strong, and can be remembered.")
        if new:
            said = told_strength(new).said(spoken())
        if again and new != again:
            said = gettext("The two are not the same yet.")
        self.strength.setText(said)
        self._done.setEnabled(bool(new) and new == again)

    def _set(self) -> None:
        if self.sheet.isChecked():
            suggested = documents_folder() / gettext("Clearway recovery sheet.pdf")
            ask_where(self, gettext("Recovery sheet"), suggested, "*.pdf", self._change)
        else:
            self._change(None)

    def _change(self, sheet: Path | None) -> None:
        self._model.change(self._present(), self.new.take(), sheet, remember=self.remember.isChecked())
        self.put_away()

    def _remove(self) -> None:
        self._model.change(self._present(), None)
        self.put_away()

    def _present(self) -> str | None:
        return self.present.take() if self._model.has_passphrase else None

    def ended(self) -> None:
        """Nothing typed stays."""
        for field in (self.present, self.new, self.again):
            field.take()
