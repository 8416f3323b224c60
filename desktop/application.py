"""Builds the windowed application: the one place where the parts are put together."""

from __future__ import annotations

import logging
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QLocale, QSettings, QSize, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from desktop import own_library
from desktop.console.beside import Beside
from desktop.console.steps import Step
from desktop.console.window import ConsoleWindow
from desktop.library_thread import LibraryThread
from desktop.own_library import OwnLibrary, backups_of, default_place, restore_library
from desktop.screens.first_frame import AfterFirstFrame
from desktop.settings import LANGUAGE, LOCK, PAGE_SIZE, Setting
from desktop.system.choosing import Choosing
from desktop.system.collecting import InterfaceCollector
from desktop.system.fonts import load_fonts
from desktop.system.rescued import Rescue
from desktop.view_models.ledger import Ledger, OnScreen
from desktop.view_models.library.backing import Backing
from desktop.view_models.library.browsing import Browsing
from desktop.view_models.library.locking import Locking
from desktop.view_models.saving import Saving
from desktop.view_models.sharing.hands import Hands
from desktop.words import gettext, speak, spoken
from resources import resource_path
from resources.words import catalogue

if TYPE_CHECKING:
    from desktop.console.presenting.control import RoomControl
    from desktop.system.idle import Idle
    from desktop.system.sleeping import Sleeping
    from desktop.view_models.hub.meeting import HubMeeting
    from desktop.view_models.kept_acts import KeptActs
    from desktop.view_models.session import EngagementSession
    from models.method.method import Method
    from models.storage import Library

_log = logging.getLogger(__name__)

