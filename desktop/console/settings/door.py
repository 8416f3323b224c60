"""Between the console and what is set for this computer: the card that shows it, and what follows a change at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.console.steps import Step
from desktop.settings import CONTRAST, PAGE_SIZE, THEME, TYPE_SIZE, Setting
from desktop.system.choosing import Choosing
from desktop.words import gettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.console.window import ConsoleWindow
    from desktop.view_models.hub.meeting import HubMeeting
    from desktop.view_models.library.backing import Backing


class SettingsDoor(QObject):
    """The card is loaded when it is first asked for."""

    def __init__(self, window: ConsoleWindow, choosing: Choosing) -> None:
        super().__init__(window)
        self._window, self.choosing = window, choosing
        self.library: Path | None = None
        """Where the library lies."""
        self.backing: Backing | None = None
        self.hub: HubMeeting | None = None
        self._wanted: Callable[[], None] | None = None
        """What was asked of the hub before it was there."""
        choosing.changed.connect(self._heed)

    def open(self, at: Setting | None = None) -> None:
        """Shows what is set, and where things are kept, with the keyboard on what is set `at`."""
        from desktop.console.settings.card import SettingsCard

        if not self._window.lock.closed and not self._window.findChildren(SettingsCard):
            card = SettingsCard(self, self._window)
            if at is not None:
                card.fields[at].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def locked(self) -> bool:
        """Whether the library has a passphrase."""
        return self._window.lock.model.has_passphrase

    def show_passphrase(self) -> None:
        """Where it is set, changed and removed."""
        self._window.lock.show_card()

    def follow_hub(self, hub: HubMeeting) -> None:
        """Shows how library and hub stand, quietly, and what comes from there."""
        window, mark = self._window, self._window.rail.hub
        self.hub = hub
        hub.changed.connect(self._show_hub)
        hub.told.connect(window.banner.notice)
        mark.clicked.connect(self._seen_to_hub)
        self._show_hub()

    def take_hub(self, hub: HubMeeting) -> None:
        """It is there, once the library has answered: does what was asked of it meanwhile."""
        self.hub = hub
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted()

    def meet_hub(self) -> None:
        """Meets the hub now; without one, shows where one is joined."""
        if self.hub is None:
            self._wanted = self.meet_hub
        elif self.hub.joined:
            self.hub.meet()
        else:
            self.open_hub()

    def _show_hub(self) -> None:
        session, hub = self._window.session, self.hub
        if hub is not None:
            self._window.rail.hub.show_meeting(hub, session.engagement.id if session else "")

    def _seen_to_hub(self) -> None:
        """What has to be chosen is shown first, else the settings."""
        package = next(iter(self.hub.held.values()), None) if self.hub else None
        taking = self._window.library_page.take_held(package) if package is not None else None
        if taking is not None and self.hub is not None:
            taking.taken.connect(self.hub.meet)
        elif package is None:
            self.open_hub()

    def open_hub(self) -> None:
        """Shows how library and hub stand, or where one is joined."""
        from desktop.console.hub.card import HubCard

        if self.hub is not None and not self._window.lock.closed and not self._window.findChildren(HubCard):
            HubCard(self.hub, self._window, self.open_people)

    def share(self) -> None:
        """Shows who has the engagement that one is on; where there is none, or no hub, how that stands."""
        window = self._window
        if self.hub is None:
            self._wanted = self.share
        elif not self.hub.joined:
            self.open_hub()
        elif window.session is not None and window.step is not Step.LIBRARY:
            one = window.session.engagement
            self.open_people(one.id, _name(one.client.name, one.pilot.name))
        elif (entry := window.library_page.chosen()) is not None:
            self.open_people(entry.id, _name(entry.client, entry.pilot))
        else:
            self.open_hub()

    def open_people(self, engagement_id: str, name: str) -> None:
        """Shows who is in that engagement on the hub."""
        from desktop.console.hub.people_card import PeopleCard
        from desktop.view_models.hub.sharing import HubSharing

        if self.hub is not None and not self._window.lock.closed and not self._window.findChildren(PeopleCard):
            PeopleCard(HubSharing(self.hub, engagement_id, name), self._window)

    def guide(self) -> None:
        """Shows the guide."""
        from desktop.console.settings.guide import GuideCard

        if not self._window.lock.closed and not self._window.findChildren(GuideCard):
            GuideCard(self._window)

    def toggle_theme(self) -> None:
        """Light to dark and back."""
        self.choosing.choose(THEME, "light" if self._window.look.theme.dark else "dark")

    def _heed(self, setting: Setting) -> None:
        if setting in (THEME, CONTRAST, TYPE_SIZE):
            self._window.wear()
        elif setting is PAGE_SIZE and self._window.session is not None:
            self._window.session.paper = self.choosing.value(setting)
            if report := self._window.pages.get(Step.REPORT):
                report.take_paper(self._window.session.paper)


def _name(client: str, pilot: str) -> str:
    return gettext("{client}, {pilot}").format(client=client, pilot=pilot)
