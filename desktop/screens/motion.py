"""Whether the system asks for reduced motion. Qt 6.11 does not tell, so each platform is asked in its own way."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QProcess

from desktop.screens.awake import has_session_bus

PATIENCE = 200
"""Milliseconds for a desktop to answer; one that takes longer has no say."""
CLIENT_AREA_ANIMATION = 0x1042
"""Windows' SPI_GETCLIENTAREAANIMATION."""

PORTAL = "org.freedesktop.portal.Desktop"
STILL_BY: tuple[tuple[str, str, Callable[[Any], bool]], ...] = (
    ("org.freedesktop.appearance", "reduced-motion", lambda value: value == 1),
    ("org.gnome.desktop.interface", "enable-animations", lambda value: value is False),
    ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", lambda value: value in ("0", "0.0", 0)),
)
"""Settings of Linux desktops: namespace, key, and when it asks for stillness."""


def wants_stillness() -> bool:
    """Whether nothing should move that need not. False where the system cannot be asked."""
    if sys.platform == "win32":
        return windows_is_still(ctypes.windll.user32.SystemParametersInfoW)
    if sys.platform == "darwin":
        return mac_is_still()
    return desktop_is_still()


def windows_is_still(parameters_info: Callable[..., int]) -> bool:
    """`parameters_info` is SystemParametersInfoW."""
    animated = ctypes.c_int(1)
    return bool(parameters_info(CLIENT_AREA_ANIMATION, 0, ctypes.byref(animated), 0)) and not animated.value


def mac_is_still() -> bool:
    """What stands under Accessibility, Display."""
    process = QProcess()
    process.start("defaults", ["read", "com.apple.universalaccess", "reduceMotion"])
    answered = process.waitForFinished(PATIENCE)
    return answered and bytes(process.readAllStandardOutput().data()).strip() == b"1"


def desktop_is_still() -> bool:
    """What a Linux desktop's settings portal says."""
    if not has_session_bus():
        return False
    try:
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant
    except ImportError:
        return False
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    for namespace, key, asks in STILL_BY:
        path, interface = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
        call = QDBusMessage.createMethodCall(PORTAL, path, interface, "Read")
        call.setArguments([namespace, key])
        answer = bus.call(call, QDBus.CallMode.Block, PATIENCE)
        if answer.type() is not QDBusMessage.MessageType.ReplyMessage or not answer.arguments():
            continue
        value = answer.arguments()[0]
        while isinstance(value, QDBusVariant):
            value = value.variant()
        if asks(value):
            return True
    return False
