"""Builds the windowed application: the one place where the parts are put together."""

from __future__ import annotations

import locale
import logging
import sys
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLocale, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop import own_library
from desktop.console.kept_bar import KeptBar
from desktop.console.library.copies_bar import CopiesBar
from desktop.console.window import ConsoleWindow
from desktop.library_thread import LibraryThread
from desktop.own_library import OwnLibrary, backups_of, default_place, restore_library
from desktop.settings import LOCK, PAGE_SIZE, Setting, settings_file
from desktop.system.choosing import Choosing
from desktop.system.collecting import InterfaceCollector
from desktop.system.ending import Signals
from desktop.system.fonts import load_fonts, load_script_fonts
from desktop.system.idle import Idle
from desktop.system.log import keep_log
from desktop.system.outgoing import OutgoingFolder
from desktop.system.rescued import Rescue
from desktop.system.sleeping import Sleeping
from desktop.view_models.kept_acts import KeptActs
from desktop.view_models.ledger import Ledger, OnScreen
from desktop.view_models.library.backing import Backing
from desktop.view_models.library.browsing import Browsing
from desktop.view_models.library.locking import Locking
from desktop.view_models.saving import Saving
from desktop.view_models.sharing.hands import Hands
from desktop.words import gettext, spoken
from resources import resource_path

if TYPE_CHECKING:
    from desktop.console.presenting.control import RoomControl
    from desktop.view_models.session import EngagementSession
    from models.method.method import Method

_log = logging.getLogger(__name__)

PREFERRED_SIZE = QSize(1366, 860)
LONGEST_SAVE = 5_000
"""Milliseconds: systems wait no longer for a program when the session ends."""
QUIET = 700
"""Milliseconds without a touch after which a page that was not looked at yet is made."""
FRAME = QSize(8, 40)
"""Pixels that a system's own title bar and borders take."""


def prepare_qt(application: QApplication) -> None:
    """Name, icon, fonts, style and how numbers are written."""
    application.setApplicationName("Clearway")
    application.setOrganizationName("Clearway")
    application.setDesktopFileName("clearway")
    application.setWindowIcon(QIcon(str(resource_path("icons/clearway.svg"))))
    application.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    load_fonts()


