"""What is set for this computer, as the windows read and set it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QApplication

from desktop.settings import CONTRAST, MOTION, THEME, TYPE_SIZE, Setting


class Choosing(QObject):
    """`changed` carries the `Setting` that holds anew."""

    changed = Signal(object)

    def __init__(self, kept: QSettings, system_is_still: Callable[[], bool] = lambda: False) -> None:
        """`system_is_still`: whether the system asks for reduced motion; asked once, when it is first of interest."""
        super().__init__()
        self._kept, self._system_is_still = kept, cache(system_is_still)
        self._system = QApplication.styleHints()  # PySide takes what belongs to it for gone where nobody keeps it
        self._system.colorSchemeChanged.connect(self._turned)
        self._system.accessibility().contrastPreferenceChanged.connect(self._sharpened)

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
        return theme == "dark" if theme != "system" else self._system.colorScheme() is Qt.ColorScheme.Dark

    @property
    def high_contrast(self) -> bool:
        """Whether the windows are to be of high contrast; the system says it unless somebody does."""
        wanted = self._system.accessibility().contrastPreference()
        return self.value(CONTRAST) == "high" or wanted is Qt.ContrastPreference.HighContrast

    @property
    def type_size(self) -> float:
        """How large type is wanted, beside what fits the window."""
        return int(self.value(TYPE_SIZE)) / 100

    def still(self) -> bool:
        """Whether nothing is to move that need not; the system says it unless somebody does."""
        return self.value(MOTION) == "none" or self._system_is_still()

    def _turned(self) -> None:
        """The system went light or dark."""
        self.changed.emit(THEME)

    def _sharpened(self) -> None:
        """The system asks for high contrast, or no longer."""
        self.changed.emit(CONTRAST)
