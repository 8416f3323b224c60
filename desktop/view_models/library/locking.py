"""Whether the library lies open: its passphrase is asked for, changed, and the library let go while nobody is here."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.system.rescued import left_in_plain_text
from desktop.view_models.saving import Saving, refusal_text
from desktop.words import gettext
from models.frozen import frozen
from models.values.refusal import Refusal

if TYPE_CHECKING:
    from desktop.library_thread import LibraryThread
    from desktop.view_models.ledger import Ledger
    from models.storage import Library

LOOKS = 50
"""Milliseconds between two looks whether all is saved."""


class LibraryFile(Protocol):
    """What is done with the library's file while it is closed. All of it raises Refusal."""

    path: Path

    def open(self, passphrase: str | None, ask: Callable[[Refusal], str | None]) -> Library:
        """Opens it; `ask` is told why it is not, and gives the passphrase."""

    def is_plain(self, path: Path) -> bool:
        """Whether a file, this one or a copy, is there and not locked."""

    def relock(self, passphrase: str | None, new: str | None, recovery_keys: Sequence[str]) -> tuple[Path, ...]:
        """Gives it another passphrase, or none; the backups that did not follow."""

    def recovered(self, recovery_key: str) -> str:
        """The passphrase, brought back."""

    def make_sheet(self, path: Path) -> str:
        """Makes a recovery sheet; the public key of what stands on it."""


@frozen
class Given:
    """What somebody typed to open the library."""

    text: str
    is_recovery_key: bool = False
    remember: bool = False
    """Whether the keychain of this computer is to keep it."""