class Clearway:
    """The running application: its thread, its models, its window."""

    def __init__(self, library: Path | None, settings: QSettings, passphrase: str | None = None) -> None:
        """`library` is the file to use, None for the person's own; `passphrase` what it is locked with, if known."""
        self.settings, self.choosing = settings, Choosing(settings)
        self.choosing.changed.connect(self._heed)
        self.idle: Idle | None = None
        self.collector = InterfaceCollector()
        self.locking = Locking(OwnLibrary(library), passphrase)
        self.thread = LibraryThread(self.locking.open_library)
        self.rescue = Rescue(library or default_place(), lambda: not self.locking.has_passphrase)
        self.ledger = Ledger(self.thread, self.rescue.keep)
        self.browsing = Browsing(self.thread, self.ledger)
        self.backing = Backing(
            self.thread,
            self.ledger,
            lambda: backups_of(library),
            lambda source: restore_library(library, source, self.locking.tried),
        )
        self.locking.serve(self.thread, self.ledger, self.backing.pause)
        self.locking.opened.connect(self.backing.go_on)
        self.window = ConsoleWindow(self.browsing, self.ledger, self._session, self.choosing, self._room, self.locking)
        self.window.library_page.show_backups(self.backing)
        self.window.library_page.share_with(self._hands(), self.ledger)
        self.window.settings.library, self.window.settings.backing = library or default_place(), self.backing
        self.backing.told.connect(self.window.banner.notice)
        self.kept = KeptActs(self.rescue, self.ledger)
        self.kept.refused.connect(self.window.banner.notice)
        self.window.bars.addWidget(KeptBar(self.kept))
        self._sleeping: Sleeping | None = None
        self.locking.opened.connect(self._locks_by_itself)
        # A Clearway that was killed could not clear them away.
        self.locking.opened.connect(self._leave_nothing, Qt.ConnectionType.SingleShotConnection)
        self._library = library or default_place()
        self.copies = CopiesBar(self.window.library_page.take_in, self._seen_to)
        self.window.bars.addWidget(self.copies)

    def start(self) -> None:
        """Shows the window, then asks the library for its list."""
        self.collector.start()
        room = self.window.screen().availableGeometry().size() - FRAME
        self.window.resize(PREFERRED_SIZE.boundedTo(room))
        self.window.show()
        self.browsing.find()
        self.browsing.look_back()
        self.kept.look()
        self.browsing.listed.connect(self._look_beside, Qt.ConnectionType.SingleShotConnection)

    def look_into(self, hand_over: Path) -> None:
        """Shows what a hand-over would do here, once the library is there."""
        look = partial(self.window.library_page.take_in, hand_over)
        self.browsing.listed.connect(look, Qt.ConnectionType.SingleShotConnection)

    def notice_fault(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """Logs a fault of ours and says so; the window stays. An interruption is nobody's fault."""
        if issubclass(kind, KeyboardInterrupt):
            return
        _log.critical("A fault in Clearway", exc_info=(kind, fault, trace))
        self.window.banner.notice(gettext("Clearway has a fault. What you typed is kept; the log says more."))

    def save_now(self) -> None:
        """Before the session ends: what is typed is on disk, or refused by it, when this returns."""
        self.window.come_to_rest()
        patience = QDeadlineTimer(LONGEST_SAVE)
        while self.ledger.unsaved and self.ledger.saving is not Saving.REFUSED and not patience.hasExpired():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 50)

    def end(self) -> None:
        """Somebody ends Clearway from outside: what is typed is saved, and no question is asked."""
        self.window.come_to_rest()
        self.window.leave()

    def stop(self) -> None:
        """Waits until everything asked for is on disk."""
        self.ledger.hand_over()
        self.backing.close()
        self.locking.end()
        self.thread.stop(self.backing.make_last)
        self._leave_nothing()
        self.collector.stop()

    def _leave_nothing(self) -> None:
        """Of a locked library, files on their way to another program stay no longer than Clearway."""
        if self.locking.has_passphrase:
            OutgoingFolder().clear()

    def _locks_by_itself(self) -> None:
        """Only a library with a passphrase asks the system when it sleeps."""
        if self.locking.has_passphrase and self._sleeping is None:
            self._sleeping = Sleeping(self.window, self.window.lock.lock_idle)
            self._sleeping.listen()

    def _look_beside(self) -> None:
        """Says once that a sync program carries the library about, and offers what one left beside it."""
        from desktop.system.synced import conflicted_copies, sync_program

        program, known = sync_program(self._library), self.settings.value("synced", "")
        if program and program != known:
            from desktop.view_models.library.synced_words import synced_text

            self.settings.setValue("synced", program)
            self.window.banner.notice(synced_text(program))
        aside = str(self.settings.value("copies", "")).split("/")
        self.copies.offer([copy for copy in conflicted_copies(self._library) if _mark(copy) not in aside])

    def _seen_to(self, copy: Path) -> None:
        """A copy is not offered again unless it changes."""
        self.settings.setValue("copies", f"{self.settings.value('copies', '')}/{_mark(copy)}")

    def _hands(self) -> Hands:
        """What the library page hands over and takes in with."""
        return Hands(
            own_library.sharing,
            own_library.decisions,
            own_library.packed,
            own_library.seal,
            own_library.unseal,
            own_library.package_at,
            own_library.asks_for_passphrase,
        )

    def _session(self, opened: OnScreen, method: Method) -> EngagementSession:
        from desktop.view_models.session import EngagementSession

        session = EngagementSession(opened, method, self.ledger, spoken())
        session.paper = self.choosing.value(PAGE_SIZE)
        return session

    def _room(self, session: EngagementSession, console: ConsoleWindow) -> RoomControl:
        from desktop.console.presenting.control import RoomControl
        from desktop.view_models.room.presenting import Presenter

        presenter = Presenter(session, console.look.theme.dark)
        return RoomControl(presenter, console, console.rail.room, self.settings)

    @property
    def idle_time(self) -> int:
        """Milliseconds without a touch after which the console locks: ten minutes unless set otherwise."""
        return round(float(self.choosing.value(LOCK)) * 60_000)

    def _heed(self, setting: Setting) -> None:
        if setting is LOCK and self.idle is not None:
            self.idle.wait(self.idle_time)


def _mark(copy: Path) -> str:
    """What a file is known again by: no name of it stands in the settings."""
    status = copy.stat()
    return sha256(f"{copy.name} {status.st_size} {status.st_mtime_ns}".encode(errors="replace")).hexdigest()[:16]


def run(library: Path | None, passphrase: str | None = None, hand_over: Path | None = None) -> int:
    """Starts the application, with a hand-over to look into, and stays until it is closed; the exit status."""
    locale.setlocale(locale.LC_TIME, "C")
    keep_log()
    application = QApplication([])
    prepare_qt(application)
    clearway = Clearway(library, QSettings(str(settings_file()), QSettings.Format.IniFormat), passphrase)
    sys.excepthook = clearway.notice_fault

    def ended() -> None:
        clearway.end()
        application.exit(0)

    signals = Signals(ended)
    application.commitDataRequest.connect(clearway.save_now)
    clearway.start()
    if hand_over is not None:
        clearway.look_into(hand_over)
    clearway.idle = Idle(application, clearway.idle_time, clearway.window.lock.lock_idle)

    def make_ahead() -> None:
        if clearway.window.make_ahead():
            ahead.wait(QUIET)

    ahead = Idle(application, QUIET, make_ahead)
    clearway.browsing.opened.connect(lambda: ahead.wait(QUIET))
    QTimer.singleShot(0, clearway.window, load_script_fonts)  # after the first frame, which needs none of them
    status = application.exec()
    signals.stop()
    clearway.idle.deleteLater()
    ahead.deleteLater()
    clearway.stop()
    return status
