"""Putting a window on a screen, by the order of calls that works after screens have changed as well."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget


def put_full_screen(window: QWidget, screen: QScreen, *, activate: bool) -> None:
    """Covers `screen` with the window. Without `activate` the keys go on to where they went."""
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not activate)
    if window.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
        # a window that was full screen before ignores setGeometry until it was hidden and shown as a normal one
        window.hide()
        window.setScreen(screen)
        window.setGeometry(screen.geometry())  # else showNormal would flash it where it was left
        window.showNormal()
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
    if activate:
        window.raise_()
        window.activateWindow()


def move_to_screen(window: QWidget, screen: QScreen) -> None:
    """Moves a window of ordinary size to the same place on another screen."""
    offset = window.pos() - window.screen().geometry().topLeft()
    window.setScreen(screen)
    window.move(screen.geometry().topLeft() + offset)
