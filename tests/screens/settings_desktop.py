"""A desktop's settings portal, and a Clearway that asks it; run on a session bus of its own by test_motion.py."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QProcess
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant, QDBusVirtualObject

from desktop.screens.motion import PORTAL

SETTINGS = {
    "portal": ("org.freedesktop.appearance", "reduced-motion", 1),
    "gnome": ("org.gnome.desktop.interface", "enable-animations", False),
    "gnome-moves": ("org.gnome.desktop.interface", "enable-animations", True),
    "kde": ("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0"),
    "none": ("", "", None),
}


class Desktop(QDBusVirtualObject):
    """Knows one setting."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.namespace, self.key, self.value = SETTINGS[name]
        bus = QDBusConnection.sessionBus()
        bus.registerVirtualObject("/org/freedesktop/portal/desktop", self)
        bus.registerService(PORTAL)

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        if message.member() != "Read":
            return False
        if message.arguments() != [self.namespace, self.key]:
            return connection.send(message.createErrorReply("org.freedesktop.portal.Error.NotFound", "not here"))
        reply = message.createReply()
        reply.setArguments([QDBusVariant(self.value)])
        return connection.send(reply)


ASK = """
from PySide6.QtCore import QCoreApplication
from desktop.screens.motion import desktop_is_still
application = QCoreApplication([])
print(desktop_is_still())
"""


def main() -> int:
    application = QCoreApplication([])
    desktop = Desktop(sys.argv[1])
    clearway = QProcess()
    clearway.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedChannels)
    clearway.finished.connect(lambda code: application.exit(code))
    clearway.start(sys.executable, ["-c", ASK])
    status = application.exec()
    del desktop
    return status


if __name__ == "__main__":
    raise SystemExit(main())
