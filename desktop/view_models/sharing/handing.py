"""An engagement handed over: one sealed file, saved or put into a message."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.system.apart import apart
from desktop.system.outgoing import OutgoingFolder
from desktop.system.programs import SystemPrograms
from desktop.view_models.saving import refusal_text
from desktop.view_models.sharing.hands import Hands
from desktop.words import gettext
from models.values.files import safe_name, write_whole
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from desktop.view_models.ledger import Ledger
    from models.engagement.library_entry import LibraryEntry

ENDING = ".clearway"


class Handing(QObject):
    """`told` carries what was done, `refused` why not."""

    told = Signal(str)
    refused = Signal(str)
    _sealed = Signal(object, object)

    def __init__(self, entry: LibraryEntry, hands: Hands, ledger: Ledger) -> None:
        super().__init__()
        self.entry = entry
        self._hands, self._ledger = hands, ledger
        self._programs, self._outgoing = SystemPrograms(), OutgoingFolder()
        self._programs.failed.connect(self._no_program)
        self._sealed.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def file_name(self) -> str:
        """A name that is safe on every system."""
        names = (safe_name(self.entry.client), safe_name(self.entry.pilot))
        return " - ".join(name for name in names if name) + ENDING

    def save(self, passphrase: str, path: Path) -> None:
        """Writes the file to `path`, for this person alone to read."""

        def done(data: bytes) -> None:
            try:
                write_whole(path, data, private=True)
            except OSError as error:
                self.refused.emit(gettext("The file cannot be written: {0}.").format(error.strerror))
            except Refusal as refusal:
                self.refused.emit(refusal_text(refusal))
            else:
                self.told.emit(gettext("Handed over in {path}. Tell the passphrase another way.").format(path=path))

        self._make(passphrase, done)

    def write(self, passphrase: str) -> None:
        """Opens a message in the mail program with the file attached."""
        from reports.exports.mail import Message, draft

        subject = gettext("{pilot}: the engagement").format(pilot=self.entry.pilot)
        text = gettext(
            "Attached is the engagement with all that was done to it. Drop it on Clearway’s library to see what is in "
            "it and take it in. The passphrase comes another way."
        )

        def done(data: bytes) -> None:
            message = Message(subject, text)
            eml = draft(message, [], self.file_name, data, subtype="octet-stream")
            stem = self.file_name.removesuffix(ENDING)
            try:
                letter, document = self._outgoing.put({f"{stem}.eml": eml, self.file_name: data})
            except OSError as error:
                self.refused.emit(gettext("The message cannot be written: {0}.").format(error.strerror))
                return
            self._programs.write_message(letter, subject, text, document, [])
            self.told.emit(gettext("The message is opening in your mail program. Nothing is sent until you send it."))

        self._make(passphrase, done)

    def _make(self, passphrase: str, done: Callable[[bytes], None]) -> None:
        """Packed in the library's turn, sealed apart from everything else: that takes a second on purpose."""

        def sealing(data: bytes) -> None:
            def run() -> None:
                self._sealed.emit(done, apart(self._hands.seal, data, passphrase))

            threading.Thread(target=run, name="hand-over", daemon=True).start()

        engagement_id = self.entry.id
        self._ledger.ask(lambda library: self._hands.packed(library, [engagement_id]), sealing, self._refuse)

    def _refuse(self, error: Exception) -> None:
        self.refused.emit(refusal_text(error))

    def _deliver(self, done: Callable[[bytes], None], data: bytes) -> None:
        done(data)

    def _no_program(self, path: str) -> None:
        self.refused.emit(gettext("No program opens {path}: attach it to a message by hand.").format(path=path))
