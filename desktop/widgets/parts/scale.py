"""Pixels beside type: what is drawn by hand grows with the words it stands beside."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QWidget

from desktop.system.fonts import SERIF
from desktop.theme import TYPE_SCALE


def scale_of(widget: QWidget) -> float:
    """How large the widget's body type is set; 1 at a scale of 1."""
    size = widget.font().pixelSize()
    return (size if size > 0 else QFontInfo(widget.font()).pixelSize()) / TYPE_SCALE["body"]


def scaled(widget: QWidget, pixels: float) -> int:
    """So many pixels at a scale of 1."""
    return max(round(pixels * scale_of(widget)), 1) if pixels > 0 else round(pixels)


def sized(font: QFont, name: str, *, bold: bool = False, serif: bool = False) -> QFont:
    """The type of that name in the scale, beside body text in `font`.

    Always the same object: a font that is made anew looks for its letters anew, which takes as long as drawing them.
    """
    return _sized(QFont(font), name, bold, serif)  # that of an option goes with the option


@lru_cache(maxsize=256)
def _sized(font: QFont, name: str, bold: bool, serif: bool) -> QFont:
    size = font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()
    made = QFont(SERIF) if serif else QFont(font)
    made.setPixelSize(max(round(size * TYPE_SCALE[name] / TYPE_SCALE["body"]), TYPE_SCALE["key"]))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made
