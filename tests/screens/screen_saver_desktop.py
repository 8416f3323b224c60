"""A desktop's screen saver service, and a Clearway that asks it; run on a session bus of its own by test_awake.py."""

from __future__ import annotations

import os

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServiceWatcher, QDBusVirtualObject

from desktop.screens.awake import KeepAwake

NAME, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"


class Desktop(QDBusVirtualObject):
    """Answers as a desktop does, and notices when the one that asked is gone from the bus."""

    def __init__(self) -> None:
        super().__init__()
        self.bus = QDBusConnection.sessionBus()
        watching = QDBusServiceWatcher.WatchModeFlag.WatchForUnregistration
        self.watcher = QDBusServiceWatcher("", self.bus, watching)
        self.watcher.serviceUnregistered.connect(self.gone)
        self.bus.registerVirtualObject(PATH, self)
        self.bus.registerService(NAME)

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if (message.interface(), message.member(), message.signature()) != (NAME, "Inhibit", "ss"):
            return False
        print(f"asked by {message.arguments()[0]}", flush=True)
        self.watcher.addWatchedService(message.service())
        reply = message.createReply()
        reply.setArguments([7])
        return connection.send(reply)

    def gone(self) -> None:
        print("let go", flush=True)
        QCoreApplication.exit(0)


def main() -> int:
    os.environ["PATH"] = ""  # nobody but the desktop to ask
    application = QCoreApplication([])
    desktop = Desktop()
    awake = KeepAwake()

    def answered() -> None:
        if awake.held:
            print("held", flush=True)
            QTimer.singleShot(0, awake.stop)

    awake.changed.connect(answered)
    awake.start()
    QTimer.singleShot(10_000, lambda: application.exit(9))
    status = application.exec()
    del desktop
    return status


if __name__ == "__main__":
    raise SystemExit(main())
