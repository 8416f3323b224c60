"""Between the console and what is set for this computer: the card that shows it, and what follows a change at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.console.steps import Step
from desktop.settings import PAGE_SIZE, THEME, Setting
from desktop.system.choosing import Choosing

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.console.window import ConsoleWindow
    from desktop.view_models.library.backing import Backing


class SettingsDoor(QObject):
    """The card is loaded when it is first asked for."""

    def __init__(self, window: ConsoleWindow, choosing: Choosing) -> None:
        super().__init__(window)
        self._window, self.choosing = window, choosing
        self.library: Path | None = None
        """Where the library lies."""
        self.backing: Backing | None = None
        choosing.changed.connect(self._heed)

    def open(self) -> None:
        """Shows what is set, and where things are kept."""
        from desktop.console.settings.card import SettingsCard

        if not self._window.lock.closed and not self._window.findChildren(SettingsCard):
            SettingsCard(self, self._window)

    def guide(self) -> None:
        """Shows the guide."""
        from desktop.console.settings.guide import GuideCard

        if not self._window.lock.closed and not self._window.findChildren(GuideCard):
            GuideCard(self._window)

    def toggle_theme(self) -> None:
        """Light to dark and back."""
        self.choosing.choose(THEME, "light" if self._window.look.theme.dark else "dark")

    def _heed(self, setting: Setting) -> None:
        if setting is THEME:
            self._window.wear(dark=self.choosing.dark)
        elif setting is PAGE_SIZE and self._window.session is not None:
            self._window.session.paper = self.choosing.value(setting)
            if report := self._window.pages.get(Step.REPORT):
                report.take_paper(self._window.session.paper)