PREFERRED_SIZE = QSize(1366, 860)
LONGEST_SAVE = 5_000
"""Milliseconds: systems wait no longer for a program when the session ends."""
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
        self.settings, self.choosing = settings, Choosing(settings, _system_is_still)
        self.choosing.changed.connect(self._heed)
        self.idle: Idle | None = None
        self.collector = InterfaceCollector()
        self.locking = Locking(OwnLibrary(library), passphrase)
        self.thread = LibraryThread(self.locking.open_library)
        self.rescue = Rescue(library or default_place(), lambda: not self.locking.has_passphrase)
        self.ledger = Ledger(self.thread, self.rescue.keep)
        self.browsing = Browsing(self.thread, self.ledger)
        self.backing = Backing(self.thread, self.ledger, lambda: backups_of(library), self._restore)
        self.locking.serve(self.thread, self.ledger, self.backing.pause)
        self.locking.opened.connect(self.backing.go_on)
        self.library = library or default_place()
        self.window = self._make_window()
        self._sleeping: Sleeping | None = None
        self.locking.opened.connect(self._locks_by_itself)
        # A Clearway that was killed could not clear them away.
        self.locking.opened.connect(self._leave_nothing, Qt.ConnectionType.SingleShotConnection)

    def start(self) -> None:
        """Shows the window; asks the library for its list once that is seen, and looks round once the list is."""
        self.collector.start()
        room = self.window.screen().availableGeometry().size() - FRAME
        self.window.resize(PREFERRED_SIZE.boundedTo(room))
        self.window.show()
        AfterFirstFrame(self.window, self._ask)
        page, once = self.window.library_page, Qt.ConnectionType.SingleShotConnection
        self.browsing.listed.connect(lambda: AfterFirstFrame(page, self._begin), once)
        self.browsing.refused.connect(self._look_round, once)

    def _restore(self, source: Path) -> str:
        from desktop.view_models.library.backup_words import lock_gone_text

        restored = restore_library(self.library, source, self.locking.tried_for(source))
        return lock_gone_text() if restored.lock_gone else ""

    def _ask(self) -> None:
        self.browsing.find()
        self.browsing.look_back()

    def _look_round(self) -> None:
        """Also where the library could not be opened: what could not be saved, and the hub for who asks for it."""
        self.kept.look()
        self.window.settings.take_hub(self.hub)

    def _begin(self) -> None:
        self.hub.begin()
        self._look_round()
        self.beside.look()

    @cached_property
    def kept(self) -> KeptActs:
        """What could not be saved, offered across the top."""
        from desktop.view_models.kept_acts import KeptActs

        kept = KeptActs(self.rescue, self.ledger)
        self.beside.offer_kept(kept)
        return kept

    @cached_property
    def hub(self) -> HubMeeting:
        """The hub, once the library has opened."""
        from desktop.own_hub import OwnHub
        from desktop.view_models.hub.meeting import HubMeeting

        hub = HubMeeting(OwnHub(Path(self.library)), self.thread, self.ledger, lambda: self.locking.closed)
        self.window.settings.follow_hub(hub)
        hub.came.connect(self._show_what_came)
        return hub

    def speak_anew(self) -> None:
        """The window once more, in the language that is set by now; the room goes on in it, too."""
        from desktop.console.shelf.renewing import take_place

        speak(catalogue(self.choosing.value(LANGUAGE)))
        before = self.window
        if before.session is not None:
            before.session.words = spoken()
        self.window = self._make_window()
        self.window.settings.follow_hub(self.hub)  # first: settings that are open show how it stands
        take_place(self.window, before)
        self.beside.offer_kept(self.kept)
        self.kept.look()
        self.beside.offer_copies()

    def look_into(self, hand_over: Path) -> None:
        """Shows what a hand-over would do here, once the library is there and open."""
        if self.browsing.known and not self.window.lock.closed:
            self.window.go_to(Step.LIBRARY)
            self.window.library_page.take_in(hand_over)
            return
        ready = self.locking.turned if self.window.lock.closed else self.browsing.listed
        ready.connect(partial(self.look_into, hand_over), Qt.ConnectionType.SingleShotConnection)

    def started_again(self, hand_over: Path | None) -> None:
        """Somebody starts Clearway on the library that is open here: this window is the one they mean."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()
        if hand_over is not None:
            self.look_into(hand_over)

    def take_file(self, path: Path) -> None:
        """The system asks for a file of ours: a hand-over is looked into, another library has a window of its own."""
        try:
            if own_library.is_hand_over(path):
                self.started_again(path)
            elif path.resolve() == Path(self.library).resolve():
                self.started_again(None)
            else:
                from desktop.system.programs import SystemPrograms

                SystemPrograms().start_own(path)
        except OSError as error:
            text = gettext("{path} cannot be read: {reason}.").format(path=path, reason=error.strerror)
            self.window.banner.notice(text)

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
        self.hub.end()
        self.locking.end()
        self.thread.stop(self._last)
        self._leave_nothing()
        self.collector.stop()

    def _make_window(self) -> ConsoleWindow:
        window = ConsoleWindow(self.browsing, self.ledger, self._session, self.choosing, self._room, self.locking)
        window.library_page.show_backups(self.backing)
        window.library_page.share_with(self._hands(), self.ledger)
        window.settings.library, window.settings.backing = self.library, self.backing
        self.backing.told.connect(window.banner.notice)
        self.beside = Beside(self.library, self.settings, window)
        return window

    def _last(self, library: Library) -> None:
        """On the library's thread, before the library is closed: what the hub gets stands in the backup, too."""
        self.hub.make_last(library)
        self.backing.make_last(library)

    def _show_what_came(self) -> None:
        """From the hub: the list, and an engagement that is open, follow."""
        self.browsing.altered.emit()
        self.browsing.find()

    def _leave_nothing(self) -> None:
        """Of a locked library, files on their way to another program stay no longer than Clearway."""
        if self.locking.has_passphrase:
            from desktop.system.outgoing import OutgoingFolder

            OutgoingFolder().clear()

    def _locks_by_itself(self) -> None:
        """Only a library with a passphrase asks the system when it sleeps."""
        if self.locking.has_passphrase and self._sleeping is None:
            from desktop.system.sleeping import Sleeping

            self._sleeping = Sleeping(self.locking, self.lock_idle)
            self._sleeping.listen()

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
        session.paper, session.still = self.choosing.value(PAGE_SIZE), self.choosing.still
        return session

    def _room(self, session: EngagementSession, console: ConsoleWindow) -> RoomControl:
        from desktop.console.presenting.control import RoomControl
        from desktop.view_models.room.presenting import Presenter

        presenter = Presenter(session, console.look.theme.dark)
        return RoomControl(presenter, console, console.rail.room, self.settings)

    def lock_idle(self) -> None:
        """Nobody is here."""
        self.window.lock.lock_idle()

    @property
    def idle_time(self) -> int:
        """Milliseconds without a touch after which the console locks: ten minutes unless set otherwise."""
        return round(float(self.choosing.value(LOCK)) * 60_000)

    def _heed(self, setting: Setting) -> None:
        if setting is LOCK and self.idle is not None:
            self.idle.wait(self.idle_time)
        elif setting is LANGUAGE:
            QTimer.singleShot(0, self.choosing, self.speak_anew)  # once what was pressed has come to its end


def _system_is_still() -> bool:
    """Asked when something could move: no start waits for the answer."""
    from desktop.screens.motion import wants_stillness

    return wants_stillness()
