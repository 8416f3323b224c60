"""The colours for what is drawn by hand."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget


def inks(widget: QWidget) -> QPalette:
    """Those of the window that it stands in: of its own palette a style sheet leaves only what the sheet names."""
    return widget.window().palette()
