"""Keeps the machine and its screens awake while something is shown to the room."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

from desktop.words import gettext

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

CONTINUOUS, SYSTEM_REQUIRED, DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2
PATIENCE = 1000
"""Milliseconds for a child to end before it is killed."""


class Way(Protocol):
    """One means of staying awake. It fails quietly."""

    @property
    def held(self) -> bool:
        """Whether it is in force."""

    def start(self) -> None:
        """Asks for it; may be in force only later."""

    def stop(self) -> None:
        """Lets go."""


class KeepAwake(QObject):
    """Start and stop; `held` says whether it worked, which on some machines is not possible."""

    changed = Signal()
    """What `held` says may be another now: some systems answer late."""

    def __init__(self, parent: QObject | None = None, ways: Sequence[Way] | None = None) -> None:
        """`ways` are those of this platform unless given."""
        super().__init__(parent)
        self._ways = list(ways_here(self) if ways is None else ways)
        self._wanted = False
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self.stop)

    @property
    def held(self) -> bool:
        """Whether the machine is being kept awake."""
        return self._wanted and any(way.held for way in self._ways)

    def start(self) -> None:
        """From now on; asking twice is asking once."""
        if not self._wanted:
            self._wanted = True
            for way in self._ways:
                way.start()
            self.changed.emit()

    def stop(self) -> None:
        """Back to what the person has set."""
        if self._wanted:
            self._wanted = False
            for way in self._ways:
                way.stop()
            self.changed.emit()


def ways_here(owner: KeepAwake) -> list[Way]:
    """Those that this platform knows."""
    if sys.platform == "win32":
        import ctypes

        return [ExecutionState(ctypes.windll.kernel32.SetThreadExecutionState)]
    if sys.platform == "darwin":
        return [Child(owner, "caffeinate", ["-di", "-w", str(os.getpid())], speaks=False)]
    why = gettext("Something is being shown to the room")
    inhibit = ["--what=idle:sleep", "--mode=block", "--who=Clearway", f"--why={why}"]
    # it runs the shell only once it holds; cat ends with the pipe to us, however we end
    return [
        Child(owner, "systemd-inhibit", [*inhibit, "sh", "-c", "echo held; exec cat >/dev/null"], speaks=True),
        ScreenSaver(owner, why),
    ]


class ExecutionState:
    """Windows: a state of the thread that asks, which ends with it."""

    def __init__(self, set_state: Callable[[int], int]) -> None:
        """`set_state` is SetThreadExecutionState."""
        self._set_state = set_state
        self.held = False

    def start(self) -> None:
        """Asks for the machine and its screens."""
        self.held = self._set_state(CONTINUOUS | SYSTEM_REQUIRED | DISPLAY_REQUIRED) != 0

    def stop(self) -> None:
        """Takes both back."""
        self._set_state(CONTINUOUS)
        self.held = False


class Child:
    """A program that keeps the machine awake for as long as it runs; it ends when we end, a crash of ours included."""

    def __init__(self, owner: KeepAwake, program: str, arguments: list[str], *, speaks: bool) -> None:
        """With `speaks` it is in force from its first word, otherwise from its start."""
        self._owner, self._program, self._arguments, self._speaks = owner, program, arguments, speaks
        self._process: QProcess | None = None
        self._spoke = False

    @property
    def held(self) -> bool:
        """Whether the program runs and has said that it holds."""
        running = self._process is not None and self._process.state() is QProcess.ProcessState.Running
        return running and (self._spoke or not self._speaks)

    def start(self) -> None:
        """Runs it, where there is such a program."""
        self.stop()
        if (path := which(self._program)) is None:
            return
        self._spoke = False
        self._process = QProcess(self._owner)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._hear)
        self._process.stateChanged.connect(self._owner.changed)
        self._process.start(path, self._arguments)

    def stop(self) -> None:
        """Ends it and waits until it has ended."""
        process, self._process = self._process, None
        if process is None:
            return
        process.stateChanged.disconnect(self._owner.changed)
        process.closeWriteChannel()
        process.terminate()
        if not process.waitForFinished(PATIENCE) and process.state() is not QProcess.ProcessState.NotRunning:
            process.kill()
            process.waitForFinished(PATIENCE)
        process.deleteLater()

    def _hear(self) -> None:
        self._spoke = True
        self._owner.changed.emit()


class ScreenSaver:
    """The desktop's own service on Linux. It lets go when our connection to it ends, however that comes about."""

    def __init__(self, owner: KeepAwake, why: str) -> None:
        self._owner, self._why = owner, why
        self._bus_name = f"clearway-awake-{id(self)}"
        self._watcher: QDBusPendingCallWatcher | None = None
        self.held = False

    def start(self) -> None:
        """Asks on a connection of its own."""
        if not has_session_bus():  # without one, the D-Bus library might start a daemon that outlives us
            return
        try:
            from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
        except ImportError:
            return
        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, self._bus_name)
        if not bus.isConnected():
            return
        name = "org.freedesktop.ScreenSaver"
        call = QDBusMessage.createMethodCall(name, "/org/freedesktop/ScreenSaver", name, "Inhibit")
        call.setArguments(["Clearway", self._why])
        self._watcher = QDBusPendingCallWatcher(bus.asyncCall(call), self._owner)
        self._watcher.finished.connect(self._answered)

    def stop(self) -> None:
        """Ends the connection, and with it the wish."""
        self.held = False
        if self._watcher is not None:
            from PySide6.QtDBus import QDBusConnection

            self._watcher.finished.disconnect(self._answered)
            self._watcher.deleteLater()
            self._watcher = None
            QDBusConnection.disconnectFromBus(self._bus_name)

    def _answered(self) -> None:
        self.held = self._watcher is not None and not self._watcher.isError()
        self._owner.changed.emit()


def has_session_bus() -> bool:
    """Whether a desktop session's bus is there to be asked."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR")
    return bool(folder) and Path(str(folder), "bus").exists()
