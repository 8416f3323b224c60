"""Joins the console to the room: what is shown, on which screen, and what the keys of a clicker do."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.console.passed_keys import PassedKeys
from desktop.console.presenting.small_picture import small_picture
from desktop.console.presenting.strip import RoomStrip
from desktop.room.window import RoomWindow
from desktop.screens.projector import Projector, Situation
from desktop.view_models.room.pages import RoomPage
from desktop.view_models.room.presenting import Presenter
from desktop.view_models.room.showing import Showing
from desktop.view_models.workshop.ringing import Kind
from desktop.widgets.keys import KeyAct, take_everywhere
from desktop.words import gettext
from resources.words import marked

PICTURE_AFTER = 220
"""Milliseconds after a change until the small picture follows: once the movement in the room has ended."""
TICK = 1_000
"""Milliseconds between two looks at the clock while the room is shown how much time is left."""


class RoomControl(QObject):
    """Owns the room view of one open engagement.

    F5 goes live, Escape holds, `.` and `B` blank, Page Down and Page Up step, Alt+R and Alt+Q show how much time is
    left, with the keyboard in either window. On a single screen F5 lets the room view take it, and Escape brings the
    console back.
    """

    stepped = Signal(int)
    field_left = Signal()

    keys = (
        KeyAct(
            ". B",
            marked("While live: blank, and back"),
            lambda control, _: control.presenter.toggle_blank(),
            anywhere=True,
        ),
        KeyAct(
            "Alt+R Alt+Q",
            marked("While live: a ring of time, for the time box or three quiet minutes; away again"),
            lambda control, n: control.ring(tuple(Kind)[n]),
            anywhere=True,
        ),
    )
    paging = (
        KeyAct(
            "PgDown PgUp",
            marked("While live: on and back, in any field"),
            lambda control, n: control.stepped.emit((1, -1)[n]),
            anywhere=True,
        ),
    )
    """What a clicker does."""

    def __init__(self, presenter: Presenter, console: QWidget, strip: RoomStrip, settings: QSettings) -> None:
        super().__init__(console)
        self.presenter = presenter
        self.room = RoomWindow(still=presenter.session.still())
        self.projector = Projector(self.room, console, settings)
        self._notice = ""
        self._offered = False
        """Whether F5 was told that once more would cover the console."""
        self._picture = QTimer(self, singleShot=True, interval=PICTURE_AFTER)
        self._picture.timeout.connect(self._show_picture)
        self._tick = QTimer(self, interval=TICK)
        self._tick.timeout.connect(self.presenter.tick)
        self._connect()
        self.stand_beside(console, strip)

    def stand_beside(self, console: QWidget, strip: RoomStrip) -> None:
        """Takes its keys from that console, and tells its strip; the one before may go. The room sees nothing of it."""
        self.setParent(console)
        self._console, self._strip = console, strip
        self.projector.stand_beside(console)
        self._passed = PassedKeys(console, console)
        strip.hold_wanted.connect(self.hold)
        strip.blank_wanted.connect(self.presenter.toggle_blank)
        strip.stop_wanted.connect(self.end)
        everywhere = Qt.ShortcutContext.ApplicationShortcut  # with a dialog for files beside the console, too
        self._keys = take_everywhere(self, self.keys, console, Qt.ShortcutContext.WindowShortcut)
        self._keys += take_everywhere(self, self.paging, console, everywhere)
        self._follow()

    def turn_to(self, page: RoomPage, comes_next: str = "") -> None:
        """The facilitator is on another page; `comes_next` is what the next key shows the room."""
        self.presenter.turn_to(page)
        self._strip.show_next(comes_next)

    def speak_anew(self) -> None:
        """What was turned to is what the room saw, in other words; so they change in a page that is held as well."""
        self.presenter.speak_anew()
        self.room.speak_anew()

    def go_live(self) -> None:
        """Shows the room what the facilitator is on. The console's screen is covered where the room has no other.

        While the projector is unplugged it is covered only when asked for twice: it may be back at any moment.
        """
        shared = self._offered or self.projector.situation in (Situation.SINGLE, Situation.MIRRORED)
        self._notice, self._offered = "", False
        self.presenter.go_live()
        if not self.room.isVisible() and not self.projector.show_room(cover_console=shared):
            self._offered = True
            self._notice = gettext("The projector is unplugged. Plug it in, or press F5 again to use this screen.")
            self._tell()
        if self.projector.covering:
            self.field_left.emit()  # nobody sees the field any more, and it would take the keys that blank the room

    def go_live_in_window(self) -> None:
        """Shows the room what the facilitator is on, in a window like any other: one that can be shared in a call."""
        self._notice, self._offered = "", False
        self.presenter.go_live()
        self.projector.show_in_window()

    def hold(self) -> None:
        """Keeps the room where it is, and uncovers the console."""
        self.presenter.hold()
        if self.projector.covering:
            self.projector.bring_back_console()

    def ring(self, kind: Kind) -> None:
        """Shows the room how much time is left, or takes that away; says so where there is no time box."""
        if not self.presenter.ring(kind):
            self.presenter.session.noticed.emit(gettext("No time box is running. Alt+N begins the agenda."))

    def end(self) -> None:
        """Shows the room nothing any more and lets the room view go."""
        self._notice, self._offered = "", False
        self.projector.hide_room()
        self.presenter.stop()

    def close(self) -> None:
        """For good: the engagement is left."""
        self.end()
        for key in self._keys:
            key.deleteLater()
        self.projector.deleteLater()
        self.room.deleteLater()
        self.deleteLater()

    def _connect(self) -> None:
        self.presenter.changed.connect(self._follow)
        self.projector.changed.connect(self._tell)
        self.projector.lost.connect(self._lost)
        self.projector.returned.connect(self._returned)
        self.room.key_pressed.connect(lambda key: self._passed.take(key))
        self.room.closed.connect(self.end)

    def _follow(self) -> None:
        presenter = self.presenter
        self.room.still = presenter.session.still()
        self.room.show_view(presenter.view)
        presenting = presenter.session.presenting = presenter.presenting
        for key in self._keys:
            key.setEnabled(presenting)
        ticking = presenting and presenter.ringing.on
        if ticking != self._tick.isActive():
            (self._tick.start if ticking else self._tick.stop)()
        self._tell()
        self._picture.start()

    def _tell(self) -> None:
        # What is told is what people see: a page that stands ready while its window is hidden is nothing yet.
        seen = self.room.isVisible()
        self._strip.show_state(self.presenter.showing if seen else Showing.OFF, self._notice)

    def _show_picture(self) -> None:
        """Painted from the page that is meant, never caught from a window in which one fades into another."""
        if self.presenter.presenting and (composition := self.room.composition) is not None:
            size, ratio = self._strip.picture_size, self._strip.devicePixelRatioF()
            self._strip.show_picture(small_picture(composition, size, ratio))

    def _lost(self, name: str) -> None:
        self._notice = gettext("The screen {0} is unplugged. Nothing is lost.").format(name)
        self._tell()

    def _returned(self, _name: str) -> None:
        self._notice, self._offered = "", False
        self._tell()
