"""What the window wears: theme, brand and size of type."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from desktop.system.choosing import Choosing
from desktop.theme import Theme, make_theme, palette, style_sheet
from desktop.widgets.parts.act import CapsFollowTyping

LARGE_FROM = 1500
"""Pixels of width from which the type is set larger."""

LARGE_SCALE = 1.2

SMALLEST = (1000, 580)
"""Pixels of the window: a laptop of 1366×768 at 125 % has 1093×614, less its task bar."""


class Look:
    """Writes a window's style sheet anew only where something of it changed: it costs a pass over every widget."""

    def __init__(self, window: QWidget, choosing: Choosing, brand: str) -> None:
        """Dresses the window in the brand's colour, as #RRGGBB."""
        self._window, self._choosing = window, choosing
        self._caps = CapsFollowTyping(window)
        self._worn: tuple[bool, bool, str, float] | None = None
        self.wear()
        self.scale = self._size
        self.theme: Theme
        self.dress(brand)

    def wear(self) -> None:
        """What is set by now, with the next `fit` and `dress`: both are asked too often to look it up each time."""
        self._dark, self._high_contrast = self._choosing.dark, self._choosing.high_contrast
        self._size = self._choosing.type_size

    def fit(self, width: int) -> bool:
        """Takes the size of type for a width in pixels; whether it is another one."""
        before, self.scale = self.scale, self._size * (LARGE_SCALE if width >= LARGE_FROM else 1.0)
        return before != self.scale

    def dress(self, brand: str) -> bool:
        """Puts on the brand's colour, as #RRGGBB; whether anything changed."""
        wanted = (self._dark, self._high_contrast, brand, self.scale)
        if wanted == self._worn:
            return False
        self._worn = wanted
        self.theme = make_theme(self._dark, brand, high_contrast=self._high_contrast)
        QApplication.setPalette(palette(self.theme))  # a window's own does not reach what a style sheet has dressed
        self._window.setStyleSheet(style_sheet(self.theme, self.scale))
        return True
