"""Keeps the room view on the projector while screens come, go and change size, and off the console's screen."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QByteArray, QEvent, QObject, QRect, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desktop.screens.awake import KeepAwake
from desktop.screens.choices import ScreenChoice, same_screen, screen_choices
from desktop.screens.placing import move_to_screen, put_full_screen
from models.values.sought import the_first

QUIET = 350
"""Milliseconds without another change before the room view is placed again: plugging in comes as several changes."""

REMEMBERED, WINDOW, WINDOW_SIZE = "room/screen", "room/window", QSize(960, 540)
HANDED = 1_500
"""Milliseconds after it came up in which a window manager may hand the room view the keyboard unasked."""


class Situation(Enum):
    """How the screens stand to each other."""

    EXTENDED = "extended"
    """There is a screen besides the console's."""
    MIRRORED = "mirrored"
    """The other screen shows what the console's shows."""
    SINGLE = "single"
    """The console's screen is the only one that the system tells of; some systems mirror without telling."""
    LOST = "lost"
    """The projector was unplugged while live."""


class Projector(QObject):
    """Places one window, the room view. It stays away from the console's screen unless it is asked to cover it."""

    changed = Signal()
    """Screens, the situation, the choice, or whether the room view is shown."""
    lost = Signal(str)
    """The projector of this name went, or began to mirror the console, while live; the room view is hidden."""
    returned = Signal(str)
    """The room view is on a projector again, the one of this name."""

    def __init__(self, room: QWidget, console: QWidget, settings: QSettings, awake: KeepAwake | None = None) -> None:
        """Decides where `room` is, never what it shows. The machine stays awake while live."""
        super().__init__(console)
        self._room, self._console, self._settings = room, console, settings
        self.awake = awake or KeepAwake(self)
        self._live, self._asked_to_cover = False, False
        self._windowed = False
        """Whether the room view is a window like any other, which belongs to no screen."""
        self._screen: QScreen | None = None
        """Where the room view is; None while it is nowhere."""
        self._placed = QRect()
        """That screen's geometry when the room view was put there."""
        self._name, self._key, self._console_key = "", "", ""
        """Of the screen where the room view is or was, and while live of the console's."""
        self._lost_key = ""
        """The screen to wait for; empty while none is lost."""
        self._handed = QTimer(self, singleShot=True, interval=HANDED)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET)
        self._quiet.timeout.connect(self._settle)
        self._watch_screens()
        room.installEventFilter(self)
        self.stand_beside(console)

    def stand_beside(self, console: QWidget) -> None:
        """That is the console from now on, in the place of the one before; the room view stays where it is."""
        self._console.removeEventFilter(self)
        self.setParent(console)
        self._console, self._console_followed = console, False
        console.installEventFilter(self)

    @property
    def live(self) -> bool:
        """Whether the room is being shown something, or will be as soon as its screen is back."""
        return self._live

    @property
    def covering(self) -> bool:
        """Whether the room view lies over the console; `bring_back_console` ends it."""
        return self._screen is not None and self._placed.intersects(self._console.screen().geometry())

    @property
    def situation(self) -> Situation:
        """How the screens stand to each other now."""
        chosen = self.chosen
        if chosen is not None and chosen.overlaps_console:
            return Situation.MIRRORED
        if self._lost_key:
            return Situation.LOST
        return Situation.SINGLE if chosen is None else Situation.EXTENDED

    def screens(self) -> list[ScreenChoice]:
        """Every screen, from left to right."""
        return list(self._found().values())

    @property
    def chosen(self) -> ScreenChoice | None:
        """The screen for the room, never the console's own. None with a single screen, or while it is lost."""
        found = self._found()
        others = [choice for choice in found.values() if not choice.is_console]
        if self._lost_key:
            again = same_screen(self._lost_key, others)
            return again or (others[0] if len(others) == 1 else None)
        if self._screen in found and found[self._screen] in others:
            return found[self._screen]
        remembered = same_screen(str(self._settings.value(REMEMBERED, "")), others)
        apart = [choice for choice in others if not choice.overlaps_console]
        return remembered or next(iter(apart + others), None)

    def choose(self, key: str) -> bool:
        """Takes a screen for the room and remembers it; while live the room view moves there at once.

        False, and nothing changes, where there is no such screen or the console is on it.
        """
        found = {choice.key: (screen, choice) for screen, choice in self._found().items() if not choice.is_console}
        if key not in found:
            return False
        screen, choice = found[key]
        self._settings.setValue(REMEMBERED, key)
        if self._live and (self._asked_to_cover or not choice.overlaps_console):
            self._lost_key = ""
            self._place(screen, cover=choice.overlaps_console)
        self.changed.emit()
        return True

    def show_room(self, *, cover_console: bool = False) -> bool:
        """Goes live. False, and nothing is shown, where that would cover the console and that was not asked for."""
        self._follow_console()
        choice = self.chosen
        covers = choice is None or choice.overlaps_console
        if covers and not cover_console:
            return self._screen is not None
        self._lost_key = self._lost_key if covers else ""
        screen = self._console.screen() if choice is None else self._screen_of(choice.key)
        self._asked_to_cover = covers
        if screen != self._screen or screen.geometry() != self._placed:
            self._place(screen, cover=covers)
        self._live = True
        self.awake.start()
        self.changed.emit()
        return True

    def show_in_window(self) -> None:
        """Goes live in a window like any other, where it was the last time: one that can be shared in a call."""
        if self._windowed:
            return
        self._take_away()
        self._windowed, self._live, self._lost_key = True, True, ""
        self._room.setWindowFlags(Qt.WindowType.Window)
        known = self._settings.value(WINDOW)
        if not (isinstance(known, QByteArray) and self._room.restoreGeometry(known)):
            self._room.resize(WINDOW_SIZE)
        self._room.showNormal()
        self.awake.start()
        self.changed.emit()

    def hide_room(self) -> None:
        """Ends being live."""
        if not self._live:
            return
        self._live, self._lost_key = False, ""
        self._quiet.stop()
        self._take_away()
        self.awake.stop()
        self.changed.emit()

    def bring_back_console(self) -> None:
        """The console to the front; a room view that covers it is hidden."""
        if self.covering and self._lost_key:
            self._take_away()  # still waiting for the projector
            self.changed.emit()
        elif self.covering:
            self.hide_room()
        self._console.setWindowState(self._console.windowState() & ~Qt.WindowState.WindowMinimized)
        self._console.show()
        self._console.raise_()
        self._console.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A room view closed by hand, or a console that is closed, ends being live: no window is left behind.

        The keyboard stays with the console while that is in sight.
        """
        closed = watched is self._room and event.type() == QEvent.Type.Close
        alone = watched is self._console and event.type() == QEvent.Type.Hide and not event.spontaneous()
        if closed or alone:
            self.hide_room()
        if watched is self._room and event.type() == QEvent.Type.WindowActivate and self._handed.isActive():
            QTimer.singleShot(0, self._console, self._console.activateWindow)
        return False

    def _watch_screens(self) -> None:
        application = QGuiApplication.instance()
        if not isinstance(application, QGuiApplication):
            raise TypeError("a projector needs an application with windows")
        application.screenAdded.connect(self._screen_added)
        application.screenRemoved.connect(self._lose_what_is_gone)
        application.screenRemoved.connect(self._stir)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._stir)

    def _screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._stir)
        self._stir()

    def _lose_what_is_gone(self) -> None:  # of the system's list: a signal may name another object than the one kept
        if self._screen is not None and self._screen not in QGuiApplication.screens():
            self._lose()

    def _stir(self) -> None:
        """Something about the screens changed and more may follow."""
        self._quiet.start()
        self.changed.emit()

    def _settle(self) -> None:
        """The screens have come to rest: everything goes where it belongs."""
        self._lose_what_is_gone()
        if not self._live or self._windowed:
            return
        self._console_home()
        if self._screen is None or self._asked_to_cover:
            self._come_back()
        elif self._screen.geometry() != self._placed:
            self._follow(self._screen)
        self.changed.emit()

    def _come_back(self) -> None:
        choice = self.chosen
        if choice is not None and not choice.overlaps_console:
            self._lost_key = ""
            self._place(self._screen_of(choice.key), cover=False)
            self.returned.emit(choice.name)
        elif self._screen is not None and self._screen.geometry() != self._placed:
            self._place(self._screen, cover=True)

    def _follow(self, screen: QScreen) -> None:
        """The screen under the room view has another size or place, perhaps the console's.

        Where the console itself was moved onto the room's screen, as when the laptop is shut, the room view stays:
        hidden, it would show the room the console.
        """
        choice = self._found()[screen]
        if choice.overlaps_console and not choice.is_console:
            self._lose()
        else:
            self._place(screen, cover=False)

    def _console_home(self) -> None:
        """Out from under the room view, where Qt moved it when its own screen went, once that screen is back."""
        screen = self._console.screen()
        home = same_screen(self._console_key, [c for c in self.screens() if not c.overlaps_console])
        if home is not None and screen == self._screen and not self._asked_to_cover:
            move_to_screen(self._console, self._screen_of(home.key))

    def _lose(self) -> None:
        # At once: Qt leaves a full-screen window visible, with stale geometry, on some other screen.
        covering, self._lost_key = self.covering, self._key
        self._take_away()
        if covering:
            self._console.activateWindow()
        self.lost.emit(self._name)

    def _take_away(self) -> None:
        self._screen, self._asked_to_cover = None, False
        if self._windowed:
            self._settings.setValue(WINDOW, self._room.saveGeometry())
        self._room.hide()
        if self._windowed:
            self._windowed = False
            self._room.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)

    def _place(self, screen: QScreen, *, cover: bool) -> None:
        """Full screen, by the one order of calls that works after screens have changed as well."""
        found = self._found()
        self._screen, self._placed, self._asked_to_cover = screen, screen.geometry(), cover
        self._name, self._key = found[screen].name, found[screen].key
        if (console := self._console.screen()) != screen:
            self._console_key = found[console].key
        active = self._console.isActiveWindow()
        put_full_screen(self._room, screen, activate=cover)
        if active and not cover:
            self._console.activateWindow()
            self._handed.start()

    def _found(self) -> dict[QScreen, ScreenChoice]:
        return screen_choices(self._console.screen())

    def _screen_of(self, key: str) -> QScreen:
        return the_first(screen for screen, choice in self._found().items() if choice.key == key)

    def _follow_console(self) -> None:
        """The console may be moved to another screen; before it is first shown it has no handle to ask."""
        if (handle := self._console.windowHandle()) is not None and not self._console_followed:
            self._console_followed = True
            handle.screenChanged.connect(self.changed)
