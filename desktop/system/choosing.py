"""What is set for this computer, as the windows read and set it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.settings import MOTION, THEME, Setting


class Choosing(QObject):
    """`changed` carries the `Setting` that holds anew."""

    changed = Signal(object)

    def __init__(self, kept: QSettings, system_is_still: Callable[[], bool] = lambda: False) -> None:
        """`system_is_still`: whether the system asks for reduced motion; asked once, when it is first of interest."""
        super().__init__()
        self._kept, self._system_is_still = kept, cache(system_is_still)

    @property
    def kept(self) -> QSettings:
        """Where it is kept, for what remembers something of its own."""
        return self._kept

    def value(self, setting: Setting) -> str:
        """What holds."""
        return setting.read(self._kept.value(setting.key))

    def choose(self, setting: Setting, value: str) -> None:
        """Sets it, where it is not what holds already."""
        if value != self.value(setting):
            self._kept.setValue(setting.key, value)
            self.changed.emit(setting)

    @property
    def dark(self) -> bool:
        """Whether the windows are to be dark; the system says it unless somebody does."""
        theme = self.value(THEME)
        return theme == "dark" if theme != "system" else QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def still(self) -> bool:
        """Whether nothing is to move that need not; the system says it unless somebody does."""
        return self.value(MOTION) == "none" or self._system_is_still()
