"""What is set for this computer, as the windows read and set it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.settings import THEME, Setting


class Choosing(QObject):
    """`changed` carries the `Setting` that holds anew."""

    changed = Signal(object)

    def __init__(self, kept: QSettings) -> None:
        super().__init__()
        self._kept = kept

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
