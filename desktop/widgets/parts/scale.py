"""Pixels beside type: what is drawn by hand grows with the words it stands beside."""

from __future__ import annotations

from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

from desktop.theme import TYPE_SCALE


def scale_of(widget: QWidget) -> float:
    """How large the widget's body type is set; 1 at a scale of 1."""
    size = widget.font().pixelSize()
    return (size if size > 0 else QFontInfo(widget.font()).pixelSize()) / TYPE_SCALE["body"]


def scaled(widget: QWidget, pixels: float) -> int:
    """So many pixels at a scale of 1."""
    return max(round(pixels * scale_of(widget)), 1) if pixels > 0 else round(pixels)
