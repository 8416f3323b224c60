"""Between the console and the room: opens the room view when it is first wanted and keeps it on the right page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.view_models.room.showing import Showing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.console.page import Page
    from desktop.console.presenting.control import RoomControl
    from desktop.theme import Theme
    from desktop.view_models.session import EngagementSession


class RoomDoor(QObject):
    """One engagement at a time; `control` is None until the room is shown or checked."""

    stepped = Signal(int)
    field_left = Signal()

    def __init__(self, make_room: Callable[[EngagementSession], RoomControl], parent: QObject) -> None:
        super().__init__(parent)
        self._make_room = make_room
        self.control: RoomControl | None = None
        self._chart = False

    def show(self, session: EngagementSession, page: Page | None) -> None:
        """Goes live, from whatever page the facilitator is on."""
        control = self.opened(session)
        self.turn(page)
        control.go_live()

    def show_in_window(self, session: EngagementSession, page: Page | None) -> None:
        """The same, in a window like any other."""
        control = self.opened(session)
        self.turn(page)
        control.go_live_in_window()

    def opened(self, session: EngagementSession) -> RoomControl:
        """The room's control, made where need be; nothing is shown to anybody yet."""
        if self.control is None:
            return self._lead(self._make_room(session))
        return self.control

    def take_over(self, control: RoomControl, page: Page | None) -> None:
        """Leads that room on, from the page it was led from, in another language.

        A room that is held on what the facilitator has left keeps that word for word: there is nothing to say it anew.
        """
        left_behind = not control.presenter.on_the_same
        self._lead(control)
        self.turn(page)
        if not left_behind:
            control.speak_anew()

    def turn(self, page: Page | None) -> None:
        """The room follows: it sees the page only where the page says what of it."""
        if self.control is None:
            return
        presenter = self.control.presenter
        room_page = page.room_page(presenter) if page else presenter.welcome()
        from desktop.view_models.room.pages import RoomChart

        comes_next = page.comes_next() if page and not self._chart else ""
        self.control.turn_to(RoomChart() if self._chart else room_page, comes_next)

    def show_chart(self, shown: bool, page: Page | None) -> None:
        """Shows the legibility chart to the room instead of any page, or no longer."""
        self._chart = shown
        self.turn(page)
        if self.control is not None and shown:
            self.control.go_live()

    def check(self, session: EngagementSession, page: Page | None, theme: Theme, console: QWidget) -> None:
        """Opens the room check over the console, unless it lies there."""
        from desktop.console.presenting.check_overlay import RoomCheckOverlay

        if not any(overlay.isVisible() for overlay in console.findChildren(RoomCheckOverlay)):
            RoomCheckOverlay(self.opened(session), partial(self.show_chart, page=page), theme, console)

    def wear(self, dark: bool) -> None:
        """The light or the dark look."""
        if self.control is not None:
            self.control.presenter.wear(dark)

    def hold_live(self) -> None:
        """Keeps a room that follows where it is; nothing happens to one that does not."""
        if self.control is not None and self.control.presenter.showing is Showing.LIVE:
            self.control.presenter.hold()

    def hold(self) -> None:
        """Keeps the room where it is, and uncovers the console."""
        if self.control is not None and self.control.presenter.presenting:
            self.control.hold()

    def end(self) -> None:
        """Shows the room nothing any more."""
        if self.control is not None:
            self.control.end()

    def _lead(self, control: RoomControl) -> RoomControl:
        self.control = control
        control.stepped.connect(self.stepped)
        control.field_left.connect(self.field_left)
        return control

    def close(self) -> None:
        """For good: the engagement is left."""
        self._chart = False
        if self.control is not None:
            self.control.close()
            self.control = None
