"""An engagement handed over: a passphrase, then a file or a message with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.system.long_text import breakable
from desktop.view_models.sharing.handing import ENDING, Handing
from desktop.widgets.file_dialogs import ask_where, documents_folder
from desktop.widgets.labels import button, label
from desktop.widgets.overlay import CardOverlay
from desktop.widgets.parts.secret_field import SecretField
from desktop.words import gettext


class HandingOverlay(CardOverlay):
    """One passphrase, typed twice, since nobody can bring it back."""

    widest = 640

    def __init__(self, model: Handing, console: QWidget) -> None:
        super().__init__(console, gettext("Hand over"))
        self._model = model
        entry = model.entry
        name = gettext("{client}, {pilot}").format(client=entry.client, pilot=entry.pilot)
        self.inside.addWidget(label(breakable(name), "lead", wrap=True))
        text = gettext(
            "One sealed file holds the engagement with its notes, internal ones too, its history, its files and what "
            "was sent. Whoever has it already can put both together. Tell the passphrase another way."
        )
        self.inside.addWidget(label(text, wrap=True))
        self._fields = (SecretField(gettext("Passphrase")), SecretField(gettext("Once more")))
        for field in self._fields:
            field.line.textChanged.connect(self._typed)
            self.inside.addWidget(field)
        self._said = label("", "caption", wrap=True)
        self.inside.addWidget(self._said)
        self.inside.addLayout(self._foot())
        model.told.connect(lambda _: self.put_away())
        model.refused.connect(lambda why: self._said.setText(breakable(why)))
        self.cover(console)
        self._typed()
        self._fields[0].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _foot(self) -> QHBoxLayout:
        self._save = button(gettext("Save the file…"), "primary")
        self._save.clicked.connect(self._ask_where)
        self._write = button(gettext("Write a message with it"))
        self._write.clicked.connect(lambda: self._model.write(self._fields[0].text))
        leave = button(gettext("Leave it"), "quiet", key="Esc", edge="right")
        leave.clicked.connect(self.put_away)
        foot = QHBoxLayout()
        foot.addWidget(self._save)
        foot.addWidget(self._write)
        foot.addStretch(1)
        foot.addWidget(leave)
        return foot

    def _typed(self) -> None:
        first, second = (field.text for field in self._fields)
        same = bool(first) and first == second
        self._save.setEnabled(same)
        self._write.setEnabled(same)
        self._said.setText(gettext("The two are not the same.") if second and not same else "")

    def _ask_where(self) -> None:
        kinds = gettext("Clearway hand-overs (*{ending})").format(ending=ENDING)
        passphrase, suggested = self._fields[0].text, documents_folder() / self._model.file_name
        ask_where(self, gettext("Hand over"), suggested, kinds, lambda path: self._model.save(passphrase, path))