class Locking(QObject):
    """`turned` comes when `closed` did, `opened` when the library was.

    `refused` says why what was typed does not open it, or nothing; `told` carries a sentence for who is back at work.
    """

    turned = Signal()
    opened = Signal()
    refused = Signal(str)
    told = Signal(str)

    _asked = Signal(str)
    _opened = Signal(bool, str)
    _failed = Signal(str)

    def __init__(self, file: LibraryFile, passphrase: str | None = None) -> None:
        """`passphrase` is tried first, where one was given at the start."""
        super().__init__()
        self.closed = False
        """Whether nobody can see the library before its passphrase is typed."""
        self.has_passphrase = False
        self._file, self._first = file, passphrase
        self._given: queue.SimpleQueue[Given | None] = queue.SimpleQueue()
        self._ended = self._asking = self._tried_keychain = False
        self._left = False
        """Whether it was locked by whoever went away: only what is typed from then on opens it."""
        self._thread: LibraryThread | None = None
        self._ledger: Ledger | None = None
        self._before_closing: Callable[[], None] = lambda: None
        self._tried: str | None = None
        """What was typed for a library that turned out to be damaged: its backups open with it."""
        self._asked.connect(self._have_asked)
        self._opened.connect(self._have_opened)
        self._failed.connect(self._have_failed)

    def serve(self, thread: LibraryThread, ledger: Ledger, before_closing: Callable[[], None]) -> None:
        """The thread opens the library through `open_library`; the ledger has what is not saved yet."""
        self._thread, self._ledger, self._before_closing = thread, ledger, before_closing

    def tried_for(self, path: Path) -> str | None:
        """What was typed for a library that turned out to be damaged; None for a file that is not locked at all."""
        return None if self._tried is None or self._file.is_plain(path) else self._tried

    # On the library's thread.

    def open_library(self) -> Library:
        """Opens it, however long it takes until somebody types its passphrase."""
        used: list[Given] = []

        def ask(refusal: Refusal) -> str | None:
            return self._ask(refusal, used)

        first, self._first = self._first or self.tried_for(self._file.path), None
        try:
            library = self._file.open(first, ask)
        except Refusal as refusal:
            self._tried = used[0].text if used and not used[0].is_recovery_key else first
            self._failed.emit(refusal_text(refusal))
            raise
        self._tried = None
        self._tried_keychain = True  # from now on somebody has to be here
        self._opened.emit(library.locked, self._remember(used))
        return library

    def _ask(self, refusal: Refusal, used: list[Given]) -> str | None:
        if not self._tried_keychain:
            from desktop.system import keychain

            self._tried_keychain = True
            if (kept := keychain.remembered(self._file.path)) is not None:
                return kept
        sentence = refusal_text(refusal) if used else ""
        while not self._ended:
            if self._given.empty():
                self._asked.emit(sentence)
            given = self._given.get()
            if given is None:
                break
            used[:] = [given]
            try:
                return self._file.recovered(given.text) if given.is_recovery_key else given.text
            except Refusal as error:
                sentence = refusal_text(error)
        return None

    def _remember(self, used: list[Given]) -> str:
        """Keeps what was typed where that was wished; a sentence where it could not be."""
        if not used or not used[0].remember or used[0].is_recovery_key:
            return ""
        from desktop.system import keychain

        if keychain.remember(self._file.path, used[0].text):
            return ""
        return gettext("This computer has no keychain that could remember the passphrase. It is asked for again.")

    # On the interface's thread.

    def give(self, text: str, *, is_recovery_key: bool = False, remember: bool = False) -> None:
        """Opens the library with what was typed; `turned` comes, or `refused`."""
        self._left = False
        self._given.put(Given(text, is_recovery_key, remember))
        if self._asking:
            self._asking = False
        else:
            self._let_go()
            self._open_again()

    def lock(self) -> None:
        """Lets the library go as soon as all is saved; says so where it has no passphrase."""
        if self.closed:
            return
        if not self.has_passphrase:
            self.told.emit(gettext("The library has no passphrase, so it cannot be locked. Set one first."))
            return
        self.closed = self._left = True
        self.turned.emit()
        self._let_go_when_saved()

    def change(
        self, present: str | None, new: str | None, sheet: Path | None = None, *, remember: bool = False
    ) -> None:
        """Another passphrase, or none, with a recovery sheet where a place for it is given; `told` says how it went."""

        def work() -> str:
            try:
                keys = [self._file.make_sheet(sheet)] if sheet else []
                left = self._file.relock(present, new, keys)
            except Refusal:
                if sheet is not None:
                    sheet.unlink(missing_ok=True)
                self._open_with(present)
                raise
            from desktop.system import keychain

            keychain.forget(self._file.path)
            self._open_with(new, remember)
            told = _done_text(new is not None, sheet, len(left))
            return f"{told} {left_in_plain_text(self._file.path)}".strip() if new is not None else told

        self._let_go(work, self._open_again)

    def end(self) -> None:
        """Nobody will type it any more: what waits for the library is refused."""
        self._ended = True
        self._given.put(None)

    def _open_with(self, passphrase: str | None, remember: bool = False) -> None:
        if passphrase is not None:
            self._given.put(Given(passphrase, remember=remember))

    def _refuse(self, error: Exception) -> None:
        self._open_again(refusal_text(error))

    def _let_go_when_saved(self) -> None:
        ledger = self._ledger
        if ledger is not None and ledger.unsaved and ledger.saving is not Saving.REFUSED:
            QTimer.singleShot(LOOKS, self, self._let_go_when_saved)
        elif self.closed:
            self._let_go()

    def _let_go(self, work: Callable[[], str] = str, done: Callable[[str], None] = lambda _: None) -> None:
        if self._thread is not None:
            self._before_closing()
            self._thread.without_library(work, done, self._refuse)

    def _open_again(self, said: str = "") -> None:
        def opened(_: None) -> None:
            if said:
                self.told.emit(said)

        if self._thread is not None:
            self._thread.do(lambda _: None, opened, lambda _: None)

    def _have_asked(self, sentence: str) -> None:
        self._asking = True
        was, self.closed = self.closed, True
        if not was:
            self.turned.emit()
        self.refused.emit(sentence)

    def _have_failed(self, sentence: str) -> None:
        """It is damaged or gone. What stood on the screen stays hidden, for nobody has shown that they may see it."""
        self._asking = False
        if self.has_passphrase and self.closed:
            self.refused.emit(sentence)
        elif self.closed:
            self.closed = False
            self.turned.emit()

    def _have_opened(self, locked: bool, said: str) -> None:
        self.has_passphrase, self._asking = locked, False
        self.opened.emit()
        was, self.closed = self.closed, self._left
        if was and not self.closed:
            self.turned.emit()
        if said:
            self.told.emit(said)


def _done_text(locked: bool, sheet: Path | None, left: int) -> str:
    if not locked:
        return gettext("The passphrase is removed: whoever has the file can read it.")
    said = gettext("The library is locked with the new passphrase.")
    if sheet is not None:
        said += " " + gettext("Print {path}, put it where only the right people come, and delete the file.").format(
            path=sheet
        )
    if left:
        said += " " + gettext("Backups with another passphrase stay as they are.")
    return said
