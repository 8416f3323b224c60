"""Tells when the machine is about to sleep, as when its lid is closed; on Linux, where logind says so."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import SLOT, QObject, Slot

_SOCKETS = ("/run/dbus/system_bus_socket", "/var/run/dbus/system_bus_socket")
LOGIND = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep")


class Sleeping(QObject):
    """Calls `asleep` just before."""

    def __init__(self, parent: QObject, asleep: Callable[[], None]) -> None:
        super().__init__(parent)
        self._asleep = asleep

    def listen(self, address: str = "") -> None:
        """From now on, where the system has such a bus; it is the system's own unless another address is given."""
        if not address and not (sys.platform.startswith("linux") and any(Path(s).exists() for s in _SOCKETS)):
            return
        try:
            from PySide6.QtDBus import QDBusConnection
        except ImportError:
            return
        bus = QDBusConnection.connectToBus(address, "clearway") if address else QDBusConnection.systemBus()
        if bus.isConnected():
            path, interface, signal = LOGIND
            bus.connect("", path, interface, signal, self, SLOT("prepare(bool)"))  # type: ignore[call-overload]  # text at run time

    @Slot(bool)
    def prepare(self, begins: bool) -> None:
        """What logind says, at both ends of the sleep."""
        if begins:
            self._asleep()
