"""The facilitator's window: the rail, the pages, and the banner that speaks up when something is wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, SignalInstance
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.console.across.door import PortfolioDoor
from desktop.console.banner import Banner
from desktop.console.history.door import PastDoor
from desktop.console.keyboard import KeysAsMeant
from desktop.console.last_save import LastSave
from desktop.console.library.page import LibraryPage
from desktop.console.locking.cover import LockCover
from desktop.console.look import SMALLEST, Look
from desktop.console.presenting.door import RoomDoor
from desktop.console.rail import Rail
from desktop.console.reply_drop import ReplyDrop
from desktop.console.settings.door import SettingsDoor
from desktop.console.shelf.page_shelf import PageShelf
from desktop.console.shortcuts import SHORTCUTS
from desktop.console.steps import Step, step_to_open_on
from desktop.system.choosing import Choosing
from desktop.theme import HOUSE_COLOUR
from desktop.view_models.ledger import Ledger, OnScreen
from desktop.view_models.library.browsing import Browsing
from desktop.view_models.library.locking import Locking
from desktop.view_models.library.opened import Opened
from desktop.widgets.keys import pressed, take_everywhere
from desktop.widgets.labels import give_keyboard, keyboard_in
from desktop.widgets.leaving import left_field
from desktop.widgets.overlay import uncover
from desktop.widgets.parts.scrolled import rail_beside

if TYPE_CHECKING:
    from desktop.console.keys_overlay import KeysOverlay
    from desktop.console.page import Page
    from desktop.console.presenting.control import RoomControl
    from desktop.view_models.session import EngagementSession
    from models.method.method import Method


class ConsoleWindow(QWidget):
    """One window for the whole work. Escape never closes, quits or discards anything."""

    def __init__(
        self,
        browsing: Browsing,
        ledger: Ledger,
        make_session: Callable[[OnScreen, Method], EngagementSession],
        choosing: Choosing,
        make_room: Callable[[EngagementSession, ConsoleWindow], RoomControl],
        locking: Locking,
    ) -> None:
        """`make_room` is called when the room is first wanted."""
        super().__init__()
        self.setObjectName("console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Clearway")
        self.setMinimumSize(*SMALLEST)
        self._browsing, self._ledger = browsing, ledger
        self._make_session, self.settings = make_session, SettingsDoor(self, choosing)
        self.door = RoomDoor(lambda session: make_room(session, self), self)
        self.look = Look(self, choosing, HOUSE_COLOUR)  # before anything is in the window: that would wear it twice
        self.session: EngagementSession | None = None
        self.step, self.rail = Step.LIBRARY, Rail()
        self.banner, self.bars = Banner(), QVBoxLayout()
        self.bars.addWidget(self.banner)
        self.past = PastDoor(self)
        self.library_page = LibraryPage(browsing, self.look.theme, choosing)
        self.shelf = PageShelf(self.library_page)
        self.pages = self.shelf.made
        self.lock = LockCover(self, locking, rail_beside(self.rail, self.bars, self.shelf))
        self._last_save = LastSave(self, ledger, self.banner.warn_before_closing, self.close)
        self._keyboard, self._across = KeysAsMeant(self), PortfolioDoor(self, browsing)
        self._reply_drop = ReplyDrop(self)
        self._resized = QTimer(self, singleShot=True, interval=80)
        self._resized.timeout.connect(self._fit_type)
        self._connect()
        self.rail.fit(self.look.scale)

    def open_engagement(self, opened: Opened) -> None:
        """Shows another engagement, where its work goes on, or the same anew: with what leaving it finishes."""
        self._leave_engagement()
        shown = self._ledger.brought_up_to_date(opened.engagement, opened.acts, opened.written)
        self.follow(session := self._make_session(shown, opened.method))
        self.go_to(step_to_open_on(session))

    def follow(self, session: EngagementSession | None) -> None:
        """Is about that engagement from now on, or about none."""
        self.session = session
        for signal, slot in self._listeners(session) if session is not None else ():
            signal.connect(slot)
        self.rail.show_session(session)
        self._dress()

    def go_to(self, step: Step) -> None:
        """Brings a page to the front, making it first where need be."""
        if self.session is None and step is not Step.LIBRARY:
            return
        uncover(self)
        self.banner.put_away(unless=self.step in (step, Step.LIBRARY))
        self.step = step
        self.rail.show_step(step)
        self.shelf.bring_to_front(self.library_page if step is Step.LIBRARY else self._made(step))
        self.past.put_away()
        if step is not Step.LIBRARY:
            self._turn_room()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Waits until everything is on disk; with a disk that refuses it says so, and closing again lets go."""
        typed_in = keyboard_in(self)
        self.come_to_rest()
        if self._ledger.unsaved and not self.banner.warned_before_closing:
            event.ignore()
            give_keyboard(typed_in)
            self._last_save.wait()
            return
        self.leave()

    def come_to_rest(self) -> None:
        """A field that waits for its end to be understood ends here, and the agenda's clock stops with the app."""
        if field := self.focusWidget():
            field.clearFocus()
        self.past.come_back()
        self.rail.pace.stop()

    def leave(self) -> None:
        """Ends what pages and room have under way."""
        self._reply_drop.leave()
        self.shelf.leave()
        self.door.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._resized.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keyboard.listen()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._reply_drop.look_at(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._reply_drop.look_at(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed(self, SHORTCUTS, event):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.rail.wanted.connect(self.go_to)
        self.rail.keys_wanted.connect(self.show_keys)
        self.rail.history_wanted.connect(self.past.toggle)
        self.rail.theme_wanted.connect(self.settings.toggle_theme)
        self.rail.undo_wanted.connect(lambda: self.history().undo())
        self.rail.redo_wanted.connect(lambda: self.history().redo())
        self.rail.room.live_wanted.connect(lambda: self.show_room())
        self.rail.room.window_wanted.connect(partial(self.show_room, in_window=True))
        self.rail.unclear.wanted.connect(self.go_to_place)
        self.rail.room.check_wanted.connect(self.check_room)
        self.shelf.moved.connect(self._turn_room)
        self.shelf.passed.connect(self._go_beside)
        self.shelf.place_wanted.connect(self.go_to_place)
        self.door.stepped.connect(self._step)
        self.door.field_left.connect(lambda: self.page.take_keys())
        self.banner.follow(self._ledger)
        self._browsing.opened.connect(self.open_engagement)
        self._browsing.refused.connect(self.banner.notice)
        self._browsing.told.connect(self.banner.notice)
        self.banner.dismissed.connect(lambda: self.page.take_keys())
        for owner, acts in ((self, SHORTCUTS), (self.rail.pace, self.rail.pace.keys)):
            take_everywhere(owner, acts, self, Qt.ShortcutContext.WindowShortcut)

    def wear(self) -> None:
        """Light or dark, contrast and size of type, as they are set by now."""
        self.look.wear()
        self._fit_type()
        self._dress()

    def make_ahead(self) -> bool:
        """Makes a page that will be wanted, while nobody works; whether there was one to make."""
        if self.session is None or self.session.past is not None or self.lock.closed:
            return False
        return self.shelf.make_ahead(self.session, self.look.theme)

    def _made(self, step: Step) -> Page:
        if self.session is None:
            raise LookupError("a page of an engagement needs one to be open")
        return self.pages.get(step) or self.shelf.make(step, self.session, self.look.theme)

    def go_to_place(self, step: Step, place_id: str, field: str = "") -> None:
        """Goes to a page, and to what has that id on it."""
        self.go_to(step)
        self.pages[step].show_at(place_id, field)

    def _go_beside(self, passed: Step, steps: int) -> None:
        if self.step is passed:
            self.go_to(passed.beside(steps))

    @cached_property
    def keys(self) -> KeysOverlay:
        """Lies over the window while it is asked for."""
        from desktop.console.keys_overlay import KeysOverlay

        return KeysOverlay(self)

    def show_keys(self) -> None:
        """Which key does what here."""
        from desktop.console.key_table import keys_everywhere

        self.keys.show_acts(self.page.key_acts(), keys_everywhere())

    def show_room(self, *, in_window: bool = False) -> None:
        """Shows the room what the facilitator is on; `in_window` for a call, where a window can be shared."""
        show = self.door.show_in_window if in_window else self.door.show
        if self.session is not None and not self.past.kept_from_room():
            show(self.session, self.pages.get(self.step))

    def check_room(self) -> None:
        """Which screen is the projector, the clicker, a chart for the last row."""
        if self.session is not None:
            self.door.check(self.session, self.pages.get(self.step), self.look.theme, self)

    def _turn_room(self) -> None:
        if self.session is not None and self.session.past is None:
            self.door.turn(self.pages.get(self.step))

    def _step(self, steps: int) -> None:
        if "keys" in vars(self):
            self.keys.put_away()
        if (page := self.pages.get(self.step)) and not self.lock.closed:
            page.step(steps)

    def _leave_engagement(self) -> None:
        uncover(self)
        self._reply_drop.leave()
        self.door.close()
        self.past.put_away()
        self.past.come_back()
        if self.session is not None:
            for signal, slot in self._listeners(self.session):
                signal.disconnect(slot)
            self.session.leave()
        self.shelf.clear()

    def _listeners(self, session: EngagementSession) -> list[tuple[SignalInstance, Callable[..., None]]]:
        return [
            *((asked, session.reload) for asked in (self._browsing.altered, self._ledger.late)),
            (session.gone, self._close_engagement),
            (session.noticed, self.banner.notice),
            (session.stepped, self.banner.stepped),
            (session.heard, self._dress),
            (session.heard, self._turn_room),
        ]

    def _close_engagement(self) -> None:
        """The engagement is no longer in the library: undo took it out."""
        self._leave_engagement()
        self.follow(None)
        self.go_to(Step.LIBRARY)

    def history(self) -> EngagementSession | Browsing:
        """Whose acts undo takes back here: those in the engagement, or those on whole engagements."""
        return self._browsing if self.session is None or self.step is Step.LIBRARY else self.session

    def begin(self) -> None:
        """A new engagement."""
        self.go_to(Step.LIBRARY)
        self.library_page.begin()

    def escape(self) -> None:
        """Leaves what is innermost: the field, what is open on the page; holds the room where nothing is left."""
        if not (left_field(self, self.page.take_keys) or self.page.step_out()):
            self.door.hold()

    @property
    def page(self) -> Page | LibraryPage:
        """The page in front."""
        return self.past.page or self.pages.get(self.step) or self.library_page

    def _fit_type(self) -> None:
        if self.look.fit(self.width()):
            self.rail.fit(self.look.scale)
            self._dress()

    def _dress(self) -> None:
        """Colours and type for this brand, theme and size, where they differ from what is worn."""
        self.lock.show_title(self.session.engagement.pilot.name if self.session is not None else "")
        if not self.look.dress(self.session.engagement.brand.primary if self.session else HOUSE_COLOUR):
            return
        self.shelf.show_theme(self.look.theme)
        if self.past.page:
            self.past.page.show_theme(self.look.theme)
        self.door.wear(self.look.theme.dark)
