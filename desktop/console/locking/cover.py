"""Between the console and its lock: hides everything while the library is locked, and brings it back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.view_models.library.locking import Locking
from desktop.widgets.labels import give_keyboard, keyboard_in
from desktop.widgets.overlay import uncover

if TYPE_CHECKING:
    from desktop.console.locking.lock_page import LockPage
    from desktop.console.window import ConsoleWindow


class LockCover(QObject):
    """The console's content lies in `inside`, so that all of it can be out of sight and of the keyboard's reach."""

    def __init__(self, console: ConsoleWindow, model: Locking, inside: QWidget) -> None:
        super().__init__(console)
        self._console, self.model = console, model
        self._sides = QStackedLayout(console)
        self._sides.addWidget(inside)
        self._inside = inside
        self._before: tuple[QWidget, ...] = ()
        self._silent: list[QShortcut] = []
        self._title = ""
        model.turned.connect(self._turn)
        model.told.connect(console.banner.notice)
        console.library_page.passphrase_wanted.connect(self.show_card)

    @property
    def closed(self) -> bool:
        """Whether the lock page alone is to be seen."""
        return self._sides.currentWidget() is not self._inside

    @cached_property
    def _page(self) -> LockPage:
        """Made when the library is first found or left locked."""
        from desktop.console.locking.lock_page import LockPage

        page = LockPage(self.model)
        self._sides.addWidget(page)
        return page

    def lock(self) -> None:
        """Somebody leaves: what is typed is kept first."""
        if self.model.has_passphrase:
            self._before = keyboard_in(self._console)
            self._console.come_to_rest()
        self.model.lock()

    def lock_idle(self) -> None:
        """Nobody is here: the same where there is a passphrase, and no word where there is none."""
        if self.model.has_passphrase:
            self.lock()

    def show_card(self) -> None:
        """Where the passphrase is set, changed and removed."""
        from desktop.console.locking.passphrase_card import PassphraseCard

        if not self.closed and not any(card.isVisible() for card in self._console.findChildren(PassphraseCard)):
            PassphraseCard(self.model, self._console)

    def show_title(self, pilot: str) -> None:
        """The window bears the pilot's name, and none while it is locked."""
        pilot = pilot.replace("\0", "")  # a window system's text ends there
        self._title = f"{pilot} – Clearway" if pilot else "Clearway"
        if not self.model.closed:
            self._console.setWindowTitle(self._title)

    def _turn(self) -> None:
        (self._cover if self.model.closed else self._uncover)()

    def _cover(self) -> None:
        uncover(self._console)
        self._console.setWindowTitle("Clearway")
        self._silent = [key for key in self._console.findChildren(QShortcut) if key.isEnabled()]
        for key in self._silent:
            key.setEnabled(False)
        self._sides.setCurrentWidget(self._page)
        self._page.enter()

    def _uncover(self) -> None:
        for key in self._silent:
            key.setEnabled(True)
        self._console.setWindowTitle(self._title)
        self._sides.setCurrentWidget(self._inside)
        self._console.page.enter()
        give_keyboard(self._before)
        self._before, self._silent = (), []
