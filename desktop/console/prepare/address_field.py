"""An address as mail programs copy it: it is taken out when the field is left, with the name beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from desktop.console.prepare.people_line import PeopleLine
from desktop.widgets.labels import restyle
from desktop.widgets.typed.field_note import FieldNote
from desktop.words import gettext, spoken
from models.values.sentence import Sentence
from models.values.typed.addresses import NamedAddress, read_address


class AddressField(PeopleLine):
    """`found` carries a `NamedAddress` where more than it stood here. What cannot be used stays, and is told."""

    found = Signal(object)

    def __init__(self) -> None:
        super().__init__(gettext("Email"), gettext("Email"))
        self.note = FieldNote(self)
        self.textEdited.connect(lambda _: self._tell(None))
        self.editingFinished.connect(self._take_out)

    def show_address(self, address: str) -> None:
        """Shows the snapshot's text, and what is wrong with it once it is not being typed."""
        self.show_text(address)
        if not self.hasFocus():
            self._tell(read_address(address) if address.strip() else None)

    def _take_out(self) -> None:
        text = self.text().strip()
        read = read_address(text) if text else None
        self._tell(read)
        if isinstance(read, NamedAddress) and read != NamedAddress(self.text()):
            self.found.emit(read)

    def _tell(self, read: NamedAddress | Sentence | None) -> None:
        wrong = read.said(spoken()) if isinstance(read, Sentence) else ""
        restyle(self, "invalid", bool(wrong))
        self.note.warn(wrong)
