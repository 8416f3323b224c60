"""A screen reader's way to Clearway, on a session bus of its own: says what it is told of each page, one a line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, MessageType, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

CHILD = Path(__file__).with_name("reader_child.py")
ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
SHOWING, FOCUSABLE = 25, 11
"""Places of the states in AT-SPI's set."""


class Reader:
    """Asks the accessibility bus."""

    def __init__(self) -> None:
        session = open_dbus_connection("SESSION")
        bus = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
        (address,) = asked(session, new_method_call(bus, "GetAddress"))
        self._bus = open_dbus_connection(address)

    def called(self, owner: str, path: str, method: str) -> Any:
        return asked(self._bus, new_method_call(DBusAddress(path, owner, ACCESSIBLE), method))[0]

    def name(self, owner: str, path: str, role: str) -> str:
        """Of a field of choices the description: its name is what is chosen."""
        key = "Description" if role == "combo box" else "Name"
        found = asked(self._bus, Properties(DBusAddress(path, owner, ACCESSIBLE)).get(key))[0]
        return str(found[1])

    def shown(self, owner: str, path: str) -> Iterator[tuple[str, str, bool]]:
        """Role, name, and whether the keyboard can go there, of everything in sight below."""
        low, high = self.called(owner, path, "GetState")
        states = low | high << 32
        role = str(self.called(owner, path, "GetRoleName"))
        if not states >> SHOWING & 1:
            return
        yield role, self.name(owner, path, role), bool(states >> FOCUSABLE & 1)
        for child_owner, child in self.called(owner, path, "GetChildren"):
            yield from self.shown(child_owner, child)

    def clearway(self) -> tuple[str, str]:
        """The window of the one program there is."""
        programs = self.called("org.a11y.atspi.Registry", ROOT, "GetChildren")
        (window,) = [child for owner, path in programs for child in self.called(owner, path, "GetChildren")]
        return window


def asked(bus: DBusConnection, message: Any) -> tuple[Any, ...]:
    reply = bus.send_and_get_reply(message, timeout=20)
    if reply.header.message_type is MessageType.error:
        raise RuntimeError(reply.body)
    return reply.body


def main(pages: list[str]) -> int:
    """Says [page, role, name, focusable] of each thing in sight."""
    folder = pages.pop(0)
    around = {**os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"}
    command = [sys.executable, str(CHILD), folder]
    with subprocess.Popen(command, env=around, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdout.readline()
        reader = Reader()
        for page in pages:
            child.stdin.write(f"{page}\n")
            child.stdin.flush()
            child.stdout.readline()
            for found in reader.shown(*reader.clearway()):
                print(json.dumps([page, *found]))
        child.stdin.close()
    return child.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
