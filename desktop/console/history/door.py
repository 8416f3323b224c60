"""Between the console and what was: the page of the history, and the bar above what is only looked at."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.widgets.labels import button
from desktop.widgets.parts.bar import Bar
from desktop.words import gettext, spoken
from models.values.months import weekday_and_date

if TYPE_CHECKING:
    from desktop.console.history.page import HistoryPage
    from desktop.console.window import ConsoleWindow
    from models.engagement.engagement import Engagement


class PastBar(Bar):
    """Says above every page that what it shows is past, and leads back."""

    def __init__(self) -> None:
        back, restore = button(gettext("Back to now"), key="Ctrl+H"), button(gettext("Restore this state"), "quiet")
        super().__init__(restore, back)
        self.back, self.restore = back, restore


class PastDoor(QObject):
    """One engagement at a time. While one looks at what was, the room keeps its page."""

    def __init__(self, window: ConsoleWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page: HistoryPage | None = None
        """The page of the history while it is in front."""
        self.bar = PastBar()
        window.bars.addWidget(self.bar)
        self.bar.back.clicked.connect(self.toggle)
        self.bar.restore.clicked.connect(self._restore_shown)
        self._shown: tuple[Engagement, datetime] | None = None

    def toggle(self) -> None:
        """To the history; back to now from what was, and to the page one came from."""
        window, session = self._window, self._window.session
        if session is None:
            return
        if self.page is not None:
            window.go_to(window.step)
            return
        self.come_back()
        from desktop.console.history.page import HistoryPage

        self.page = HistoryPage(session, window.look.theme)
        self.page.place_wanted.connect(window.go_to_place)
        self.page.open_wanted.connect(self._open)
        self.page.restore_wanted.connect(self._restore)
        window.shelf.bring_to_front(self.page)

    def put_away(self) -> None:
        """Another page comes to the front."""
        if self.page is not None:
            page, self.page = self.page, None
            page.leave()
            page.setParent(None)
            page.deleteLater()

    def come_back(self) -> None:
        """What is shown is what is now."""
        self._shown = None
        self.bar.hide()
        if self._window.session is not None:
            self._window.session.come_back()

    def stand_as(self, before: PastDoor) -> None:
        """What was is looked at on, and so is the history, in another language."""
        if before._shown is not None:
            self._open(*before._shown)
        elif before.page is not None:
            self.toggle()

    def kept_from_room(self) -> bool:
        """Whether the room is not to be shown what is in front, because it is past; says so."""
        past = self._window.session is not None and self._window.session.past is not None
        if past:
            self._window.banner.notice(gettext("The room is shown what is now: go back to it first."))
        return past

    def _open(self, then: Engagement, when: datetime) -> None:
        window, session = self._window, self._window.session
        if session is None:
            return
        self._shown = (then, when)
        here = when.astimezone()
        day = weekday_and_date(here.date(), spoken())
        text = gettext("As it was on {day} at {time}, to be looked at only. The room keeps its page.")
        session.visit(then, when)
        if self.page is None or not self.page.go_there():
            window.go_to(window.step)
        self.bar.say(text.format(day=day, time=f"{here:%H:%M}"))

    def _restore_shown(self) -> None:
        if self._shown is not None:
            self._restore(*self._shown)

    def _restore(self, then: Engagement, when: datetime) -> None:
        window, session = self._window, self._window.session
        if session is None:
            return
        self.come_back()
        window.go_to(window.step)
        from desktop.view_models.past.restoring import restore

        if restore(session, then, when):
            window.banner.notice(gettext("It is again what it was then. Undo takes that back."))
